// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which pairs are compared: comparing all with all would be quadratic.

#include "model/links/link_blocks.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline {
namespace {

/// Partners looked at for each record in each block, the nearest in time first; fewer where there are
/// so many records that their pairs would fill the memory.
constexpr std::size_t mostPartners = 200;
constexpr std::size_t fewestPartners = 20;
constexpr std::size_t mostPairs = 4'000'000;

using Index = std::uint32_t;

std::int64_t timeGap(const LinkKeys& a, const LinkKeys& b) {
  if (!a.time || !b.time) return 0;
  const std::int64_t gap = b.time->inMilliseconds() - a.time->inMilliseconds();
  return gap < 0 ? -gap : gap;
}

class Finder {
 public:
  Finder(std::span<const LinkKeys> sent, std::span<const LinkKeys> received)
      : m_sent(sent),
        m_received(received),
        m_partners(std::clamp(mostPairs / std::max<std::size_t>(sent.size(), 1), fewestPartners,
                              mostPartners)),
        m_isCapped(sent.size(), false) {}

  /// Records with one text in this field. `anyTime`: also where the days do not fit.
  void byText(std::string LinkKeys::*field, bool anyTime) {
    std::map<std::string_view, std::vector<Index>> blocks;
    for (Index i = 0; i < m_received.size(); ++i) {
      const std::string& text = m_received[i].*field;
      if (!text.empty()) blocks[text].push_back(i);
    }
    std::vector<Index> partners;
    for (Index i = 0; i < m_sent.size(); ++i) {
      const auto block = blocks.find(m_sent[i].*field);
      if (block == blocks.end()) continue;
      partners.clear();
      for (const Index other : block->second) {
        if (anyTime || couldBeSameDays(m_sent[i], m_received[other])) partners.push_back(other);
      }
      take(i, partners);
    }
  }

  void byDays() {
    std::vector<Index> order;
    for (Index i = 0; i < m_received.size(); ++i) {
      if (m_received[i].time) order.push_back(i);
    }
    const auto timeOf = [this](Index i) { return m_received[i].time->inMilliseconds(); };
    std::stable_sort(order.begin(), order.end(),
                     [&](Index a, Index b) { return timeOf(a) < timeOf(b); });
    std::vector<Index> partners;
    for (Index i = 0; i < m_sent.size(); ++i) {
      if (!m_sent[i].time) continue;
      const std::int64_t from = m_sent[i].time->inMilliseconds() - millisecondsPerDay;
      auto at =
          std::lower_bound(order.begin(), order.end(), from,
                           [&](Index other, std::int64_t time) { return timeOf(other) < time; });
      partners.clear();
      for (; at != order.end() && couldBeSameDays(m_sent[i], m_received[*at]); ++at) {
        if (haveLikeMass(m_sent[i], m_received[*at], 4)) partners.push_back(*at);
      }
      take(i, partners);
    }
  }

  /// Where a side states no time.
  void byMass() {
    std::vector<Index> order;
    for (Index i = 0; i < m_received.size(); ++i) {
      if (m_received[i].net) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [this](Index a, Index b) { return *m_received[a].net < *m_received[b].net; });
    std::vector<Index> partners;
    for (Index i = 0; i < m_sent.size(); ++i) {
      if (!m_sent[i].net) continue;
      const Mass from = *m_sent[i].net - Mass::grams(m_sent[i].net->inGrams() / 50);
      auto at = std::lower_bound(order.begin(), order.end(), from, [this](Index other, Mass mass) {
        return *m_received[other].net < mass;
      });
      partners.clear();
      for (; at != order.end() && haveLikeMass(m_sent[i], m_received[*at], 50); ++at) {
        if (!m_sent[i].time || !m_received[*at].time) partners.push_back(*at);
      }
      take(i, partners);
    }
  }

  [[nodiscard]] Candidates finish() {
    std::sort(m_made.pairs.begin(), m_made.pairs.end());
    m_made.pairs.erase(std::unique(m_made.pairs.begin(), m_made.pairs.end()), m_made.pairs.end());
    m_made.capped = std::count(m_isCapped.begin(), m_isCapped.end(), true);
    return std::move(m_made);
  }

 private:
  static bool haveLikeMass(const LinkKeys& a, const LinkKeys& b, std::int64_t parts) {
    if (!a.net || !b.net) return true;
    return (*a.net - *b.net).abs().inGrams() <= std::max(*a.net, *b.net).inGrams() / parts;
  }

  void take(Index sent, std::vector<Index>& partners) {
    if (partners.size() > m_partners) {
      m_isCapped[sent] = true;
      const auto nearer = [&](Index a, Index b) {
        return std::tuple(timeGap(m_sent[sent], m_received[a]), a) <
               std::tuple(timeGap(m_sent[sent], m_received[b]), b);
      };
      std::sort(partners.begin(), partners.end(), nearer);
      partners.resize(m_partners);
    }
    for (const Index other : partners) m_made.pairs.emplace_back(sent, other);
  }

  std::span<const LinkKeys> m_sent;
  std::span<const LinkKeys> m_received;
  std::size_t m_partners;
  std::vector<bool> m_isCapped;
  Candidates m_made;
};

}  // namespace

bool couldBeSameDays(const LinkKeys& sent, const LinkKeys& received) {
  constexpr std::int64_t longestWayDays = 7;
  if (!sent.time || !received.time) return true;
  const std::int64_t way = received.time->inMilliseconds() - sent.time->inMilliseconds();
  return way >= -millisecondsPerDay && way <= longestWayDays * millisecondsPerDay;
}

Candidates findCandidates(std::span<const LinkKeys> sent, std::span<const LinkKeys> received) {
  Finder finder(sent, received);
  finder.byText(&LinkKeys::lookAlike, true);
  finder.byText(&LinkKeys::vehicle, false);
  finder.byText(&LinkKeys::container, false);
  finder.byDays();
  finder.byMass();
  return finder.finish();
}

}  // namespace plumbline
