// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/belief_view.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QListWidget>

#include "ui/cards/reason_list.h"
#include "ui/charts/severity_marks.h"
#include "ui/dialogs/key_panel.h"
#include "ui/pages/trust_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/trust_words.h"

namespace plumbline {

namespace {

constexpr auto kSubject = Qt::UserRole;
constexpr auto kTrust = QLatin1String("trust");

QString inKeys(const std::string& key) {
  return QStringLiteral("key/") + QString::fromStdString(key);
}

}  // namespace

BeliefView::BeliefView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("beliefView"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("beliefSubjects"));
  card->setFlush(true);
  m_list = new QListWidget(card);
  m_list->setObjectName(QStringLiteral("beliefList"));
  m_list->setAccessibleName(tr("What is believed"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setTextElideMode(Qt::ElideRight);
  auto* inside = new QVBoxLayout;  // clear of the card's round corners
  inside->setContentsMargins(px(4), px(4), px(4), px(4));
  inside->addWidget(m_list);
  card->body()->addLayout(inside, 1);
  row->addWidget(card);
  auto* column = new QVBoxLayout;
  column->setSpacing(px(16));
  m_reasons = new ReasonList(this);
  m_key = new KeyPanel(this);
  m_trust = new TrustPanel(this);
  column->addWidget(m_key);
  column->addWidget(m_reasons);
  column->addWidget(m_trust);
  column->addStretch(1);
  row->addLayout(column, 1);
  connect(m_list, &QListWidget::currentRowChanged, this, &BeliefView::showSubject);
  connect(m_reasons, &ReasonList::nextStepActivated, this, [this] {
    const QString subject = m_list->currentItem()->data(kSubject).toString();
    for (const EvidenceRow& evidence : m_audit.result->evidence.rows) {
      if (subjectOf(evidence.question) == subject) Q_EMIT stepRequested(evidence.question);
    }
  });
  connect(m_key, &KeyPanel::vouchRequested, this, &BeliefView::vouchRequested);
  connect(m_trust, &TrustPanel::trustRequested, this, &BeliefView::trustRequested);
  connect(m_trust, &TrustPanel::oldListTaken, this, &BeliefView::oldListTaken);
  setCompact(false);
}

QString BeliefView::subjectOf(EvidenceQuestion question) {
  const std::string_view name = toText(question);
  return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString BeliefView::subjectOf(const PartyView& party) {
  return inKeys(party.vkey.empty() ? party.id : party.vkey);
}

void BeliefView::showAudit(const OpenAudit& audit) {
  const QListWidgetItem* before = m_list->currentItem();
  const QString subject = before == nullptr ? QString() : before->data(kSubject).toString();
  m_audit = audit;
  if (m_audit.result == nullptr) return m_list->clear();
  fillList();
  choose(subject);
}

void BeliefView::fillList() {
  const QSignalBlocker blocker(m_list);
  m_list->clear();
  const auto add = [this](const QIcon& sign, const QString& text, const QString& subject) {
    auto* item = new QListWidgetItem(sign, text, m_list);
    item->setData(kSubject, subject);
    item->setData(Qt::AccessibleTextRole, text);
    item->setToolTip(plainTip(text));
    item->setSizeHint(QSize(0, px(32)));
    return item;
  };
  const auto addChecked = [&](CheckState state, const QString& text, const QString& subject) {
    add(markIcon(markOf(state)), text, subject)
        ->setData(Qt::AccessibleTextRole,
                  QStringLiteral("%1: %2").arg(text, words::stateWord(state)));
  };
  const EvidenceReport& evidence = m_audit.result->evidence;
  for (const EvidenceRow& row : evidence.rows) {
    addChecked(row.state, words::questionTitle(row.question), subjectOf(row.question));
  }
  for (const PartyView& party : evidence.parties) {
    addChecked(words::stateOf(party, evidence), tr("Key of %1").arg(words::nameOf(party)),
               subjectOf(party));
  }
  add(icon(Icon::Key), tr("Whom you trust"), kTrust);
}

QString BeliefView::firstOpenQuestion() const {
  const auto& rows = m_audit.result->evidence.rows;
  const auto open = std::find_if(rows.begin(), rows.end(), [](const EvidenceRow& row) {
    return row.state != CheckState::Passed;
  });
  return subjectOf(open == rows.end() ? EvidenceQuestion::Intact : open->question);
}

void BeliefView::choose(const QString& subject) {
  if (m_audit.result == nullptr) return;
  int found = -1;
  for (int i = 0; i < m_list->count(); ++i) {
    if (m_list->item(i)->data(kSubject).toString() == subject) found = i;
  }
  if (found < 0) return choose(firstOpenQuestion());
  if (m_list->currentRow() == found) return showSubject();
  m_list->setCurrentRow(found);
}

void BeliefView::showSubject() {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr || m_audit.result == nullptr) return;
  const QString subject = item->data(kSubject).toString();
  const EvidenceReport& evidence = m_audit.result->evidence;
  m_reasons->setVisible(subject != kTrust);
  m_key->hide();
  m_trust->setVisible(subject == kTrust ||
                      subject == subjectOf(EvidenceQuestion::SameForEveryone) ||
                      subject == subjectOf(EvidenceQuestion::NotLaterThan) ||
                      subject == subjectOf(EvidenceQuestion::SignedBy));
  m_trust->showTrust(m_audit.trust, !m_audit.workspace.empty());
  m_trust->showOldList(m_audit.oldList, !m_audit.workspace.empty());
  for (const EvidenceRow& row : evidence.rows) {
    if (subjectOf(row.question) == subject) showQuestion(row.question);
  }
  for (const PartyView& party : evidence.parties) {
    if (subjectOf(party) == subject) return showKey(party);
  }
}

void BeliefView::showQuestion(EvidenceQuestion question) {
  m_reasons->showBelief(words::beliefOf(question, m_audit.result->evidence, m_audit.trust));
}

void BeliefView::showKey(const PartyView& party) {
  const EvidenceReport& evidence = m_audit.result->evidence;
  m_reasons->showBelief(words::beliefOfKey(party, evidence, m_audit.trust));
  const auto keys = std::count_if(evidence.parties.begin(), evidence.parties.end(),
                                  [&](const PartyView& other) { return other.id == party.id; });
  m_key->showKey(party, keys > 1, !m_audit.workspace.empty());
  m_key->show();
  // A key that nobody named comes with a list of the user's own.
  if (party.vkey.empty()) m_trust->show();
}

void BeliefView::setCompact(bool compact) {
  findChild<Card*>(QStringLiteral("beliefSubjects"))->setFixedWidth(px(compact ? 208 : 264));
}

}  // namespace plumbline
