// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/totals/totals_context.h"

#include <algorithm>
#include <tuple>

namespace plumbline {
namespace {

constexpr int microDecimals = 6;

int decimalsOf(std::int64_t micro) {
  int decimals = microDecimals;
  for (; decimals > 0 && micro % 10 == 0; --decimals) micro /= 10;
  return decimals;
}

/// Everything but when and how much.
auto lineOf(const DeclaredTotal& row) {
  return std::tie(row.whose, row.out, row.partner, row.material, row.code, row.operation, row.site,
                  row.unit);
}

auto pairOf(const DeclaredTotal& row) {
  return std::tuple(row.sender(), row.receiver());
}

/// Rows of one figure's two parties and direction lie together, and there those of one side.
bool byPair(const DeclaredTotal* a, const DeclaredTotal* b) {
  const auto key = [](const DeclaredTotal& row) {
    return std::tuple(row.sender(), row.receiver(), row.side, row.out, row.declarer, row.firstDay,
                      row.endDay);
  };
  return key(*a) != key(*b) ? key(*a) < key(*b) : a->id < b->id;
}

bool isOneSide(const DeclaredTotal& a, const DeclaredTotal& b) {
  return pairOf(a) == pairOf(b) && a.side == b.side;
}

}  // namespace

bool isOneKind(const TotalsTable& table, const TotalRows& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const DeclaredTotal* row) {
    return isComparable(table.unit(row->unit), table.unit(rows.front()->unit));
  });
}

bool isShort(const DeclaredTotal& row) {
  constexpr int quarterDays = 92;
  return row.endDay - row.firstDay <= quarterDays;
}

int yearOf(int day) {
  return Month::of(startOf(day)).year();
}

Timestamp startOf(int day) {
  return Timestamp::milliseconds(day * millisecondsPerDay);
}

TotalsContext::TotalsContext(const TotalsTable& table) : m_table(table) {
  findDecimals();
  findLines();
  choose();
}

void TotalsContext::findDecimals() {
  for (const DeclaredTotal& row : m_table.rows()) {
    int& decimals = m_decimals.try_emplace({row.declarer, row.unit}, 0).first->second;
    decimals = std::max(decimals, decimalsOf(row.micro));
  }
}

/// A table that has two rows of one thing, time and nobody is a list of lines whose partners have no
/// name: no row of it is a total of all together.
void TotalsContext::findLines() {
  TotalRows rows;
  for (const DeclaredTotal& row : m_table.rows()) {
    if (row.partner < 0) rows.push_back(&row);
  }
  const auto key = [](const DeclaredTotal& row) {
    return std::tuple_cat(std::tuple(row.source, row.firstDay, row.endDay), lineOf(row));
  };
  std::sort(rows.begin(), rows.end(), [&key](const DeclaredTotal* a, const DeclaredTotal* b) {
    return key(*a) < key(*b);
  });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (key(*rows[i]) == key(*rows[i - 1])) m_linesWithoutPartner.insert(rows[i]->source);
  }
}

void TotalsContext::choose() {
  TotalRows rows;
  rows.reserve(m_table.rows().size());
  for (const DeclaredTotal& row : m_table.rows()) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), byPair);
  for (auto begin = rows.cbegin(); begin != rows.cend();) {
    auto end = begin + 1;
    while (end != rows.cend() && isOneSide(**begin, **end)) ++end;
    chooseOf(begin, end);
    begin = end;
  }
  for (auto& [key, published] : m_published) {
    published.named.close();
    published.namedShort.close();
    published.any.close();
  }
}

/// Who speaks for itself is believed before others who speak for it. Of others one is enough; and
/// one side's word for the other is not the other's word.
void TotalsContext::chooseOf(TotalRows::const_iterator begin, TotalRows::const_iterator end) {
  const int speaker = (*begin)->speaker();
  const int other = (*begin)->side == TotalsSide::Sender ? (*begin)->receiver() : (*begin)->sender();
  int chosen = -1;
  for (auto row = begin; row != end; ++row) {
    const int declarer = (*row)->declarer;
    if (declarer == speaker) chosen = speaker;
    if (chosen == -1 && declarer != other) chosen = declarer;
  }
  for (auto row = begin; row != end; ++row) {
    (*row)->declarer == chosen ? take(**row) : static_cast<void>(++m_repeated);
  }
}

void TotalsContext::take(const DeclaredTotal& row) {
  PublishedTotals& published = m_published[{row.speaker(), row.side == TotalsSide::Sender}];
  published.any.add(row.firstDay, row.endDay);
  if (row.partner >= 0) {
    published.named.add(row.firstDay, row.endDay);
    if (isShort(row)) published.namedShort.add(row.firstDay, row.endDay);
    published.namesPartners = true;
    published.lines.push_back(&row);
    m_partnered.push_back(&row);
  } else if (m_linesWithoutPartner.contains(row.source)) {
    published.unnamedLines.push_back(&row);
  } else {
    published.totals.push_back(&row);
  }
}

ExactAmount TotalsContext::roundingOf(const DeclaredTotal& row) const {
  std::int64_t micro = 1;
  const int decimals = m_decimals.find({row.declarer, row.unit})->second;
  for (int i = decimals; i < microDecimals; ++i) micro *= 10;
  return exactly(micro, m_table.unit(row.unit));
}

ExactAmount TotalsContext::amountOf(const DeclaredTotal& row) const {
  return exactly(row.micro, m_table.unit(row.unit));
}

const PublishedTotals* TotalsContext::published(int party, bool out) const {
  const auto found = m_published.find({party, out});
  return found == m_published.end() ? nullptr : &found->second;
}

std::vector<PeriodSum> TotalsContext::sumsOf(TotalRows rows) const {
  std::stable_sort(rows.begin(), rows.end(), [](const DeclaredTotal* a, const DeclaredTotal* b) {
    return lineOf(*a) < lineOf(*b);
  });
  std::vector<PeriodSum> all;
  for (std::size_t i = 0; i < rows.size();) {
    std::vector<PeriodSum> line;
    std::size_t next = i;
    for (; next < rows.size() && lineOf(*rows[next]) == lineOf(*rows[i]); ++next) {
      const DeclaredTotal& row = *rows[next];
      line.push_back({row.firstDay, row.endDay, amountOf(row), roundingOf(row), 1, true});
    }
    const auto sums = settled(std::move(line));
    all.insert(all.end(), sums.begin(), sums.end());
    i = next;
  }
  std::stable_sort(all.begin(), all.end(), [](const PeriodSum& a, const PeriodSum& b) {
    return a.first < b.first;
  });
  return all;
}

ExactAmount TotalsContext::unnamedIn(const PublishedTotals& published, int year,
                                     const TotalUnit& unit) const {
  // Rows of a party lie in the order of their time.
  const auto& rows = published.unnamedLines;
  const auto begin = std::lower_bound(rows.begin(), rows.end(), year,
                                      [](const DeclaredTotal* row, int wanted) {
                                        return yearOf(row->firstDay) < wanted;
                                      });
  ExactAmount sum = 0;
  for (auto row = begin; row != rows.end() && yearOf((*row)->firstDay) == year; ++row) {
    if (isComparable(m_table.unit((*row)->unit), unit)) sum = exactSum(sum, amountOf(**row));
  }
  return sum;
}

}  // namespace plumbline
