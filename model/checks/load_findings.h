// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a pair of row numbers to a finding that names both records, compares them field by field and
// says who signed which.

#include <functional>

#include "model/checks/check.h"

namespace plumbline {

/// What a shipment says about its receiver.
struct Consignee {
  std::string_view text;  // as it is written
  std::string_view name;  // of the party with this id, else the text
  Timestamp sent;
  std::string_view lowCode = {};
};

/// How one kind of exception becomes findings of one rule.
struct LoadRule {
  LoadKind kind;
  std::string_view rule;
  Severity severity;
  /// Facts beyond those every load finding has; may be empty.
  std::function<void(const LoadException& load, Finding& finding)> refine = {};
  /// True for a load that another rule tells; may be empty.
  std::function<bool(const LoadException& load, const Consignee& consignee)> skip = {};
};

/// One finding a kept exception, and one for the rest where there are more than are kept: cannot
/// tell, where some of the kept ones were skipped.
/// Facts of each: load_facts.h.
[[nodiscard]] Result<std::vector<Finding>> loadFindings(const CheckInput& input,
                                                        const LoadRule& rule);

/// One finding for those that are not listed one by one.
[[nodiscard]] Finding restFinding(std::string_view rule, Severity severity, std::int64_t count,
                                  Mass mass);

/// One finding of severity cannot_tell for all exceptions of a kind together.
[[nodiscard]] std::vector<Finding> summedFinding(const CheckInput& input, LoadKind kind,
                                                 std::string_view rule);


}  // namespace plumbline
