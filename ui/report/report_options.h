// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of an audit a report holds.

#include <memory>

#include "model/audit/deliveries.h"

#include "ui/report/paper.h"

namespace plumbline {

struct ReportOptions {
  bool balance = true;
  bool scheduler = true;
  bool findings = true;
  bool bothSides = true;     // what either side wrote, for each finding
  bool method = true;        // plan, checks, what could not be seen
  bool allFindings = false;  // else the first `topFindings`
  bool hidePlates = false;   // vehicles are shown as "hidden"
  int topFindings = 20;
  Paper paper = Paper::A4;
  std::shared_ptr<const Deliveries> deliveries;  // null: not known, and left out
};

}  // namespace plumbline
