// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The records behind a point of a chart: how many there are, and the first of them. Asked of the
// records themselves, on a thread of its own.

#include "ui/records/record_loader.h"

namespace plumbline {

/// "shipments/2141-04": all shipments of that month. Errors: BadValue.
[[nodiscard]] Result<StoredQuery> queryOfMonth(const QString& item);

class RecordPeek : public QObject {
  Q_OBJECT
 public:
  explicit RecordPeek(QObject* parent = nullptr);
  void open(RecordSourceFactory factory);
  /// Answered by looked(), unless another question comes first.
  void ask(const QString& item);

 Q_SIGNALS:
  void looked(const QString& item, const QString& html);

 private:
  void answer();

  RecordLoader m_loader;
  QString m_item;
  StoredQuery m_query;
  qint64 m_count = -1;
  bool m_loaded = false;
  std::vector<StoredRow> m_rows;
};

}  // namespace plumbline
