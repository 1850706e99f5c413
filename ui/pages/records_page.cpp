// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records_page.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QtConcurrent>

#include "model/records/field_value.h"

#include "ui/pages/page_entry.h"
#include "ui/records/column_chooser.h"
#include "ui/records/copy_rows.h"
#include "ui/records/filter_header.h"
#include "ui/records/find_bar.h"
#include "ui/records/record_format.h"
#include "ui/records/record_model.h"
#include "ui/records/record_sums.h"
#include "ui/records/record_table.h"
#include "ui/records/record_tabs.h"
#include "ui/records/save_rows.h"
#include "ui/records/source_strip.h"
#include "ui/theme/components.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/claim_part_words.h"
#include "ui/words/error_words.h"
#include "ui/words/finding_text.h"
#include "ui/words/finding_words.h"
#include "ui/words/format.h"
#include "ui/words/from_std.h"

namespace plumbline {

namespace {

QString askSavePath(QWidget* parent, const QString& suggestion) {
  return QFileDialog::getSaveFileName(parent, RecordsPage::tr("Save rows"), suggestion,
                                      RecordsPage::tr("Table (*.csv)"));
}

}  // namespace

RecordsPage::RecordsPage(QWidget* parent)
    : Page(pages::Records, Body::Fills, parent),
      m_askPath(askSavePath),
      m_model(new RecordModel(this)) {
  setObjectName(QStringLiteral("recordsPage"));
  m_columnsButton = makeButton(tr("Columns"), Icon::Records, this);
  m_columnsButton->setObjectName(QStringLiteral("recordsColumns"));
  m_columnsButton->setToolTip(tr("Choose the columns that are shown"));
  addTitleWidget(m_columnsButton);
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
  connectLoader();
  makeColumns();
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
  m_stopCopy = new LinkButton(tr("Cancel"), bottom);
  m_stopCopy->setObjectName(QStringLiteral("cancelCopy"));
  m_stopCopy->hide();
  connect(m_stopCopy, &LinkButton::clicked, this, [this] {
    if (m_copy != nullptr) m_copy->cancel();
  });
  m_hidden = new LinkButton(QString(), bottom);
  m_hidden->setObjectName(QStringLiteral("hiddenColumns"));
  m_hidden->hide();
  m_window = new TextLabel(TextRole::Body, bottom);
  m_window->setObjectName(QStringLiteral("visibleRows"));
  m_window->setColor(ColorRole::Muted);
  sums->setSpacing(px(16));
  sums->addWidget(m_selection, 1);
  sums->addWidget(m_stopCopy);
  sums->addWidget(m_hidden);
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
    m_query.descending = false;
    applyQuery();
    Q_EMIT trailChanged();
  });
  connect(m_table, &RecordTable::filtersChanged, this, &RecordsPage::applyQuery);
  connect(m_table, &RecordTable::sortRequested, this, &RecordsPage::sortBy);
  connect(m_table, &RecordTable::viewportRowsChanged, this, &RecordsPage::showCounts);
  connect(m_table, &RecordTable::copyRequested, this, &RecordsPage::copyAllRows);
  connect(m_table, &RecordTable::menuRequested, this, &RecordsPage::showMenu);
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    m_saying = false;
    showSelection();
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &RecordsPage::showBytes);
  connect(m_table, &QAbstractItemView::activated, this,
          [this](const QModelIndex& index) { follow(index, false); });
  connect(m_table, &QAbstractItemView::clicked, this,
          [this](const QModelIndex& index) { follow(index, true); });
}

void RecordsPage::connectLoader() {
  connect(m_model, &RecordModel::countChanged, this, &RecordsPage::showCounts);
  connect(m_model, &RecordModel::countChanged, this, &RecordsPage::chooseFirst);
  connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
    // A page that arrives late must not wipe out what a finished job said in the same place.
    if (m_table->selectionModel()->hasSelection() && !m_saying) showSelection();
    showCounts();
    chooseFirst();
    // The row where the keyboard went is here only now.
    if (m_bytesOf != currentRecord(*m_table, *m_model).rowid) showBytes();
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
            if (current.rowid != rowid) return;
            m_origin = origin;
            m_strip->showOrigin(current.id, origin);
          });
  connect(&m_model->loader(), &RecordLoader::failed, this,
          [this](const QString& message) { m_selection->setText(message); });
}

