// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns a folder of tables (<table>.csv or <table>.xlsx, docs/file-format.md, "Tables") into a
// signed publication and appends it to a log directory. The log's checkpoint is signed apart, by
// the log's own key.

#include <filesystem>

#include "model/containers/ods_reader.h"
#include "model/evidence/publication.h"
#include "model/records/progress.h"

namespace plumbline {

struct PublishRequest {
  std::filesystem::path log;
  std::filesystem::path tables;
  std::string party;
  Role role = Role::Unknown;
  std::string name;
  std::string operatorName;
  std::string from;  // plain dates; `to` is the last day
  std::string to;
  std::string reason;  // needed where records are corrected
};

struct Published {
  Publication publication;
  std::uint64_t index = 0;  // in the log
  Hash envelope;            // SHA-256
  std::int64_t corrected = 0;
  std::vector<std::pair<std::string, SheetNotes>>
      sheets;  // by file, where there is something to say
};

/// Nothing is written before everything holds. Errors name file, row and column of a table:
/// those of TableReader; Usage (nothing to publish, a file that is no table); BadValue; BadKey
/// (the party's earlier publications, or the log's checkpoint, say that this is not the party's
/// key); Duplicate (published already); Inconsistent (a correction without a reason); and those of
/// LogDirectory; Cancelled.
[[nodiscard]] Result<Published> publishTables(const PublishRequest& request, const PrivateKey& key,
                                              const Progress& progress = Progress());

}  // namespace plumbline
