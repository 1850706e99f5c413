// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of one document line: which belong together, which are parts or doubles, and which wait
// because nothing but the number speaks for them.

#include <algorithm>
#include <tuple>

#include "model/links/load_fit.h"
#include "model/loads/load_meaning.h"

namespace plumbline {
namespace {

/// Two loads of one number this far apart: the books began to count again.
constexpr std::int64_t sameBooksMs = 180 * millisecondsPerDay;

bool isOwnClearly(const LoadRow& shipment, const LoadRows& receipts) {
  return std::any_of(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
    return fitOf(shipment, *receipt).isClear(receipt->words->rejected);
  });
}

}  // namespace

void LoadJudge::judge(LoadGroup& shipments, LoadGroup& receipts) {
  ++m_order;
  shipments.sort();
  receipts.sort();
  LoadRows sent;
  LoadRows received;
  for (std::size_t i = 0; i < shipments.size(); ++i) {
    if (shipments[i].words->voided) {
      bookVoided(shipments[i]);
    } else {
      sent.push_back(&shipments[i]);
    }
  }
  for (std::size_t k = 0; k < receipts.size(); ++k) received.push_back(&receipts[k]);
  const std::vector<std::size_t> shipmentOf =
      pairLoads(sent, received, [this](const LoadRow& shipment, const LoadRow& receipt) {
        return belongs(shipment, receipt) && !decidedApart(shipment, receipt);
      });
  std::vector<Receipts> mine(sent.size());
  for (std::size_t k = 0; k < received.size(); ++k) {
    if (shipmentOf[k] == ofNoShipment) {
      leftOver(*received[k], shipments);
    } else {
      mine[shipmentOf[k]].push_back(received[k]);
    }
  }
  noteDuplicates(sent, mine);
  for (std::size_t i = 0; i < sent.size(); ++i) judgeShipment(*sent[i], mine[i]);
}

void LoadJudge::judgeShipment(const LoadRow& shipment, const Receipts& receipts) {
  Receipts confirm;
  for (const LoadRow* receipt : receipts) {
    if (confirming(shipment, *receipt)) confirm.push_back(receipt);
  }
  if (!confirm.empty()) {
    settle(shipment, confirm);
  } else if (!receipts.empty()) {
    bookUnmatched(shipment, Open::ToldElsewhere);  // its own, or a stranger's: rules of their own
  } else {
    unmatched(shipment);
  }
}

void LoadJudge::settle(const LoadRow& shipment, Receipts& receipts) {
  const bool parts = receipts.size() > 1;
  splitOrDuplicate(shipment, receipts);
  const bool other = std::any_of(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
    return isOtherReceiver(shipment, *receipt);
  });
  if (other && isDenied(shipment, receipts)) {
    tellOtherReceiver(shipment, receipts);
    judgeLoad(shipment, receipts);
    return;
  }
  const LoadRow& first = *receipts.front();
  const bool refused = first.words->rejected;
  const LoadFit fit = fitOf(shipment, first);
  // Of another mass: a part may stand under another number, or two loads in one receipt.
  const bool open = !fit.isClear(refused) || fit.mass == Likeness::Other;
  if (other || (receipts.size() == 1 && !parts && open)) {
    // Where all masses are off there would else be nothing to learn from how one load looks.
    if (!other && !refused && fit.isClear(refused)) takeSample(shipment, first);
    hold(shipment, receipts);
  } else {
    judgeLoad(shipment, receipts);
  }
}

bool LoadJudge::isDenied(const LoadRow& shipment, const Receipts& receipts) {
  return sentMeaning(shipment).useful() &&
         std::all_of(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
           return fitOf(shipment, *receipt).isOneLoad(receipt->words->rejected) &&
                  isReceivedAsResidue(receivedMeaning(shipment, *receipt));
         });
}

