// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_lookups.h"

#include <algorithm>
#include <mutex>

#include <QtConcurrent>

namespace plumbline {

namespace {

constexpr std::size_t kMostWaiting = 64;  // more than fill a screen
constexpr std::int64_t kFirstRows = 256;

std::optional<std::size_t> fieldNamed(Table table, std::string_view name) {
  const auto fields = tableInfo(table).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == name) return i;
  }
  return std::nullopt;
}

bool isAbsent(const StoredRow& row, std::size_t field) {
  return field >= row.values.size() || std::holds_alternative<std::monostate>(row.values[field]);
}

/// The first rows rule out most columns; only the others are counted through the whole table.
Result<QList<int>> emptyColumns(RecordSource& source, Table table) {
  StoredQuery query;
  query.table = table;
  PLUMBLINE_TRY(total, source.count(query));
  PLUMBLINE_TRY(rows, source.page(query, 0, kFirstRows));
  QList<int> empty;
  const auto fields = tableInfo(table).fields;
  for (std::size_t i = 1; i < fields.size() && total > 0; ++i) {
    const bool absent = std::all_of(rows.begin(), rows.end(),
                                    [i](const StoredRow& row) { return isAbsent(row, i); });
    if (!absent) continue;
    if (total > static_cast<std::int64_t>(rows.size())) {
      StoredFilter filter;
      filter.field = i;
      filter.kind = StoredFilter::Kind::Absent;
      query.filters = {filter};
      PLUMBLINE_TRY(without, source.count(query));
      if (without != total) continue;
    }
    empty << static_cast<int>(i);
  }
  return empty;
}

Result<QStringList> idsOf(RecordSource& source, Table table, const DocumentLine& line) {
  constexpr std::int64_t kMostIds = 20;
  StoredQuery query;
  query.table = table;
  query.filters = filtersFor(table, line);
  PLUMBLINE_TRY(rows, source.page(query, 0, kMostIds));
  QStringList ids;
  for (const StoredRow& row : rows) {
    const auto* id = std::get_if<std::string>(&row.values.front());
    if (id != nullptr && !row.superseded) ids << QString::fromStdString(*id);
  }
  return ids;
}

}  // namespace

std::optional<Table> counterpartOf(Table table) {
  if (table == Table::Shipments) return Table::Receipts;
  if (table == Table::Receipts) return Table::Shipments;
  return std::nullopt;
}

std::vector<StoredFilter> filtersFor(Table table, const DocumentLine& line) {
  std::vector<StoredFilter> filters;
  if (const auto document = fieldNamed(table, "document_no")) {
    StoredFilter filter;
    filter.field = *document;
    filter.kind = StoredFilter::Kind::Equals;
    filter.text = line.document;
    filters.push_back(filter);
  }
  if (const auto number = fieldNamed(table, "line")) {
    StoredFilter filter;
    filter.field = *number;
    filter.kind = line.line ? StoredFilter::Kind::Between : StoredFilter::Kind::Absent;
    filter.low = filter.high = line.line.value_or(0);
    filters.push_back(filter);
  }
  return filters;
}

struct RecordLookups::Held {
  explicit Held(RecordSourceFactory from) : factory(std::move(from)) {}
  RecordSourceFactory factory;
  std::mutex mutex;  // of the two below
  std::unique_ptr<RecordSource> source;
  bool stop = false;

  RecordSource* open() {
    const std::lock_guard lock(mutex);
    if (stop) return nullptr;
    if (factory) {
      auto opened = factory();
      factory = nullptr;
      if (opened) source = std::move(opened).value();
    }
    return source.get();
  }
  void end() {
    const std::lock_guard lock(mutex);
    stop = true;
    if (source != nullptr) source->interrupt();
  }
};

RecordLookups::RecordLookups(QObject* parent) : QObject(parent) {
  m_pool.setMaxThreadCount(1);
}

RecordLookups::~RecordLookups() {
  if (m_held != nullptr) m_held->end();
  m_pool.waitForDone();
}

void RecordLookups::open(RecordSourceFactory factory) {
  if (m_held != nullptr) m_held->end();
  m_waiting.clear();
  m_held = std::make_shared<Held>(std::move(factory));
}

void RecordLookups::findEmptyColumns(Table table) {
  add(
      [this, table](RecordSource& source) -> std::function<void()> {
        const Result<QList<int>> columns = emptyColumns(source, table);
        if (!columns) return {};
        return [this, table, found = *columns] { Q_EMIT emptyColumnsFound(table, found); };
      },
      true);
}

void RecordLookups::findRecords(Table table, const DocumentLine& line) {
  add(
      [this, table, line](RecordSource& source) -> std::function<void()> {
        const Result<QStringList> ids = idsOf(source, table, line);
        if (!ids) return {};
        return [this, table, line, found = *ids] { Q_EMIT recordsFound(table, line, found); };
      },
      false);
}

void RecordLookups::add(Work work, bool first) {
  if (m_held == nullptr) return;
  first ? m_waiting.push_front(std::move(work)) : m_waiting.push_back(std::move(work));
  // The one in front may be the columns; of the others the oldest has scrolled away.
  if (m_waiting.size() > kMostWaiting) m_waiting.erase(m_waiting.begin() + 1);
  next();
}

void RecordLookups::next() {
  if (m_busy || m_waiting.empty()) return;
  m_busy = true;
  const Work work = std::move(m_waiting.front());
  m_waiting.pop_front();
  QtConcurrent::run(&m_pool, [held = m_held, work]() -> std::function<void()> {
    RecordSource* source = held->open();
    return source != nullptr ? work(*source) : std::function<void()>();
  }).then(this, [this, held = m_held](const std::function<void()>& tell) {
    m_busy = false;
    if (held == m_held && tell) tell();
    next();
  });
}

}  // namespace plumbline
