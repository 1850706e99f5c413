// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks of strangers: rows and cells come in rising order, with texts, and twice the same.
// An input is a whole file, or the four parts of one, which then has sizes and checksums that hold.
#include "model/containers/xlsx_reader.h"
#include "model/readers/summary_log_load.h"

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/workbook_bytes.h"

using namespace plumbline;

namespace {

std::string cellsOf(const XlsxWorkbook& workbook) {
  std::string out;
  for (std::size_t i = 0; i < workbook.sheetNames().size(); ++i) {
    std::int64_t lastRow = 0;
    const auto read = [&](const XlsxRow& row) -> Result<bool> {
      fuzz::require(row.number > lastRow && !row.cells.empty());
      lastRow = row.number;
      int lastColumn = 0;
      for (const XlsxCell& cell : row.cells) {
        fuzz::require(cell.column > lastColumn && !cell.text.empty() && isUtf8(cell.text));
        fuzz::require(row.at(cell.column) == &cell);
        lastColumn = cell.column;
        out += columnLetters(cell.column) + std::to_string(row.number) + '=' + cell.text + '\n';
      }
      return true;
    };
    if (const auto done = workbook.readSheet(i, read, Progress()); !done) {
      out += done.error().text();
    }
  }
  return out;
}

void check(std::string_view file) {
  const ByteView bytes = bytesOf(file);
  const auto workbook = XlsxWorkbook::open(bytes);
  if (!workbook) return;
  fuzz::require(cellsOf(*workbook) == cellsOf(*workbook));
  const auto log = parseSummaryLogXlsx(*workbook, Progress());
  if (!log) return;
  for (const SummaryLogLoad& load : log->loads) {
    if (const auto figures = figuresOf(load, log->date1904)) {
      fuzz::require(!figures->date || Timestamp::parse(figures->date->text()).ok());
    }
  }
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  const auto part = [](std::string_view text) { return std::string(text); };
  return {fuzz::sampleWorkbookBytes(), fuzz::joined({part(sampleWorkbook), part(sampleRelations),
                                                     part(sampleTexts), part(sampleSheet)})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::textOfInput(data, size);
  if (text.starts_with("PK")) {
    check(text);
    return 0;
  }
  const std::string_view workbook = fuzz::takePart(text);
  const std::string_view relations = fuzz::takePart(text);
  const std::string_view texts = fuzz::takePart(text);
  check(fuzz::sampleWorkbookBytes(workbook, relations, texts, text));
  return 0;
}
