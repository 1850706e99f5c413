// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/audit/audit_result.h"

namespace plumbline {

/// Writes findings, claims, balance, outcomes, waiting times and checks as CSV files into a folder
/// (made where it does not exist), with a README.txt that names every unit. Exact decimals, ISO
/// times, the same bytes for the same audit. Errors: Io.
[[nodiscard]] Result<void> writeTables(const AuditResult& audit, const QString& folder);

}  // namespace plumbline
