// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An authority of time stamps for tests: the openssl program, where it is installed.

#include <QProcess>
#include <QStandardPaths>

#include "tests/model/publisher.h"

namespace plumbline::test {

class Stamper {
 public:
  /// Works in that folder; its certificate is `tsa.pem` there.
  explicit Stamper(fs::path folder)
      : m_folder(std::move(folder)),
        m_openssl(QStandardPaths::findExecutable(QStringLiteral("openssl"))) {}
  [[nodiscard]] bool installed() const { return !m_openssl.isEmpty(); }

  [[nodiscard]] bool makeAuthority() const {
    writeBytes(m_folder / "tsa.cnf",
               "[tsa]\nserial = serial\ndefault_policy = 1.2.3.4\ndigests = sha256\n"
               "signer_digest = sha256\ness_cert_id_alg = sha256\n");
    writeBytes(m_folder / "serial", "01\n");
    return run(QStringLiteral(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days 30 -subj "
        "/CN=Stamp -addext extendedKeyUsage=critical,timeStamping -keyout tsa.key -out tsa.pem"));
  }
  /// A token over `bytes`, as the file with the name of `forBytes` in tst/.
  [[nodiscard]] bool stamp(const fs::path& root, const std::string& bytes,
                           const std::string& forBytes) const {
    writeBytes(m_folder / "data", bytes);
    if (!run(QStringLiteral("ts -query -data data -sha256 -cert -out query.tsq"))) return false;
    if (!run(QStringLiteral("ts -reply -config tsa.cnf -section tsa -queryfile query.tsq -signer "
                            "tsa.pem -inkey tsa.key -out reply.tsr"))) {
      return false;
    }
    writeBytes(root / "tst" / (sha256(bytesOf(forBytes)).hex() + ".tsr"),
               readBytes(m_folder / "reply.tsr"));
    return true;
  }

 private:
  [[nodiscard]] bool run(const QString& arguments) const {
    QProcess process;
    process.setWorkingDirectory(QString::fromStdU16String(m_folder.u16string()));
    process.start(m_openssl, arguments.split(u' '));
    return process.waitForFinished(60'000) && process.exitCode() == 0;
  }
  fs::path m_folder;
  QString m_openssl;
};

}  // namespace plumbline::test
