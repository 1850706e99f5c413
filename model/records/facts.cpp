// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/facts.h"

#include <algorithm>

namespace plumbline {
namespace {

/// Amounts travel as decimal strings with their unit in the member's name where there is one.
struct ToJson {
  JsonValue operator()(std::int64_t value) const { return value; }
  JsonValue operator()(const std::string& value) const { return value; }
  JsonValue operator()(Mass value) const { return JsonObject{{"kg", JsonValue::decimal(value.kilogramText())}}; }
  JsonValue operator()(Timestamp value) const { return JsonObject{{"time", value.text()}}; }
  JsonValue operator()(Permille value) const { return JsonObject{{"permille", value.value}}; }
  JsonValue operator()(Ppm value) const { return JsonObject{{"ppm", value.value}}; }
  JsonValue operator()(Days value) const {
    return JsonObject{{"days", formatFixed(value.thousandths, 3)}};
  }
  JsonValue operator()(const MoneyAmount& value) const {
    return JsonObject{{"amount", formatFixed(value.hundredths, 2)}, {"currency", value.currency}};
  }
};

}  // namespace

void Facts::set(std::string name, FactValue value) {
  const auto same = [&name](const auto& fact) { return fact.first == name; };
  const auto found = std::find_if(m_list.begin(), m_list.end(), same);
  if (found != m_list.end()) {
    found->second = std::move(value);
  } else {
    m_list.emplace_back(std::move(name), std::move(value));
  }
}

const FactValue* Facts::find(std::string_view name) const {
  const auto same = [name](const auto& fact) { return fact.first == name; };
  const auto found = std::find_if(m_list.begin(), m_list.end(), same);
  return found != m_list.end() ? &found->second : nullptr;
}

JsonValue Facts::toJson() const {
  JsonObject object;
  for (const auto& [name, value] : m_list) object.emplace_back(name, std::visit(ToJson{}, value));
  return object;
}

}  // namespace plumbline
