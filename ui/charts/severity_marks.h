// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/evidence_report.h"
#include "model/findings/finding.h"
#include "model/verdict/claim_verdict.h"

#include "ui/theme/marks.h"

namespace plumbline {

[[nodiscard]] constexpr Mark markOf(Severity severity) {
  switch (severity) {
    case Severity::Contradiction:
      return Mark::Contradiction;
    case Severity::Conflict:
      return Mark::Conflict;
    case Severity::Look:
      return Mark::Look;
    case Severity::CannotTell:
      break;
  }
  return Mark::CannotTell;
}

[[nodiscard]] constexpr Mark markOf(Decision decision) {
  switch (decision) {
    case Decision::Supported:
      return Mark::Passed;
    case Decision::Contradicted:
      return Mark::Contradiction;
    case Decision::CannotTell:
      break;
  }
  return Mark::CannotTell;
}

[[nodiscard]] constexpr Mark markOf(CheckState state) {
  switch (state) {
    case CheckState::Passed:
      return Mark::Passed;
    case CheckState::Failed:
      return Mark::Failed;
    case CheckState::CannotTell:
      break;
  }
  return Mark::CannotTell;
}

}  // namespace plumbline
