// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A table reads the same in windows of any size, hashes to what its bytes hash to, and what was
// read, written out again, reads the same. The first byte chooses the table.
#include "model/intake/table_reader.h"
#include "model/records/field_value.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

struct Reading {
  std::string cells;    // one line a row, in the order of the file
  std::string outcome;  // the error, or what the content says
  std::string csv;      // the same rows, written anew
  Hash rowRoot;
  std::int64_t rows = 0;
  bool good = false;
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

void addRow(const RowBatch& batch, std::size_t row, const TableReader& reader, Reading& out) {
  const std::size_t columns = reader.columns().size();
  for (std::size_t i = 0; i < columns; ++i) {
    const Cell& cell = batch.cells[row * columns + i];
    const bool isText = cell.kind == Cell::Kind::Text;
    const std::string text = isText ? quoted({cell.text, cell.size})
                             : cell.kind == Cell::Kind::Integer
                                 ? fieldValueText(reader.columns()[i]->type, cell.number)
                                 : std::string();
    out.cells += (isText ? "t" : "n") + text + '\x1f';
    out.csv += (i > 0 ? "," : "") + text;
  }
  out.csv += '\n';
  out.cells += '\n';
}

Reading readTable(std::string_view text, Table table, std::int64_t windowBytes) {
  const ViewFeed feed(bytesOf(text));
  TableReader reader(feed, table, windowBytes);
  Reading out;
  const auto fail = [&out](const Error& error) {
    out.outcome = error.text() + " at " + std::to_string(error.where.byte);
    return out;
  };
  if (const auto started = reader.start(); !started) return fail(started.error());
  for (const Field* field : reader.columns()) {
    out.csv += (out.csv.empty() ? "" : ",") + std::string(field->name);
  }
  out.csv += '\n';
  RowBatch batch;
  while (true) {
    const auto more = reader.next(batch);
    if (!more) return fail(more.error());
    if (!*more) break;
    for (std::size_t row = 0; row < batch.rows(); ++row) addRow(batch, row, reader, out);
  }
  const TableContent& content = reader.content();
  fuzz::require(content.sha256 == sha256(bytesOf(text)));
  out.good = true;
  out.rows = content.rows;
  out.rowRoot = content.rowRoot;
  out.outcome = content.rowRoot.hex() + " " + content.firstKey + " " + content.lastKey;
  return out;
}

std::string sampleText(const Field& field, int row) {
  const std::string number = std::to_string(row);
  switch (field.type) {
    case FieldType::Id:
      return "id-" + number;
    case FieldType::Text:
      return "\"a, \"\"b\"\"\nc " + number + '"';
    case FieldType::Time:
      return "2142-03-0" + number + "T07:12:00.5+01:00";
    case FieldType::Flag:
      return "true";
    case FieldType::Mass:
    case FieldType::Money:
    case FieldType::Micro:
      return number + ".25";
    case FieldType::Integer:
      break;
  }
  return number;
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  std::vector<std::string> out;
  for (std::size_t table = 0; table < tableCount; ++table) {
    std::string text(1, static_cast<char>(table));
    const char* separator = "";
    for (const Field& field : tableInfo(static_cast<Table>(table)).fields) {
      text += separator + std::string(field.name);
      separator = ",";
    }
    for (const int row : {1, 3, 2, 2}) {  // the last one repeats an id
      if (row == 2 && table % 2 == 0) continue;
      separator = table == 1 ? "\r\n" : "\n";
      for (const Field& field : tableInfo(static_cast<Table>(table)).fields) {
        text += separator + sampleText(field, row);
        separator = ",";
      }
    }
    out.push_back(std::move(text));
  }
  return out;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::textOfInput(data, size);
  const auto table = static_cast<Table>(fuzz::takeChoice(text, tableCount));
  const Reading whole = readTable(text, table, 16 << 20);
  for (const std::int64_t windowBytes : {1, 7, 64}) {
    const Reading sliced = readTable(text, table, windowBytes);
    fuzz::require(sliced.good == whole.good && sliced.outcome == whole.outcome);
    fuzz::require(!whole.good || sliced.cells == whole.cells);
  }
  if (!whole.good) return 0;
  const Reading again = readTable(whole.csv, table, 16 << 20);
  fuzz::require(again.good && again.cells == whole.cells && again.rows == whole.rows);
  return 0;
}
