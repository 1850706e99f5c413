// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// UK trade figures of HM Revenue and Customs (uktradeinfo): value and net mass by commodity code,
// year, flow and country. They are no loads: they say what a kilogram of a commodity has cost,
// against which a load's price is compared. They go into the table trade_values.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader tradePricesReader();

}  // namespace plumbline
