// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/balance/material_books.h"
#include "model/balance/plant_network.h"
#include "model/records/plan.h"

namespace plumbline {

[[nodiscard]] PlantNetwork solvePlantNetwork(const Books& books, const Loads& loads,
                                             const MaterialBooks& materials, const AuditPlan& plan);

}  // namespace plumbline
