// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "model/records/decimal.h"
#include "model/simulate/simulation_options.h"
#include "model/simulate/truth.h"

namespace plumbline {
namespace {

constexpr std::int64_t million = 1'000'000;

template <class Doses>
struct NamedDose {
  std::string_view name;
  std::int64_t Doses::*dose;
};
constexpr std::array<NamedDose<FraudDoses>, 6> fraudDoses = {{
    {"relabel", &FraudDoses::relabel},
    {"skim", &FraudDoses::skim},
    {"ghost", &FraudDoses::ghost},
    {"edited", &FraudDoses::edited},
    {"favour", &FraudDoses::favour},
    {"thin", &FraudDoses::thin},
}};

constexpr std::array<NamedDose<ClericalDoses>, 4> clericalDoses = {{
    {"typo", &ClericalDoses::typo},
    {"swapped", &ClericalDoses::swapped},
    {"missing", &ClericalDoses::missing},
    {"split", &ClericalDoses::split},
}};

/// `expected`: the names, for the message.
template <class Doses, std::size_t count>
Result<Doses> parseDoses(std::string_view text,
                         const std::array<NamedDose<Doses>, count>& namedDoses,
                         MessagePattern expected) {
  const auto badDose = [expected](Message message, std::string_view found) {
    return Error{.code = ErrorCode::BadValue,
                 .message = std::move(message),
                 .found = std::string(found),
                 .expected = expected};
  };
  Doses doses;
  std::array<bool, count> seen{};
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    const std::size_t equals = part.find('=');
    if (equals == part.npos) return badDose("the dose has no share", part);
    std::size_t which = 0;
    while (which < namedDoses.size() && namedDoses[which].name != part.substr(0, equals)) ++which;
    if (which == namedDoses.size()) return badDose("the dose is not known", part);
    if (seen[which]) return badDose("the dose is given twice", part);
    const auto share = parseFixed(part.substr(equals + 1), 6);
    if (!share || *share < 0 || *share > million) {
      return badDose("the share is not a decimal number from 0 to 1", part);
    }
    seen[which] = true;
    doses.*namedDoses[which].dose = *share;
  }
  return doses;
}

}  // namespace

Result<FraudDoses> parseFraudDoses(std::string_view text) {
  return parseDoses(text, fraudDoses,
                    "relabel, skim, ghost, edited, favour or thin with a share, as in relabel=0.05");
}

Result<ClericalDoses> parseClericalDoses(std::string_view text) {
  return parseDoses(text, clericalDoses,
                    "typo, swapped, missing or split with a share, as in typo=0.01");
}

std::string SimulationOptions::world() const {
  std::string out = std::to_string(seed);
  const auto add = [&out](std::int64_t value) { out += ' ' + std::to_string(value); };
  for (const int value : {months, loadsPerMonth, jobsPerMonth, fraudStartMonth}) add(value);
  // What came later names a world only where it is used: the worlds before keep their keys.
  for (const auto& named : fraudDoses) {
    if (named.dose != &FraudDoses::thin) add(fraud.*named.dose);
  }
  for (const auto& named : clericalDoses) add(clerical.*named.dose);
  add(noise);
  if (fraud.thin != 0) out += " thin " + std::to_string(fraud.thin);
  if (confounders.any()) out += " " + confounders.toJson().dump();
  return out;
}

SimulationOptions sampleStory() {
  SimulationOptions options;
  options.seed = 2141;
  options.fraudStartMonth = 13;
  options.fraud = {
      .relabel = 50'000, .skim = 40'000, .ghost = 4'000, .edited = 10'000, .favour = 200'000};
  return options;
}

JsonValue Truth::toJson() const {
  const auto list = [](const std::vector<std::string>& ids) {
    return JsonArray(ids.begin(), ids.end());
  };
  JsonObject made{{"relabel", list(relabelled)},
                  {"skim", list(skimmed)},
                  {"ghost", list(ghosts)},
                  {"edited", list(edited)},
                  {"favoured", list(favoured)}};
  if (!slips.empty()) {
    JsonArray pairs;
    for (const auto& [shipment, receipt] : slips) pairs.emplace_back(JsonArray{shipment, receipt});
    made.emplace_back("slips", std::move(pairs));
  }
  if (!confounders.any()) return made;
  made.emplace_back("confounders", confounders.toJson());
  made.emplace_back("clerks", list(clerks));
  return made;
}

}  // namespace plumbline
