// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Batches on their way from one thread that fills them to one that uses them, and back. Bounded, so
// that memory does not grow when filling is faster.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

template <class Batch>
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t underway = 4) : m_free(underway) {}

  // The filling side.
  /// A used batch to fill again; nothing once the using side has given up.
  [[nodiscard]] std::optional<Batch> takeFree() {
    std::unique_lock lock(m_mutex);
    m_freed.wait(lock, [this] { return m_stopped || !m_free.empty(); });
    if (m_stopped) return std::nullopt;
    Batch batch = std::move(m_free.back());
    m_free.pop_back();
    return batch;
  }
  void push(Batch batch) {
    {
      const std::scoped_lock lock(m_mutex);
      m_full.push_back(std::move(batch));
    }
    m_filled.notify_one();  // whoever wakes up finds the mutex free
  }
  /// Nothing more will be pushed.
  void close(std::optional<Error> error = std::nullopt) {
    const std::scoped_lock lock(m_mutex);
    m_error = std::move(error);
    m_closed = true;
    m_filled.notify_one();
  }

  // The using side.
  /// The next filled batch; nothing at the end. Errors: that of the filling side.
  [[nodiscard]] Result<std::optional<Batch>> pop() {
    std::unique_lock lock(m_mutex);
    m_filled.wait(lock, [this] { return m_closed || !m_full.empty(); });
    if (m_full.empty()) {
      if (m_error) return *m_error;
      return std::optional<Batch>();
    }
    Batch batch = std::move(m_full.front());
    m_full.pop_front();
    return std::optional<Batch>(std::move(batch));
  }
  void giveBack(Batch batch) {
    {
      const std::scoped_lock lock(m_mutex);
      m_free.push_back(std::move(batch));
    }
    m_freed.notify_one();
  }
  /// The filling side ends at its next takeFree().
  void stop() {
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_freed.notify_one();
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_filled;
  std::condition_variable m_freed;
  std::vector<Batch> m_free;
  std::deque<Batch> m_full;
  std::optional<Error> m_error;
  bool m_closed = false;
  bool m_stopped = false;
};

}  // namespace plumbline
