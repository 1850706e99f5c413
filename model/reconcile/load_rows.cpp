// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reconcile/load_rows.h"

#include <algorithm>
#include <tuple>

namespace plumbline {

// The columns stand in the order of the stored row.
Result<LoadCursor> LoadCursor::shipments(const Database& database,
                                         const PublicationBook& publications) {
  PLUMBLINE_TRY(
      query, database.prepare("SELECT rowid, publication, document_no, line, dispatched_ms, "
                              "material, low_code, operation, net_g, pieces, status FROM shipments "
                              "WHERE superseded_by IS NULL ORDER BY document_no, line"));
  PLUMBLINE_TRY(details, database.prepare("SELECT id, consignee, vehicle, instrument, calibration "
                                          "FROM shipments WHERE rowid = ?1"));
  LoadCursor cursor(std::move(query), std::move(details), publications, true);
  PLUMBLINE_CHECK(cursor.next());
  return cursor;
}

Result<LoadCursor> LoadCursor::receipts(const Database& database,
                                        const PublicationBook& publications) {
  PLUMBLINE_TRY(
      query, database.prepare("SELECT rowid, publication, document_no, line, received_ms, "
                              "material, low_code, operation, net_g, pieces, outcome, instrument, "
                              "calibration, certificate_ms FROM receipts WHERE superseded_by IS "
                              "NULL ORDER BY document_no, line"));
  PLUMBLINE_TRY(details,
                database.prepare("SELECT id, consignor, vehicle FROM receipts WHERE rowid = "
                                 "?1"));
  LoadCursor cursor(std::move(query), std::move(details), publications, false);
  PLUMBLINE_CHECK(cursor.next());
  return cursor;
}

Result<void> LoadCursor::next() {
  while (true) {
    PLUMBLINE_TRY(more, m_query.step());
    m_atEnd = !more;
    if (m_atEnd) return {};
    ++m_rows;
    const PublicationInfo& publication = m_publications->find(m_query.integer(1));
    if (!publication.usable) continue;
    const bool plant = m_publications->isPlant(publication.party);
    if (m_shipments && !plant) continue;
    if (!m_shipments && !plant && publication.confirms) ++m_outside;
    read(publication);
    return {};
  }
}

void LoadCursor::read(const PublicationInfo& publication) {
  m_row.rowid = m_query.integer(0);
  m_row.party = publication.party;
  m_row.confirms = publication.confirms;
  m_row.official = publication.official();
  m_row.document.assign(m_query.text(2));
  m_row.line = m_query.integer(3);
  m_row.timeMs = m_query.integer(4);
  m_row.material.assign(m_query.text(5));
  m_row.lowCode.assign(m_query.text(6));
  m_row.operation.assign(m_query.text(7));
  m_row.netGrams = m_query.integer(8);
  m_row.pieces = m_query.optionalInteger(9);
  m_row.status.assign(m_query.text(10));
  if (m_shipments) return;
  m_row.instrument.assign(m_query.text(11));
  m_row.calibration.assign(m_query.text(12));
  m_row.certificateMs = m_query.optionalInteger(13);
}

Result<void> LoadCursor::complete(LoadGroup& group) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    LoadRow& row = group[i];
    m_details.bind(1, row.rowid);
    PLUMBLINE_TRY(there, m_details.step());
    if (there) {
      row.id.assign(m_details.text(0));
      row.other.assign(m_details.text(1));
      row.vehicle.assign(m_details.text(2));
    }
    if (there && m_shipments) {
      row.instrument.assign(m_details.text(3));
      row.calibration.assign(m_details.text(4));
    }
    m_details.reset();
  }
  return {};
}

Result<void> LoadCursor::takeInto(LoadGroup& group) {
  group.take(m_row);
  return next();
}

int compareDocument(const LoadRow& a, const LoadRow& b) {
  const int order = a.document.compare(b.document);  // bytes, as SQLite's BINARY
  if (order != 0) return order;
  return a.line < b.line ? -1 : a.line > b.line ? 1 : 0;
}

void LoadGroup::take(LoadRow& row) {
  if (m_size == m_rows.size()) m_rows.emplace_back();
  std::swap(m_rows[m_size], row);
  ++m_size;
}

void LoadGroup::sort() {
  if (m_size < 2) return;
  const auto key = [](const LoadRow& row) {
    return std::tie(row.party, row.netGrams, row.id, row.timeMs, row.material, row.lowCode,
                    row.operation, row.status, row.other, row.vehicle);
  };
  std::sort(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(m_size),
            [key](const LoadRow& a, const LoadRow& b) { return key(a) < key(b); });
}

}  // namespace plumbline
