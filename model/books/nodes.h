// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the name of a node of the plant's flows says.

#include <set>
#include <string>
#include <string_view>

namespace plumbline {

/// Lower case, with one space for each run of spaces, hyphens and underscores.
[[nodiscard]] std::string plainNodeName(std::string_view node);
/// Air, atmosphere, loss, losses, process loss, evaporation, drying, moisture loss, water vapour,
/// vapour, steam, emissions, off-gas, exhaust, flue gas, whatever their case (docs/methods.md).
[[nodiscard]] bool isLossNode(std::string_view node);
/// Dispatch, gate, shipping, shipments, shipped, outgoing, out, customers, receivers: what flows
/// there leaves as loads, which are booked as such.
[[nodiscard]] bool isGateNode(std::string_view node);

}  // namespace plumbline
