// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/table_loader.h"

#include <thread>

#include "model/records/batch_queue.h"

namespace plumbline {
namespace {

constexpr std::int64_t smallTableBytes = 256 << 10;  // below it a thread costs more than it saves

void readAll(TableReader& reader, BatchQueue<RowBatch>& queue) {
  while (true) {
    std::optional<RowBatch> batch = queue.takeFree();
    if (!batch) return queue.close();
    auto more = reader.next(*batch);
    if (!more) return queue.close(std::move(more).error());
    if (!*more) return queue.close();
    queue.push(std::move(*batch));
  }
}

/// Writes the slices of one piece of evidence, in their order.
class SliceWriter {
 public:
  SliceWriter(const Database& database, std::optional<std::int64_t> evidence)
      : m_store(database), m_evidence(evidence) {}
  Result<void> write(const std::vector<Bytes>& slices) {
    if (!m_evidence) return {};
    for (const Bytes& slice : slices) {
      PLUMBLINE_CHECK(m_store.addSlice(*m_evidence, m_next++, slice));
    }
    return {};
  }

 private:
  EvidenceStore m_store;
  std::optional<std::int64_t> m_evidence;
  std::int64_t m_next = 0;
};

class Load {
 public:
  Load(const ByteFeed& feed, SliceWriter& evidence, const Progress& progress,
       const Message& what)
      : m_feed(feed), m_evidence(evidence), m_progress(progress), m_what(what) {}

  Result<void> insertAll(TableReader& reader, RowInserter& inserter) {
    if (!m_feed.isThreadSafe() || m_feed.bytes() < smallTableBytes) {
      return insertHere(reader, inserter);
    }
    BatchQueue<RowBatch> queue;
    std::thread thread([&] { readAll(reader, queue); });
    auto inserted = insertFrom(queue, inserter);
    queue.stop();
    thread.join();
    return inserted;
  }

 private:
  Result<void> insertHere(TableReader& reader, RowInserter& inserter) {
    RowBatch batch;
    while (true) {
      PLUMBLINE_TRY(more, reader.next(batch));
      if (!more) return {};
      PLUMBLINE_CHECK(insertOne(batch, inserter));
    }
  }

  Result<void> insertFrom(BatchQueue<RowBatch>& queue, RowInserter& inserter) {
    while (true) {
      PLUMBLINE_TRY(batch, queue.pop());
      if (!batch) return {};
      PLUMBLINE_CHECK(insertOne(*batch, inserter));
      batch->keep.reset();
      queue.giveBack(std::move(*batch));
    }
  }

  Result<void> insertOne(const RowBatch& batch, RowInserter& inserter) {
    if (m_progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_CHECK(inserter.insert(batch));
    PLUMBLINE_CHECK(m_evidence.write(batch.slices));
    m_progress.report(m_what, batch.at.back(), m_feed.bytes());
    return {};
  }

  const ByteFeed& m_feed;
  SliceWriter& m_evidence;
  const Progress& m_progress;
  const Message& m_what;
};

Result<std::int64_t> lastRowid(const Database& database, Table table) {
  PLUMBLINE_TRY(query, database.prepare("SELECT coalesce(max(rowid), 0) FROM " +
                                        std::string(tableInfo(table).name)));
  PLUMBLINE_TRY(there, query.step());
  return there ? query.integer(0) : 0;
}

}  // namespace

Result<LoadedTable> loadTable(const Database& database, const ByteFeed& feed, Table table,
                              std::int64_t publication, std::optional<std::int64_t> evidence,
                              const Progress& progress, const Message& what) {
  TableReader reader(feed, table);
  if (evidence) reader.keepBytes();
  PLUMBLINE_CHECK(reader.start());
  PLUMBLINE_TRY(last, lastRowid(database, table));
  PLUMBLINE_TRY(inserter, RowInserter::create(database, table, reader.columns(), publication));
  progress.report(what, 0, feed.bytes());
  SliceWriter slices(database, evidence);
  PLUMBLINE_CHECK(Load(feed, slices, progress, what).insertAll(reader, inserter));
  PLUMBLINE_CHECK(slices.write(reader.lastSlices()));
  return LoadedTable{reader.content(), last + 1, inserter.times()};
}

}  // namespace plumbline
