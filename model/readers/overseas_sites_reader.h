// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The UK register of overseas reprocessing sites and interim sites of an exporter
// (DEFRA/epr-backend, OGL v3): "ORS ID Log" and "Interim Site ID Log" of one workbook. Each site
// becomes a site of the exporter's register, placed by its coordinates in degrees, minutes and
// seconds.

#include "model/readers/reader.h"

namespace plumbline {

/// "19°00'00.0"N 73°00'00.0"E" -> latitude and longitude in millionths of a degree; decimal degrees
/// "19.0, 73.0" as well. Errors: BadValue.
[[nodiscard]] Result<std::pair<std::int64_t, std::int64_t>> parseCoordinates(std::string_view text);

}  // namespace plumbline
