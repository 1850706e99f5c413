// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the Records page gets its rows. A source lives on one worker thread; every call may take
// as long as it needs there. The real one reads the workspace, tests bring their own.

#include <functional>
#include <memory>

#include <QtGlobal>

#include "model/workspace/record_reader.h"

namespace plumbline {

class RecordSource {
 public:
  RecordSource() = default;
  virtual ~RecordSource() = default;
  Q_DISABLE_COPY_MOVE(RecordSource)
  [[nodiscard]] virtual Result<std::int64_t> count(const StoredQuery& query) = 0;
  [[nodiscard]] virtual Result<std::vector<StoredRow>> page(const StoredQuery& query,
                                                            std::int64_t first,
                                                            std::int64_t count) = 0;
  [[nodiscard]] virtual Result<StoredHits> find(const StoredQuery& query, const std::string& needle,
                                                std::int64_t most) = 0;
  [[nodiscard]] virtual Result<RecordOrigin> origin(Table table, std::int64_t rowid) = 0;
  /// Called from another thread: the running call should end soon, with Cancelled.
  virtual void interrupt() {}
};

/// Called on the worker thread.
using RecordSourceFactory = std::function<Result<std::unique_ptr<RecordSource>>()>;

/// Rows of a workspace, over a connection of its own.
[[nodiscard]] RecordSourceFactory workspaceRecords(const std::filesystem::path& workspace);

}  // namespace plumbline
