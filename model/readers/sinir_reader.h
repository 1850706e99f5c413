// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Brazilian waste manifests (MTR of SINIR and SIGOR) as their services give them in JSON: declared
// and received quantity in one line. Each line becomes a shipment of the generator and, once it is
// received, a receipt of the destination. Dates are milliseconds since 1970. Lists may stand alone
// or in the member objetoResposta of an answer.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader sinirReader();

}  // namespace plumbline
