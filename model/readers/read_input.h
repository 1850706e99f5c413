// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An official file as its readers see it: a bounded look at its start, and its bytes in windows.

#include <memory>
#include <optional>

#include "crypto/json.h"

#include "model/containers/xlsx_reader.h"
#include "model/members/byte_feed.h"

namespace plumbline {

inline constexpr std::int64_t readHeadBytes = 64 << 10;
inline constexpr std::size_t sheetHeadRows = 30;
inline constexpr std::size_t sheetHeads = 64;

/// The first rows of a workbook's sheet.
struct SheetHead {
  std::string name;
  std::vector<XlsxRow> rows;
};

/// A workbook and the bytes it is inflated from.
struct OpenWorkbook {
  Bytes bytes;
  XlsxWorkbook workbook;
};

struct ReadInput {
  std::string name;  // may be "originals/<sha256>": the content decides what a file is
  const ByteFeed* feed = nullptr;
  Hash sha256;                            // of the whole file
  Bytes head;                             // at most readHeadBytes
  std::optional<JsonValue> details = {};  // how to read it (RecordSink::keepDetails)
  // Of an XLSX workbook, opened once for all who look at it:
  std::shared_ptr<const OpenWorkbook> workbook = {};
  std::vector<SheetHead> sheets = {};
  std::optional<Error> workbookFault = {};  // a ZIP package that is no workbook we can open

  [[nodiscard]] std::int64_t bytes() const { return feed->bytes(); }
  [[nodiscard]] std::string_view headText() const { return textOf(head); }
  /// The whole file, for formats that cannot be streamed. Errors: Io; TooLarge beyond `limit`.
  [[nodiscard]] Result<Bytes> readAll(std::int64_t limit) const;
};

/// Looks at the start of a file; `feed` must outlive the answer. Errors: Io, Cancelled.
[[nodiscard]] Result<ReadInput> lookAt(std::string_view name, const ByteFeed& feed,
                                       const Hash& sha256, const Progress& progress);

}  // namespace plumbline
