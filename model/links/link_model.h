// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shares of the levels, learnt from these records: m from the pairs that their numbers matched,
// u from pairs drawn at random. Without enough such pairs by expectation maximisation, else the
// usual ones.

#include <span>
#include <utility>

#include "model/links/link_fields.h"

namespace plumbline {

enum class LinkageSource : std::uint8_t { MatchedPairs, Fitted, Usual };
[[nodiscard]] std::string_view toText(LinkageSource source);  // matched_pairs, fitted, usual

struct LearntLinkage {
  LinkageModel model;  // its matchShare is not used: see priorMilliBits
  LinkageSource source = LinkageSource::Usual;
  std::int64_t matchedPairs = 0;  // looked at
  std::int64_t randomPairs = 0;
  std::uint64_t seed = 0;
};

/// At most so many matched pairs are looked at.
inline constexpr std::size_t mostLabelledPairs = 1'000;

using KeyPair = std::pair<LinkKeys, LinkKeys>;

/// From matched pairs. The usual shares where there are fewer than 30.
[[nodiscard]] LearntLinkage learnLinkage(std::span<const KeyPair> matched, std::uint64_t seed);

/// From records without labels: u from random pairs of them, m by expectation maximisation over the
/// pairs that could be one load. The usual shares where there are few, or where what comes out is
/// not agreement against disagreement.
[[nodiscard]] LearntLinkage fitLinkageTo(std::span<const LinkKeys> sent,
                                         std::span<const LinkKeys> received,
                                         std::span<const LinkLevels> candidates,
                                         std::uint64_t seed);

/// log2 of the odds that two records drawn from both lists are one load, if nearly each of the
/// shorter list has its partner in the longer one; in thousandths of a bit.
[[nodiscard]] std::int64_t priorMilliBits(std::size_t sent, std::size_t received);

}  // namespace plumbline
