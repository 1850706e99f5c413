// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_loader.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "ui/words/error_words.h"

namespace plumbline {

namespace {

constexpr std::size_t kMostWaiting = 4;  // pages: more than fill a screen
constexpr std::int64_t kMostHits = 10'000;

struct Wanted {
  std::int64_t first = 0;
  std::int64_t count = 0;
};

struct WantedBytes {
  Table table;
  std::int64_t rowid = 0;
};

}  // namespace

/// Everything the two threads share stands behind one mutex.
class RecordLoader::Worker {
 public:
  explicit Worker(RecordLoader* owner) : m_owner(owner), m_thread([this] { run(); }) {}
  ~Worker() {
    {
      const std::lock_guard lock(m_mutex);
      m_stop = true;
      interruptLocked();
    }
    m_wake.notify_one();
    m_thread.join();
  }
  Q_DISABLE_COPY_MOVE(Worker)

  template <class Change>
  void change(Change change) {
    {
      const std::lock_guard lock(m_mutex);
      change();
    }
    m_wake.notify_one();
  }

  void open(RecordSourceFactory factory) {
    change([&] {
      m_factory = std::move(factory);
      m_reopen = true;
      startLocked(StoredQuery());
      m_count = false;
    });
  }
  void start(const StoredQuery& query) {
    change([&] { startLocked(query); });
  }
  void want(std::int64_t first, std::int64_t count) {
    change([&] {
      std::erase_if(m_pages, [first](const Wanted& page) { return page.first == first; });
      m_pages.push_front({first, count});
      if (m_pages.size() > kMostWaiting) m_pages.pop_back();
    });
  }
  void find(const QString& needle) {
    change([&] {
      m_needle = needle;
      if (m_busyWithFind) interruptLocked();
    });
  }
  void wantBytes(Table table, std::int64_t rowid) {
    change([&] { m_bytes = WantedBytes{table, rowid}; });
  }

 private:
  void startLocked(const StoredQuery& query) {
    ++m_generation;
    m_query = query;
    m_count = true;
    m_pages.clear();
    m_needle.reset();
    interruptLocked();
  }
  void interruptLocked() {
    if (m_source != nullptr && m_busy) m_source->interrupt();
  }

  [[nodiscard]] bool idle() const {
    return !m_reopen &&
           (m_factory == nullptr || (m_pages.empty() && !m_bytes && !m_needle && !m_count));
  }

  void run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
      m_wake.wait(lock, [this] { return m_stop || !idle(); });
      if (m_stop) break;
      if (m_reopen) {
        reopen(lock);
      } else {
        serve(lock);
      }
    }
    m_source.reset();
  }

  void reopen(std::unique_lock<std::mutex>& lock) {
    m_reopen = false;
    const RecordSourceFactory factory = m_factory;
    std::unique_ptr<RecordSource> old = std::move(m_source);
    lock.unlock();
    old.reset();
    std::unique_ptr<RecordSource> opened;
    if (factory) {
      auto result = factory();
      if (result) {
        opened = std::move(result).value();
      } else {
        tellFailure(result.error());
      }
    }
    lock.lock();
    m_source = std::move(opened);
    if (m_source == nullptr) m_factory = nullptr;
  }

  /// One job, the most urgent first: what is on screen, the selected record, hits, the count.
  void serve(std::unique_lock<std::mutex>& lock) {
    m_busy = true;
    const std::int64_t generation = m_generation;
    const StoredQuery query = m_query;
    RecordSource* source = m_source.get();
    if (!m_pages.empty()) {
      const Wanted page = m_pages.front();
      m_pages.pop_front();
      lock.unlock();
      deliver(generation, source->page(query, page.first, page.count),
              [first = page.first](RecordLoader* to, const std::vector<StoredRow>& rows) {
                Q_EMIT to->pageLoaded(first, rows);
              });
    } else if (m_bytes) {
      const WantedBytes wanted = *m_bytes;
      m_bytes.reset();
      lock.unlock();
      deliver(generation, source->origin(wanted.table, wanted.rowid),
              [rowid = wanted.rowid](RecordLoader* to, const RecordOrigin& bytes) {
                Q_EMIT to->bytesLoaded(rowid, bytes);
              });
    } else if (m_count) {
      m_count = false;
      lock.unlock();
      deliver(generation, source->count(query),
              [](RecordLoader* to, std::int64_t rows) { Q_EMIT to->counted(rows); });
    } else {
      const QString needle = *m_needle;
      m_needle.reset();
      m_busyWithFind = true;
      lock.unlock();
      deliver(
          generation, source->find(query, needle.toStdString(), kMostHits),
          [needle](RecordLoader* to, const StoredHits& hits) { Q_EMIT to->found(needle, hits); });
    }
    lock.lock();
    m_busy = false;
    m_busyWithFind = false;
  }

  template <class T, class Tell>
  void deliver(std::int64_t generation, Result<T> result, Tell tell) {
    if (!result) {
      if (result.error().code != ErrorCode::Cancelled) tellFailure(result.error());
      return;
    }
    QMetaObject::invokeMethod(
        m_owner,
        [this, generation, value = std::move(result).value(), tell] {
          if (generation == current()) tell(m_owner, value);
        },
        Qt::QueuedConnection);
  }
  void tellFailure(const Error& error) {
    QMetaObject::invokeMethod(
        m_owner,
        [owner = m_owner, text = words::errorText(error)] {
          Q_EMIT owner->failed(text);
        },
        Qt::QueuedConnection);
  }
  [[nodiscard]] std::int64_t current() {
    const std::lock_guard lock(m_mutex);
    return m_generation;
  }

  RecordLoader* m_owner;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  RecordSourceFactory m_factory;
  std::unique_ptr<RecordSource> m_source;
  StoredQuery m_query;
  std::int64_t m_generation = 0;
  std::deque<Wanted> m_pages;
  std::optional<WantedBytes> m_bytes;
  std::optional<QString> m_needle;
  bool m_count = false;
  bool m_reopen = false;
  bool m_busy = false;
  bool m_busyWithFind = false;
  bool m_stop = false;
  std::thread m_thread;  // last: it uses all of the above
};

RecordLoader::RecordLoader(QObject* parent)
    : QObject(parent), m_worker(std::make_shared<Worker>(this)) {}

RecordLoader::~RecordLoader() {
  // Joins the thread while this object can still be named as the receiver of queued calls.
  m_worker.reset();
}

void RecordLoader::open(RecordSourceFactory factory) {
  m_worker->open(std::move(factory));
}

void RecordLoader::start(const StoredQuery& query) {
  m_worker->start(query);
}

void RecordLoader::want(std::int64_t first, std::int64_t count) {
  m_worker->want(first, count);
}

void RecordLoader::find(const QString& needle) {
  m_worker->find(needle);
}

void RecordLoader::wantBytes(Table table, std::int64_t rowid) {
  m_worker->wantBytes(table, rowid);
}

}  // namespace plumbline
