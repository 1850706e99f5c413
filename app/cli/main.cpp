// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>
#include <QLocale>

#include "crypto/self_test.h"

#include "ui/words/language.h"

#include "app/cli/command.h"
#include "app/cli/language_option.h"

int main(int argc, char** argv) {
  using namespace plumbline::cli;
  Output output;
  // No verdict of this process would mean anything.
  if (const auto held = plumbline::cryptoSelfTest(); !held) {
    return static_cast<int>(fail(output, held.error()));
  }
  // UTF-8 on every system: Qt decodes the system's own argument encoding for us.
  std::vector<std::string> words(argv + 1, argv + argc);
  static_cast<void>(takeLanguage(words));  // is read again below, decoded
  std::unique_ptr<QCoreApplication> application;
  if (commandNeedsFonts(words)) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    application = std::make_unique<QGuiApplication>(argc, argv);
  } else {
    application = std::make_unique<QCoreApplication>(argc, argv);
  }
  QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
  words.clear();
  const QStringList decoded = QCoreApplication::arguments().mid(1);
  for (const QString& word : decoded) words.push_back(word.toStdString());
  const auto asked = takeLanguage(words);
  if (!asked) return static_cast<int>(fail(output, asked.error()));
  // What programs read is the same on every machine, sentences and all.
  if (!decoded.contains(QLatin1String("--json")) && !decoded.contains(QLatin1String("--csv"))) {
    plumbline::setLanguage(asked->isEmpty() ? QLocale::system().uiLanguages()
                                            : QStringList{*asked});
  }
  const ExitCode code = runCommandLine(words, output);
  if (output.dataError().empty()) return static_cast<int>(code);
  // Whoever reads stdout got less than the exit code would promise.
  return static_cast<int>(fail(
      output, {plumbline::ErrorCode::Io, "stdout cannot be written: " + output.dataError()}));
}
