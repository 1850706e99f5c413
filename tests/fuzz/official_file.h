// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An official file on its whole way into the workspace: whatever it says, the store never refuses a
// statement and a reader never breaks its contract.

#include "model/intake/unsigned_sink.h"
#include "model/readers/reader.h"
#include "model/store/sql_resource.h"

#include "tests/fuzz/fuzz.h"

namespace plumbline::fuzz {

inline const Database& workspace() {
  static const Database database = [] {
    auto opened = Database::openInMemory().value();
    fuzz::require(opened.execute(sqlResource("schema")).ok());
    return opened;
  }();
  return database;
}

inline void readOfficial(const Reader& reader, std::string_view text) {
  const ByteView bytes = bytesOf(text);
  const Hash digest = sha256(bytes);
  const ViewFeed feed(bytes);
  const Progress progress;
  const auto input = lookAt("x", feed, digest, progress);
  require(input.ok());
  for (const Reader& each : allReaders()) static_cast<void>(each.recognises(*input));
  const Database& database = workspace();
  const auto transaction = Transaction::begin(database);  // rolled back
  require(transaction.ok());
  ImportContext context(database, progress);
  const auto original = context.store.put(evidence_kind::original, "originals/x", bytes);
  require(original.ok());
  UnsignedSink sink(database, *original, digest);
  const auto read = reader.read(*input, sink, progress);
  for (const ErrorCode code : {ErrorCode::Store, ErrorCode::Internal, ErrorCode::Usage}) {
    require(read.ok() || read.error().code != code);
  }
  if (read.ok()) require(sink.finish(context).ok());
}

}  // namespace plumbline::fuzz
