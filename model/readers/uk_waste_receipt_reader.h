// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Receipts of the UK digital waste tracking service (DEFRA/waste-tracking-service, receipt API, OGL
// v3): what a site that receives waste records of each movement. One object, or a list of them.
// Each waste item becomes a receipt of the receiving site.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader ukWasteReceiptReader();

}  // namespace plumbline
