// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTest>

#include "model/records/error_form.h"

#include "ui/words/error_words.h"
#include "ui/words/errors/patterns.h"

#include "tests/program.h"
#include "tests/ui/pseudo_language.h"

using namespace plumbline;

class TestErrorWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPatternIsTranslated();
  void errorsWithinErrorsAreTranslated();
  void inEnglishNothingChanges();
};

namespace {

std::vector<const char*> allPatterns() {
  std::vector<const char*> all;
  for (const auto& some : {words::cryptoPatterns(), words::modelPatterns(), words::uiPatterns(),
                           words::appPatterns()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

std::vector<Message::Part> numbers() {
  std::vector<Message::Part> parts;
  for (int i = 1; i <= 9; ++i) parts.emplace_back(777'000 + i);
  return parts;
}

Error errorOfAll(const char* pattern) {
  return {ErrorCode::BadValue, Message::stored(pattern, numbers()),
          Place{.file = "7.8", .row = 12, .column = "13", .byte = 14}, "\"15\"",
          Message::stored(pattern, numbers())};
}

}  // namespace

void TestErrorWords::everyPatternIsTranslated() {
  test::PseudoLanguage language;
  QVERIFY(QCoreApplication::installTranslator(&language));
  for (const char* pattern : allPatterns()) {
    const QString said = words::errorText(errorOfAll(pattern));
    QVERIFY2(test::plainWords(said).isEmpty(), qPrintable(said));
    // Every fact is said.
    for (int i = 1; i <= 9; ++i) {
      const bool place = std::string_view(pattern).find("%" + std::to_string(i)) != std::string_view::npos;
      QVERIFY2(said.contains(QString::number(777'000 + i)) == place, qPrintable(said));
    }
  }
  QCoreApplication::removeTranslator(&language);
}

void TestErrorWords::errorsWithinErrorsAreTranslated() {
  test::PseudoLanguage language;
  QVERIFY(QCoreApplication::installTranslator(&language));
  const Message outer("part %1: %2", 7, Message("member %1 is %2", 8, "missing"));
  QVERIFY2(test::plainWords(words::messageText(outer)).isEmpty(),
           qPrintable(words::messageText(outer)));
  // As a workspace keeps it, and where a library or the system gives the reason.
  const Error stored = errorOf(formOf(Error{ErrorCode::Io, Message("the file cannot be read: %1",
                                                                   std::string("No such file"))}));
  QCOMPARE(test::plainWords(words::errorText(stored)), QStringList({QStringLiteral("No"), QStringLiteral("such"), QStringLiteral("file")}));
  QCoreApplication::removeTranslator(&language);
}

void TestErrorWords::inEnglishNothingChanges() {
  for (const char* pattern : allPatterns()) {
    const Error error = errorOfAll(pattern);
    QCOMPARE(words::errorText(error), QString::fromStdString(error.text()));
    QCOMPARE(words::messageText(error.message), QString::fromStdString(error.message.text()));
  }
  const Error places[] = {{ErrorCode::Io, "the file is empty"},
                          {ErrorCode::Io, "the file is empty", {"a%1.csv"}, "%2"},
                          {ErrorCode::Io, "the file is empty", Place{.row = 1'234'567}},
                          {ErrorCode::Io, "the file is empty", Place{.byte = 0}, {}, "a header"}};
  for (const Error& error : places) {
    QCOMPARE(words::errorText(error), QString::fromStdString(error.text()));
  }
}

PLUMBLINE_TEST(TestErrorWords)
#include "test_error_words.moc"
