// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The current rows of all tables `totals`, with their words as numbers: a thousand plants over four
// years are a million rows of a few hundred words.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/books/books.h"
#include "model/totals/total_amount.h"

namespace plumbline {

/// One word for all spellings of one thing; empty: every spelling is a word of its own.
struct TotalsNames {
  using MainName = std::function<std::string(std::string_view)>;
  MainName party, material, code;
};

/// As people decided; `aliases` must outlive it.
[[nodiscard]] TotalsNames totalsNames(const Aliases& aliases);

/// Which of the two says so.
enum class TotalsSide : std::uint8_t { Sender, Receiver };

/// A row before its words are numbers.
struct TotalText {
  std::string declarer;   // party that published it
  std::string publisher;  // its own id, where `declarer` is another name of it; else empty
  std::string whose;     // whose figure it is: that party, or a site that others run
  std::string partner;   // empty: all together
  bool out = false;
  std::string basis;  // "sender", "receiver", "operator", or empty
  Timestamp start, end;
  std::string material, code, operation, site;
  std::int64_t micro = 0;
  std::string unit;
  std::string id;
  std::int64_t rowid = 0;
  std::int64_t source = 0;  // the piece of evidence it is from
  bool isSigned = false;
};

struct DeclaredTotal {
  int declarer = 0, whose = 0;
  int publisher = 0;     // its id in its publications
  int partner = -1;  // -1: all together
  bool out = false;
  TotalsSide side = TotalsSide::Sender;
  int firstDay = 0, endDay = 0;  // since 1970; end exclusive
  int material = -1, code = -1, operation = -1, site = -1;  // -1: not said
  int unit = 0;
  std::int64_t micro = 0;
  std::int64_t source = 0;
  std::int64_t rowid = 0;
  bool isSigned = false;
  std::string id;

  [[nodiscard]] int sender() const { return out ? whose : partner; }
  [[nodiscard]] int receiver() const { return out ? partner : whose; }
  /// The party whose word it claims to be.
  [[nodiscard]] int speaker() const { return side == TotalsSide::Sender ? sender() : receiver(); }
};

class TotalsTable {
 public:
  /// Rows whose period is empty are kept out: they are of no time.
  void add(const TotalText& row);
  /// Numbers its words and units in their order, so that no result depends on that of the files.
  void order();
  [[nodiscard]] const std::vector<DeclaredTotal>& rows() const { return m_rows; }
  [[nodiscard]] const std::string& text(int word) const {
    return m_words[static_cast<std::size_t>(word)];
  }
  [[nodiscard]] const TotalUnit& unit(int index) const {
    return m_units[static_cast<std::size_t>(index)];
  }
  /// Rows that are no total: neither in nor out, or of no time.
  [[nodiscard]] std::int64_t refused() const { return m_refused; }

 private:
  friend Result<TotalsTable> loadTotals(const Database&, const Books&, const TotalsNames&);
  int word(std::string_view text);  // -1 for none
  int unitOf(const std::string& written);

  std::vector<DeclaredTotal> m_rows;
  std::vector<std::string> m_words;
  std::map<std::string, int, std::less<>> m_index;
  std::vector<TotalUnit> m_units;
  std::map<std::string, int, std::less<>> m_unitIndex;  // as written
  std::int64_t m_refused = 0;
};

/// Of publications that may be looked at; what a later one took the place of is left out. Errors:
/// those of the store.
[[nodiscard]] Result<TotalsTable> loadTotals(const Database& database, const Books& books,
                                             const TotalsNames& names);

}  // namespace plumbline
