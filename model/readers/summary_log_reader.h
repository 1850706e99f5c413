// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reader of the UK packaging EPR summary log (summary_log_file.h), XLSX or JSON. What becomes what:
//   Received   -> intakes (NET_WEIGHT)
//   Processed  -> shipments of a product
//   Sent on    -> shipments of waste, with its code
//   Exported   -> intake, shipment, and the receipt overseas as the exporter writes it
// The log is unsigned, and its receipts are the exporter's own word (rule own_receipt).
// Every load's figures go into summary_log_rows as well, for the checks of the log itself.

#include "model/readers/reader.h"

namespace plumbline {

[[nodiscard]] Reader summaryLogReader();

}  // namespace plumbline
