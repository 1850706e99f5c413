// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/stock_book.h"

#include <algorithm>
#include <cstdlib>

#include "model/books/instrument_book.h"

namespace plumbline {
namespace {

constexpr std::int64_t reachMs = surveyReachDays * millisecondsPerDay;

/// The survey nearest to the moment; the earlier one where two are as near.
const StockBook::Survey* nearest(const std::vector<StockBook::Survey>& surveys, Timestamp time) {
  const auto after = std::lower_bound(
      surveys.begin(), surveys.end(), time,
      [](const StockBook::Survey& survey, Timestamp value) { return survey.time < value; });
  const StockBook::Survey* best = nullptr;
  std::int64_t bestGap = reachMs + 1;
  const auto look = [&](const StockBook::Survey& survey) {
    const std::int64_t gap = std::abs(survey.time.inMilliseconds() - time.inMilliseconds());
    if (gap < bestGap) {
      best = &survey;
      bestGap = gap;
    }
  };
  if (after != surveys.begin()) look(*(after - 1));
  if (after != surveys.end()) look(*after);
  return best;
}

}  // namespace

Result<StockBook> StockBook::load(const Database& database, const PublicationBook& publications) {
  StockBook book;
  PLUMBLINE_TRY(
      query, database.prepare("SELECT publication, time_ms, node, material, mass_g, u_g "
                              "FROM current_stocks ORDER BY id, mass_g, u_g"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& info = publications.find(query.integer(0));
    if (!info.usable || !publications.isPlant(info.party)) continue;
    const Mass mass = Mass::grams(query.integer(4));
    const std::int64_t u = statedOrDefault(query.optionalInteger(5), mass, defaultStockMicro);
    book.m_piles[{info.party, std::string(query.text(2)), std::string(query.text(3))}].push_back(
        {Timestamp::milliseconds(query.integer(1)), mass, u,
         query.optionalInteger(5).value_or(0) > 0});
  }
  for (auto& [key, surveys] : book.m_piles) {
    std::stable_sort(surveys.begin(), surveys.end(),
                     [](const Survey& a, const Survey& b) { return a.time < b.time; });
  }
  return book;
}

bool StockBook::has(int party) const {
  return std::any_of(m_piles.begin(), m_piles.end(),
                     [party](const auto& pile) { return party < 0 || pile.first.party == party; });
}

std::vector<std::pair<const StockBook::Key*, const StockBook::Survey*>> StockBook::surveysAt(
    int party, Timestamp time, std::string_view material) const {
  std::vector<std::pair<const Key*, const Survey*>> found;
  for (const auto& [key, surveys] : m_piles) {
    if (party >= 0 && key.party != party) continue;
    if (!material.empty() && key.material != material) continue;
    const Survey* survey = nearest(surveys, time);
    if (survey != nullptr) {
      found.emplace_back(&key, survey);
    } else if (surveys.front().time <= time) {
      return {};
    }
  }
  return found;
}

std::optional<StockLevel> StockBook::at(int party, Timestamp time,
                                        std::string_view material) const {
  const auto surveys = surveysAt(party, time, material);
  if (surveys.empty()) return std::nullopt;
  StockLevel level;
  level.earliest = level.latest = surveys.front().second->time;
  for (const auto& [key, survey] : surveys) {
    level.earliest = std::min(level.earliest, survey->time);
    level.latest = std::max(level.latest, survey->time);
    level.mass += survey->mass;
    level.variance = saturatedSum(level.variance, squaredGrams(survey->uGrams));
  }
  return level;
}

std::optional<MonthSpan> StockBook::surveyedMonths(MonthSpan span) const {
  auto [first, last] = span;
  while (first < last && !at(-1, first.start())) ++first.index;
  while (first < last && !at(-1, last.start())) --last.index;
  if (!(first < last)) return std::nullopt;
  return MonthSpan{first, last};
}

}  // namespace plumbline
