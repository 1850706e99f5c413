// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_panel.h"

#include <QListView>
#include <QVBoxLayout>

#include "ui/theme/labels.h"
#include "ui/theme/theme.h"
#include "ui/words/format.h"

namespace plumbline {

SearchPanel::SearchPanel(QWidget* window)
    : QFrame(window),
      m_model(new SearchListModel(this)),
      m_list(new QListView(this)),
      m_said(new TextLabel(TextRole::Small, this)) {
  setObjectName(QStringLiteral("searchPanel"));
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  m_said->setObjectName(QStringLiteral("searchSaid"));
  m_said->setWordWrap(true);
  m_said->setContentsMargins(px(12), px(8), px(12), px(8));
  column->addWidget(m_said);
  m_list->setObjectName(QStringLiteral("commandList"));
  m_list->setAccessibleName(tr("What was found"));
  m_list->setModel(m_model);
  m_list->setItemDelegate(new SearchDelegate(m_list));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  column->addWidget(m_list, 1);
  auto* keys = new TextLabel(TextRole::Small,
                             tr("↑ ↓ move   Tab next kind   Enter open   Ctrl+Enter filter Records "
                                "  > commands only   Esc close"),
                             this);
  keys->setObjectName(QStringLiteral("searchKeys"));
  keys->setColor(ColorRole::Muted);
  keys->setWordWrap(true);
  keys->setContentsMargins(px(12), px(6), px(12), px(6));
  column->addWidget(keys);
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
    if (m_model->hit(index.row()) != nullptr) Q_EMIT chosen();
  });
  hide();
}

void SearchPanel::show(const SearchAnswer& answer) {
  // Whoever moved to a hit stays at it while more rows are read.
  m_moved = m_moved && m_model->words() == answer.words;
  const SearchHit* before = m_moved ? current() : nullptr;
  const QString text = before != nullptr ? before->text : QString();
  const QString note = before != nullptr ? before->note : QString();
  m_model->show(answer.words, answer.groups);
  m_said->setText(saidOf(answer));
  m_said->setVisible(!m_said->text().isEmpty());
  int row = m_model->bestRow();
  for (int i = 0; before != nullptr && i < m_model->rowCount(); ++i) {
    const SearchHit* hit = m_model->hit(i);
    if (hit != nullptr && hit->text == text && hit->note == note) row = i;
  }
  choose(row);
}

QString SearchPanel::saidOf(const SearchAnswer& answer) {
  if (answer.failed && !answer.words.isEmpty()) return tr("The records cannot be searched now.");
  if (answer.words.isEmpty() || answer.rows == 0) return {};
  if (answer.reading) {
    return tr("%1 of %Ln rows searched so far", nullptr, plural(answer.rows))
        .arg(formatCount(answer.searched));
  }
  qint64 hits = 0;
  for (const SearchGroup& group : answer.groups) {
    if (group.kind < SearchKind::Commands) hits += group.count;
  }
  // What did not fit, or could not be read, was not searched.
  const QString searched =
      answer.searched < answer.rows
          ? tr("Only %1 of %Ln rows could be searched", nullptr, plural(answer.rows))
                .arg(formatCount(answer.searched))
          : tr("%Ln rows searched", nullptr, plural(answer.searched));
  if (hits == 0) return tr("No id, name or plate has “%1”. %2.").arg(answer.words, searched);
  return tr("%Ln hits, %1", nullptr, plural(hits)).arg(searched);
}

void SearchPanel::place(const QRect& field) {
  const QWidget* window = parentWidget();
  const int width = std::min(px(680), window->width() - px(16));
  const int height = std::min(px(560), window->height() - field.bottom() - px(12));
  const int free = window->width() - width - px(8);
  const int left = isRightToLeft() ? std::min(field.left(), free) : field.right() + 1 - width;
  setGeometry(std::clamp(left, px(8), std::max(px(8), free)), field.bottom() + px(4), width,
              height);
  raise();
  QFrame::show();
}

void SearchPanel::choose(int row) {
  m_list->setCurrentIndex(m_model->index(row));
}

void SearchPanel::step(int by) {
  m_moved = true;
  choose(m_model->step(m_list->currentIndex().row(), by));
}

void SearchPanel::stepKind(int by) {
  m_moved = true;
  choose(m_model->stepKind(m_list->currentIndex().row(), by));
}

const SearchHit* SearchPanel::current() const {
  return m_model->hit(m_list->currentIndex().row());
}

const SearchHit* SearchPanel::firstToFilter() const {
  for (int row = 0; row < m_model->rowCount(); ++row) {
    const SearchHit* hit = m_model->hit(row);
    if (hit != nullptr && !hit->filter.isEmpty()) return hit;
  }
  return nullptr;
}

QString SearchPanel::spoken() const {
  if (current() == nullptr) return m_said->text();
  return m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
}

}  // namespace plumbline
