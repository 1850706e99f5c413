// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_model.h"

#include <algorithm>

#include <QItemSelection>
#include <QMimeData>

#include "model/records/csv_field.h"
#include "model/records/visible_text.h"

#include "ui/records/record_format.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/finding_text.h"
#include "ui/words/from_std.h"
#include "ui/words/lists.h"
#include "ui/words/operation_words.h"

namespace plumbline {

namespace {

std::span<const Field> fieldsOf(Table table) {
  return tableInfo(table).fields;
}

}  // namespace

RecordMarks::RecordMarks(AuditPtr audit) : m_audit(std::move(audit)) {
  if (m_audit == nullptr) return;
  const auto& findings = m_audit->findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    for (const RecordRef& record : findings[i].records) {
      Entry& entry = m_marks[static_cast<std::size_t>(record.table)][record.rowid];
      if (entry.count++ == 0 || findings[i].severity < findings[entry.finding].severity) {
        entry.finding = i;
      }
    }
  }
}

const RecordMarks::Entry* RecordMarks::of(Table table, std::int64_t rowid) const {
  const auto& marks = m_marks[static_cast<std::size_t>(table)];
  const auto entry = marks.find(rowid);
  return entry == marks.end() ? nullptr : &entry->second;
}

RecordModel::RecordModel(QObject* parent) : QAbstractTableModel(parent) {
  connect(&m_loader, &RecordLoader::counted, this, &RecordModel::takeCount);
  connect(&m_loader, &RecordLoader::pageLoaded, this, &RecordModel::takePage);
  connect(&m_lookups, &RecordLookups::recordsFound, this, &RecordModel::takeLink);
}

void RecordModel::open(RecordSourceFactory factory) {
  beginResetModel();
  m_rows = 0;
  m_matching = 0;
  m_counting = false;
  m_pages.clear();
  m_links.clear();
  m_asked.clear();
  endResetModel();
  m_lookups.open(factory);
  m_loader.open(std::move(factory));
}

