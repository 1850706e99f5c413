// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the mapping dialog takes from looking a file through.

#include <QString>

#include "model/readers/table_survey.h"

namespace plumbline {

/// "2 rows, 8 columns, 1 kB. Recognised: 7 of 8 columns. ..."
[[nodiscard]] QString surveyFacts(const TableSurvey& survey, std::int64_t recognised, qint64 bytes);

/// The rules of a template whose column this file has, found by its heading; the others are left
/// out.
[[nodiscard]] Mapping fittedTo(const TableSurvey& survey, const Mapping& mapping);

}  // namespace plumbline
