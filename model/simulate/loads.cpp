// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/loads.h"

#include <algorithm>

#include "model/simulate/work_calendar.h"

namespace plumbline {
namespace {

constexpr double medianPayload = 21'000;  // kg, articulated lorry, at most 28 t
constexpr double payloadSigma = 0.12;
constexpr double maxPayload = 28'000;
constexpr std::int64_t kilometresPerHour = 50;

/// Days until the receiver weighs it: four in five on the same day.
int lagDays(CounterRandom& random) {
  const std::uint32_t percent = random.below(100);
  if (percent < 80) return 0;
  if (percent < 93) return 1;
  return percent < 98 ? 2 : 3;
}

Timestamp later(Timestamp time, std::int64_t milliseconds) {
  return Timestamp::milliseconds(time.inMilliseconds() + milliseconds);
}

/// Water that goes on the way, and a little that somebody keeps of every load.
std::int64_t withoutLosses(const Load& load, const SimulationOptions& options) {
  std::int64_t lost = options.fraud.thin;
  if (dries(load.plan.good)) lost += options.confounders.millionths(Confounder::Drying);
  return load.trueNet - load.trueNet * lost / 1'000'000;
}

/// What arrives of a load: all, or 60 to 85 % of it.
std::int64_t arriving(const Load& load, const SimulationOptions& options) {
  const std::int64_t net = withoutLosses(load, options);
  if (load.plan.trick != Trick::Skimmed) return net;
  CounterRandom random(options.seed, static_cast<std::uint64_t>(Stream::SkimShare),
                       static_cast<std::uint64_t>(load.number));
  return net * (600 + random.below(251)) / 1000;
}

/// Real errors of a scale are four fifths of what it states.
ScaleTrouble plantTrouble(const Confounders& confounders) {
  ScaleTrouble made;
  if (confounders.has(Confounder::Worse)) made.worse = confounders.size(Confounder::Worse) / 0.8;
  return made;
}

ScaleTrouble receiverTrouble(const Confounders& confounders) {
  ScaleTrouble made = plantTrouble(confounders);
  made.low = confounders.size(Confounder::ScalesLimit);
  return made;
}

}  // namespace

LoadMaker::LoadMaker(const SimulationOptions& options)
    : m_options(options),
      m_seed(options.seed) {
  const std::uint64_t seed = options.seed;
  for (std::size_t i = 0; i < plantCount(options.confounders); ++i) {
    m_plantScales.emplace_back("WB-2", seed, 2 + i, plantTrouble(options.confounders));
  }
  for (std::size_t i = 0; i < receiverCount; ++i) {
    m_receiverScales.emplace_back(receivers()[i].scale, seed, 10 + i,
                                  receiverTrouble(options.confounders));
  }
  // Plates have at least four digits; large worlds get longer ones.
  const std::string block = options.loadsPerMonth > 1000 ? "NL-4" : "NL-44";
  for (std::size_t i = 0; i < carrierParties.size(); ++i) {
    m_fleets.emplace_back(block + std::to_string(5 + 2 * i), seed, i);
  }
}

void LoadMaker::travel(Load& load, Month month) {
  CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Weighing),
                       static_cast<std::uint64_t>(load.number));
  Fleet& fleet = m_fleets[load.carrier];
  load.vehicle = fleet.take(load.dispatched);
  const std::int64_t tare =
      fleet.tare(load.vehicle) + static_cast<std::int64_t>(60.0 * random.normal());
  load.sent = m_plantScales[load.plan.plant].weigh(load.trueNet, tare, month, random);
  const int kilometres = receivers()[load.plan.receiver].roadKilometres;
  const std::int64_t drive = kilometres * millisecondsPerHour / kilometresPerHour;
  const std::int64_t slower = random.below(30) * millisecondsPerMinute;
  const Timestamp arrival = later(load.dispatched, drive + slower);
  load.unloaded = whenOpen(later(arrival, lagDays(random) * millisecondsPerDay));
  load.unloaded = later(load.unloaded, (10 + random.below(15)) * millisecondsPerMinute);
  load.received = later(load.unloaded, 5 * millisecondsPerMinute);
  fleet.giveBack(load.vehicle, later(load.received, drive + 30 * millisecondsPerMinute));
  const Scale& scale = m_receiverScales[load.plan.receiver];
  load.receivedNet =
      scale.weigh(arriving(load, m_options), tare, Month::of(load.received), random).net();
}

std::vector<Load> LoadMaker::month(Month month, std::int64_t firstNumber,
                                   std::span<const PlannedLoad> plans, bool last) {
  const WorkCalendar calendar(month, last ? closedDaysAtEnd : 0);
  const auto count = static_cast<std::int64_t>(plans.size());
  std::vector<Load> loads(plans.size());
  for (std::int64_t i = 0; i < count; ++i) {
    Load& load = loads[static_cast<std::size_t>(i)];
    load.number = firstNumber + i;
    load.plan = plans[static_cast<std::size_t>(i)];
    CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Load),
                         static_cast<std::uint64_t>(load.number));
    load.dispatched = calendar.slot(i, count, random.unit());
    load.trueNet = static_cast<std::int64_t>(
        std::min(random.lognormal(medianPayload, payloadSigma), maxPayload));
    load.carrier = static_cast<std::uint8_t>(random.below(100) < 60 ? 0 : 1);
    travel(load, month);
  }
  return loads;
}

}  // namespace plumbline
