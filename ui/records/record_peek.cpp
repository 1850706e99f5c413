// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_peek.h"

#include <algorithm>

#include "ui/records/record_format.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr qint64 kMostRows = 4;

bool isTold(std::string_view field) {
  constexpr std::string_view told[] = {"id",     "dispatched_at", "time",  "consignee",
                                       "source", "material",      "net_kg"};
  return std::find(std::begin(told), std::end(told), field) != std::end(told);
}

QString rowsAsHtml(Table table, const std::vector<StoredRow>& rows) {
  const auto fields = tableInfo(table).fields;
  QString head;
  QString body;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (isTold(fields[i].name)) {
      head += QStringLiteral("<td>%1</td>").arg(headingOf(fields[i]).toHtmlEscaped());
    }
  }
  for (const StoredRow& row : rows) {
    body += QStringLiteral("<tr>");
    for (std::size_t i = 0; i < std::min(fields.size(), row.values.size()); ++i) {
      if (!isTold(fields[i].name)) continue;
      body +=
          QStringLiteral("<td>%1</td>").arg(displayText(fields[i], row.values[i]).toHtmlEscaped());
    }
    body += QStringLiteral("</tr>");
  }
  return QStringLiteral("<table cellspacing='0' cellpadding='2'><tr>%1</tr>%2</table>")
      .arg(head, body);
}

}  // namespace

Result<StoredQuery> queryOfMonth(const QString& item) {
  const auto table = tableFromName(item.section(QLatin1Char('/'), 0, 0).toStdString());
  const std::string month = item.section(QLatin1Char('/'), 1).toStdString();
  if (!table || tableInfo(*table).timeField.empty() || month.empty()) {
    return Error{ErrorCode::BadValue, "no table by months: " + item.toStdString()};
  }
  PLUMBLINE_TRY(filter, parseStoredFilter(*table, tableInfo(*table).timeField, month));
  StoredQuery query;
  query.table = *table;
  query.filters = {filter};
  return query;
}

RecordPeek::RecordPeek(QObject* parent) : QObject(parent) {
  connect(&m_loader, &RecordLoader::counted, this, [this](qint64 rows) {
    m_count = rows;
    answer();
  });
  connect(&m_loader, &RecordLoader::pageLoaded, this,
          [this](qint64, const std::vector<StoredRow>& rows) {
            m_rows = rows;
            m_loaded = true;
            answer();
          });
}

void RecordPeek::open(RecordSourceFactory factory) {
  m_item.clear();
  m_loader.open(std::move(factory));
}

void RecordPeek::ask(const QString& item) {
  if (item == m_item) return answer();
  const auto query = queryOfMonth(item);
  if (!query) return;
  m_item = item;
  m_query = *query;
  m_count = -1;
  m_loaded = false;
  m_loader.start(m_query);
  m_loader.want(0, kMostRows);
}

void RecordPeek::answer() {
  if (m_count < 0 || !m_loaded) return;
  const QString what = nameOf(m_query.table).toLower();
  QString html = QStringLiteral("<p>%1</p>")
                     .arg(m_count == 0 ? tr("No %1 in this month.").arg(what)
                                       : tr("%Ln %1 in this month; Enter shows them.", nullptr,
                                            plural(m_count))
                                             .arg(what));
  if (!m_rows.empty()) html += rowsAsHtml(m_query.table, m_rows);
  Q_EMIT looked(m_item, html);
}

}  // namespace plumbline
