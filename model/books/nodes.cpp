// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/nodes.h"

#include <algorithm>
#include <iterator>

namespace plumbline {
namespace {

constexpr std::string_view lossNodes[] = {
    "air",     "atmosphere",  "loss",     "losses",        "process loss", "process losses",
    "drying",  "evaporation", "moisture", "moisture loss", "water vapour", "water vapor",
    "vapour",  "vapor",       "steam",    "emission",      "emissions",    "off gas",
    "exhaust", "exhaust gas", "flue gas",
};
constexpr std::string_view gateNodes[] = {"dispatch",  "gate",      "shipping", "shipment",
                                          "shipments", "shipped",   "out",      "outgoing",
                                          "customer",  "customers", "receiver", "receivers"};

}  // namespace

std::string plainNodeName(std::string_view node) {
  std::string plain;
  for (const char c : node) {
    const bool gap = c == ' ' || c == '-' || c == '_';
    if (gap && (plain.empty() || plain.back() == ' ')) continue;
    const bool upper = c >= 'A' && c <= 'Z';
    plain.push_back(gap ? ' ' : upper ? static_cast<char>(c - 'A' + 'a') : c);
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

bool isLossNode(std::string_view node) {
  return std::find(std::begin(lossNodes), std::end(lossNodes), plainNodeName(node)) !=
         std::end(lossNodes);
}

bool isGateNode(std::string_view node) {
  return std::find(std::begin(gateNodes), std::end(gateNodes), plainNodeName(node)) !=
         std::end(gateNodes);
}

}  // namespace plumbline
