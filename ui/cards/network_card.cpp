// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/network_card.h"

#include <QVBoxLayout>

#include "ui/charts/chart_table.h"
#include "ui/theme/components.h"
#include "ui/words/network_words.h"

namespace plumbline {

namespace {

constexpr std::size_t kMostPlaces = 5;
constexpr int kMostRows = 12;  // at once; the table scrolls

}  // namespace

NetworkCard::NetworkCard(QWidget* parent)
    : Card(QString(), parent),
      m_mode(new SegmentedControl(tr("Places or figures"), {tr("Places"), tr("Figures")}, this)),
      m_sentence(new SentenceLabel(TextRole::Body, this)),
      m_places(new QVBoxLayout),
      m_others(new SentenceLabel(TextRole::Body, this)),
      m_blind(new SentenceLabel(TextRole::Small, this)),
      m_nodes(new PlainTable(tr("Every place: what came and what went"), this)),
      m_figures(new PlainTable(tr("Every figure: as recorded and as it fits best"), this)) {
  setObjectName(QStringLiteral("networkCard"));
  setNote(tr("Over the whole time; ± 95 %"));
  m_mode->setObjectName(QStringLiteral("networkMode"));
  m_sentence->setObjectName(QStringLiteral("networkSentence"));
  m_others->setObjectName(QStringLiteral("networkOthers"));
  m_blind->setObjectName(QStringLiteral("networkBlind"));
  m_nodes->setObjectName(QStringLiteral("networkNodes"));
  m_figures->setObjectName(QStringLiteral("networkFigures"));
  addHeadingWidget(m_mode);
  m_places->setContentsMargins(px(16), 0, 0, 0);
  m_places->setSpacing(px(6));
  body()->addWidget(m_sentence);
  body()->addLayout(m_places);
  body()->addWidget(m_others);
  body()->addWidget(m_nodes);
  body()->addWidget(m_figures);
  body()->addWidget(m_blind);
  connect(m_mode, &SegmentedControl::currentChanged, this, &NetworkCard::showTables);
}

void NetworkCard::showAudit(const AuditPtr& audit) {
  m_audit = audit;
  setVisible(audit != nullptr);
  if (audit == nullptr) return;
  const PlantNetwork& network = audit->network;
  setHeading(networkTitle(network));
  m_sentence->setSentence(networkShows(network));
  showPlaces(networkPlaces(network, kMostPlaces));
  QStringList others{networkOthers(network), networkDeciders(network)};
  others.removeAll(QString());
  m_others->setSentence(others.join(QLatin1Char(' ')));
  m_others->setVisible(!others.isEmpty());
  const QString blind = networkCouldNotSee(network);
  m_blind->setSentence(blind);
  m_blind->setVisible(!blind.isEmpty());
  m_mode->setVisible(network.whyNot.empty());
  for (PlainTable* table : {m_nodes, m_figures}) table->setRowCount(0);
  showTables();
}

/// A table is filled once somebody looks at it.
void NetworkCard::showTables() {
  const bool compared = m_audit != nullptr && m_audit->network.whyNot.empty();
  const bool figures = m_mode->current() == 1;
  if (compared && (figures ? m_figures : m_nodes)->rowCount() == 0) {
    figures ? fillFigures() : fillNodes();
  }
  m_nodes->setVisible(compared && !figures);
  m_figures->setVisible(compared && figures);
}

void NetworkCard::fillNodes() {
  const NetworkTable nodes = networkNodeTable(m_audit->network);
  m_nodes->fill(nodes.header, nodes.rows, 2);
  // It stands out without colour too: it has words of its own.
  for (int row = 0; row < static_cast<int>(nodes.misfits); ++row) {
    m_nodes->item(row, 1)->setData(PlainTable::InkRole, static_cast<int>(ColorRole::WarnInk));
  }
  m_nodes->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  m_nodes->showAllRows(kMostRows);
}

void NetworkCard::fillFigures() {
  const NetworkTable figures = networkFigureTable(m_audit->network);
  m_figures->fill(figures.header, figures.rows, 1);
  m_figures->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  m_figures->showAllRows(kMostRows);
}

void NetworkCard::showPlaces(const QStringList& sentences) {
  while (QLayoutItem* item = m_places->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const QString& sentence : sentences) {
    auto* label = new SentenceLabel(TextRole::Body, this);
    label->setObjectName(QStringLiteral("networkPlace"));
    label->setSentence(QStringLiteral("•\u2002") + sentence);
    m_places->addWidget(label);
  }
}

}  // namespace plumbline
