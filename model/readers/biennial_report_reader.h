// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The US RCRAInfo Biennial Report flat file (BR_REPORTING, public): one fixed-width line for each
// waste stream of a handler, with the tons shipped to a receiver or received from a shipper. It is
// the one public file in which both sides state what went between them, for a whole year: streams
// are added up by pair and cycle, so that a shipper's total is compared with its receiver's.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader biennialReportReader();

}  // namespace plumbline
