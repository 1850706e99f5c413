// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/split_view_card.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "model/store/safe_file.h"

#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/tag.h"
#include "ui/words/error_words.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

QString askUser(QWidget* parent, const QString& suggestion) {
  return QFileDialog::getSaveFileName(parent, SplitViewCard::tr("Save the proof"), suggestion,
                                      SplitViewCard::tr("Proof (*.plumbproof)"));
}

/// "9c41 07be 55d0 … a2f1": enough of both ends to compare by eye.
QString bothEnds(const std::string& hex) {
  if (hex.size() < 16) return QString::fromStdString(hex);
  return QStringLiteral("%1 … %2").arg(shortDigest(hex, 3),
                                       QString::fromStdString(hex.substr(hex.size() - 4)));
}

QString sentenceOf(const SplitView& split, const QString& period) {
  QString text = SplitViewCard::tr(
                     "At size %1 there are two roots, and the log’s key signed for "
                     "both.")
                     .arg(split.size);
  if (split.firstDifference >= 0) {
    const QString entry = QString::number(split.firstDifference);
    text +=
        QLatin1Char(' ') +
        (period.isEmpty()
             ? SplitViewCard::tr("They first differ at publication %1.").arg(entry)
             : SplitViewCard::tr("They first differ at publication %1 (%2).").arg(entry, period));
  } else {
    text +=
        QLatin1Char(' ') + SplitViewCard::tr(
                               "Which publication differs cannot be told: the entries of the other "
                               "history are not here.");
  }
  return text + QLatin1Char(' ') +
         SplitViewCard::tr("This proof stands without Plumbline and without the plant.");
}

}  // namespace

SplitViewCard::SplitViewCard(QWidget* parent) : Card(parent), m_ask(askUser) {
  setObjectName(QStringLiteral("splitView"));
  setLeadingBar(Tone::Fail);
  setGround(tintOf(Tone::Fail));
  const QString heading = tr("The log showed two different histories");
  setAccessibleName(heading);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  auto* mark = new MarkWidget(32, this);
  mark->setMark(Mark::Failed);
  row->addWidget(mark, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout;
  column->setSpacing(px(8));
  column->addWidget(new TextLabel(TextRole::PageTitle, heading, this));
  m_sentence = new SentenceLabel(TextRole::Panel, this);
  m_sentence->setObjectName(QStringLiteral("splitSentence"));
  column->addWidget(m_sentence);
  auto* roots = new QHBoxLayout;
  roots->setSpacing(px(16));
  roots->addWidget(makeRoot(tr("From the entries here"), &m_root), 1);
  roots->addWidget(makeRoot(tr("On the other checkpoint"), &m_otherRoot), 1);
  column->addLayout(roots);

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(8));
  QPushButton* save = makePrimaryButton(tr("Save the proof…"), Icon::Share, this);
  save->setObjectName(QStringLiteral("splitSave"));
  connect(save, &QPushButton::clicked, this, &SplitViewCard::saveProof);
  m_difference = makeButton(tr("Show what differs"), Icon::Rows, this);
  m_difference->setObjectName(QStringLiteral("splitDifference"));
  connect(m_difference, &QPushButton::clicked, this, &SplitViewCard::differenceWanted);
  QPushButton* meaning = makeFlatButton(tr("What does this mean?"), Icon::Help, this);
  meaning->setObjectName(QStringLiteral("splitMeaning"));
  connect(meaning, &QPushButton::clicked, this, &SplitViewCard::explanationWanted);
  m_saved = new TextLabel(TextRole::Small, this);
  m_saved->setObjectName(QStringLiteral("splitSaved"));
  for (QWidget* widget : std::initializer_list<QWidget*>{save, m_difference, meaning, m_saved}) {
    buttons->addWidget(widget);
  }
  buttons->addStretch(1);
  column->addLayout(buttons);
  row->addLayout(column, 1);
  body()->addLayout(row);
}

QWidget* SplitViewCard::makeRoot(const QString& heading, TextLabel** root) {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("splitRoot"));
  card->setAccessibleName(heading);
  card->body()->setSpacing(px(4));
  card->body()->addWidget(new TextLabel(TextRole::BodyBold, heading, card));
  *root = new TextLabel(TextRole::Mono, card);
  (*root)->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  (*root)->setObjectName(QStringLiteral("splitRootDigest"));
  (*root)->setAccessibleName(heading);
  card->body()->addWidget(*root);
  return card;
}

void SplitViewCard::setSplitView(const std::optional<SplitView>& split, const QString& period) {
  m_split = split;
  setVisible(split.has_value());
  if (!split) return;
  m_sentence->setSentence(sentenceOf(*split, period));
  m_root->setText(tr("root %1").arg(bothEnds(split->root)));
  m_root->setToolTip(plainTip(QString::fromStdString(split->root)));
  m_otherRoot->setText(tr("root %1").arg(bothEnds(split->otherRoot)));
  m_otherRoot->setToolTip(plainTip(QString::fromStdString(split->otherRoot)));
  m_difference->setVisible(split->firstDifference >= 0);
  m_saved->clear();
}

void SplitViewCard::saveProof() {
  if (!m_split) return;
  const QString path = m_ask(this, QStringLiteral("split-view.plumbproof"));
  if (path.isEmpty()) return;
  const auto saved = saveFile(path.toStdU16String(), m_split->proof);
  m_saved->setText(saved ? tr("Saved as %1").arg(QFileInfo(path).fileName())
                         : words::errorText(saved.error()));
}

}  // namespace plumbline
