// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/load_plan.h"

#include <algorithm>

#include "model/simulate/story.h"
#include "model/statistics/random.h"

namespace plumbline {
namespace {

constexpr std::uint64_t streamOf(Stream stream) {
  return static_cast<std::uint64_t>(stream);
}

PlannedLoad honestLoad(std::uint64_t seed, std::uint64_t number) {
  CounterRandom random(seed, streamOf(Stream::LoadPlan), number);
  PlannedLoad load;
  auto rest = static_cast<int>(random.below(1000));
  while (rest >= goods()[load.good].sharePermille) rest -= goods()[load.good++].sharePermille;
  const Good& good = goods()[load.good];
  const bool other = static_cast<int>(random.below(1000)) < good.otherPermille;
  load.receiver = other ? good.otherReceiver : good.receiver;
  return load;
}

/// Share of `loads`, rounded half up.
std::int64_t countOf(std::int64_t ppm, std::int64_t loads) {
  return (ppm * loads + 500'000) / 1'000'000;
}

/// Chooses exactly `count` of the loads that fit, every subset alike (Knuth, volume 2, algorithm
/// S).
template <class Fits, class Mark>
Result<void> choose(std::span<PlannedLoad> loads, std::int64_t count, CounterRandom random,
                    Fits fits, Mark mark) {
  std::int64_t left = std::count_if(loads.begin(), loads.end(), fits);
  if (left < count) {
    return Error{ErrorCode::Usage, "a dose asks for more loads than there are that fit it"};
  }
  for (PlannedLoad& load : loads) {
    if (count == 0) break;
    if (!fits(load)) continue;
    if (random.below(static_cast<std::uint32_t>(left--)) < count) {
      mark(load);
      --count;
    }
  }
  return {};
}

Result<void> addClerical(std::vector<PlannedLoad>& loads, const SimulationOptions& options) {
  const ClericalDoses& doses = options.clerical;
  const auto all = static_cast<std::int64_t>(loads.size());
  const auto honest = [](const PlannedLoad& load) {
    return load.trick == Trick::None && !load.slip && load.clerical == Slip::None;
  };
  const std::int64_t parts = options.confounders.millionths(Confounder::SplitMerged) / 2;
  for (const auto& [slip, dose] :
       {std::pair(Slip::Typo, doses.typo), std::pair(Slip::Swapped, doses.swapped),
        std::pair(Slip::Missing, doses.missing), std::pair(Slip::Split, doses.split + parts),
        std::pair(Slip::Merged, parts)}) {
    const CounterRandom random(options.seed, streamOf(Stream::Clerical),
                               static_cast<std::uint64_t>(slip));
    PLUMBLINE_CHECK(choose(loads, countOf(dose, all), random, honest,
                           [slip = slip](PlannedLoad& load) { load.clerical = slip; }));
  }
  return {};
}

Result<void> addTricks(std::vector<PlannedLoad>& loads, const SimulationOptions& options) {
  const auto before = static_cast<std::size_t>(options.fraudStartMonth - 1) *
                      static_cast<std::size_t>(options.loadsPerMonth);
  const std::span<PlannedLoad> window = std::span(loads).subspan(before);
  const auto all = static_cast<std::int64_t>(window.size());
  // A load of the last month has no later publication to change it.
  const auto editable =
      window.first(std::max(window.size(), static_cast<std::size_t>(options.loadsPerMonth)) -
                   static_cast<std::size_t>(options.loadsPerMonth));
  const FraudDoses& doses = options.fraud;
  const auto random = [&](Stream stream) { return CounterRandom(options.seed, streamOf(stream)); };
  const auto setTrick = [](Trick trick) {
    return [trick](PlannedLoad& load) { load.trick = trick; };
  };
  const auto untouched = [](const PlannedLoad& load) { return load.trick == Trick::None; };
  const auto disguisable = [](const PlannedLoad& load) { return canHideResidue(load.good); };
  PLUMBLINE_CHECK(choose(window, countOf(doses.relabel, all), random(Stream::Relabel), disguisable,
                         setTrick(Trick::Relabelled)));
  PLUMBLINE_CHECK(choose(window, countOf(doses.skim, all), random(Stream::Skim), untouched,
                         setTrick(Trick::Skimmed)));
  PLUMBLINE_CHECK(choose(editable, countOf(doses.edited, all), random(Stream::Edit), untouched,
                         setTrick(Trick::Edited)));
  const auto any = [](const PlannedLoad&) { return true; };
  PLUMBLINE_CHECK(choose(window, countOf(doses.ghost, all), random(Stream::Ghost), any,
                         [](PlannedLoad& load) { load.ghost = true; }));
  const auto everywhere = static_cast<std::int64_t>(loads.size());
  PLUMBLINE_CHECK(choose(loads, countOf(options.noise, everywhere), random(Stream::Noise), any,
                         [](PlannedLoad& load) { load.slip = true; }));
  PLUMBLINE_CHECK(addClerical(loads, options));
  const auto honest = [](const PlannedLoad& load) {
    return load.trick == Trick::None && !load.slip && load.clerical == Slip::None;
  };
  return choose(loads, countOf(options.confounders.millionths(Confounder::Clerks), everywhere),
                random(Stream::Clerks), honest, [](PlannedLoad& load) { load.wrongLine = true; });
}

}  // namespace

Result<std::vector<PlannedLoad>> planLoads(const SimulationOptions& options) {
  std::vector<PlannedLoad> loads(static_cast<std::size_t>(options.months) *
                                 static_cast<std::size_t>(options.loadsPerMonth));
  const std::size_t plants = plantCount(options.confounders);
  for (std::size_t i = 0; i < loads.size(); ++i) {
    loads[i] = honestLoad(options.seed, i);
    loads[i].plant = static_cast<std::uint8_t>(i % plants);
  }
  PLUMBLINE_CHECK(addTricks(loads, options));
  return loads;
}

}  // namespace plumbline
