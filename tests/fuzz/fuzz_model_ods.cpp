// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ODS spreadsheets of strangers: rows rise, texts are UTF-8, and twice the same. An input is a
// whole file, or the content part of one.
#include "model/containers/ods_reader.h"

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/workbook_bytes.h"

using namespace plumbline;

namespace {

constexpr std::size_t mostRows = 2000;  // of a row that repeats, to keep one run short

constexpr std::string_view sampleContent =
    R"(<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>)"
    R"(<office:spreadsheet><table:table table:name="Data"><table:table-row>)"
    R"(<table:table-cell office:value-type="string"><text:p>Net<text:s text:c="2"/>t</text:p></table:table-cell>)"
    R"(<table:table-cell office:value-type="date" office:date-value="2141-04-08"/>)"
    R"(</table:table-row><table:table-row table:number-rows-repeated="3">)"
    R"(<table:table-cell table:number-columns-repeated="2" table:number-columns-spanned="2" )"
    R"(office:value-type="float" office:value="17.18" table:formula="of:=1"><text:p>17,18</text:p>)"
    R"(<office:annotation><text:p>note</text:p></office:annotation></table:table-cell>)"
    R"(<table:covered-table-cell/></table:table-row></table:table></office:spreadsheet></office:body>)"
    R"(</office:document-content>)";

std::string fileOf(std::string_view content) {
  return fuzz::workbookBytes(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

std::string cellsOf(const OdsDocument& document) {
  std::string out;
  for (const std::string& sheet : document.sheetNames()) {
    std::int64_t last = 0;
    std::size_t rows = 0;
    const auto read = [&](const RawRow& row) -> Result<bool> {
      fuzz::require(row.number > last);
      last = row.number;
      for (const RawCell& cell : row.cells) {
        fuzz::require(isUtf8(cell.text));
        out += std::string(cell.text) + '|';
      }
      return ++rows < mostRows;
    };
    if (const auto done = document.readSheet(sheet, read, Progress()); !done) {
      out += done.error().text();
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {fileOf(sampleContent), std::string(sampleContent)};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  const std::string file = text.starts_with("PK") ? std::string(text) : fileOf(text);
  static_cast<void>(looksLikeOds(bytesOf(file)));
  if (const auto document = OdsDocument::open(bytesOf(file), Progress())) {
    fuzz::require(cellsOf(*document) == cellsOf(*document));
  }
  return 0;
}
