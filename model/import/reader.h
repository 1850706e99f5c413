// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Readers of official, unsigned files (summary logs, e-manifest exports, ...). To add one, write
// its two functions and add one line to reader_registry.cpp. The caller stores the file's bytes as
// an original, holds the transaction, and takes everything back when `read` fails.

#include "crypto/bytes.h"

#include "model/import/import_report.h"
#include "model/import/record_sink.h"
#include "model/records/progress.h"

namespace plumbline {

struct Reader {
  std::string_view name;  // "summary log": the kind shown in the import report
  /// `bytes` is the whole file: look at as little of it as needed. The name may be
  /// "originals/<sha256>", so the content decides.
  bool (*recognises)(std::string_view memberName, ByteView bytes);
  /// Errors name row, column, found and expected; the caller adds the file.
  Result<ImportedFile> (*read)(std::string_view memberName, ByteView bytes, RecordSink& sink,
                               const Progress& progress);
};

/// In the order they are asked.
[[nodiscard]] std::span<const Reader> allReaders();

}  // namespace plumbline
