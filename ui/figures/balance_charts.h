// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mass balance as pictures: values, labels, spoken words and table rows, ready to paint.

#include "model/audit/audit_result.h"

#include "ui/charts/chart_data.h"
#include "ui/charts/flow_picture.h"

namespace plumbline {

[[nodiscard]] Figures figuresOf(const AuditResult& audit);
/// `only`: the key of the one branch that is meant, empty: all.
[[nodiscard]] FlowData flowData(const Balance& balance, const QString& only = {},
                                Figures figures = Figures::Named);
/// Running sum of the unaccounted mass with its limits.
[[nodiscard]] ChartData runningSumChart(const Balance& balance);
/// Unaccounted mass of each month with whiskers; open bars cannot be told from nothing.
[[nodiscard]] ChartData unaccountedByMonth(const Balance& balance);
/// The same as a control chart: rings inside the limits of their month, diamonds outside.
[[nodiscard]] ChartData mufChart(const Balance& balance);
[[nodiscard]] ChartData claimedByMonth(const Balance& balance,
                                       Figures figures = Figures::Named);
/// What the plant says went this way and what was found, in the months [first, last).
[[nodiscard]] ChartData materialByMonth(const MaterialMonths& material, Month first, Month last);
[[nodiscard]] ChartData inAndOutByMonth(const Balance& balance);

}  // namespace plumbline
