// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A finding is an object: rule, severity, numbers, records on both sides. It has no sentence; the
// words are made in one place (ui/words) for panel, tooltip, CLI and report alike.

#include <optional>
#include <string>
#include <vector>

#include "crypto/hash.h"
#include "crypto/json.h"
#include "model/records/facts.h"
#include "model/records/tables.h"

namespace plumbline {

enum class Severity : std::uint8_t { Contradiction, Conflict, Look, CannotTell };
[[nodiscard]] std::string_view toText(Severity value);  // contradiction, conflict, look, cannot_tell
/// It says that somebody's records are not true; the others only ask to look.
[[nodiscard]] constexpr bool accuses(Severity severity) {
  return severity == Severity::Contradiction || severity == Severity::Conflict;
}

/// A published record, named so that anybody finds it again.
struct RecordRef {
  Table table = Table::Shipments;
  std::string party;       // who published it
  std::string id;          // the record's own id
  std::int64_t rowid = 0;  // row in this workspace; not part of any digest
  auto operator<=>(const RecordRef&) const = default;
};

/// One line of the two-sided table: what either side wrote. Values are canonical text.
struct Comparison {
  std::string field;  // "material", "low_code", "operation", "net_kg", "vehicle", "time", "signed_by"
  std::string left;
  std::string right;
  bool differs = false;
};

struct Finding {
  std::string id;         // "f-" and 16 hex digits of SHA-256 over rule and record names: stable
  std::string rule;       // "material_changed": key of the rule catalogue (checks/rule.h)
  Severity severity = Severity::Look;
  /// What it would be if the keys and files that nobody vouched for are whom they say.
  std::optional<Severity> wouldBe = {};
  /// Who signed the audit, where it rests on keys that only they named. No part of the result.
  std::string onWordOf = {};
  std::string group;      // what it is grouped with besides the rule, often the receiver; may be empty
  Mass amount;            // the mass at stake; 0 where the finding is not about mass
  Mass uncertainty;       // expanded; 0 where not applicable
  Timestamp time;         // when it happened; 0 where not applicable
  Facts facts;
  std::vector<RecordRef> records;  // the records it accuses or compares, not every row it was computed from
  std::int64_t rowCount = 0;       // rows it was computed from (>= records.size())
  std::vector<Comparison> comparison;

  /// Sets `id` from rule and records (and from `group` where there are no records).
  void assignId();
  [[nodiscard]] JsonValue toJson() const;  // canonical, without rowids
};

/// Contradiction first, then by falling amount, then by id: the same order everywhere.
[[nodiscard]] bool findingBefore(const Finding& a, const Finding& b);

}  // namespace plumbline
