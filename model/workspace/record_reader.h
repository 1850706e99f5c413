// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pages through the records of a table for a view that shows a window of them.

#include <optional>
#include <string>
#include <vector>

#include "model/store/evidence_store.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/record_query.h"
#include "model/workspace/workspace.h"

namespace plumbline {

struct StoredRow {
  std::int64_t rowid = 0;
  std::int64_t publication = 0;
  std::int64_t row = 0;  // in its published table, from 1
  std::string party;
  bool superseded = false;
  std::vector<StoredValue> values;  // one a field
};

struct StoredHits {
  std::int64_t total = 0;
  std::vector<std::int64_t> places;  // in the query's order, the first ones only
};

/// Where a record stands, byte for byte.
struct RecordOrigin {
  std::string bytes;  // of the record, without its line end; empty for an official file
  std::int64_t publication = 0;
  std::string party;
  std::int64_t sequence = 0;
  std::string state;     // of the publication
  std::string envelope;  // member name of the publication
  std::string file;      // member name of the table or of the original
  std::int64_t row = 0;
  std::int64_t from = -1;  // byte range in the file; -1 where the file is no table of ours
  std::int64_t to = -1;    // first byte after the record
};

/// Each call sees one state of the workspace. Errors of each: Inconsistent where an import is
/// unfinished.
class RecordReader {
 public:
  /// Opens a connection of its own, for reading. One thread at a time; interrupt() from any.
  [[nodiscard]] static Result<RecordReader> open(const std::filesystem::path& workspace);
  /// Reads by the connection of a workspace that is open.
  explicit RecordReader(std::shared_ptr<const Workspace> workspace)
      : m_workspace(std::move(workspace)) {}
  [[nodiscard]] Result<std::int64_t> count(const StoredQuery& query);
  /// Up to `count` rows from place `first` (from 0). A page costs the same at every place: without
  /// filter and order by rowid ranges, else from the list of rowids of the last query.
  [[nodiscard]] Result<std::vector<StoredRow>> page(const StoredQuery& query, std::int64_t first,
                                                    std::int64_t count);
  /// Rows of the query with `needle` in any text field.
  [[nodiscard]] Result<StoredHits> find(const StoredQuery& query, std::string_view needle,
                                        std::int64_t most);
  /// Place of a row among what the query finds. Errors: NotFound.
  [[nodiscard]] Result<std::int64_t> placeOf(const StoredQuery& query, std::int64_t rowid);
  /// Errors: NotFound.
  [[nodiscard]] Result<RecordOrigin> sourceBytes(Table table, std::int64_t rowid) const;
  /// The connection, for what belongs to one answer together with the calls (OneReading).
  [[nodiscard]] const Database& database() const { return m_workspace->database(); }
  /// Makes a running call end with Cancelled. From any thread.
  void interrupt() const { m_workspace->database().interrupt(); }

 private:
  /// Consecutive rowids of one publication.
  struct Segment {
    std::int64_t firstPlace = 0;
    std::int64_t firstRowid = 0;
    std::int64_t rows = 0;
  };
  /// One state for a call; what was listed in another one is forgotten.
  [[nodiscard]] Result<OneReading> begin();
  [[nodiscard]] Result<std::vector<Segment>> segments(Table table) const;
  [[nodiscard]] Result<std::vector<std::int64_t>> rowidsAt(const StoredQuery& query,
                                                           std::int64_t first, std::int64_t count);
  /// Fills m_rowids for a query that is not plain.
  [[nodiscard]] Result<void> list(const StoredQuery& query);
  [[nodiscard]] Result<std::vector<StoredRow>> rowsOf(Table table,
                                                      const std::vector<std::int64_t>& ids) const;

  std::shared_ptr<const Workspace> m_workspace;
  std::optional<StoredQuery> m_listed;
  std::vector<std::int64_t> m_rowids;  // of m_listed, in its order
  std::int64_t m_version = 0;          // SQLite's data version when it was listed
};

}  // namespace plumbline
