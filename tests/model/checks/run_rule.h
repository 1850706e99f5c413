// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one rule finds in a world.

#include "model/checks/rule_list.h"
#include "model/checks/run_checks.h"

#include "tests/model/balance/record_fixture.h"

namespace plumbline::test {

inline CheckOutcome outcomeOf(const RecordFixture& world, const Reconciliation& reconciliation,
                              const Rule& rule) {
  const Progress progress;
  const Rule* const rules[] = {&rule};
  auto done = runChecks({world.database(), world.plan, reconciliation, progress}, rules);
  if (!done || done->size() != 1) qFatal("the rule has no check");
  if (!done->front().outcome) qFatal("%s", done->front().outcome.error().text().c_str());
  return std::move(done->front().outcome).value();
}

inline CheckOutcome outcomeOf(const RecordFixture& world, const Rule& rule) {
  return outcomeOf(world, world.reconciled(), rule);
}

}  // namespace plumbline::test