void RecordModel::setMarks(RecordMarks marks) {
  m_marks = std::move(marks);
  if (m_rows > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void RecordModel::setNames(PartyWords names) {
  m_names = std::move(names);
  if (m_rows > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RecordModel::show(const StoredQuery& query, std::int64_t knownRows) {
  beginResetModel();
  if (query.table != m_query.table) {
    m_links.clear();
    m_asked.clear();
  }
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

int RecordModel::fieldCount() const {
  return static_cast<int>(fieldsOf(m_query.table).size());
}

int RecordModel::linkColumn() const {
  return counterpartOf(m_query.table) ? fieldCount() : -1;
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
  // More than the fields: the other side where there is one, and the line in the published table.
  return parent.isValid() ? 0 : fieldCount() + (linkColumn() >= 0 ? 2 : 1);
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
    return {};
  }
  const Field* const info = field(index.column());
  const bool number = info != nullptr ? isNumber(info->type) : index.column() != linkColumn();
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
  if (role == SeverityRole || role == FindingRole) return mark(record, role);
  if (column == linkColumn()) return link(record, role);
  if (column == 0 && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)) {
    if (const QVariant marked = mark(record, role); marked.isValid()) return marked;
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
  QString text = shown(record, *info, value);
  if (const QString stored = displayText(*info, value); role == Qt::ToolTipRole && stored != text) {
    text += QLatin1Char('\n') + stored;
  }
  if (const auto* code = std::get_if<std::string>(&value);
      role == Qt::ToolTipRole && code != nullptr && info->name == "operation") {
    if (const QString meaning = words::operationMeaning(*code); !meaning.isEmpty())
      text += QLatin1Char('\n') + meaning;
  }
  if (role == Qt::ToolTipRole && record.superseded) {
    text += QLatin1Char('\n') + tr("A later publication of the same party replaced this record.");
  }
  return role == Qt::ToolTipRole ? plainTip(text) : text;
}

/// A party by its name, and a record that a table gave no id by its document: "row-30" is what we
/// called it.
QString RecordModel::shown(const StoredRow& record, const Field& info,
                           const StoredValue& value) const {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return displayText(info, value);
  if (info.name == "id" && text->starts_with("row-")) {
    if (const auto line = documentOf(record))
      return visibleLine(QString::fromStdString(line->document));
  }
  const QString name = m_names.nameOf(info, *text);
  return name.isEmpty() ? displayText(info, value) : name;
}

/// The finding that names this record, in words.
QVariant RecordModel::mark(const StoredRow& record, int role) const {
  const RecordMarks::Entry* entry = m_marks.of(m_query.table, record.rowid);
  if (entry == nullptr) return {};
  const Finding& finding = m_marks.finding(*entry);
  if (role == SeverityRole) return static_cast<int>(finding.severity);
  if (role == FindingRole) return QString::fromStdString(finding.id);
  QString text =
      QStringLiteral("%1: %2").arg(words::severityWord(finding), words::sentence(finding));
  if (entry->count > 1) {
    text += QLatin1Char(' ') +
            tr("%Ln more findings name this record.", nullptr, plural(entry->count - 1));
  }
  if (role == Qt::ToolTipRole) return plainTip(text);
  return QStringLiteral("%1, %2").arg(displayText(*field(0), record.values.front()), text);
}

std::optional<DocumentLine> RecordModel::documentOf(const StoredRow& record) const {
  DocumentLine line;
  const auto fields = fieldsOf(m_query.table);
  for (std::size_t i = 0; i < fields.size() && i < record.values.size(); ++i) {
    if (fields[i].name == "document_no") {
      if (const auto* text = std::get_if<std::string>(&record.values[i])) line.document = *text;
    } else if (fields[i].name == "line") {
      if (const auto* number = std::get_if<std::int64_t>(&record.values[i])) line.line = *number;
    }
  }
  return line.document.empty() ? std::nullopt : std::optional(line);
}

QVariant RecordModel::link(const StoredRow& record, int role) const {
  const auto line = documentOf(record);
  const Table other = *counterpartOf(m_query.table);
  if (!line) return role == Qt::DisplayRole ? QVariant(QStringLiteral("–")) : QVariant();
  const auto known = m_links.find(*line);
  const bool missing = known != m_links.end() && known->second.isEmpty();
  if (role == MissingRole) return missing;
  if (role == LinkRole) {
    if (missing) return {};
    const QString number = line->line ? QString::number(*line->line) : QStringLiteral("-");
    return QStringLiteral("document/%1/%2/%3")
        .arg(fromStd(tableInfo(other).name), number, QString::fromStdString(line->document));
  }
  if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole) return {};
  if (known == m_links.end()) {
    if (role == Qt::EditRole) return QString();
    if (m_counts[static_cast<std::size_t>(other)] <= mostLooked) {
      const_cast<RecordModel*>(this)->askFor(*line);
    }
    return tr("Show");
  }
  if (missing) return role == Qt::EditRole ? QString() : tr("none");
  const QString ids = words::listed(known->second);
  return role == Qt::EditRole ? ids : visibleLine(ids);
}

void RecordModel::askFor(const DocumentLine& line) {
  constexpr std::size_t kMostAsked = 64;
  if (std::find(m_asked.begin(), m_asked.end(), line) != m_asked.end()) return;
  m_asked.push_back(line);
  if (m_asked.size() > kMostAsked) m_asked.pop_front();
  m_lookups.findRecords(*counterpartOf(m_query.table), line);
}

void RecordModel::takeLink(Table table, const DocumentLine& line, const QStringList& ids) {
  std::erase(m_asked, line);
  if (counterpartOf(m_query.table) != table) return;
  constexpr std::size_t kMostLinks = 20'000;  // far more than the pages in memory hold
  if (m_links.size() >= kMostLinks) m_links.clear();
  m_links[line] = ids;
  if (m_rows > 0) {
    const int last = rowCount() - 1;
    Q_EMIT dataChanged(index(0, linkColumn()), index(last, linkColumn()), {Qt::DisplayRole});
  }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical) {
    return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  }
  const Field* const info = field(section);
  if (role == Qt::DisplayRole) {
    if (info != nullptr) return headingOf(*info);
    if (section != linkColumn()) return tr("Line in file");
    return m_query.table == Table::Shipments ? tr("Receipt") : tr("Shipment");
  }
  if (role == Qt::TextAlignmentRole) {
    const bool number = info != nullptr ? isNumber(info->type) : section != linkColumn();
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

bool RecordModel::holds(const QItemSelection& selection) const {
  for (const QItemSelectionRange& range : selection) {
    for (int line = range.top(); line <= range.bottom(); ++line) {
      if (row(line) == nullptr) return false;
    }
  }
  return true;
}

QMimeData* RecordModel::copy(const QItemSelection& selection, bool withHeaders) const {
  std::vector<QStringList> lines;
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
      if (record == nullptr) continue;
      QStringList cells;
      for (int column = range.left(); column <= range.right(); ++column) {
        cells << withoutFormula(cell(*record, column, Qt::EditRole).toString().simplified());
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
