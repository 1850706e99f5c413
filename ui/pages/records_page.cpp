// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records_page.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QPushButton>
#include <QStackedWidget>
#include <QtConcurrent>

#include "ui/tables/filter_header.h"
#include "ui/tables/find_bar.h"
#include "ui/tables/record_format.h"
#include "ui/tables/record_model.h"
#include "ui/tables/record_sums.h"
#include "ui/tables/record_table.h"
#include "ui/tables/record_tabs.h"
#include "ui/tables/save_rows.h"
#include "ui/tables/source_strip.h"
#include "ui/theme/components.h"
#include "ui/words/finding_text.h"
#include "ui/words/numbers.h"

namespace plumbline {

namespace {

QString askSavePath(QWidget* parent, const QString& suggestion) {
  return QFileDialog::getSaveFileName(parent, RecordsPage::tr("Save rows"), suggestion,
                                      RecordsPage::tr("Table (*.csv)"));
}

}  // namespace

RecordsPage::RecordsPage(QWidget* parent)
    : Page(PageId::Records, tr("Records"), Body::Fills, parent),
      m_askPath(askSavePath),
      m_model(new RecordModel(this)) {
  setObjectName(QStringLiteral("recordsPage"));
  m_save = makeButton(tr("Save rows..."), Icon::Export, this);
  m_save->setObjectName(QStringLiteral("saveRows"));
  connect(m_save, &QPushButton::clicked, this, &RecordsPage::saveShownRows);
  addTitleWidget(m_save);
  m_states = new QStackedWidget(this);
  m_states->setObjectName(QStringLiteral("recordsStates"));
  m_states->addWidget(makeContent());
  auto* empty = new EmptyState(Icon::Records, tr("No records yet"),
                               tr("Import what plant, carriers and receivers published to see "
                                  "every record here."),
                               tr("Import files..."), {}, m_states);
  empty->setObjectName(QStringLiteral("recordsEmpty"));
  connect(empty, &EmptyState::primaryActivated, this, &Page::importRequested);
  m_states->addWidget(empty);
  content()->addWidget(m_states, 1);
  makeActions();
  connectTable();
  showAudit({});
}

QWidget* RecordsPage::makeContent() {
  auto* widget = new QWidget(this);
  widget->setObjectName(QStringLiteral("recordsContent"));
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(16));
  m_tabs = new RecordTabs(widget);
  column->addWidget(m_tabs);
  column->addWidget(makeTableCard(), 1);
  m_strip = new SourceStrip(widget);
  column->addWidget(m_strip);
  return widget;
}

Card* RecordsPage::makeTableCard() {
  auto* card = new Card(this);
  card->setObjectName(QStringLiteral("recordsCard"));
  card->setFlush(true);
  auto* top = new QWidget(card);
  top->setObjectName(QStringLiteral("recordsTop"));
  auto* row = new QHBoxLayout(top);
  row->setContentsMargins(px(12), px(8), px(12), px(8));
  row->setSpacing(px(12));
  m_find = new FindBar(top);
  m_match = new Tag(top);
  m_match->setObjectName(QStringLiteral("matchTag"));
  m_clear = new LinkButton(tr("Clear filters"), top);
  m_clear->setObjectName(QStringLiteral("clearFilters"));
  connect(m_clear, &LinkButton::clicked, this, &RecordsPage::clearFilters);
  row->addWidget(m_find);
  row->addStretch(1);
  row->addWidget(m_match);
  row->addWidget(m_clear);
  card->body()->addWidget(top);
  card->body()->addWidget(new Separator(card));
  m_table = new RecordTable(card);
  m_table->setRecords(m_model);
  card->body()->addWidget(m_table, 1);
  card->body()->addWidget(new Separator(card));
  auto* bottom = new QWidget(card);
  bottom->setObjectName(QStringLiteral("selectionBar"));
  auto* sums = new QHBoxLayout(bottom);
  sums->setContentsMargins(px(12), px(6), px(12), px(6));
  m_selection = new TextLabel(TextRole::Body, bottom);
  m_selection->setObjectName(QStringLiteral("selectionSums"));
  m_window = new TextLabel(TextRole::Body, bottom);
  m_window->setObjectName(QStringLiteral("visibleRows"));
  m_window->setColor(ColorRole::Muted);
  sums->addWidget(m_selection, 1);
  sums->addWidget(m_window);
  card->body()->addWidget(bottom);
  return card;
}

