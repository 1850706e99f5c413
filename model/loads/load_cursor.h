// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two cursors over shipments and receipts in the order of (document_no, line). Each reads ahead on
// a thread and a connection of its own; only a few batches of rows are in memory at a time.

#include <memory>

#include "model/links/load_rows.h"

namespace plumbline {

/// The statement a side is read with; the index over its documents answers it alone.
[[nodiscard]] std::string_view loadScanSql(LoadSide side);

class LoadCursor {
 public:
  /// `publications` and `vocabulary` must outlive it and its rows. Errors: Store, Usage (a database
  /// in memory).
  [[nodiscard]] static Result<LoadCursor> open(LoadSide side, const Database& database,
                                               const PublicationBook& publications,
                                               const LoadVocabulary& vocabulary);
  LoadCursor(LoadCursor&&) noexcept;
  LoadCursor& operator=(LoadCursor&&) = delete;
  ~LoadCursor();
  /// The row it stands on, or nullptr at the end.
  [[nodiscard]] const LoadRow* row() const { return m_row; }
  /// The row after it, where it is known without waiting.
  [[nodiscard]] const LoadRow* ahead() const;
  /// Goes to the next current row of a usable publication.
  [[nodiscard]] Result<void> next();
  /// Moves the row into the group and goes to the next one.
  [[nodiscard]] Result<void> takeInto(LoadGroup& group);
  /// Reads what the scan left out: a column costs as much as a tenth of the scan.
  [[nodiscard]] Result<void> complete(LoadGroup& group);
  /// Rows so far, also those of publications that cannot be used.
  [[nodiscard]] std::int64_t rows() const { return m_rows; }
  /// Receipts: rows that somebody else than a plant signed.
  [[nodiscard]] std::int64_t outside() const { return m_outside; }

 private:
  struct Scan;
  LoadCursor(std::unique_ptr<Scan> scan, Query details);
  Result<void> nextBatch();

  std::unique_ptr<Scan> m_scan;
  Query m_details;
  LoadRow* m_row = nullptr;
  std::int64_t m_rows = 0;
  std::int64_t m_outside = 0;
};

}  // namespace plumbline
