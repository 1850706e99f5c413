// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Links records of two sides that no number matched (docs/methods.md, "Linking"): candidates from
// blocks, weights by field, the best assignment of all, and how far ahead of the second best it is.
// What comes out is a suggestion. It depends on what the records say alone, not on their order as
// long as the caller keeps one.

#include <set>
#include <span>

#include "model/links/link_blocks.h"
#include "model/links/link_evidence.h"
#include "model/links/link_model.h"

namespace plumbline {

struct LoadLink : LinkEvidence {
  std::vector<std::size_t> sent, received;  // indices of both sides
};

struct Linkage {
  std::vector<LoadLink> links;  // the clear ones first, each kind in the order of the sent records
  std::int64_t candidates = 0;  // pairs compared
  std::int64_t capped = 0;      // records with more candidates in a block than are looked at
  std::int64_t tooAlike = 0;    // records in a group too large to be solved
  /// Those records of both sides: any of them may be any other's partner.
  std::vector<std::size_t> undecidedSent, undecidedReceived;
  std::int64_t prior = 0;       // thousandths of a bit
};

/// Clear ones first, then in the order of the sent records.
void sortLinks(std::vector<LoadLink>& links);
/// Probability of a pair with these odds (log2), in millionths.
[[nodiscard]] std::int64_t probabilityPpm(std::int64_t oddsMilliBits);
/// Neither so likely nor so far ahead that it is clear.
[[nodiscard]] bool isAmbiguous(const LinkEvidence& link);

/// Pairs somebody said are not one load.
using RefusedPairs = std::set<std::pair<std::size_t, std::size_t>>;

/// A link is shown from this probability on: who could be linked is not accused of a missing
/// receipt. It is clear from the second probability on, and from this margin on (ten times as
/// likely as the next best solution).
inline constexpr std::int64_t leastProbabilityPpm = 500'000;
inline constexpr std::int64_t clearProbabilityPpm = 900'000;
inline constexpr std::int64_t leastMarginMilliBits = 3'322;

[[nodiscard]] Linkage linkRecords(std::span<const LinkKeys> sent,
                                  std::span<const LinkKeys> received, const LinkageModel& model,
                                  const Candidates& candidates, const RefusedPairs& refused);

/// Loads in two to four parts among the records that are left: same plate or container, same days,
/// masses that add up within what the scales may be off. Appended to
/// `linkage`.
void linkParts(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
               const LinkageModel& model, const RefusedPairs& refused, Linkage& linkage);

/// Records with one number that nothing else links: it may still be one load, so that neither counts
/// as a record without a partner. Appended to `linkage` as ambiguous, each record once.
void linkSharers(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
                 const LinkageModel& model, const Candidates& candidates, Linkage& linkage);

}  // namespace plumbline
