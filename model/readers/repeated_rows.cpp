// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/repeated_rows.h"

namespace plumbline {
namespace {

constexpr int microDecimals = 6;

void addTo(std::optional<std::int64_t>& sum, std::string_view amount) {
  const auto value = parseFixed(amount, microDecimals);
  sum = sum && value ? checkedAdd(*sum, *value) : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> RepeatedRows::find(const Hash& key) const {
  const auto found = m_rows.find(key);
  return found != m_rows.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<std::int64_t> RepeatedRows::findUnread(const Hash& key, std::int64_t row) {
  const auto found = m_unread.find(key);
  if (found != m_unread.end()) return found->second;
  if (m_unread.size() < maxRepeatedKeys) m_unread.emplace(key, row);
  return std::nullopt;
}

Result<void> RepeatedRows::add(const Hash& key, std::int64_t row, std::string_view amount,
                               std::string_view unit) {
  if (m_rows.size() == maxRepeatedKeys) {
    return Error{ErrorCode::TooLarge, "the file has more rows than can be compared with each other"};
  }
  m_rows.emplace(key, row);
  if (!amount.empty()) plumbline::addTo(m_sums[std::string(unit)].all, amount);
  return {};
}

void RepeatedRows::addRepeated(std::string_view amount, std::string_view unit) {
  if (amount.empty()) return;
  RepeatedSum& sum = m_sums[std::string(unit)];
  plumbline::addTo(sum.all, amount);
  plumbline::addTo(sum.repeated, amount);
}

void RepeatedRows::addTo(ReadCounts& counts) const {
  for (const auto& [unit, sum] : m_sums) counts.sums[unit] = sum;
}

}  // namespace plumbline
