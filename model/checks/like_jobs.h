// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Do community jobs wait longer than commercial ones of like size and urgency that came at the same
// time to the same line? Method (docs/methods.md, "Scheduler"):
//   strata      urgency x third of size x line x band of arrival (jobs / 360 bands, at most 10)
//   score       Gehan's, weighted by 1 / (jobs of the stratum + 1) (van Elteren 1960)
//   statistic   sum of the community's scores over the weighted number of pairs: the share of like
//               pairs in which the community job waited longer, less the share in which it waited
//               less; from -1 to 1, 0 is no favour
//   p           permutation of the categories within the strata, one-sided; beside it the
//               stratified log-rank tests with rho 0 and 1, which lose power where waits depend on
//               the queue
//   detectable  the lead that the permutation test finds 19 times in 20
//   extra wait  restricted mean waits to the horizon, community less commercial, stratum by
//               stratum with the weights of the statistic, at least two jobs a group; 95 % by
//               Greenwood's variance times n / (n - 1)
//   "sooner"    starts of commercial against community jobs by Mantel and Haenszel over the risk
//               sets of all strata, 95 % by Robins, Breslow and Greenland

#include "model/checks/scheduler_jobs.h"

namespace plumbline {

/// Fills the numbers above into the audit, whose horizon is set already.
void compareLikeJobs(const Jobs& jobs, const AuditPlan& plan, SchedulerAudit& audit);

}  // namespace plumbline
