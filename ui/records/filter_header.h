// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QHeaderView>
#include <QTimer>

class QLineEdit;

namespace plumbline {

/// A horizontal header with a row of filter fields under the names.
class FilterHeader : public QHeaderView {
  Q_OBJECT
 public:
  explicit FilterHeader(QWidget* parent);

  void setModel(QAbstractItemModel* model) override;
  [[nodiscard]] QString filterText(int section) const;
  void setFilterText(int section, const QString& text);
  void clearFilters();
  void focusFilter(int section);
  [[nodiscard]] QLineEdit* filterField(int section) const;
  [[nodiscard]] QSize sizeHint() const override;
  /// Fields outside this one section are not shown: the frozen column's header.
  void setOnlySection(int section);
  /// This column and those behind it cannot be filtered; -1: all can.
  void setUnfiltered(int firstSection);
  /// Shows that what was typed cannot be read as a filter, and why.
  void setComplaint(int section, const QString& text);
  /// Puts the fields where their sections are now; the view calls it when it scrolls.
  void place();

 Q_SIGNALS:
  /// A moment after the last key, so that a filter half typed is not run.
  void filtersChanged();
  void leftFilters();  // Return or Down: on to the rows

 protected:
  void updateGeometries() override;
  void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void rebuild();
  [[nodiscard]] QString helpText() const;
  void applyLook(QLineEdit* field);

  std::vector<QLineEdit*> m_fields;
  QTimer m_delay;
  int m_only = -1;
  int m_unfiltered = -1;
};

}  // namespace plumbline
