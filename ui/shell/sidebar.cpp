// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/evidence_rows.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr int kRow = 40;
constexpr int kWide = 208;
constexpr int kNarrow = 56;

Mark markOf(const QModelIndex& index) {
  return static_cast<Mark>(index.data(SidebarModel::MarkRole).toInt());
}

Icon iconOf(const QModelIndex& index) {
  return static_cast<Icon>(index.data(SidebarModel::IconRole).toInt());
}

}  // namespace

void SidebarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const Roles& table = roles();
  const bool current = option.state & QStyle::State_Selected;
  const bool hover = option.state & QStyle::State_MouseOver;
  const bool rtl = option.direction == Qt::RightToLeft;
  painter->save();
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  if (current || hover) {
    painter->fillRect(option.rect, table[current ? ColorRole::Selection : ColorRole::Sunken]);
  }
  if (current) {
    QRect bar = option.rect;
    bar.setWidth(px(3));
    if (rtl) bar.moveRight(option.rect.right());
    painter->fillRect(bar, table[ColorRole::Accent]);
  }
  const ColorRole ink = current ? ColorRole::OnSelection : ColorRole::Text;
  const auto place = [&](int x, int size) {
    const QRect box(option.rect.left() + x, option.rect.top() + (option.rect.height() - size) / 2,
                    size, size);
    return QStyle::visualRect(option.direction, option.rect, box);
  };
  paintIcon(painter,
            m_narrow ? place((option.rect.width() - px(20)) / 2, px(20)) : place(px(16), px(20)),
            iconOf(index), table[ink]);
  if (m_narrow) {
    QRect mark = place(option.rect.width() - px(18), px(12));
    mark.moveTop(option.rect.top() + px(6));
    current ? paintMarkOnSelection(painter, mark, markOf(index), table)
            : paintMark(painter, mark, markOf(index), table);
  } else {
    paintWide(painter, option, index, current);
  }
  if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
    painter->setPen(QPen(table[ColorRole::FocusRing], 2));
    painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
  }
  painter->restore();
}

