// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/totals/pair_comparison.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace plumbline {
namespace {

ExactAmount magnitude(ExactAmount amount) {
  return amount < 0 ? -amount : amount;
}

ExactAmount difference(ExactAmount a, ExactAmount b) {
  return exactSum(a, -b);
}

/// The word that all rows have, or that those have which say anything; -1: none, or several.
int commonWord(const TotalRows& rows, int DeclaredTotal::* word) {
  int common = -1;
  for (const DeclaredTotal* row : rows) {
    if (row->*word < 0 || row->*word == common) continue;
    if (common >= 0) return -1;
    common = row->*word;
  }
  return common;
}

/// Rows of both sides that are about one material.
struct Group {
  TotalRows sent, received;
  bool namesDiffer = false;
  [[nodiscard]] TotalRows all() const {
    TotalRows rows = sent;
    rows.insert(rows.end(), received.begin(), received.end());
    return rows;
  }
};

/// Joins what has a word in common.
class Joined {
 public:
  explicit Joined(std::size_t count) : m_parents(count) {
    std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
  }
  std::size_t rootOf(std::size_t index) {
    while (m_parents[index] != index) index = m_parents[index] = m_parents[m_parents[index]];
    return index;
  }
  void join(std::size_t a, std::size_t b) { m_parents[rootOf(a)] = rootOf(b); }

 private:
  std::vector<std::size_t> m_parents;
};

/// Equal material or equal code. What is left of both sides is compared as a sum: two parties have two
/// words for one thing. Where a row says neither word, all is one.
std::vector<Group> groupsOf(const Group& all) {
  const TotalRows rows = all.all();
  const auto isBlank = [](const DeclaredTotal* row) { return row->material < 0 && row->code < 0; };
  const bool oneSided = all.sent.empty() || all.received.empty();
  if (oneSided || std::any_of(rows.begin(), rows.end(), isBlank)) return {all};
  Joined joined(rows.size());
  std::map<int, std::size_t> materials, codes;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]->material >= 0) joined.join(i, materials.try_emplace(rows[i]->material, i).first->second);
    if (rows[i]->code >= 0) joined.join(i, codes.try_emplace(rows[i]->code, i).first->second);
  }
  std::map<std::size_t, Group> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Group& group = found[joined.rootOf(i)];
    (i < all.sent.size() ? group.sent : group.received).push_back(rows[i]);
  }
  std::vector<Group> groups, onlySent, onlyReceived;
  for (auto& [root, group] : found) {
    auto& list = group.received.empty() ? onlySent : group.sent.empty() ? onlyReceived : groups;
    list.push_back(std::move(group));
  }
  if (!onlySent.empty() && !onlyReceived.empty()) {
    Group rest;
    rest.namesDiffer = true;
    for (const auto* list : {&onlySent, &onlyReceived}) {
      for (const Group& each : *list) {
        rest.sent.insert(rest.sent.end(), each.sent.begin(), each.sent.end());
        rest.received.insert(rest.received.end(), each.received.begin(), each.received.end());
      }
    }
    groups.push_back(std::move(rest));
    return groups;
  }
  groups.insert(groups.end(), onlySent.begin(), onlySent.end());
  groups.insert(groups.end(), onlyReceived.begin(), onlyReceived.end());
  return groups;
}

/// The two sides of one group, period by period.
class GroupComparison {
 public:
  GroupComparison(const TotalsContext& context, const TwoSides& sides, const Group& group)
      : m_context(context), m_table(context.table()), m_sides(sides), m_group(group) {
    if (sides.kind != TotalsKind::Partners) return;
    m_sender = context.published(sides.sender, true);
    m_receiver = context.published(sides.receiver, false);
    m_sentShort = isAnyShort(group.sent);
    m_receivedShort = isAnyShort(group.received);
  }

  std::vector<TotalsPair> pairs() {
    const TotalRows rows = m_group.all();
    if (!isOneKind(m_table, rows)) return unitsDiffer();
    m_unit = &m_table.unit(rows.front()->unit);
    const auto windows = windowsOf(m_context.sumsOf(m_group.sent), m_context.sumsOf(m_group.received));
    std::vector<TotalsPair> out;
    for (std::size_t i = 0; i < windows.size();) {
      const int year = yearOf(windows[i].first);
      std::size_t next = i;
      while (next < windows.size() && yearOf(windows[next].first) == year) ++next;
      const std::span<const PeriodWindow> part(windows.data() + i, next - i);
      if (m_sides.kind != TotalsKind::OwnLines || hasBoth(part)) out.push_back(ofYear(year, part));
      i = next;
    }
    return out;
  }

