// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Told by the check of missing_receipt.

#include "model/checks/link_facts.h"
#include "model/checks/rule.h"

namespace plumbline {

namespace rules {

extern constinit const Rule documentNumberDiffers{
    .id = "document_number_differs",
    .number = "F6",
    .kind = RuleKind::Statistic,
    .source = "Fellegi and Sunter 1969; Kuhn 1955; Jonker and Volgenant 1987",
    .facts = facts::link::all};

}  // namespace rules

}  // namespace plumbline
