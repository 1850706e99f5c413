// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/comparison_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/charts/cell_text.h"
#include "ui/charts/chart_table.h"
#include "ui/theme/marks.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/words/finding_words.h"
#include "ui/words/operation_words.h"

namespace plumbline {

namespace {

class CellDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const Roles& table = roles();
    const bool boxed = index.data(ComparisonTable::DiffersRole).toBool();
    const auto mark = static_cast<Mark>(index.data(ComparisonTable::MarkRole).toInt());
    painter->save();
    painter->setPen(table[ColorRole::Line]);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (boxed) {
      painter->fillRect(option.rect, table.tint(Tone::Fail));
      painter->setPen(QPen(table.ink(Tone::Fail), 1));
      painter->drawRect(option.rect.adjusted(0, -1, 0, 0));
    }
    QRect box = option.rect.adjusted(px(8), 0, -px(4), 0);
    const bool rtl = option.direction == Qt::RightToLeft;
    if (mark != Mark::None) {
      const int side = px(14);
      const int x = rtl ? box.right() - side : box.left();
      painter->setRenderHint(QPainter::Antialiasing);
      paintMark(painter, QRect(x, box.center().y() - side / 2, side, side), mark, table);
      rtl ? box.setRight(box.right() - px(20)) : box.setLeft(box.left() + px(20));
    }
    const bool strong = boxed || mark == Mark::Differs;
    painter->setFont(plumbline::font(strong ? TextRole::BodyBold : TextRole::Body));
    const bool quiet = index.column() == 0 || mark == Mark::Same;
    painter->setPen(mark == Mark::Differs ? table.ink(Tone::Fail)
                                          : table[quiet ? ColorRole::Muted : ColorRole::Text]);
    const QString text = index.data().toString();
    if (painter->fontMetrics().horizontalAdvance(text) <= box.width()) {
      paintCellText(painter, box, Qt::AlignLeft, option.direction, text);
    } else {
      const auto align = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
      painter->drawText(box, align | Qt::AlignVCenter | Qt::TextWordWrap, text);
    }
    if (option.state & QStyle::State_HasFocus) {
      painter->setPen(QPen(table[ColorRole::FocusRing], 2));
      painter->setBrush(Qt::NoBrush);
      painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
  }
};

QTableWidgetItem* cell(const QString& text, bool differs = false, Mark mark = Mark::None) {
  auto* item = new QTableWidgetItem(text);
  item->setData(ComparisonTable::DiffersRole, differs);
  item->setData(ComparisonTable::MarkRole, static_cast<int>(mark));
  item->setToolTip(plainTip(text));
  return item;
}

}  // namespace

ComparisonTable::ComparisonTable(QWidget* parent) : QTableWidget(parent) {
  setObjectName(QStringLiteral("comparisonTable"));
  setAccessibleName(tr("Both sides"));
  setHorizontalHeader(new PlainHeader(this));
  setItemDelegate(new CellDelegate(this));
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionMode(QAbstractItemView::NoSelection);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setTabKeyNavigation(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(px(20));
  verticalHeader()->setDefaultSectionSize(px(24));
  horizontalHeader()->setFixedHeight(px(24));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ComparisonTable::showFinding(const Finding& finding) {
  clear();
  setVisible(!finding.comparison.empty());
  setColumnCount(4);
  setRowCount(static_cast<int>(finding.comparison.size()));
  setHorizontalHeaderLabels(
      {QString(), words::leftTitle(finding), words::rightTitle(finding), QString()});
  for (int row = 0; row < rowCount(); ++row) {
    const Comparison& line = finding.comparison[static_cast<std::size_t>(row)];
    const QString word = words::comparisonWord(line);
    const Mark mark = line.differs ? Mark::Differs : word.isEmpty() ? Mark::None : Mark::Same;
    setItem(row, 0, cell(words::fieldLabel(line.field)));
    setItem(row, 1, cell(words::fieldValue(line.field, line.left), line.differs));
    setItem(row, 2, cell(words::fieldValue(line.field, line.right), line.differs));
    setItem(row, 3, cell(word, false, mark));
    if (line.field == "operation") {
      item(row, 1)->setToolTip(plainTip(words::operationMeaning(line.left)));
      item(row, 2)->setToolTip(plainTip(words::operationMeaning(line.right)));
    }
  }
  horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
  horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
  horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
  horizontalHeader()->setSectionResizeMode(3, QHeaderView::Fixed);
  setColumnWidth(0, px(88));
  setColumnWidth(3, px(108));
  fitRows();
}

void ComparisonTable::fitRows() {
  const QFontMetrics plain(plumbline::font(TextRole::Body));
  const QFontMetrics bold(plumbline::font(TextRole::BodyBold));
  // Not columnWidth(): the header stretches its columns later.
  const int room = (viewport()->width() - columnWidth(0) - columnWidth(3)) / 2 - px(12);
  int height = px(24) + 2;  // of the header
  for (int row = 0; row < rowCount(); ++row) {
    bool fits = true;
    for (int column = 1; column <= 2; ++column) {
      const QTableWidgetItem* cell = item(row, column);
      if (cell == nullptr) continue;
      const QFontMetrics& metrics = cell->data(DiffersRole).toBool() ? bold : plain;
      fits = fits && metrics.horizontalAdvance(cell->text()) <= room;
    }
    setRowHeight(row, fits ? px(24) : px(42));
    height += rowHeight(row);
  }
  setFixedHeight(height);
}

void ComparisonTable::resizeEvent(QResizeEvent* event) {
  QTableWidget::resizeEvent(event);
  fitRows();
}

}  // namespace plumbline
