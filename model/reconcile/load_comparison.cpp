// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what sender and receiver do not agree on.

#include <algorithm>

#include "model/reconcile/load_meaning.h"

namespace plumbline {
namespace {

/// Two clocks set by hand may differ by so much.
constexpr std::int64_t clockSlackMs = 10 * 60 * 1000;

}  // namespace

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
  const std::int64_t share = millionths(shipment.netGrams, m_plan.tolerance().bulkPartsPerMillion);
  return std::max(Mass::grams(share), expanded(scales, m_plan.coverageFactorMilli));
}

void LoadJudge::compare(const LoadRow& shipment, const MaterialMeaning& sent,
                        const Receipts& receipts, const Received& sum) {
  const LoadRow& receipt = *receipts.front();
  const Mass shipped = Mass::grams(shipment.netGrams);
  const Mass gap = (sum.total - shipped).abs();
  LoadException made = exception(shipment, &receipt, gap);
  made.received = sum.total;
  made.receivedAs = sum.meaning;
  made.tolerance = allowed(shipment, receipts);
  const auto keep = [&](LoadKind kind, Mass amount) {
    made.amount = amount;
    m_books.exceptions.add(kind, made);
  };
  if (sum.refused) {
    // What was accepted at the second attempt is not refused.
    const Mass open = shipped - sum.total;
    if (open > made.tolerance) keep(LoadKind::Refused, open);
  } else {
    if (gap > made.tolerance) keep(LoadKind::MassDiffers, gap);
    comparePieces(shipment, receipts, made);
  }
  if (shipment.words->lowCode.find('*') != std::string::npos) {
    const std::optional<WasteCode> sentCode = wasteCodeOf(shipment.words->lowCode);
    const std::optional<WasteCode> receivedCode = wasteCodeOf(receipt.words->lowCode);
    if (sentCode && receivedCode && !receivedCode->hazardous) {
      keep(LoadKind::HazardDropped, sum.total);
    }
  }
  if (sum.total > Mass()) compareMaterial(shipment, sent, made, sum);
}

/// Pieces of all parts together; not where one of them states none.
void LoadJudge::comparePieces(const LoadRow& shipment, const Receipts& receipts,
                              LoadException made) {
  if (!m_plan.tolerance().exactPieces || !shipment.pieces) return;
  Mass pieces;  // a checked sum
  for (const LoadRow* receipt : receipts) {
    if (!receipt->pieces) return;
    pieces += Mass::grams(*receipt->pieces);
  }
  if (pieces.inGrams() == *shipment.pieces) return;
  made.amount = (made.received - made.shipped).abs();
  m_books.exceptions.add(LoadKind::PiecesDiffer, made);
}

void LoadJudge::compareMaterial(const LoadRow& shipment, const MaterialMeaning& sent,
                                LoadException made, const Received& sum) {
  const Mass shipped = Mass::grams(shipment.netGrams);
  const auto keep = [&](LoadKind kind, Mass amount) {
    made.amount = amount;
    m_books.exceptions.add(kind, made);
  };
  if (!sent.useful()) {
    if (outcomeOf(sent) == Outcome::Residue || isUnclear(sent)) return;
    if (sum.disposed > Mass()) keep(LoadKind::OperationChanged, std::min(shipped, sum.disposed));
  } else if (sum.asResidue > Mass()) {
    keep(LoadKind::MaterialChanged, sum.residueOf(shipped));
  } else if (sum.unclear > Mass()) {
    keep(LoadKind::MaterialNotStated, sum.unclear);
  } else if (sum.meaning.operation != sent.operation && !sum.meaning.confirmedUseful()) {
    keep(LoadKind::OperationChanged, std::min(shipped, sum.total - sum.useful));
  }
}

void LoadJudge::compareTimes(const LoadRow& shipment, const LoadRow& receipt) {
  // A time of exactly midnight may be a date without a time; then only the days are compared.
  const auto isBefore = [](std::int64_t a, std::int64_t b) {
    const bool dates = a % millisecondsPerDay == 0 || b % millisecondsPerDay == 0;
    return dates ? dayOf(Timestamp::milliseconds(a)) < dayOf(Timestamp::milliseconds(b))
                 : a + clockSlackMs < b;
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
