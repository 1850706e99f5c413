// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a row of the file to the rows that a mapping makes of it (table_shape.h): one for each column
// that becomes rows, without those that it leaves out, and with a key that tells which ones repeat
// another.

#include <functional>
#include <optional>

#include "crypto/hash.h"

#include "model/containers/raw_row.h"
#include "model/mapping/mapping.h"

namespace plumbline {

/// Errors: Malformed where a row has a defect, or more or fewer cells than `columns`. A spreadsheet
/// has no cells behind the last one that is filled; a text has all its delimiters.
[[nodiscard]] Result<void> checkRowShape(const RawRow& row, std::size_t columns, bool isText);

/// What a cell says, the same in a text file and a spreadsheet: "4.1399999999999997" stays as it is, "1E2"
/// is "100".
[[nodiscard]] std::string cellWords(const RawCell& cell);

struct ShapedRow {
  enum class Fate : std::uint8_t {
    Kept,
    LeftOut,  // by a filter
    Empty,    // the column that would become this row has no value
  };
  const RawRow* row = nullptr;
  Fate fate = Fate::Kept;
  std::int64_t part = 0;  // number of the column that became this row; 0 where none did
  std::string heading;    // of that column
};

class RowShape {
 public:
  /// Errors: MissingColumn; BadValue where a new heading is one of the file's.
  [[nodiscard]] static Result<RowShape> create(const Mapping& mapping,
                                               const std::vector<std::string>& headings);
  /// Of the file, and behind them those that unfolding adds.
  [[nodiscard]] const std::vector<std::string>& headings() const { return m_headings; }
  /// Errors: as checkRowShape.
  [[nodiscard]] Result<void> check(const RawRow& row) const {
    return checkRowShape(row, m_fileColumns, m_isText);
  }
  using RowFunction = std::function<Result<void>(const ShapedRow&)>;
  /// `row`: one that check() has passed. Errors: those of `take`.
  [[nodiscard]] Result<void> each(const RawRow& row, const RowFunction& take) const;
  /// The same for rows that repeat each other; nothing where the mapping does not look for them.
  [[nodiscard]] std::optional<Hash> keyOf(const ShapedRow& row) const;
  /// The texts of that key, for people.
  [[nodiscard]] std::string keyText(const ShapedRow& row) const;

 private:
  struct Filter {
    RowFilter rule;
    std::size_t column = 0;
  };
  struct Unfolded {
    std::size_t column = 0;
    std::string as;
    std::string heading;
  };
  [[nodiscard]] bool holds(const Filter& filter, const RawRow& row) const;
  [[nodiscard]] bool isEmpty(std::string_view text) const;
  [[nodiscard]] Result<void> addUnfold(const Unfold& unfold);
  [[nodiscard]] Result<void> give(ShapedRow& shaped, const RowFunction& take) const;

  std::vector<std::string> m_headings;
  std::size_t m_fileColumns = 0;
  bool m_isText = false;
  std::vector<std::string> m_emptyWords;
  std::vector<Filter> m_filters;
  std::vector<Unfolded> m_unfolded;
  std::vector<std::size_t> m_keyColumns;
};

}  // namespace plumbline
