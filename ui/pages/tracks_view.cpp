// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tracks_view.h"

#include <algorithm>

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

#include "ui/charts/chart_table.h"
#include "ui/figures/track_maps.h"
#include "ui/tables/row_list.h"
#include "ui/tables/tracks_model.h"
#include "ui/theme/components.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/track_words.h"

namespace plumbline {

namespace {

constexpr int rowHeight = 24;

/// How many fixes are of which kind: "● satellite: 173 · ◌ phone cell: 8 · × not used: 7 (why)".
QString legendOf(const std::vector<Fix>& fixes, bool declared) {
  std::int64_t satellite = 0;
  std::int64_t cell = 0;
  FixCounts counts{};
  for (const Fix& fix : fixes) {
    ++counts[static_cast<std::size_t>(fix.use)];
    if (fix.use != FixUse::Used) continue;
    ++(fix.source == FixSource::Cell ? cell : satellite);
  }
  QStringList parts;
  if (declared) parts << TracksView::tr("dashed: the declared route");
  parts << TracksView::tr("dot: a fix (%1)").arg(formatCount(satellite));
  if (cell > 0) parts << TracksView::tr("ring: a phone cell, in the circle of its error (%1)").arg(formatCount(cell));
  QString text = words::listedApart(parts) + QLatin1Char('.');
  text.front() = text.front().toUpper();
  const QString unused = words::unusedFixes(counts);
  if (!unused.isEmpty()) text += QLatin1Char(' ') + TracksView::tr("Cross: %1").arg(unused);
  return text;
}

/// Who says that it was in the load.
QString tieText(const TrackedLoad& load) {
  QStringList names;
  for (const std::string& name : load.saidBy) names << words::text(name);
  return TracksView::tr("in there by the signed word of %1").arg(words::listedWithAnd(names));
}

}  // namespace

TracksView::TracksView(QWidget* parent) : QWidget(parent), m_ask(askForKey), m_model(new TracksModel(this)) {
  setObjectName(QStringLiteral("tracksView"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  column->addWidget(makeAnswer());
  m_parts = new QBoxLayout(QBoxLayout::LeftToRight);
  m_parts->setSpacing(px(16));
  m_parts->addWidget(makeMap(), 2);
  m_parts->addWidget(makeList(), 1);
  column->addLayout(m_parts, 1);
  column->addStretch(0);
}

QWidget* TracksView::makeAnswer() {
  m_answerCard = new Card(this);
  m_answerCard->setObjectName(QStringLiteral("tracksAnswerCard"));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(16));
  m_mark = new MarkWidget(32, m_answerCard);
  row->addWidget(m_mark, 0, Qt::AlignTop);
  auto* said = new QVBoxLayout;
  said->setSpacing(px(4));
  m_said = new SentenceLabel(TextRole::Lead, m_answerCard);
  m_said->setObjectName(QStringLiteral("tracksAnswer"));
  m_unused = new SentenceLabel(TextRole::Body, m_answerCard);
  m_unused->setObjectName(QStringLiteral("tracksUnused"));
  auto* caveat = new SentenceLabel(TextRole::Small, m_answerCard);
  caveat->setObjectName(QStringLiteral("tracksCaveat"));
  caveat->setSentence(words::tracksCaveat());
  said->addWidget(m_said);
  said->addWidget(m_unused);
  said->addWidget(caveat);
  row->addLayout(said, 1);
  m_answerCard->body()->addLayout(row);
  return m_answerCard;
}

QWidget* TracksView::makeMap() {
  m_mapCard = new Card(tr("The way of a tag"), this);
  m_mapCard->setObjectName(QStringLiteral("trackMapCard"));
  m_tag = new Tag(m_mapCard);
  m_tag->setObjectName(QStringLiteral("trackTag"));
  m_mapCard->addHeadingWidget(m_tag);
  m_map = new TrackMapView(m_mapCard);
  m_map->setObjectName(QStringLiteral("trackMap"));
  m_map->setAccessibleName(tr("The way of the tag on a map"));
  m_twin = new ChartOrTable(m_map, tr("The fixes, as a table"), m_mapCard);
  m_twin->setObjectName(QStringLiteral("trackMapTwin"));
  m_twin->setMinimumHeight(px(320));
  connect(m_twin, &ChartOrTable::saveRequested, this, &TracksView::saveRequested);
  m_mapCard->body()->addWidget(m_twin, 1);
  m_legend = new SentenceLabel(TextRole::Small, m_mapCard);
  m_legend->setObjectName(QStringLiteral("trackLegend"));
  m_mapCard->body()->addWidget(m_legend);
  auto* row = new QHBoxLayout;
  m_load = new LinkButton(tr("Show the load"), m_mapCard);
  m_load->setAccessibleName(m_load->text());
  m_load->setObjectName(QStringLiteral("trackLoad"));
  connect(m_load, &LinkButton::clicked, this, [this] {
    const TracksModel::Row chosen = m_model->rowAt(m_table->currentIndex().row());
    if (chosen.load != nullptr) Q_EMIT loadRequested(QString::fromStdString(chosen.load->shipment.id));
  });
  row->addWidget(m_load);
  row->addStretch(1);
  m_untie = makeButton(tr("Take back…"), Icon::Back, m_mapCard);
  m_untie->setObjectName(QStringLiteral("untieTrack"));
  connect(m_untie, &QPushButton::clicked, this, &TracksView::takeBack);
  row->addWidget(m_untie);
  m_tie = makeButton(tr("Tie to a load…"), Icon::Key, m_mapCard);
  m_tie->setObjectName(QStringLiteral("tieTrack"));
  connect(m_tie, &QPushButton::clicked, this, &TracksView::askForLoad);
  row->addWidget(m_tie);
  m_fixes = makeButton(tr("Show fixes"), Icon::Records, m_mapCard);
  m_fixes->setObjectName(QStringLiteral("showFixes"));
  connect(m_fixes, &QPushButton::clicked, this, [this] { showTable(!m_twin->showsTable()); });
  row->addWidget(m_fixes);
  m_mapCard->body()->addLayout(row);
  return m_mapCard;
}

QWidget* TracksView::makeList() {
  m_listCard = new Card(tr("Tags"), this);
  m_listCard->setObjectName(QStringLiteral("tracksListCard"));
  m_table = new QTableView(m_listCard);
  m_table->setObjectName(QStringLiteral("tracksTable"));
  m_table->setAccessibleName(tr("Tags, and where they ended"));
  m_table->setModel(m_model);
  makeRowList(*m_table, px(rowHeight));
  m_table->setMinimumHeight(px(rowHeight * 6));
  m_listCard->body()->addWidget(m_table, 1);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TracksView::showChosen);
  return m_listCard;
}

void TracksView::setTracks(std::shared_ptr<const Tracks> tracks) {
  m_tracks = std::move(tracks);
  m_model->setTracks(m_tracks);
  if (m_tracks == nullptr) return;
  const bool elsewhere = m_tracks->count(EndState::Elsewhere) > 0;
  const bool known = elsewhere || m_tracks->count(EndState::AtReceiver) > 0;
  const Mark mark = elsewhere ? Mark::Conflict : known ? Mark::Passed : Mark::CannotTell;
  m_mark->setMark(mark);
  m_answerCard->setLeadingBar(toneOf(mark));
  m_said->setSentence(words::tracksAnswer(*m_tracks));
  const QString unused = words::unusedFixes(countFixes(m_tracks->list));
  m_unused->setSentence(unused);
  m_unused->setVisible(!unused.isEmpty());
  m_listCard->setHeading(tr("%Ln tags", nullptr, plural(m_model->rowCount())));
  if (m_model->rowCount() > 0) m_table->setCurrentIndex(m_model->index(0, 0));
  showChosen();
}

void TracksView::showChosen() {
  const TracksModel::Row chosen = m_model->rowAt(m_table->currentIndex().row());
  m_mapCard->setVisible(chosen.track != nullptr);
  if (chosen.track == nullptr) return;
  const TrackedLoad* const load = chosen.load;
  const QString device = words::text(chosen.track->device);
  TrackMapData shown = load != nullptr ? trackMapOf(*m_tracks, *load) : trackMapOf(*chosen.track);
  m_mapCard->setHeading(load != nullptr ? tr("Tag %1, in load %2").arg(device, words::text(load->shipment.id))
                                        : tr("Tag %1").arg(device));
  m_mapCard->setNote(load != nullptr ? tieText(*load) : tr("tied to no load"));
  m_tag->setTag(shown.end, words::endState(load != nullptr ? load->end.state : EndState::Unknown));
  m_tag->setVisible(load != nullptr);
  m_legend->setSentence(
      legendOf(load != nullptr ? m_tracks->fixesOf(*load) : chosen.track->fixes, shown.declared));
  m_load->setVisible(load != nullptr);
  m_untie->setVisible(load != nullptr && load->own);
  m_tie->setEnabled(!chosen.track->isDamaged());
  m_twin->fillTable(shown.tableHeader, shown.tableRows, static_cast<int>(shown.tableHeader.size()));
  m_map->replace(std::move(shown));
}

void TracksView::showTable(bool on) {
  m_twin->showTable(on);
  m_fixes->setText(on ? tr("Show the map") : tr("Show fixes"));
}

void TracksView::askForLoad() {
  const TracksModel::Row chosen = m_model->rowAt(m_table->currentIndex().row());
  if (chosen.track == nullptr) return;
  auto* dialog = new TieTrackDialog(*chosen.track, m_ask, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TieTrackDialog::tied, this, &TracksView::tied);
  dialog->open();
}

void TracksView::takeBack() {
  const TracksModel::Row chosen = m_model->rowAt(m_table->currentIndex().row());
  if (chosen.load == nullptr) return;
  const std::optional<KeyChoice> key = m_ask(this);
  if (!key) return;
  const RecordName& shipment = chosen.load->shipment;
  Q_EMIT tied({chosen.track->device, chosen.track->file, shipment.party + "/" + shipment.id, {}, {}, true, *key});
}

void TracksView::setCompact(bool compact) {
  m_parts->setDirection(compact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_table->setColumnWidth(TracksModel::TagColumn, px(compact ? 200 : 100));
  m_table->setColumnWidth(TracksModel::LoadColumn, px(compact ? 140 : 90));
}

}  // namespace plumbline