void SidebarDelegate::paintWide(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index, bool current) const {
  const Roles& table = roles();
  const int align = static_cast<int>(
      QStyle::visualAlignment(option.direction, Qt::AlignLeading | Qt::AlignVCenter));
  const int farAlign = static_cast<int>(
      QStyle::visualAlignment(option.direction, Qt::AlignTrailing | Qt::AlignVCenter));
  const auto place = [&](const QRect& box) {
    return QStyle::visualRect(option.direction, option.rect, box);
  };
  const QRect& row = option.rect;
  const Mark mark = markOf(index);
  int end = row.right() - px(12);
  if (mark != Mark::None) {
    const QRect box(end - px(14), row.top() + (row.height() - px(14)) / 2, px(14), px(14));
    current ? paintMarkOnSelection(painter, place(box), mark, table)
            : paintMark(painter, place(box), mark, table);
    end -= px(20);
  }
  const QString count = index.data(SidebarModel::CountRole).toString();
  painter->setFont(plumbline::font(TextRole::Small));
  const int countWidth = painter->fontMetrics().horizontalAdvance(count);
  painter->setPen(table[current ? ColorRole::OnSelection : ColorRole::Muted]);
  painter->drawText(place(QRect(end - countWidth, row.top(), countWidth, row.height())), farAlign,
                    count);
  painter->setFont(plumbline::font(current ? TextRole::BodyBold : TextRole::Body));
  painter->setPen(table[current ? ColorRole::OnSelection : ColorRole::Text]);
  const int left = row.left() + px(48);
  const QRect words(left, row.top(), end - countWidth - px(8) - left, row.height());
  painter->drawText(
      place(words), align,
      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {px(m_narrow ? kNarrow : kWide), px(kRow)};
}

Sidebar::Sidebar(QWidget* parent)
    : QWidget(parent),
      m_model(new SidebarModel(this)),
      m_bottomModel(new SidebarModel(this)),
      m_delegate(new SidebarDelegate(this)) {
  setObjectName(QStringLiteral("sidebar"));
  setAccessibleName(tr("Pages of the audit"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 1, 0);
  column->setSpacing(0);
  m_head = new QWidget(this);
  m_head->setObjectName(QStringLiteral("sidebarHead"));
  auto* words = new QVBoxLayout(m_head);
  words->setContentsMargins(px(16), px(16), px(16), px(12));
  words->setSpacing(0);
  m_title = new TextLabel(TextRole::BodyBold, m_head);
  m_title->setObjectName(QStringLiteral("auditTitle"));
  m_title->setElided(true);
  m_period = new TextLabel(TextRole::Small, m_head);
  m_period->setObjectName(QStringLiteral("auditPeriod"));
  m_period->setColor(ColorRole::Muted);
  m_period->setElided(true);
  words->addWidget(m_title);
  words->addWidget(m_period);
  column->addWidget(m_head);
  m_line = new Separator(this);
  column->addWidget(m_line);
  column->addSpacing(px(8));

  QList<SidebarRow> rows;
  int number = 0;
  for (const PageEntry& entry : pageRegistry()) {
    rows.append({entry.icon, titleOf(entry), {}, QStringLiteral("Ctrl+%1").arg(++number)});
  }
  m_model->setRows(rows);
  m_bottomModel->setRows({{Icon::Settings, tr("Settings"), {}, QStringLiteral("Ctrl+,")},
                          {Icon::Help, tr("Help and glossary"), {}, QStringLiteral("F1")}});
  m_list = makeList(QStringLiteral("sidebarPages"), tr("Pages"), m_model);
  m_bottom = makeList(QStringLiteral("sidebarBottom"), tr("Settings and help"), m_bottomModel);
  m_bottom->setFixedHeight(2 * px(kRow));
  column->addWidget(m_list, 1);
  column->addWidget(m_bottom);
  column->addSpacing(px(8));
  connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
    Q_EMIT pageChosen(pageRegistry()[static_cast<std::size_t>(index.row())].id);
  });
  connect(m_bottom, &QListView::activated, this, [this](const QModelIndex& index) {
    m_bottom->clearSelection();
    index.row() == 0 ? Q_EMIT settingsChosen() : Q_EMIT helpChosen();
  });
  setFocusProxy(m_list);
  setNarrow(false);
}

QListView* Sidebar::makeList(const QString& name, const QString& accessibleName,
                             SidebarModel* model) {
  auto* list = new QListView(this);
  list->setObjectName(name);
  list->setAccessibleName(accessibleName);
  list->setModel(model);
  list->setItemDelegate(m_delegate);
  list->setFrameShape(QFrame::NoFrame);
  list->setMouseTracking(true);
  list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  // A click is enough, on every platform; Enter does the same.
  connect(list, &QListView::clicked, list, &QListView::activated);
  return list;
}

void Sidebar::setCurrentPage(PageId page) {
  const auto entries = pageRegistry();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].id == page) m_list->setCurrentIndex(m_model->index(static_cast<int>(i)));
  }
}

void Sidebar::setNoCurrentPage() {
  m_list->clearSelection();
}

void Sidebar::showAudit(const OpenAudit& audit, const QString& period) {
  const bool open = audit.result != nullptr;
  m_title->setText(open ? words::text(audit.result->title) : tr("No audit open"));
  m_period->setText(period);
  const auto entries = pageRegistry();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool known = open && entries[i].badge != nullptr;
    m_model->setBadge(static_cast<int>(i), known ? entries[i].badge(*audit.result) : PageBadge{});
  }
}

void Sidebar::setNarrow(bool narrow) {
  m_delegate->setNarrow(narrow);
  m_head->setVisible(!narrow);
  m_line->setVisible(!narrow);
  setFixedWidth(px(narrow ? kNarrow : kWide));
  m_list->doItemsLayout();
  m_bottom->doItemsLayout();
}

void Sidebar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), roles()[ColorRole::Surface]);
  const int x = isRightToLeft() ? 0 : width() - 1;
  painter.fillRect(QRect(x, 0, 1, height()), roles()[ColorRole::Line]);
}

}  // namespace plumbline
