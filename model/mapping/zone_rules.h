// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Wall clocks to UTC. The rules of a zone change with the machine's time zone data, so the offsets
// that a file was read with are kept beside it: it then reads the same everywhere and later.

#include "model/mapping/date_text.h"
#include "model/records/quantities.h"

namespace plumbline {

struct ZoneOffset {
  std::int64_t fromMs = 0;    // UTC; valid until the next one
  std::int64_t offsetMs = 0;  // to add to UTC
  bool operator==(const ZoneOffset&) const = default;
};

class ZoneRules {
 public:
  /// UTC.
  ZoneRules() : m_offsets{{0, 0}} {}
  /// `name`: IANA ("Europe/Berlin"), "UTC", or a fixed offset "+02:00". The years 1900 to 2400, and
  /// on from there as in the last of them. Errors: BadValue where this machine does not know it.
  [[nodiscard]] static Result<ZoneRules> of(std::string_view name);
  /// Kept offsets, by rising moment. Errors: Malformed when they are none or out of order.
  [[nodiscard]] static Result<ZoneRules> fromOffsets(std::vector<ZoneOffset> offsets);
  [[nodiscard]] const std::vector<ZoneOffset>& offsets() const { return m_offsets; }
  /// Only what moments from `firstMs` to `lastMs` (UTC) need.
  [[nodiscard]] ZoneRules between(std::int64_t firstMs, std::int64_t lastMs) const;

  /// An hour that the clocks pass twice is taken as the first. Errors: BadValue for an hour that
  /// they leave out.
  [[nodiscard]] Result<Timestamp> toUtc(const LocalTime& local) const;

 private:
  explicit ZoneRules(std::vector<ZoneOffset> offsets) : m_offsets(std::move(offsets)) {}
  std::vector<ZoneOffset> m_offsets;
};

}  // namespace plumbline
