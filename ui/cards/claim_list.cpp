// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/claim_list.h"

#include <algorithm>

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/charts/severity_marks.h"
#include "ui/tables/row_list.h"
#include "ui/theme/components.h"
#include "ui/theme/fills.h"
#include "ui/words/claim_part_words.h"
#include "ui/words/verdict_words.h"

namespace plumbline {

namespace {

enum Column {
  VerdictColumn,
  ClaimColumn,
  PeriodColumn,
  ClaimedColumn,
  ConfirmedColumn,
  RestsOnColumn,
  Columns
};

constexpr int rowHeight = 28;
constexpr int mostRows = 6;  // more scroll

/// What the masses of that column are: those of an open claim nobody confirmed.
QString confirmedHeading(const std::vector<ClaimVerdict>& claims) {
  const auto open = std::count_if(claims.begin(), claims.end(),
                                  [](const ClaimVerdict& claim) { return claim.isOpen(); });
  if (open == 0) return ClaimList::tr("Confirmed");
  return open == static_cast<std::ptrdiff_t>(claims.size()) ? ClaimList::tr("Receivers state")
                                                            : ClaimList::tr("Confirmed or stated");
}

/// As the bars of the claim are drawn.
QIcon standingIcon(const ClaimVerdict& claim) {
  if (claim.stated) return fillIcon(Fill::Dashed, Tone::Info);
  if (claim.onlySaid) return fillIcon(Fill::Open, Tone::Info);
  return fillIcon(claim.onWordOf.empty() ? Fill::Solid : Fill::Open, Tone::Pass);
}

}  // namespace

ClaimList::ClaimList(QWidget* parent) : Card(parent), m_table(new QTableWidget(this)) {
  setObjectName(QStringLiteral("claimListCard"));
  setNote(tr("Choose one: verdict and parts below are about it and its period."));
  setFlush(true);
  m_table->setObjectName(QStringLiteral("claimList"));
  m_table->setAccessibleName(tr("Claims, each judged by itself"));
  m_table->setColumnCount(Columns);
  m_table->setHorizontalHeaderLabels(
      {tr("Verdict"), tr("Claim"), tr("Period"), tr("Claimed"), tr("Confirmed"), tr("Rests on")});
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setFrameShape(QFrame::NoFrame);
  makeRowList(*m_table, px(rowHeight));
  m_table->horizontalHeader()->setStretchLastSection(false);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->horizontalHeader()->setSectionResizeMode(ClaimColumn, QHeaderView::Stretch);
  body()->addWidget(m_table);
  connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
    if (row >= 0 && row != before) Q_EMIT chosen(row);
  });
  connect(m_table, &QTableWidget::cellActivated, this, &ClaimList::entered);
}

void ClaimList::setClaims(const std::vector<ClaimVerdict>& claims, int chosen) {
  setVisible(claims.size() > 1);
  setHeading(tr("%Ln claims, each judged by itself", nullptr,
                plural(static_cast<std::int64_t>(claims.size()))));
  const QSignalBlocker quiet(m_table);
  m_table->setRowCount(static_cast<int>(claims.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const ClaimVerdict& claim = claims[static_cast<std::size_t>(row)];
    const auto put = [&](int column, const QString& text, bool number = false) {
      auto* item = new QTableWidgetItem(text);
      if (number) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(row, column, item);
      return item;
    };
    put(VerdictColumn, words::decisionWord(claim))->setIcon(markIcon(markOf(claim.decision)));
    put(ClaimColumn, words::claimName(claim));
    put(PeriodColumn, formatPeriod(claim.start, claim.end));
    put(ClaimedColumn, words::partsSum(claim), true);
    const words::PartLine confirmed = words::partLines(claim).front();
    put(ConfirmedColumn, confirmed.kilograms, true);
    put(RestsOnColumn, words::restsOn(claim))->setIcon(standingIcon(claim));
  }
  m_table->horizontalHeaderItem(ConfirmedColumn)->setText(confirmedHeading(claims));
  for (int column : {ClaimedColumn, ConfirmedColumn}) {
    m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  for (int column = 0; column < Columns; ++column) fitColumn(column);
  m_table->setCurrentCell(chosen, 0);
  const auto shown = std::min(static_cast<int>(claims.size()), mostRows);
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + shown * px(rowHeight) +
                          px(2));
}

/// As wide as what stands in it, and some room to the next.
void ClaimList::fitColumn(int column) {
  if (column == ClaimColumn) return;  // takes what is left
  QHeaderView* header = m_table->horizontalHeader();
  int width = header->sectionSizeHint(column);
  for (int row = 0; row < m_table->rowCount(); ++row) {
    width = std::max(width, m_table->sizeHintForIndex(m_table->model()->index(row, column)).width());
  }
  header->resizeSection(column, width + px(12));
}

void ClaimList::setCompact(bool compact) {
  m_table->setColumnHidden(ConfirmedColumn, compact);
}

}  // namespace plumbline
