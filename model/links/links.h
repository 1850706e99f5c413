// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The second stage of reconcile(): what is known of who belongs to whom before the loads are read.
// A number that both sides wrote links nearly all of them; those pairs stream by in the third stage
// and are not kept. What people decided about the others is read here.

#include "model/evidence/said_by_people.h"
#include "model/links/link_decisions.h"

namespace plumbline {

struct Links {
  /// As they were signed. Which of them changed anything is known once the loads are judged:
  /// Loads::linkDecisions.
  LinkDecisions decisions;
};

/// Errors: Store.
[[nodiscard]] inline Result<Links> readLinks(const Database& database, const SaidByPeople& people) {
  PLUMBLINE_TRY(decisions, LinkDecisions::load(database, people.notes));
  return Links{std::move(decisions)};
}

}  // namespace plumbline
