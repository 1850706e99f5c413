// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/contributions.h"

#include <algorithm>
#include <tuple>

#include "model/loads/stock_at.h"

namespace plumbline {
namespace {

using Kind = BalanceContribution::Kind;

constexpr std::int64_t wholePpm = 1'000'000;

BalanceContribution scalePart(const Books& books, const Loads& loads, const ErrorSum::Part& part,
                              Kind kind) {
  const Calibration& calibration = loads.instruments.at(part.key);
  BalanceContribution made;
  made.kind = kind;
  made.party = books.publications.nameOf(calibration.party);
  made.name = calibration.instrument;
  made.detail = calibration.name;
  made.stated = calibration.stated;
  made.variance = part.variance;
  return made;
}

BalanceContribution sourcePart(const Books& books, const Loads& loads, const ErrorSum::Part& part) {
  BalanceContribution made;
  made.variance = part.variance;
  if (part.key < 0) {
    made.kind = Kind::Estimate;
    made.party = books.publications.nameOf(estimateSource(part.key));
    made.stated = false;
    return made;
  }
  const LossSource& source = loads.lossSources[static_cast<std::size_t>(part.key)];
  made.kind = Kind::Loss;
  made.party = books.publications.nameOf(source.party);
  made.name = source.node;
  made.detail = books.materials.nameOf(source.party, source.material);
  made.stated = source.stated;
  return made;
}

void addFlows(std::vector<BalanceContribution>& all, const Books& books, const Loads& loads,
              const LedgerSum& flows) {
  for (const ErrorSum::Part& part : flows.flowErrors().parts(loads.instruments)) {
    switch (part.kind) {
      case ErrorSum::Part::Kind::Own:
        all.push_back(scalePart(books, loads, part, Kind::OwnScale));
        break;
      case ErrorSum::Part::Kind::Shared:
        all.push_back(scalePart(books, loads, part, Kind::SharedScale));
        break;
      case ErrorSum::Part::Kind::Common:
        all.push_back(sourcePart(books, loads, part));
        break;
      case ErrorSum::Part::Kind::Single:
        all.emplace_back().variance = part.variance;
        break;
    }
  }
}

/// Of one pile both surveys together: it is one heap that would have to be measured better.
void addStocks(std::vector<BalanceContribution>& all, const Books& books, const Loads& loads,
               const std::vector<Timestamp>& turns) {
  std::map<StockBook::Key, BalanceContribution> piles;
  BalanceContribution moved;
  moved.kind = Kind::SurveyTime;
  for (const Timestamp turn : turns) {
    Variance surveyed = 0;
    for (const auto& [key, survey] : books.stocks.surveysAt(-1, turn)) {
      BalanceContribution& pile = piles[*key];
      pile.kind = Kind::Survey;
      pile.party = books.publications.nameOf(key->party);
      pile.name = key->node;
      pile.detail = books.materials.nameOf(key->party, key->material);
      pile.stated = pile.stated && survey->stated;
      const Variance own = squaredGrams(survey->uGrams);
      pile.variance = saturatedSum(pile.variance, own);
      surveyed = saturatedSum(surveyed, own);
    }
    if (const auto level = stockAt(books.stocks, loads.ledger, -1, turn)) {
      moved.variance = saturatedSum(moved.variance, level->variance - surveyed);
    }
  }
  for (auto& [key, pile] : piles) all.push_back(std::move(pile));
  all.push_back(std::move(moved));
}

void sort(std::vector<BalanceContribution>& all) {
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    if (a.variance != b.variance) return a.variance > b.variance;
    return std::tie(a.kind, a.party, a.name, a.detail) <
           std::tie(b.kind, b.party, b.name, b.detail);
  });
}

void foldRest(std::vector<BalanceContribution>& all) {
  if (all.size() <= mostContributions) return;
  BalanceContribution rest;
  rest.count = 0;
  for (std::size_t i = mostContributions - 1; i < all.size(); ++i) {
    rest.variance = saturatedSum(rest.variance, all[i].variance);
    rest.stated = rest.stated && all[i].stated;
    ++rest.count;
  }
  all.resize(mostContributions - 1);
  all.push_back(std::move(rest));
}

Variance sumOf(const std::vector<BalanceContribution>& all) {
  Variance sum = 0;
  for (const BalanceContribution& part : all) sum = saturatedSum(sum, part.variance);
  return sum;
}

/// Whole millionths that add up to one: what rounding down leaves goes to the largest remainders.
void fillShares(std::vector<BalanceContribution>& all) {
  const Variance total = sumOf(all);
  // A factor of a million must fit below 128 bits; the shares do not need the last bits then.
  Variance divisor = 1;
  while (total / divisor > ~static_cast<Variance>(0) / wholePpm) divisor *= 2;
  const Variance whole = total / divisor;
  std::vector<std::pair<Variance, std::size_t>> remainders;
  std::int64_t left = wholePpm;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Variance scaled = all[i].variance / divisor * wholePpm;
    all[i].sharePpm = static_cast<std::int64_t>(scaled / whole);
    left -= all[i].sharePpm;
    remainders.emplace_back(scaled % whole, i);
  }
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; left > 0; i = (i + 1) % remainders.size(), --left) {
    ++all[remainders[i].second].sharePpm;
  }
}

}  // namespace

std::vector<BalanceContribution> mufContributions(const Books& books, const Loads& loads,
                                                  const AuditPlan& plan, MonthSpan months) {
  const Timestamp first = months.first.start();
  const Timestamp last = months.last.start();
  std::vector<BalanceContribution> all;
  addFlows(all, books, loads, loads.ledger.sum(-1, dayOf(first), dayOf(last)));
  addStocks(all, books, loads, {first, last});
  std::erase_if(all, [](const BalanceContribution& part) { return part.variance == 0; });
  if (all.empty()) return all;
  sort(all);
  foldRest(all);
  fillShares(all);
  const Variance total = sumOf(all);
  for (BalanceContribution& part : all) {
    part.uncertainty = expanded(part.variance, plan.coverageFactorMilli);
    part.without = expanded(total - part.variance, plan.coverageFactorMilli);
  }
  return all;
}

std::string_view toText(BalanceContribution::Kind kind) {
  switch (kind) {
    case Kind::SharedScale:
      return "shared_scale";
    case Kind::OwnScale:
      return "own_scale";
    case Kind::Survey:
      return "survey";
    case Kind::SurveyTime:
      return "survey_time";
    case Kind::Loss:
      return "loss";
    case Kind::Estimate:
      return "estimate";
    case Kind::Rest:
      break;
  }
  return "rest";
}

}  // namespace plumbline