void RecordsPage::makeActions() {
  const auto add = [this](const QString& text, const QString& name, const QKeySequence& keys,
                          auto run) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_actions << action;
  };
  add(tr("Find..."), QStringLiteral("recordsFind"), QKeySequence::Find,
      [this] { m_find->focusField(); });
  add(tr("Next Hit"), QStringLiteral("recordsNextHit"), Qt::Key_F3, [this] { stepHit(1); });
  add(tr("Previous Hit"), QStringLiteral("recordsPreviousHit"),
      QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { stepHit(-1); });
  add(tr("Filter This Column"), QStringLiteral("recordsFilter"),
      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
      [this] { m_table->focusFilter(m_table->currentIndex().column()); });
  add(tr("Go to Row..."), QStringLiteral("recordsGoToRow"), QKeySequence(Qt::CTRL | Qt::Key_G),
      [this] { goToRow(); });
  add(tr("Clear Filters"), QStringLiteral("recordsClear"), QKeySequence(),
      [this] { clearFilters(); });
  add(tr("Copy Rows"), QStringLiteral("recordsCopy"), QKeySequence(),
      [this] { m_table->copySelection(false); });
  add(tr("Copy Rows With Headers"), QStringLiteral("recordsCopyHeaders"), QKeySequence(),
      [this] { m_table->copySelection(true); });
}

void RecordsPage::connectTable() {
  connect(m_tabs, &RecordTabs::tableChanged, this, [this] {
    m_table->clearFilters();
    m_query.sortField.reset();
    m_table->filters()->setSortIndicator(-1, Qt::AscendingOrder);
    applyQuery();
    Q_EMIT trailChanged();
  });
  connect(m_table, &RecordTable::filtersChanged, this, &RecordsPage::applyQuery);
  connect(m_table, &RecordTable::sortRequested, this, &RecordsPage::sortBy);
  connect(m_table, &RecordTable::viewportRowsChanged, this, &RecordsPage::showCounts);
  connect(m_table, &RecordTable::copyIncomplete, this, [this] {
    m_selection->setText(tr("Only the rows already loaded were copied. Save rows takes them all."));
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &RecordsPage::showSelection);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &RecordsPage::showBytes);
  connect(m_model, &RecordModel::countChanged, this, &RecordsPage::showCounts);
  connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
    // A page that arrives late must not wipe out what a finished job said in the same place.
    if (m_table->selectionModel()->hasSelection()) showSelection();
    showCounts();
  });
  connect(m_find, &FindBar::needleChanged, this, [this](const QString& needle) {
    m_table->setNeedle(needle);
    m_hits = {};
    m_hit = 0;
    m_find->setHits(0, 0, !needle.isEmpty());
    if (!needle.isEmpty()) m_model->loader().find(needle);
  });
  connect(m_find, &FindBar::stepRequested, this, &RecordsPage::stepHit);
  connect(m_find, &FindBar::left, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
  connect(&m_model->loader(), &RecordLoader::found, this, &RecordsPage::takeHits);
  connect(&m_model->loader(), &RecordLoader::bytesLoaded, this,
          [this](qint64 rowid, const RecordOrigin& origin) {
            const RecordRowInfo current = currentRecord(*m_table, *m_model);
            if (current.rowid == rowid) m_strip->showOrigin(current.id, origin);
          });
  connect(&m_model->loader(), &RecordLoader::failed, this,
          [this](const QString& message) { m_selection->setText(message); });
}

void RecordsPage::setSource(RecordSourceFactory factory) {
  m_source = std::move(factory);
  m_model->open(m_source);
  applyQuery();
}

