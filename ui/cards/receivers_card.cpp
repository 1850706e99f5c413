// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/receivers_card.h"

#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/charts/chart_table.h"
#include "ui/figures/delivery_charts.h"
#include "ui/theme/components.h"

namespace plumbline {

namespace {

QString modeKey() {
  return QStringLiteral("balance/receivers");
}

}  // namespace

ReceiversCard::ReceiversCard(QWidget* parent)
    : Card(tr("Who got it"), parent),
      m_mode(new SegmentedControl(tr("Flow or map"), {tr("Flow"), tr("Map")}, this)),
      m_sentence(new SentenceLabel(TextRole::Body, this)),
      m_pictures(new QStackedWidget(this)),
      m_flow(new SankeyView(this)),
      m_flowTwin(new ChartOrTable(m_flow, tr("From source to receiver, as a table"), this)),
      m_map(new MapView(this)),
      m_mapTwin(new ChartOrTable(m_map, tr("Shipments with their distance, as a table"), this)),
      m_unplaced(new SentenceLabel(TextRole::Small, this)) {
  setObjectName(QStringLiteral("receiversCard"));
  m_mode->setObjectName(QStringLiteral("receiversMode"));
  m_sentence->setObjectName(QStringLiteral("receiversSentence"));
  m_flow->setObjectName(QStringLiteral("receiversFlow"));
  m_flow->setAccessibleName(tr("From source to receiver"));
  m_flowTwin->setObjectName(QStringLiteral("receiversFlowTwin"));
  m_map->setObjectName(QStringLiteral("receiversMap"));
  m_map->setAccessibleName(tr("Map of shipments"));
  m_mapTwin->setObjectName(QStringLiteral("receiversMapTwin"));
  m_unplaced->setObjectName(QStringLiteral("receiversUnplaced"));
  addHeadingWidget(m_mode);
  setLink(tr("Save…"), tr("Save who got it"));
  m_pictures->addWidget(m_flowTwin);
  m_pictures->addWidget(m_mapTwin);
  body()->addWidget(m_sentence);
  body()->addWidget(m_pictures, 1);
  body()->addWidget(m_unplaced);
  connect(this, &Card::linkActivated, this, &ReceiversCard::saveRequested);
  for (ChartOrTable* twin : {m_flowTwin, m_mapTwin}) {
    connect(twin, &ChartOrTable::saveRequested, this, &ReceiversCard::saveRequested);
  }
  connect(m_mode, &SegmentedControl::currentChanged, this, [this](int chosen) {
    m_pictures->setCurrentIndex(chosen);
    QSettings().setValue(modeKey(), chosen);
  });
  m_mode->setCurrent(QSettings().value(modeKey()).toInt() == 1 ? 1 : 0);
}

void ReceiversCard::showOnly(const QString& sentence) {
  m_sentence->setSentence(sentence);
  m_pictures->hide();
  m_unplaced->hide();
  setVisible(true);
}

void ReceiversCard::show(const Balance& balance, const Deliveries& deliveries, Month first,
                         Month last, Figures figures) {
  MapData map = mapData(deliveries, first, last);
  setVisible(!map.tableRows.empty());
  if (map.tableRows.empty()) return;
  SankeyData flow = sankeyData(balance, deliveries, figures);
  m_sentence->setSentence(deliveriesShow(deliveries, first, last));
  m_pictures->show();
  m_unplaced->setSentence(map.unplaced);
  m_unplaced->setVisible(!map.unplaced.isEmpty());
  m_flowTwin->fillTable(flow.tableHeader, flow.tableRows, 2);
  m_mapTwin->fillTable(map.tableHeader, map.tableRows);
  m_flow->replace(std::move(flow));
  m_map->replace(std::move(map));
}

void ReceiversCard::showTable(bool on) {
  m_flowTwin->showTable(on);
  m_mapTwin->showTable(on);
}

ChartOrTable* ReceiversCard::current() const {
  return m_pictures->currentIndex() == 1 ? m_mapTwin : m_flowTwin;
}

}  // namespace plumbline
