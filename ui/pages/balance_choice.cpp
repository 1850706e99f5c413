// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/balance_choice.h"

#include <QHBoxLayout>
#include <QSettings>

#include "ui/theme/typography.h"
#include "ui/words/balance_words.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

QString periodKey() {
  return QStringLiteral("balance/period");
}

QString materialKey() {
  return QStringLiteral("balance/material");
}

/// "2141-01/2141-04", the second month exclusive.
QString keyOf(const BalancePeriod& period) {
  return QString::fromStdString(period.first.text() + '/' + period.last.text());
}

}  // namespace

BalanceChoice::BalanceChoice(QWidget* parent)
    : QWidget(parent),
      m_material(new ChoiceButton(tr("Material"), this)),
      m_period(new ChoiceButton(tr("Period"), this)) {
  setObjectName(QStringLiteral("balanceChoice"));
  m_material->setObjectName(QStringLiteral("balanceMaterial"));
  m_period->setObjectName(QStringLiteral("balancePeriod"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  row->addWidget(m_material);
  row->addWidget(m_period);
  connect(m_material, &ChoiceButton::chosen, this, [this](const QString& key) {
    QSettings().setValue(materialKey(), key);
    Q_EMIT changed();
  });
  connect(m_period, &ChoiceButton::chosen, this, [this](const QString& key) {
    QSettings().setValue(periodKey(), key);
    Q_EMIT changed();
  });
}

void BalanceChoice::showAudit(const AuditPtr& audit) {
  m_audit = audit;
  fillPeriods();
  fillMaterials();
  m_period->setCurrent(QSettings().value(periodKey()).toString());
  m_material->setCurrent(QSettings().value(materialKey()).toString());
}

void BalanceChoice::fillPeriods() {
  std::vector<ChoiceButton::Choice> choices;
  const std::vector<BalanceMonth>& months = m_audit->balance.months;
  if (!months.empty()) {
    choices.push_back(
        {QString(), formatPeriod(months.front().month.start(), months.back().month.end())});
  }
  for (const BalancePeriod& period : m_audit->slices.periods) {
    const QString text = formatPeriod(period.first.start(), period.last.start());
    switch (period.kind) {
      case PeriodKind::Claim:
        choices.push_back({keyOf(period), tr("%1 (claim)").arg(text)});
        break;
      case PeriodKind::Year:
        choices.push_back({keyOf(period), text});
        break;
      case PeriodKind::Quarter:
        choices.push_back({keyOf(period), text, tr("Quarters")});
        break;
      case PeriodKind::Month:
        choices.push_back({keyOf(period), text, tr("Months")});
        break;
    }
  }
  m_period->setChoices(std::move(choices));
}

void BalanceChoice::fillMaterials() {
  std::vector<ChoiceButton::Choice> choices{{QString(), tr("All materials")}};
  for (const MaterialMonths& material : m_audit->slices.materials) {
    choices.push_back({QString::fromStdString(material.key), outcomeName(material.key)});
  }
  m_material->setChoices(std::move(choices));
}

BalanceView BalanceChoice::view() const {
  BalanceView view;
  view.balance = &m_audit->balance;
  if (!view.balance->months.empty()) {
    view.start = view.balance->months.front().month.start();
    view.end = view.balance->months.back().month.end();
  }
  for (const BalancePeriod& period : m_audit->slices.periods) {
    if (keyOf(period) != m_period->current()) continue;
    view.balance = &period.balance;
    view.start = period.first.start();
    view.end = period.last.start();
    view.whole = false;
  }
  for (const MaterialMonths& material : m_audit->slices.materials) {
    if (QString::fromStdString(material.key) == m_material->current()) view.material = &material;
  }
  if (view.material == nullptr) return view;
  for (const BalanceOutcome& outcome : view.balance->outcomes) {
    if (outcome.key == view.material->key) view.branch = &outcome;
  }
  return view;
}

}  // namespace plumbline
