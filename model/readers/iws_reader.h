// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two bulk workbooks of UK transfrontier shipments (DEFRA/prsd-iws, OGL v3): prenotifications
// of the sender and receipts with recovery of the receiver, told apart by their headings and joined
// on notification number and shipment number. Dates are serials or dd/mm/yyyy.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader iwsPrenotificationReader();
[[nodiscard]] Reader iwsReceiptReader();

}  // namespace plumbline
