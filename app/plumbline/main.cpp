// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desktop program. Arguments: [--screenshot FOLDER] [--language NAME] [--rtl]
// [FILE|FOLDER|WORKSPACE ...]

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include "crypto/self_test.h"

#include "ui/shell/dialogs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screenshots.h"
#include "ui/theme/theme.h"
#include "ui/words/language.h"
#include "ui/words/lists.h"

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("Plumbline"));
  QApplication::setOrganizationName(QStringLiteral("Plumbline"));
  QApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("org.plumbline.Plumbline"));
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/plumbline.svg")));

  plumbline::setLanguage(QLocale::system().uiLanguages());
  // No verdict of this process would mean anything.
  if (const auto held = plumbline::cryptoSelfTest(); !held) {
    constexpr int internalError = 4;  // as plumbline-cli
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Plumbline"),
                    QApplication::translate(
                        "main",
                        "The self-test of the cryptography failed (%1), so this program can "
                        "check nothing on this computer and ends here.")
                        .arg(QString::fromStdString(held.error().found.text())));
    box.setTextFormat(Qt::PlainText);
    box.exec();
    return internalError;
  }

  QCommandLineParser parser;
  parser.setApplicationDescription(QApplication::translate(
      "main", "Checks a plant's net-zero waste claim against signed records."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption screenshot(
      QStringLiteral("screenshot"),
      QApplication::translate("main", "Save a picture of every page into <folder> and quit."),
      QStringLiteral("folder"));
  const QCommandLineOption rtl(QStringLiteral("rtl"),
                               QApplication::translate("main", "Lay out from right to left."));
  const QCommandLineOption language(
      QStringLiteral("language"),
      QApplication::translate("main", "Speak this language, not that of the system: %1.")
          .arg(plumbline::words::listed(plumbline::languages())),
      QStringLiteral("name"));
  parser.addOptions({screenshot, language, rtl});
  parser.addPositionalArgument(QStringLiteral("paths"),
                               QApplication::translate("main", "Audits, folders or files to open."),
                               QStringLiteral("[paths...]"));
  parser.process(application);

  if (parser.isSet(language)) plumbline::setLanguage({parser.value(language)});
  if (parser.isSet(rtl)) QApplication::setLayoutDirection(Qt::RightToLeft);
  // Pictures must not depend on, or change, what the user keeps.
  const QTemporaryDir temporary;
  if (parser.isSet(screenshot)) {
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, temporary.path());
  }
  plumbline::Theme::install(application);
  if (!parser.isSet(screenshot)) plumbline::SettingsDialog::applyStored();

  plumbline::MainWindow window;
  window.show();
  const QStringList paths = parser.positionalArguments();
  plumbline::Screenshots pictures(window, parser.value(screenshot));
  if (parser.isSet(screenshot)) {
    window.controller().setWorkspaceFolder(temporary.path());
    QTimer::singleShot(0, &pictures, [&] { pictures.start(paths.value(0)); });
  } else {
    window.openPaths(paths);
  }
  return QApplication::exec();
}
