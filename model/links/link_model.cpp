// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/link_model.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/statistics/random.h"

namespace plumbline {
namespace {

constexpr std::uint64_t randomPairStream = 501;
constexpr std::size_t fewestLabels = 30;
constexpr std::size_t fewestCandidates = 100;
constexpr std::size_t randomPairsWanted = 5'000;
constexpr double strength = 20;  // what the usual shares weigh, in pairs

using Counts = std::array<std::vector<std::int64_t>, linkFieldCount>;

Counts noCounts() {
  Counts counts;
  for (std::size_t field = 0; field < linkFieldCount; ++field) {
    counts[field].assign(usualLinkage().fields[field].m.size(), 0);
  }
  return counts;
}

void count(const LinkLevels& levels, Counts& counts) {
  for (std::size_t field = 0; field < linkFieldCount; ++field) {
    if (levels[field] != levelMissing) ++counts[field][static_cast<std::size_t>(levels[field])];
  }
}

/// u of every field from pairs drawn at random; `pick` gives a pair for two draws.
template <class Pick>
void learnOthers(std::size_t sent, std::size_t received, Pick&& pick, LearntLinkage& learnt) {
  if (sent < 2 || received < 2) return;
  Counts counts = noCounts();
  for (std::size_t draw = 0; draw < randomPairsWanted; ++draw) {
    CounterRandom random(learnt.seed, randomPairStream, draw);
    const std::size_t a = random.below(static_cast<std::uint32_t>(sent));
    const std::size_t b = random.below(static_cast<std::uint32_t>(received));
    const std::optional<LinkLevels> levels = pick(a, b);
    if (!levels) continue;
    ++learnt.randomPairs;
    count(*levels, counts);
  }
  for (std::size_t field = 0; field < linkFieldCount; ++field) {
    learnt.model.fields[field].u =
        smoothedShares(counts[field], usualLinkage().fields[field].u, strength);
  }
}

/// The best agreement must speak for a pair more than the worst; times are not fitted.
bool isAgreement(const LinkageModel& model) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(LinkField::Time); ++i) {
    const LinkageField& field = model.fields[i];
    if (field.weight(0) <= field.weight(static_cast<int>(field.m.size()) - 1)) return false;
  }
  return true;
}

}  // namespace

std::string_view toText(LinkageSource source) {
  constexpr std::array<std::string_view, 3> names = {"matched_pairs", "fitted", "usual"};
  return names[static_cast<std::size_t>(source)];
}

LearntLinkage learnLinkage(std::span<const KeyPair> matched, std::uint64_t seed) {
  LearntLinkage learnt{usualLinkage(), LinkageSource::Usual, 0, 0, seed};
  learnt.matchedPairs = static_cast<std::int64_t>(matched.size());
  if (matched.size() < fewestLabels) return learnt;
  learnt.source = LinkageSource::MatchedPairs;
  Counts counts = noCounts();
  for (const KeyPair& pair : matched) count(compareRecords(pair.first, pair.second), counts);
  for (std::size_t field = 0; field < linkFieldCount; ++field) {
    if (field == static_cast<std::size_t>(LinkField::Document)) continue;
    learnt.model.fields[field].m =
        smoothedShares(counts[field], usualLinkage().fields[field].m, strength);
  }
  const auto pick = [&](std::size_t a, std::size_t b) -> std::optional<LinkLevels> {
    if (a == b) return std::nullopt;
    return compareRecords(matched[a].first, matched[b].second);
  };
  learnOthers(matched.size(), matched.size(), pick, learnt);
  return learnt;
}

LearntLinkage fitLinkageTo(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
                           std::span<const LinkLevels> candidates, std::uint64_t seed) {
  LearntLinkage learnt{usualLinkage(), LinkageSource::Usual, 0, 0, seed};
  if (candidates.size() < fewestCandidates) return learnt;
  LearntLinkage fitted = learnt;
  const auto pick = [&](std::size_t a, std::size_t b) {
    return std::optional(compareRecords(sent[a], received[b]));
  };
  learnOthers(sent.size(), received.size(), pick, fitted);
  std::map<LinkLevels, std::int64_t> seen;
  for (const LinkLevels& levels : candidates) {
    LinkLevels used = levels;
    // Times are what candidates were chosen by, so that they say nothing about chance here.
    for (const LinkField field : {LinkField::Time, LinkField::Day}) {
      used[static_cast<std::size_t>(field)] = levelMissing;
    }
    ++seen[used];
  }
  std::vector<LinkagePattern> patterns;
  for (const auto& [levels, times] : seen) {
    patterns.push_back({{levels.begin(), levels.end()}, times});
  }
  LinkageModel start = fitted.model;
  const std::size_t most = std::min(sent.size(), received.size());
  start.matchShare =
      std::clamp(static_cast<double>(most) / static_cast<double>(candidates.size()), 0.001, 0.5);
  auto fit = fitLinkage(patterns, start, FitShares::MatchesOnly);
  if (!fit || !isAgreement(fit->model)) return learnt;
  for (std::size_t field = 0; field < linkFieldCount; ++field) {
    if (field == static_cast<std::size_t>(LinkField::Document)) continue;
    fitted.model.fields[field].m = fit->model.fields[field].m;
  }
  fitted.source = LinkageSource::Fitted;
  return fitted;
}

std::int64_t priorMilliBits(std::size_t sent, std::size_t received) {
  const std::size_t more = std::max({sent, received, std::size_t{1}});
  return -std::llround(1000 * std::log2(static_cast<double>(more)));
}

}  // namespace plumbline