void RecordsPage::makeColumns() {
  m_columns = new ColumnChooser(m_table, m_model, this);
  connect(m_columnsButton, &QPushButton::clicked, this, [this] {
    m_columns->showMenu(m_columnsButton->mapToGlobal(m_columnsButton->rect().bottomLeft()));
  });
  connect(m_hidden, &LinkButton::clicked, this,
          [this] { m_columns->showMenu(m_hidden->mapToGlobal(m_hidden->rect().topLeft())); });
  connect(m_columns, &ColumnChooser::changed, this, [this] {
    m_hidden->setText(m_columns->note());
    m_hidden->setAccessibleName(m_hidden->text());
    m_hidden->setVisible(!m_hidden->text().isEmpty());
  });
}

/// A link leads to the other side of the document; Enter on a marked record to its finding.
void RecordsPage::follow(const QModelIndex& index, bool click) {
  const QString link = index.data(RecordModel::LinkRole).toString();
  if (!link.isEmpty()) return Q_EMIT navigate({PageId::Records, link});
  const QString finding = index.data(RecordModel::FindingRole).toString();
  if (!click && !finding.isEmpty()) Q_EMIT navigate({PageId::Findings, finding});
}

void RecordsPage::setSource(RecordSourceFactory factory) {
  m_source = std::move(factory);
  m_model->open(m_source);
  m_columnsShown = false;
  applyQuery();
}

void RecordsPage::showAudit(const OpenAudit& audit) {
  if (m_lookUp != nullptr) m_lookUp->cancel();
  m_lookUp.reset();
  m_audit = audit.result;
  m_workspace = audit.workspace;
  m_files = audit.files;
  if (m_copy != nullptr) m_copy->cancel();
  m_only.clear();
  m_onlyName.clear();
  const bool any = m_audit != nullptr;
  m_save->setVisible(any);
  m_columnsButton->setVisible(any);
  m_columns->forget();
  m_states->setCurrentIndex(any ? 0 : 1);
  m_strip->showNothing();
  if (!any) {
    m_model->open({});
    return;
  }
  m_tabs->setCounts(m_audit->rowCounts);
  m_model->setMarks(RecordMarks(m_audit));
  m_model->setNames(PartyWords(*m_audit));
  m_model->setRowCounts(m_audit->rowCounts);
  m_table->clearFilters();
  if (!audit.workspace.empty()) setSource(workspaceRecords(audit.workspace));
}

void RecordsPage::applyQuery() {
  if (m_audit == nullptr || !m_source) return;
  const std::optional<std::size_t> sortField = m_query.sortField;
  const bool descending = m_query.descending;
  const bool another = m_model->query().table != m_tabs->table();
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
    const QString words = m_table->filterText(column).trimmed();
    const std::string typed = m_model->names().asStored(fields[i], words).toStdString();
    if (typed.empty()) continue;
    Result<StoredFilter> filter = parseStoredFilter(m_query.table, fields[i].name, typed);
    m_table->setComplaint(column,
                          filter ? QString() : words::errorText(filter.error()));
    if (filter) m_query.filters.push_back(std::move(filter).value());
  }
  const bool narrowed = !m_query.filters.empty() || !m_query.onlyRowids.empty();
  const auto known = m_audit->rowCounts[static_cast<std::size_t>(m_query.table)];
  m_model->show(m_query, narrowed ? -1 : known);
  showOrder();
  if (another || !m_columnsShown) m_columns->apply();
  m_columnsShown = true;
  m_bytesOf = 0;
  m_origin.reset();
  m_strip->showNothing();
  m_saying = false;
  m_selection->setText({});
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
  m_query.descending = sortable && order == Qt::DescendingOrder;
  applyQuery();
}