void RecordsPage::showAudit(const OpenAudit& audit) {
  m_audit = audit.result;
  m_only.clear();
  m_onlyName.clear();
  const bool any = m_audit != nullptr;
  m_save->setVisible(any);
  m_states->setCurrentIndex(any ? 0 : 1);
  m_strip->showNothing();
  if (!any) {
    m_model->open({});
    return;
  }
  m_tabs->setCounts(m_audit->rowCounts);
  m_model->setMarks(RecordMarks(m_audit->findings));
  m_table->clearFilters();
  if (!audit.workspace.empty()) setSource(workspaceRecords(audit.workspace));
}

void RecordsPage::applyQuery() {
  if (m_audit == nullptr || !m_source) return;
  const std::optional<std::size_t> sortField = m_query.sortField;
  const bool descending = m_query.descending;
  m_query = {};
  m_query.table = m_tabs->table();
  m_query.sortField = sortField;
  m_query.descending = descending;
  if (const auto only = m_only.find(m_query.table); only != m_only.end()) {
    m_query.onlyRowids = only->second;
  }
  const auto fields = tableInfo(m_query.table).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const int column = static_cast<int>(i);
    const std::string typed = m_table->filterText(column).trimmed().toStdString();
    if (typed.empty()) continue;
    Result<StoredFilter> filter = parseStoredFilter(m_query.table, fields[i].name, typed);
    m_table->setComplaint(column,
                          filter ? QString() : QString::fromStdString(filter.error().text()));
    if (filter) m_query.filters.push_back(std::move(filter).value());
  }
  const bool narrowed = !m_query.filters.empty() || !m_query.onlyRowids.empty();
  const auto known = m_audit->rowCounts[static_cast<std::size_t>(m_query.table)];
  m_model->show(m_query, narrowed ? -1 : known);
  m_strip->showNothing();
  m_hits = {};
  m_hit = 0;
  if (!m_find->needle().isEmpty()) {
    m_find->setHits(0, 0, true);
    m_model->loader().find(m_find->needle());
  }
}

void RecordsPage::sortBy(int column, Qt::SortOrder order) {
  const auto fields = tableInfo(m_query.table).fields;
  const bool sortable = column >= 0 && column < static_cast<int>(fields.size());
  m_query.sortField = sortable ? std::optional(static_cast<std::size_t>(column)) : std::nullopt;
  m_query.descending = order == Qt::DescendingOrder;
  applyQuery();
}

void RecordsPage::showCounts() {
  if (m_audit == nullptr) return;
  const bool narrowed = !m_query.filters.empty() || !m_query.onlyRowids.empty();
  const std::int64_t all = m_audit->rowCounts[static_cast<std::size_t>(m_query.table)];
  const QString matching = m_model->counting() && narrowed
                               ? tr("at least %1").arg(formatCount(m_model->matching()))
                               : formatCount(m_model->matching());
  QString text = tr("%1 of %2 rows match").arg(matching, formatCount(all));
  if (!m_onlyName.isEmpty() && !m_query.onlyRowids.empty()) {
    text = tr("Only rows of %1: %2").arg(m_onlyName, matching);
  }
  if (m_model->matching() > RecordModel::mostRows) {
    text = tr("%1 rows: narrow the filter to see all").arg(matching);
  }
  m_match->setTag(Mark::None, text);
  m_match->setVisible(narrowed || m_model->matching() > RecordModel::mostRows);
  m_clear->setVisible(narrowed);
  const int first = m_table->rowAt(0);
  int last = m_table->rowAt(m_table->viewport()->height() - 1);
  if (last < 0) last = m_model->rowCount() - 1;
  m_window->setText(
      m_model->rowCount() == 0
          ? (m_model->counting() ? tr("reading") : tr("no rows"))
          : tr("rows %1–%2 of %3").arg(formatCount(first + 1), formatCount(last + 1), matching));
}

void RecordsPage::showSelection() {
  m_selection->setText(selectionText(m_table->selectionModel()->selection(), *m_model));
}

void RecordsPage::showBytes() {
  const RecordRowInfo current = currentRecord(*m_table, *m_model);
  if (current.rowid == 0) return m_strip->showNothing();
  m_model->loader().wantBytes(m_query.table, current.rowid);
}

