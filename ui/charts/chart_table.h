// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableWidget>

#include "ui/charts/chart_data.h"
#include "ui/charts/figure.h"
#include "ui/charts/save_picture.h"

namespace plumbline {

/// Names over the columns with one line below, at the same distance from the edge as the cells.
class PlainHeader : public QHeaderView {
  Q_OBJECT
 public:
  explicit PlainHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

 protected:
  [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;
  void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// A small read-only table in the guide's look: words left, numbers right, no grid but row lines.
class PlainTable : public QTableWidget {
  Q_OBJECT
 public:
  enum Role {
    InkRole = Qt::UserRole + 20,  // a ColorRole
    LinkRole                      // underlined
  };
  explicit PlainTable(const QString& accessibleName, QWidget* parent = nullptr);
  /// The first `leftColumns` columns hold words, the others numbers.
  void fill(const QStringList& header, const std::vector<QStringList>& rows, int leftColumns = 1);
  /// As high as its rows, up to `most` of them.
  void showAllRows(int most = 40);
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
};

/// A picture and its table twin. Switching keeps the keyboard in here.
class ChartOrTable : public QStackedWidget {
  Q_OBJECT
 public:
  ChartOrTable(Figure* picture, const QString& tableName, QWidget* parent = nullptr);
  void fillTable(const QStringList& header, const std::vector<QStringList>& rows,
                 int leftColumns = 1);
  void showTable(bool on);
  [[nodiscard]] bool showsTable() const { return currentIndex() == 1; }
  [[nodiscard]] PlainTable* table() const { return m_table; }
  /// What a file of it holds.
  [[nodiscard]] FigureFile file() const { return {m_picture, m_header, m_rows}; }

 Q_SIGNALS:
  /// The user asked, in the picture's menu, for a file of it.
  void saveRequested();

 private:
  Figure* m_picture;
  PlainTable* m_table;
  QStringList m_header;
  std::vector<QStringList> m_rows;
};

/// Cells as tab-separated text, one line a row. Tabs and line ends inside a cell become spaces.
[[nodiscard]] QString tabSeparated(const std::vector<QStringList>& rows);

}  // namespace plumbline
