// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/totals/period_sums.h"

#include <algorithm>
#include <span>

namespace plumbline {
namespace {

constexpr int mostNesting = 8;  // years, halves, quarters, months, weeks, days; more is a trap

void addTo(PeriodSum& sum, const PeriodSum& other) {
  sum.sum = exactSum(sum.sum, other.sum);
  sum.rounding = exactSum(sum.rounding, other.rounding);
  sum.rows += other.rows;
  sum.isClear = sum.isClear && other.isClear;
}

ExactAmount magnitude(ExactAmount amount) {
  return amount < 0 ? -amount : amount;
}

/// By their first day, the longest first.
bool longestFirst(const PeriodSum& a, const PeriodSum& b) {
  return a.first != b.first ? a.first < b.first : a.end > b.end;
}

std::vector<PeriodSum> lines(std::vector<PeriodSum> sums) {
  std::sort(sums.begin(), sums.end(), longestFirst);
  std::vector<PeriodSum> out;
  for (const PeriodSum& each : sums) {
    const bool same = !out.empty() && out.back().first == each.first && out.back().end == each.end;
    same ? addTo(out.back(), each) : out.push_back(each);
  }
  return out;
}

/// True where the parts follow each other from the first to the last day of the whole.
bool fill(const std::vector<PeriodSum>& parts, const PeriodSum& whole) {
  int reached = whole.first;
  for (const PeriodSum& part : parts) {
    if (part.first != reached) return false;
    reached = part.end;
  }
  return reached == whole.end;
}

std::vector<PeriodSum> settle(std::span<const PeriodSum> sums, int depth);

/// Of periods that overlap, the first of which begins first and is the longest of these.
std::vector<PeriodSum> once(std::span<const PeriodSum> cluster, int end, int depth) {
  PeriodSum whole = cluster.front();
  if (cluster.size() == 1) return {whole};
  PeriodSum unclear{whole.first, end, 0, 0, 0, false};
  for (const PeriodSum& each : cluster) {
    unclear.rows += each.rows;
    unclear.sum = std::max(unclear.sum, each.sum);
  }
  if (whole.end != end || depth == mostNesting) return {unclear};
  std::vector<PeriodSum> parts = settle(cluster.subspan(1), depth + 1);
  PeriodSum sum{whole.first, end};
  for (const PeriodSum& part : parts) addTo(sum, part);
  if (!fill(parts, whole)) {
    whole.rows += sum.rows;
    return {whole};
  }
  const ExactAmount rounding = exactSum(sum.rounding, whole.rounding);
  if (!sum.isClear || magnitude(exactSum(sum.sum, -whole.sum)) > rounding / 2) return {unclear};
  parts.front().rows += whole.rows;
  return parts;
}

std::vector<PeriodSum> settle(std::span<const PeriodSum> sums, int depth) {
  std::vector<PeriodSum> out;
  for (std::size_t i = 0; i < sums.size();) {
    int end = sums[i].end;
    std::size_t next = i + 1;
    for (; next < sums.size() && sums[next].first < end; ++next) end = std::max(end, sums[next].end);
    const auto part = once(sums.subspan(i, next - i), end, depth);
    out.insert(out.end(), part.begin(), part.end());
    i = next;
  }
  return out;
}

void addTo(PeriodWindow::Side& side, const PeriodSum& each) {
  side.sum = exactSum(side.sum, each.sum);
  side.rounding = exactSum(side.rounding, each.rounding);
  side.rows += each.rows;
  side.isClear = side.isClear && each.isClear;
}

/// Goes through the periods of one side window by window.
class SideCursor {
 public:
  explicit SideCursor(const std::vector<PeriodSum>& sums) : m_sums(sums) {}
  [[nodiscard]] bool isDone() const { return m_next == m_sums.size(); }
  [[nodiscard]] int first() const { return m_sums[m_next].first; }
  /// Takes the periods that begin before `end`, and tells where the last of them ends.
  int take(PeriodWindow::Side& side, int end) {
    for (; !isDone() && first() < end; ++m_next) {
      const PeriodSum& each = m_sums[m_next];
      addTo(side, each);
      if (each.first <= m_reached) m_reached = std::max(m_reached, each.end);
      end = std::max(end, each.end);
    }
    return end;
  }
  void begin(int day) { m_reached = day; }
  [[nodiscard]] int reached() const { return m_reached; }

 private:
  const std::vector<PeriodSum>& m_sums;
  std::size_t m_next = 0;
  int m_reached = 0;  // without a gap from the window's first day
};

}  // namespace

std::vector<PeriodSum> settled(std::vector<PeriodSum> sums) {
  return settle(lines(std::move(sums)), 0);
}

void Coverage::close() {
  std::sort(m_spans.begin(), m_spans.end(),
            [](const Span& a, const Span& b) { return a.first < b.first; });
  std::vector<Span> joined;
  for (const Span& each : m_spans) {
    if (joined.empty() || joined.back().end < each.first) {
      joined.push_back(each);
    } else {
      joined.back().end = std::max(joined.back().end, each.end);
    }
  }
  m_spans = std::move(joined);
}

bool Coverage::covers(int first, int end) const {
  const auto after = std::upper_bound(m_spans.begin(), m_spans.end(), first,
                                      [](int day, const Span& span) { return day < span.first; });
  return after != m_spans.begin() && (after - 1)->end >= end;
}

bool Coverage::touches(int first, int end) const {
  const auto after = std::upper_bound(m_spans.begin(), m_spans.end(), first,
                                      [](int day, const Span& span) { return day < span.end; });
  return after != m_spans.end() && after->first < end;
}

std::vector<PeriodWindow> windowsOf(const std::vector<PeriodSum>& a,
                                    const std::vector<PeriodSum>& b) {
  std::vector<PeriodWindow> windows;
  SideCursor left(a);
  SideCursor right(b);
  while (!left.isDone() || !right.isDone()) {
    PeriodWindow window;
    const bool fromLeft = right.isDone() || (!left.isDone() && left.first() <= right.first());
    window.first = fromLeft ? left.first() : right.first();
    left.begin(window.first);
    right.begin(window.first);
    int end = window.first + 1;
    for (int before = 0; before != end;) {
      before = end;
      end = right.take(window.b, left.take(window.a, end));
    }
    window.end = end;
    window.a.isWhole = left.reached() >= end;
    window.b.isWhole = right.reached() >= end;
    windows.push_back(window);
  }
  return windows;
}

}  // namespace plumbline
