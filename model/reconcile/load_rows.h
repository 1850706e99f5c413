// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two cursors over shipments and receipts in the order of (document_no, line). Only the rows of one
// document line are in memory at a time, in strings that are used again.

#include <optional>
#include <string>
#include <vector>

#include "model/reconcile/publication_book.h"

namespace plumbline {

/// Either a shipment or a receipt: what both sides write about a load.
struct LoadRow {
  std::int64_t rowid = 0;
  int party = 0;          // who published it
  bool confirms = false;  // see PublicationInfo
  bool official = false;  // of an unsigned file
  std::string document;
  std::int64_t line = 0;
  std::int64_t timeMs = 0;  // sent or received
  std::int64_t netGrams = 0;
  std::optional<std::int64_t> pieces;
  std::optional<std::int64_t> certificateMs;  // receipts only
  std::string material, lowCode, operation, instrument, calibration;
  std::string status;  // status of a shipment, outcome of a receipt
  // Read on demand, see LoadCursor::complete; a load with one agreeing receipt needs none of them.
  std::string id, other;  // other: consignee of a shipment, consignor of a receipt
  std::string vehicle;
};

/// The rows of one document line; the objects live on, so that their strings need no new memory.
class LoadGroup {
 public:
  void clear() { m_size = 0; }
  /// Swaps contents with the row, so that no string is copied.
  void take(LoadRow& row);
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] bool empty() const { return m_size == 0; }
  [[nodiscard]] const LoadRow& operator[](std::size_t index) const { return m_rows[index]; }
  [[nodiscard]] LoadRow& operator[](std::size_t index) { return m_rows[index]; }
  /// By party, mass and id: rows with one document number come in the same order everywhere.
  void sort();

 private:
  std::vector<LoadRow> m_rows;
  std::size_t m_size = 0;
};

class LoadCursor {
 public:
  [[nodiscard]] static Result<LoadCursor> shipments(const Database& database,
                                                    const PublicationBook& publications);
  [[nodiscard]] static Result<LoadCursor> receipts(const Database& database,
                                                   const PublicationBook& publications);
  /// The row it stands on, or nullptr at the end.
  [[nodiscard]] const LoadRow* row() const { return m_atEnd ? nullptr : &m_row; }
  /// Moves the row into the group and goes to the next current row of a usable publication.
  [[nodiscard]] Result<void> takeInto(LoadGroup& group);
  /// Reads what the scan left out: a column costs as much as a tenth of the scan.
  [[nodiscard]] Result<void> complete(LoadGroup& group);
  [[nodiscard]] std::int64_t rows() const { return m_rows; }
  /// Receipts: rows that somebody else than a plant signed.
  [[nodiscard]] std::int64_t outside() const { return m_outside; }

 private:
  LoadCursor(Query query, Query details, const PublicationBook& publications, bool shipments)
      : m_query(std::move(query)),
        m_details(std::move(details)),
        m_publications(&publications),
        m_shipments(shipments) {}
  Result<void> next();
  void read(const PublicationInfo& publication);

  Query m_query;
  Query m_details;
  const PublicationBook* m_publications;
  bool m_shipments;
  bool m_atEnd = false;
  std::int64_t m_rows = 0;
  std::int64_t m_outside = 0;
  LoadRow m_row;
};

/// Negative, 0 or positive as the document line of `a` stands before, at or after that of `b`.
[[nodiscard]] int compareDocument(const LoadRow& a, const LoadRow& b);

}  // namespace plumbline