 private:
  static bool isAnyShort(const TotalRows& rows) {
    return std::any_of(rows.begin(), rows.end(), [](const DeclaredTotal* row) { return isShort(*row); });
  }

  static bool hasBoth(std::span<const PeriodWindow> windows) {
    const auto sent = [](const PeriodWindow& each) { return each.a.rows > 0; };
    const auto received = [](const PeriodWindow& each) { return each.b.rows > 0; };
    return std::any_of(windows.begin(), windows.end(), sent) &&
           std::any_of(windows.begin(), windows.end(), received);
  }

  TotalsPair pairOf(int year) const {
    TotalsPair pair;
    pair.kind = m_sides.kind;
    pair.out = m_sides.out;
    if (m_sides.sender >= 0) pair.sender = m_table.text(m_sides.sender);
    if (m_sides.receiver >= 0) pair.receiver = m_table.text(m_sides.receiver);
    pair.senderName = pair.sender;
    pair.receiverName = pair.receiver;
    TotalRows rows = m_group.all();
    std::erase_if(rows, [year](const DeclaredTotal* row) { return yearOf(row->firstDay) != year; });
    int word = commonWord(rows, &DeclaredTotal::material);
    if (word < 0 && std::all_of(rows.begin(), rows.end(), [](const auto* row) { return row->material < 0; })) {
      word = commonWord(rows, &DeclaredTotal::code);
    }
    if (word >= 0) pair.material = m_table.text(word);
    pair.namesDiffer = m_group.namesDiffer;
    pair.isSigned = std::all_of(rows.begin(), rows.end(), [](const auto* row) { return row->isSigned; });
    pair.records = recordsOf(m_table, rows);
    return pair;
  }

  /// Whoever names partners and does not name this one says that there was nothing. Who tells of this one
  /// by month or quarter has to name others by month or quarter for that: a year of somebody else may
  /// be all that is here of the rest of the year.
  bool isWhole(const PeriodWindow& window, const PeriodWindow::Side& side,
               const PublishedTotals* published) const {
    if (side.rows > 0 && side.isWhole) return true;
    if (m_sides.kind == TotalsKind::OwnLines) return &side == &window.b;
    if (published == nullptr) return false;
    const bool needsShort = &side == &window.a ? m_sentShort : m_receivedShort;
    return (needsShort ? published->namedShort : published->named).covers(window.first, window.end);
  }

  /// Why the side does not say how much it was in that window.
  static TotalsDoubt doubtOf(const PeriodWindow& window, const PeriodWindow::Side& side,
                             const PublishedTotals* published) {
    if (side.rows > 0) return TotalsDoubt::PartOfPeriod;
    if (published == nullptr || !published->any.touches(window.first, window.end)) {
      return TotalsDoubt::NotPublished;
    }
    return published->named.touches(window.first, window.end) ? TotalsDoubt::PartOfPeriod
                                                              : TotalsDoubt::NotNamed;
  }

  /// None: both sides can be compared.
  TotalsDoubt doubtIn(const PeriodWindow& window) const {
    if (!window.a.isClear || !window.b.isClear) return TotalsDoubt::Overlap;
    const bool a = isWhole(window, window.a, m_sender);
    const bool b = isWhole(window, window.b, m_receiver);
    if (a && b) return TotalsDoubt::None;
    // A part that is more than the whole of the other side is more, whatever else there was.
    const ExactAmount gap = difference(window.a.sum, window.b.sum);
    const bool isMore = magnitude(gap) > roundingOf(window) / 2 && (a ? gap < 0 : gap > 0);
    if (a != b && window.a.rows > 0 && window.b.rows > 0 && isMore) return TotalsDoubt::None;
    return a ? doubtOf(window, window.b, m_receiver) : doubtOf(window, window.a, m_sender);
  }

  static ExactAmount roundingOf(const PeriodWindow& window) {
    return exactSum(window.a.rounding, window.b.rounding);
  }

  std::int64_t micro(ExactAmount amount) const { return microOf(amount, *m_unit); }

