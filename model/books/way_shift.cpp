// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/way_shift.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "model/books/codes.h"
#include "model/books/error_sum.h"

namespace plumbline {
namespace {

constexpr std::int64_t stepPpm = 100;
constexpr std::int64_t mostPpm = 50'000;  // 5 %
constexpr std::int64_t leastLoads = 12;
constexpr double standardErrors = 3.7;
constexpr std::int64_t tonne = 1'000'000;  // g

/// What a class III weighbridge may be off in service (OIML R 76), grams.
std::int64_t serviceLimit(std::int64_t grams) {
  if (grams <= 10 * tonne) return 20'000;
  return grams <= 40 * tonne ? 40'000 : 60'000;
}

}  // namespace

bool losesWater(std::string_view lowCode) {
  const auto code = wasteCodeOf(lowCode);
  return !code || code->digits == 191201 || code->digits == 191207 || code->digits == 191210;
}

bool isTooFarApart(Mass sent, Mass received) {
  return sent <= Mass() || (received - sent).abs().inGrams() > sent.inGrams() / (1'000'000 / mostPpm);
}

Mass waterOf(Mass sent, Mass lost) {
  return std::clamp(lost, Mass(), Mass::grams(millionths(sent.inGrams(), waterPpm)));
}

void WayShift::add(std::int64_t sent, std::int64_t received) {
  if (isTooFarApart(Mass::grams(sent), Mass::grams(received))) return;
  const std::int64_t gap = received - sent;
  if (m_shares.empty()) m_shares.resize(2 * mostPpm / stepPpm + 1);
  const double share = static_cast<double>(gap) / static_cast<double>(sent) * 1e6;
  const auto place = std::llround((share + mostPpm) / stepPpm);
  ++m_shares[static_cast<std::size_t>(
      std::clamp<long long>(place, 0, static_cast<long long>(m_shares.size()) - 1))];
  ++m_loads;
  m_sent += sent;
  m_difference += gap;
  m_limit += serviceLimit(sent) + serviceLimit(received);
  const double kilograms = static_cast<double>(gap) / 1000;
  m_squares += kilograms * kilograms;
}

void WayShift::add(const WayShift& other) {
  if (other.m_loads == 0) return;
  m_shares.resize(other.m_shares.size());
  for (std::size_t i = 0; i < m_shares.size(); ++i) m_shares[i] += other.m_shares[i];
  m_loads += other.m_loads;
  m_sent += other.m_sent;
  m_difference += other.m_difference;
  m_limit += other.m_limit;
  m_squares += other.m_squares;
}

std::int64_t WayShift::medianPpm() const {
  std::int64_t seen = 0;
  for (std::size_t i = 0; i < m_shares.size(); ++i) {
    seen += m_shares[i];
    if (2 * seen >= m_loads) return static_cast<std::int64_t>(i) * stepPpm - mostPpm;
  }
  return 0;
}

bool WayShift::isShifted(std::int64_t mayDryPpm) const {
  if (m_loads < leastLoads) return false;
  const auto n = static_cast<double>(m_loads);
  const double difference = static_cast<double>(m_difference) / 1000;
  const double spread = std::max(0.0, m_squares - difference * difference / n) / (n - 1);
  const double sent = static_cast<double>(m_sent) / 1000;
  // Goods lose water and do not gain it.
  const double water = m_difference < 0 ? sent * static_cast<double>(mayDryPpm) / 1e6 : 0;
  const double allowed = static_cast<double>(m_limit) / 1000 + water;
  const double middle = std::abs(static_cast<double>(medianPpm())) / 1e6 * sent;
  return std::abs(difference) > allowed + standardErrors * std::sqrt(n * spread) &&
         middle > allowed;
}

}  // namespace plumbline
