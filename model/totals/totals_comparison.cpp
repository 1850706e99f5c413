// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/totals/totals_comparison.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace plumbline {
namespace {

JsonValue quantity(const std::optional<std::int64_t>& micro) {
  return micro ? JsonValue::decimal(quantityText(*micro)) : JsonValue();
}

JsonValue pairJson(const TotalsPair& pair) {
  JsonObject out{{"kind", toText(pair.kind)}};
  if (pair.kind != TotalsKind::Partners) out.emplace_back("direction", pair.out ? "out" : "in");
  out.emplace_back("sender", pair.sender);
  out.emplace_back("receiver", pair.receiver);
  out.emplace_back("material", pair.material);
  out.emplace_back("start", pair.start.text());
  out.emplace_back("end", pair.end.text());
  out.emplace_back("unit", pair.unit);
  if (!pair.receivedUnit.empty()) out.emplace_back("received_unit", pair.receivedUnit);
  out.emplace_back("sent", quantity(pair.sent));
  out.emplace_back("received", quantity(pair.received));
  out.emplace_back("gap", quantity(pair.gap));
  out.emplace_back("result", toText(pair.result));
  out.emplace_back("doubt", toText(pair.doubt));
  out.emplace_back("open", pair.open);
  return out;
}

JsonValue throughJson(const TotalsThrough& through) {
  return JsonObject{{"party", through.party},
                    {"start", through.start.text()},
                    {"end", through.end.text()},
                    {"unit", through.unit},
                    {"in", quantity(through.in)},
                    {"out", quantity(through.out)},
                    {"excess", quantity(through.excess)},
                    {"whole", through.isWhole}};
}

}  // namespace

std::string_view toText(TotalsResult value) {
  switch (value) {
    case TotalsResult::Confirmed:
      return "confirmed";
    case TotalsResult::Differs:
      return "differs";
    case TotalsResult::SenderOnly:
      return "sender_only";
    case TotalsResult::ReceiverOnly:
      return "receiver_only";
    case TotalsResult::CannotTell:
      break;
  }
  return "cannot_tell";
}

std::string_view toText(TotalsDoubt value) {
  switch (value) {
    case TotalsDoubt::Overlap:
      return "overlap";
    case TotalsDoubt::Units:
      return "units";
    case TotalsDoubt::PartOfPeriod:
      return "part_of_period";
    case TotalsDoubt::NotPublished:
      return "not_published";
    case TotalsDoubt::NotNamed:
      return "not_named";
    case TotalsDoubt::OthersSilent:
      return "others_silent";
    case TotalsDoubt::None:
      break;
  }
  return "";
}

std::string_view toText(TotalsKind value) {
  switch (value) {
    case TotalsKind::Partners:
      return "partners";
    case TotalsKind::AllPartners:
      return "all_partners";
    case TotalsKind::OwnLines:
      break;
  }
  return "own_lines";
}

std::string quantityText(std::int64_t micro) {
  return formatFixed(micro, 6);
}

std::vector<const TotalsPair*> byGap(const TotalsComparison& totals) {
  std::vector<const TotalsPair*> pairs;
  for (const TotalsPair& pair : totals.pairs) pairs.push_back(&pair);
  std::stable_sort(pairs.begin(), pairs.end(), [](const TotalsPair* a, const TotalsPair* b) {
    const auto key = [](const TotalsPair& pair) {
      const bool asks = pair.result != TotalsResult::Confirmed && pair.result != TotalsResult::CannotTell;
      return std::tuple(!asks, -pair.gapMass.abs().inGrams(), -std::abs(pair.gap), pair.result);
    };
    return key(*a) < key(*b);
  });
  return pairs;
}

std::int64_t TotalsComparison::count(TotalsResult result) const {
  return std::count_if(pairs.begin(), pairs.end(), [result](const TotalsPair& pair) {
    return pair.result == result;
  });
}

JsonValue TotalsComparison::toJson() const {
  JsonArray pairList;
  for (const TotalsPair& pair : pairs) pairList.push_back(pairJson(pair));
  JsonArray throughList;
  for (const TotalsThrough& through : throughs) throughList.push_back(throughJson(through));
  return JsonObject{{"rows", rows},
                    {"refused", refused},
                    {"repeated", repeated},
                    {"pairs", std::move(pairList)},
                    {"through", std::move(throughList)}};
}

}  // namespace plumbline
