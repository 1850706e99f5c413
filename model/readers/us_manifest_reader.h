// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// US hazardous waste manifests as the e-Manifest services give them (USEPA/e-manifest, CC0). Each
// waste line becomes a shipment of the generator and a receipt of the designated facility, each
// transporter a haul. A manifest states one quantity a line: what the receiver found shows as a
// discrepancy or between correction versions, which are kept as revisions.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader usManifestReader();

}  // namespace plumbline
