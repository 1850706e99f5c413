// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/findings_model.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <QtConcurrent>

#include "ui/tables/note_keeper.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/finding_text.h"

namespace plumbline {

QString findingAsSought(const Finding& finding, const QString& title) {
  QString text = words::shortTitle(finding) + QLatin1Char('\n') + title;
  for (const auto& [name, value] : finding.facts.list()) {
    if (const auto* fact = std::get_if<std::string>(&value)) {
      text += QLatin1Char('\n') + words::text(*fact);
    }
  }
  for (const RecordRef& record : finding.records) {
    text +=
        QLatin1Char('\n') + words::text(record.id) + QLatin1Char('\n') + words::text(record.party);
  }
  return text.toLower();
}

FindingsModel::FindingsModel(QObject* parent) : QAbstractItemModel(parent) {
  connect(&m_indexing, &QFutureWatcherBase::finished, this, [this] {
    if (m_indexing.future().resultCount() == 0) return;
    m_index = m_indexing.result();
    rebuild();
  });
}

FindingsModel::~FindingsModel() {
  m_indexing.waitForFinished();
}

void FindingsModel::setAudit(AuditPtr audit) {
  beginResetModel();
  m_audit = std::move(audit);
  m_index.reset();
  m_groups.clear();
  m_flat.clear();
  endResetModel();
  if (m_audit == nullptr) {
    Q_EMIT rebuilt();
    return;
  }
  m_indexing.setFuture(QtConcurrent::run([shared = m_audit]() -> std::shared_ptr<const Index> {
    auto index = std::make_shared<Index>();
    std::map<QString, std::uint32_t> known;
    for (const Finding& finding : shared->findings) {
      const QString title = words::groupTitle(finding);
      const auto [entry, fresh] =
          known.emplace(title, static_cast<std::uint32_t>(index->titles.size()));
      if (fresh) index->titles.push_back(title);
      index->kinds.push_back(entry->second);
      index->haystack.push_back(findingAsSought(finding, title));
    }
    return index;
  }));
}

void FindingsModel::setOrder(Order order) {
  if (order == m_order) return;
  m_order = order;
  rebuild();
}

void FindingsModel::setFilter(const QString& text) {
  const QString wanted = text.trimmed().toLower();
  if (wanted == m_filter) return;
  m_filter = wanted;
  rebuild();
}

void FindingsModel::setChoice(Choice choice) {
  m_choice = choice;
  rebuild();
}

void FindingsModel::setNotes(const NoteKeeper* notes) {
  m_notes = notes;
  connect(notes, &NoteKeeper::changed, this,
          [this](const QString& id) { noteChanged(id.toStdString()); });
  connect(notes, &NoteKeeper::loaded, this, [this] {
    // Read in the background: only a list that depends on them is made again.
    m_choice != Choice::All || !m_filter.isEmpty() ? rebuild() : repaintAll();
  });
}

void FindingsModel::noteChanged(const std::string& findingId) {
  if (m_audit == nullptr) return;
  const auto& findings = m_audit->findings;
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return finding.id == findingId; });
  if (found == findings.end()) return;
  const QModelIndex index = indexOf(static_cast<int>(found - findings.begin()));
  if (index.isValid()) Q_EMIT dataChanged(index, index);
}

void FindingsModel::repaintAll() {
  const auto changed = [this](const QModelIndex& parent) {
    const int rows = rowCount(parent);
    if (rows > 0) Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
  };
  changed({});
  if (m_order == Order::ByAmount) return;
  for (int row = 0; row < rowCount(); ++row) changed(index(row, 0));
}

bool FindingsModel::isShown(std::size_t number) const {
  static const FindingNote none;
  const FindingNote& note = m_notes != nullptr ? m_notes->of(m_audit->findings[number].id) : none;
  if (m_choice == Choice::Open && note.acknowledged) return false;
  if (m_choice == Choice::Acknowledged && !note.acknowledged) return false;
  if (m_choice == Choice::Noted && note.text.empty()) return false;
  return m_filter.isEmpty() || m_index->haystack[number].contains(m_filter) ||
         QString::fromStdString(note.text).contains(m_filter, Qt::CaseInsensitive);
}

void FindingsModel::rebuild() {
  if (m_audit == nullptr || m_index == nullptr) return;
  beginResetModel();
  std::vector<int> shown;
  for (std::size_t i = 0; i < m_audit->findings.size(); ++i) {
    if (isShown(i)) shown.push_back(static_cast<int>(i));
  }
  m_groups.clear();
  m_flat.clear();
  if (m_order == Order::ByKind) {
    buildGroups(shown);
  } else {
    std::stable_sort(shown.begin(), shown.end(), [this](int a, int b) {
      const auto& findings = m_audit->findings;
      return findings[static_cast<std::size_t>(a)].amount >
             findings[static_cast<std::size_t>(b)].amount;
    });
    m_flat = std::move(shown);
  }
  endResetModel();
  Q_EMIT rebuilt();
}

void FindingsModel::buildGroups(const std::vector<int>& shown) {
  std::vector<Group> groups(m_index->titles.size());
  for (const int number : shown) {
    const Finding& finding = m_audit->findings[static_cast<std::size_t>(number)];
    Group& group = groups[m_index->kinds[static_cast<std::size_t>(number)]];
    if (group.findings.empty()) group.severity = finding.severity;
    group.severity = std::min(group.severity, finding.severity);
    group.amount += finding.amount;
    if (finding.time.inMilliseconds() != 0) {
      const bool none = group.last.inMilliseconds() == 0;
      group.first = none ? finding.time : std::min(group.first, finding.time);
      group.last = none ? finding.time : std::max(group.last, finding.time);
    }
    group.findings.push_back(number);
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].findings.empty()) continue;
    groups[i].title = m_index->titles[i];
    m_groups.push_back(std::move(groups[i]));
  }
  std::stable_sort(m_groups.begin(), m_groups.end(), [](const Group& a, const Group& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    return a.amount > b.amount;
  });
}

