// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the line based C2SP files (checkpoint, proof, policy, witness request) have in common.

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

/// An error at a line of the file, counted from 1.
inline Error errorAtLine(std::int64_t line, ErrorCode code, Message message,
                         std::string_view found = {}) {
  constexpr std::size_t shown = 120;
  return {code, std::move(message), Place{.row = line}, std::string(found.substr(0, shown))};
}

/// Cuts a text into its lines, each ended by a newline.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : m_rest(text) {}
  /// The next line without its newline, or nothing where no newline is left.
  std::optional<std::string_view> next() {
    const std::size_t end = m_rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = m_rest.substr(0, end);
    m_rest.remove_prefix(end + 1);
    ++m_line;
    return line;
  }
  /// Number of the line that next() gave last; 0 before the first.
  [[nodiscard]] std::int64_t line() const { return m_line; }
  [[nodiscard]] std::string_view rest() const { return m_rest; }

 private:
  std::string_view m_rest;
  std::int64_t m_line = 0;
};

using Words = std::vector<std::string_view>;

/// The words of a line, separated by spaces or tabs.
inline Words splitWords(std::string_view line) {
  Words words;
  while (true) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos) return words;
    const std::size_t end = std::min(line.find_first_of(" \t", start), line.size());
    words.push_back(line.substr(start, end - start));
    line.remove_prefix(end);
  }
}

/// ASCII decimal without sign or leading zeros, below 2^63: tree sizes, indices and times.
inline std::optional<std::uint64_t> parsePlainNumber(std::string_view text) {
  std::uint64_t number = 0;
  if (text.size() > 1 && text[0] == '0') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number >> 63 != 0) return std::nullopt;
  return number;
}

}  // namespace plumbline
