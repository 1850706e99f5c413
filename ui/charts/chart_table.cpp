// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "model/records/csv_field.h"

#include "ui/charts/cell_text.h"
#include "ui/theme/roles.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

class PlainDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const Roles& table = roles();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected) painter->fillRect(option.rect, table[ColorRole::Selection]);
    painter->setPen(table[ColorRole::Grid]);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QVariant role = index.data(PlainTable::InkRole);
    const auto ink = role.isValid() ? static_cast<ColorRole>(role.toInt()) : ColorRole::Text;
    painter->setPen(table[selected ? ColorRole::OnSelection : ink]);
    QFont font = option.font;
    font.setUnderline(index.data(PlainTable::LinkRole).toBool());
    painter->setFont(font);
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QRect box = option.rect.adjusted(px(6), 0, -px(6), 0);
    paintCellText(painter, box, align, option.direction, index.data().toString());
    if (option.state & QStyle::State_HasFocus) {
      painter->setPen(QPen(table[ColorRole::FocusRing], 2));
      painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
  }
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setWidth(option.fontMetrics.horizontalAdvance(index.data().toString()) + px(14));
    return size;
  }
};

}  // namespace

QSize PlainHeader::sectionSizeFromContents(int logicalIndex) const {
  const QFontMetrics metrics(plumbline::font(TextRole::Small));
  const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
  return {metrics.horizontalAdvance(text) + px(14), px(28)};
}

void PlainHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
  const Roles& table = roles();
  painter->save();
  painter->fillRect(rect, table[ColorRole::Surface]);
  painter->setPen(table[ColorRole::Line]);
  painter->drawLine(rect.bottomLeft(), rect.bottomRight());
  painter->setFont(plumbline::font(TextRole::Small));
  painter->setPen(table[ColorRole::Muted]);
  const auto align = Qt::Alignment(
      model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
  const QRect box = rect.adjusted(px(6), 0, -px(6), 0);
  const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
  paintCellText(painter, box, align, layoutDirection(), text);
  painter->restore();
}

PlainTable::PlainTable(const QString& accessibleName, QWidget* parent) : QTableWidget(parent) {
  setAccessibleName(accessibleName);
  setHorizontalHeader(new PlainHeader(this));
  setItemDelegate(new PlainDelegate(this));
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(px(24));
  verticalHeader()->setMinimumSectionSize(px(20));
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setFixedHeight(px(28));
}

void PlainTable::fill(const QStringList& header, const std::vector<QStringList>& rows,
                      int leftColumns) {
  clear();
  setColumnCount(static_cast<int>(header.size()));
  setRowCount(static_cast<int>(rows.size()));
  for (int column = 0; column < columnCount(); ++column) {
    auto* item = new QTableWidgetItem(header[column]);
    const Qt::Alignment align =
        (column < leftColumns ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    item->setTextAlignment(align);
    setHorizontalHeaderItem(column, item);
    for (int row = 0; row < rowCount(); ++row) {
      const QStringList& cells = rows[static_cast<std::size_t>(row)];
      auto* cell = new QTableWidgetItem(column < cells.size() ? cells[column] : QString());
      cell->setTextAlignment(align);
      setItem(row, column, cell);
    }
  }
  resizeColumnsToContents();
  horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
  horizontalHeader()->setStretchLastSection(false);
  if (columnCount() > 0) {
    // Columns share what is left over, so that numbers stay under their heading.
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  }
}

void PlainTable::showAllRows(int most) {
  const int rows = std::min(rowCount(), most);
  setFixedHeight(px(28) + rows * px(24) + px(4));
}

QSize PlainTable::minimumSizeHint() const {
  return {px(160), px(80)};
}

void PlainTable::keyPressEvent(QKeyEvent* event) {
  if (!event->matches(QKeySequence::Copy)) return QTableWidget::keyPressEvent(event);
  std::vector<QStringList> rows;
  for (int row = 0; row < rowCount(); ++row) {
    if (!selectionModel()->isRowSelected(row)) continue;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) cells << item(row, column)->text();
    rows.push_back(cells);
  }
  QGuiApplication::clipboard()->setText(tabSeparated(rows));
}

ChartOrTable::ChartOrTable(Figure* picture, const QString& tableName, QWidget* parent)
    : QStackedWidget(parent), m_picture(picture), m_table(new PlainTable(tableName, this)) {
  addWidget(m_picture);
  addWidget(m_table);
  m_table->setObjectName(m_picture->objectName() + QStringLiteral("Table"));
  connect(m_picture, &Figure::saveRequested, this, &ChartOrTable::saveRequested);
}

void ChartOrTable::fillTable(const QStringList& header, const std::vector<QStringList>& rows,
                             int leftColumns) {
  m_header = header;
  m_rows = rows;
  m_table->fill(header, rows, leftColumns);
}

void ChartOrTable::showTable(bool on) {
  if (on == showsTable()) return;
  const bool focused = currentWidget()->hasFocus();
  setCurrentIndex(on ? 1 : 0);
  if (focused) currentWidget()->setFocus(Qt::OtherFocusReason);
}

QString tabSeparated(const std::vector<QStringList>& rows) {
  QString text;
  for (const QStringList& row : rows) {
    for (qsizetype i = 0; i < row.size(); ++i) {
      QString cell = withoutFormula(row[i]);
      cell.replace(QLatin1Char('\t'), QLatin1Char(' '));
      cell.replace(QLatin1Char('\n'), QLatin1Char(' '));
      text += (i > 0 ? QStringLiteral("\t") : QString()) + cell;
    }
    text += QLatin1Char('\n');
  }
  return text;
}

}  // namespace plumbline
