// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An audit plan that is accepted has one canonical text.
#include "model/records/plan.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  AuditPlan strict;
  strict.toleranceProfile = "weighbridge-1";
  strict.materialityPpm = 0;
  return {AuditPlan{}.toJson().dump(), strict.toJson().pretty()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = parseJson(bytesOf(fuzz::textOfInput(data, size)));
  if (!json) return 0;
  const auto plan = AuditPlan::fromJson(*json);
  if (!plan) {
    fuzz::require(!plan.error().text().empty());
    return 0;
  }
  fuzz::require(plan->tolerance().name == plan->toleranceProfile);
  const auto again = AuditPlan::fromJson(plan->toJson());
  fuzz::require(again && again->digest() == plan->digest());
  return 0;
}
