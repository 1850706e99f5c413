// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_cursor.h"

#include <algorithm>
#include <thread>

#include "model/books/publication_book.h"
#include "model/mapping/row_mapper.h"
#include "model/records/batch_queue.h"
#include "model/workspace/one_reading.h"

namespace plumbline {
namespace {

constexpr std::size_t rowsPerBatch = 1024;
/// With three threads on two cores a shorter queue leaves a core idle at every change of thread;
/// 32 batches are about 8 MB a side.
constexpr std::size_t batchesAhead = 32;

// Answered from the indexes alone (resources/sql/indexes.sql); the columns stand in their order.
constexpr std::string_view shipmentsSql =
    "SELECT rowid, publication, document_no, line, dispatched_ms, words, scale, net_g, pieces FROM "
    "current_shipments ORDER BY document_no, line";
constexpr std::string_view receiptsSql =
    "SELECT rowid, publication, document_no, line, received_ms, words, scale, net_g, pieces, "
    "certificate_ms FROM current_receipts ORDER BY document_no, line";
constexpr std::string_view shipmentDetailsSql =
    "SELECT id, vehicle FROM shipments WHERE rowid = ?1";
constexpr std::string_view receiptDetailsSql =
    "SELECT id, vehicle FROM receipts WHERE rowid = ?1";

/// Rows whose time is a period's first moment, sorted. Few files have any.
Result<std::vector<std::int64_t>> rowsOfPeriods(const Database& database, LoadSide side) {
  const std::string table = side == LoadSide::Sent ? "shipments" : "receipts";
  std::vector<std::int64_t> rows;
  PLUMBLINE_TRY(query, database.prepare("SELECT t.rowid FROM source_remarks r JOIN " + table +
                                        " t ON t.publication = r.publication AND t.id = r.record_id "
                                        "WHERE r.kind = ?1 AND r.record_table = ?2"));
  query.bind(1, periodRemark).bind(2, table);
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    rows.push_back(query.integer(0));
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

struct RowsBatch {
  std::vector<LoadRow> rows = std::vector<LoadRow>(rowsPerBatch);
  std::size_t size = 0;
  std::int64_t scanned = 0;
  std::int64_t outside = 0;
};

}  // namespace

std::string_view loadScanSql(LoadSide side) {
  return side == LoadSide::Sent ? shipmentsSql : receiptsSql;
}

/// The side of the thread that reads.
struct LoadCursor::Scan {
  LoadSide side;
  const PublicationBook* publications;
  const LoadVocabulary* vocabulary;
  Database database;
  Query query;
  std::vector<std::int64_t> ofPeriods = {};
  BatchQueue<RowsBatch> queue = BatchQueue<RowsBatch>(batchesAhead);
  // The using side's own.
  std::optional<RowsBatch> batch = {};
  std::size_t at = 0;
  std::thread thread = {};

