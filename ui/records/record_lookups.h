// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Questions about the records that are asked beside the rows on screen: which columns hold nothing
// at all, and which record stands on the other side of a document. They have a source and a thread
// of their own, so that neither waits for the other.

#include <deque>

#include <QObject>
#include <QThreadPool>

#include "ui/records/record_source.h"

namespace plumbline {

/// One line of a document, which a shipment and its receipt share.
struct DocumentLine {
  std::string document;
  std::optional<std::int64_t> line;
  auto operator<=>(const DocumentLine&) const = default;
};
/// Receipts for shipments and the other way round; nothing for other tables.
[[nodiscard]] std::optional<Table> counterpartOf(Table table);
/// Filters that find a line of a document. An absent line finds records without one.
[[nodiscard]] std::vector<StoredFilter> filtersFor(Table table, const DocumentLine& line);

class RecordLookups : public QObject {
  Q_OBJECT
 public:
  explicit RecordLookups(QObject* parent = nullptr);
  ~RecordLookups() override;
  Q_DISABLE_COPY_MOVE(RecordLookups)

  /// Forgets what was asked of the source before.
  void open(RecordSourceFactory factory);
  void findEmptyColumns(Table table);
  /// Of many, only the latest few are answered.
  void findRecords(Table table, const DocumentLine& line);

 Q_SIGNALS:
  void emptyColumnsFound(plumbline::Table table, const QList<int>& columns);
  void recordsFound(plumbline::Table table, const plumbline::DocumentLine& line,
                    const QStringList& ids);

 private:
  struct Held;  // the source, on its thread
  /// Runs on the worker; what it returns runs here.
  using Work = std::function<std::function<void()>(RecordSource&)>;
  void add(Work work, bool first);
  void next();

  std::shared_ptr<Held> m_held;
  std::deque<Work> m_waiting;
  bool m_busy = false;
  QThreadPool m_pool;
};

}  // namespace plumbline