void LoadJudge::hold(const LoadRow& shipment, const Receipts& receipts) {
  const bool full = m_unmatchedShipments.size() >= m_books.mostOpen ||
                    m_unmatchedReceipts.size() + receipts.size() > m_books.mostOpen;
  if (full) {
    // Too many to look for better partners: the number holds, for what it is worth.
    if (tellOtherReceiver(shipment, receipts)) {
      bookUnmatched(shipment, Open::Linked);
    } else {
      judgeLoad(shipment, receipts);
    }
    return;
  }
  unmatched(shipment);
  for (const LoadRow* receipt : receipts) setAside(asGhost(*receipt));
}

/// A receipt that no shipment took: of a voided shipment, or of none.
void LoadJudge::leftOver(const LoadRow& receipt, const LoadGroup& shipments) {
  for (std::size_t i = 0; i < shipments.size(); ++i) {
    const LoadRow& shipment = shipments[i];
    if (!shipment.words->voided || !belongs(shipment, receipt)) continue;
    const bool agree = cameBack(shipment) || receipt.words->rejected;
    if (agree || receipt.party == shipment.party || !receipt.confirms) return;
    Unmatched made{m_order, receipt};
    made.exception = exception(shipment, &receipt, Mass::grams(receipt.netGrams));
    setAside(std::move(made));
    return;
  }
  ghost(receipt);
}

/// One load booked twice, or two loads that each have a receipt of their own? Only the first is told.
void LoadJudge::noteDuplicates(const LoadRows& shipments, const std::vector<Receipts>& receipts) {
  for (std::size_t i = 1; i < shipments.size(); ++i) {
    const LoadRow& before = *shipments[i - 1];
    const LoadRow& shipment = *shipments[i];
    if (before.party != shipment.party || shipment.timeMs - before.timeMs > sameBooksMs) continue;
    if (isOwnClearly(before, receipts[i - 1]) && isOwnClearly(shipment, receipts[i])) continue;
    LoadException made = exception(shipment, nullptr, Mass::grams(shipment.netGrams));
    made.twin = before.rowid;
    m_books.exceptions.add(LoadKind::DuplicateShipment, made);
  }
}

void LoadJudge::splitOrDuplicate(const LoadRow& shipment, Receipts& receipts) {
  // A refusal takes nothing: the load may have been accepted at the second attempt.
  const auto refusals = std::stable_partition(receipts.begin(), receipts.end(),
                                              [](auto row) { return !row->words->rejected; });
  const Receipts accepted(receipts.begin(), refusals);
  if (accepted.size() < 2) return;
  Mass total;
  for (const LoadRow* receipt : accepted) total += Mass::grams(receipt->netGrams);
  const Mass shipped = Mass::grams(shipment.netGrams);
  if (total <= shipped + allowed(shipment, accepted)) return;  // one load in parts
  // More came than was sent: the receipt that fits best counts. The others are doubles, unless a
  // load without a receipt fits them: then somebody mistyped a number.
  const auto misfit = [&shipment](const LoadRow* row) {
    const std::int64_t gap = row->netGrams - shipment.netGrams;
    return std::tuple(isOtherReceiver(shipment, *row), row->vehicle != shipment.vehicle,
                      !isUsualDay(shipment, *row),
                      row->words->material != shipment.words->material, gap < 0 ? -gap : gap);
  };
  const LoadRow* const kept = *std::min_element(
      accepted.begin(), accepted.end(), [misfit](auto a, auto b) { return misfit(a) < misfit(b); });
  for (const LoadRow* receipt : accepted) {
    if (receipt == kept) continue;
    Unmatched made{m_order, *receipt};
    made.kind = LoadKind::DuplicateReceipt;
    made.exception = exception(shipment, receipt, Mass::grams(receipt->netGrams));
    made.exception.twin = kept->rowid;
    setAside(std::move(made));
  }
  receipts.erase(receipts.begin(), refusals);
  receipts.insert(receipts.begin(), kept);
}

}  // namespace plumbline
