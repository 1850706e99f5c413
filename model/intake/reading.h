// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an original is read where its content does not say so: a small file beside it in the audit,
// audit/reading/<sha256>.json, so that everybody who opens the audit reads it the same way.
//   {"reader":"us-rcra-biennial"}
//   {"reader":"table","details":{...}}
//   {"readings":[{"reader":"table","details":{...}},...]}   two or more, each once, in the order of their text

#include "crypto/hash.h"
#include "crypto/json.h"

#include "model/intake/import_report.h"
#include "model/store/evidence_store.h"

namespace plumbline {

struct Reading {
  std::string reader;                     // id of the reader
  std::optional<JsonValue> details = {};  // what that reader needs besides the bytes: a mapping
};
/// In the order of their texts; empty: the content of the original decides.
using Readings = std::vector<Reading>;
inline constexpr std::size_t mostReadings = 100;

/// What the options say of every official file; nothing where its content decides.
[[nodiscard]] std::optional<Reading> readingAsked(const ImportOptions& options);

/// Errors: Malformed, also for members that are not known. Whether there is such a reader is asked
/// when the original is read.
[[nodiscard]] Result<Readings> parseReadings(ByteView bytes);
[[nodiscard]] std::string readingText(const Reading& reading);
/// What an audit file holds of them.
[[nodiscard]] std::string readingsText(Readings readings);
/// What holds when `said` is said of an original of which `before` was said. Readings by mappings stand
/// side by side, one for each sheet, table and party; any other takes the place of all. `firstSheet`:
/// its name, which a mapping may leave out.
[[nodiscard]] Readings joinedReadings(const Readings& before, const Reading& said,
                                      const std::string& firstSheet);
/// Whether both read the same; the zone rules that were used on the way do not count.
[[nodiscard]] bool isSaidIn(const Readings& readings, const Reading& said);
/// Takes the place of what was said before.
[[nodiscard]] Result<void> storeReadings(const EvidenceStore& store, const Hash& original,
                                         const Readings& readings);
/// Name in the audit file of what is said of an original.
[[nodiscard]] std::string readingMember(const Hash& original);
/// The original whose reading this member is; nothing where it names none.
[[nodiscard]] std::optional<Hash> originalOfReading(std::string_view member);
/// None where the content of the original decides, also where several files disagree: nobody but the
/// reader of the audit can choose between them.
[[nodiscard]] Result<Readings> findReadings(const EvidenceStore& store, const Hash& original);

}  // namespace plumbline