  TotalsWindow shown(const PeriodWindow& window, TotalsDoubt doubt) const {
    TotalsWindow out;
    out.start = startOf(window.first);
    out.end = startOf(window.end);
    if (window.a.rows > 0) out.sent = micro(window.a.sum);
    if (window.b.rows > 0) out.received = micro(window.b.sum);
    out.doubt = doubt;
    out.isCompared = doubt == TotalsDoubt::None;
    const ExactAmount gap = difference(window.a.sum, window.b.sum);
    out.agrees = out.isCompared && magnitude(gap) <= roundingOf(window) / 2;
    return out;
  }

  TotalsPair ofYear(int year, std::span<const PeriodWindow> windows) const {
    TotalsPair pair = pairOf(year);
    pair.unit = m_unit->text;
    pair.start = startOf(windows.front().first);
    pair.end = startOf(windows.front().end);
    PeriodWindow compared;
    ExactAmount sent = 0, received = 0;
    std::int64_t sentRows = 0, receivedRows = 0;
    for (const PeriodWindow& window : windows) {
      const TotalsDoubt doubt = doubtIn(window);
      pair.windows.push_back(shown(window, doubt));
      pair.end = std::max(pair.end, startOf(window.end));
      sent = exactSum(sent, window.a.sum);
      received = exactSum(received, window.b.sum);
      sentRows += window.a.rows;
      receivedRows += window.b.rows;
      if (doubt != TotalsDoubt::None) {
        ++pair.open;
        pair.doubt = pair.doubt == TotalsDoubt::None ? doubt : std::min(pair.doubt, doubt);
        continue;
      }
      for (auto side : {&PeriodWindow::a, &PeriodWindow::b}) {
        PeriodWindow::Side& sum = compared.*side;
        sum.sum = exactSum(sum.sum, (window.*side).sum);
        sum.rounding = exactSum(sum.rounding, (window.*side).rounding);
        sum.rows += (window.*side).rows;
      }
    }
    if (sentRows > 0) pair.sent = micro(sent);
    if (receivedRows > 0) pair.received = micro(received);
    pair.rows = sentRows + receivedRows;
    judge(compared, pair);
    if (pair.result == TotalsResult::SenderOnly || pair.result == TotalsResult::ReceiverOnly) {
      const PublishedTotals* const silent =
          pair.result == TotalsResult::SenderOnly ? m_receiver : m_sender;
      const ExactAmount gap = magnitude(difference(compared.a.sum, compared.b.sum));
      pair.mayBeUnnamed =
          silent != nullptr && gap > 0 && m_context.unnamedIn(*silent, year, *m_unit) >= gap;
    }
    return pair;
  }

  void judge(const PeriodWindow& compared, TotalsPair& pair) const {
    if (pair.open == static_cast<std::int64_t>(pair.windows.size())) return;
    const ExactAmount gap = difference(compared.a.sum, compared.b.sum);
    const ExactAmount rounding = roundingOf(compared);
    pair.gap = micro(gap);
    pair.gapMass = massOf(gap, *m_unit);
    pair.allowed = micro(rounding / 2);
    const bool agrees = magnitude(gap) <= rounding / 2;
    if (compared.b.rows == 0 && m_sides.kind == TotalsKind::Partners) {
      pair.result = TotalsResult::SenderOnly;
    } else if (compared.a.rows == 0) {
      pair.result = TotalsResult::ReceiverOnly;
    } else {
      pair.result = agrees ? TotalsResult::Confirmed : TotalsResult::Differs;
    }
    pair.isShifted = pair.result == TotalsResult::Confirmed &&
                     std::any_of(pair.windows.begin(), pair.windows.end(), [](const auto& window) {
                       return window.isCompared && !window.agrees;
                     });
    if (m_sides.kind == TotalsKind::AllPartners) judgeAll(gap, pair);
    if (pair.result != TotalsResult::CannotTell && pair.open == 0) pair.doubt = TotalsDoubt::None;
  }

  /// Others may have published nothing: they can only be more than the total of all.
  void judgeAll(ExactAmount gap, TotalsPair& pair) const {
    const bool othersAreMore = m_sides.out ? gap < 0 : gap > 0;
    if (pair.result != TotalsResult::Differs || othersAreMore) return;
    pair.result = TotalsResult::CannotTell;
    pair.doubt = TotalsDoubt::OthersSilent;
    pair.gap = 0;
    pair.gapMass = {};
  }

