// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_texts.h"

#include <algorithm>
#include <set>

#include "model/records/visible_text.h"

#include "ui/records/record_format.h"
#include "ui/tables/findings_model.h"
#include "ui/words/file_words.h"
#include "ui/words/finding_text.h"
#include "ui/words/from_std.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

constexpr qsizetype kMostShown = 3;
constexpr std::size_t kFindingsAtOnce = 500;

/// Item of the Records page: rows of the table whose field is that.
QString fieldItem(Table table, std::size_t field, const std::string& value) {
  const TableInfo& info = tableInfo(table);
  return QStringLiteral("field/%1/%2/=%3")
      .arg(fromStd(info.name), fromStd(info.fields[field].name), QString::fromStdString(value));
}

const std::string* textOf(const FoundRecord& record, std::string_view field) {
  const auto fields = tableInfo(record.table).fields;
  for (std::size_t i = 0; i < fields.size() && i < record.row.values.size(); ++i) {
    if (fields[i].name == field) return std::get_if<std::string>(&record.row.values[i]);
  }
  return nullptr;
}

QString numberOf(const FoundRecord& record, std::string_view name) {
  const auto fields = tableInfo(record.table).fields;
  for (std::size_t i = 0; i < fields.size() && i < record.row.values.size(); ++i) {
    if (fields[i].name == name && std::holds_alternative<std::int64_t>(record.row.values[i])) {
      return displayText(fields[i], record.row.values[i]);
    }
  }
  return {};
}

QString dayOf(const FoundRecord& record) {
  const TableInfo& info = tableInfo(record.table);
  for (std::size_t i = 0; i < info.fields.size() && i < record.row.values.size(); ++i) {
    const auto* time = std::get_if<std::int64_t>(&record.row.values[i]);
    if (info.fields[i].name == info.timeField && time != nullptr) {
      return formatDate(Timestamp::milliseconds(*time));
    }
  }
  return {};
}

QString massOf(const FoundRecord& record) {
  for (const std::string_view field : {"net_kg", "mass_kg"}) {
    const QString number = numberOf(record, field);
    if (!number.isEmpty()) return number + QChar(0x00a0) + QStringLiteral("kg");
  }
  return {};
}

bool has(const std::string& text, const QString& words) {
  return QString::fromStdString(text).contains(words, Qt::CaseInsensitive);
}

SearchHit plateHit(const FoundName& plate) {
  SearchHit hit;
  hit.text = visibleLine(QString::fromStdString(plate.name));
  hit.note = nameOf(plate.table);
  hit.end = words::rowCountText(plate.rows);
  hit.filter = fieldItem(plate.table, plate.field, plate.name);
  hit.target = Target{PageId::Records, hit.filter};
  return hit;
}

}  // namespace

bool SearchTexts::readMore() {
  const auto& findings = m_audit.result->findings;
  const std::size_t end = std::min(findings.size(), m_findings.size() + kFindingsAtOnce);
  while (m_findings.size() < end) {
    const Finding& finding = findings[m_findings.size()];
    m_findings.push_back(findingAsSought(finding, words::groupTitle(finding)));
  }
  return end < findings.size();
}

QList<SearchGroup> SearchTexts::find(const QString& words, const FoundInRecords& records,
                                     const RecordSearch& search) const {
  SearchGroup plates{SearchKind::Plates, records.plates};
  for (const FoundName& plate : records.firstPlates) plates.hits << plateHit(plate);
  QList<SearchGroup> groups;
  for (const SearchGroup& group : {recordsOf(records), findingsWith(words),
                                   partiesWith(words, records, search), plates, filesWith(words)}) {
    if (group.count > 0) groups << group;
  }
  return groups;
}