int FindingsModel::shownCount() const {
  std::size_t count = m_flat.size();
  for (const Group& group : m_groups) count += group.findings.size();
  return static_cast<int>(count);
}

const Finding* FindingsModel::finding(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  const QVariant number = data(index, FindingRole);
  if (!number.isValid()) return nullptr;
  return &m_audit->findings[static_cast<std::size_t>(number.toInt())];
}

QModelIndex FindingsModel::indexOf(int findingNumber) const {
  for (std::size_t row = 0; row < m_flat.size(); ++row) {
    if (m_flat[row] == findingNumber) return index(static_cast<int>(row), 0);
  }
  for (std::size_t group = 0; group < m_groups.size(); ++group) {
    const std::vector<int>& findings = m_groups[group].findings;
    const auto found = std::find(findings.begin(), findings.end(), findingNumber);
    if (found == findings.end()) continue;
    return index(static_cast<int>(found - findings.begin()), 0, index(static_cast<int>(group), 0));
  }
  return {};
}

int FindingsModel::position(const QModelIndex& index) const {
  if (!index.isValid()) return -1;
  if (m_order == Order::ByAmount) return index.row();
  const QModelIndex heading = index.parent();
  const int group = heading.isValid() ? heading.row() : index.row();
  int before = 0;
  for (int i = 0; i < group; ++i) {
    before += static_cast<int>(m_groups[static_cast<std::size_t>(i)].findings.size());
  }
  return heading.isValid() ? before + index.row() : -1;
}

QModelIndex FindingsModel::at(int position) const {
  if (position < 0) return {};
  if (m_order == Order::ByAmount) return index(position, 0);
  for (std::size_t group = 0; group < m_groups.size(); ++group) {
    const auto size = static_cast<int>(m_groups[group].findings.size());
    if (position < size) return index(position, 0, index(static_cast<int>(group), 0));
    position -= size;
  }
  return {};
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  // Headings and flat rows carry 0, findings under a heading the heading's number plus one.
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex FindingsModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || child.internalId() == 0) return {};
  return createIndex(static_cast<int>(child.internalId() - 1), 0, quintptr{0});
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
  if (m_order == Order::ByAmount) return parent.isValid() ? 0 : static_cast<int>(m_flat.size());
  if (!parent.isValid()) return static_cast<int>(m_groups.size());
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].findings.size());
}

int FindingsModel::columnCount(const QModelIndex&) const {
  return 1;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  int number = 0;
  if (m_order == Order::ByAmount) {
    number = m_flat[static_cast<std::size_t>(index.row())];
  } else if (index.internalId() == 0) {
    return groupData(m_groups[static_cast<std::size_t>(index.row())], role);
  } else {
    const Group& group = m_groups[static_cast<std::size_t>(index.internalId()) - 1];
    number = group.findings[static_cast<std::size_t>(index.row())];
  }
  return findingData(m_audit->findings[static_cast<std::size_t>(number)], number, role);
}

QString FindingsModel::periodOf(const Group& group) {
  if (group.last.inMilliseconds() == 0) return {};
  const QString first = formatDate(group.first);
  const QString last = formatDate(group.last);
  return first == last ? first : tr("%1 to %2").arg(first, last);
}

QVariant FindingsModel::groupData(const Group& group, int role) const {
  const auto count = static_cast<std::int64_t>(group.findings.size());
  switch (role) {
    case Qt::DisplayRole:
      return group.title;
    case Qt::AccessibleTextRole: {
      QString said = tr("%1, %Ln findings, %2", nullptr, plural(count))
                         .arg(group.title, words::listAmount(group.amount));
      if (const QString period = periodOf(group); !period.isEmpty())
        said = tr("%1, %2").arg(said, period);
      return said;
    }
    case Qt::ToolTipRole:
      return plainTip(group.title + QLatin1Char('\n') + periodOf(group));
    case PeriodRole:
      return periodOf(group);
    case SeverityRole:
      return static_cast<int>(group.severity);
    case CountRole:
      return QVariant::fromValue<qint64>(count);
    case AmountRole:
      return words::listAmount(group.amount);
    default:
      return {};
  }
}

QVariant FindingsModel::findingData(const Finding& finding, int number, int role) const {
  static const FindingNote none;
  const FindingNote& note = m_notes != nullptr ? m_notes->of(finding.id) : none;
  switch (role) {
    case Qt::DisplayRole:
      return m_order == Order::ByKind ? words::shortTitle(finding) : words::sentence(finding);
    case Qt::ToolTipRole:
      return plainTip(words::sentence(finding));
    case Qt::AccessibleTextRole: {
      QStringList spoken{QStringLiteral("%1: %2").arg(words::severityWord(finding),
                                                      words::sentence(finding))};
      if (note.acknowledged) spoken << tr("Acknowledged.");
      if (!note.text.empty()) spoken << tr("With a note.");
      return spoken.join(QLatin1Char(' '));
    }
    case AcknowledgedRole:
      return note.acknowledged;
    case NotedRole:
      return !note.text.empty();
    case FindingRole:
      return number;
    case SeverityRole:
      return static_cast<int>(finding.severity);
    case AmountRole:
      return words::listAmount(finding.amount, finding.uncertainty);
    case RowsRole:
      return words::rowCountText(finding.rowCount);
    default:
      return {};
  }
}

}  // namespace plumbline
