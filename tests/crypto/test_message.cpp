// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <type_traits>

#include "crypto/result.h"

#include "tests/program.h"

using namespace plumbline;

// A text that was joined together is no message.
static_assert(!std::is_constructible_v<Message, std::string>);
static_assert(!std::is_constructible_v<Message, std::string_view>);
static_assert(!std::is_constructible_v<Message, const char*>);
static_assert(std::is_convertible_v<const char (&)[9], Message>);

class TestMessage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void factsStandInTheirPlaces_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const Message& message, const char* wanted) {
      QTest::newRow(name) << QString::fromStdString(message.text()) << QString::fromUtf8(wanted);
    };
    row("none", Message(), "");
    row("words alone", "the line is empty", "the line is empty");
    row("a fact", Message("at most %1 bytes", 1000), "at most 1000 bytes");
    row("another order", Message("%2 before %1", std::string("a"), std::string("b")), "b before a");
    row("one twice", Message("%1 is not %1's", std::string("north")), "north is not north's");
    row("a fact that looks like a place", Message("%1 and %2", std::string("%2"), std::string("b")),
        "%2 and b");
    row("a place without a fact", Message("%1 of %2", 3), "3 of %2");
    row("no place", "up to 50 %", "up to 50 %");
    row("a message within", Message("part %1: %2", 7, Message("member %1 is %2", 8, "missing")),
        "part 7: member 8 is missing");
    row("data", Message::data("%1"), "%1");
    row("no data", Message::data({}), "");
  }
  void factsStandInTheirPlaces() {
    QFETCH(const QString, text);
    QFETCH(const QString, wanted);
    QCOMPARE(text, wanted);
  }

  void everyPatternIsTranslated() {
    const Message message("part %1: %2", std::string("key"), Message("member %1 is %2", 8, "missing"));
    const auto shouted = [](const char* pattern) { return "<" + std::string(pattern) + ">"; };
    QCOMPARE(message.text(shouted), std::string("<part key: <member 8 is <missing>>>"));
  }

  void oneThatWasWrittenDown() {
    Message stored = Message::stored("at most %1", {std::string("9")});
    const Message copy = stored;
    const Message moved = std::move(stored);
    stored = Message();
    QCOMPARE(copy.text(), std::string("at most 9"));
    QCOMPARE(moved.text(), std::string("at most 9"));
    QVERIFY(stored.empty() && !copy.empty());
    QVERIFY(Message::stored("", {}).empty());
  }

  void anErrorAsASentence() {
    const Error error{ErrorCode::BadValue, Message("the value of %1 is not a number", std::string("net_kg")),
                      Place{.file = "a.csv", .row = 12, .column = "net_kg", .byte = 90}, "\"x\"",
                      Message("at most %1 decimals", 3)};
    QCOMPARE(error.text(),
             std::string("a.csv, row 12, column net_kg, byte 90: the value of net_kg is not a number. "
                         "Found: \"x\". Expected: at most 3 decimals"));
  }
};

PLUMBLINE_TEST(TestMessage)
#include "test_message.moc"
