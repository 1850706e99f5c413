// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/unsigned_files_card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>

#include "model/records/visible_text.h"

#include "ui/tables/row_list.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr int mostLines = 6;

QString saidOf(const Vouch& vouch) {
  const QString pattern =
      vouch.trust == KeyTrust::Pinned
          ? UnsignedFilesCard::tr("**%1**, whose key you know: %2, from %3, on %4, %5.")
          : UnsignedFilesCard::tr("**%1**, whose key you have not compared: %2, from %3, on %4, %5.");
  return pattern.arg(visibleLine(QString::fromStdString(vouch.name)), visibleLine(QString::fromStdString(vouch.text.file)),
                     visibleLine(QString::fromStdString(vouch.text.from)),
                     visibleLine(QString::fromStdString(vouch.text.obtained)),
                     visibleLine(QString::fromStdString(vouch.text.how)));
}

}  // namespace

UnsignedFilesCard::UnsignedFilesCard(QWidget* parent)
    : Card(tr("Files without a signature"), parent), m_model(new UnsignedFilesModel(this)) {
  setObjectName(QStringLiteral("unsignedFilesCard"));
}

void UnsignedFilesCard::build() {
  m_view = new QTableView(this);
  m_said = new SentenceLabel(TextRole::Body, this);
  auto* advice = new SentenceLabel(TextRole::Body, this);
  advice->setSentence(
      tr("Nobody signed what these files say. Who brought one can sign where it is from."));
  body()->addWidget(advice);
  m_view->setObjectName(QStringLiteral("unsignedFiles"));
  m_view->setAccessibleName(tr("Files without a signature"));
  m_view->setModel(m_model);
  makeRowList(*m_view, px(26));
  m_view->setColumnWidth(UnsignedFilesModel::FileColumn, px(220));
  m_view->setColumnWidth(UnsignedFilesModel::PartiesColumn, px(280));
  m_view->setColumnWidth(UnsignedFilesModel::RowsColumn, px(90));
  body()->addWidget(m_view);
  m_said->setObjectName(QStringLiteral("unsignedFileSaid"));
  body()->addWidget(m_said);
  auto* row = new QHBoxLayout;
  m_vouch = makeButton(tr("Vouch for this file…"), Icon::Key, this);
  m_vouch->setObjectName(QStringLiteral("vouchForFile"));
  connect(m_vouch, &QPushButton::clicked, this, &UnsignedFilesCard::vouch);
  row->addWidget(m_vouch);
  row->addStretch(1);
  body()->addLayout(row);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this] { choose(); });
}

void UnsignedFilesCard::setFiles(std::vector<UnsignedFile> files) {
  const int count = static_cast<int>(files.size());
  setVisible(count > 0);
  if (count == 0) return m_model->setFiles({});
  if (m_view == nullptr) build();
  const int before = std::max(0, m_view->currentIndex().row());
  setNote(tr("%Ln files", nullptr, count));
  m_view->setFixedHeight(px(30 + 26 * std::clamp(count, 1, mostLines)));
  m_model->setFiles(std::move(files));
  m_view->setCurrentIndex(m_model->index(std::min(before, count - 1), 0));
  choose();
}

void UnsignedFilesCard::choose() {
  const UnsignedFile* file = m_model->fileAt(m_view->currentIndex().row());
  m_vouch->setEnabled(file != nullptr);
  QStringList said;
  if (file != nullptr) {
    for (const Vouch& vouch : file->vouches) said << saidOf(vouch);
  }
  m_said->setSentence(said.isEmpty() ? tr("Nobody vouches for this file.")
                                     : said.join(QLatin1Char(' ')));
}

void UnsignedFilesCard::vouch() {
  const UnsignedFile* file = m_model->fileAt(m_view->currentIndex().row());
  if (file == nullptr) return;
  auto* dialog = new VouchDialog(*file, m_ask, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &VouchDialog::vouched, this, &UnsignedFilesCard::vouched);
  dialog->open();
}

}  // namespace plumbline
