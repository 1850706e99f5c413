// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_table.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include "ui/records/filter_header.h"
#include "ui/records/record_delegate.h"
#include "ui/records/record_model.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

constexpr int kFrozenLine = 2;

/// The second view over the same model: column 0 and a 2 px line.
class FrozenView : public QTableView {
 public:
  explicit FrozenView(QWidget* parent) : QTableView(parent) {}

 protected:
  void paintEvent(QPaintEvent* event) override {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const int left = isRightToLeft() ? 0 : columnWidth(0);
    painter.fillRect(QRect(left, 0, kFrozenLine, viewport()->height()),
                     roles()[ColorRole::LineStrong]);
  }
  void wheelEvent(QWheelEvent* event) override {
    QCoreApplication::sendEvent(parentWidget(), event);
  }
};

int typicalWidth(const Field* field, const QFontMetrics& metrics) {
  if (field == nullptr) return metrics.horizontalAdvance(QStringLiteral("RC-HR-000795"));
  switch (field->type) {
    case FieldType::Time:
      return metrics.horizontalAdvance(QStringLiteral("2141-04-08 07:12:45"));
    case FieldType::Id:
      return metrics.horizontalAdvance(QStringLiteral("WT-1088213"));
    case FieldType::Text:
      return metrics.horizontalAdvance(QStringLiteral("Northline Haul"));
    case FieldType::Flag:
      return metrics.horizontalAdvance(QStringLiteral("yes"));
    default:
      return metrics.horizontalAdvance(QStringLiteral("35,640"));
  }
}

}  // namespace

RecordTable::RecordTable(QWidget* parent)
    : QTableView(parent),
      m_frozen(new FrozenView(this)),
      m_header(new FilterHeader(this)),
      m_frozenHeader(new FilterHeader(m_frozen)),
      m_delegate(new RecordDelegate(this)) {
  setObjectName(QStringLiteral("recordTable"));
  setAccessibleName(tr("Records"));
  m_frozen->setObjectName(QStringLiteral("frozenColumn"));
  m_frozen->setAccessibleName(tr("Record ids"));
  setHorizontalHeader(m_header);
  m_frozen->setHorizontalHeader(m_frozenHeader);
  setUp(this);
  setUp(m_frozen);
  m_frozenHeader->setObjectName(QStringLiteral("frozenHeader"));
  m_frozenHeader->setOnlySection(0);
  m_frozen->setFocusPolicy(Qt::NoFocus);
  m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTabKeyNavigation(false);
  connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
          &QScrollBar::setValue);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
          &QScrollBar::setValue);
  connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
    if (section == 0) {
      m_frozen->setColumnWidth(0, size);
      placeFrozen();
    }
  });
  setUpHeaders();
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    placeFrozen();
    viewport()->update();
  });
}

void RecordTable::setUpHeaders() {
  for (FilterHeader* header : {m_header, m_frozenHeader}) {
    connect(header, &FilterHeader::filtersChanged, this, &RecordTable::filtersChanged);
    connect(header, &FilterHeader::leftFilters, this, [this] {
      setFocus(Qt::OtherFocusReason);
      if (!currentIndex().isValid() && m_records != nullptr && m_records->rowCount() > 0) {
        setCurrentIndex(m_records->index(0, 0));
      }
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RecordTable::sortRequested);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { Q_EMIT columnsRequested(header->mapToGlobal(at)); });
  }
  connect(m_header, &QHeaderView::sortIndicatorChanged, m_frozenHeader,
          [this](int section, Qt::SortOrder order) {
            const QSignalBlocker blocker(m_frozenHeader);
            m_frozenHeader->setSortIndicator(section, order);
            m_frozenHeader->viewport()->update();
          });
  connect(m_frozenHeader, &QHeaderView::sortIndicatorChanged, m_header,
          [this](int section, Qt::SortOrder order) {
            const QSignalBlocker blocker(m_header);
            m_header->setSortIndicator(section, order);
            m_header->viewport()->update();
          });
}

