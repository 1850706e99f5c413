// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pieces of evidence that claim one name, as two plans that came with two audit files. All are kept:
// the one with the smallest SHA-256 has the plain name ("audit/plan.json"), the others stand beside
// it ("audit/plan.<32 hex digits>.json"). So the names follow from the pieces, whatever came first.

#include "model/store/evidence_store.h"

namespace plumbline {

/// The plain name of a piece that may stand beside another.
[[nodiscard]] std::string slotOf(std::string_view member);
[[nodiscard]] Result<std::vector<EvidenceItem>> slotPieces(const EvidenceStore& store,
                                                           std::string_view slot);
/// False where the piece is there already.
[[nodiscard]] Result<bool> addToSlot(const EvidenceStore& store, std::string_view kind,
                                     const std::string& slot, ByteView bytes);
/// The user chose: this piece and no other.
[[nodiscard]] Result<void> replaceSlot(const EvidenceStore& store, std::string_view kind,
                                       const std::string& slot, ByteView bytes);
[[nodiscard]] Result<void> clearSlot(const EvidenceStore& store, std::string_view slot);

}  // namespace plumbline
