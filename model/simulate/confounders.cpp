// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/confounders.h"

#include <algorithm>

#include "model/records/decimal.h"

namespace plumbline {
namespace {

constexpr std::int64_t one = 1'000'000;

constexpr std::array<ConfounderInfo, confounderCount> infos = {{
    {"recycler_waste", one, one},               // share of the receivers
    {"clock_local", one, 3 * one},              // hours
    {"drying", one / 100, one / 10},            // share of the mass
    {"tariff_minimum", 18 * one, 28 * one},     // tonnes
    {"rounding", one / 10, 5 * one},            // tonnes
    {"clerks", 3'000, one},                     // share of the loads
    {"scales_limit", one, one},                 // of the limit
    {"worse", 3 * one / 2, 5 * one},            // of the stated errors
    {"late_receivers", one, 12 * one},          // months
    {"silent_customers", 4 * one / 10, one},    // share of the receivers
    {"seasonal_losses", 5'000, 2 * one / 100},  // added to the rate in summer, taken off in winter
    {"autocorrelated_surveys", 8 * one / 10, 999'999},  // correlation with the survey before
    {"january", one, one},                      // there or not
    {"two_plants", one, one},                   // there or not
    {"split_merged", 2 * one / 100, one / 2},   // share of the loads, as many of each
    {"shortest_first", one, one},               // there or not
}};

Error bad(Message message, std::string_view found) {
  std::string names;
  for (const ConfounderInfo& info : infos) {
    if (!names.empty()) names += ", ";
    names += info.name;
  }
  return {.code = ErrorCode::BadValue,
          .message = std::move(message),
          .found = std::string(found),
          .expected = Message("%1, some with a size, as in drying=0.02", names)};
}

}  // namespace

std::span<const ConfounderInfo, confounderCount> confounders() { return infos; }

JsonValue Confounders::toJson() const {
  JsonObject made;
  for (std::size_t i = 0; i < confounderCount; ++i) {
    if (m_sizes[i] == 0) continue;
    made.emplace_back(std::string(infos[i].name), formatFixed(m_sizes[i], 6));
  }
  return made;
}

Result<Confounders> parseConfounders(std::string_view text) {
  Confounders made;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    const std::size_t equals = part.find('=');
    const auto info = std::find_if(infos.begin(), infos.end(), [&](const ConfounderInfo& each) {
      return each.name == part.substr(0, equals);
    });
    if (info == infos.end()) return bad("the confounder is not known", part);
    const auto which = static_cast<Confounder>(info - infos.begin());
    if (made.has(which)) return bad("the confounder is given twice", part);
    std::int64_t size = info->usual;
    if (equals != part.npos) {
      const auto given = parseFixed(part.substr(equals + 1), 6);
      if (!given || *given <= 0 || *given > info->most) {
        return bad(Message("the size is not above 0 and up to %1", formatFixed(info->most, 6)), part);
      }
      size = *given;
    }
    made.set(which, size);
  }
  return made;
}

}  // namespace plumbline
