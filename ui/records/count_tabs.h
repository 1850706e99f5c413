// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace plumbline {

/// Tabs of a page: a name and a count in small letters behind it, the present one underlined.
class CountTabs : public QTabBar {
  Q_OBJECT
 public:
  explicit CountTabs(const QString& accessibleName, QWidget* parent = nullptr);
  /// `count` below zero: none is shown.
  int addCounted(const QString& name, std::int64_t count);
  [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

 protected:
  [[nodiscard]] QSize tabSizeHint(int index) const override;
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace plumbline
