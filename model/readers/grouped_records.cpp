// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/grouped_records.h"

#include <algorithm>

#include "crypto/hash.h"

namespace plumbline {
namespace {

constexpr std::size_t maxIdBytes = 64;
constexpr std::size_t digestChars = 8;  // that tell shortened ids apart
constexpr std::size_t maxFieldBytes = 1000;
constexpr std::size_t recordOverhead = 256;

/// Begin of the first and end of the last day that the records are dated with.
void setPeriod(const std::vector<RecordText>& records, UnsignedPublication& publication) {
  std::optional<Timestamp> first;
  std::optional<Timestamp> last;
  for (const RecordText& record : records) {
    const std::string_view field = tableInfo(record.table).timeField;
    if (field.empty()) continue;
    const auto time = Timestamp::parse(record.text(field));
    if (!time) continue;
    first = first ? std::min(*first, *time) : *time;
    last = last ? std::max(*last, *time) : *time;
  }
  if (!first) return;
  publication.periodStart = *first;
  publication.periodEnd = Timestamp::milliseconds(last->inMilliseconds() + millisecondsPerDay);
}

Result<bool> addRecord(RecordSink& sink, const RecordText& record) {
  std::vector<NamedText> fields;
  for (const auto& [name, text] : record.fields) fields.push_back({name, text});
  return sink.addOrQuarantine(record.table, fields, record.where, record.raw);
}

}  // namespace

Result<void> addRemark(RecordSink& sink, const Remark& remark) {
  std::vector<NamedValue> values = {{"record_table", tableInfo(remark.table).name},
                                    {"record_id", std::string_view(remark.id)},
                                    {"kind", remark.kind},
                                    {"text", std::string_view(remark.text)}};
  if (remark.amount) values.push_back({"amount_g", remark.amount->inGrams()});
  return sink.addExtra("source_remarks", values);
}

RecordText& RecordText::set(std::string_view field, std::string text) {
  if (!text.empty()) fields.emplace_back(field, std::move(text));
  return *this;
}

std::string_view RecordText::text(std::string_view field) const {
  for (const auto& [name, text] : fields) {
    if (name == field) return text;
  }
  return {};
}

GroupedRecords::Group& GroupedRecords::groupOf(const RecordOwner& owner) {
  Group& group = m_groups[{shortId(owner.party), owner.sequence}];
  if (group.owner.party.empty()) {
    group.owner = owner;
    group.owner.party = shortId(owner.party);
  }
  return group;
}

Result<void> GroupedRecords::add(const RecordOwner& owner, RecordText record) {
  m_bytes += recordOverhead + record.raw.size();
  for (const auto& [name, text] : record.fields) m_bytes += sizeof(record.fields[0]) + text.size();
  if (m_bytes > maxGroupedBytes) {
    return Error{ErrorCode::TooLarge, "the file holds more than can be sorted in memory",
                 record.where};
  }
  groupOf(owner).records.push_back(std::move(record));
  return {};
}

void GroupedRecords::remark(const RecordOwner& owner, Remark remark) {
  groupOf(owner).remarks.push_back(std::move(remark));
}

Result<std::string> GroupedRecords::material(const RecordOwner& owner,
                                             const std::string& description,
                                             MaterialClass materialClass,
                                             const std::string& lowCode,
                                             const std::string& hazardous) {
  std::string name = description.empty() ? "not described" : description;
  if (!lowCode.empty()) name += " (" + lowCode + ")";
  std::string code = materialCode(name, materialClass);
  if (!groupOf(owner).materials.insert(code).second) return code;
  RecordText record{Table::Materials, {}};
  record.set("code", code).set("name", name.substr(0, maxFieldBytes));
  record.set("class", std::string(toText(materialClass))).set("low_code", lowCode);
  record.set("hazardous", hazardous);
  PLUMBLINE_CHECK(add(owner, std::move(record)));
  return code;
}

Result<void> GroupedRecords::write(const Group& group) {
  UnsignedPublication publication;
  publication.party = group.owner.party;
  publication.role = group.owner.role;
  publication.name = group.owner.name.empty() ? group.owner.party : group.owner.name;
  publication.sequence = group.owner.sequence;
  setPeriod(group.records, publication);
  PLUMBLINE_CHECK(m_sink->describe(publication));
  std::set<std::pair<Table, std::string_view>> refused;
  for (const RecordText& record : group.records) {
    PLUMBLINE_TRY(went, addRecord(*m_sink, record));
    if (!went) refused.emplace(record.table, record.text("id"));
  }
  for (const Remark& remark : group.remarks) {
    if (refused.contains({remark.table, remark.id})) continue;
    PLUMBLINE_CHECK(addRemark(*m_sink, remark));
  }
  return {};
}

Result<void> GroupedRecords::finish(const RecordOwner& fallback) {
  if (m_groups.empty()) groupOf(fallback);
  for (const auto& [key, group] : m_groups) PLUMBLINE_CHECK(write(group));
  return {};
}

std::string materialCode(const std::string& description, MaterialClass materialClass) {
  std::string code(toText(materialClass));
  code += '-';
  for (const char c : description) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || plain) {
      code += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (code.back() != '-') {
      code += '-';
    }
  }
  while (code.back() == '-') code.pop_back();
  if (code.size() <= maxIdBytes) return code;
  code.resize(maxIdBytes - digestChars - 1);
  return code + '-' + sha256(bytesOf(description)).hex().substr(0, digestChars);
}

std::string shortId(const std::string& text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  const bool fits = !text.empty() && text.size() <= maxIdBytes && isUtf8(text) &&
                    std::none_of(text.begin(), text.end(), control);
  return fits ? text : "id-" + sha256(bytesOf(text)).hex().substr(0, 2 * digestChars);
}

}  // namespace plumbline
