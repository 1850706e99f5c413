// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of an official text file by their headings, streamed: UTF-8 with or without byte order mark,
// UTF-16 or Windows-1252.

#include <functional>
#include <map>

#include "model/containers/delimited_rows.h"
#include "model/containers/text_encoding.h"
#include "model/readers/read_input.h"

namespace plumbline {

/// A row below the headings.
class HeadedRow {
 public:
  HeadedRow(const RawRow& row, const std::map<std::string, std::size_t, std::less<>>& columns)
      : m_row(row), m_columns(columns) {}
  /// Trimmed; empty where the file has no such column.
  [[nodiscard]] std::string text(std::string_view heading) const;
  [[nodiscard]] std::int64_t number() const { return m_row.number; }
  [[nodiscard]] RowDefect defect() const { return m_row.defect; }
  /// The cells as they stand, with semicolons between.
  [[nodiscard]] std::string raw() const;

 private:
  const RawRow& m_row;
  const std::map<std::string, std::size_t, std::less<>>& m_columns;
};

/// What a heading is called: the key that HeadedRow::text asks for.
using HeadingName = std::function<std::string(std::string_view heading)>;

/// The first row holds the headings; blank rows are passed over. Errors: Io, Cancelled, Malformed;
/// Duplicate where two columns have the same name.
[[nodiscard]] Result<void> forEachHeadedRow(
    const ReadInput& input, char delimiter, const HeadingName& nameOf,
    const std::function<Result<void>(const HeadedRow&)>& take, const Progress& progress);
/// The headings of a file from its head; empty where its first row does not end there.
[[nodiscard]] std::vector<std::string> headingsOf(const ReadInput& input, char delimiter);

}  // namespace plumbline
