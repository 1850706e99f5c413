// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The CSV scanner on every cut of a text, and the table reader across many windows.

#include <random>

#include <QTest>

#include "model/intake/table_reader.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

class MemoryFeed : public ByteFeed {
 public:
  explicit MemoryFeed(std::string text) : m_text(std::move(text)) {}
  [[nodiscard]] std::int64_t bytes() const override {
    return static_cast<std::int64_t>(m_text.size());
  }
  /// A copy that lives only as long as its keeper, so that a view that outlives it is found.
  [[nodiscard]] Result<Window> window(std::int64_t offset, std::int64_t count) const override {
    auto copy = std::make_shared<const std::string>(
        m_text.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(count)));
    ++windows;
    return Window{bytesOf(*copy), copy};
  }
  [[nodiscard]] bool isThreadSafe() const override { return false; }
  mutable int windows = 0;

 private:
  std::string m_text;
};

std::string inQuotes(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string randomField(std::mt19937_64& random) {
  static const std::string pieces[] = {"a",
                                       "pellet",
                                       ",",
                                       "\"",
                                       "\n",
                                       "\r\n",
                                       "\t",
                                       " ",
                                       "\xC3\xA9",
                                       "\xE2\x82\xAC",
                                       "\xF0\x9F\x8C\xB1",
                                       "17"};
  std::string field;
  for (auto count = random() % 5; count > 0; --count) field += pieces[random() % std::size(pieces)];
  return field;
}

bool needsQuotes(const std::string& field) {
  return field.find_first_of(",\"\n\r\t") != std::string::npos;
}

const std::string header = "id,time,node,material,mass_kg,method\n";

/// `count` stock records; ids rise unless `shuffled`.
std::string stocks(int count, bool shuffled, TreeHasher& rows) {
  std::mt19937_64 random(3);
  std::vector<int> order(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) order[static_cast<std::size_t>(i)] = i;
  if (shuffled) {
    for (std::size_t i = order.size() - 1; i > 0; --i)
      std::swap(order[i], order[random() % (i + 1)]);
  }
  std::string csv = header;
  for (const int i : order) {
    const std::string number = std::to_string(10'000'000 + i);
    const std::string record = "K" + number + ",2142-01-01T00:00:00Z,\"yard\n\"\"" +
                               std::string(random() % 200, 'x') + "\"\"\",pellet," +
                               std::to_string(i) + ".25,";
    rows.addEntry(bytesOf(record));
    csv += record + (random() % 2 == 0 ? "\n" : "\r\n");
  }
  return csv;
}

}  // namespace

