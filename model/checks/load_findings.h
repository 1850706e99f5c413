// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a pair of row numbers to a finding that names both records, compares them field by field and
// says who signed which.

#include <functional>

#include "model/checks/check.h"

namespace plumbline {

/// How one kind of exception becomes findings of one rule.
struct LoadRule {
  LoadKind kind;
  std::string_view rule;
  Severity severity;
  /// Facts beyond those every load finding has; may be empty.
  std::function<void(const LoadException& load, Finding& finding)> refine = {};
};

/// One finding a kept exception, and one for the rest where there are more than are kept.
/// Facts of each: "shipment", "receipt" (ids), "document", "line", "consignee", "receiver",
/// "sent_as", "received_as" (classes), "sent", "received" (masses), "tolerance", "profile".
[[nodiscard]] Result<std::vector<Finding>> loadFindings(const CheckInput& input,
                                                        const LoadRule& rule);

/// One finding of severity cannot_tell for all exceptions of a kind together.
[[nodiscard]] std::vector<Finding> summedFinding(const CheckInput& input, LoadKind kind,
                                                 std::string_view rule);

/// Name of a party, or its id where it has none.
[[nodiscard]] std::string nameOf(const PartyInfo& party);

}  // namespace plumbline
