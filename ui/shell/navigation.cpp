// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include <algorithm>

namespace plumbline {

namespace {

bool same(const Target& a, const Target& b) {
  return a.page == b.page && a.item == b.item;
}

}  // namespace

void Navigation::push(Stop stop) {
  const Stop& now = here();
  const bool unchanged = stop.start == now.start && stop.way.size() == now.way.size() &&
                         std::equal(stop.way.begin(), stop.way.end(), now.way.begin(), same);
  if (unchanged) return;
  m_stops.resize(m_at + 1);
  m_stops.append(std::move(stop));
  m_at = m_stops.size() - 1;
}

void Navigation::toStart() {
  push(Stop{});
}

void Navigation::choose(PageId page) {
  push(Stop{false, {Target{page, {}}}});
}

void Navigation::follow(const Target& target) {
  Stop stop{false, here().way};
  // A way never crosses itself: following a link back to a page of the way shortens it.
  for (qsizetype i = 0; i < stop.way.size(); ++i) {
    if (stop.way[i].page == target.page) {
      stop.way.resize(i);
      break;
    }
  }
  stop.way.append(target);
  push(std::move(stop));
}

void Navigation::climb(qsizetype step) {
  if (step < 0 || step >= here().way.size()) return;
  Stop stop = here();
  stop.way.resize(step + 1);
  push(std::move(stop));
}

void Navigation::back() {
  if (canGoBack()) --m_at;
}

void Navigation::forward() {
  if (canGoForward()) ++m_at;
}

void Navigation::forget() {
  m_stops = {Stop{}};
  m_at = 0;
}

}  // namespace plumbline
