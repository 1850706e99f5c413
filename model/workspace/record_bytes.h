// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/store/evidence_store.h"

namespace plumbline {

/// The bytes of the record that begins at `at` of a table, without its line end. The table was checked
/// when it came in. Errors: Store; TooLarge where it has no end within 1 MiB.
[[nodiscard]] Result<std::string> recordBytes(const EvidenceStore& store, const EvidenceItem& item,
                                              std::int64_t at);

}  // namespace plumbline