void RecordTable::setUp(QTableView* view) {
  view->setItemDelegate(m_delegate);
  view->setFrameShape(QFrame::NoFrame);
  view->setShowGrid(false);
  view->setWordWrap(false);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
  view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view->verticalHeader()->hide();
  view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view->verticalHeader()->setMinimumSectionSize(px(20));
  view->verticalHeader()->setDefaultSectionSize(px(24));
  view->setFont(plumbline::font(TextRole::Body));
}

void RecordTable::setRecords(RecordModel* records) {
  m_records = records;
  setModel(records);
  m_frozen->setModel(records);
  m_frozen->setSelectionModel(selectionModel());
  connect(m_frozen, &QTableView::activated, this, &RecordTable::activated);
  connect(m_frozen, &QTableView::clicked, this, &RecordTable::clicked);
  connect(records, &QAbstractItemModel::modelReset, this, &RecordTable::fitColumns);
  connect(records, &QAbstractItemModel::dataChanged, this, &RecordTable::fitToRows);
  connect(records, &QAbstractItemModel::rowsInserted, this, &RecordTable::fitToRows);
  fitColumns();
}

void RecordTable::setHiddenColumns(const QSet<int>& columns) {
  m_hidden = columns;
  m_hidden.remove(0);
  for (int column = 1; column < m_records->columnCount(); ++column) {
    setColumnHidden(column, m_hidden.contains(column));
  }
  m_header->place();
}

void RecordTable::fitColumns() {
  if (m_records == nullptr) return;
  for (int column = 0; column < m_records->columnCount(); ++column) {
    m_frozen->setColumnHidden(column, column != 0);
    setColumnHidden(column, m_hidden.contains(column));
  }
  m_header->setUnfiltered(m_records->fieldCount());
  orderColumns();
  if (m_fitted == m_records->query().table) return placeFrozen();
  m_fitted.reset();
  const QFontMetrics metrics(plumbline::font(TextRole::Body));
  const QFontMetrics small(plumbline::font(TextRole::Small));
  for (int column = 0; column < m_records->columnCount(); ++column) {
    const QString heading = m_records->headerData(column, Qt::Horizontal).toString();
    int width = std::max(typicalWidth(m_records->field(column), metrics),
                         small.horizontalAdvance(heading + QStringLiteral(" ▴")));
    if (column == 0) width += px(20);
    setColumnWidth(column, width + px(22));
  }
  m_frozen->setColumnWidth(0, columnWidth(0));
  placeFrozen();
}

/// The link to the other side stands behind the document and line it is found by.
void RecordTable::orderColumns() {
  for (int column = 0; column < m_records->columnCount(); ++column) {
    m_header->moveSection(m_header->visualIndex(column), column);
  }
  const int link = m_records->linkColumn();
  for (int column = 0; link >= 0 && column < m_records->fieldCount(); ++column) {
    if (m_records->field(column)->name != "line") continue;
    m_header->moveSection(m_header->visualIndex(link), column + 1);
  }
  m_header->place();
}

void RecordTable::fitToRows() {
  constexpr int kRows = 64;
  const Table table = m_records->query().table;
  if (m_fitted == table || m_records->row(0) == nullptr) return;
  m_fitted = table;
  const QFontMetrics metrics(plumbline::font(TextRole::Body));
  const QFontMetrics small(plumbline::font(TextRole::Small));
  for (int column = 0; column < m_records->fieldCount(); ++column) {
    const QString heading = m_records->headerData(column, Qt::Horizontal).toString();
    int width = std::max({small.horizontalAdvance(heading + QStringLiteral(" ▴")), px(36)});
    for (int line = 0; line < std::min(kRows, m_records->rowCount()); ++line) {
      if (m_records->row(line) == nullptr) break;
      const QString text = m_records->index(line, column).data().toString();
      width = std::max(width, metrics.horizontalAdvance(text));
    }
    if (column == 0) width += px(20);
    setColumnWidth(column, std::min(width + px(20), px(260)));
  }
  m_frozen->setColumnWidth(0, columnWidth(0));
  placeFrozen();
}

void RecordTable::setNeedle(const QString& needle) {
  m_delegate->setNeedle(needle);
  viewport()->update();
  m_frozen->viewport()->update();
}

QString RecordTable::filterText(int column) const {
  return column == 0 ? m_frozenHeader->filterText(0) : m_header->filterText(column);
}

