// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/plan.h"

#include <algorithm>

namespace plumbline {
namespace {

const ToleranceProfile profiles[] = {
    {"bulk-10", 100'000, true, "40 CFR 264.72(b) and 265.72(b): significant difference, bulk"},
    {"weighbridge-1", 10'000, true, "own rule: two verified weighbridges of class III"},
    {"iws-50", 500'000, true,
     "UK International Waste Shipments: received under 50 % or over 150 %"},
};

const ToleranceProfile* findProfile(std::string_view name) {
  const auto named = [name](const ToleranceProfile& profile) { return profile.name == name; };
  const auto found = std::find_if(std::begin(profiles), std::end(profiles), named);
  return found != std::end(profiles) ? found : nullptr;
}

/// The whole numbers of a plan: name in JSON, member, smallest and largest value allowed.
struct Number {
  std::string_view name;
  std::int64_t AuditPlan::*member;
  std::int64_t least;
  std::int64_t most;
};

constexpr Number numbers[] = {
    {"receipt_deadline_days", &AuditPlan::receiptDeadlineDays, 1, 3650},
    {"accusation_alpha_ppm", &AuditPlan::accusationAlphaPpm, 1, 500'000},
    {"coverage_factor_milli", &AuditPlan::coverageFactorMilli, 1'000, 10'000},
    {"materiality_ppm", &AuditPlan::materialityPpm, 0, 1'000'000},
    {"permutations", &AuditPlan::permutations, 99, 10'000'000},
    {"seed", &AuditPlan::seed, 0, std::int64_t{1} << 53},
};

Error badMember(std::string_view name, std::string found, Message expected) {
  return {ErrorCode::BadValue,
          Message("member %1 of the audit plan is out of range", name),
          {},
          std::move(found),
          std::move(expected)};
}

}  // namespace

std::span<const ToleranceProfile> toleranceProfiles() {
  return profiles;
}

JsonValue AuditPlan::toJson() const {
  JsonObject object{{"version", version}, {"tolerance_profile", toleranceProfile}};
  for (const Number& number : numbers) {
    object.emplace_back(std::string(number.name), this->*number.member);
  }
  return object;
}

Result<AuditPlan> AuditPlan::fromJson(const JsonValue& json) {
  AuditPlan plan;
  PLUMBLINE_TRY(version, json.integerAt("version"));
  if (version != plan.version) {
    return Error{ErrorCode::Unsupported,
                 "the audit plan has a version this program does not know",
                 {},
                 std::to_string(version),
                 Message::data(std::to_string(plan.version))};
  }
  PLUMBLINE_TRY(profile, json.stringAt("tolerance_profile"));
  if (findProfile(profile) == nullptr) {
    return badMember("tolerance_profile", profile.substr(0, 80), "a named tolerance profile");
  }
  plan.toleranceProfile = std::move(profile);
  for (const Number& number : numbers) {
    PLUMBLINE_TRY(value, json.integerAt(number.name));
    if (value < number.least || value > number.most) {
      return badMember(number.name, std::to_string(value),
                       Message("%1 to %2", number.least, number.most));
    }
    plan.*number.member = value;
  }
  return plan;
}

Hash AuditPlan::digest() const {
  return sha256(bytesOf(toJson().dump()));
}

const ToleranceProfile& AuditPlan::tolerance() const {
  const ToleranceProfile* profile = findProfile(toleranceProfile);
  return profile != nullptr ? *profile : profiles[0];
}

}  // namespace plumbline
