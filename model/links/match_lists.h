// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Matches lists of loads without a workspace: by number, then by linking (docs/methods.md,
// "Linking"). What comes out does not depend on the order of the rows.

#include "model/links/link_records.h"
#include "model/links/load_list.h"

namespace plumbline {

struct ListPair {
  bool byNumber = false;
  std::vector<std::size_t> left, right;  // places in the lists
  LinkEvidence evidence;                 // by number: weights of the other fields only
};

struct ListMatch {
  std::vector<ListPair> pairs;      // by number first, then the clear links
  std::vector<ListPair> ambiguous;  // a guess; not in `pairs`
  std::vector<std::size_t> unmatchedLeft, unmatchedRight;
  LearntLinkage learnt;
  std::int64_t candidates = 0, capped = 0, tooAlike = 0;
};

/// `hauls` may be null. Rows with one number (but for case, spaces and hyphens) are a pair where more
/// than the number agrees, or nothing else is stated; others are left to linking.
[[nodiscard]] ListMatch matchLists(const LoadList& left, const LoadList& right,
                                   const LoadList* hauls, std::uint64_t seed);

}  // namespace plumbline
