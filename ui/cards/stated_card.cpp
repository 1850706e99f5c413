// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/stated_card.h"

#include <algorithm>

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/tables/row_list.h"
#include "ui/theme/labels.h"
#include "ui/words/format.h"
#include "ui/words/standing_words.h"
#include "ui/words/unsigned_file_words.h"

namespace plumbline {

namespace {

enum Column { File, Parties, Vouched, Records, Columns };
constexpr int rowHeight = 28;
constexpr int mostRows = 5;  // more scroll

QString vouchedFor(const UnsignedFile& file) {
  return file.vouches.empty() ? StatedCard::tr("by nobody") : words::vouchersOf(file);
}

}  // namespace

StatedCard::StatedCard(QWidget* parent) : Card(tr("Files without a signature"), parent) {
  setObjectName(QStringLiteral("statedCard"));
  setLink(tr("Open Files"), tr("Open the files without a signature"));
  connect(this, &Card::linkActivated, this, &StatedCard::filesRequested);
}

void StatedCard::build() {
  m_sentence = new SentenceLabel(TextRole::Body, this);
  m_table = new QTableWidget(this);
  m_sentence->setObjectName(QStringLiteral("statedSentence"));
  body()->addWidget(m_sentence);
  m_table->setObjectName(QStringLiteral("statedFiles"));
  m_table->setAccessibleName(tr("Files without a signature"));
  m_table->setColumnCount(Columns);
  m_table->setHorizontalHeaderLabels({tr("File"), tr("Says it is of"), tr("Vouched for"),
                                      tr("Records")});
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setFrameShape(QFrame::NoFrame);
  makeRowList(*m_table, px(rowHeight));
  m_table->horizontalHeader()->setStretchLastSection(false);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(Parties, QHeaderView::Stretch);
  m_table->horizontalHeaderItem(Records)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  body()->addWidget(m_table);
  connect(m_table, &QTableWidget::cellActivated, this, &StatedCard::filesRequested);
}

void StatedCard::setAudit(const AuditResult& audit) {
  const auto& files = audit.unsignedFiles;
  setVisible(!files.empty());
  if (files.empty()) return;
  if (m_table == nullptr) build();
  m_table->setRowCount(static_cast<int>(files.size()));
  setNote(tr("%Ln files", nullptr, plural(static_cast<std::int64_t>(files.size()))));
  m_sentence->setSentence(words::statedSentence(audit));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const UnsignedFile& file = files[static_cast<std::size_t>(row)];
    m_table->setItem(row, File, new QTableWidgetItem(words::nameOf(file)));
    m_table->setItem(row, Parties, new QTableWidgetItem(words::partiesOf(file)));
    auto* records = new QTableWidgetItem(formatCount(file.rows));
    records->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setItem(row, Records, records);
    m_table->setItem(row, Vouched, new QTableWidgetItem(vouchedFor(file)));
  }
  m_table->setCurrentCell(0, File);
  const int shown = std::min(m_table->rowCount(), mostRows);
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + shown * px(rowHeight) +
                          px(2));
}

}  // namespace plumbline
