// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Readers of official, unsigned files (summary logs, e-manifest exports, ...). To add one, write
// its two functions and add one line to reader_registry.cpp. The caller stores the file's bytes as
// an original, holds the transaction, and takes everything back when `read` fails.

#include "model/intake/import_report.h"
#include "model/intake/record_sink.h"
#include "model/readers/read_input.h"
#include "model/records/progress.h"

namespace plumbline {

/// What a field of the format becomes, for people (docs/formats.md, `plumbline-cli formats`).
struct FieldUse {
  std::string_view field;    // as in the file: "receivedDate"
  MessagePattern becomes;    // "receipts.received_at", or what it is used for
};

struct Reader {
  std::string_view id;     // "uk-summary-log": of `import --as`; never changes
  MessagePattern title;    // "UK packaging summary log (XLSX, JSON)"
  std::span<const FieldUse> fields;
  MessagePattern lost;  // what of the format no record holds and why; "nothing" where all is held
  /// Looks at the name, the head and the first rows of sheets only.
  bool (*recognises)(const ReadInput& input);
  /// Rows that cannot be used go into the sink's quarantine. Errors are for files that cannot be
  /// used at all; they name row, column, found and expected, and the caller adds the file.
  Result<void> (*read)(const ReadInput& input, RecordSink& sink, const Progress& progress);
};

/// In the order they are asked.
[[nodiscard]] std::span<const Reader> allReaders();
/// nullptr where there is none of this id.
[[nodiscard]] const Reader* findReader(std::string_view id);

}  // namespace plumbline
