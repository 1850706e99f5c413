// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is known to be missing, told with the result: which records, of whom, of which time. Sums of
// such a time are sums of what is here.

#include <optional>
#include <string>
#include <vector>

#include "model/records/quantities.h"
#include "model/records/tables.h"

namespace plumbline {

struct AuditPlan;
struct AuditResult;
struct Reconciliation;

struct RecordGap {
  std::string party;           // its name, else its id
  std::optional<Table> table;  // nothing: a whole publication
  Timestamp start, end;        // within the time of the records; end exclusive
  auto operator<=>(const RecordGap&) const = default;
};

/// What a claim, its loads and the balance rest on; none twice, by party, table and time.
[[nodiscard]] std::vector<RecordGap> gapsOf(const Reconciliation& reconciliation);
/// What is known of the month may change by what is missing. Receipts come until the deadline, and its
/// opening stock is of the month before.
[[nodiscard]] bool touches(const RecordGap& gap, Month month, const AuditPlan& plan);
/// Marks the months of the balance that a gap touches. No part of the results digest.
void markMonths(AuditResult& audit);

}  // namespace plumbline
