// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_comparison.h"

#include <algorithm>

#include "model/links/document_key.h"

namespace plumbline {
namespace {

/// Two clocks set by hand may differ by so much.
constexpr std::int64_t clockSlackMs = 10 * 60 * 1000;
constexpr std::int64_t hourMs = millisecondsPerDay / 24;

bool isDate(std::int64_t time) {
  return time % millisecondsPerDay == 0;
}

/// A time of exactly midnight may be a date without a time, of a day that nobody says where in the
/// world: it begins up to 14 hours before that of UTC and ends up to 12 hours after it.
bool isBefore(std::int64_t a, std::int64_t b) {
  constexpr std::int64_t easternmostMs = 14 * hourMs;
  constexpr std::int64_t westernmostMs = 12 * hourMs;
  if (isDate(a) && isDate(b)) return a < b;
  if (isDate(a)) return a + millisecondsPerDay + westernmostMs < b;
  return a + (isDate(b) ? easternmostMs : clockSlackMs) < b;
}

}  // namespace

void LoadComparison::differ(LoadKind kind, const LoadRow& shipment, const LoadRows& receipts,
                            const ReceivedLoad& sum, Mass amount) {
  LoadException made = m_teller.about(shipment, receipts.front(), amount);
  made.received = sum.total;
  made.receivedAs = sum.meaning;
  made.tolerance = m_tolerance.allowed(shipment, receipts);
  m_teller.tell(kind, made);
}

void LoadComparison::compare(const LoadRow& shipment, const MaterialMeaning& sent,
                             const LoadRows& receipts, const ReceivedLoad& sum) {
  for (const LoadRow* receipt : receipts) times(shipment, *receipt);
  const Mass shipped = shipment.net;
  // What was accepted at the second attempt is not refused.
  const Mass gap = sum.refused ? shipped - sum.total : (sum.total - shipped).abs();
  if (m_tolerance.isTooMuch(gap, shipment, receipts)) {
    differ(sum.refused ? LoadKind::Refused : LoadKind::MassDiffers, shipment, receipts, sum, gap);
  }
  if (!sum.refused) pieces(shipment, receipts, sum);
  if (sum.hazardDropped > Mass()) {
    differ(LoadKind::HazardDropped, shipment, receipts, sum, sum.hazardDropped);
  }
  if (sum.total > Mass()) material(shipment, sent, receipts, sum);
}

/// Pieces of all parts together; not where one of them states none.
void LoadComparison::pieces(const LoadRow& shipment, const LoadRows& receipts,
                            const ReceivedLoad& sum) {
  if (!m_plan.tolerance().exactPieces || !shipment.pieces) return;
  Mass counted;  // a checked sum
  for (const LoadRow* receipt : receipts) {
    if (!receipt->pieces) return;
    counted += Mass::grams(*receipt->pieces);
  }
  if (counted.inGrams() == *shipment.pieces) return;
  differ(LoadKind::PiecesDiffer, shipment, receipts, sum, (sum.total - shipment.net).abs());
}

void LoadComparison::material(const LoadRow& shipment, const MaterialMeaning& sent,
                              const LoadRows& receipts, const ReceivedLoad& sum) {
  const Mass shipped = shipment.net;
  const auto keep = [&](LoadKind kind, Mass amount) {
    differ(kind, shipment, receipts, sum, amount);
  };
  if (!sent.useful()) {
    if (outcomeOf(sent) == Outcome::Residue || isUnclear(sent)) return;
    if (sum.disposed > Mass()) keep(LoadKind::OperationChanged, std::min(shipped, sum.disposed));
  } else if (sum.asResidue > Mass()) {
    keep(LoadKind::MaterialChanged, sum.residueOf(shipped));
  } else if (sum.disputed > Mass()) {
    keep(LoadKind::MaterialDisputed, std::min(shipped, sum.disputed));
  } else if (sum.unclear > Mass()) {
    keep(LoadKind::MaterialNotStated, sum.unclear);
  } else if (sum.meaning.operation != sent.operation && !sum.meaning.confirmedUseful()) {
    keep(LoadKind::OperationChanged, std::min(shipped, sum.total - sum.useful));
  }
}

void LoadComparison::times(const LoadRow& shipment, const LoadRow& receipt) {
  if (receipt.timeIsPeriod) return;
  if (!shipment.timeIsPeriod && isBefore(receipt.timeMs, shipment.timeMs)) {
    m_teller.tell(LoadKind::ReceivedBeforeSent, shipment, &receipt, shipment.net);
  }
  if (receipt.certificateMs && isBefore(*receipt.certificateMs, receipt.timeMs)) {
    m_teller.tell(LoadKind::CertificateBeforeReceipt, shipment, &receipt, shipment.net);
  }
}

bool moreThanTheNumberFits(const LoadRow& shipment, const LoadRows& receipts,
                           const ReceivedLoad& sum) {
  // Two scales and a rounding to 0.1 t are within a per cent.
  const std::int64_t gap = (sum.total - shipment.net).abs().inGrams();
  if (gap <= shipment.net.inGrams() / 100) return true;
  const std::string plate = plainReference(shipment.vehicle);
  return std::any_of(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
    return (!plate.empty() && plate == plainReference(receipt->vehicle)) ||
           receipt->words->oneMaterial == shipment.words->oneMaterial;
  });
}

}  // namespace plumbline
