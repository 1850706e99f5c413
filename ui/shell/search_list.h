// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a search found, as a list: a heading for each kind with its count, below it the first hits.

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include "ui/shell/search_hit.h"

namespace plumbline {

/// "Records", "Number plates".
[[nodiscard]] QString nameOf(SearchKind kind);

class SearchListModel : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { HeadingRole = Qt::UserRole + 1, KindRole, NoteRole, EndRole };
  using QAbstractListModel::QAbstractListModel;

  void show(const QString& words, const QList<SearchGroup>& groups);
  [[nodiscard]] const QString& words() const { return m_words; }
  /// Null for a heading, and where there is no such row.
  [[nodiscard]] const SearchHit* hit(int row) const;
  /// The row to begin with: what the words say in full, else a command that begins with them, else
  /// the first hit; -1 where nothing was found.
  [[nodiscard]] int bestRow() const;
  /// The next hit in that direction, over headings; `row` where there is none.
  [[nodiscard]] int step(int row, int by) const;
  /// The first hit of the next kind in that direction, round and round.
  [[nodiscard]] int stepKind(int row, int by) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Row {
    SearchKind kind;
    qint64 count;  // of a heading
    SearchHit hit;
    bool heading;
  };
  QString m_words;
  QList<Row> m_rows;
};

class SearchDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
};

}  // namespace plumbline
