// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One worker thread with its own source. A newer request makes older ones stale: answers carry the
// generation they were asked in, and pages nobody looks at any more are never fetched.

#include <QObject>
#include <QString>

#include "ui/records/record_source.h"

namespace plumbline {

class RecordLoader : public QObject {
  Q_OBJECT
 public:
  explicit RecordLoader(QObject* parent = nullptr);
  ~RecordLoader() override;
  Q_DISABLE_COPY_MOVE(RecordLoader)

  /// From now on rows come from this source; the old one is closed on its own thread.
  void open(RecordSourceFactory factory);
  /// Starts a new generation: counts the query in the background.
  void start(const StoredQuery& query);
  /// Asks for rows [first, first + count) of the query started last. The newest request is served
  /// first; of many, only the latest few are kept.
  void want(std::int64_t first, std::int64_t count);
  void find(const QString& needle);
  void wantBytes(Table table, std::int64_t rowid);

 Q_SIGNALS:
  void counted(qint64 rows);
  void pageLoaded(qint64 first, const std::vector<plumbline::StoredRow>& rows);
  void found(const QString& needle, const plumbline::StoredHits& hits);
  void bytesLoaded(qint64 rowid, const plumbline::RecordOrigin& bytes);
  void failed(const QString& message);

 private:
  class Worker;
  friend class Worker;
  std::shared_ptr<Worker> m_worker;
};

}  // namespace plumbline

Q_DECLARE_METATYPE(std::vector<plumbline::StoredRow>)
Q_DECLARE_METATYPE(plumbline::StoredHits)
Q_DECLARE_METATYPE(plumbline::RecordOrigin)
