// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/findings_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/charts/cell_text.h"
#include "ui/charts/severity_marks.h"
#include "ui/tables/findings_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

/// Lays words out from the leading edge and numbers from the trailing one.
class RowPainter {
 public:
  RowPainter(QPainter* painter, const QStyleOptionViewItem& option)
      : m_painter(painter), m_rtl(option.direction == Qt::RightToLeft), m_box(option.rect) {}

  QRect takeLeading(int width) {
    const QRect part = m_rtl ? QRect(m_box.right() + 1 - width, m_box.top(), width, m_box.height())
                             : QRect(m_box.left(), m_box.top(), width, m_box.height());
    m_rtl ? m_box.setRight(m_box.right() - width) : m_box.setLeft(m_box.left() + width);
    return part;
  }
  QRect takeTrailing(int width) {
    const QRect part = m_rtl ? QRect(m_box.left(), m_box.top(), width, m_box.height())
                             : QRect(m_box.right() + 1 - width, m_box.top(), width, m_box.height());
    m_rtl ? m_box.setLeft(m_box.left() + width) : m_box.setRight(m_box.right() - width);
    return part;
  }
  void trailing(const QString& text, int width, TextRole role, const QColor& color) {
    m_painter->setFont(plumbline::font(role));
    m_painter->setPen(color);
    paintCellText(m_painter, takeTrailing(width), Qt::AlignRight, direction(), text);
  }
  [[nodiscard]] bool fits(const QString& text, TextRole role) const {
    return QFontMetrics(plumbline::font(role)).horizontalAdvance(text) + 2 <= m_box.width();
  }
  /// Draws as much as fits and takes what it needed.
  void leading(const QString& text, TextRole role, const QColor& color, int keep = 0) {
    m_painter->setFont(plumbline::font(role));
    m_painter->setPen(color);
    const QFontMetrics metrics = m_painter->fontMetrics();
    const int room = std::max(0, m_box.width() - keep);
    const int width = std::min(room, metrics.horizontalAdvance(text) + 2);
    paintCellText(m_painter, takeLeading(width), Qt::AlignLeft, direction(), text);
  }

 private:
  [[nodiscard]] Qt::LayoutDirection direction() const {
    return m_rtl ? Qt::RightToLeft : Qt::LeftToRight;
  }

  QPainter* m_painter;
  bool m_rtl;
  QRect m_box;
};

QRect centred(const QRect& box, int side) {
  return {box.center().x() - side / 2, box.center().y() - side / 2, side, side};
}

void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
  const Roles& table = roles();
  const bool selected = option.state & QStyle::State_Selected;
  const QColor ink = table[selected ? ColorRole::OnSelection : ColorRole::Text];
  RowPainter row(painter, option);
  row.takeLeading(px(8));
  const bool open = option.state & QStyle::State_Open;
  paintIcon(painter, centred(row.takeLeading(px(28)), px(18)),
            open ? Icon::ChevronDown : Icon::ChevronForward, ink);
  const Mark mark = markOf(static_cast<Severity>(index.data(FindingsModel::SeverityRole).toInt()));
  const QRect markBox = centred(row.takeLeading(px(20)), px(16));
  selected ? paintMarkOnSelection(painter, markBox, mark, table)
           : paintMark(painter, markBox, mark, table);
  row.takeLeading(px(8));
  row.takeTrailing(px(12));
  const QString amount = index.data(FindingsModel::AmountRole).toString();
  const QFontMetrics bold(plumbline::font(TextRole::BodyBold));
  row.trailing(amount, bold.horizontalAdvance(amount) + px(8), TextRole::BodyBold, ink);
  const QString count = QString::number(index.data(FindingsModel::CountRole).toLongLong());
  const QFontMetrics body(plumbline::font(TextRole::Body));
  row.leading(index.data().toString(), TextRole::BodyBold, ink,
              body.horizontalAdvance(count) + px(16));
  row.takeLeading(px(8));
  row.leading(count, TextRole::Body, selected ? ink : table[ColorRole::Muted]);
  const QString period = index.data(FindingsModel::PeriodRole).toString();
  row.takeLeading(px(12));
  if (!row.fits(period, TextRole::Small)) return;  // the tip has it
  row.leading(period, TextRole::Small, selected ? ink : table[ColorRole::Muted]);
}

