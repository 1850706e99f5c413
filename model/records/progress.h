// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Progress and cancelling of long work. One object per job; safe to use from any thread.

#include <atomic>
#include <cstdint>
#include <functional>
#include <utility>

#include "crypto/result.h"

namespace plumbline {

class Progress {
 public:
  /// What is being done ("Reading shipments.csv"), how much of how much (0 = not known).
  using Report = std::function<void(const Message& what, std::int64_t done, std::int64_t total)>;
  Progress() = default;
  explicit Progress(Report report) : m_report(std::move(report)) {}
  void report(const Message& what, std::int64_t done = 0, std::int64_t total = 0) const {
    if (m_report) m_report(what, done, total);
  }
  void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool cancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
  /// An error to return when the user has cancelled.
  [[nodiscard]] static Error cancelledError() { return {ErrorCode::Cancelled, "cancelled"}; }

 private:
  Report m_report;
  std::atomic<bool> m_cancelled = false;
};

}  // namespace plumbline
