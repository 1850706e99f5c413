// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/compare_dialog.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include "model/records/visible_text.h"

#include "ui/tables/compared_files_model.h"
#include "ui/tables/compared_lines_model.h"
#include "ui/tables/row_list.h"
#include "ui/dialogs/dialog_buttons.h"
#include "ui/theme/buttons.h"
#include "ui/theme/card.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/comparison_words.h"
#include "ui/words/format.h"
#include "ui/words/from_std.h"

namespace plumbline {

namespace {

QString authorOf(const AuditResult& audit) {
  for (const SignOff& sign : audit.signOffs) {
    if (sign.kind != "author" || !sign.signatureGood) continue;
    const QString words =
        sign.trust == KeyTrust::Pinned
            ? CompareDialog::tr("Signed by %1, whose key you know.")
            : CompareDialog::tr("Signed by somebody who calls themselves %1; you have not compared "
                                "the key.");
    return words.arg(visibleLine(fromStd(sign.name)));
  }
  return CompareDialog::tr("Nobody signed this audit.");
}

}  // namespace

CompareDialog::CompareDialog(const AuditComparison& comparison, const QString& theirFile,
                             QWidget* parent)
    : QDialog(parent), m_files(new ComparedFilesModel(comparison.files, this)) {
  setObjectName(QStringLiteral("compareDialog"));
  setWindowTitle(tr("Compare with somebody else’s audit"));
  const QSize room = QGuiApplication::primaryScreen()->availableSize() - QSize(px(60), px(80));
  resize(QSize(px(1040), px(760)).boundedTo(room));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  auto* headline = new SentenceLabel(TextRole::Lead, this);
  headline->setObjectName(QStringLiteral("compareHeadline"));
  headline->setSentence(words::comparisonHeadline(comparison));
  column->addWidget(headline);
  auto* nothing = new TextLabel(
      TextRole::Small, tr("Nothing has been imported. Your audit is as it was."), this);
  nothing->setColor(ColorRole::Muted);
  column->addWidget(nothing);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(px(12));
  sides->addWidget(makeSide(tr("Yours"), fromStd(comparison.ours->title), comparison, true), 1);
  sides->addWidget(makeSide(tr("Theirs"), theirFile, comparison, false), 1);
  column->addLayout(sides);
  column->addWidget(makeLines(comparison), 3);
  m_take = makePrimaryButton(tr("Take over"), Icon::Import, this);
  m_take->setObjectName(QStringLiteral("compareTake"));
  m_take->setAutoDefault(false);
  if (m_files->rowCount() > 0) column->addWidget(makeFiles(), 2);
  connect(m_take, &QPushButton::clicked, this, [this] {
    Q_EMIT takeOver(m_files->chosen());
    accept();
  });
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(8));
  buttons->addStretch(1);
  QPushButton* close = makeCancel(this);
  close->setText(tr("Close"));  // nothing was begun
  buttons->addWidget(close);
  buttons->addWidget(m_take);
  column->addLayout(buttons);
  connect(m_files, &ComparedFilesModel::choiceChanged, this, &CompareDialog::refresh);
  refresh();
}

QWidget* CompareDialog::makeSide(const QString& heading, const QString& file,
                                 const AuditComparison& comparison, bool ours) {
  const AuditResult& audit = ours ? *comparison.ours : *comparison.theirs;
  const Hash& root = ours ? comparison.ourRoot : comparison.theirRoot;
  auto* card = new Card(heading, this);
  card->setNote(visibleLine(file));
  card->setObjectName(ours ? QStringLiteral("compareOurs") : QStringLiteral("compareTheirs"));
  const auto shortly = [](const Hash& digest) { return fromStd(digest.hex().substr(0, 16)); };
  QStringList lines = words::verdictsOf(audit).split(QLatin1Char('\n'));
  lines << tr("Evidence root %1").arg(shortly(root))
        << tr("Results digest %1").arg(shortly(audit.resultsDigest)) << authorOf(audit);
  for (const QString& line : lines) {
    auto* label = new TextLabel(TextRole::Body, line, card);
    label->setWordWrap(true);
    card->body()->addWidget(label);
  }
  card->body()->addStretch(1);
  return card;
}

QTableView* CompareDialog::makeLines(const AuditComparison& comparison) {
  auto* view = new QTableView(this);
  view->setObjectName(QStringLiteral("compareLines"));
  view->setAccessibleName(tr("Both sides"));
  view->setModel(new ComparedLinesModel(words::comparedLines(comparison), view));
  makeRowList(*view, px(26));
  view->setColumnWidth(ComparedLinesModel::WhatColumn, px(260));
  view->setColumnWidth(ComparedLinesModel::WordColumn, px(150));
  view->setColumnWidth(ComparedLinesModel::OursColumn, px(260));
  view->resizeRowsToContents();
  return view;
}

QWidget* CompareDialog::makeFiles() {
  auto* card = new Card(tr("Files that only one has"), this);
  card->setNote(tr("%Ln only theirs", nullptr, m_files->choosable()));
  if (m_files->choosable() > 0) {
    m_all = new QCheckBox(tr("Choose all of theirs"), card);
    m_all->setObjectName(QStringLiteral("compareAll"));
    connect(m_all, &QCheckBox::clicked, m_files, &ComparedFilesModel::chooseAll);
    card->body()->addWidget(m_all);
  }
  auto* view = new QTableView(card);
  view->setObjectName(QStringLiteral("compareFiles"));
  view->setAccessibleName(tr("Files that only one has"));
  view->setModel(m_files);
  makeRowList(*view, px(26));
  view->setColumnWidth(ComparedFilesModel::FileColumn, px(400));
  view->setColumnWidth(ComparedFilesModel::KindColumn, px(200));
  view->setColumnWidth(ComparedFilesModel::SizeColumn, px(130));
  card->body()->addWidget(view);
  return card;
}

void CompareDialog::refresh() {
  const int chosen = static_cast<int>(m_files->chosen().size());
  m_take->setVisible(m_files->choosable() > 0);
  m_take->setEnabled(chosen > 0);
  m_take->setText(chosen == 0 ? tr("Take over") : tr("Take %Ln files over", nullptr, chosen));
  m_take->setToolTip(chosen > 0 ? tr("They can be taken back on the page Files.")
                                : tr("Choose files of theirs first"));
  if (m_all != nullptr) m_all->setChecked(chosen == m_files->choosable());
}

}  // namespace plumbline
