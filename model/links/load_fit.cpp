// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/load_fit.h"

#include <cmath>
#include <cstdlib>

#include "model/links/document_key.h"

namespace plumbline {
namespace {

constexpr std::int64_t earliestMs = -millisecondsPerDay;  // clocks and dates without a time
constexpr std::int64_t latestMs = 8 * millisecondsPerDay;

bool isHalfAPerCent(Mass sent, Mass received) {
  return (received - sent).abs().inGrams() <= sent.inGrams() / 200;
}

bool isUsualLag(std::int64_t lagMs) {
  return lagMs >= earliestMs && lagMs <= latestMs;
}

Likeness massOf(Mass sent, Mass received) {
  if (isHalfAPerCent(sent, received)) return Likeness::Same;
  const double scales = 2 * std::hypot(inServiceError(sent).inKilograms(),
                                       inServiceError(received).inKilograms());
  const Mass gap = (received - sent).abs();
  // Two scales of 20 kg may hide a load of 50 kg; that is no agreement.
  const bool within = gap.inKilograms() <= scales && gap.inGrams() <= sent.inGrams() / 20;
  return within ? Likeness::Same : Likeness::Other;
}

Likeness textOf(const std::string& sent, const std::string& received) {
  if (sent.empty() || received.empty()) return Likeness::NotStated;
  return sent == received ? Likeness::Same : Likeness::Other;
}

Likeness vehicleOf(const LoadRow& shipment, const LoadRow& receipt) {
  if (shipment.vehicle.empty() || receipt.vehicle.empty()) return Likeness::NotStated;
  if (shipment.vehicle == receipt.vehicle) return Likeness::Same;
  const std::string sent = plainReference(shipment.vehicle);
  return textOf(sent, plainReference(receipt.vehicle));
}

}  // namespace

bool isSameMass(const LoadRow& shipment, const LoadRow& receipt) {
  return isHalfAPerCent(shipment.net, receipt.net);
}

bool isUsualDay(const LoadRow& shipment, const LoadRow& receipt) {
  return isUsualLag(receipt.timeMs - shipment.timeMs);
}

bool isOtherReceiver(const LoadRow& shipment, const LoadRow& receipt) {
  const int named = shipment.words->named;
  return named != LoadWords::nobody && named != receipt.party && named != shipment.party;
}

LoadFit fitOf(const LoadRow& shipment, const LoadRow& receipt) {
  LoadFit fit;
  if (!receipt.words->rejected) {
    fit.mass = massOf(shipment.net, receipt.net);
  }
  const bool days = !shipment.timeIsPeriod && !receipt.timeIsPeriod;
  fit.day = !days                            ? Likeness::NotStated
            : isUsualDay(shipment, receipt) ? Likeness::Same
                                            : Likeness::Other;
  fit.vehicle = vehicleOf(shipment, receipt);
  if (shipment.words->named == receipt.party) fit.receiver = Likeness::Same;
  if (isOtherReceiver(shipment, receipt)) fit.receiver = Likeness::Other;
  return fit;
}

LoadFit fitOf(const LinkKeys& sent, const LinkKeys& received) {
  LoadFit fit;
  if (sent.net && received.net) fit.mass = massOf(*sent.net, *received.net);
  if (sent.time && received.time) {
    const std::int64_t lag = received.time->inMilliseconds() - sent.time->inMilliseconds();
    fit.day = isUsualLag(lag) ? Likeness::Same : Likeness::Other;
  }
  const bool byContainer = !sent.container.empty() && !received.container.empty();
  fit.vehicle = byContainer ? textOf(sent.container, received.container)
                            : textOf(sent.vehicle, received.vehicle);
  fit.receiver = textOf(sent.receiver, received.receiver);
  return fit;
}

bool LoadFit::isClear(bool refused) const {
  return receiver != Likeness::Other && isOneLoad(refused);
}

bool LoadFit::isOneLoad(bool refused) const {
  if (refused) return day == Likeness::Same && vehicle != Likeness::Other;
  const auto agrees = [](Likeness likeness) { return likeness == Likeness::Same ? 1 : 0; };
  return agrees(mass) + agrees(day) + agrees(vehicle) >= 2;
}

bool LoadFit::hasNothingAgainst() const {
  return mass != Likeness::Other && day != Likeness::Other && vehicle != Likeness::Other &&
         receiver != Likeness::Other;
}

bool LoadFit::isOfTheNumberOnly() const {
  return mass != Likeness::Same && day != Likeness::Same && vehicle != Likeness::Same;
}

}  // namespace plumbline