SearchGroup SearchTexts::recordsOf(const FoundInRecords& records) const {
  SearchGroup group{SearchKind::Records, records.records};
  for (const FoundRecord& record : records.firstRecords) {
    const auto* id = std::get_if<std::string>(&record.row.values.front());
    const auto* found = std::get_if<std::string>(&record.row.values[record.field]);
    SearchHit hit;
    hit.text = visibleLine(QString::fromStdString(id != nullptr ? *id : std::string()));
    QStringList notes{nameOf(record.table)};
    if (record.field != 0 && found != nullptr) notes << visibleLine(QString::fromStdString(*found));
    if (const QString day = dayOf(record); !day.isEmpty()) notes << day;
    for (const std::string_view field : {"consignee", "consignor", "carrier", "source"}) {
      const std::string* party = textOf(record, field);
      if (party == nullptr || party->empty()) continue;
      notes << partyName(*party);
      break;
    }
    hit.note = words::listed(notes);
    hit.end = massOf(record);
    if (id != nullptr) hit.target = Target{PageId::Records, fieldItem(record.table, 0, *id)};
    if (found != nullptr) hit.filter = fieldItem(record.table, record.field, *found);
    group.hits << hit;
  }
  return group;
}

SearchGroup SearchTexts::findingsWith(const QString& words) const {
  SearchGroup group;
  group.kind = SearchKind::Findings;
  const QString wanted = words.toLower();
  for (std::size_t i = 0; i < m_findings.size(); ++i) {
    if (!m_findings[i].contains(wanted)) continue;
    if (++group.count > kMostShown) continue;
    const Finding& finding = m_audit.result->findings[i];
    SearchHit hit;
    hit.text = words::shortTitle(finding);
    hit.note = words::groupTitle(finding);
    hit.end = words::listAmount(finding.amount);
    hit.target = Target{PageId::Findings, QString::fromStdString(finding.id)};
    group.hits << hit;
  }
  return group;
}

/// Whom records name by words that fit, and who published under a name that does.
SearchGroup SearchTexts::partiesWith(const QString& words, const FoundInRecords& records,
                                     const RecordSearch& search) const {
  SearchGroup group{SearchKind::Parties, records.parties};
  std::set<std::string_view> seen;
  for (const FoundName& party : records.firstParties) {
    seen.insert(party.name);
    if (group.hits.size() < kMostShown) group.hits << partyHit(party);
  }
  for (const PartyView& party : m_audit.result->evidence.parties) {
    if (!has(party.id, words) && !has(party.name, words)) continue;
    if (!seen.insert(party.id).second) continue;
    ++group.count;
    if (group.hits.size() >= kMostShown) continue;
    const auto used = search.name(SoughtName::Party, party.id);
    group.hits << (used ? partyHit(*used) : publisherHit(party.id));
  }
  return group;
}

SearchHit SearchTexts::partyHit(const FoundName& party) const {
  SearchHit hit = publisherHit(party.name);
  if (hit.note == hit.text) hit.note = nameOf(party.table);
  hit.end = words::rowCountText(party.rows);
  hit.filter = fieldItem(party.table, party.field, party.name);
  hit.target = Target{PageId::Records, hit.filter};
  return hit;
}

/// No record names it: its key is what is known of it.
SearchHit SearchTexts::publisherHit(const std::string& id) const {
  SearchHit hit;
  hit.text = partyName(id);
  hit.note = visibleLine(QString::fromStdString(id));
  hit.target = Target{PageId::Evidence, QStringLiteral("keys")};
  return hit;
}

SearchGroup SearchTexts::filesWith(const QString& words) const {
  SearchGroup group;
  group.kind = SearchKind::Files;
  if (m_audit.files == nullptr) return group;
  for (const EvidenceFile& file : m_audit.files->files) {
    if (!has(file.name, words) && !has(file.member, words)) continue;
    if (++group.count > kMostShown) continue;
    SearchHit hit;
    hit.text = visibleLine(QString::fromStdString(has(file.name, words) ? file.name : file.member));
    hit.note = words::readAs(file);
    hit.end = file.rows.read() > 0 ? words::rowCountText(file.rows.read()) : QString();
    hit.target = Target{PageId::Evidence,
                        QStringLiteral("all-files/") + QString::fromStdString(file.sha256.hex())};
    group.hits << hit;
  }
  return group;
}

QString SearchTexts::partyName(const std::string& id) const {
  for (const PartyView& party : m_audit.result->evidence.parties) {
    if (party.id == id && !party.name.empty())
      return visibleLine(QString::fromStdString(party.name));
  }
  return visibleLine(QString::fromStdString(id));
}

}  // namespace plumbline
