// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/loss_series.h"

#include <algorithm>
#include <cmath>

#include "model/balance/material_books.h"
#include "model/loads/stock_at.h"
#include "model/statistics/elementary.h"
#include "model/statistics/muf_series.h"
#include "model/statistics/page_test.h"

namespace plumbline {
namespace {

constexpr double pageK = 0.5;  // half the shift sought, in standard deviations
constexpr double milli = 1e3;

Mass massOf(double grams) {
  constexpr double most = 9.0e18;  // below 2^63
  return Mass::grams(std::llround(std::clamp(grams, -most, most)));
}

double gramsOf(Mass mass) {
  return static_cast<double>(mass.inGrams());
}

/// Between each two turns of months at which all piles were surveyed; the newest ones.
std::vector<BookedPeriod> bookedPeriods(const Books& books, const Loads& loads, int party) {
  std::vector<Month> turns;
  for (Month month = Month::of(books.start); month <= Month::of(books.end); ++month.index) {
    if (stockAt(books.stocks, loads.ledger, party, month.start())) turns.push_back(month);
  }
  std::vector<BookedPeriod> periods;
  const std::size_t from = turns.size() > mostLossPeriods + 1 ? turns.size() - mostLossPeriods - 1 : 0;
  Month first = turns.empty() ? Month() : turns[from];
  for (std::size_t i = from + 1; i < turns.size(); ++i) {
    BookedPeriod period{first, turns[i], {}, {}};
    period.balance =
        PeriodBalance::of(books, loads, party, period.first.start(), period.last.start());
    // A month without intakes is no balance of its own: it belongs to the next one.
    if (!period.balance.known) continue;
    period.errors = period.balance.flows.flowErrors();
    first = period.last;
    periods.push_back(std::move(period));
  }
  return periods;
}

/// Between the middles of two periods.
double monthsApart(const BookedPeriod& a, const BookedPeriod& b) {
  return std::abs(a.first.index + a.last.index - b.first.index - b.last.index) / 2.0;
}

/// Of errors that are renewed in time, the less in common the further two periods are apart; grams
/// squared.
double renewedCovariance(const BookedPeriod& a, const BookedPeriod& b) {
  double sum = 0;
  for (const auto& [source, error] : a.unstated) {
    for (const auto& [second, other] : b.unstated) sum += source == second ? error * other : 0;
  }
  return sum == 0 ? 0 : sum * exactExp(-monthsApart(a, b) / renewalMonths);
}

/// What two periods share: the stock between them, with opposite signs, and the scales.
double covariance(const BookedPeriod& a, const BookedPeriod& b, const InstrumentBook& instruments) {
  const double shared = a.errors.sharedCovariance(b.errors, instruments);
  if (a.last == b.first) return shared - static_cast<double>(a.balance.closing.variance);
  if (b.last == a.first) return shared - static_cast<double>(b.balance.closing.variance);
  return shared;
}

MufSeries seriesOf(const std::vector<BookedPeriod>& periods, const InstrumentBook& instruments) {
  const auto n = static_cast<Eigen::Index>(periods.size());
  MufSeries series{Eigen::VectorXd(n), Eigen::MatrixXd(n, n)};
  for (Eigen::Index t = 0; t < n; ++t) {
    const BookedPeriod& period = periods[static_cast<std::size_t>(t)];
    series.muf[t] = gramsOf(period.balance.excess());
    series.covariance(t, t) = static_cast<double>(period.balance.variance);
    for (Eigen::Index s = 0; s < t; ++s) {
      series.covariance(t, s) = series.covariance(s, t) =
          covariance(period, periods[static_cast<std::size_t>(s)], instruments);
    }
  }
  return series;
}

/// The same for tests of what follows what: an error may be of another kind than the books say.
MufSeries forTests(MufSeries series, const std::vector<BookedPeriod>& periods) {
  for (Eigen::Index t = 0; t < series.muf.size(); ++t) {
    const BookedPeriod& period = periods[static_cast<std::size_t>(t)];
    series.covariance(t, t) += period.own;
    for (Eigen::Index s = 0; s <= t; ++s) {
      const double shared = renewedCovariance(period, periods[static_cast<std::size_t>(s)]);
      series.covariance(t, s) += shared;
      if (s != t) series.covariance(s, t) += shared;
    }
  }
  return series;
}

using Figures = std::vector<std::optional<double>>;

/// A series before its tests.
struct Draft {
  LossSeries made;
  std::vector<BookedPeriod> periods;
  MufSeries series = {}, tested = {};
  Figures figures = {};  // SITMUF
};

double scatterOfSeries(const LossSeries& made) {
  return static_cast<double>(made.scatterMilli) / milli;
}

std::optional<PageAlarm> findAlarm(const Draft& draft, const std::vector<double>& sums,
                                   double threshold) {
  const auto above =
      std::find_if(sums.begin(), sums.end(), [threshold](double sum) { return sum > threshold; });
  if (above == sums.end()) return std::nullopt;
  const Eigen::Index at = above - sums.begin();
  Eigen::Index since = at;
  while (since > 0 && sums[static_cast<std::size_t>(since - 1)] > 0) --since;
  const Eigen::Index length = at - since + 1;
  const std::vector<BookedPeriod>& periods = draft.periods;
  Mass input = periods[static_cast<std::size_t>(since)].balance.opening.mass;
  for (Eigen::Index t = since; t <= at; ++t) {
    input += periods[static_cast<std::size_t>(t)].balance.flows.intake;
  }
  const auto variance = draft.tested.covariance.block(since, since, length, length).sum();
  return PageAlarm{periods[static_cast<std::size_t>(since)].first,
                   periods[static_cast<std::size_t>(at)].last,
                   massOf(draft.tested.muf.segment(since, length).sum()),
                   massOf(scatterOfSeries(draft.made) * std::sqrt(std::max(0.0, variance))), input};
}

void fillPeriods(Draft& draft) {
  const RunningMuf running = cumulate(draft.series);
  for (std::size_t i = 0; i < draft.periods.size(); ++i) {
    const BookedPeriod& period = draft.periods[i];
    const auto t = static_cast<Eigen::Index>(i);
    LossPeriod entry;
    entry.first = period.first;
    entry.last = period.last;
    entry.muf = period.balance.muf;
    entry.tested = period.balance.excess();
    entry.sigma = massOf(std::sqrt(std::max(0.0, draft.series.covariance(t, t))));
    entry.cumuf = massOf(running.cumuf[t]);
    entry.cumufSigma = massOf(running.sigma[t]);
    if (draft.figures[i]) entry.sitmufMilli = std::llround(*draft.figures[i] * milli);
    draft.made.periods.push_back(entry);
  }
}

Figures divided(const Figures& figures, double by) {
  Figures made = figures;
  for (auto& figure : made) {
    if (figure) figure = *figure / by;
  }
  return made;
}

void runTests(Draft& draft) {
  LossSeries& made = draft.made;
  const double scatter = scatterOfSeries(made);
  const std::vector<double> loss = pageSums(divided(draft.figures, scatter), pageK);
  const std::vector<double> gain = pageSums(divided(draft.figures, -scatter), pageK);
  const double alpha = static_cast<double>(made.falseAlarmPpm) / 1e6;
  const double threshold = pageThreshold(static_cast<int>(draft.periods.size()), pageK, alpha);
  for (std::size_t i = 0; i < made.periods.size(); ++i) {
    made.periods[i].pageLossMilli = std::llround(loss[i] * milli);
    made.periods[i].pageGainMilli = std::llround(gain[i] * milli);
  }
  made.pageKMilli = std::llround(pageK * milli);
  made.pageThresholdMilli = std::llround(threshold * milli);
  made.detectable =
      massOf(detectableDeviations(alpha) * scatter *
             static_cast<double>(made.periods.back().cumufSigma.inGrams()));
  made.lossAlarm = findAlarm(draft, loss, threshold);
  made.gainAlarm = findAlarm(draft, gain, threshold);
}

void addFigures(Draft& draft, const InstrumentBook& instruments) {
  draft.series = seriesOf(draft.periods, instruments);
  draft.tested = forTests(draft.series, draft.periods);
  draft.figures = sitmuf(draft.tested);
}

/// What one source books has one sign in all periods. `isNew`: the books have its errors as common
/// only, so they are added as new each time.
void addUnstated(std::vector<BookedPeriod>& periods, const InstrumentBook& instruments,
                 bool isNew) {
  for (BookedPeriod& period : periods) {
    for (const ErrorSum::Part& part : period.errors.parts(instruments)) {
      if (part.kind != ErrorSum::Part::Kind::Common) continue;
      const auto variance = static_cast<double>(part.variance);
      period.unstated.emplace_back(part.key, std::sqrt(variance));
      if (isNew) period.own += variance;
    }
  }
}

Draft draftOfParty(const Books& books, const Loads& loads, int party, std::int64_t falseAlarmPpm) {
  Draft draft;
  LossSeries& made = draft.made;
  made.party = party;
  made.partyName = books.publications.nameOf(party);
  made.falseAlarmPpm = falseAlarmPpm;
  draft.periods = bookedPeriods(books, loads, party);
  if (draft.periods.empty()) {
    made.whyNot = PeriodBalance::of(books, loads, party, books.start, books.end).whyNot;
    if (made.whyNot.empty()) made.whyNot = "no_stock_survey_then";
    return draft;
  }
  addUnstated(draft.periods, loads.instruments, true);
  addFigures(draft, loads.instruments);
  return draft;
}

/// A material with the periods in which it can be tested, if any.
struct MaterialPeriods {
  const MaterialBooks::Key* key;
  MaterialBooks::Periods periods;
};

std::vector<MaterialPeriods> materialPeriods(const Books& books, const MaterialBooks& materials) {
  std::vector<MaterialPeriods> all;
  std::size_t tested = 0;
  for (const auto& [key, pile] : materials.piles()) {
    MaterialPeriods made{&key, materials.periodsOf(key, books)};
    if (made.periods.whyNot.empty() && ++tested > mostMaterialSeries) {
      made.periods = {"too_many", {}};
    }
    all.push_back(std::move(made));
  }
  return all;
}

Draft draftOfMaterial(const Books& books, const InstrumentBook& instruments,
                      MaterialPeriods& material, std::int64_t falseAlarmPpm) {
  Draft draft;
  LossSeries& made = draft.made;
  made.party = material.key->party;
  made.partyName = books.publications.nameOf(made.party);
  made.material = material.key->material;
  made.materialName = books.materials.nameOf(made.party, made.material);
  made.whyNot = material.periods.whyNot;
  if (!made.whyNot.empty()) return draft;
  made.falseAlarmPpm = falseAlarmPpm;
  draft.periods = std::move(material.periods.list);
  // Its books have the errors of inner flows as new each time already.
  addUnstated(draft.periods, instruments, false);
  addFigures(draft, instruments);
  return draft;
}

/// A material has its own scatter, but not more than all of them have: what one alone shows may be
/// what is looked for.
void addScatter(std::vector<Draft>& drafts) {
  std::vector<Figures> ofMaterials;
  for (const Draft& draft : drafts) {
    if (!draft.made.material.empty()) ofMaterials.push_back(draft.figures);
  }
  const double common = scatterOf(ofMaterials);
  for (Draft& draft : drafts) {
    const double own = scatterOf(std::span(&draft.figures, 1));
    const double scatter = draft.made.material.empty() ? own : std::min(own, common);
    draft.made.scatterMilli = std::llround(scatter * milli);
  }
}

}  // namespace

std::vector<LossSeries> lossSeries(const Books& books, const Loads& loads,
                                   const MaterialBooks& materials) {
  if (books.months().empty()) return {};
  std::vector<int> parties;
  const auto count = static_cast<int>(books.publications.parties().size());
  for (int party = 0; party < count; ++party) {
    if (books.publications.isPlant(party)) parties.push_back(party);
  }
  // With one plant its balance is that of all plants.
  if (parties.size() == 1) parties.clear();
  parties.insert(parties.begin(), -1);
  std::vector<MaterialPeriods> tested = materialPeriods(books, materials);
  const auto testable = std::count_if(tested.begin(), tested.end(), [](const auto& material) {
    return material.periods.whyNot.empty();
  });
  // What cannot be tested takes nothing from the budget of the others.
  const auto series = static_cast<std::int64_t>(parties.size()) + testable;
  const auto share = std::max<std::int64_t>(1, lossBudgetPpm / (2 * series));
  std::vector<Draft> drafts;
  for (const int party : parties) drafts.push_back(draftOfParty(books, loads, party, share));
  for (MaterialPeriods& material : tested) {
    drafts.push_back(draftOfMaterial(books, materials.instruments(), material, share));
  }
  addScatter(drafts);
  std::vector<LossSeries> all;
  for (Draft& draft : drafts) {
    if (!draft.periods.empty()) fillPeriods(draft), runTests(draft);
    all.push_back(std::move(draft.made));
  }
  return all;
}

}  // namespace plumbline
