// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/material_books.h"

#include <algorithm>
#include <tuple>

#include "model/loads/stock_at.h"

namespace plumbline {
namespace {

using Key = MaterialBooks::Key;
using Pile = MaterialBooks::Pile;
using Piles = std::map<Key, Pile>;

constexpr std::int64_t rowsBetweenChecks = 1 << 16;

Pile* pileOf(Piles& piles, const Books& books, std::int64_t publication,
             std::string_view material) {
  const PublicationInfo& info = books.publications.find(publication);
  if (!info.usable) return nullptr;
  const auto found = piles.find({info.party, std::string(material)});
  return found == piles.end() ? nullptr : &found->second;
}

void book(LedgerSum& day, Mass mass, bool in) {
  (in ? day.intake : day.received) += mass;
}

/// A stated error may be one and the same month after month, or new each time, or new with each
/// calibration. Nobody says which, so it counts as the first two here and as the third in the tests
/// (BookedPeriod::unstated): then no truth makes an alarm likelier than it should be.
void bookError(LedgerSum& day, int source, Mass error, bool in) {
  ErrorSum& errors = in ? day.intakeErrors : day.outErrors;
  errors.addRandom(error.inGrams());
  errors.addCommon(source, in ? error : -error);
}

Result<void> bookInnerFlows(const Database& database, const Books& books, Piles& piles) {
  PLUMBLINE_TRY(query, database.prepare("SELECT publication, start_ms, end_ms, from_node, to_node, "
                                        "material, mass_g, u_g FROM flows WHERE superseded_by IS "
                                        "NULL ORDER BY id, mass_g, u_g"));
  std::map<std::tuple<int, std::string, std::string, std::string>, int> sources;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    Pile* pile = pileOf(piles, books, query.integer(0), query.text(5));
    if (pile == nullptr) continue;
    std::string from(query.text(3));
    std::string to(query.text(4));
    const bool in = pile->nodes.contains(to);
    // From one of its piles to another, or between nodes that nobody surveys.
    if (in == pile->nodes.contains(from)) continue;
    const Mass mass = Mass::grams(query.integer(6));
    pile->stated = pile->stated && query.optionalInteger(7).value_or(0) > 0;
    const Mass u = Mass::grams(statedOrDefault(query.optionalInteger(7), mass, defaultFlowMicro));
    const int source = sources
                           .try_emplace({books.publications.find(query.integer(0)).party,
                                         std::string(query.text(5)), from, to},
                                        static_cast<int>(sources.size()))
                           .first->second;
    const Timestamp start = Timestamp::milliseconds(query.integer(1));
    const Timestamp end = Timestamp::milliseconds(query.integer(2));
    const std::int64_t day = dayOf(Timestamp::milliseconds(query.integer(2) - 1));
    for (LedgerSum* sum : {&pile->days[day], &pile->inner[day]}) {
      book(*sum, mass, in);
      bookError(*sum, source, u, in);
    }
    pile->spans.emplace_back(start, end);
    (in ? pile->filled : pile->emptied) = true;
  }
}

/// Rows of publication, time, material, mass, instrument, calibration, estimated, came back.
Result<void> bookLoads(const Database& database, const Books& books, InstrumentBook& instruments,
                       Piles& piles, const Progress& progress, std::string_view sql, bool in) {
  PLUMBLINE_TRY(query, database.prepare(sql));
  for (std::int64_t row = 0;; ++row) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    if (row % rowsBetweenChecks == 0 && progress.cancelled()) return Progress::cancelledError();
    Pile* pile = pileOf(piles, books, query.integer(0), query.text(2));
    if (pile == nullptr || pile->spans.empty()) continue;
    const Timestamp time = Timestamp::milliseconds(query.integer(1));
    const Mass mass = Mass::grams(query.integer(3));
    LedgerSum& day = pile->days[dayOf(time)];
    if (query.integer(7) != 0) {
      day.openEnds += mass;  // it may lie there again or not
      continue;
    }
    book(day, mass, in);
    const int party = books.publications.find(query.integer(0)).party;
    if (query.integer(6) != 0) {
      bookError(day, estimateSource(party),
                Mass::grams(millionths(mass.inGrams(), defaultEstimateMicro)), in);
    } else {
      const int scale =
          instruments.find(party, query.text(4), query.text(5), time.inMilliseconds());
      (in ? day.intakeErrors : day.outErrors)
          .addReading(scale, in ? mass : -mass, instruments.at(scale).randomGrams);
    }
    (in ? pile->filled : pile->emptied) = true;
  }
}

LedgerSum sumOf(const std::map<std::int64_t, LedgerSum>& days, std::int64_t first,
                std::int64_t last) {
  LedgerSum total;
  for (auto at = days.lower_bound(first); at != days.end() && at->first < last; ++at) {
    total.add(at->second);
  }
  return total;
}

