// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/zone_rules.h"

#include <algorithm>

#include <QTimeZone>

namespace plumbline {
namespace {

constexpr std::size_t maxOffsets = 4096;
constexpr std::int64_t maxOffsetMs = 24 * 3'600'000;

std::int64_t yearMs(int year) {
  return Timestamp::fromCivil(year, 1, 1).inMilliseconds();
}

/// "+02:00", "-03:30".
std::optional<std::int64_t> fixedOffset(std::string_view name) {
  if (name == "UTC" || name == "Z") return 0;
  const auto isDigit = [&name](std::size_t i) { return name[i] >= '0' && name[i] <= '9'; };
  if (name.size() != 6 || (name[0] != '+' && name[0] != '-') || name[3] != ':') return std::nullopt;
  for (const std::size_t i : {1u, 2u, 4u, 5u}) {
    if (!isDigit(i)) return std::nullopt;
  }
  const int hours = (name[1] - '0') * 10 + (name[2] - '0');
  const int minutes = (name[4] - '0') * 10 + (name[5] - '0');
  if (hours > 23 || minutes > 59) return std::nullopt;
  const std::int64_t offset = (hours * 60 + minutes) * std::int64_t{60'000};
  return name[0] == '-' ? -offset : offset;
}

/// Every change of the offset in the years 1900 to 2400.
std::vector<ZoneOffset> changesOf(const QTimeZone& zone) {
  const auto at = [](std::int64_t ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); };
  const QDateTime end = at(yearMs(2400));
  QDateTime cursor = at(yearMs(1900));
  std::vector<ZoneOffset> offsets = {
      {cursor.toMSecsSinceEpoch(), zone.offsetFromUtc(cursor) * std::int64_t{1000}}};
  for (bool again = false;;) {
    const QTimeZone::OffsetData change = zone.nextTransition(cursor);
    if (!change.atUtc.isValid()) {
      // Behind the last tabulated change the rule begins; asked from that very moment, Qt 6.4
      // finds neither.
      if (std::exchange(again, true)) return offsets;
      cursor = cursor.addDays(1);
      continue;
    }
    again = false;
    if (change.atUtc >= end) return offsets;
    cursor = change.atUtc;
    const std::int64_t offset = change.offsetFromUtc * std::int64_t{1000};
    if (offset != offsets.back().offsetMs) {
      offsets.push_back({cursor.toMSecsSinceEpoch(), offset});
    }
  }
}

}  // namespace

Result<ZoneRules> ZoneRules::of(std::string_view name) {
  if (const auto fixed = fixedOffset(name)) return ZoneRules({{yearMs(1900), *fixed}});
  const QByteArray id(name.data(), static_cast<qsizetype>(name.size()));
  if (id.isEmpty() || !QTimeZone::isTimeZoneIdAvailable(id)) {
    return Error{ErrorCode::BadValue,
                 "the time zone is not known on this machine",
                 {},
                 "\"" + std::string(name.substr(0, 80)) + "\"",
                 "a name such as Europe/Berlin, or an offset such as +02:00"};
  }
  return fromOffsets(changesOf(QTimeZone(id)));
}
Result<ZoneRules> ZoneRules::fromOffsets(std::vector<ZoneOffset> offsets) {
  const auto notRising = [](const ZoneOffset& a, const ZoneOffset& b) {
    return a.fromMs >= b.fromMs;
  };
  const auto tooFar = [](const ZoneOffset& each) {
    return each.offsetMs >= maxOffsetMs || each.offsetMs <= -maxOffsetMs;
  };
  if (offsets.empty() || offsets.size() > maxOffsets ||
      std::adjacent_find(offsets.begin(), offsets.end(), notRising) != offsets.end() ||
      std::any_of(offsets.begin(), offsets.end(), tooFar)) {
    return Error{ErrorCode::Malformed, "the offsets of the time zone are not in order"};
  }
  return ZoneRules(std::move(offsets));
}

ZoneRules ZoneRules::between(std::int64_t firstMs, std::int64_t lastMs) const {
  std::vector<ZoneOffset> kept;
  for (std::size_t i = 0; i < m_offsets.size(); ++i) {
    // A day either side, because a moment may be read against the neighbouring offset.
    const bool ended =
        i + 1 < m_offsets.size() && m_offsets[i + 1].fromMs + millisecondsPerDay <= firstMs;
    const bool later = m_offsets[i].fromMs - millisecondsPerDay > lastMs;
    if (!ended && (!later || kept.empty())) kept.push_back(m_offsets[i]);
  }
  return ZoneRules(std::move(kept));
}

Result<Timestamp> ZoneRules::toUtc(const LocalTime& local) const {
  std::optional<std::int64_t> utc;
  if (local.offsetMs) {
    utc = local.milliseconds - *local.offsetMs;
  } else {
    // An offset is less than a day: the right one holds within a day of the wall clock's moment.
    const auto later = [](std::int64_t ms, const ZoneOffset& each) { return ms < each.fromMs; };
    const auto near = std::upper_bound(m_offsets.begin(), m_offsets.end(),
                                       local.milliseconds - millisecondsPerDay, later);
    auto i = static_cast<std::size_t>(near - m_offsets.begin());
    if (i > 0) --i;
    for (; i < m_offsets.size() && !utc; ++i) {
      if (i > 0 && m_offsets[i].fromMs > local.milliseconds + millisecondsPerDay) break;
      const std::int64_t candidate = local.milliseconds - m_offsets[i].offsetMs;
      const bool begun = i == 0 || candidate >= m_offsets[i].fromMs;
      const bool over = i + 1 < m_offsets.size() && candidate >= m_offsets[i + 1].fromMs;
      if (begun && !over) utc = candidate;
    }
  }
  if (!utc) {
    return Error{ErrorCode::BadValue,
                 "the clocks of the time zone leave this hour out",
                 {},
                 Timestamp::milliseconds(local.milliseconds).text().substr(0, 16)};
  }
  const auto time = Timestamp::milliseconds(*utc);
  if (time < Timestamp::fromCivil(1900, 1, 1) || time >= Timestamp::fromCivil(10'000, 1, 1)) {
    return Error{ErrorCode::BadValue, "the time is out of range", {}, {}, "1900 to 9999"};
  }
  return time;
}

}  // namespace plumbline
