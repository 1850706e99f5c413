// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/verdict/claim_verdict.h"

#include <array>

namespace plumbline {

std::string_view toText(Decision value) {
  constexpr std::array<std::string_view, 3> names = {"supported", "cannot_tell", "contradicted"};
  return names[static_cast<std::size_t>(value)];
}

namespace {

JsonValue listOf(const std::vector<std::string>& texts) {
  JsonArray list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

}  // namespace

JsonValue ClaimVerdict::toJson() const {
  JsonObject object{{"id", id},
                    {"party", party},
                    {"metric", metric},
                    {"text", text},
                    {"start", start.text()},
                    {"end", end.text()},
                    {"value", formatFixed(valueMicro, 6)},
                    {"unit", unit},
                    {"decision", toText(decision)}};
  if (isEntered()) {
    object.emplace_back("entered_by_user", true);
    object.emplace_back("source", source);
  }
  if (onlySaid) object.emplace_back("only_said", true);
  if (wouldBe) object.emplace_back("would_be", toText(*wouldBe));
  const auto add = [&object](std::string name, Mass mass) {
    object.emplace_back(std::move(name), JsonValue::decimal(mass.kilogramText()));
  };
  add("claimed_kg", claimed);
  add("confirmed_kg", confirmed);
  add("upper_bound_kg", upperBound);
  add("received_as_residue_kg", receivedAsResidue);
  add("without_receipt_kg", withoutReceipt);
  add("pending_kg", pending);
  object.emplace_back("parts_kg", parts.toJson());
  add("input_kg", input);
  // Null, not zero: a balance that cannot be drawn is no balance of nothing, and what is missing is not lost.
  const auto addKnown = [&](std::string name, Mass mass) {
    object.emplace_back(std::move(name),
                        isUnaccountedKnown() ? JsonValue::decimal(mass.kilogramText()) : JsonValue());
  };
  addKnown("unaccounted_kg", unaccounted);
  addKnown("unexplained_kg", unexplained);
  addKnown("expanded_uncertainty_kg", expandedUncertainty);
  object.emplace_back("coverage_factor", formatFixed(coverageFactorMilli, 3));
  if (!missing.empty()) {
    JsonArray list;
    for (const MissingEvidence& each : missing) {
      list.emplace_back(JsonObject{
          {"party", each.party},
          {"table", each.table ? JsonValue(tableInfo(*each.table).name) : JsonValue()}});
    }
    object.emplace_back("missing", std::move(list));
  }
  object.emplace_back("reasons", listOf(reasons));
  object.emplace_back("would_change", listOf(wouldChange));
  return object;
}

}  // namespace plumbline