/// As published means by the line in the file, which is the last column.
void RecordsPage::showOrder() {
  const int published = m_model->columnCount() - 1;
  m_table->showOrder(m_query.sortField ? static_cast<int>(*m_query.sortField) : published,
                     m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RecordsPage::showCounts() {
  if (m_audit == nullptr) return;
  const bool narrowed = !m_query.filters.empty() || !m_query.onlyRowids.empty();
  const std::int64_t all = m_audit->rowCounts[static_cast<std::size_t>(m_query.table)];
  const QString matching = m_model->counting() && narrowed
                               ? tr("at least %1").arg(formatCount(m_model->matching()))
                               : formatCount(m_model->matching());
  QString text = tr("%1 of %Ln rows match", nullptr, plural(all)).arg(matching);
  if (!m_onlyName.isEmpty() && !m_query.onlyRowids.empty()) {
    text = m_only.size() > 1 ? tr("Only rows of %1: %2 here").arg(m_onlyName, matching)
                             : tr("Only rows of %1: %2").arg(m_onlyName, matching);
    for (const auto& [table, rows] : m_only) {
      if (table == m_query.table) continue;
      text +=
          tr(", %1 in %2").arg(formatCount(static_cast<std::int64_t>(rows.size())), nameOf(table));
    }
  }
  if (m_model->matching() > RecordModel::mostRows) {
    text = tr("%1 rows: narrow the filter to see all", nullptr, plural(m_model->matching()))
               .arg(matching);
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
  m_bytesOf = current.rowid;
  m_origin.reset();
  if (current.rowid == 0) return m_strip->showNothing();
  m_model->loader().wantBytes(m_query.table, current.rowid);
}

void RecordsPage::clearFilters() {
  if (m_lookUp != nullptr) m_lookUp->cancel();
  m_lookUp.reset();
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
  if (m_lookUp != nullptr) m_lookUp->cancel();
  m_lookUp.reset();
  m_firstWanted = false;
  m_only.clear();
  m_onlyName.clear();
  m_table->clearFilters();
  m_table->horizontalScrollBar()->setValue(0);
  if (kind == QStringLiteral("finding")) {
    openFinding(id);
  } else if (kind == QStringLiteral("part")) {
    openPart(id.section(QLatin1Char('/'), 0, 0), id.section(QLatin1Char('/'), 1).toUInt());
  } else if (kind == QStringLiteral("document")) {
    const QString name = id.section(QLatin1Char('/'), 0, 0);
    const QString line = id.section(QLatin1Char('/'), 1, 1);
    const QString document = id.section(QLatin1Char('/'), 2);
    if (const auto table = tableFromName(name.toStdString())) {
      openRecords(*table, {{"document_no", QLatin1Char('=') + document}, {"line", line}});
    }
  } else if (kind == QStringLiteral("field")) {
    const auto table = tableFromName(id.section(QLatin1Char('/'), 0, 0).toStdString());
    if (table) {
      openRecords(*table, {{id.section(QLatin1Char('/'), 1, 1).toStdString(),
                            id.section(QLatin1Char('/'), 2)}});
      m_firstWanted = true;
    }
  } else if (kind == QStringLiteral("month")) {
    const auto table = tableFromName(id.section(QLatin1Char('/'), 0, 0).toStdString());
    if (table) {
      openRecords(*table,
                  {{std::string(tableInfo(*table).timeField), id.section(QLatin1Char('/'), 1)}});
    }
  } else if (const auto table = tableFromName(kind.toStdString())) {
    openRecords(*table, {{"id", QLatin1Char('=') + id}});
  }
  applyQuery();
  chooseFirst();
  Q_EMIT trailChanged();
}

void RecordsPage::chooseFirst() {
  if (!m_firstWanted || m_model->row(0) == nullptr) return;
  m_firstWanted = false;
  m_table->setCurrentIndex(m_model->index(0, 0));
}

void RecordsPage::openFinding(const QString& id) {
  for (const Finding& finding : m_audit->findings) {
    if (finding.id != id.toStdString() || finding.records.empty()) continue;
    for (const RecordRef& record : finding.records) m_only[record.table].push_back(record.rowid);
    m_onlyName = words::shortName(finding);
    const QSignalBlocker blocker(m_tabs);
    m_tabs->setTable(finding.records.front().table);
    return;
  }
}

void RecordsPage::openPart(const QString& part, std::size_t index) {
  if (index >= m_audit->claims.size()) return;
  const ClaimVerdict& claim = m_audit->claims[index];
  for (const words::PartLine& line : words::partLines(claim)) {
    if (part != QString::fromLatin1(keyOf(line.part).data())) continue;
    showPart(tr("%1, still being looked up").arg(line.name), nullptr);
    if (m_workspace.empty()) return;
    m_lookUp = std::make_shared<Progress>();
    const auto work = [progress = m_lookUp, workspace = m_workspace, audit = m_audit, claim,
                       of = line.part] {
      auto found = shipmentsOf(workspace, *audit, claim, of, *progress);
      return found ? std::make_shared<const PartShipments>(std::move(found).value()) : nullptr;
    };
    QtConcurrent::run(work).then(
        this, [this, asked = m_lookUp,
               name = line.name](const std::shared_ptr<const PartShipments>& found) {
          if (asked != m_lookUp) return;
          m_lookUp.reset();
          showPart(found == nullptr ? tr("%1, which could not be looked up").arg(name)
                                    : tr("%1, %2 of these loads").arg(name, words::mass(found->sum)),
                   found.get());
          applyQuery();
          Q_EMIT trailChanged();
        });
    return;
  }
}

void RecordsPage::showPart(const QString& name, const PartShipments* found) {
  constexpr std::int64_t noRow = 0;
  m_onlyName = name;
  m_only.clear();
  auto& rows = m_only[Table::Shipments];
  if (found != nullptr) rows = found->rowids;
  if (rows.empty()) rows.push_back(noRow);
  const QSignalBlocker blocker(m_tabs);
  m_tabs->setTable(Table::Shipments);
}

void RecordsPage::openRecords(Table table,
                              const std::vector<std::pair<std::string, QString>>& filters) {
  const QSignalBlocker blocker(m_tabs);
  m_tabs->setTable(table);
  StoredQuery plain;
  plain.table = table;
  m_columnsShown = m_columnsShown && m_model->query().table == table;
  m_model->show(plain, 0);  // the filter fields of this table
  for (int column = 0; column < m_model->fieldCount(); ++column) {
    for (const auto& [name, text] : filters) {
      if (m_model->field(column)->name == name) m_table->setFilterText(column, text);
    }
  }
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

/// Rows that are not in memory, too: they are read elsewhere, page by page.
void RecordsPage::copyAllRows(bool withHeaders) {
  if (!m_source || m_copy != nullptr) return;
  std::vector<RowRange> ranges;
  for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
    ranges.push_back({range.top(), range.bottom() - range.top() + 1});
  }
  QStringList headings;
  for (int column = 0; withHeaders && column < m_model->columnCount(); ++column) {
    headings << m_model->headerData(column, Qt::Horizontal).toString();
  }
  const auto told = [page = QPointer<RecordsPage>(this)](const Message&, std::int64_t done,
                                                         std::int64_t total) {
    QMetaObject::invokeMethod(qApp, [page, done, total] {
      if (page != nullptr && page->m_copy != nullptr) page->sayCopying(done, total);
    });
  };
  m_copy = std::make_shared<Progress>(told);
  m_stopCopy->show();
  QtConcurrent::run([source = m_source, query = m_query, ranges, headings, progress = m_copy] {
    return copyRows(source, query, ranges, headings, *progress);
  }).then(this, [this](const Result<CopiedRows>& copied) {
    m_copy.reset();
    m_stopCopy->hide();
    if (copied) QGuiApplication::clipboard()->setText(copied->text);
    say(copied ? tr("%Ln rows copied", nullptr, plural(copied->rows))
               : words::errorText(copied.error()));
  });
}

void RecordsPage::sayCopying(std::int64_t done, std::int64_t total) {
  say(tr("%1 of %Ln rows copied so far", nullptr, plural(total)).arg(formatCount(done)));
}

/// Stays until other rows are chosen.
void RecordsPage::say(const QString& text) {
  m_saying = true;
  m_selection->setText(text);
}

void RecordsPage::showMenu(const QModelIndex& index, const QPoint& at) {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("recordsMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [menu](const QString& text, const char* name, bool possible, auto run) {
    QAction* action = menu->addAction(text, run);
    action->setToolTip(plainTip(text));
    action->setObjectName(QLatin1String(name));
    action->setEnabled(possible);
  };
  const QPersistentModelIndex cell(index);
  const bool field = m_model->field(index.column()) != nullptr;
  add(tr("Copy rows"), "menuCopy", true, [this] { m_table->copySelection(false); });
  add(tr("Copy this cell"), "menuCopyCell", true,
      [cell] { QGuiApplication::clipboard()->setText(cell.data(Qt::EditRole).toString()); });
  add(tr("Filter by this value"), "menuFilter", field, [this, cell] { filterBy(cell); });
  menu->addSeparator();
  add(tr("Show source bytes"), "menuBytes", true, [this] { m_strip->focusBytes(); });
  const QString file = fileOfOrigin();
  add(tr("Open the file"), "menuFile", !file.isEmpty(), [this, file] {
    Q_EMIT navigate({PageId::Evidence, QStringLiteral("all-files/") + file});
  });
  menu->popup(at);
}

/// The digest of the file that the current record stands in; empty where it is not known.
QString RecordsPage::fileOfOrigin() const {
  if (!m_origin || m_files == nullptr) return {};
  for (const EvidenceFile& file : m_files->files) {
    if (file.member == m_origin->file) return QString::fromStdString(file.sha256.hex());
  }
  return {};
}

void RecordsPage::filterBy(const QModelIndex& cell) {
  if (!cell.isValid()) return;
  const Field* field = m_model->field(cell.column());
  if (field == nullptr) return;
  const QString value = cell.data(Qt::EditRole).toString();
  const bool text = isTextType(field->type);
  m_table->setFilterText(cell.column(), value.isEmpty() ? QStringLiteral("-")
                                        : text          ? QLatin1Char('=') + value
                                                        : value);
  applyQuery();
}

void RecordsPage::saveShownRows() {
  if (!m_source) return;
  const QString path =
      m_askPath(this, fromStd(tableInfo(m_query.table).name) + QStringLiteral(".csv"));
  if (path.isEmpty()) return;
  m_save->setEnabled(false);
  QtConcurrent::run([source = m_source, query = m_query, path] {
    return saveRows(source, query, path, Progress());
  }).then(this, [this, path](const Result<std::int64_t>& saved) {
    m_save->setEnabled(true);
    say(saved ? tr("%1 saved as %2").arg(tr("%Ln rows", nullptr, plural(*saved)), path)
              : words::errorText(saved.error()));
  });
}

namespace {

PageBadge badgeOf(const AuditResult& audit) {
  std::int64_t rows = 0;
  for (const std::int64_t count : audit.rowCounts) rows += count;
  const QString count = rows < 100'000 ? formatCount(rows)
                                       : QCoreApplication::translate("plumbline::Page", "%1 M")
                                             .arg(formatReal(static_cast<double>(rows) / 1e6, 1));
  return {count, audit.problems.empty() ? Mark::Passed : Mark::Conflict};
}

}  // namespace

namespace pages {

extern constinit const PageEntry Records{
    .id = PageId::Records,
    .icon = Icon::Records,
    .title = QT_TRANSLATE_NOOP("plumbline::Page", "Records"),
    .help =
        QT_TRANSLATE_NOOP("plumbline::Page",
                          "The rows themselves, as they were published. Every row can be traced to "
                          "the bytes that were signed."),
    .create = createPage<RecordsPage>,
    .badge = badgeOf};

}  // namespace pages

}  // namespace plumbline
