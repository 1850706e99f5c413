// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/totals_view.h"

#include <algorithm>

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/figures/totals_charts.h"
#include "ui/tables/row_list.h"
#include "ui/tables/totals_model.h"
#include "ui/theme/components.h"
#include "ui/words/format.h"
#include "ui/words/totals_words.h"

namespace plumbline {

namespace {

constexpr int rowHeight = 24;
constexpr int rowsShown = 9;

/// Behind "All", in the order of the chips.
constexpr TotalsResult chipResults[] = {TotalsResult::Confirmed, TotalsResult::Differs,
                                        TotalsResult::SenderOnly, TotalsResult::ReceiverOnly,
                                        TotalsResult::CannotTell};

}  // namespace

TotalsView::TotalsView(QWidget* parent)
    : QWidget(parent), m_model(new TotalsModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
  setObjectName(QStringLiteral("totalsView"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  column->addWidget(makeAnswer());
  column->addWidget(makeList());
  column->addWidget(makeDetail());
  column->addStretch(1);
}

QWidget* TotalsView::makeAnswer() {
  m_answer = new Card(this);
  m_answer->setObjectName(QStringLiteral("totalsAnswerCard"));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  m_mark = new MarkWidget(32, m_answer);
  row->addWidget(m_mark, 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(px(4));
  m_said = new SentenceLabel(TextRole::Lead, m_answer);
  m_said->setObjectName(QStringLiteral("totalsAnswer"));
  m_caveat = new SentenceLabel(TextRole::Small, m_answer);
  m_caveat->setObjectName(QStringLiteral("totalsCaveat"));
  m_caveat->setSentence(words::totalsCaveat());
  words->addWidget(m_said);
  words->addWidget(m_caveat);
  row->addLayout(words, 1);
  m_answer->body()->addLayout(row);
  return m_answer;
}

QWidget* TotalsView::makeList() {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("totalsListCard"));
  m_chips = new SegmentedControl(tr("Which pairs"), QStringList(std::size(chipResults) + 1, QString()), card);
  m_chips->setObjectName(QStringLiteral("totalsChips"));
  card->body()->addWidget(m_chips);
  m_table = new QTableView(card);
  m_table->setObjectName(QStringLiteral("totalsTable"));
  m_table->setAccessibleName(tr("Declared totals, a pair a row"));
  m_sorted->setSourceModel(m_model);
  m_sorted->setSortRole(TotalsModel::SortRole);
  m_sorted->setFilterRole(TotalsModel::ResultRole);
  m_table->setModel(m_sorted);
  makeRowList(*m_table, px(rowHeight));
  m_table->setSortingEnabled(true);
  m_table->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);  // as the model has them
  setCompact(false);
  card->body()->addWidget(m_table, 1);
  connect(m_chips, &SegmentedControl::currentChanged, this, &TotalsView::filter);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showPair(); });
  return card;
}

QWidget* TotalsView::makeDetail() {
  m_detail = new Card(tr("The pair"), this);
  m_detail->setObjectName(QStringLiteral("totalsDetail"));
  m_tag = new Tag(m_detail);
  m_tag->setObjectName(QStringLiteral("totalsTag"));
  m_detail->addHeadingWidget(m_tag);
  m_detail->setLink(tr("Copy as text"), tr("Copy the pair as text"));
  connect(m_detail, &Card::linkActivated, this, &TotalsView::copyText);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(24));
  m_chart = new Chart(m_detail);
  m_chart->setObjectName(QStringLiteral("totalsChart"));
  m_chart->setAccessibleName(tr("The pair by period"));  // until there is one
  m_twin = new ChartOrTable(m_chart, tr("The pair by period, as a table"), m_detail);
  m_twin->setObjectName(QStringLiteral("totalsChartTwin"));
  m_twin->setMinimumHeight(px(190));
  connect(m_twin, &ChartOrTable::saveRequested, this, &TotalsView::saveRequested);
  row->addWidget(m_twin, 3);
  auto* words = new QVBoxLayout;
  words->setSpacing(px(8));
  m_sentence = new SentenceLabel(TextRole::Body, m_detail);
  m_sentence->setObjectName(QStringLiteral("totalsSentence"));
  m_causes = new SentenceLabel(TextRole::Body, m_detail);
  m_causes->setObjectName(QStringLiteral("totalsCauses"));
  words->addWidget(m_sentence);
  words->addWidget(m_causes);
  words->addStretch(1);
  row->addLayout(words, 2);
  m_detail->body()->addLayout(row);
  return m_detail;
}

