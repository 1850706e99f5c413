// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is known to be missing, as words.

#include <QString>

#include "model/audit/audit_result.h"

namespace plumbline::words {

/// "receipts of Harbour Reclaim, Mar 2142"; "a publication of EcoSphere North, Jan–Apr 2142".
[[nodiscard]] QString gapName(const RecordGap& gap);
/// The first of them, and how many more; empty where nothing is missing.
[[nodiscard]] QString gapNames(const std::vector<RecordGap>& gaps);
/// What may be said of figures of the months [first, last); empty where no gap touches one.
[[nodiscard]] QString gapSentence(const AuditResult& audit, Month first, Month last);
/// "cannot tell": in place of a figure that what is missing could change.
[[nodiscard]] QString gapCell();

}  // namespace plumbline::words
