// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/verdict/entered_claim.h"

#include <algorithm>

#include "crypto/json.h"

#include "model/records/decimal.h"
#include "model/verdict/claimed_figure.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

constexpr std::size_t mostBytes = 400;

bool isLine(const std::string& text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return text.size() <= mostBytes && isUtf8(text) && std::none_of(text.begin(), text.end(), control);
}

Error bad(Message what, std::string found) {
  return Error{ErrorCode::BadValue, std::move(what), {}, std::move(found)};
}

/// A share says nothing of a mass of useful material, a mass nothing of a rate.
bool canBeRead(const EnteredClaim& claim) {
  const auto kind = claimedFigure(claim.valueMicro, claim.unit).kind;
  const bool mass = kind == ClaimedFigure::Mass;
  const bool share = kind == ClaimedFigure::Share;
  if (claim.metric == "residual_waste") return mass || share;
  return claim.metric == "useful_mass" ? mass : share;
}

JsonValue toJson(const EnteredClaim& claim) {
  return JsonObject{{"party", claim.party},
                    {"metric", claim.metric},
                    {"start", claim.start.text()},
                    {"end", claim.end.text()},
                    {"value", formatFixed(claim.valueMicro, 6)},
                    {"unit", claim.unit},
                    {"text", claim.text},
                    {"source", claim.source}};
}

Result<EnteredClaim> fromJson(const JsonValue& json) {
  EnteredClaim claim;
  for (const auto& [name, member] : {std::pair("party", &EnteredClaim::party),
                                     std::pair("metric", &EnteredClaim::metric),
                                     std::pair("unit", &EnteredClaim::unit),
                                     std::pair("text", &EnteredClaim::text),
                                     std::pair("source", &EnteredClaim::source)}) {
    PLUMBLINE_TRY(text, json.stringAt(name));
    claim.*member = std::move(text);
  }
  PLUMBLINE_TRY(startText, json.stringAt("start"));
  PLUMBLINE_TRY(start, Timestamp::parse(startText));
  PLUMBLINE_TRY(endText, json.stringAt("end"));
  PLUMBLINE_TRY(end, Timestamp::parse(endText));
  PLUMBLINE_TRY(valueText, json.stringAt("value"));
  PLUMBLINE_TRY(value, parseFixed(valueText, 6));
  claim.start = start;
  claim.end = end;
  claim.valueMicro = value;
  PLUMBLINE_CHECK(checkEnteredClaim(claim));
  return claim;
}

}  // namespace

Result<void> checkEnteredClaim(const EnteredClaim& claim) {
  constexpr std::string_view metrics[] = {"residual_waste", "useful_mass", "diversion_rate"};
  if (std::find(std::begin(metrics), std::end(metrics), claim.metric) == std::end(metrics)) {
    return bad("what the claim measures is not known here", claim.metric);
  }
  if (!canBeRead(claim)) {
    return bad("the figure of the claim cannot be judged in this unit",
               formatFixed(claim.valueMicro, 6) + " " + claim.unit);
  }
  if (claim.end <= claim.start) return bad("the time of the claim ends before it begins", {});
  if (claim.source.empty()) return bad("it is not said where the claim is from", {});
  for (const std::string& text : {claim.party, claim.unit, claim.text, claim.source}) {
    if (!isLine(text)) return bad("a text is too long or has control characters", text.substr(0, 80));
  }
  return {};
}

Result<std::vector<EnteredClaim>> readEnteredClaims(const Database& database) {
  std::vector<EnteredClaim> claims;
  PLUMBLINE_TRY(text, userSetting(database, enteredClaimsSetting));
  if (text.empty()) return claims;
  PLUMBLINE_TRY(json, parseJson(bytesOf(text)));
  if (json.array() == nullptr) return Error{ErrorCode::Malformed, "this is no list of claims"};
  for (const JsonValue& each : *json.array()) {
    PLUMBLINE_TRY(claim, fromJson(each));
    claims.push_back(std::move(claim));
  }
  return claims;
}

Result<void> keepEnteredClaims(const Database& database, std::vector<EnteredClaim> claims) {
  std::sort(claims.begin(), claims.end());
  JsonArray list;
  for (const EnteredClaim& claim : claims) list.push_back(toJson(claim));
  return setUserSetting(database, enteredClaimsSetting,
                        list.empty() ? std::string() : JsonValue(std::move(list)).dump());
}

}  // namespace plumbline
