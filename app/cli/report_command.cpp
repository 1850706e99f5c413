// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>

#include "crypto/pdf_signature.h"

#include "model/store/safe_file.h"

#include "ui/report/export.h"

#include "app/cli/command.h"
#include "app/cli/key_options.h"
#include "app/cli/paths.h"
#include "app/cli/present.h"
#include "app/cli/say.h"

namespace plumbline::cli {

namespace {

class ReportCommand final : public Command {
 public:
  std::string name() const override { return "report"; }
  std::string operands() const override { return "WORKSPACE OUT.pdf"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP("plumbline::Cli",
                             "Writes the audit for people: a PDF, or a web page (OUT.html).");
  }
  std::vector<Option> options() const override {
    return {{"--sign-key", "KEY.pem"}, {"--sign-cert", "CERT.pem"}, passphraseOption()};
  }
  bool needsFonts() const override { return true; }

  std::vector<std::string> outputs(const Arguments& arguments) const override {
    return {arguments.positional()[1]};
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const auto& words = arguments.positional();
    const QString path = QString::fromStdString(words[1]);
    const bool web = path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
    const Result<std::optional<CmsSigner>> signer = readSigner(arguments, web);
    if (!signer) return fail(output, signer.error());
    const auto progress = output.progress();
    const Result<AuditPtr> audit = runAudit(pathOf(words[0]), *progress);
    if (!audit) return fail(output, audit.error());
    ReportOptions options;
    auto deliveries = deliveriesFor(**audit, pathOf(words[0]), *progress);
    if (!deliveries) return fail(output, deliveries.error());
    options.deliveries = std::move(*deliveries);
    const Result<void> written = web       ? writeWebPage(**audit, path, options)
                                 : *signer ? writeSigned(**audit, words[1], **signer, options)
                                           : writeReport(**audit, path, options);
    if (!written) return fail(output, written.error());
    if (output.json()) {
      output.document(
          JsonObject{{"report", words[1]}, {"results_digest", (*audit)->resultsDigest.hex()}});
    } else {
      output.line(words[1]);
    }
    return exitCodeOf(**audit);
  }

 private:
  static constexpr std::int64_t maxPemBytes = 1 << 20;

  static Result<std::string> readPem(const std::string& file) {
    PLUMBLINE_TRY(bytes, readSmallFile(pathOf(file), maxPemBytes));
    if (!bytes) return Error{ErrorCode::NotFound, "there is no such file", {file}};
    return std::move(*bytes);
  }

  static Result<std::optional<CmsSigner>> readSigner(const Arguments& arguments, bool web) {
    const auto keyFile = arguments.value("--sign-key");
    const auto certificateFile = arguments.value("--sign-cert");
    if (!keyFile && !certificateFile) return std::optional<CmsSigner>();
    if (!keyFile || !certificateFile || web) {
      return Error{ErrorCode::Usage, "--sign-key and --sign-cert go together, and with a PDF"};
    }
    PLUMBLINE_TRY(passphrase, readPassphrase(arguments));
    PLUMBLINE_TRY(key, readPem(*keyFile));
    PLUMBLINE_TRY(certificates, readPem(*certificateFile));
    auto signer = CmsSigner::fromPem(bytesOf(key), passphrase, bytesOf(certificates));
    if (!signer) return std::move(signer).error().in(*keyFile);
    return std::optional(std::move(*signer));
  }

  static Result<void> writeSigned(const AuditResult& audit, const std::string& file,
                                  const CmsSigner& signer, const ReportOptions& options) {
    const QString now =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmss'Z'"));
    PLUMBLINE_TRY(pdf,
                  signPdf(reportPdf(audit, options).toStdString(), signer, now.toStdString()));
    return saveFile(pathOf(file), pdf);
  }
};

}  // namespace

std::unique_ptr<Command> makeReportCommand() {
  return std::make_unique<ReportCommand>();
}

}  // namespace plumbline::cli
