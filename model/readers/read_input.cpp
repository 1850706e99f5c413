// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/read_input.h"

#include <algorithm>

namespace plumbline {
namespace {

Result<Bytes> readStart(const ByteFeed& feed, std::int64_t count) {
  PLUMBLINE_TRY(window, feed.window(0, count));
  return toBytes(window.view);
}

Result<SheetHead> headOfSheet(const XlsxWorkbook& workbook, std::size_t sheet,
                              const Progress& progress) {
  SheetHead head{workbook.sheetNames()[sheet], {}};
  const auto keep = [&head](const XlsxRow& row) -> Result<bool> {
    head.rows.push_back(row);
    return head.rows.size() < sheetHeadRows;
  };
  PLUMBLINE_CHECK(workbook.readSheet(sheet, keep, progress));
  return head;
}

Result<void> openWorkbook(ReadInput& input, const Progress& progress) {
  PLUMBLINE_TRY(bytes, input.readAll(static_cast<std::int64_t>(xlsxMaxFileBytes)));
  PLUMBLINE_TRY(workbook, XlsxWorkbook::open(bytes));
  // Moving the vector leaves its bytes where the workbook reads them.
  const auto opened =
      std::make_shared<const OpenWorkbook>(OpenWorkbook{std::move(bytes), std::move(workbook)});
  const std::size_t count = std::min(opened->workbook.sheetNames().size(), sheetHeads);
  for (std::size_t sheet = 0; sheet < count; ++sheet) {
    PLUMBLINE_TRY(head, headOfSheet(opened->workbook, sheet, progress));
    input.sheets.push_back(std::move(head));
  }
  input.workbook = opened;
  return {};
}

}  // namespace

Result<Bytes> ReadInput::readAll(std::int64_t limit) const {
  if (feed->bytes() > limit) {
    return Error{ErrorCode::TooLarge,
                 "the file is too large for its format",
                 {},
                 Message("%1 bytes", feed->bytes()),
                 Message("at most %1 bytes", limit)};
  }
  return readStart(*feed, feed->bytes());
}

Result<ReadInput> lookAt(std::string_view name, const ByteFeed& feed, const Hash& sha256,
                         const Progress& progress) {
  PLUMBLINE_TRY(head, readStart(feed, std::min(feed.bytes(), readHeadBytes)));
  ReadInput input{std::string(name), &feed, sha256, std::move(head)};
  if (!looksLikeZip(input.head)) return input;
  auto opened = openWorkbook(input, progress);
  if (opened.ok()) return input;
  const ErrorCode code = opened.error().code;
  if (code == ErrorCode::Io || code == ErrorCode::Cancelled) return std::move(opened).error();
  input.workbookFault = std::move(opened).error();
  input.sheets.clear();
  return input;
}

}  // namespace plumbline
