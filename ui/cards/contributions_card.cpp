// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/contributions_card.h"

#include <QVBoxLayout>

#include "ui/charts/chart_table.h"
#include "ui/figures/contribution_bars.h"
#include "ui/theme/components.h"
#include "ui/words/contribution_words.h"

namespace plumbline {

ContributionsCard::ContributionsCard(QWidget* parent)
    : Card(tr("What makes the ± so wide"), parent),
      m_sentence(new SentenceLabel(TextRole::Body, this)),
      m_bars(new ContributionView(this)),
      m_twin(nullptr) {
  setObjectName(QStringLiteral("contributionsCard"));
  setNote(tr("Share of the variance; the squares add up, not the ±"));
  setLink(tr("Save…"), tr("Save what makes the ± so wide"));
  m_sentence->setObjectName(QStringLiteral("contributionsSentence"));
  m_bars->setObjectName(QStringLiteral("contributions"));
  m_twin = new ChartOrTable(m_bars, tr("What makes the ± so wide, as a table"), this);
  m_twin->setObjectName(QStringLiteral("contributionsTwin"));
  // Few bars are lower than a table would like to be.
  m_twin->table()->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  body()->addWidget(m_sentence);
  body()->addWidget(m_twin);
  connect(this, &Card::linkActivated, this, &ContributionsCard::saveRequested);
  connect(m_twin, &ChartOrTable::saveRequested, this, &ContributionsCard::saveRequested);
}

void ContributionsCard::show(const Balance& balance) {
  setVisible(!balance.contributions.empty());
  ContributionData next = contributionData(balance);
  m_sentence->setSentence(contributionsShow(balance));
  m_twin->fillTable(next.tableHeader, next.tableRows, 4);
  // Names and words need more room than the numbers.
  for (const int column : {0, 2}) {
    m_twin->table()->horizontalHeader()->setSectionResizeMode(column,
                                                              QHeaderView::ResizeToContents);
  }
  m_bars->replace(std::move(next));
  fitHeight();
}

/// A page that scrolls gives each card the least it asks for: that must be all the bars.
void ContributionsCard::fitHeight() {
  m_twin->setMinimumHeight(m_twin->showsTable() ? px(220) : m_bars->sizeHint().height());
}

void ContributionsCard::showTable(bool on) {
  m_twin->showTable(on);
  fitHeight();
}

}  // namespace plumbline
