// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/import/evidence_files.h"

namespace plumbline::words {

/// Of an evidence_kind: "Publication", "Checkpoint of a log".
[[nodiscard]] QString kindWord(std::string_view kind);
/// "Publication", "Checkpoint of a log", "UK waste receipt (JSON)", "Table, by a mapping".
[[nodiscard]] QString readAs(const EvidenceFile& file);
/// Whose records it holds, by id.
[[nodiscard]] QString partiesOf(const EvidenceFile& file);
/// "Signed", "Signed, key not known", "No signature", "Taken back".
[[nodiscard]] QString standingOf(const EvidenceFile& file);
/// All about one file, in sentences: digest, mapping, sheets, who brought it when.
[[nodiscard]] QString aboutFile(const EvidenceFile& file);
/// What taking these back would change; `files` are of the list.
[[nodiscard]] QString ifTakenBack(const EvidenceFiles& list,
                                  const std::vector<const EvidenceFile*>& files);

}  // namespace plumbline::words
