// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes, rows and shape of files that nobody described.
#include <random>

#include <QtTest>

#include "model/containers/delimited_rows.h"
#include "model/containers/text_encoding.h"
#include "model/mapping/table_profile.h"

#include "tests/program.h"

namespace plumbline {
namespace {

QString qt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

TextEncoding sniffed(const QByteArray& bytes, qsizetype piece) {
  EncodingSniffer sniffer;
  for (qsizetype at = 0; at < bytes.size(); at += piece) {
    sniffer.add(bytesOf(bytes.mid(at, piece).toStdString()));
  }
  return sniffer.encoding();
}

std::string decoded(const QByteArray& bytes, TextEncoding encoding, qsizetype piece) {
  TextDecoder decoder(encoding);
  std::string out;
  for (qsizetype at = 0; at < bytes.size(); at += piece) {
    decoder.decode(bytesOf(bytes.mid(at, piece).toStdString()), at + piece >= bytes.size(), out);
  }
  return out;
}

/// Rows as "a|b|c" lines; a defect as "!reason".
Result<std::string> rowsOf(std::string_view text, char delimiter, std::size_t piece) {
  std::size_t at = 0;
  const auto source = [&](std::string& out) -> Result<bool> {
    if (at >= text.size()) return false;
    out += text.substr(at, piece);
    at += piece;
    return true;
  };
  DelimitedRows rows(source, delimiter);
  RawRow row;
  std::string out;
  for (;;) {
    PLUMBLINE_TRY(more, rows.next(row));
    if (!more) return out;
    if (row.defect != RowDefect::None) out += "!" + reasonOf(row.defect).text() + ":";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      out += (i == 0 ? "" : "|") + std::string(row.cells[i].text);
    }
    out += "\n";
  }
}

}  // namespace