void RecordTable::setFilterText(int column, const QString& text) {
  m_header->setFilterText(column, text);
  if (column == 0) m_frozenHeader->setFilterText(0, text);
}

void RecordTable::setComplaint(int column, const QString& text) {
  (column == 0 ? m_frozenHeader : m_header)->setComplaint(column, text);
}

void RecordTable::clearFilters() {
  m_header->clearFilters();
  m_frozenHeader->clearFilters();
}

void RecordTable::focusFilter(int column) {
  if (column <= 0) return m_frozenHeader->focusFilter(0);
  scrollTo(m_records->index(std::max(0, currentIndex().row()), column));
  m_header->focusFilter(column);
}

void RecordTable::copySelection(bool withHeaders) {
  if (m_records == nullptr || !selectionModel()->hasSelection()) return;
  if (!m_records->holds(selectionModel()->selection())) return Q_EMIT copyRequested(withHeaders);
  QGuiApplication::clipboard()->setMimeData(
      m_records->copy(selectionModel()->selection(), withHeaders));
}

void RecordTable::showOrder(int column, Qt::SortOrder order) {
  for (FilterHeader* header : {m_header, m_frozenHeader}) {
    const QSignalBlocker blocker(header);
    header->setSortIndicator(column, order);
    header->viewport()->update();
  }
}

/// Keys that move to another row choose it, with Ctrl, too: the bar sums what is chosen, and the
/// bytes are those of the row where the keyboard is.
QItemSelectionModel::SelectionFlags RecordTable::selectionCommand(const QModelIndex& index,
                                                                  const QEvent* event) const {
  if (event != nullptr && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    const int moves[] = {Qt::Key_Home, Qt::Key_End,    Qt::Key_Up,
                         Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown};
    const bool moved = std::find(std::begin(moves), std::end(moves), key->key()) != std::end(moves);
    if (moved && key->modifiers() == Qt::ControlModifier) {
      return QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    }
  }
  return QTableView::selectionCommand(index, event);
}

void RecordTable::contextMenuEvent(QContextMenuEvent* event) {
  const bool mouse = event->reason() == QContextMenuEvent::Mouse;
  const QModelIndex index =
      mouse ? indexAt(viewport()->mapFromGlobal(event->globalPos())) : currentIndex();
  if (!index.isValid()) return;
  setCurrentIndexKeepingSelection(index);
  Q_EMIT menuRequested(
      index, mouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

/// A row outside the selection becomes the selection; one within it leaves it as it is.
void RecordTable::setCurrentIndexKeepingSelection(const QModelIndex& index) {
  if (!selectionModel()->isRowSelected(index.row(), {})) return setCurrentIndex(index);
  selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

void RecordTable::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_C && event->modifiers() & Qt::ControlModifier) {
    return copySelection(event->modifiers() & Qt::ShiftModifier);
  }
  QTableView::keyPressEvent(event);
}

void RecordTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  placeFrozen();
  Q_EMIT viewportRowsChanged();
}

void RecordTable::updateGeometries() {
  QTableView::updateGeometries();
  placeFrozen();
}

void RecordTable::scrollContentsBy(int dx, int dy) {
  QTableView::scrollContentsBy(dx, dy);
  if (dx != 0) m_header->place();
  if (dy != 0) Q_EMIT viewportRowsChanged();
}

QModelIndex RecordTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
  const QModelIndex current = QTableView::moveCursor(action, modifiers);
  // The frozen column covers what would otherwise count as visible.
  if (action == MoveLeft && current.column() > 0) {
    const int left = visualRect(current).left();
    if (left < columnWidth(0)) {
      horizontalScrollBar()->setValue(horizontalScrollBar()->value() + left - columnWidth(0));
    }
  }
  return current;
}

void RecordTable::placeFrozen() {
  if (m_frozen == nullptr || m_records == nullptr) return;
  const bool rtl = isRightToLeft();
  const int width = columnWidth(0) + kFrozenLine;
  const int height = viewport()->height() + m_header->height();
  const int x = rtl ? frameWidth() + viewport()->geometry().right() - width + 1 : frameWidth();
  m_frozen->setGeometry(x, frameWidth(), width, height);
  m_frozen->raise();
  m_frozen->show();
}

}  // namespace plumbline
