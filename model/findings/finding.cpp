// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/findings/finding.h"

#include <array>
#include <tuple>

namespace plumbline {

std::string_view toText(Severity value) {
  constexpr std::array<std::string_view, 4> names = {"contradiction", "conflict", "look",
                                                     "cannot_tell"};
  return names[static_cast<std::size_t>(value)];
}

void Finding::assignId() {
  // Every part is followed by a byte no name contains, so that two lists never read the same.
  std::string text = rule;
  text.push_back('\0');
  if (records.empty()) {
    text += group;
    text.push_back('\0');
  }
  for (const RecordRef& record : records) {
    text += tableInfo(record.table).name;
    text.push_back('\0');
    text += record.party;
    text.push_back('\0');
    text += record.id;
    text.push_back('\0');
  }
  id = "f-" + sha256(bytesOf(text)).hex().substr(0, 16);
}

JsonValue Finding::toJson() const {
  JsonArray recordList;
  for (const RecordRef& record : records) {
    recordList.emplace_back(JsonObject{
        {"table", tableInfo(record.table).name}, {"party", record.party}, {"id", record.id}});
  }
  JsonArray comparisonList;
  for (const Comparison& line : comparison) {
    comparisonList.emplace_back(JsonObject{{"field", line.field},
                                           {"left", line.left},
                                           {"right", line.right},
                                           {"differs", line.differs}});
  }
  JsonObject object{{"id", id},
                    {"rule", rule},
                    {"severity", toText(severity)},
                    {"group", group},
                    {"amount_kg", JsonValue::decimal(amount.kilogramText())},
                    {"uncertainty_kg", JsonValue::decimal(uncertainty.kilogramText())},
                    {"time", time == Timestamp() ? JsonValue() : JsonValue(time.text())},
                    {"facts", facts.toJson()},
                    {"records", std::move(recordList)},
                    {"row_count", rowCount},
                    {"comparison", std::move(comparisonList)}};
  if (wouldBe) object.emplace_back("would_be", toText(*wouldBe));
  return object;
}

bool findingBefore(const Finding& a, const Finding& b) {
  return std::tie(a.severity, b.amount, a.id) < std::tie(b.severity, a.amount, b.id);
}

}  // namespace plumbline
