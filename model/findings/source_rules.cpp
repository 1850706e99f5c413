// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/findings/source_rules.h"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

constexpr std::string_view france = "Trackdechets, validation of the registers (MTES-MCT)";
constexpr std::string_view shipments = "UK International Waste Shipments, bulk upload (DEFRA)";
constexpr std::string_view tracking = "UK digital waste tracking, receipt API (DEFRA)";
constexpr std::string_view manifest = "US e-Manifest, validation (EPA)";

// By reader. An id is for good: remarks of imported files name it.
constexpr std::array rules = {
    SourceRule{"br_justification", "br-sinir-mtr", "SINIR, MTR: a difference is justified"},
    SourceRule{"fr_decimals", "fr-register", france},
    SourceRule{"fr_one_date", "fr-register", france},
    SourceRule{"fr_order", "fr-register", france},
    SourceRule{"fr_road_load", "fr-register", france},
    SourceRule{"fr_road_volume", "fr-register", france},
    SourceRule{"fr_weighing_hour", "fr-register", france},
    SourceRule{"fr_weight", "fr-register", france},
    SourceRule{"iws_decimals", "uk-iws-prenotification", shipments},
    SourceRule{"sl_packaging", "uk-summary-log",
               "UK packaging EPR, validator of processed loads, 1e-9 t (DEFRA/epr-backend)"},
    SourceRule{"dwt_consignment", "uk-waste-receipt", tracking},
    SourceRule{"dwt_hazardous", "uk-waste-receipt", tracking},
    SourceRule{"dwt_weights", "uk-waste-receipt", "own rule: the parts of an item are the item"},
    SourceRule{"em_comment", "us-e-manifest", manifest},
    SourceRule{"em_quantity", "us-e-manifest", "40 CFR 264.72, differences marked by the facility"},
    SourceRule{"em_type", "us-e-manifest", "40 CFR 264.72, differences marked by the facility"},
};

}  // namespace

std::span<const SourceRule> allSourceRules() {
  return rules;
}

const SourceRule* findSourceRule(std::string_view id) {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [id](const SourceRule& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

std::string brokenRule(std::string_view id, std::string_view found) {
  constexpr std::size_t mostBytes = 300;
  return std::string(id) + ": " + std::string(found.substr(0, mostBytes));
}

std::pair<std::string_view, std::string_view> brokenRuleParts(std::string_view text) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return {};
  return {text.substr(0, colon), text.substr(colon + 2)};
}

int decimalsOf(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

}  // namespace plumbline
