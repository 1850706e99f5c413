// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The carriers' records as the third side of a link. Matching three lists at once is NP-hard; two
// pairs of lists are matched, and the third pair must agree.

#include "model/books/books.h"
#include "model/links/link_records.h"

namespace plumbline {

/// A haul as it is compared with shipments (loaded) and with receipts (unloaded).
struct HaulKeys {
  LinkKeys loaded, unloaded;
};

/// Hauls under a number of one of these records, which no other haul has. Errors: Store.
[[nodiscard]] Result<std::vector<HaulKeys>> readHauls(const Database& database, const Books& books,
                                                      std::span<const LinkKeys> sent,
                                                      std::span<const LinkKeys> received);

/// Sender and carrier are matched by number, carrier and receiver are linked; and the other way
/// round. A link they lead to is closed. One they contradict is broken, and ambiguous.
void closeTriangles(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
                    std::span<const HaulKeys> hauls, Linkage& linkage);

/// By which text a place where loads go is compared: empty where nobody of the audit has the name.
[[nodiscard]] std::string receiverNamed(const PartyNames& names, std::string_view name);
[[nodiscard]] std::string receiverOf(const PublicationInfo& publication);

}  // namespace plumbline
