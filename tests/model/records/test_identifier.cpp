// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may be an id, which ids look alike, and text of others that is shown and not obeyed.
#include <QTest>

#include "model/records/identifier.h"
#include "model/records/unseen.h"
#include "model/records/visible_text.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

std::string utf8(const char32_t* text) {
  return QString::fromUcs4(text).toStdString();
}

std::string foundIn(const Result<void>& checked) {
  return checked.ok() ? std::string("fine") : checked.error().found.text();
}

}  // namespace

class TestIdentifier : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void idsThatPeopleUse() {
    for (const char32_t* id : {U"north", U"EcoSphere-North_2/b", U"Øst-3", U"Müller", U"工場-1", U"مصنع"}) {
      QVERIFY2(checkIdentifier(utf8(id)).ok(), utf8(id).c_str());
    }
    QVERIFY(checkIdentifier(std::string(64, 'a')).ok());
    QVERIFY(!checkIdentifier(std::string(65, 'a')).ok());
    QVERIFY(!checkIdentifier("").ok());
  }

  void signsThatAreRefused_data() {
    QTest::addColumn<uint>("code");
    QTest::addColumn<QString>("name");
    const auto row = [](uint code, const char* name) {
      QTest::newRow(name) << code << QString::fromLatin1(name);
    };
    row(0x20, "U+0020");      // white space
    row(0x09, "U+0009");      // Cc
    row(0x7F, "U+007F");
    row(0x9B, "U+009B");
    row(0xA0, "U+00A0");
    row(0x3000, "U+3000");
    row(0x200B, "U+200B");    // Cf
    row(0x202E, "U+202E");
    row(0xFEFF, "U+FEFF");
    row(0x0600, "U+0600");    // Cf, though not ignorable
    row(0x1160, "U+1160");    // ignorable, though not Cf
    row(0x3164, "U+3164");
    row(0xFE0F, "U+FE0F");
    row(0xE0100, "U+E0100");
    row(0xE000, "U+E000");    // Co
    row(0x0378, "U+0378");    // Cn
    row(0xFFFF, "U+FFFF");
  }
  void signsThatAreRefused() {
    QFETCH(uint, code);
    QFETCH(QString, name);
    const char32_t id[] = {U'ä', char32_t(code), U'b', 0};
    const auto checked = checkIdentifier(utf8(id));
    QCOMPARE(foundIn(checked), name.toStdString());
    QCOMPARE(checked.error().where.byte, std::int64_t{2});
  }

  /// 267 code points are Default_Ignorable, assigned, and not Cf: a test for Cf alone lets them in.
  void ignorableThatAreNotFormat() {
    int count = 0;
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
      const auto category = QChar::category(code);
      if (isUnseen(code) && category != QChar::Other_Format && category != QChar::Other_NotAssigned) {
        ++count;
      }
    }
    QCOMPARE(count, 267);
  }

  void onlyOneSpelling() {
    QVERIFY(checkIdentifier(utf8(U"caf\u00E9")).ok());
    const auto checked = checkIdentifier(utf8(U"cafe\u0301"));
    QVERIFY(!checked.ok());
    QCOMPARE(checked.error().found.text(), std::string("U+0065"));
    QVERIFY(!checkIdentifier("caf\xE9").ok());
  }

  void recordsMayHaveSpacesWithin() {
    QVERIFY(checkRecordId("WT 88213 / 1").ok());
    for (const char* id : {"", " WT", "WT ", "W  T", "W\tT"}) QVERIFY2(!checkRecordId(id).ok(), id);
    QCOMPARE(foundIn(checkRecordId(utf8(U"WT\u00A01"))), std::string("U+00A0"));
    QCOMPARE(foundIn(checkRecordId(utf8(U"WT\u200B1"))), std::string("U+200B"));
  }

  void alike() {
    const auto same = [](const char32_t* a, const char32_t* b) {
      return lookOf(utf8(a)) == lookOf(utf8(b));
    };
    QVERIFY(same(U"receiver-01", U"RECEIVER-O1"));
    QVERIFY(same(U"harbour", U"h\u0430rbour"));   // Cyrillic a
    QVERIFY(same(U"NORTH", U"\u039DORTH"));       // Greek capital nu
    QVERIFY(same(U"north", U"\uFF4Eorth"));       // full width
    QVERIFY(same(U"mill-1", U"milI-l"));
    QVERIFY(same(U"mill", U"rnill"));
    QVERIFY(same(U"north-2", U"north\u20132"));   // en dash
    QVERIFY(!same(U"north", U"south"));
    QVERIFY(!same(U"north-2", U"north-3"));
    QVERIFY(!same(U"müller", U"muller"));
    const auto found = alikeIds({"b", "north", "NORTH", "south", "north"});
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0], (std::vector<std::string>{"NORTH", "north"}));
  }

  void controlsAreWrittenOut() {
    QCOMPARE(visibleLine(std::string_view("a\x1b[2Jb")), std::string("a⟨U+001B⟩[2Jb"));
    QCOMPARE(visibleLine(utf8(U"a\u202Eb")), std::string("a⟨U+202E⟩b"));
    QCOMPARE(visibleLine(utf8(U"a\u009Bb")), std::string("a⟨U+009B⟩b"));
    QCOMPARE(visibleLine(utf8(U"a\u2028b\u200Bc\u3164")),
             std::string("a⟨U+2028⟩b⟨U+200B⟩c⟨U+3164⟩"));
    QCOMPARE(visibleLine(std::string_view("a\nb\tc")), std::string("a⟨U+000A⟩b⟨U+0009⟩c"));
    QCOMPARE(visibleText(std::string_view("a\nb\tc\r")), std::string("a\nb\tc⟨U+000D⟩"));
    QCOMPARE(visibleText(QStringLiteral("a\rb")), QStringLiteral("a⟨U+000D⟩b"));
  }

  void whatNeedsNoWritingOut() {
    for (const char32_t* text :
         {U"12\u00A0t", U"café", U"\u2068name\u2069, \u2068a\u2069", U"می\u200Cخواهم", U"♻\uFE0F", U"<b>"}) {
      QCOMPARE(visibleText(utf8(text)), utf8(text));
      QCOMPARE(visibleText(QString::fromUcs4(text)), QString::fromUcs4(text));
    }
  }

  void anIsolateAloneIsWrittenOut() {
    QCOMPARE(visibleText(utf8(U"a\u2069b\u2068c")), std::string("a⟨U+2069⟩b⟨U+2068⟩c"));
    QCOMPARE(visibleText(utf8(U"\u2068a\nb\u2069")), std::string("⟨U+2068⟩a\nb⟨U+2069⟩"));
    QCOMPARE(visibleText(utf8(U"a\u200Cb")), std::string("a⟨U+200C⟩b"));
  }
};

PLUMBLINE_TEST(TestIdentifier)
#include "test_identifier.moc"
