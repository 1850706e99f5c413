// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/record_model.h"

#include <QItemSelection>
#include <QMimeData>

#include "ui/tables/record_format.h"

namespace plumbline {

namespace {

std::span<const Field> fieldsOf(Table table) {
  return tableInfo(table).fields;
}

}  // namespace

RecordMarks::RecordMarks(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    for (const RecordRef& record : finding.records) {
      auto& marks = m_marks[static_cast<std::size_t>(record.table)];
      const auto [entry, fresh] = marks.emplace(record.rowid, finding.severity);
      if (!fresh) entry->second = std::min(entry->second, finding.severity);
    }
  }
}

std::optional<Severity> RecordMarks::of(Table table, std::int64_t rowid) const {
  const auto& marks = m_marks[static_cast<std::size_t>(table)];
  const auto entry = marks.find(rowid);
  if (entry == marks.end()) return std::nullopt;
  return entry->second;
}

RecordModel::RecordModel(QObject* parent) : QAbstractTableModel(parent) {
  connect(&m_loader, &RecordLoader::counted, this, &RecordModel::takeCount);
  connect(&m_loader, &RecordLoader::pageLoaded, this, &RecordModel::takePage);
}

void RecordModel::open(RecordSourceFactory factory) {
  beginResetModel();
  m_rows = 0;
  m_matching = 0;
  m_counting = false;
  m_pages.clear();
  endResetModel();
  m_loader.open(std::move(factory));
}

void RecordModel::setMarks(RecordMarks marks) {
  m_marks = std::move(marks);
  if (m_rows > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void RecordModel::show(const StoredQuery& query, std::int64_t knownRows) {
  beginResetModel();
  m_query = query;
  m_pages.clear();
  m_counting = true;
  m_matching = std::max<std::int64_t>(0, knownRows);
  m_rows = std::min(m_matching, mostRows);
  endResetModel();
  m_loader.start(query);
  m_loader.want(0, pageRows);
  Q_EMIT countChanged();
}

const Field* RecordModel::field(int column) const {
  const auto fields = fieldsOf(m_query.table);
  if (column < 0 || column >= static_cast<int>(fields.size())) return nullptr;
  return &fields[static_cast<std::size_t>(column)];
}

const StoredRow* RecordModel::row(int row) const {
  const std::vector<StoredRow>* page = m_pages.find(row / pageRows);
  const auto within = static_cast<std::size_t>(row % pageRows);
  return page != nullptr && within < page->size() ? &(*page)[within] : nullptr;
}

int RecordModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows);
}

int RecordModel::columnCount(const QModelIndex& parent) const {
  // One more than the fields: the line in the published table.
  return parent.isValid() ? 0 : static_cast<int>(fieldsOf(m_query.table).size()) + 1;
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
    return {};
  }
  const Field* const info = field(index.column());
  const bool number = info == nullptr || isNumber(info->type);
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  }
  if (role == NumberRole) return number;
  const StoredRow* record = row(index.row());
  if (role == LoadingRole) return record == nullptr;
  if (record == nullptr) {
    if (role == Qt::DisplayRole) {
      const std::int64_t first = index.row() / pageRows * pageRows;
      const_cast<RecordLoader&>(m_loader).want(first, pageRows);
    }
    return {};
  }
  return cell(*record, index.column(), role);
}

QVariant RecordModel::cell(const StoredRow& record, int column, int role) const {
  if (role == RowidRole) return QVariant::fromValue<qint64>(record.rowid);
  if (role == SeverityRole) {
    const auto severity = m_marks.of(m_query.table, record.rowid);
    return severity ? QVariant(static_cast<int>(*severity)) : QVariant();
  }
  if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole &&
      role != Qt::AccessibleTextRole) {
    return {};
  }
  const Field* const info = field(column);
  if (info == nullptr) return QString::number(record.row);
  const auto at = static_cast<std::size_t>(column);
  const StoredValue value = at < record.values.size() ? record.values[at] : StoredValue();
  if (role == Qt::EditRole) return plainText(*info, value);
  QString text = displayText(*info, value);
  if (role == Qt::ToolTipRole && record.superseded) {
    text += QLatin1Char('\n') + tr("A later publication of the same party replaced this record.");
  }
  return text;
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical) {
    return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  }
  const Field* const info = field(section);
  if (role == Qt::DisplayRole) return info != nullptr ? headingOf(*info) : tr("Line");
  if (role == Qt::TextAlignmentRole) {
    const bool number = info == nullptr || isNumber(info->type);
    return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  }
  return {};
}

void RecordModel::takeCount(qint64 rows) {
  m_counting = false;
  m_matching = rows;
  const std::int64_t shown = std::min<std::int64_t>(rows, mostRows);
  if (shown > m_rows) {
    growTo(shown);
  } else if (shown < m_rows) {
    beginRemoveRows({}, static_cast<int>(shown), static_cast<int>(m_rows) - 1);
    m_rows = shown;
    endRemoveRows();
  }
  Q_EMIT countChanged();
}

void RecordModel::growTo(std::int64_t rows) {
  beginInsertRows({}, static_cast<int>(m_rows), static_cast<int>(rows) - 1);
  m_rows = rows;
  endInsertRows();
}

void RecordModel::takePage(qint64 first, const std::vector<StoredRow>& rows) {
  if (rows.empty()) return;
  const std::int64_t end = first + static_cast<std::int64_t>(rows.size());
  const std::int64_t before = m_rows;
  m_pages.insert(first / pageRows, rows);
  // The first page of a filtered table is there before all its rows are counted.
  if (m_counting && end > m_rows) {
    growTo(std::min(end, mostRows));
    m_matching = std::max(m_matching, end);
    Q_EMIT countChanged();
  }
  const std::int64_t last = std::min({end, m_rows, before}) - 1;
  if (last >= first) {
    Q_EMIT dataChanged(index(static_cast<int>(first), 0),
                       index(static_cast<int>(last), columnCount() - 1));
  }
}

QMimeData* RecordModel::copy(const QItemSelection& selection, bool withHeaders,
                             bool* complete) const {
  std::vector<QStringList> lines;
  *complete = true;
  for (const QItemSelectionRange& range : selection) {
    if (withHeaders && lines.empty()) {
      QStringList header;
      for (int column = range.left(); column <= range.right(); ++column) {
        header << headerData(column, Qt::Horizontal).toString();
      }
      lines.push_back(header);
    }
    for (int line = range.top(); line <= range.bottom(); ++line) {
      const StoredRow* record = row(line);
      if (record == nullptr) {
        *complete = false;
        continue;
      }
      QStringList cells;
      for (int column = range.left(); column <= range.right(); ++column) {
        cells << cell(*record, column, Qt::EditRole).toString().simplified();
      }
      lines.push_back(cells);
    }
  }
  QString plain;
  QString html = QStringLiteral("<table>");
  for (const QStringList& line : lines) {
    plain += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    html += QStringLiteral("<tr>");
    for (const QString& text : line) {
      html += QStringLiteral("<td>%1</td>").arg(text.toHtmlEscaped());
    }
    html += QStringLiteral("</tr>");
  }
  auto* mime = new QMimeData;
  mime->setText(plain);
  mime->setHtml(html + QStringLiteral("</table>"));
  return mime;
}

}  // namespace plumbline
