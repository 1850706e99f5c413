// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "model/links/link_fields.h"

namespace plumbline {

/// Pairs that could be one load at all: the same number, the same plate or container on the same
/// days, or about the same mass on the same days.
struct Candidates {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // in order, each once
  std::int64_t capped = 0;  // sent records with more partners in a block than are looked at
};
[[nodiscard]] Candidates findCandidates(std::span<const LinkKeys> sent,
                                        std::span<const LinkKeys> received);

/// From a day before it left to seven days after; where a side states no time, any.
[[nodiscard]] bool couldBeSameDays(const LinkKeys& sent, const LinkKeys& received);

}  // namespace plumbline
