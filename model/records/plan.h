// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The audit plan: everything a result depends on besides the evidence and the trust settings.
// It is fixed and hashed before the data is looked at, so that nobody can pick a tolerance after
// seeing which loads it would catch.

#include "crypto/hash.h"
#include "crypto/json.h"
#include "model/records/quantities.h"

namespace plumbline {

/// A named tolerance for shipped against received mass (docs/methods.md, "Tolerance profiles").
struct ToleranceProfile {
  std::string name;                 // "bulk-10", "weighbridge-1", "iws-50"
  std::int64_t bulkPartsPerMillion; // allowed |received - shipped| / shipped
  bool exactPieces;                 // a batch differs when one piece is missing (40 CFR 264.72)
  std::string source;               // the rule it comes from
};
[[nodiscard]] std::span<const ToleranceProfile> toleranceProfiles();

struct AuditPlan {
  std::int64_t version = 1;
  std::string toleranceProfile = "bulk-10";
  std::int64_t receiptDeadlineDays = 30;     // a shipment older than this needs a receipt
  std::int64_t accusationAlphaPpm = 10'000;  // family-wise, Holm (one per cent)
  std::int64_t coverageFactorMilli = 2'000;  // k of the expanded uncertainty
  std::int64_t materialityPpm = 5'000;       // unaccounted mass below this share of the input is never an accusation
  std::int64_t permutations = 9'999;
  std::int64_t seed = 20'260'101;

  [[nodiscard]] JsonValue toJson() const;
  [[nodiscard]] static Result<AuditPlan> fromJson(const JsonValue& json);
  /// SHA-256 of the canonical JSON.
  [[nodiscard]] Hash digest() const;
  [[nodiscard]] const ToleranceProfile& tolerance() const;
};

}  // namespace plumbline