class TestForeignText : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void encodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    const QString words = QStringLiteral("Müll;Straße\n1;€ 5");
    QTest::newRow("utf-8") << words.toUtf8() << "utf-8" << words;
    QTest::newRow("utf-8 mark") << "\xEF\xBB\xBF" + words.toUtf8() << "utf-8" << words;
    QTest::newRow("ascii") << QByteArray("a,b\n1,2") << "utf-8"
                           << "a,b\n1,2";
    QTest::newRow("windows-1252") << QByteArray(
                                         "M\xFCll;Stra\xDF"
                                         "e\n1;\x80 5")
                                  << "windows-1252" << words;
    QByteArray little, big;
    for (const QChar c : words) {
      little.append(static_cast<char>(c.unicode() & 0xFF))
          .append(static_cast<char>(c.unicode() >> 8));
      big.append(static_cast<char>(c.unicode() >> 8)).append(static_cast<char>(c.unicode() & 0xFF));
    }
    QTest::newRow("utf-16le mark") << QByteArray("\xFF\xFE") + little << "utf-16le" << words;
    QTest::newRow("utf-16be mark") << QByteArray("\xFE\xFF") + big << "utf-16be" << words;
    QTest::newRow("utf-16le") << little << "utf-16le" << words;
    QTest::newRow("utf-16be") << big << "utf-16be" << words;
    QTest::newRow("cut utf-8 is not utf-8") << QByteArray("abc\xC3") << "windows-1252"
                                            << "abcÃ";
    QTest::newRow("empty") << QByteArray() << "utf-8"
                           << "";
  }
  void encodings() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, text);
    for (const qsizetype piece : {1, 2, 3, 5, 4096}) {
      const TextEncoding found = sniffed(bytes, piece);
      QCOMPARE(qt(toText(found)), encoding);
      QCOMPARE(qt(decoded(bytes, found, piece)), text);
    }
  }

  void anEncodingCanBeOverridden() {
    QCOMPARE(*textEncodingFromText("latin-1"), TextEncoding::Windows1252);
    QVERIFY(!textEncodingFromText("ebcdic").ok());
    QCOMPARE(decoded("a\xFFz", TextEncoding::Utf8, 1), std::string("a\xEF\xBF\xBDz"));
    QCOMPARE(decoded(QByteArray("\x3D\xD8\x42\xDE", 4), TextEncoding::Utf16Le, 1),
             std::string("\xF0\x9F\x99\x82"));
    QCOMPARE(decoded(QByteArray("\x42\xDE\x41", 3), TextEncoding::Utf16Le, 1),
             std::string("\xEF\xBF\xBD\xEF\xBF\xBD"));
  }

  void rows_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rows");
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << "a|b\n1|2\n";
    QTest::newRow("no last line end") << QByteArray("a,b\n1,2") << "a|b\n1|2\n";
    QTest::newRow("mixed line ends") << QByteArray("a\r\nb\nc\rd") << "a\nb\nc\nd\n";
    QTest::newRow("a return at the end") << QByteArray("a\r") << "a\n";
    QTest::newRow("blank lines") << QByteArray("a\n\nb\n") << "a\n\nb\n";
    QTest::newRow("quotes") << QByteArray("\"a,b\",\"c\"\"d\"\n") << "a,b|c\"d\n";
    QTest::newRow("a line end in quotes") << QByteArray("\"a\r\nb\",c\n") << "a\r\nb|c\n";
    QTest::newRow("a quote inside a cell") << QByteArray("5\" pipe,b\n") << "5\" pipe|b\n";
    QTest::newRow("text behind a quote") << QByteArray("\"a\"x,b\n") << "ax|b\n";
    QTest::newRow("an open quote")
        << QByteArray("\"a,b\nc,d\n") << "!a quote in the row is not closed:\"a|b\nc|d\n";
    QTest::newRow("spaces at the ends") << QByteArray(
                                               " a ,\xC2\xA0"
                                               "b\t\n")
                                        << "a|b\n";
    QTest::newRow("last cell empty") << QByteArray("a,\n,\n") << "a|\n|\n";
    QTest::newRow("empty") << QByteArray() << "";
  }
  void rows() {
    QFETCH(QByteArray, text);
    QFETCH(QString, rows);
    for (std::size_t piece = 1; piece <= 8; ++piece) {
      const auto found = rowsOf(text.toStdString(), ',', piece);
      QVERIFY(found.ok());
      QCOMPARE(qt(*found), rows);
    }
  }

  void aNulByteStaysInItsCell() {
    const auto found = rowsOf(std::string_view("a\0b,c\n", 6), ',', 2);
    QCOMPARE(*found, std::string("a\0b|c\n", 6));
  }

  void aLineOfGigabytesIsOneDefect() {
    // 3 GB are made while they are read and never held.
    std::int64_t left = std::int64_t{3} << 30;
    const std::string piece(1 << 20, 'x');
    std::size_t largest = 0;
    bool tail = false;
    const auto source = [&](std::string& out) -> Result<bool> {
      largest = std::max(largest, out.capacity());
      if (left > 0) {
        out += piece;
        left -= static_cast<std::int64_t>(piece.size());
        return true;
      }
      if (std::exchange(tail, true)) return false;
      out += ",y\nnext,row\n";
      return true;
    };
    DelimitedRows rows(source, ',');
    RawRow row;
    QVERIFY(*rows.next(row));
    QCOMPARE(row.defect, RowDefect::TooLong);
    QVERIFY(*rows.next(row));
    QCOMPARE(row.defect, RowDefect::None);
    QCOMPARE(qt(row.text(1)), QStringLiteral("row"));
    QVERIFY(!*rows.next(row));
    QVERIFY2(largest < (std::size_t{8} << 20), qPrintable(QString::number(largest)));
  }

  void quotesWithoutEndAreBounded() {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "\"a,b\nc,d\"x,\"\n";
    const auto found = rowsOf(text + std::string(3 << 20, 'x'), ',', 1 << 18);
    QVERIFY(found.ok() || found.error().code == ErrorCode::Malformed);
    std::string endless;
    for (int i = 0; i < 150; ++i) endless += "\"" + std::string(1200, 'x') + "\n";
    const auto refused = rowsOf(endless.substr(0, endless.size()), ',', 1 << 18);
    QVERIFY(refused.ok());  // every quote is closed by the next one
  }

  void tooManyCells() {
    const auto found = rowsOf(std::string(5000, ',') + "\n1,2\n", ',', 4096);
    QVERIFY(found->starts_with("!the row has over 1024 cells"));
    QVERIFY(found->ends_with("\n1|2\n"));
  }

  void piecesDoNotMatter() {
    std::mt19937 random(7);
    constexpr std::string_view alphabet = "ab,\"\r\n;";
    for (int round = 0; round < 2000; ++round) {
      std::string text;
      for (std::size_t i = random() % 14; i > 0; --i) text += alphabet[random() % alphabet.size()];
      const auto whole = rowsOf(text, ',', text.size() + 1);
      for (std::size_t piece = 1; piece < 5; ++piece) {
        const auto parts = rowsOf(text, ',', piece);
        QCOMPARE(parts.ok(), whole.ok());
        QCOMPARE(qt(*parts), qt(*whole));
      }
    }
  }

  void delimiters_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n4,5,6\n") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b;c\n1,5;2,5;3\n4,5;5;6\n") << ';';
    QTest::newRow("semicolon, every row has a decimal comma")
        << QByteArray("Nr;Netto;Kfz\n1;17,18;a\n2;16,86;b\n3;5,1;c\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\n1,5\t2\n") << '\t';
    QTest::newRow("bar") << QByteArray("a|b\n1|2\n") << '|';
    QTest::newRow("commas in texts") << QByteArray("a;b\nx, y, z;1\nx, y;2\n") << ';';
    QTest::newRow("one column") << QByteArray("a\n1\n2\n") << ',';
    QTest::newRow("title above") << QByteArray("Report of May\n\na;b;c\n1;2;3\n4;5;6\n") << ';';
  }
  void delimiters() {
    QFETCH(QByteArray, text);
    QFETCH(char, delimiter);
    QCOMPARE(delimiterOf(text.toStdString()), delimiter);
  }

  void headingRows_data() {
    QTest::addColumn<QString>("rows");
    QTest::addColumn<int>("row");
    QTest::newRow("first") << "Id;Date;Net\n1;2141-04-08;5" << 1;
    QTest::newRow("below a title") << "Deliveries 2141\n\nId;Date;Net\n1;2141-04-08;5" << 3;
    QTest::newRow("none") << "1;2141-04-08;5\n2;2141-04-09;6" << 0;
    QTest::newRow("one heading is a year") << "Site;Material;Unit;Kind;2141\na;b;t;c;7" << 1;
    QTest::newRow("empty") << "" << 0;
  }
  void headingRows() {
    QFETCH(QString, rows);
    QFETCH(int, row);
    std::vector<std::vector<std::string>> cells;
    for (const QString& line : rows.split(QLatin1Char('\n'))) {
      auto& out = cells.emplace_back();
      for (const QString& cell : line.split(QLatin1Char(';'))) out.push_back(cell.toStdString());
    }
    QCOMPARE(headingRowOf(cells), std::int64_t{row});
  }
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestForeignText)
#include "test_foreign_text.moc"
