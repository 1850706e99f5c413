// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "ui/pages/page.h"

namespace plumbline {

/// Back and forward through the drill-down. A step made from a page extends the way; a page chosen
/// in the sidebar begins a new one.
class Navigation {
 public:
  struct Stop {
    bool start = true;  // the start page
    QList<Target> way;  // last one is where we are; those before led here
  };

  [[nodiscard]] const Stop& here() const { return m_stops[m_at]; }
  [[nodiscard]] bool canGoBack() const { return m_at > 0; }
  [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_stops.size(); }

  void toStart();
  void choose(PageId page);
  void follow(const Target& target);
  /// Back to an earlier step of the way, by its number in here().way.
  void climb(qsizetype step);
  void back();
  void forward();
  /// Another audit: what was visited before no longer exists.
  void forget();

 private:
  void push(Stop stop);
  QList<Stop> m_stops{Stop{}};
  qsizetype m_at = 0;
};

}  // namespace plumbline
