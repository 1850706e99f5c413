// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/open_keys_card.h"

#include <algorithm>
#include <tuple>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/charts/severity_marks.h"
#include "ui/tables/row_list.h"
#include "ui/theme/buttons.h"
#include "ui/theme/typography.h"
#include "ui/words/belief_words.h"
#include "ui/words/format.h"
#include "ui/words/standing_words.h"

namespace plumbline {

namespace {

enum Column { Party, RoleColumn, Begins, IfRight, Signed, Compare, Columns };

constexpr int rowHeight = 30;
constexpr int mostRows = 8;  // more scroll

std::vector<const OpenKey*> heaviestFirst(const Standing& standing) {
  std::vector<const OpenKey*> keys;
  for (const OpenKey& key : standing.open) keys.push_back(&key);
  std::stable_sort(keys.begin(), keys.end(), [](const OpenKey* a, const OpenKey* b) {
    return std::tie(a->differs, b->against, b->mass) < std::tie(b->differs, a->against, a->mass);
  });
  return keys;
}

/// "01609 61548…"
QString digitsOf(const OpenKey& key) {
  constexpr std::size_t twoGroups = 11;
  const auto verifier = NoteVerifier::fromVkey(key.vkey);
  if (!verifier) return {};
  return QString::fromStdString(verifier->key().fingerprint().substr(0, twoGroups)) + QChar(0x2026);
}

/// What the key alone would show.
struct Alone {
  QString text;
  Mark mark = Mark::None;
};

Alone aloneOf(const OpenKey& key) {
  if (key.differs) return {OpenKeysCard::tr("Digits differ: kept out"), Mark::Differs};
  if (key.role == Role::Plant) return {OpenKeysCard::tr("The claim is theirs"), Mark::CannotTell};
  if (key.against == Mass()) return {OpenKeysCard::tr("Would contradict nothing"), Mark::None};
  return {OpenKeysCard::tr("Would contradict %1").arg(words::mass(key.against)),
          Mark::Contradiction};
}

}  // namespace

OpenKeysCard::OpenKeysCard(QWidget* parent) : Card(parent) {
  setObjectName(QStringLiteral("openKeysCard"));
  setFlush(true);
  setNote(tr("Heaviest first"));
}

void OpenKeysCard::build() {
  m_table = new QTableWidget(this);
  m_table->setObjectName(QStringLiteral("openKeys"));
  m_table->setAccessibleName(tr("Keys to compare with their owners, heaviest first"));
  m_table->setColumnCount(Columns);
  m_table->setHorizontalHeaderLabels({tr("Who it says it is"), tr("Role"), tr("Begins with"),
                                      tr("If this key is right"), tr("Signed for"), QString()});
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setFrameShape(QFrame::NoFrame);
  makeRowList(*m_table, px(rowHeight));
  m_table->horizontalHeader()->setStretchLastSection(false);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->horizontalHeader()->setSectionResizeMode(Party, QHeaderView::Stretch);
  m_table->horizontalHeaderItem(Signed)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  body()->addWidget(m_table);
  connect(m_table, &QTableWidget::cellActivated, this, &OpenKeysCard::compareRequested);
  connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
    if (row >= 0 && row != before) Q_EMIT chosen(row);
  });
  setCompact(m_compact);
}

void OpenKeysCard::setAudit(const AuditResult& audit) {
  const auto count = static_cast<std::int64_t>(audit.standing.open.size());
  setVisible(count > 0);
  if (m_table == nullptr && count > 0) build();
  m_keys.clear();
  if (m_table != nullptr) m_table->setRowCount(0);
  if (count == 0) return;
  setHeading(tr("The %Ln keys that matter", nullptr, plural(count)));
  for (const OpenKey* key : heaviestFirst(audit.standing)) m_keys.push_back(*key);
  for (const OpenKey& key : m_keys) addRow(key);
  m_table->setCurrentCell(0, Party);
  fitColumns();
  const int shown = std::min(m_table->rowCount(), mostRows);
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + shown * px(rowHeight) +
                          px(2));
}

void OpenKeysCard::addRow(const OpenKey& key) {
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  const auto put = [&](int column, const QString& text, bool number = false) {
    auto* item = new QTableWidgetItem(text);
    if (number) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setItem(row, column, item);
    return item;
  };
  auto* party = put(Party, words::nameOf(key));
  party->setIcon(markIcon(key.differs ? Mark::Differs : Mark::CannotTell));
  party->setData(Qt::UserRole, QString::fromStdString(key.vkey));
  party->setData(Qt::AccessibleTextRole,
                 (key.differs ? tr("%1, digits differ") : tr("%1, key not compared"))
                     .arg(words::nameOf(key)));
  put(RoleColumn, words::roleWord(key.role));
  put(Begins, digitsOf(key))->setFont(plumbline::font(TextRole::Mono));
  put(Signed, words::mass(key.mass), true)
      ->setData(
          Qt::AccessibleTextRole,
          tr("%1 in %2").arg(words::mass(key.mass), tr("%Ln loads", nullptr, plural(key.loads))));
  const Alone alone = aloneOf(key);
  put(IfRight, alone.text)->setIcon(markIcon(alone.mark));
  put(Compare, QString());
  auto* cell = new QWidget(m_table);
  cell->setObjectName(QStringLiteral("compareCell"));
  auto* room = new QHBoxLayout(cell);  // between the number before it and the words
  room->setContentsMargins(px(12), 0, px(8), 0);
  auto* compare = new LinkButton(tr("Compare…"), cell);
  room->addWidget(compare);
  compare->setObjectName(QStringLiteral("compareKey"));
  compare->setAccessibleName(tr("Compare the key of %1").arg(words::nameOf(key)));
  compare->setFocusPolicy(Qt::NoFocus);  // Enter on the row does the same
  m_table->setCellWidget(row, Compare, cell);
  connect(compare, &LinkButton::clicked, this, [this, row] {
    m_table->setCurrentCell(row, Party);
    Q_EMIT compareRequested();
  });
}

/// As wide as what stands in them.
void OpenKeysCard::fitColumns() {
  QHeaderView* header = m_table->horizontalHeader();
  for (int column = Party + 1; column < Columns; ++column) {
    int width = header->sectionSizeHint(column);
    for (int row = 0; row < m_table->rowCount(); ++row) {
      const QWidget* widget = m_table->cellWidget(row, column);
      width = std::max(width, widget != nullptr
                                  ? widget->sizeHint().width()
                                  : m_table->sizeHintForIndex(m_table->model()->index(row, column))
                                        .width());
    }
    header->resizeSection(column, width + px(column == Compare ? 0 : 8));
  }
}

const OpenKey* OpenKeysCard::chosenKey() const {
  const int row = chosenRow();
  return row < 0 ? nullptr : &m_keys[static_cast<std::size_t>(row)];
}

int OpenKeysCard::chosenRow() const {
  const int row = m_table == nullptr ? -1 : m_table->currentRow();
  return row < count() ? row : -1;
}

void OpenKeysCard::takeFocus() {
  if (m_table != nullptr) m_table->setFocus(Qt::OtherFocusReason);
}

void OpenKeysCard::setCompact(bool compact) {
  m_compact = compact;
  if (m_table == nullptr) return;
  for (const int column : {RoleColumn, IfRight}) m_table->setColumnHidden(column, compact);
}

}  // namespace plumbline
