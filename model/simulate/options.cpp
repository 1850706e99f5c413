// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "model/records/decimal.h"
#include "model/simulate/simulator.h"

namespace plumbline {
namespace {

constexpr std::int64_t million = 1'000'000;

struct NamedDose {
  std::string_view name;
  std::int64_t FraudDoses::*dose;
};
constexpr std::array<NamedDose, 5> namedDoses = {{
    {"relabel", &FraudDoses::relabel},
    {"skim", &FraudDoses::skim},
    {"ghost", &FraudDoses::ghost},
    {"edited", &FraudDoses::edited},
    {"favour", &FraudDoses::favour},
}};

Error badDose(std::string message, std::string_view found) {
  return {.code = ErrorCode::BadValue,
          .message = std::move(message),
          .found = std::string(found),
          .expected = "relabel, skim, ghost, edited or favour with a share, as in relabel=0.05"};
}

}  // namespace

Result<FraudDoses> parseFraudDoses(std::string_view text) {
  FraudDoses doses;
  std::array<bool, namedDoses.size()> seen{};
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
  return JsonObject{{"relabel", list(relabelled)},
                    {"skim", list(skimmed)},
                    {"ghost", list(ghosts)},
                    {"edited", list(edited)},
                    {"favoured", list(favoured)}};
}

}  // namespace plumbline
