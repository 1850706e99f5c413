// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs plumbline-cli as a process: exact stdout, stderr and exit code.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace plumbline::test {

struct CliResult {
  int exitCode = -1;
  QByteArray out;
  QByteArray err;
  [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
  [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

/// A command line, word by word.
inline QStringList words(std::initializer_list<const char*> list) {
  QStringList out;
  for (const char* word : list) out << QString::fromUtf8(word);
  return out;
}

inline CliResult runCliIn(
    const QString& folder, const QStringList& arguments,
    const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment(),
    const QByteArray& input = {}) {
  QProcess process;
  process.setWorkingDirectory(folder);
  process.setProcessEnvironment(environment);
  process.start(QStringLiteral(PLUMBLINE_CLI_PATH), arguments);
  process.write(input);
  process.closeWriteChannel();
  CliResult result;
  if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit) {
    result.err = process.readAllStandardError() + process.errorString().toUtf8();
    return result;
  }
  result.exitCode = process.exitCode();
  result.out = process.readAllStandardOutput();
  result.err = process.readAllStandardError();
  return result;
}

inline CliResult runCli(const QStringList& arguments) {
  return runCliIn({}, arguments);
}

}  // namespace plumbline::test