void RecordsPage::clearFilters() {
  m_only.clear();
  m_onlyName.clear();
  m_table->clearFilters();
  applyQuery();
  Q_EMIT trailChanged();
}

void RecordsPage::takeHits(const QString& needle, const StoredHits& hits) {
  if (needle != m_find->needle()) return;
  m_hits = hits;
  m_hit = 0;
  const std::int64_t here = std::max(0, m_table->rowAt(0));
  const auto next = std::lower_bound(hits.places.begin(), hits.places.end(), here);
  if (next != hits.places.end()) {
    m_hit = next - hits.places.begin();
    stepHit(1);
  } else {
    m_find->setHits(0, hits.total, false);
  }
}

void RecordsPage::stepHit(int by) {
  const auto known = static_cast<std::int64_t>(m_hits.places.size());
  if (known == 0) return;
  m_hit += by;
  if (m_hit > known) m_hit = 1;
  if (m_hit < 1) m_hit = known;
  const std::int64_t place = m_hits.places[static_cast<std::size_t>(m_hit) - 1];
  if (place < m_model->rowCount()) {
    const int column = std::max(0, m_table->currentIndex().column());
    m_table->setCurrentIndex(m_model->index(static_cast<int>(place), column));
  }
  m_find->setHits(m_hit, m_hits.total, false);
}

void RecordsPage::goToRow() {
  if (m_model->rowCount() == 0) return;
  bool chosen = false;
  const int row =
      QInputDialog::getInt(this, tr("Go to row"), tr("Row"), m_table->currentIndex().row() + 1, 1,
                           m_model->rowCount(), 1, &chosen);
  if (chosen) m_table->setCurrentIndex(m_model->index(row - 1, 0));
}

void RecordsPage::openItem(const QString& item) {
  if (m_audit == nullptr || item.isEmpty()) return;
  const QString kind = item.section(QLatin1Char('/'), 0, 0);
  const QString id = item.section(QLatin1Char('/'), 1);
  m_only.clear();
  m_onlyName.clear();
  m_table->clearFilters();
  if (kind == QStringLiteral("finding")) {
    for (const Finding& finding : m_audit->findings) {
      if (finding.id != id.toStdString() || finding.records.empty()) continue;
      for (const RecordRef& record : finding.records) m_only[record.table].push_back(record.rowid);
      m_onlyName = words::shortName(finding);
      const QSignalBlocker blocker(m_tabs);
      m_tabs->setTable(finding.records.front().table);
      break;
    }
  } else if (const auto table = tableFromName(kind.toStdString())) {
    const QSignalBlocker blocker(m_tabs);
    m_tabs->setTable(*table);
    StoredQuery plain;
    plain.table = *table;
    m_model->show(plain, 0);  // the filter fields of this table
    m_table->setFilterText(0, QLatin1Char('=') + id);
  }
  applyQuery();
  Q_EMIT trailChanged();
}

QString RecordsPage::trail() const {
  if (m_audit == nullptr) return {};
  return m_onlyName.isEmpty() ? nameOf(m_tabs->table()) : m_onlyName;
}

QList<QAction*> RecordsPage::pageActions() const {
  return m_actions;
}

void RecordsPage::setCompact(bool compact) {
  Page::setCompact(compact);
}

void RecordsPage::saveShownRows() {
  if (!m_source) return;
  const auto name = tableInfo(m_query.table).name;
  const QString path =
      m_askPath(this, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) +
                          QStringLiteral(".csv"));
  if (path.isEmpty()) return;
  m_save->setEnabled(false);
  QtConcurrent::run([source = m_source, query = m_query, path] {
    return saveRows(source, query, path, Progress());
  }).then(this, [this, path](const Result<std::int64_t>& saved) {
    m_save->setEnabled(true);
    m_selection->setText(saved ? tr("%1 rows saved as %2").arg(formatCount(*saved), path)
                               : QString::fromStdString(saved.error().text()));
  });
}

}  // namespace plumbline
