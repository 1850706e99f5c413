// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/loss_card.h"

#include <algorithm>
#include <set>

#include <QHBoxLayout>
#include <QSettings>

#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/figures/loss_charts.h"
#include "ui/figures/unknown_months.h"
#include "ui/theme/choice_button.h"
#include "ui/theme/components.h"

namespace plumbline {

namespace {

QString kindKey() {
  return QStringLiteral("balance/lossChart");
}

QString seriesKey() {
  return QStringLiteral("balance/lossSeries");
}

QStringList chartNames() {
  QStringList names;
  for (const LossChart kind : allLossCharts) names << lossChartName(kind, true);
  return names;
}

/// The same in another audit of the same plant.
QString keyOf(const LossSeries& series) {
  return QString::fromStdString(series.partyName + '/' + series.material);
}

/// What cannot be told says so, and what has an alarm.
QString textOf(const LossSeries& series, bool onePlant) {
  const QString name = lossSeriesName(series, onePlant);
  if (!series.whyNot.empty()) return LossCard::tr("%1: cannot tell").arg(name);
  return series.lossAlarm || series.gainAlarm ? LossCard::tr("%1: alarm").arg(name) : name;
}

/// By period: records of one of its months are missing.
std::vector<bool> unknownPeriods(const AuditResult& audit, const LossSeries& series) {
  std::vector<bool> unknown;
  for (const LossPeriod& period : series.periods) {
    bool any = false;
    for (Month month = period.first; month < period.last; ++month.index) {
      any = any || std::any_of(audit.gaps.begin(), audit.gaps.end(), [&](const RecordGap& gap) {
              return touches(gap, month, audit.plan);
            });
    }
    unknown.push_back(any);
  }
  return unknown;
}

}  // namespace

LossCard::LossCard(QWidget* parent)
    : Card(tr("Over time"), parent),
      m_series(new ChoiceButton(tr("Balance of"), this)),
      m_kind(new SegmentedControl(tr("Chart over time"), chartNames(), this)),
      m_sentence(new SentenceLabel(TextRole::Body, this)),
      m_chart(new Chart(this)),
      m_twin(nullptr) {
  setObjectName(QStringLiteral("lossCard"));
  m_series->setObjectName(QStringLiteral("lossSeries"));
  m_kind->setObjectName(QStringLiteral("lossKind"));
  m_sentence->setObjectName(QStringLiteral("lossSentence"));
  m_chart->setObjectName(QStringLiteral("lossChart"));
  m_twin = new ChartOrTable(m_chart, tr("Over time, as a table"), this);
  m_twin->setObjectName(QStringLiteral("lossTwin"));
  m_twin->setMinimumHeight(px(220));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  row->addWidget(m_series);
  row->addWidget(m_kind);
  row->addStretch(1);
  body()->addLayout(row);
  body()->addWidget(m_sentence);
  body()->addWidget(m_twin, 1);
  m_kind->setCurrent(std::clamp(QSettings().value(kindKey(), 3).toInt(), 0,
                                static_cast<int>(std::size(allLossCharts)) - 1));
  connect(this, &Card::linkActivated, this, &LossCard::saveRequested);
  connect(m_twin, &ChartOrTable::saveRequested, this, &LossCard::saveRequested);
  connect(m_kind, &SegmentedControl::currentChanged, this, [this](int chosen) {
    QSettings().setValue(kindKey(), chosen);
    refresh();
  });
  connect(m_series, &ChoiceButton::chosen, this, [this](const QString& key) {
    QSettings().setValue(seriesKey(), key);
    refresh();
  });
}

void LossCard::showAudit(const AuditPtr& audit, const std::optional<ChosenMonths>& chosen) {
  m_audit = audit;
  m_chosen = chosen;
  setVisible(audit != nullptr && !audit->lossSeries.empty());
  if (audit == nullptr || audit->lossSeries.empty()) return;
  fillSeries();
  refresh();
}

void LossCard::fillSeries() {
  std::set<int> plants;
  for (const LossSeries& series : m_audit->lossSeries) {
    if (series.party >= 0) plants.insert(series.party);
  }
  std::vector<ChoiceButton::Choice> choices;
  // What can be told stands first.
  for (const bool told : {true, false}) {
    for (const LossSeries& series : m_audit->lossSeries) {
      if (series.whyNot.empty() != told) continue;
      choices.push_back({keyOf(series), textOf(series, plants.size() < 2)});
    }
  }
  m_series->setVisible(choices.size() > 1);
  m_series->setChoices(std::move(choices));
  m_series->setCurrent(QSettings().value(seriesKey()).toString());
}

void LossCard::refresh() {
  if (m_audit == nullptr) return;
  const LossSeries* shown = &m_audit->lossSeries.front();
  for (const LossSeries& series : m_audit->lossSeries) {
    if (keyOf(series) == m_series->current()) shown = &series;
  }
  const LossChart kind = allLossCharts[m_kind->current()];
  const bool told = !shown->periods.empty();
  QString sentence = lossChartShows(*shown, kind);
  if (told && m_chosen) sentence += QLatin1Char(' ') + lossChosenShows(*shown, kind, *m_chosen);
  const std::vector<bool> unknown = fromTheFirst(unknownPeriods(*m_audit, *shown));
  const auto gap = std::find(unknown.begin(), unknown.end(), true);
  if (gap != unknown.end()) {
    sentence = tr("From **%1** on this **cannot be told**: records are missing.")
                   .arg(lossPeriodName(shown->periods[static_cast<std::size_t>(gap - unknown.begin())]));
  }
  m_sentence->setSentence(sentence);
  m_kind->setText(0, lossChartName(LossChart::Muf, isMonthly(*shown)));
  m_twin->setVisible(told);
  m_kind->setVisible(told);
  // There is nothing to save.
  setLink(told ? tr("Save…") : QString(), tr("Save the chart over time"));
  if (!told) return setHeading(tr("Over time: cannot tell"));
  ChartData next = lossChart(*shown, kind, m_chosen);
  markUnknown(next, unknown, {1, 2});
  setHeading(next.title);
  m_chart->setAccessibleName(next.title);
  m_twin->fillTable(next.tableHeader, next.tableRows);
  m_chart->replace(std::move(next));
}

void LossCard::showTable(bool on) {
  m_twin->showTable(on);
}

}  // namespace plumbline
