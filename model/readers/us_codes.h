// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Codes of the US manifest (EPA form 8700-22, USEPA/e-manifest).

#include <string>

#include "crypto/json.h"

#include "model/mapping/units.h"

namespace plumbline {

/// G gallon, K kilogram, L litre, M metric ton, N cubic metre, P pound, T short ton, Y cubic yard.
[[nodiscard]] std::optional<Unit> manifestUnit(std::string_view code);
/// Of brInfo: unit 1 is pounds a US gallon, unit 2 specific gravity (water 1). Nothing where
/// absent.
[[nodiscard]] std::optional<Density> densityOf(const JsonValue& waste);
/// The R or D operation that a management method code is, where there is no doubt: H010 metals
/// recovery -> R4, H132 landfill -> D1, H141 storage and transfer -> D15. Empty otherwise.
[[nodiscard]] std::string operationOfManagement(std::string_view code);

}  // namespace plumbline