  std::vector<TotalsPair> unitsDiffer() const {
    std::map<int, Group> years;
    for (const DeclaredTotal* row : m_group.sent) years[yearOf(row->firstDay)].sent.push_back(row);
    for (const DeclaredTotal* row : m_group.received) {
      years[yearOf(row->firstDay)].received.push_back(row);
    }
    std::vector<TotalsPair> out;
    for (const auto& [year, group] : years) {
      if (m_sides.kind != TotalsKind::Partners && (group.sent.empty() || group.received.empty())) continue;
      TotalsPair pair = pairOf(year);
      const TotalRows rows = group.all();
      pair.rows = static_cast<std::int64_t>(rows.size());
      pair.doubt = TotalsDoubt::Units;
      pair.open = 1;
      pair.start = startOf((*std::min_element(rows.begin(), rows.end(), [](auto* a, auto* b) {
                     return a->firstDay < b->firstDay;
                   }))->firstDay);
      pair.end = startOf((*std::max_element(rows.begin(), rows.end(), [](auto* a, auto* b) {
                   return a->endDay < b->endDay;
                 }))->endDay);
      pair.unit = showSide(group.sent, pair.sent);
      const std::string received = showSide(group.received, pair.received);
      if (pair.unit.empty()) {
        pair.unit = received;
      } else if (received != pair.unit) {
        pair.receivedUnit = received;
      }
      pair.windows.push_back({pair.start, pair.end, pair.sent, pair.received, false, false,
                              TotalsDoubt::Units});
      out.push_back(std::move(pair));
    }
    return out;
  }

  /// Its sum and unit, where that side has one kind of unit.
  std::string showSide(const TotalRows& rows, std::optional<std::int64_t>& sum) const {
    if (rows.empty() || !isOneKind(m_table, rows)) return {};
    const TotalUnit& unit = m_table.unit(rows.front()->unit);
    ExactAmount amount = 0;
    for (const PeriodSum& each : m_context.sumsOf(rows)) amount = exactSum(amount, each.sum);
    sum = microOf(amount, unit);
    return unit.text;
  }

  const TotalsContext& m_context;
  const TotalsTable& m_table;
  const TwoSides& m_sides;
  const Group& m_group;
  const TotalUnit* m_unit = nullptr;
  bool m_sentShort = false, m_receivedShort = false;  // a side tells of the other by quarter or month
  const PublishedTotals* m_sender = nullptr;
  const PublishedTotals* m_receiver = nullptr;
};

int yearOf(const TotalsPair& pair) {
  return Month::of(pair.start).year();
}

bool isConfirmed(const TotalsPair& pair) {
  return pair.result == TotalsResult::Confirmed;
}

}  // namespace

std::vector<RecordRef> recordsOf(const TotalsTable& table, TotalRows rows) {
  std::sort(rows.begin(), rows.end(), [](const DeclaredTotal* a, const DeclaredTotal* b) {
    return std::tie(a->firstDay, a->publisher, a->id) < std::tie(b->firstDay, b->publisher, b->id);
  });
  if (rows.size() > mostTotalRecords) rows.resize(mostTotalRecords);
  std::vector<RecordRef> out;
  for (const DeclaredTotal* row : rows) {
    out.push_back({Table::Totals, table.text(row->publisher), row->id, row->rowid});
  }
  return out;
}

std::vector<TotalsPair> comparedPairs(const TotalsContext& context, const TwoSides& sides) {
  const Group all{sides.sent, sides.received};
  const std::vector<Group> groups = groupsOf(all);
  std::vector<TotalsPair> whole = GroupComparison(context, sides, all).pairs();
  if (groups.size() == 1) {
    for (TotalsPair& pair : whole) pair.namesDiffer = groups.front().namesDiffer;
    return whole;
  }
  std::map<int, std::vector<TotalsPair>> years;
  for (const Group& group : groups) {
    for (TotalsPair& pair : GroupComparison(context, sides, group).pairs()) {
      years[yearOf(pair)].push_back(std::move(pair));
    }
  }
  // Where the sums agree and the materials do not, both have other words for the same things.
  std::vector<TotalsPair> out;
  for (auto& [year, parts] : years) {
    const auto sum = std::find_if(whole.begin(), whole.end(), [year = year](const TotalsPair& pair) {
      return yearOf(pair) == year && isConfirmed(pair);
    });
    if (sum != whole.end() && !std::all_of(parts.begin(), parts.end(), isConfirmed)) {
      sum->namesDiffer = true;
      out.push_back(*sum);
    } else {
      std::move(parts.begin(), parts.end(), std::back_inserter(out));
    }
  }
  return out;
}

}  // namespace plumbline
