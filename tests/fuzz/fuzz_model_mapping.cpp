// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text of strangers: whatever it is, rows come out the same in pieces of any size, a proposal can
// be saved and read back, and a field that is made can be read as its type.
#include "model/containers/delimited_rows.h"
#include "model/mapping/proposal.h"
#include "model/mapping/row_mapper.h"
#include "model/mapping/row_shape.h"
#include "model/records/field_value.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

std::string decoded(std::string_view bytes, TextEncoding encoding, std::size_t piece) {
  TextDecoder decoder(encoding);
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    decoder.decode(bytesOf(bytes.substr(at, piece)), at + piece >= bytes.size(), out);
  }
  return out;
}

template <class Visit>
bool forEachRow(std::string_view text, char delimiter, std::size_t piece, Visit&& visit) {
  std::size_t at = 0;
  DelimitedRows rows(
      [&](std::string& out) -> Result<bool> {
        if (at >= text.size()) return false;
        out += text.substr(at, piece);
        at += piece;
        return true;
      },
      delimiter);
  RawRow row;
  for (;;) {
    const auto more = rows.next(row);
    if (!more) return false;
    if (!*more) return true;
    visit(row);
  }
}

std::string shown(std::string_view text, char delimiter, std::size_t piece) {
  std::string out;
  forEachRow(text, delimiter, piece, [&out](const RawRow& row) {
    out += std::to_string(row.number) + reasonOf(row.defect).text();
    for (const RawCell& cell : row.cells) out += '\x01' + std::string(cell.text);
    out += '\x02';
  });
  return out;
}

void checkFields(const std::vector<FieldText>& fields, Table table) {
  for (const FieldText& each : fields) {
    for (const Field& field : tableInfo(table).fields) {
      if (field.name != each.field || isTextType(field.type)) continue;
      const bool exact = field.type == FieldType::Mass || field.type == FieldType::Time ||
                         field.type == FieldType::Flag;
      fuzz::require(!exact || parseFieldValue(field.type, each.text).ok());
    }
  }
}

void checkTable(std::string_view bytes) {
  EncodingSniffer sniffer;
  sniffer.add(bytesOf(bytes));
  const std::string text = decoded(bytes, sniffer.encoding(), bytes.size() + 1);
  fuzz::require(decoded(bytes, sniffer.encoding(), 3) == text && isUtf8(text));
  FileShape shape;
  shape.encoding = sniffer.encoding();
  shape.delimiter = delimiterOf(text);
  fuzz::require(shown(text, *shape.delimiter, 5) == shown(text, *shape.delimiter, text.size() + 1));

  std::vector<std::string> headings;
  std::optional<Profiler> profiler;
  forEachRow(text, *shape.delimiter, 4096, [&](const RawRow& row) {
    if (profiler) return profiler->add(row);
    for (const RawCell& cell : row.cells) headings.emplace_back(cell.text);
    profiler.emplace(headings);
  });
  if (!profiler) return;
  Mapping mapping = propose(profiler->profile(), shape, "party").mapping;
  static_cast<void>(openQuestions(mapping, profiler->profile()));
  const auto back = parseMappingFile(bytesOf(mappingFileText(mapping)));
  fuzz::require(!back || *back == mapping);  // a heading may be too long to be saved
  auto mapper = RowMapper::create(mapping, headings, false);
  if (!mapper) return;
  std::vector<FieldText> fields;
  forEachRow(text, *shape.delimiter, 4096, [&](const RawRow& row) {
    if (mapper->apply(row, fields)) checkFields(fields, mapping.table);
  });
  fuzz::require(UsedMapping::fromJson(mapper->used().toJson()).ok() || !back);
}

/// Every row of the file comes out once, and one that is unfolded once for each of its columns.
void checkShape(const Mapping& mapping) {
  const auto shape = RowShape::create(mapping, {"a", "b"});
  if (!shape) return;
  RawRow row;
  row.number = 2;
  row.cells = {{"x"}, {"1"}};
  std::size_t rows = 0;
  const auto done = shape->each(row, [&](const ShapedRow& each) -> Result<void> {
    ++rows;
    fuzz::require(each.row->cells.size() == shape->headings().size());
    fuzz::require(shape->keyOf(each).has_value() == !mapping.duplicates.empty());
    return {};
  });
  fuzz::require(done && rows == (mapping.unfold ? mapping.unfold->columns.size() : 1));
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {
      "Beleg-Nr;Datum;Absender;Netto (t);Sorte\nWT-1;08.04.2141 13:40;North;17,18;\"a;b\"\n",
      "document_no,line,received_at,material,net_kg\nA,1,2141-04-08T10:00:00Z,PET,1.5\n",
      "Date\tMaterial\tWeight\n03/04/2141\tPET\t1,234.5 lb\n\xEF\xBB\xBF",
      R"({"plumbline":"mapping","version":1,"table":"receipts","party":{"id":"a","role":"plant"},)"
      R"("text":{"encoding":"utf-8","delimiter":","},"sheet":"","heading_row":1,"decimal":",",)"
      R"("columns":[{"heading":"n","column":1,"field":"net_kg","unit":"m3","density":)"
      R"({"g_per_m3":24000,"source":"EPA"}},{"heading":"d","column":2,"field":"received_at",)"
      R"("order":"day first","zone":"Europe/Berlin"}],"constants":{"material":"x"}})",
      R"({"plumbline":"mapping","version":1,"table":"totals","party":{"id":"a","role":"plant"},)"
      R"("sheet":"","heading_row":1,"decimal":".","columns":[{"heading":"v","field":"quantity","unit":"t"},)"
      R"({"heading":"n","field":"period_start","order":"quarter","and":["a",{"column":2}],"separator":" "},)"
      R"({"heading":"b","field":"operation","or":["a"],"codes":{"x":"R3"}}],"empty":["-"],)"
      R"("filter":[{"heading":"a","is_not":["y"]},{"column":2,"empty":false}],)"
      R"("unfold":{"columns":["b",{"column":1,"as":"q"}],"name":"n","value":"v"},"duplicates":["a"]})",
      "Quarter;Amount (t)\nJan-Mar 2008;3\n2008 Q3;-\n1214870400;n/a\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  if (const auto mapping = parseMappingFile(bytesOf(text))) {
    const auto again = parseMappingFile(bytesOf(mappingFileText(*mapping)));
    fuzz::require(again && *again == *mapping);
    checkShape(*mapping);
  }
  checkTable(text);
  return 0;
}
