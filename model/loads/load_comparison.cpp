// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what sender and receiver do not agree on.

#include <algorithm>

#include "model/links/document_key.h"
#include "model/loads/load_meaning.h"

namespace plumbline {
namespace {

/// Two clocks set by hand may differ by so much.
constexpr std::int64_t clockSlackMs = 10 * 60 * 1000;

}  // namespace

Mass LoadJudge::allowedShare(const LoadRow& shipment) const {
  return Mass::grams(millionths(shipment.netGrams, m_plan.tolerance().bulkPartsPerMillion));
}

/// The profile's share of the load, but never less than what the two scales may be off: a small
/// load is weighed no better than a large one.
Mass LoadJudge::allowed(const LoadRow& shipment, const Receipts& receipts) {
  Variance scales = 0;
  const auto add = [&](const LoadRow& row) {
    const Calibration& scale = m_books.instruments.at(scaleOf(row));
    scales = saturatedSum(scales, squaredGrams(scale.randomGrams));
  };
  add(shipment);
  for (const LoadRow* receipt : receipts) add(*receipt);
  return std::max(allowedShare(shipment), expanded(scales, m_plan.coverageFactorMilli));
}

/// Nearly every load is within the share; then no scale is looked up.
bool LoadJudge::isTooMuch(Mass gap, const LoadRow& shipment, const Receipts& receipts) {
  return gap > allowedShare(shipment) && gap > allowed(shipment, receipts);
}

void LoadJudge::differ(LoadKind kind, const LoadRow& shipment, const Receipts& receipts,
                       const Received& sum, Mass amount) {
  LoadException made = exception(shipment, receipts.front(), amount);
  made.received = sum.total;
  made.receivedAs = sum.meaning;
  made.tolerance = allowed(shipment, receipts);
  m_books.exceptions.add(kind, made);
}

void LoadJudge::compare(const LoadRow& shipment, const MaterialMeaning& sent,
                        const Receipts& receipts, const Received& sum) {
  const Mass shipped = Mass::grams(shipment.netGrams);
  // What was accepted at the second attempt is not refused.
  const Mass gap = sum.refused ? shipped - sum.total : (sum.total - shipped).abs();
  if (isTooMuch(gap, shipment, receipts)) {
    differ(sum.refused ? LoadKind::Refused : LoadKind::MassDiffers, shipment, receipts, sum, gap);
  }
  if (!sum.refused) comparePieces(shipment, receipts, sum);
  if (sum.hazardDropped > Mass()) {
    differ(LoadKind::HazardDropped, shipment, receipts, sum, sum.hazardDropped);
  }
  if (sum.total > Mass()) compareMaterial(shipment, sent, receipts, sum);
}

/// Pieces of all parts together; not where one of them states none.
void LoadJudge::comparePieces(const LoadRow& shipment, const Receipts& receipts,
                              const Received& sum) {
  if (!m_plan.tolerance().exactPieces || !shipment.pieces) return;
  Mass pieces;  // a checked sum
  for (const LoadRow* receipt : receipts) {
    if (!receipt->pieces) return;
    pieces += Mass::grams(*receipt->pieces);
  }
  if (pieces.inGrams() == *shipment.pieces) return;
  const Mass gap = (sum.total - Mass::grams(shipment.netGrams)).abs();
  differ(LoadKind::PiecesDiffer, shipment, receipts, sum, gap);
}

bool LoadJudge::moreThanTheNumberFits(const LoadRow& shipment, const Receipts& receipts,
                                      const Received& sum) {
  // Two scales and a rounding to 0.1 t are within a per cent.
  const std::int64_t gap = (sum.total - Mass::grams(shipment.netGrams)).abs().inGrams();
  if (gap <= shipment.netGrams / 100) return true;
  const std::string plate = plainReference(shipment.vehicle);
  return std::any_of(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
    return (!plate.empty() && plate == plainReference(receipt->vehicle)) ||
           receipt->words->material == shipment.words->material;
  });
}

void LoadJudge::compareMaterial(const LoadRow& shipment, const MaterialMeaning& sent,
                                const Receipts& receipts, const Received& sum) {
  const Mass shipped = Mass::grams(shipment.netGrams);
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

void LoadJudge::compareTimes(const LoadRow& shipment, const LoadRow& receipt) {
  // A time of exactly midnight may be a date without a time, of a day that nobody says where in the
  // world: it begins up to 14 hours before that of UTC and ends up to 12 hours after it.
  constexpr std::int64_t hourMs = millisecondsPerDay / 24;
  constexpr std::int64_t easternmostMs = 14 * hourMs;
  constexpr std::int64_t westernmostMs = 12 * hourMs;
  const auto isDate = [](std::int64_t time) { return time % millisecondsPerDay == 0; };
  const auto isBefore = [&](std::int64_t a, std::int64_t b) {
    if (isDate(a) && isDate(b)) return a < b;
    if (isDate(a)) return a + millisecondsPerDay + westernmostMs < b;
    return a + (isDate(b) ? easternmostMs : clockSlackMs) < b;
  };
  const Mass shipped = Mass::grams(shipment.netGrams);
  if (isBefore(receipt.timeMs, shipment.timeMs)) {
    m_books.exceptions.add(LoadKind::ReceivedBeforeSent, exception(shipment, &receipt, shipped));
  }
  if (receipt.certificateMs && isBefore(*receipt.certificateMs, receipt.timeMs)) {
    m_books.exceptions.add(LoadKind::CertificateBeforeReceipt,
                           exception(shipment, &receipt, shipped));
  }
}

}  // namespace plumbline
