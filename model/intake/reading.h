// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an original is read where its content does not say so: a small file beside it in the audit,
// audit/reading/<sha256>.json, so that everybody who opens the audit reads it the same way.
//   {"reader":"us-rcra-biennial"}
//   {"reader":"table","details":{...}}

#include "crypto/hash.h"
#include "crypto/json.h"

#include "model/intake/import_report.h"
#include "model/store/evidence_store.h"

namespace plumbline {

struct Reading {
  std::string reader;                     // id of the reader
  std::optional<JsonValue> details = {};  // what that reader needs besides the bytes: a mapping
};

/// What the options say of every official file; nothing where its content decides.
[[nodiscard]] std::optional<Reading> readingAsked(const ImportOptions& options);

/// Errors: Malformed, also for members that are not known. Whether there is such a reader is asked
/// when the original is read.
[[nodiscard]] Result<Reading> parseReading(ByteView bytes);
[[nodiscard]] std::string readingText(const Reading& reading);
/// Takes the place of what was said before.
[[nodiscard]] Result<void> storeReading(const EvidenceStore& store, const Hash& original,
                                        const Reading& reading);
/// The original whose reading this member is; nothing where it names none.
[[nodiscard]] std::optional<Hash> originalOfReading(std::string_view member);
/// Nothing where the content of the original decides, also where readings of it disagree: nobody
/// but the reader of the audit can choose between them.
[[nodiscard]] Result<std::optional<Reading>> findReading(const EvidenceStore& store,
                                                         const Hash& original);

}  // namespace plumbline
