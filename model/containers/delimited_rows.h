// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of delimited text as people and their programs write it: any delimiter, quotes in odd
// places, LF, CRLF and CR mixed, any byte. What cannot be cut into cells within the limits becomes
// a row with a defect; it does not end the file.

#include <deque>
#include <functional>
#include <string>

#include "crypto/result.h"

#include "model/containers/raw_row.h"

namespace plumbline {

class DelimitedRows {
 public:
  /// Appends the next piece of decoded text; false when there is no more.
  using Source = std::function<Result<bool>(std::string& out)>;
  DelimitedRows(Source source, char delimiter)
      : m_source(std::move(source)), m_delimiter(delimiter) {}
  /// The next row, blank ones included; false at the end. Views last until the next call.
  /// Errors: those of the source; Malformed after 100 quotes that nothing closes.
  [[nodiscard]] Result<bool> next(RawRow& row);

 private:
  enum class Scan : std::uint8_t { Done, Incomplete, OpenQuote };
  [[nodiscard]] Result<void> refill();
  [[nodiscard]] Scan scanRow(RawRow& row, bool quotes);
  [[nodiscard]] Scan scanPlain(RawRow& row);
  [[nodiscard]] Scan scanQuoted(RawRow& row);
  [[nodiscard]] Scan endCell();
  [[nodiscard]] Result<void> readOpenQuote(RawRow& row);
  [[nodiscard]] Result<void> skipLine();
  void addCell(RawRow& row, std::string_view text);

  Source m_source;
  char m_delimiter;
  std::string m_buffer;
  std::size_t m_start = 0;  // of the row in the buffer
  std::size_t m_at = 0;     // where scanning has come to
  bool m_rowEnded = false;
  bool m_sourceEnded = false;
  std::int64_t m_rows = 0;
  int m_openQuotes = 0;
  std::deque<std::string> m_copies;  // of quoted cells whose text is not one piece
};

}  // namespace plumbline