  Scan(LoadSide which, const PublicationBook& book, const LoadVocabulary& known, Database opened,
       Query prepared)
      : side(which),
        publications(&book),
        vocabulary(&known),
        database(std::move(opened)),
        query(std::move(prepared)) {}
  ~Scan() {
    queue.stop();
    if (thread.joinable()) thread.join();
  }
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  void run();
  Result<bool> fill(RowsBatch& into);
  void read(LoadRow& row, const PublicationInfo& publication);
};

void LoadCursor::Scan::run() {
  while (true) {
    std::optional<RowsBatch> into = queue.takeFree();
    if (!into) return queue.close();
    auto more = fill(*into);
    if (!more) return queue.close(std::move(more).error());
    queue.push(std::move(*into));
    if (!*more) return queue.close();
  }
}

/// False at the end of the table.
Result<bool> LoadCursor::Scan::fill(RowsBatch& into) {
  into.size = 0;
  into.scanned = 0;
  into.outside = 0;
  while (into.size < rowsPerBatch) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return false;
    ++into.scanned;
    const PublicationInfo& publication = publications->find(query.integer(1));
    if (!publication.usable) continue;
    const bool plant = publications->isPlant(publication.party);
    if (side == LoadSide::Sent && !plant) continue;
    if (side == LoadSide::Received && !plant && publication.confirms) ++into.outside;
    read(into.rows[into.size++], publication);
  }
  return true;
}

void LoadCursor::Scan::read(LoadRow& row, const PublicationInfo& publication) {
  row.side = side;
  row.rowid = query.integer(0);
  row.party = publication.party;
  row.confirms = publication.confirms;
  row.official = publication.official();
  row.document.assign(query.text(2));
  row.line = query.integer(3);
  row.timeMs = query.integer(4);
  row.timeIsPeriod = std::binary_search(ofPeriods.begin(), ofPeriods.end(), row.rowid);
  row.wordsIndex = vocabulary->wordsIndex(query.integer(5));
  row.words = &vocabulary->words(row.wordsIndex);
  row.scaleIndex = vocabulary->scaleIndex(query.integer(6));
  row.scale = &vocabulary->scale(row.scaleIndex);
  row.net = Mass::grams(query.integer(7));
  row.pieces = query.optionalInteger(8);
  if (side == LoadSide::Received) row.certificateMs = query.optionalInteger(9);
  for (std::string* detail : {&row.id, &row.vehicle}) detail->clear();
}

LoadCursor::LoadCursor(std::unique_ptr<Scan> scan, Query details)
    : m_scan(std::move(scan)), m_details(std::move(details)) {}
LoadCursor::LoadCursor(LoadCursor&&) noexcept = default;
LoadCursor::~LoadCursor() = default;

Result<LoadCursor> LoadCursor::open(LoadSide side, const Database& database,
                                    const PublicationBook& publications,
                                    const LoadVocabulary& vocabulary) {
  const bool sent = side == LoadSide::Sent;
  PLUMBLINE_TRY(details, database.prepare(sent ? shipmentDetailsSql : receiptDetailsSql));
  PLUMBLINE_TRY(ofPeriods, rowsOfPeriods(database, side));
  PLUMBLINE_TRY(other, openBeside(database));
  PLUMBLINE_TRY(query, other.prepare(loadScanSql(side)));
  auto scan =
      std::make_unique<Scan>(side, publications, vocabulary, std::move(other), std::move(query));
  scan->ofPeriods = std::move(ofPeriods);
  scan->thread = std::thread(&Scan::run, scan.get());
  LoadCursor cursor(std::move(scan), std::move(details));
  PLUMBLINE_CHECK(cursor.nextBatch());
  return cursor;
}

Result<void> LoadCursor::nextBatch() {
  Scan& scan = *m_scan;
  m_row = nullptr;
  while (m_row == nullptr) {
    if (scan.batch) scan.queue.giveBack(std::move(*scan.batch));
    PLUMBLINE_TRY(batch, scan.queue.pop());
    scan.batch = std::move(batch);
    if (!scan.batch) return {};
    m_rows += scan.batch->scanned;
    m_outside += scan.batch->outside;
    scan.at = 0;
    if (scan.batch->size > 0) m_row = scan.batch->rows.data();
  }
  return {};
}

const LoadRow* LoadCursor::ahead() const {
  return m_row != nullptr && m_scan->at + 1 < m_scan->batch->size ? m_row + 1 : nullptr;
}

Result<void> LoadCursor::takeInto(LoadGroup& group) {
  group.take(*m_row);
  return next();
}

Result<void> LoadCursor::next() {
  Scan& scan = *m_scan;
  if (++scan.at == scan.batch->size) return nextBatch();
  ++m_row;
  return {};
}

Result<void> LoadCursor::complete(LoadGroup& group) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    LoadRow& row = group[i];
    m_details.bind(1, row.rowid);
    PLUMBLINE_TRY(there, m_details.step());
    if (there) {
      row.id.assign(m_details.text(0));
      row.vehicle.assign(m_scan->vocabulary->vehicle(m_details.text(1)));
    }
    m_details.reset();
  }
  return {};
}

}  // namespace plumbline