std::optional<StockLevel> stockOf(const Key& key, const Pile& pile, const StockBook& stocks,
                                  Timestamp time) {
  const auto level = stocks.at(key.party, time, key.material);
  if (!level) return level;
  return atMoment(*level, time, [&pile](std::int64_t day) {
    const LedgerSum sum = sumOf(pile.days, day, day + 1);
    return sum.intake + sum.received;
  });
}

bool underWay(const Pile& pile, Timestamp time) {
  // A flow that ends with the last second of a month ends with the month.
  constexpr std::int64_t secondMs = 1'000;
  return std::any_of(pile.spans.begin(), pile.spans.end(), [time](const auto& span) {
    return span.first < time && time.inMilliseconds() + secondMs < span.second.inMilliseconds();
  });
}

struct Turn {
  Month month;
  StockLevel level;
};

std::vector<Turn> turnsOf(const Key& key, const Pile& pile, const Books& books) {
  std::vector<Turn> turns;
  for (Month month = Month::of(books.start); month <= Month::of(books.end); ++month.index) {
    if (underWay(pile, month.start())) continue;
    if (auto level = stockOf(key, pile, books.stocks, month.start()))
      turns.push_back({month, *level});
  }
  const std::size_t most = mostLossPeriods + 1;
  if (turns.size() > most) turns.erase(turns.begin(), turns.end() - static_cast<long>(most));
  return turns;
}

BookedPeriod between(const Turn& a, const Turn& b, const Pile& pile,
                     const InstrumentBook& instruments) {
  BookedPeriod period{a.month, b.month, {}, {}};
  PeriodBalance& balance = period.balance;
  balance.flows = sumOf(pile.days, dayOf(a.month.start()), dayOf(b.month.start()));
  period.errors = balance.flows.flowErrors();
  balance.known = true;
  balance.opening = a.level;
  balance.closing = b.level;
  balance.muf = a.level.mass + balance.flows.net() - b.level.mass;
  balance.variance = saturatedSum(period.errors.variance(instruments),
                                  saturatedSum(a.level.variance, b.level.variance));
  return period;
}

/// More is open than any honest book leaves open.
bool goesOtherWays(const std::vector<BookedPeriod>& periods) {
  Mass muf;
  Mass there = periods.front().balance.opening.mass;
  for (const BookedPeriod& period : periods) {
    muf += period.balance.muf;
    there += period.balance.flows.intake;
  }
  return muf.abs().inGrams() > millionths(there.inGrams(), mostOpenPpm);
}

}  // namespace

Result<MaterialBooks> MaterialBooks::load(const Database& database, const Books& books,
                                          const Loads& loads, const Progress& progress) {
  MaterialBooks made;
  made.m_instruments = loads.instruments;
  for (const auto& [key, surveys] : books.stocks.piles()) {
    made.m_piles[{key.party, key.material}].nodes.insert(key.node);
  }
  PLUMBLINE_CHECK(bookInnerFlows(database, books, made.m_piles));
  const auto followed = [](const auto& entry) { return !entry.second.spans.empty(); };
  if (std::none_of(made.m_piles.begin(), made.m_piles.end(), followed)) return made;
  PLUMBLINE_CHECK(bookLoads(database, books, made.m_instruments, made.m_piles, progress,
                            "SELECT publication, time_ms, material, net_g, instrument, "
                            "calibration, estimated, 0 FROM current_intakes",
                            true));
  PLUMBLINE_CHECK(bookLoads(
      database, books, made.m_instruments, made.m_piles, progress,
      "SELECT publication, dispatched_ms, material, net_g, instrument, calibration, 0, "
      "COALESCE(status, '') IN ('returned', 'rejected') FROM current_shipments "
      "WHERE COALESCE(status, '') NOT IN ('cancelled', 'void')",
      false));
  return made;
}

LedgerSum MaterialBooks::innerFlows(const Key& key, std::int64_t firstDay,
                                    std::int64_t lastDay) const {
  return sumOf(m_piles.at(key).inner, firstDay, lastDay);
}

MaterialBooks::Periods MaterialBooks::periodsOf(const Key& key, const Books& books) const {
  const Pile& pile = m_piles.at(key);
  Periods made;
  if (pile.spans.empty()) return {"no_flows", {}};
  if (!pile.filled) return {"no_inflow", {}};
  if (!pile.emptied) return {"no_outflow", {}};
  const std::vector<Turn> turns = turnsOf(key, pile, books);
  for (std::size_t i = 1; i < turns.size(); ++i) {
    made.list.push_back(between(turns[i - 1], turns[i], pile, m_instruments));
  }
  if (made.list.empty()) return {"no_stock_survey_then", {}};
  if (made.list.size() == 1) return {"one_period", {}};
  if (goesOtherWays(made.list)) return {"other_ways", {}};
  return made;
}

}  // namespace plumbline
