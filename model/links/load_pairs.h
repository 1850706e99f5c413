// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose receipt is it, where several shipments have one document number: books that start again each
// January, two plants with one range of numbers, a load booked twice.

#include <functional>
#include <span>
#include <vector>

#include "model/links/load_rows.h"

namespace plumbline {

using LoadRows = std::vector<const LoadRow*>;
/// False where the receipt cannot be of the shipment, whatever agrees.
using MayBelong = std::function<bool(const LoadRow& shipment, const LoadRow& receipt)>;

/// Of a receipt that is of none of the shipments, or of which nobody can tell.
inline constexpr std::size_t ofNoShipment = static_cast<std::size_t>(-1);

/// The shipment of each receipt, by all fields together. Rows are complete and in an order that does
/// not depend on the files. More than one receipt of a shipment are parts of it, or doubles. With one
/// shipment all that may belong are its own.
[[nodiscard]] std::vector<std::size_t> pairLoads(const LoadRows& shipments, const LoadRows& receipts,
                                                 const MayBelong& mayBelong);

/// Two rows of one side that cannot be told apart: the same party, vehicle, day and mass.
[[nodiscard]] bool areTwins(const LoadRow& a, const LoadRow& b);

}  // namespace plumbline
