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

inline CliResult runCli(const QStringList& arguments) {
  QProcess process;
  process.start(QStringLiteral(PLUMBLINE_CLI_PATH), arguments);
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

}  // namespace plumbline::test
