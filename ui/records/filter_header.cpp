// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/filter_header.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>

#include "ui/charts/cell_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

namespace plumbline {

FilterHeader::FilterHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setObjectName(QStringLiteral("filterHeader"));
  setSectionsClickable(true);
  setAutoFillBackground(true);  // the strip of fields covers what scrolls below it
  setSortIndicatorShown(true);
  setHighlightSections(false);
  setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_delay.setSingleShot(true);
  m_delay.setInterval(250);
  connect(&m_delay, &QTimer::timeout, this, &FilterHeader::filtersChanged);
  connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    for (QLineEdit* field : m_fields) applyLook(field);
    updateGeometry();
  });
}

void FilterHeader::setModel(QAbstractItemModel* next) {
  QHeaderView::setModel(next);
  if (next != nullptr) {
    connect(next, &QAbstractItemModel::modelReset, this, &FilterHeader::rebuild);
    rebuild();
  }
}

void FilterHeader::rebuild() {
  while (static_cast<int>(m_fields.size()) > count()) {
    delete m_fields.back();
    m_fields.pop_back();
  }
  while (static_cast<int>(m_fields.size()) < count()) {
    auto* field = new QLineEdit(this);
    field->setProperty("dense", true);
    field->installEventFilter(this);
    connect(field, &QLineEdit::textEdited, this, [this, field] {
      applyLook(field);
      m_delay.start();
    });
    m_fields.push_back(field);
  }
  for (int i = 0; i < count(); ++i) {
    QLineEdit* field = m_fields[static_cast<std::size_t>(i)];
    const QString name = model()->headerData(i, Qt::Horizontal).toString();
    field->setObjectName(QStringLiteral("filter%1").arg(i));
    field->setAccessibleName(tr("Filter %1").arg(name));
    field->setPlaceholderText(i == 0 ? tr("!, >, a..b") : tr("Filter"));
    field->setToolTip(plainTip(helpText()));
  }
  place();
}

QString FilterHeader::filterText(int section) const {
  const QLineEdit* field = filterField(section);
  return field != nullptr ? field->text() : QString();
}

void FilterHeader::setFilterText(int section, const QString& text) {
  if (QLineEdit* field = filterField(section)) {
    field->setText(text);
    applyLook(field);
  }
}

void FilterHeader::clearFilters() {
  for (QLineEdit* field : m_fields) {
    field->clear();
    applyLook(field);
  }
}

void FilterHeader::focusFilter(int section) {
  if (QLineEdit* field = filterField(section)) field->setFocus(Qt::ShortcutFocusReason);
}

QLineEdit* FilterHeader::filterField(int section) const {
  if (section < 0 || section >= static_cast<int>(m_fields.size())) return nullptr;
  return m_fields[static_cast<std::size_t>(section)];
}

void FilterHeader::setOnlySection(int section) {
  m_only = section;
  place();
}

void FilterHeader::setUnfiltered(int firstSection) {
  m_unfiltered = firstSection;
  place();
}

void FilterHeader::setComplaint(int section, const QString& text) {
  QLineEdit* field = filterField(section);
  if (field == nullptr) return;
  field->setAccessibleDescription(text);
  field->setToolTip(plainTip(text.isEmpty() ? helpText() : text));
  QPalette palette = field->palette();
  if (!text.isEmpty()) palette.setColor(QPalette::Text, roles().ink(Tone::Fail));
  field->setPalette(palette);
}

QString FilterHeader::helpText() const {
  return tr("Text, !text for rows without it, >1000, <1000, 1000..2000, 2141-04, - for empty");
}

QSize FilterHeader::sizeHint() const {
  return {QHeaderView::sizeHint().width(), px(28) + px(32)};
}

void FilterHeader::updateGeometries() {
  setViewportMargins(0, 0, 0, px(32));
  QHeaderView::updateGeometries();
  place();
}

void FilterHeader::place() {
  for (int i = 0; i < static_cast<int>(m_fields.size()); ++i) {
    QLineEdit* field = m_fields[static_cast<std::size_t>(i)];
    const bool shown = i < count() && !isSectionHidden(i) && (m_only < 0 || m_only == i) &&
                       (m_unfiltered < 0 || i < m_unfiltered);
    field->setVisible(shown);
    if (!shown) continue;
    const int left = sectionViewportPosition(i);
    field->setGeometry(left + px(4), px(28) + px(4), std::max(px(24), sectionSize(i) - px(8)),
                       px(24));
  }
}

void FilterHeader::applyLook(QLineEdit* field) {
  const Roles& table = roles();
  const bool active = !field->text().isEmpty();
  QPalette palette = field->palette();
  palette.setColor(QPalette::Base, table[active ? ColorRole::Selection : ColorRole::Surface]);
  palette.setColor(QPalette::Text, table[active ? ColorRole::OnSelection : ColorRole::Text]);
  field->setPalette(palette);
  field->setFont(plumbline::font(active ? TextRole::BodyBold : TextRole::Small));
}

void FilterHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
  const Roles& table = roles();
  painter->save();
  painter->fillRect(rect, table[ColorRole::Window]);
  painter->setPen(table[ColorRole::Line]);
  painter->drawLine(rect.topRight(), rect.bottomRight());
  painter->drawLine(rect.bottomLeft(), rect.bottomRight());
  painter->setFont(plumbline::font(TextRole::Small));
  painter->setPen(table[ColorRole::Text]);
  const auto align = Qt::Alignment(
      model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole).toInt());
  const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
  const QString text = model()->headerData(logicalIndex, orientation()).toString();
  QRect inner = rect.adjusted(px(8), 0, -px(8), 0);
  if (sorted) {
    // At the edge, so that a narrow column cuts the heading and never the mark.
    const int side = px(14);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QRect mark(rtl ? inner.left() : inner.right() + 1 - side, inner.center().y() - side / 2,
                     side, side);
    painter->setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, mark,
              sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ChevronUp : Icon::ChevronDown,
              table[ColorRole::Text]);
    rtl ? inner.setLeft(inner.left() + side) : inner.setRight(inner.right() - side);
  }
  paintCellText(painter, inner, align, layoutDirection(), text);
  painter->restore();
}

bool FilterHeader::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
      if (m_delay.isActive()) {
        m_delay.stop();
        Q_EMIT filtersChanged();
      }
      if (key == Qt::Key_Down) Q_EMIT leftFilters();
      return true;
    }
    if (key == Qt::Key_Escape) {
      auto* field = static_cast<QLineEdit*>(watched);
      if (!field->text().isEmpty()) {
        field->clear();
        applyLook(field);
        Q_EMIT filtersChanged();
        return true;
      }
      Q_EMIT leftFilters();
      return true;
    }
  }
  return QHeaderView::eventFilter(watched, event);
}

}  // namespace plumbline