void paintFinding(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                  bool compact) {
  const Roles& table = roles();
  const bool selected = option.state & QStyle::State_Selected;
  const QColor ink = table[selected ? ColorRole::OnSelection : ColorRole::Text];
  RowPainter row(painter, option);
  const bool flat = !index.parent().isValid();
  row.takeLeading(flat ? px(12) : px(36));
  const Mark mark = markOf(static_cast<Severity>(index.data(FindingsModel::SeverityRole).toInt()));
  const QRect markBox = centred(row.takeLeading(px(16)), px(14));
  selected ? paintMarkOnSelection(painter, markBox, mark, table)
           : paintMark(painter, markBox, mark, table);
  row.takeLeading(px(12));
  row.takeTrailing(px(12));
  const QFontMetrics body(plumbline::font(TextRole::Body));
  if (!compact) {
    const QFontMetrics small(plumbline::font(TextRole::Small));
    const QString rows = index.data(FindingsModel::RowsRole).toString();
    const int width = std::max(px(64), small.horizontalAdvance(rows) + px(8));
    row.trailing(rows, width, TextRole::Small, selected ? ink : table[ColorRole::Muted]);
  }
  const QString amount = index.data(FindingsModel::AmountRole).toString();
  if (!amount.isEmpty()) {
    row.trailing(amount, body.horizontalAdvance(amount) + px(8), TextRole::Body, ink);
  }
  const bool acknowledged = index.data(FindingsModel::AcknowledgedRole).toBool();
  const QColor quiet = selected ? ink : table[ColorRole::Muted];
  if (acknowledged)
    paintIcon(painter, centred(row.takeTrailing(px(20)), px(16)), Icon::Check, quiet);
  if (index.data(FindingsModel::NotedRole).toBool()) {
    paintIcon(painter, centred(row.takeTrailing(px(20)), px(16)), Icon::Note, quiet);
  }
  row.leading(index.data().toString(), TextRole::Body, acknowledged ? quiet : ink, px(4));
}

}  // namespace

void FindingsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  const Roles& table = roles();
  const bool heading = !index.data(FindingsModel::FindingRole).isValid();
  const bool selected = option.state & QStyle::State_Selected;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->fillRect(option.rect, table[selected  ? ColorRole::Selection
                                       : heading ? ColorRole::Sunken
                                                 : ColorRole::Surface]);
  heading ? paintHeading(painter, option, index) : paintFinding(painter, option, index, m_compact);
  painter->setRenderHint(QPainter::Antialiasing, false);
  painter->setPen(table[ColorRole::Line]);
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  if (selected) {
    const bool rtl = option.direction == Qt::RightToLeft;
    const QRect bar(rtl ? option.rect.right() - px(3) + 1 : option.rect.left(), option.rect.top(),
                    px(3), option.rect.height());
    painter->fillRect(bar, table[ColorRole::Accent]);
  }
  if (option.state & QStyle::State_HasFocus) {
    painter->setPen(QPen(table[ColorRole::FocusRing], 2));
    painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
  }
  painter->restore();
}

QSize FindingsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {px(240), px(32)};
}

FindingsList::FindingsList(QWidget* parent)
    : QTreeView(parent), m_delegate(new FindingsDelegate(this)) {
  setObjectName(QStringLiteral("findingsList"));
  setAccessibleName(tr("Findings"));
  setItemDelegate(m_delegate);
  setHeaderHidden(true);
  setIndentation(0);
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setExpandsOnDoubleClick(false);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  connect(&Theme::instance(), &Theme::changed, viewport(), [this] { viewport()->update(); });
}

void FindingsList::setFindings(FindingsModel* findings) {
  m_findings = findings;
  setModel(findings);
  connect(findings, &FindingsModel::rebuilt, this, &FindingsList::openUsual);
}

void FindingsList::setCompact(bool compact) {
  m_delegate->setCompact(compact);
  viewport()->update();
}

void FindingsList::openUsual() {
  constexpr int kMostAlike = 8;    // more of one kind are one line: how many, how much, since when
  constexpr int kMostFound = 500;  // of what somebody looks for, each line counts
  const int most = m_findings->isFiltered() ? kMostFound : kMostAlike;
  for (int row = 0; row < m_findings->rowCount(); ++row) {
    const QModelIndex heading = m_findings->index(row, 0);
    setExpanded(heading, m_findings->rowCount(heading) <= most);
  }
}

void FindingsList::chooseFirst() {
  const QModelIndex heading = m_findings->index(0, 0);
  const bool folded = m_findings->rowCount(heading) > 0 && !isExpanded(heading);
  setCurrentIndex(folded ? heading : m_findings->at(0));
}

QModelIndex FindingsList::shown() const {
  const QModelIndex current = currentIndex();
  if (!current.isValid() || m_findings->finding(current) != nullptr) return current;
  return m_findings->index(0, 0, current);
}

void FindingsList::step(int by) {
  const int count = m_findings->shownCount();
  if (count == 0) return;
  const QModelIndex current = currentIndex();
  int position = m_findings->position(current);
  if (position < 0 && current.isValid()) {
    // On a heading: its first finding is the next one.
    position = m_findings->position(m_findings->index(0, 0, current)) - (by > 0 ? 1 : 0);
  }
  const QModelIndex next = m_findings->at(std::clamp(position + by, 0, count - 1));
  if (next.parent().isValid()) expand(next.parent());
  setCurrentIndex(next);
  scrollTo(next);
}

void FindingsList::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() == Qt::NoModifier) {
    if (event->key() == Qt::Key_N) return step(1);
    if (event->key() == Qt::Key_P) return step(-1);
  }
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    const QModelIndex current = currentIndex();
    if (m_findings->finding(current) != nullptr) {
      Q_EMIT findingActivated();
    } else {
      setExpanded(current, !isExpanded(current));
    }
    return;
  }
  QTreeView::keyPressEvent(event);
}

void FindingsList::mouseReleaseEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->position().toPoint());
  QTreeView::mouseReleaseEvent(event);
  if (event->button() == Qt::LeftButton && index.isValid() &&
      m_findings->finding(index) == nullptr) {
    setExpanded(index, !isExpanded(index));
  }
}

}  // namespace plumbline
