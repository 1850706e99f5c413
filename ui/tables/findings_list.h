// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace plumbline {

class FindingsModel;

/// Headings on the sunken ground, findings below them: mark, words, amount, rows.
class FindingsDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setCompact(bool compact) { m_compact = compact; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;

 private:
  bool m_compact = false;
};

/// N and P go to the next and previous finding, Return shows its rows.
class FindingsList : public QTreeView {
  Q_OBJECT
 public:
  explicit FindingsList(QWidget* parent = nullptr);
  void setFindings(FindingsModel* model);
  void setCompact(bool compact);
  /// By the given number of findings, over headings, opening them as needed.
  void step(int by);
  void openUsual();
  /// The first line: a heading that is folded stays so.
  void chooseFirst();
  /// The finding of the current line; of a heading its first one.
  [[nodiscard]] QModelIndex shown() const;

 Q_SIGNALS:
  void findingActivated();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}

 private:
  FindingsModel* m_findings = nullptr;
  FindingsDelegate* m_delegate = nullptr;
};

}  // namespace plumbline
