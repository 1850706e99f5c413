// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/language.h"

#include <algorithm>
#include <limits>
#include <memory>

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr const char* folder = ":/translations";

QString prefix() {
  return QStringLiteral("plumbline_");
}

QString english() {
  return QStringLiteral("en");
}

/// Of this program: removed when another language is chosen.
QString translatorName() {
  return QStringLiteral("plumblineTranslator");
}

void install(const QString& file, const QString& inFolder) {
  auto translator = std::make_unique<QTranslator>();
  if (!translator->load(file, inFolder)) return;
  translator->setObjectName(translatorName());
  QCoreApplication::installTranslator(translator.get());
  translator.release()->setParent(QCoreApplication::instance());
}

void removeInstalled() {
  const auto installed = QCoreApplication::instance()->findChildren<QTranslator*>(translatorName());
  for (QTranslator* translator : installed) {
    QCoreApplication::removeTranslator(translator);
    delete translator;
  }
}

struct Choice {
  QString file;  // of `languages()`
  QLocale locale;
};

/// Numbers are written as the person's own country does it, where its language is spoken here.
Choice choose(const QStringList& wanted) {
  const QStringList known = languages();
  for (const QString& tag : wanted) {
    const QLocale locale(tag);
    // Written in the sources as in the United States; other figures beside them would mislead.
    if (locale.language() == QLocale::English) break;
    const QString whole = locale.name();
    for (const QString& file : {whole, whole.section(QLatin1Char('_'), 0, 0)}) {
      if (known.contains(file)) return {file, locale};
    }
  }
  return {english(), QLocale(QLocale::English, QLocale::UnitedStates)};
}

/// What is said before anybody chose has its plural forms, too: in tests, in the help of the
/// command line.
void beginInEnglish() {
  setLanguage({});
}

}  // namespace

Q_COREAPP_STARTUP_FUNCTION(beginInEnglish)

// Here, so that a program with plural forms is linked with what begins in English.
int plural(std::int64_t count) {
  return static_cast<int>(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

QStringList languages() {
  QStringList names;
  const QStringList files =
      QDir(QLatin1String(folder)).entryList({prefix() + QLatin1String("*.qm")});
  for (const QString& file : files) names << file.sliced(prefix().size()).chopped(3);
  return names;
}

void setLanguage(const QStringList& wanted) {
  const Choice choice = choose(wanted);
  removeInstalled();
  QLocale::setDefault(choice.locale);
  // The one installed last is asked first.
  install(prefix() + english(), QLatin1String(folder));
  if (choice.file == english()) return;
  install(QStringLiteral("qtbase_") + choice.file,
          QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(prefix() + choice.file, QLatin1String(folder));
}

}  // namespace plumbline
