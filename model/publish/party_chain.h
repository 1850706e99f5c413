// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a party has published in a log, in the log's order.

#include <string>
#include <vector>

#include "model/evidence/publication.h"

namespace plumbline {

struct ChainLink {
  std::uint64_t index = 0;  // in the log
  Hash envelope;            // SHA-256
  Publication publication;
};

/// Entries that are no publication, or another party's, are passed over.
[[nodiscard]] std::vector<ChainLink> partyChain(const std::vector<std::string>& entries,
                                                std::string_view party);
/// Whether sequence and previous of an envelope for the log follow what its party has there; other
/// statements always do. Errors: Malformed and the like for what is no envelope around an in-toto
/// statement; Inconsistent.
[[nodiscard]] Result<void> checkFollows(const std::vector<std::string>& entries,
                                        std::string_view envelope);

}  // namespace plumbline
