// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The matching stage of reconcile() on its own, so that it can be measured on its own.

#include "model/balance/reconciliation.h"
#include "model/loads/delivery_book.h"
#include "model/loads/load_watch.h"

namespace plumbline {

/// Publications, materials, scales, surveys and moments: what loads are judged with.
[[nodiscard]] Result<Reconciliation> loadBooks(const Database& database,
                                               Lens lens = Lens::Everybody);

/// Reads shipments and receipts once, in the order of their documents; judges every load and books
/// it into result.ledger and result.exceptions, and by receiver into the book that is given.
/// `watch` is told of every useful load. Memory does not grow with the rows.
[[nodiscard]] Result<void> matchLoads(const Database& database, const AuditPlan& plan,
                                      Reconciliation& result, const Progress& progress,
                                      DeliveryBook* deliveries = nullptr,
                                      const LoadWatch* watch = nullptr);

}  // namespace plumbline
