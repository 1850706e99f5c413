// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reconcile/load_fit.h"

#include <cmath>
#include <cstdlib>

#include "model/reconcile/document_key.h"
#include "model/reconcile/link_fields.h"

namespace plumbline {
namespace {

constexpr std::int64_t earliestMs = -millisecondsPerDay;  // clocks and dates without a time
constexpr std::int64_t latestMs = 8 * millisecondsPerDay;

bool isWithinTheScales(const LoadRow& shipment, const LoadRow& receipt) {
  const double sent = inServiceError(Mass::grams(shipment.netGrams)).inKilograms();
  const double received = inServiceError(Mass::grams(receipt.netGrams)).inKilograms();
  const Mass gap = (Mass::grams(receipt.netGrams) - Mass::grams(shipment.netGrams)).abs();
  // Two scales of 20 kg may hide a load of 50 kg; that is no agreement.
  return gap.inKilograms() <= 2 * std::hypot(sent, received) &&
         gap.inGrams() <= shipment.netGrams / 20;
}

Likeness massOf(const LoadRow& shipment, const LoadRow& receipt) {
  if (receipt.words->rejected) return Likeness::NotStated;
  return isSameMass(shipment, receipt) || isWithinTheScales(shipment, receipt) ? Likeness::Same
                                                                                : Likeness::Other;
}

Likeness vehicleOf(const LoadRow& shipment, const LoadRow& receipt) {
  if (shipment.vehicle.empty() || receipt.vehicle.empty()) return Likeness::NotStated;
  if (shipment.vehicle == receipt.vehicle) return Likeness::Same;
  const std::string sent = plainReference(shipment.vehicle);
  const std::string received = plainReference(receipt.vehicle);
  if (sent.empty() || received.empty()) return Likeness::NotStated;
  return sent == received ? Likeness::Same : Likeness::Other;
}

}  // namespace

bool isSameMass(const LoadRow& shipment, const LoadRow& receipt) {
  const Mass gap = (Mass::grams(receipt.netGrams) - Mass::grams(shipment.netGrams)).abs();
  return gap.inGrams() <= shipment.netGrams / 200;
}

bool isUsualDay(const LoadRow& shipment, const LoadRow& receipt) {
  const std::int64_t lag = receipt.timeMs - shipment.timeMs;
  return lag >= earliestMs && lag <= latestMs;
}

bool isOtherReceiver(const LoadRow& shipment, const LoadRow& receipt) {
  const int named = shipment.words->named;
  return named != LoadWords::nobody && named != receipt.party && named != shipment.party;
}

LoadFit fitOf(const LoadRow& shipment, const LoadRow& receipt) {
  LoadFit fit;
  fit.mass = massOf(shipment, receipt);
  fit.day = isUsualDay(shipment, receipt) ? Likeness::Same : Likeness::Other;
  fit.vehicle = vehicleOf(shipment, receipt);
  if (shipment.words->named == receipt.party) fit.receiver = Likeness::Same;
  if (isOtherReceiver(shipment, receipt)) fit.receiver = Likeness::Other;
  return fit;
}

bool LoadFit::isClear(bool refused) const {
  if (receiver == Likeness::Other) return false;
  if (refused) return day == Likeness::Same && vehicle != Likeness::Other;
  const auto agrees = [](Likeness likeness) { return likeness == Likeness::Same ? 1 : 0; };
  return agrees(mass) + agrees(day) + agrees(vehicle) >= 2;
}

bool LoadFit::isOfTheNumberOnly() const {
  return mass != Likeness::Same && day != Likeness::Same && vehicle != Likeness::Same;
}

}  // namespace plumbline
