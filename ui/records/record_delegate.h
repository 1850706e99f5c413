// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace plumbline {

/// Rows of the Records page: mark before the id, hits of the find bar tinted and underlined, the
/// current cell framed, grey bars where a row is not here yet.
class RecordDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setNeedle(const QString& needle) { m_needle = needle; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

 private:
  QString m_needle;
};

}  // namespace plumbline
