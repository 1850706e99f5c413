// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/author_dialogs.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/dialogs/dialog_buttons.h"
#include "ui/dialogs/key_digits.h"
#include "ui/dialogs/key_panel.h"
#include "ui/tables/row_list.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/words/belief_words.h"
#include "ui/words/format.h"
#include "ui/words/standing_words.h"

namespace plumbline {

namespace {

enum Column { Party, RoleColumn, Begins, Columns };
constexpr int lineRole = Qt::UserRole;
constexpr int digitsRole = Qt::UserRole + 1;
constexpr int rowHeight = 28;
constexpr int mostRows = 8;  // more scroll

PartyView personOf(const AuthorsWord& author) {
  PartyView person;
  person.id = person.name = author.name;
  person.role = Role::Citizen;
  person.vkey = author.vkey;
  person.fingerprint = author.fingerprint;
  person.trust = author.known ? KeyTrust::Pinned : KeyTrust::FirstSeen;
  return person;
}

const PartyView* viewOf(const std::vector<PartyView>& parties, const PartyKey& name) {
  const auto found = std::find_if(parties.begin(), parties.end(), [&name](const PartyView& view) {
    return view.id == name.id && view.role == name.role && view.vkey == name.key.vkey();
  });
  return found == parties.end() ? nullptr : &*found;
}

}  // namespace

CompareAuthorDialog::CompareAuthorDialog(const AuthorsWord& author, QWidget* parent)
    : QDialog(parent) {
  setObjectName(QStringLiteral("compareAuthorDialog"));
  setWindowTitle(tr("Compare the key of who signed this audit"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(16), px(16), px(16), px(16));
  column->setSpacing(px(12));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setSentence(tr("Whoever holds this key calls themselves **%1**. Name it only if you know who "
                        "they are and both of you see the same digits. It does not yet make you read "
                        "the audit on their word.")
                         .arg(words::text(author.name)));
  about->setMinimumWidth(
      px(648));  // of the dialog itself it would hold even where buttons need more
  column->addWidget(about);
  auto* panel = new KeyPanel(this);
  panel->showKey(personOf(author), false, true);
  column->addWidget(panel);
  connect(panel, &KeyPanel::vouchRequested, this, [this](const QString& line, bool vouch) {
    Q_EMIT vouchRequested(line, vouch);
    accept();
  });
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(makeCancel(this));
  column->addLayout(row);
}

TakeWordDialog::TakeWordDialog(const AuthorsWord& author, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("takeWordDialog"));
  setWindowTitle(tr("Read this audit on the word of %1?").arg(words::text(author.name)));
  setMinimumWidth(px(560));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  const auto keys = static_cast<std::int64_t>(author.names.size());
  auto* about = new SentenceLabel(TextRole::Panel, this);
  about->setObjectName(QStringLiteral("takeWordAbout"));
  about->setSentence(
      tr("**%1** signed this audit and named %2. Those that you have not compared yourself "
         "then count on their word.")
          .arg(words::authorName(author), tr("%Ln keys", nullptr, plural(keys))));
  column->addWidget(about);
  auto* after = new SentenceLabel(TextRole::Body, this);
  after->setSentence(tr("Every confirmation by them reads “on the word of %1”, here and in the report, "
                        "until you compare a key yourself. You can undo it at any time, here and "
                        "among the keys on the Evidence page.")
                         .arg(words::text(author.name)));
  column->addWidget(after);
  QPushButton* take = makePrimaryButton(tr("Read it on their word"), Icon::Check, this);
  take->setObjectName(QStringLiteral("takeWord"));
  take->setAutoDefault(false);
  connect(take, &QPushButton::clicked, this, &QDialog::accept);
  column->addLayout(makeDialogButtons(this, take));
}

TakeNamesDialog::TakeNamesDialog(const AuthorsWord& author, const std::vector<PartyView>& parties,
                                 QWidget* parent)
    : QDialog(parent), m_table(new QTableWidget(this)), m_digits(new QVBoxLayout) {
  setObjectName(QStringLiteral("takeNamesDialog"));
  setWindowTitle(tr("Take over what %1 named").arg(words::text(author.name)));
  setMinimumWidth(px(640));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setSentence(tr("Choose the keys that you take over as your own. They then count as keys you "
                        "vouch for, without “on the word of”. None is chosen for you; each can be "
                        "taken back on the Evidence page."));
  column->addWidget(about);
  m_table->setObjectName(QStringLiteral("namesToTake"));
  m_table->setAccessibleName(tr("Keys that %1 named").arg(words::text(author.name)));
  m_table->setColumnCount(Columns);
  m_table->setHorizontalHeaderLabels({tr("Take over"), tr("Role"), tr("Begins with")});
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  makeRowList(*m_table, px(rowHeight));
  m_table->horizontalHeader()->setSectionResizeMode(Party, QHeaderView::Stretch);
  for (const PartyKey& name : author.names) {
    const PartyView* view = viewOf(parties, name);
    if (view == nullptr || view->trust != KeyTrust::Pinned) addRow(name, view);
  }
  const int shown = std::clamp(m_table->rowCount(), 2, mostRows);
  m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * px(rowHeight) + px(4));
  column->addWidget(m_table, 1);
  column->addLayout(m_digits);
  m_take = makePrimaryButton(QString(), Icon::Key, this);
  m_take->setObjectName(QStringLiteral("takeNames"));
  column->addLayout(makeDialogButtons(this, m_take));
  connect(m_table, &QTableWidget::itemChanged, this, &TakeNamesDialog::refresh);
  connect(m_table, &QTableWidget::currentCellChanged, this, &TakeNamesDialog::showDigits);
  connect(m_take, &QPushButton::clicked, this, [this] {
    Q_EMIT taken(chosen());
    accept();
  });
  m_table->setCurrentCell(0, Party);
  refresh();
  showDigits();
}

void TakeNamesDialog::addRow(const PartyKey& name, const PartyView* party) {
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  const QString fingerprint = QString::fromStdString(name.key.key().fingerprint());
  auto* item = new QTableWidgetItem(party == nullptr ? words::text(name.id) : words::nameOf(*party));
  item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
  item->setCheckState(Qt::Unchecked);
  item->setData(lineRole, QString::fromStdString(partiesLine(name.role, name.id, name.key)));
  item->setData(digitsRole, fingerprint);
  m_table->setItem(row, Party, item);
  m_table->setItem(row, RoleColumn, new QTableWidgetItem(words::roleWord(name.role)));
  auto* begins = new QTableWidgetItem(fingerprint.left(17) + QChar(0x2026));
  begins->setFont(plumbline::font(TextRole::Mono));
  m_table->setItem(row, Begins, begins);
}

QStringList TakeNamesDialog::chosen() const {
  QStringList lines;
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const QTableWidgetItem* item = m_table->item(row, Party);
    if (item->checkState() == Qt::Checked) lines << item->data(lineRole).toString();
  }
  return lines;
}

void TakeNamesDialog::refresh() {
  const auto count = static_cast<std::int64_t>(chosen().size());
  m_take->setEnabled(count > 0);
  m_take->setText(count == 0 ? tr("No key chosen")
                             : tr("Take over %Ln keys", nullptr, plural(count)));
  m_take->setAccessibleName(m_take->text());
}

/// Whoever takes a key over can compare it here.
void TakeNamesDialog::showDigits() {
  clearLayout(m_digits);
  const QTableWidgetItem* item = m_table->item(m_table->currentRow(), Party);
  if (item == nullptr) return;
  m_digits->addWidget(new KeyDigits(item->data(digitsRole).toString(), this));
}

}  // namespace plumbline
