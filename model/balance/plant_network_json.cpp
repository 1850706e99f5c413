// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/plant_network.h"

namespace plumbline {
namespace {

JsonValue grams(Mass mass) {
  return std::to_string(mass.inGrams());
}

JsonValue causeJson(const NetworkCause& cause) {
  JsonObject json{{"kind", toText(cause.kind)}, {"amount", grams(cause.amount)}};
  switch (cause.kind) {
    case NetworkCause::Kind::Figure:
      json.emplace_back("figure", cause.index);
      break;
    case NetworkCause::Kind::Scale:
      json.emplace_back("scale", cause.index);
      json.emplace_back("share_ppm", cause.sharePpm);
      break;
    case NetworkCause::Kind::Relabel:
      json.emplace_back("left_as", cause.second);
      [[fallthrough]];
    case NetworkCause::Kind::Leak:
      json.emplace_back("node", cause.index);
      break;
  }
  return json;
}

JsonValue placesJson(const std::vector<NetworkPlace>& places) {
  JsonArray list;
  for (const NetworkPlace& place : places) {
    JsonArray causes;
    for (const NetworkCause& cause : place.causes) causes.push_back(causeJson(cause));
    list.emplace_back(JsonObject{{"u", grams(place.uncertainty)},
                                 {"material", place.material},
                                 {"causes", std::move(causes)}});
  }
  return list;
}

}  // namespace

JsonValue PlantNetwork::toJson() const {
  JsonArray nodeList;
  for (const NetworkNode& node : nodes) {
    nodeList.emplace_back(JsonObject{{"kind", toText(node.kind)},
                                     {"party", node.party},
                                     {"material", node.material},
                                     {"received_as", node.receivedAs},
                                     {"outcome", node.outcome},
                                     {"disagree", node.disagree},
                                     {"in", grams(node.in)},
                                     {"out", grams(node.out)},
                                     {"missing", grams(node.missing)},
                                     {"u", grams(node.uncertainty)}});
  }
  JsonArray scaleList;
  for (const NetworkScale& scale : scales) {
    scaleList.emplace_back(JsonObject{{"party", scale.party}, {"name", scale.name}});
  }
  JsonArray figureList;
  for (const NetworkFigure& figure : figures) {
    figureList.emplace_back(JsonObject{{"kind", toText(figure.kind)},
                                       {"from", figure.from},
                                       {"to", figure.to},
                                       {"loads", figure.loads},
                                       {"value", grams(figure.value)},
                                       {"u", grams(figure.uncertainty)},
                                       {"reconciled", grams(figure.reconciled)},
                                       {"reconciled_u", grams(figure.reconciledUncertainty)},
                                       {"checked", figure.checked},
                                       {"detectable", grams(figure.detectable)}});
  }
  JsonArray otherList;
  for (const auto& set : others) otherList.push_back(placesJson(set));
  return JsonObject{{"unit", "g"},
                    {"why_not", whyNot},
                    {"with_plant", withPlant},
                    {"inside", grams(inside)},
                    {"inside_u", grams(insideUncertainty)},
                    {"on_the_way", grams(onTheWay)},
                    {"on_the_way_u", grams(onTheWayUncertainty)},
                    {"dof", dof},
                    {"objective_milli", objectiveMilli},
                    {"p_ppm", pPpm},
                    {"fits", fits},
                    {"too_good", tooGood},
                    {"nodes", std::move(nodeList)},
                    {"figures", std::move(figureList)},
                    {"scales", std::move(scaleList)},
                    {"places", placesJson(places)},
                    {"places_explain_all", whole},
                    {"other_sets", std::move(otherList)},
                    {"other_sets_found", otherCount}};
}

std::string_view toText(NetworkNode::Kind kind) {
  switch (kind) {
    case NetworkNode::Kind::Plant:
      return "plant";
    case NetworkNode::Kind::Pile:
      return "pile";
    case NetworkNode::Kind::Way:
      break;
  }
  return "way";
}

std::string_view toText(NetworkFigure::Kind kind) {
  using Kind = NetworkFigure::Kind;
  switch (kind) {
    case Kind::Intake:
      return "intake";
    case Kind::StockGrowth:
      return "stock_growth";
    case Kind::Loss:
      return "loss";
    case Kind::PileIn:
      return "pile_in";
    case Kind::PileOut:
      return "pile_out";
    case Kind::Sent:
      return "sent";
    case Kind::Received:
      return "received";
    case Kind::OneSided:
      return "one_sided";
    case Kind::Open:
      break;
  }
  return "open";
}

std::string_view toText(NetworkCause::Kind kind) {
  switch (kind) {
    case NetworkCause::Kind::Leak:
      return "leak";
    case NetworkCause::Kind::Figure:
      return "figure";
    case NetworkCause::Kind::Scale:
      return "scale";
    case NetworkCause::Kind::Relabel:
      break;
  }
  return "relabel";
}

}  // namespace plumbline
