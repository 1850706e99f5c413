// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The waiting times in words, for page, report and screen reader. Bold stands between ** marks.

#include <QString>

#include "model/checks/scheduler_audit.h"

namespace plumbline {

/// True where the plant served one group sooner than chance and the strata explain.
[[nodiscard]] bool schedulerStandsOut(const SchedulerAudit& audit);
[[nodiscard]] QString schedulerSentence(const SchedulerAudit& audit);
[[nodiscard]] QString schedulerNote(const SchedulerAudit& audit);
[[nodiscard]] QString schedulerWhyNot(const SchedulerAudit& audit);
[[nodiscard]] QString schedulerMethod(const SchedulerAudit& audit);
/// "6.4 days"; where half were never reached, "not reached".
[[nodiscard]] QString halfStarted(const WaitingCurve& curve);
[[nodiscard]] QString groupName(const std::string& group);

}  // namespace plumbline
