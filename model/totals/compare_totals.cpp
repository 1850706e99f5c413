// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/totals/compare_totals.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "model/totals/pair_comparison.h"

namespace plumbline {
namespace {

int senderOf(const DeclaredTotal* row) {
  return row->sender();
}

int receiverOf(const DeclaredTotal* row) {
  return row->receiver();
}

/// Sender against receiver. The rows lie together, sender by sender, and there receiver by receiver.
void comparePartners(const TotalsContext& context, std::vector<TotalsPair>& out) {
  const TotalRows& rows = context.partnered();
  for (std::size_t i = 0; i < rows.size();) {
    TwoSides sides;
    sides.sender = senderOf(rows[i]);
    sides.receiver = receiverOf(rows[i]);
    for (; i < rows.size() && senderOf(rows[i]) == sides.sender &&
           receiverOf(rows[i]) == sides.receiver;
         ++i) {
      (rows[i]->side == TotalsSide::Sender ? sides.sent : sides.received).push_back(rows[i]);
    }
    auto pairs = comparedPairs(context, sides);
    std::move(pairs.begin(), pairs.end(), std::back_inserter(out));
  }
}

/// What others declare of each party: those who sent to it, or those who received from it.
std::map<int, TotalRows> othersOf(const TotalsContext& context, bool out) {
  std::map<int, TotalRows> others;
  for (const DeclaredTotal* row : context.partnered()) {
    const bool isOthers = out ? row->side == TotalsSide::Receiver : row->side == TotalsSide::Sender;
    if (isOthers) others[out ? senderOf(row) : receiverOf(row)].push_back(row);
  }
  return others;
}

bool isToldInFull(const TotalsPair& pair) {
  return pair.sent && pair.received;
}

/// A total of all together against its own lines, or against what the others declare where it has none.
void compareTotalsOfAll(const TotalsContext& context, std::vector<TotalsPair>& out) {
  const std::map<int, TotalRows> senders = othersOf(context, false);
  const std::map<int, TotalRows> receivers = othersOf(context, true);
  for (const auto& [key, published] : context.all()) {
    const auto& [party, isOut] = key;
    if (published.totals.empty()) continue;
    TwoSides sides;
    sides.out = isOut;
    (isOut ? sides.sender : sides.receiver) = party;
    if (published.namesPartners) {
      sides.kind = TotalsKind::OwnLines;
      sides.sent = published.totals;
      sides.received = published.lines;
    } else {
      const auto& others = isOut ? receivers : senders;
      const auto found = others.find(party);
      if (found == others.end()) continue;
      sides.kind = TotalsKind::AllPartners;
      (isOut ? sides.sent : sides.received) = published.totals;
      (isOut ? sides.received : sides.sent) = found->second;
    }
    for (TotalsPair& pair : comparedPairs(context, sides)) {
      if (isToldInFull(pair)) out.push_back(std::move(pair));
    }
  }
}

/// What came in, or went out, year by year: the total where one is told, else the lines.
class YearSums {
 public:
  YearSums(const TotalsContext& context, const PublishedTotals& published) {
    TotalRows lines = published.lines;
    lines.insert(lines.end(), published.unnamedLines.begin(), published.unnamedLines.end());
    for (const PeriodWindow& window :
         windowsOf(context.sumsOf(published.totals), context.sumsOf(std::move(lines)))) {
      const bool total = window.a.rows > 0 && (window.a.isWhole || window.b.rows == 0);
      const PeriodWindow::Side& side = total ? window.a : window.b;
      Year& year = m_years[yearOf(window.first)];
      if (year.rows == 0) year.first = window.first;
      year.end = std::max(year.end, window.end);
      year.sum = exactSum(year.sum, side.sum);
      year.rounding = exactSum(year.rounding, side.rounding);
      year.rows += window.a.rows + window.b.rows;
      year.isClear = year.isClear && side.isClear;
      year.windows.push_back({window.first, window.end});
    }
  }
  struct Year {
    int first = 0, end = 0;
    ExactAmount sum = 0, rounding = 0;
    std::int64_t rows = 0;
    bool isClear = true;
    std::vector<std::pair<int, int>> windows;
  };
  [[nodiscard]] const std::map<int, Year>& years() const { return m_years; }
  [[nodiscard]] const Year* find(int year) const {
    const auto found = m_years.find(year);
    return found == m_years.end() ? nullptr : &found->second;
  }

