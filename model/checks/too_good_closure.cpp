// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of gross_error.

#include "model/checks/rule.h"
#include "model/checks/too_good_closure_facts.h"

namespace plumbline {

namespace rules {

extern constinit const Rule tooGoodClosure{
    .id = "too_good_closure",
    .number = "F34",
    .kind = RuleKind::Statistic,
    .source = "VDI 2048, lower tail of chi square; Fisher 1936 on Mendel",
    .facts = facts::tooGoodClosure::all};

}  // namespace rules

}  // namespace plumbline
