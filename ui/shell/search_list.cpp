// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_list.h"

#include <QPainter>

#include "ui/charts/cell_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

Icon iconOf(SearchKind kind) {
  switch (kind) {
    case SearchKind::Records:
      return Icon::Records;
    case SearchKind::Findings:
      return Icon::Findings;
    case SearchKind::Parties:
      return Icon::Evidence;
    case SearchKind::Plates:
      return Icon::Rows;
    case SearchKind::Files:
      return Icon::File;
    case SearchKind::Commands:
      return Icon::ChevronForward;
    case SearchKind::Terms:
      break;
  }
  return Icon::Help;
}

void paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QRect& box,
                const QString& text, const QString& words, ColorRole ink) {
  const bool selected = option.state & QStyle::State_Selected;
  if (!selected || roles().kind() != ThemeKind::HighContrast) {
    paintHit(painter, box, Qt::AlignLeft, option.direction, text, words);
  }
  painter->setPen(roles()[ink]);
  paintCellText(painter, box, Qt::AlignLeft, option.direction, text);
}

void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
  painter->fillRect(option.rect, roles()[ColorRole::Sunken]);
  painter->setPen(roles()[ColorRole::Text]);
  painter->setFont(plumbline::font(TextRole::BodyBold));
  paintCellText(painter, option.rect.adjusted(px(12), 0, -px(12), 0), Qt::AlignLeft,
                option.direction, index.data().toString());
}

}  // namespace

QString nameOf(SearchKind kind) {
  switch (kind) {
    case SearchKind::Records:
      return SearchListModel::tr("Records");
    case SearchKind::Findings:
      return SearchListModel::tr("Findings");
    case SearchKind::Parties:
      return SearchListModel::tr("Parties");
    case SearchKind::Plates:
      return SearchListModel::tr("Number plates");
    case SearchKind::Files:
      return SearchListModel::tr("Files");
    case SearchKind::Commands:
      return SearchListModel::tr("Commands");
    case SearchKind::Terms:
      break;
  }
  return SearchListModel::tr("Terms");
}

void SearchListModel::show(const QString& words, const QList<SearchGroup>& groups) {
  beginResetModel();
  m_words = words;
  m_rows.clear();
  for (const SearchGroup& group : groups) {
    m_rows << Row{group.kind, group.count, {}, true};
    for (const SearchHit& hit : group.hits) m_rows << Row{group.kind, 0, hit, false};
  }
  endResetModel();
}

const SearchHit* SearchListModel::hit(int row) const {
  if (row < 0 || row >= m_rows.size() || m_rows[row].heading) return nullptr;
  return &m_rows[row].hit;
}

int SearchListModel::bestRow() const {
  int begins = -1;
  for (int row = 0; row < m_rows.size(); ++row) {
    const SearchHit* found = hit(row);
    if (found == nullptr) continue;
    if (found->text.compare(m_words, Qt::CaseInsensitive) == 0) return row;
    const bool command = m_rows[row].kind == SearchKind::Commands;
    if (begins < 0 && command && !m_words.isEmpty() &&
        found->text.startsWith(m_words, Qt::CaseInsensitive)) {
      begins = row;
    }
  }
  return begins >= 0 ? begins : m_rows.size() > 1 ? 1 : -1;
}

int SearchListModel::step(int row, int by) const {
  for (int next = row + by; next >= 0 && next < m_rows.size(); next += by) {
    if (!m_rows[next].heading) return next;
  }
  return row;
}

int SearchListModel::stepKind(int row, int by) const {
  QList<int> firsts;  // below each heading
  int at = 0;
  for (int i = 0; i < m_rows.size(); ++i) {
    if (!m_rows[i].heading) continue;
    firsts << i + 1;
    if (i < row) at = static_cast<int>(firsts.size()) - 1;
  }
  const int kinds = static_cast<int>(firsts.size());
  return kinds == 0 ? row : firsts[(at + by + kinds) % kinds];
}

int SearchListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SearchListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[index.row()];
  const SearchHit& hit = row.hit;
  switch (role) {
    case Qt::DisplayRole:
      return row.heading ? tr("%1  %2").arg(nameOf(row.kind), formatCount(row.count)) : hit.text;
    case Qt::AccessibleTextRole: {
      if (row.heading) return tr("%1  %2").arg(nameOf(row.kind), formatCount(row.count));
      QStringList spoken{nameOf(row.kind), hit.text};
      if (!hit.note.isEmpty()) spoken << hit.note;
      if (!hit.end.isEmpty()) spoken << hit.end;
      return words::listed(spoken);
    }
    case HeadingRole:
      return row.heading;
    case KindRole:
      return static_cast<int>(row.kind);
    case NoteRole:
      return hit.note;
    case EndRole:
      return hit.end;
    default:
      return {};
  }
}

Qt::ItemFlags SearchListModel::flags(const QModelIndex& index) const {
  if (index.isValid() && m_rows[index.row()].heading) return Qt::ItemIsEnabled;
  return QAbstractListModel::flags(index);
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const Roles& table = roles();
  const bool selected = option.state & QStyle::State_Selected;
  painter->save();
  if (index.data(SearchListModel::HeadingRole).toBool()) {
    paintHeading(painter, option, index);
    painter->restore();
    return;
  }
  painter->fillRect(option.rect, table[selected ? ColorRole::Selection : ColorRole::Surface]);
  painter->setPen(table[ColorRole::Line]);
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  const auto place = [&](int left, int width) {
    return QStyle::visualRect(
        option.direction, option.rect,
        QRect(option.rect.left() + left, option.rect.top(), width, option.rect.height()));
  };
  if (selected) painter->fillRect(place(0, px(3)), table[ColorRole::Accent]);
  const QString words = static_cast<const SearchListModel*>(index.model())->words();
  const ColorRole ink = selected ? ColorRole::OnSelection : ColorRole::Text;
  const ColorRole quiet = selected ? ColorRole::OnSelection : ColorRole::Muted;
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect mark = place(px(14), px(16));
  paintIcon(painter, QRect(mark.left(), mark.center().y() - px(8), px(16), px(16)),
            iconOf(static_cast<SearchKind>(index.data(SearchListModel::KindRole).toInt())),
            table[ink]);
  painter->setRenderHint(QPainter::Antialiasing, false);
  painter->setFont(plumbline::font(TextRole::Body));
  int right = option.rect.width() - px(12);
  const QString end = index.data(SearchListModel::EndRole).toString();
  if (!end.isEmpty()) {
    const int width = painter->fontMetrics().horizontalAdvance(end) + px(2);
    painter->setPen(table[ink]);
    paintCellText(painter, place(right - width, width), Qt::AlignRight, option.direction, end);
    right -= width + px(12);
  }
  int left = px(40);
  const QString text = index.data().toString();
  const int width = std::min(painter->fontMetrics().horizontalAdvance(text) + px(2), right - left);
  paintWords(painter, option, place(left, width), text, words, ink);
  left += width + px(10);
  if (right > left) {
    paintWords(painter, option, place(left, right - left),
               index.data(SearchListModel::NoteRole).toString(), words, quiet);
  }
  painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {px(240), px(index.data(SearchListModel::HeadingRole).toBool() ? 28 : 34)};
}

}  // namespace plumbline