 private:
  std::map<int, Year> m_years;
};

TotalRows allRows(const PublishedTotals& published) {
  TotalRows rows = published.totals;
  rows.insert(rows.end(), published.lines.begin(), published.lines.end());
  rows.insert(rows.end(), published.unnamedLines.begin(), published.unnamedLines.end());
  return rows;
}

/// What went out of each party against what came in. Without stock surveys it is no balance.
void compareThrough(const TotalsContext& context, std::vector<TotalsThrough>& made) {
  const TotalsTable& table = context.table();
  for (const auto& [key, published] : context.all()) {
    const auto& [party, isOut] = key;
    if (!isOut) continue;
    const PublishedTotals* const in = context.published(party, false);
    TotalRows rows = allRows(published);
    const YearSums outgoing(context, published);
    if (in != nullptr) {
      const TotalRows incoming = allRows(*in);
      rows.insert(rows.end(), incoming.begin(), incoming.end());
    }
    if (!isOneKind(table, rows)) continue;
    const std::optional<YearSums> incoming =
        in != nullptr ? std::optional<YearSums>(std::in_place, context, *in) : std::nullopt;
    const TotalUnit& unit = table.unit(rows.front()->unit);
    for (const auto& [year, sum] : outgoing.years()) {
      const YearSums::Year* const came = incoming ? incoming->find(year) : nullptr;
      if (!sum.isClear || (came != nullptr && !came->isClear)) continue;
      TotalsThrough through;
      through.party = through.name = table.text(party);
      through.unit = unit.text;
      through.start = startOf(came != nullptr ? std::min(sum.first, came->first) : sum.first);
      through.end = startOf(came != nullptr ? std::max(sum.end, came->end) : sum.end);
      through.out = microOf(sum.sum, unit);
      through.rows = sum.rows + (came != nullptr ? came->rows : 0);
      const ExactAmount inSum = came != nullptr ? came->sum : 0;
      through.in = microOf(inSum, unit);
      const ExactAmount excess = exactSum(sum.sum, -inSum);
      const ExactAmount rounding = exactSum(sum.rounding, came != nullptr ? came->rounding : 0);
      if (excess > rounding / 2) {
        through.excess = microOf(excess, unit);
        through.excessMass = massOf(excess, unit);
      }
      through.isWhole = in != nullptr && std::all_of(sum.windows.begin(), sum.windows.end(), [in](const auto& window) {
        return in->any.covers(window.first, window.second);
      });
      TotalRows ofYear = rows;
      std::erase_if(ofYear, [year = year](const DeclaredTotal* row) { return yearOf(row->firstDay) != year; });
      through.isSigned = std::all_of(ofYear.begin(), ofYear.end(), [](const auto* row) { return row->isSigned; });
      if (through.excess > 0) through.records = recordsOf(table, std::move(ofYear));
      made.push_back(std::move(through));
    }
  }
}

bool pairBefore(const TotalsPair& a, const TotalsPair& b) {
  const auto key = [](const TotalsPair& pair) {
    return std::tie(pair.kind, pair.out, pair.sender, pair.receiver, pair.start, pair.material,
                    pair.unit);
  };
  return key(a) < key(b);
}

}  // namespace

TotalsComparison compareTotals(TotalsTable table) {
  table.order();
  TotalsComparison made;
  made.rows = static_cast<std::int64_t>(table.rows().size());
  made.refused = table.refused();
  const TotalsContext context(table);
  made.repeated = context.repeated();
  comparePartners(context, made.pairs);
  compareTotalsOfAll(context, made.pairs);
  std::stable_sort(made.pairs.begin(), made.pairs.end(), pairBefore);
  compareThrough(context, made.throughs);
  return made;
}

Result<TotalsComparison> compareTotals(const Database& database, const Books& books,
                                       const TotalsNames& names) {
  PLUMBLINE_TRY(table, loadTotals(database, books, names));
  TotalsComparison made = compareTotals(std::move(table));
  for (TotalsPair& pair : made.pairs) {
    pair.senderName = books.publications.nameOf(pair.sender);
    pair.receiverName = books.publications.nameOf(pair.receiver);
  }
  for (TotalsThrough& through : made.throughs) {
    through.name = books.publications.nameOf(through.party);
  }
  return made;
}

}  // namespace plumbline
