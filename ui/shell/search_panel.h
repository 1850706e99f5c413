// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/shell/search_list.h"

class QListView;

namespace plumbline {

class TextLabel;

/// What was found, below the field: the list, what is said of it, the keys. A part of the window
/// and not a popup, so that the keyboard stays in the field.
class SearchPanel : public QFrame {
  Q_OBJECT
 public:
  explicit SearchPanel(QWidget* window);
  void show(const SearchAnswer& answer);
  /// Below that place of the window, ending at its right, as large as there is room.
  void place(const QRect& field);
  void step(int by);
  void stepKind(int by);
  /// The current one; null where nothing was found.
  [[nodiscard]] const SearchHit* current() const;
  [[nodiscard]] const SearchHit* firstToFilter() const;
  /// As a screen reader says it.
  [[nodiscard]] QString spoken() const;

 Q_SIGNALS:
  void chosen();  // by the mouse: the current one

 private:
  void choose(int row);
  [[nodiscard]] static QString saidOf(const SearchAnswer& answer);

  SearchListModel* m_model;
  QListView* m_list;
  TextLabel* m_said;
  bool m_moved = false;  // somebody chose another hit than the best one
};

}  // namespace plumbline
