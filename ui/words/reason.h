// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/evidence/evidence_report.h"

namespace plumbline::words {

/// One link: what was checked, against what, and what came of it.
struct Reason {
  CheckState state = CheckState::CannotTell;
  QString checked;
  QString against;  // may be empty
};

}  // namespace plumbline::words
