// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/table_loader.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "model/import/row_inserter.h"

namespace plumbline {
namespace {

constexpr std::int64_t smallTableBytes = 256 << 10;  // below it a thread costs more than it saves
constexpr std::size_t batchesUnderway = 4;

/// Batches on their way from the reading to the inserting thread and back. Bounded, so that memory
/// does not grow when reading is faster.
class BatchQueue {
 public:
  BatchQueue() : m_free(batchesUnderway) {}

  /// An empty batch to fill; nothing once the inserting side has given up.
  std::optional<RowBatch> takeFree() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopped || !m_free.empty(); });
    if (m_stopped) return std::nullopt;
    RowBatch batch = std::move(m_free.back());
    m_free.pop_back();
    return batch;
  }
  void push(RowBatch batch) {
    const std::scoped_lock lock(m_mutex);
    m_full.push_back(std::move(batch));
    m_changed.notify_all();
  }
  /// Nothing more will be pushed.
  void close(std::optional<Error> error) {
    const std::scoped_lock lock(m_mutex);
    m_error = std::move(error);
    m_closed = true;
    m_changed.notify_all();
  }
  /// The next filled batch; nothing at the end. Errors: that of the reading side.
  Result<std::optional<RowBatch>> pop() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_full.empty(); });
    if (m_full.empty()) {
      if (m_error) return *m_error;
      return std::optional<RowBatch>();
    }
    RowBatch batch = std::move(m_full.front());
    m_full.pop_front();
    return std::optional<RowBatch>(std::move(batch));
  }
  void giveBack(RowBatch batch) {
    batch.keep.reset();
    const std::scoped_lock lock(m_mutex);
    m_free.push_back(std::move(batch));
    m_changed.notify_all();
  }
  void stop() {
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::vector<RowBatch> m_free;
  std::deque<RowBatch> m_full;
  std::optional<Error> m_error;
  bool m_closed = false;
  bool m_stopped = false;
};

void readAll(TableReader& reader, BatchQueue& queue) {
  while (true) {
    std::optional<RowBatch> batch = queue.takeFree();
    if (!batch) return queue.close(std::nullopt);
    auto more = reader.next(*batch);
    if (!more) return queue.close(std::move(more).error());
    if (!*more) return queue.close(std::nullopt);
    queue.push(std::move(*batch));
  }
}

class Load {
 public:
  Load(const ByteFeed& feed, const Progress& progress, const std::string& what)
      : m_feed(feed), m_progress(progress), m_what(what) {}

  Result<void> insertAll(TableReader& reader, RowInserter& inserter) {
    if (!m_feed.isThreadSafe() || m_feed.bytes() < smallTableBytes) {
      return insertHere(reader, inserter);
    }
    BatchQueue queue;
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

  Result<void> insertFrom(BatchQueue& queue, RowInserter& inserter) {
    while (true) {
      PLUMBLINE_TRY(batch, queue.pop());
      if (!batch) return {};
      PLUMBLINE_CHECK(insertOne(*batch, inserter));
      queue.giveBack(std::move(*batch));
    }
  }

  Result<void> insertOne(const RowBatch& batch, RowInserter& inserter) {
    if (m_progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_CHECK(inserter.insert(batch));
    m_progress.report(m_what, batch.at.back(), m_feed.bytes());
    return {};
  }

  const ByteFeed& m_feed;
  const Progress& m_progress;
  const std::string& m_what;
};

Result<std::int64_t> lastRowid(const Database& database, Table table) {
  PLUMBLINE_TRY(query, database.prepare("SELECT coalesce(max(rowid), 0) FROM " +
                                        std::string(tableInfo(table).name)));
  PLUMBLINE_TRY(there, query.step());
  return there ? query.integer(0) : 0;
}

}  // namespace

Result<LoadedTable> loadTable(const Database& database, const ByteFeed& feed, Table table,
                              std::int64_t publication, const Progress& progress,
                              const std::string& what) {
  TableReader reader(feed, table);
  PLUMBLINE_CHECK(reader.start());
  PLUMBLINE_TRY(last, lastRowid(database, table));
  PLUMBLINE_TRY(inserter, RowInserter::create(database, table, reader.columns(), publication));
  progress.report(what, 0, feed.bytes());
  PLUMBLINE_CHECK(Load(feed, progress, what).insertAll(reader, inserter));
  return LoadedTable{reader.content(), last + 1};
}

}  // namespace plumbline
