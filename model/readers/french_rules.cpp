// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/french_rules.h"

#include <algorithm>

#include "model/findings/source_rules.h"
#include "model/readers/official_values.h"
#include "model/records/quantities.h"

namespace plumbline {
namespace {

constexpr std::int64_t milli = 1'000;
constexpr std::int64_t mostTonnes = 10'000;
constexpr std::int64_t mostRoadTonnes = 40;
constexpr std::int64_t mostRoadCubicMetres = 100;

/// Thousandths of a number with a comma or a point; nothing where it is none, or has more decimals.
std::optional<std::int64_t> thousandths(const std::string& number) {
  const auto value = parseFixed(number, 3);
  return value ? std::optional(*value) : std::nullopt;
}

std::string plain(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

bool isRoad(const FrenchField& field) {
  for (const char* name : {"transporter1TransportMode", "reportForTransportMode"}) {
    const std::string mode = field(name);
    if (mode == "ROUTE" || mode == "ROAD" || mode == "Route") return true;
  }
  return false;
}

std::optional<Timestamp> dayIn(const std::string& text) {
  const auto time = Timestamp::parse(timeText(text));
  return time ? std::optional(*time) : std::nullopt;
}

void judgeWeight(const FrenchField& field, std::vector<std::string>& broken) {
  const std::string weight = plain(field("weightValue"));
  const std::string volume = plain(field("volume"));
  if (decimalsOf(weight) > 3) broken.push_back(brokenRule("fr_decimals", weight + " t"));
  const auto tonnes = thousandths(weight);
  if (tonnes && (*tonnes <= 0 || *tonnes > mostTonnes * milli)) {
    broken.push_back(brokenRule("fr_weight", weight + " t"));
  }
  if (!isRoad(field)) return;
  if (tonnes && *tonnes > mostRoadTonnes * milli && *tonnes <= mostTonnes * milli) {
    broken.push_back(brokenRule("fr_road_load", weight + " t"));
  }
  const auto cubicMetres = thousandths(volume);
  if (cubicMetres && *cubicMetres > mostRoadCubicMetres * milli) {
    broken.push_back(brokenRule("fr_road_volume", volume + " m3"));
  }
}

/// A product is used or dispatched, and not before its waste was processed.
void judgeProduct(const FrenchField& field, std::vector<std::string>& broken) {
  const std::string used = field("useDate");
  const std::string sent = field("dispatchDate");
  if (used.empty() == sent.empty()) {
    broken.push_back(brokenRule("fr_one_date", used.empty() ? "neither date" : "both dates"));
  }
  const std::string end = field("processingEndDate");
  const std::string processed = end.empty() ? field("processingDate") : end;
  const std::string out = used.empty() ? sent : used;
  const auto before = dayIn(processed);
  const auto after = dayIn(out);
  if (before && after && *after < *before) {
    broken.push_back(brokenRule("fr_order", out + " < " + processed));
  }
}

}  // namespace

std::vector<std::string> brokenFrenchRules(const FrenchField& field, bool product, bool incoming) {
  std::vector<std::string> broken;
  judgeWeight(field, broken);
  if (product) judgeProduct(field, broken);
  const std::string operation = operationText(field("operationCode"));
  const bool weighed = operation == "R1" || operation == "D10" || operation == "D5";
  if (incoming && weighed && field("weighingHour").empty()) {
    broken.push_back(brokenRule("fr_weighing_hour", operation));
  }
  return broken;
}

}  // namespace plumbline