class TestTableReader : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void scansWhatWasWritten() {
    std::mt19937_64 random(1);
    CsvFields fields;
    std::deque<std::string> copies;
    for (int round = 0; round < 3000; ++round) {
      std::vector<std::string> written(1 + random() % 6);
      std::string text;
      for (std::string& field : written) {
        field = randomField(random);
        const bool quotes = needsQuotes(field) || random() % 4 == 0;
        text += (&field == written.data() ? "" : ",") + (quotes ? inQuotes(field) : field);
      }
      const std::size_t bytes = text.size();
      text += random() % 2 == 0 ? "\n" : "\r\n";
      const std::string whole = text + "next,record\n";
      const auto record = scanRecord(whole, true, fields, copies);
      QVERIFY2(record, text.c_str());
      QCOMPARE(record->bytes, bytes);
      QCOMPARE(record->consumed, text.size());
      QCOMPARE(std::vector<std::string>(fields.begin(), fields.end()), written);
      // However the text is cut, the record is incomplete and never wrong.
      for (std::size_t cut = 1; cut < text.size(); ++cut) {
        const auto partial =
            scanRecord(std::string_view(text).substr(0, cut), false, fields, copies);
        QVERIFY2(partial && partial->consumed == 0, text.c_str());
      }
    }
  }

  void theLastRecordNeedsNoLineEnd() {
    CsvFields fields;
    std::deque<std::string> copies;
    const auto record = scanRecord("a,\"b\"", true, fields, copies);
    QVERIFY(record);
    QCOMPARE(record->bytes, std::size_t(5));
    QCOMPARE(fields, (CsvFields{"a", "b"}));
  }

  void refusesARecordWithoutEnd() {
    CsvFields fields;
    std::deque<std::string> copies;
    const std::string text = "\"" + std::string(maxRecordBytes, 'x');
    QCOMPARE(scanRecord(text, false, fields, copies).error().code, ErrorCode::TooLarge);
    const std::string commas(300, ',');
    QCOMPARE(scanRecord(commas, true, fields, copies).error().code, ErrorCode::TooLarge);
  }

  void readsAcrossWindows_data() {
    QTest::addColumn<bool>("shuffled");
    QTest::newRow("ids rise") << false;
    QTest::newRow("ids in no order") << true;
  }
  void readsAcrossWindows() {
    QFETCH(bool, shuffled);
    constexpr int count = 250'000;
    TreeHasher rows;
    const std::string csv = stocks(count, shuffled, rows);
    QVERIFY(csv.size() > (32u << 20));
    const MemoryFeed feed(csv);
    TableReader reader(feed, Table::Stocks);
    QVERIFY(reader.start());
    RowBatch batch;
    std::int64_t grams = 0;
    std::int64_t nodes = 0;
    std::int64_t row = 1;
    while (true) {
      const auto more = reader.next(batch);
      QVERIFY2(more, more ? "" : more.error().text().c_str());
      if (!*more) break;
      QCOMPARE(batch.firstRow, row);
      row += static_cast<std::int64_t>(batch.rows());
      for (std::size_t i = 0; i < batch.rows(); ++i) {
        const Cell* cells = batch.cells.data() + i * reader.columns().size();
        QCOMPARE(csv.substr(static_cast<std::size_t>(batch.at[i]), cells[0].size),
                 std::string(cells[0].text, cells[0].size));
        nodes += std::string_view(cells[2].text, cells[2].size).starts_with("yard\n\"") ? 1 : 0;
        grams += cells[4].number;
      }
    }
    QVERIFY(feed.windows > 2);
    QCOMPARE(nodes, std::int64_t{count});
    QCOMPARE(grams, std::int64_t{count} * (count - 1) / 2 * 1000 + std::int64_t{count} * 250);
    QCOMPARE(reader.content().rows, std::int64_t{count});
    QVERIFY(reader.content().sha256 == sha256(bytesOf(csv)));
    QVERIFY(reader.content().rowRoot == rows.root());
    QCOMPARE(reader.content().firstKey, std::string("K10000000"));
    QCOMPARE(reader.content().lastKey, "K" + std::to_string(10'000'000 + count - 1));
  }

  void keepsTheBytesInSlices_data() {
    QTest::addColumn<int>("windowBytes");
    for (const int bytes : {3, 1000, 1 << 20, (1 << 20) + 1, 64 << 20}) {
      QTest::addRow("windows of %d bytes", bytes) << bytes;
    }
  }
  void keepsTheBytesInSlices() {
    QFETCH(int, windowBytes);
    TreeHasher rows;
    // Short windows cost a copy each; one slice and a bit is enough for them.
    const std::string csv = stocks(windowBytes < 1 << 20 ? 8'000 : 25'000, false, rows);
    const MemoryFeed feed(csv);
    TableReader reader(feed, Table::Stocks, windowBytes);
    reader.keepBytes();
    QVERIFY(reader.start());
    std::vector<Bytes> slices;
    RowBatch batch;
    auto more = reader.next(batch);
    for (; more && *more; more = reader.next(batch)) {
      for (Bytes& slice : batch.slices) slices.push_back(std::move(slice));
    }
    QVERIFY(more);
    for (Bytes& slice : reader.lastSlices()) slices.push_back(std::move(slice));
    std::string kept;
    for (std::size_t i = 0; i < slices.size(); ++i) {
      const auto bytes = static_cast<std::int64_t>(slices[i].size());
      QVERIFY(i + 1 == slices.size() ? bytes <= evidenceSliceBytes : bytes == evidenceSliceBytes);
      kept += textOf(slices[i]);
    }
    QVERIFY(slices.size() > 1);
    QVERIFY(kept == csv);
  }

  void findsADuplicateFarApart() {
    TreeHasher rows;
    std::string csv = stocks(250'000, true, rows);
    const std::string first = csv.substr(header.size(), 9);
    csv += first + ",2142-01-01T00:00:00Z,yard,pellet,1,\n";
    const MemoryFeed feed(csv);
    TableReader reader(feed, Table::Stocks);
    QVERIFY(reader.start());
    RowBatch batch;
    auto more = reader.next(batch);
    while (more && *more) more = reader.next(batch);
    QVERIFY(!more);
    QCOMPARE(more.error().code, ErrorCode::Duplicate);
    QCOMPARE(more.error().where.row, 250'001);
    QCOMPARE(more.error().found.text(), "\"" + first + "\"");
  }

  void oneInstrumentMayHaveSeveralCalibrations() {
    const auto read = [](const std::string& rows) {
      const MemoryFeed feed("id,calibration_id\n" + rows);
      TableReader reader(feed, Table::Instruments);
      if (!reader.start()) return false;
      RowBatch batch;
      auto more = reader.next(batch);
      while (more && *more) more = reader.next(batch);
      return more.ok();
    };
    QVERIFY(read("wb1,c1\nwb1,c2\nwb0,c1\n"));
    QVERIFY(!read("wb1,c1\nwb1,c2\nwb1,c1\n"));
  }
};

PLUMBLINE_TEST(TestTableReader)
#include "test_table_reader.moc"
