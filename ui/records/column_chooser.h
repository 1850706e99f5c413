// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which columns of a table are shown. Until the reader chooses, columns that hold nothing in the
// whole audit are hidden; what the reader chose is kept for each table.

#include <map>

#include <QObject>
#include <QSet>

#include "model/records/tables.h"

class QMenu;
class QPoint;

namespace plumbline {

class RecordModel;
class RecordTable;

class ColumnChooser : public QObject {
  Q_OBJECT
 public:
  ColumnChooser(RecordTable* table, RecordModel* model, QObject* parent = nullptr);

  /// Another audit: nothing is known about its columns.
  void forget();
  /// Hides what is to be hidden in the table shown now.
  void apply();
  /// "4 empty columns hidden", "3 columns hidden"; empty where all are shown.
  [[nodiscard]] QString note() const;
  /// One entry a column, all of them, and the empty ones.
  void fillMenu(QMenu* menu);
  void showMenu(const QPoint& at);

 Q_SIGNALS:
  void changed();

 private:
  [[nodiscard]] QString key() const;
  [[nodiscard]] bool isChosen() const;
  [[nodiscard]] QSet<int> chosen() const;
  void choose(const QSet<int>& hidden);
  void hideEmpty();
  void takeEmpty(Table table, const QList<int>& columns);

  RecordTable* m_table;
  RecordModel* m_model;
  std::map<Table, QSet<int>> m_empty;
};

}  // namespace plumbline
