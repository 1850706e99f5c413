// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <unordered_map>
#include <utility>

namespace plumbline {

/// The pages used last; the one unused longest leaves first. Memory stays flat however far a
/// reader scrolls.
template <class Page>
class PageCache {
 public:
  explicit PageCache(std::size_t most) : m_most(most) {}

  /// Null where the page is not held. Counts as a use.
  [[nodiscard]] const Page* find(std::int64_t number) {
    const auto entry = m_where.find(number);
    if (entry == m_where.end()) return nullptr;
    m_pages.splice(m_pages.begin(), m_pages, entry->second);
    return &entry->second->second;
  }
  void insert(std::int64_t number, Page page) {
    if (const auto entry = m_where.find(number); entry != m_where.end()) {
      m_pages.erase(entry->second);
    } else if (m_pages.size() >= m_most) {
      m_where.erase(m_pages.back().first);
      m_pages.pop_back();
    }
    m_pages.emplace_front(number, std::move(page));
    m_where[number] = m_pages.begin();
  }
  void clear() {
    m_pages.clear();
    m_where.clear();
  }
  [[nodiscard]] std::size_t size() const { return m_pages.size(); }

 private:
  std::size_t m_most;
  std::list<std::pair<std::int64_t, Page>> m_pages;
  std::unordered_map<std::int64_t, typename std::list<std::pair<std::int64_t, Page>>::iterator>
      m_where;
};

}  // namespace plumbline
