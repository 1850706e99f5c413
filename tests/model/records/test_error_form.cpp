// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>

#include "model/records/error_form.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

/// With ' for ".
std::string json(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

}  // namespace

class TestErrorForm : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void messagesComeBack() {
    for (const Message& message :
         {Message(), Message("the line is empty"), Message("%1 of %2", 3, std::string("a \"b\"\n%1")),
          Message("part %1: %2", 7, Message("member %1 is %2", 8, "missing")), Message::data("[1]")}) {
      const std::string form = formOf(message);
      QCOMPARE(messageOf(form).text(), message.text());
      QCOMPARE(formOf(messageOf(form)), form);
    }
    QCOMPARE(formOf(Message("at most %1 bytes", 9)), json("['at most %1 bytes','9']"));
  }

  /// What a file holds may look like words of ours, and is none.
  void whatWasFoundComesBack() {
    for (const std::string& fact : {std::string(), std::string("much"), std::string("[1]"), std::string("\x01"),
                                    std::string("\x01[\"%1 cells\",\"5\"]"), std::string("\x01\x01x")}) {
      const Found back = foundOf(formOf(Found(fact)));
      QCOMPARE(back.text(), fact);
      QVERIFY(back.isFact());
    }
    QCOMPARE(formOf(Found(std::string("much"))), std::string("much"));
    const Found words = foundOf(formOf(Found(Message("%1 cells", 5))));
    QVERIFY(!words.isFact());
    QCOMPARE(words.text(), std::string("5 cells"));
    QCOMPARE(std::string(words.message().pattern()), std::string("%1 cells"));
  }

  void errorsComeBack() {
    const Error error{ErrorCode::BadValue, Message("member %1 is %2", std::string("a"), "missing"),
                      Place{.file = "a.csv", .row = 12, .column = "net_kg", .byte = 90}, "\"x\"",
                      Message("at most %1 decimals", 3)};
    const std::string form = formOf(error);
    QCOMPARE(form, json("{'expected':['at most %1 decimals','3'],'found':'\\'x\\'','message':['member %1 is "
                        "%2','a',['missing']],'where':['a.csv',12,'net_kg',90]}"));
    QCOMPARE(errorOf(form).text(), error.text());
    QCOMPARE(formOf(errorOf(form)), form);
  }

  /// What an earlier program wrote, and what anybody else may have written there.
  void anyTextIsAMessage() {
    for (const std::string& text :
         {std::string(), json("a.csv: the file is empty"), json("{"), json("["), json("[1]"), json("['a',1]"),
          json("[['a']]"), json("{}"),
          json("{'expected':[],'found':'','message':['a'],'where':['a.csv',12,'net_kg']}"),
          json("{'expected':[],'found':1,'message':['a'],'where':['a.csv',12,'net_kg',0]}"),
          json("{'expected':[],'found':'','message':'a','where':['a.csv',12,'net_kg',0]}")}) {
      QCOMPARE(messageOf(text).text(), text);
      QCOMPARE(errorOf(text).text(), text);
    }
  }

  void badBytesAreReplaced() {
    const Error error{ErrorCode::Io, Message("%1 is missing", std::string("a\xFF")), {"b\xFF"}, "c\xFF",
                      Message::data("d\xFF")};
    QCOMPARE(errorOf(formOf(error)).text(),
             std::string("b\uFFFD: a\uFFFD is missing. Found: c\uFFFD. Expected: d\uFFFD"));
  }
};

PLUMBLINE_TEST(TestErrorForm)
#include "test_error_form.moc"
