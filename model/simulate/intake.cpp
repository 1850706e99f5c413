// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/intake.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/simulate/declared.h"
#include "model/simulate/story.h"

namespace plumbline {
namespace {

constexpr double lossRate = 0.03, lossRateUncertainty = 0.0025;  // of the intake
constexpr double surveyUncertainty = 0.025;  // of a heap, survey with control points

constexpr std::array<IntakeSource, 3> sourceList = {{
    {"household", "household-waste"},
    {"commercial", "commercial-waste"},
    {"green", "green-waste"},
}};

/// Wanted stock in thousandths of the base: 1 + 0.15 sin(2 pi (month - 1) / 12).
constexpr std::array<int, 12> season = {1000, 1075, 1130, 1150, 1130, 1075,
                                        1000, 925,  870,  850,  870,  925};

double worseThanUsual(const Confounders& confounders) {
  // Real errors of a scale are four fifths of what it states.
  return confounders.has(Confounder::Worse) ? confounders.size(Confounder::Worse) / 0.8 : 1;
}

double realShareOf(const Confounders& confounders) {
  return confounders.has(Confounder::Worse) ? confounders.size(Confounder::Worse)
                                            : realShareOfDeclared;
}

}  // namespace

const std::array<IntakeSource, 3>& intakeSources() {
  return sourceList;
}

Yard::Yard(const SimulationOptions& options, std::size_t plant)
    : m_confounders(options.confounders),
      m_realShare(realShareOf(options.confounders)),
      m_seed(options.seed),
      m_scale("WB-1", m_seed, 1, {.worse = worseThanUsual(options.confounders)}),
      m_collection("CW-" + std::to_string(1 + plant), m_seed, 10),
      m_bulk("TS-" + std::to_string(2 + plant), m_seed, 11),
      m_base(std::int64_t{options.loadsPerMonth} * 12'500),
      m_stock(m_base),
      m_bays(m_seed, m_base, worseThanUsual(options.confounders)) {}

double Yard::lossRateOf(Month month) const {
  CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Loss),
                       static_cast<std::uint64_t>(month.index));
  const double rate = lossRate + m_realShare * lossRateUncertainty * boundedNormal(random);
  if (!m_confounders.has(Confounder::SeasonalLosses)) return rate;
  constexpr double wave = 150.0;  // of the season's thousandths
  const double summer = (season[(month.month() + 9) % 12] - 1000) / wave;
  return rate + m_confounders.size(Confounder::SeasonalLosses) * summer;
}

double Yard::surveyError(std::size_t heap, CounterRandom& random) {
  double error = m_realShare * surveyUncertainty * boundedNormal(random);
  if (!m_confounders.has(Confounder::AutocorrelatedSurveys)) return error;
  const double rho = m_confounders.size(Confounder::AutocorrelatedSurveys);
  // The first one has no survey before it.
  if (m_surveys > 1) error = rho * m_surveyErrors[heap] + std::sqrt(1 - rho * rho) * error;
  m_surveyErrors[heap] = error;
  return error;
}

std::int64_t Yard::wantedStock(Month month) const {
  return m_base * season[month.month() % 12] / 1000;
}

IntakeMonth Yard::month(Month month, const WorkCalendar& calendar,
                        std::span<const std::int64_t> shipped) {
  const double rate = lossRateOf(month);
  const std::int64_t outgoing = std::accumulate(shipped.begin(), shipped.end(), std::int64_t{0});
  IntakeMonth result;
  const std::int64_t total =
      takeIn(result, rate, static_cast<double>(outgoing + wantedStock(month) - m_stock));
  const auto measured = static_cast<double>(weighIn(result, month, calendar));
  m_stock += total - outgoing - static_cast<std::int64_t>(static_cast<double>(total) * rate);
  result.declaredLoss = toTens(lossRate * measured);
  result.lossUncertainty = toTens(lossRateUncertainty * measured);
  result.fillings = m_bays.fill(month, shipped, m_stock);
  return result;
}

std::int64_t Yard::takeIn(IntakeMonth& result, double rate, double needed) {
  std::int64_t total = 0;
  while (static_cast<double>(total) * (1 - rate) < needed) {
    IntakeLoad load;
    load.number = m_nextNumber++;
    CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Intake),
                         static_cast<std::uint64_t>(load.number));
    const std::uint32_t percent = random.below(100);
    load.source = static_cast<std::uint8_t>(percent < 62 ? 0 : percent < 90 ? 1 : 2);
    load.bulk = random.below(100) < 90;
    const double payload = load.bulk ? std::min(random.lognormal(21'000, 0.12), 28'000.0)
                                     : std::min(random.lognormal(9'500, 0.25), 12'000.0);
    load.trueNet = static_cast<std::int64_t>(payload);
    total += load.trueNet;
    result.loads.push_back(load);
  }
  return total;
}

std::int64_t Yard::weighIn(IntakeMonth& result, Month month, const WorkCalendar& calendar) {
  std::int64_t measured = 0;
  const auto count = static_cast<std::int64_t>(result.loads.size());
  for (std::int64_t i = 0; i < count; ++i) {
    IntakeLoad& load = result.loads[static_cast<std::size_t>(i)];
    CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::IntakeSchedule),
                         static_cast<std::uint64_t>(load.number));
    load.time = calendar.slot(i, count, random.unit());
    Fleet& fleet = load.bulk ? m_bulk : m_collection;
    load.vehicle = fleet.take(load.time);
    fleet.giveBack(load.vehicle,
                   Timestamp::milliseconds(load.time.inMilliseconds() + 4 * millisecondsPerHour));
    const std::int64_t tare =
        fleet.tare(load.vehicle) + static_cast<std::int64_t>(60.0 * random.normal());
    load.weighing = m_scale.weigh(load.trueNet, tare, month, random);
    measured += load.weighing.net();
  }
  return measured;
}

std::vector<SurveyedHeap> Yard::survey() {
  CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Survey), m_surveys++);
  std::vector<SurveyedHeap> result;
  const auto add = [&](std::string_view node, std::string_view material, std::int64_t stock) {
    const auto mass = static_cast<double>(stock);
    const double error = surveyError(result.size(), random);
    result.push_back({node, material, toTens(mass * (1 + error)), toTens(mass * surveyUncertainty)});
  };
  add("bunker", sourceList.front().material, m_stock - m_bays.stock());
  for (std::size_t i = 0; i < goodCount; ++i) add(goods()[i].bay, goods()[i].code, m_bays.stock(i));
  return result;
}

std::string Yard::plate(const IntakeLoad& load) const {
  return (load.bulk ? m_bulk : m_collection).plate(load.vehicle);
}

}  // namespace plumbline
