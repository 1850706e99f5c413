// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of totals made by hand.

#include <string>
#include <vector>

#include "model/totals/compare_totals.h"

namespace plumbline::test {

inline Timestamp day(const std::string& date) {
  return Timestamp::parse(date).value();
}

/// Of a quarter, 1 to 4; of 0 the whole year.
inline std::pair<Timestamp, Timestamp> quarter(int year, int number) {
  if (number == 0) return {Timestamp::fromCivil(year, 1, 1), Timestamp::fromCivil(year + 1, 1, 1)};
  const Month first{year * 12 + (number - 1) * 3};
  return {first.start(), Month{first.index + 3}.start()};
}

class Declared {
 public:
  Declared(std::string party, bool out, std::string partner, std::string quantity, int part = 0) {
    m_row.declarer = m_row.whose = std::move(party);
    m_row.out = out;
    m_row.partner = std::move(partner);
    m_row.micro = parseFixed(quantity, 6).value();
    m_row.unit = "t";
    m_row.source = 1;
    std::tie(m_row.start, m_row.end) = quarter(2141, part);
  }
  Declared year(int year, int part = 0) const {
    return with([&](TotalText& row) { std::tie(row.start, row.end) = quarter(year, part); });
  }
  Declared days(const char* start, const char* end) const {
    return with([&](TotalText& row) {
      row.start = day(start);
      row.end = day(end);
    });
  }
  Declared unit(const char* unit) const { return with([&](TotalText& row) { row.unit = unit; }); }
  Declared of(const char* material, const char* code = "") const {
    return with([&](TotalText& row) {
      row.material = material;
      row.code = code;
    });
  }
  Declared by(const char* declarer) const {
    return with([&](TotalText& row) { row.declarer = declarer; });
  }
  Declared basis(const char* basis) const { return with([&](TotalText& row) { row.basis = basis; }); }
  Declared from(std::int64_t source) const {
    return with([&](TotalText& row) { row.source = source; });
  }
  [[nodiscard]] const TotalText& row() const { return m_row; }

 private:
  template <class Change>
  Declared with(const Change& change) const {
    Declared copy = *this;
    change(copy.m_row);
    return copy;
  }
  TotalText m_row;
};

inline Declared sends(const char* party, const char* to, const char* quantity, int part = 0) {
  return {party, true, to, quantity, part};
}
inline Declared gets(const char* party, const char* from, const char* quantity, int part = 0) {
  return {party, false, from, quantity, part};
}

inline TotalsComparison compared(const std::vector<Declared>& rows) {
  TotalsTable table;
  std::int64_t number = 0;
  for (const Declared& each : rows) {
    TotalText row = each.row();
    row.rowid = ++number;
    row.id = "T-" + std::to_string(number);
    table.add(row);
  }
  return compareTotals(std::move(table));
}

/// "A>B 2141 t: 10 / 12 = -2 differs": in words, one a pair.
inline std::string said(const TotalsPair& pair) {
  const auto quantity = [](const std::optional<std::int64_t>& micro) {
    return micro ? quantityText(*micro) : std::string("-");
  };
  std::string out = pair.sender + ">" + pair.receiver;
  if (pair.kind != TotalsKind::Partners) out = std::string(toText(pair.kind)) + " " + out;
  if (!pair.material.empty()) out += " " + pair.material;
  out += " " + std::to_string(Month::of(pair.start).year()) + " " + pair.unit + ": " +
         quantity(pair.sent) + " / " + quantity(pair.received) + " = " + quantityText(pair.gap) +
         " " + std::string(toText(pair.result));
  if (pair.doubt != TotalsDoubt::None) out += " " + std::string(toText(pair.doubt));
  if (pair.isShifted) out += " shifted";
  if (pair.namesDiffer) out += " other_names";
  if (pair.mayBeUnnamed) out += " may_be_unnamed";
  return out;
}

inline std::vector<std::string> said(const TotalsComparison& comparison) {
  std::vector<std::string> out;
  for (const TotalsPair& pair : comparison.pairs) out.push_back(said(pair));
  return out;
}

}  // namespace plumbline::test