void TotalsView::setTotals(std::shared_ptr<const TotalsComparison> totals) {
  m_totals = std::move(totals);
  m_model->setTotals(m_totals);
  m_chips->setText(0, tr("All %1").arg(formatCount(m_model->rowCount())));
  const QString chips[] = {tr("Both ways %1"), tr("Differs by %1", "how many differ"), tr("Sender only %1"),
                           tr("Receiver only %1"), tr("Cannot tell %1")};
  for (std::size_t i = 0; i < std::size(chipResults); ++i) {
    m_chips->setText(static_cast<int>(i) + 1, chips[i].arg(formatCount(m_model->count(chipResults[i]))));
  }
  m_chips->setCurrent(0);
  fitTable();
  filter(0);
  if (m_totals == nullptr) return;
  const bool differs = m_totals->count(TotalsResult::Differs) > 0;
  const bool agrees = m_totals->count(TotalsResult::Confirmed) > 0;
  const Mark mark = differs ? Mark::Conflict : agrees ? Mark::Passed : Mark::CannotTell;
  m_mark->setMark(mark);
  m_answer->setLeadingBar(toneOf(mark));
  m_said->setSentence(words::totalsAnswer(*m_totals));
}

/// As high as its rows, up to so many: the chosen pair stays in sight.
void TotalsView::fitTable() {
  const int rows = std::clamp(m_model->rowCount(), 3, rowsShown);
  m_table->setFixedHeight(px(rowHeight * (rows + 1)) + px(12));
}

void TotalsView::filter(int choice) {
  const bool all = choice <= 0;
  m_sorted->setFilterRegularExpression(
      all ? QString() : QStringLiteral("^%1$").arg(static_cast<int>(chipResults[choice - 1])));
  if (m_sorted->rowCount() > 0) m_table->setCurrentIndex(m_sorted->index(0, 0));
  showPair();
}

const TotalsPair* TotalsView::chosen() const {
  const QModelIndex index = m_table->currentIndex();
  return index.isValid() ? m_model->pairAt(m_sorted->mapToSource(index).row()) : nullptr;
}

bool TotalsView::hasChart() const {
  const TotalsPair* const pair = chosen();
  return pair != nullptr && pair->sent && pair->received && pair->receivedUnit.empty();
}

void TotalsView::showPair() {
  const TotalsPair* const pair = chosen();
  m_detail->setVisible(pair != nullptr);
  if (pair == nullptr) return Q_EMIT pairChosen();
  m_detail->setHeading(QStringLiteral("%1, %2").arg(words::totalsPartners(*pair), words::totalsMaterial(*pair)));
  m_tag->setTag(markOf(pair->result), words::totalsState(*pair));
  m_sentence->setSentence(words::totalsSentence(*pair));
  QStringList causes;
  const QStringList list = words::totalsCauses(*pair);
  for (qsizetype i = 0; i < list.size(); ++i) causes << QStringLiteral("%1. %2").arg(QString::number(i + 1), list[i]);
  if (!causes.isEmpty()) causes.prepend(tr("**Harmless causes to rule out first**"));
  m_causes->setSentence(causes.join(QLatin1Char('\n')));
  m_causes->setVisible(!causes.isEmpty());
  m_twin->setVisible(hasChart());
  if (hasChart()) {
    ChartData shown = totalsByPeriod(*pair);
    m_twin->fillTable(shown.tableHeader, shown.tableRows);
    m_chart->replace(std::move(shown));
  }
  Q_EMIT pairChosen();
}

void TotalsView::showTable(bool on) {
  m_twin->showTable(on);
}

void TotalsView::setCompact(bool compact) {
  const std::pair<int, int> widths[] = {{TotalsModel::PartnersColumn, compact ? 280 : 330},
                                        {TotalsModel::MaterialColumn, 120},
                                        {TotalsModel::PeriodColumn, compact ? 120 : 140},
                                        {TotalsModel::SentColumn, compact ? 90 : 110},
                                        {TotalsModel::ReceivedColumn, compact ? 90 : 110},
                                        {TotalsModel::GapColumn, compact ? 80 : 110}};
  for (const auto& [column, width] : widths) m_table->setColumnWidth(column, px(width));
  m_table->setColumnHidden(TotalsModel::MaterialColumn, compact);
  m_caveat->setVisible(!compact);
}

void TotalsView::copyText() const {
  const TotalsPair* const pair = chosen();
  if (pair == nullptr) return;
  QStringList lines{words::totalsPartners(*pair), words::totalsPeriod(*pair), words::totalsState(*pair),
                    words::totalsSentence(*pair).remove(QStringLiteral("**"))};
  lines << words::totalsCauses(*pair);
  QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace plumbline
