// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::schedulerFavoursCommercial {

inline constexpr Fact<std::int64_t> jobs{"jobs"};
inline constexpr Fact<Permille> sooner{"sooner"};
inline constexpr Fact<Permille> soonerLow{"sooner_low"};
inline constexpr Fact<Permille> soonerHigh{"sooner_high"};
inline constexpr Fact<Ppm> p{"p"};
inline constexpr Fact<Ppm> alpha{"alpha"};  // p below it is told
inline constexpr Fact<std::int64_t> permutations{"permutations"};
inline constexpr Fact<std::int64_t> seed{"seed"};
inline constexpr Fact<std::int64_t> strata{"strata"};
inline constexpr Fact<Permille> lead{"lead"};
inline constexpr Fact<Permille> detectableLead{"detectable_lead"};
inline constexpr Fact<Days> extraWait{"extra_wait"};
inline constexpr Fact<Days> extraWaitLow{"extra_wait_low"};
inline constexpr Fact<Days> extraWaitHigh{"extra_wait_high"};
inline constexpr Fact<Days> horizon{"horizon"};
inline constexpr Fact<Ppm> logRankP{"log_rank_p"};
inline constexpr Fact<Ppm> petoP{"peto_p"};
inline constexpr Fact<std::int64_t> jumps{"jumps"};
inline constexpr OptionalFact<Days> communityMedian{"community_median"};
inline constexpr OptionalFact<Days> commercialMedian{"commercial_median"};
inline constexpr auto all =
    factList(jobs, sooner, soonerLow, soonerHigh, p, alpha, permutations, seed, strata, lead,
             detectableLead, extraWait, extraWaitLow, extraWaitHigh, horizon, logRankP, petoP,
             jumps, communityMedian, commercialMedian);

}  // namespace plumbline::facts::schedulerFavoursCommercial
