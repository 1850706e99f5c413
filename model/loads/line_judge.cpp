// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/line_judge.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "model/links/load_fit.h"

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

bool LineJudge::isPlain(const LoadRow& sent, const LoadRow& received) const {
  // Half a per cent is within every profile, so that the scales need not be looked up.
  return received.confirms && !received.official && !sent.official &&
         received.party != sent.party && !sent.words->voided && !received.words->rejected &&
         isSameMass(sent, received) && isUsualDay(sent, received) &&
         !isOtherReceiver(sent, received) && m_belonging.belongs(sent, received);
}

bool LineJudge::judgePlainGroup(const LoadGroup& shipments, const LoadGroup& receipts) {
  constexpr std::size_t most = 4;  // years of books; beyond it the details are worth reading
  const std::size_t loads = shipments.size();
  if (loads < 2 || loads > most || receipts.size() != loads) return false;
  std::array<std::size_t, most> partner{};
  std::array<bool, most> taken{};
  for (std::size_t i = 0; i < loads; ++i) {
    std::size_t found = 0;
    for (std::size_t k = 0; k < loads; ++k) {
      if (!isPlain(shipments[i], receipts[k])) continue;
      ++found;
      partner[i] = k;
    }
    if (found != 1 || std::exchange(taken[partner[i]], true)) return false;
    // Rows of one moment come in no certain order before their details are read.
    if (i > 0 && shipments[i].timeMs == shipments[i - 1].timeMs) return false;
  }
  for (std::size_t i = 0; i < loads; ++i) judgePlain(shipments[i], receipts[partner[i]]);
  return true;
}

void LineJudge::judgePlain(const LoadRow& shipment, const LoadRow& receipt) {
  m_teller.toNext();
  m_plain.assign(1, &receipt);
  m_decider.received(shipment, m_plain);
}

void LineJudge::judge(LoadGroup& shipments, LoadGroup& receipts) {
  m_teller.toNext();
  shipments.sort();
  receipts.sort();
  LoadRows sent;
  LoadRows received;
  for (std::size_t i = 0; i < shipments.size(); ++i) {
    if (shipments[i].words->voided) {
      m_booking.voided(shipments[i]);
    } else {
      sent.push_back(&shipments[i]);
    }
  }
  for (std::size_t k = 0; k < receipts.size(); ++k) received.push_back(&receipts[k]);
  const std::vector<std::size_t> shipmentOf =
      pairLoads(sent, received, [this](const LoadRow& shipment, const LoadRow& receipt) {
        return m_belonging.mayBelong(shipment, receipt);
      });
  std::vector<LoadRows> mine(sent.size());
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

void LineJudge::judgeShipment(const LoadRow& shipment, const LoadRows& receipts) {
  LoadRows confirm;
  for (const LoadRow* receipt : receipts) {
    if (confirming(shipment, *receipt)) confirm.push_back(receipt);
  }
  if (!confirm.empty()) {
    settle(shipment, confirm);
  } else if (!receipts.empty()) {
    // Its own, or a stranger's: rules of their own.
    m_decider.notReceived(shipment, LoadDecider::Open::ToldElsewhere);
  } else {
    leaveOpen(shipment);
  }
}

bool LineJudge::confirming(const LoadRow& shipment, const LoadRow& receipt) {
  const Mass amount = shipment.net;
  if (receipt.party == shipment.party) {
    m_teller.tell(LoadKind::OwnReceipt, shipment, &receipt, amount);
    return false;
  }
  if (!receipt.confirms) {
    m_teller.tell(LoadKind::StrangerReceipt, shipment, &receipt, amount);
    return false;
  }
  return true;
}

void LineJudge::settle(const LoadRow& shipment, LoadRows& receipts) {
  const bool parts = receipts.size() > 1;
  splitOrDuplicate(shipment, receipts);
  const bool other = std::any_of(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
    return isOtherReceiver(shipment, *receipt);
  });
  if (other && m_decider.isDenied(shipment, receipts)) {
    m_decider.tellOtherReceiver(shipment, receipts);
    m_decider.received(shipment, receipts);
    return;
  }
  const LoadRow& first = *receipts.front();
  const bool refused = first.words->rejected;
  const LoadFit fit = fitOf(shipment, first);
  // Of another mass: a part may stand under another number, or two loads in one receipt.
  const bool open = !fit.isClear(refused) || fit.mass == Likeness::Other;
  if (other || (receipts.size() == 1 && !parts && open)) {
    // Where all masses are off there would else be nothing to learn from how one load looks.
    if (!other && !refused && fit.isClear(refused)) m_decider.take(shipment, first);
    hold(shipment, receipts);
  } else {
    m_decider.received(shipment, receipts);
  }
}

void LineJudge::hold(const LoadRow& shipment, const LoadRows& receipts) {
  if (!m_open.hasRoomForShipment() || !m_open.hasRoomForReceipts(receipts.size())) {
    // Too many to look for better partners: the number holds, for what it is worth.
    if (m_decider.tellOtherReceiver(shipment, receipts)) {
      m_decider.notReceived(shipment, LoadDecider::Open::Linked);
    } else {
      m_decider.received(shipment, receipts);
    }
    return;
  }
  leaveOpen(shipment);
  for (const LoadRow* receipt : receipts) leaveOpen(asGhost(*receipt));
}

/// Beyond what is kept for linking a load without a receipt is missing only where no receipt is
/// without a load: else one of those may be its own.
void LineJudge::leaveOpen(const LoadRow& shipment) {
  if (m_open.hasRoomForShipment()) {
    m_open.shipments.push_back({m_teller.order(), shipment});
  } else {
    const bool missing = m_open.receipts.empty();
    m_decider.notReceived(shipment, missing ? LoadDecider::Open::Told : LoadDecider::Open::Linked);
  }
}

void LineJudge::leaveOpen(Unmatched receipt) {
  if (m_open.hasRoomForReceipts(1)) {
    m_open.receipts.push_back(std::move(receipt));
  } else if (m_open.shipments.empty() && receipt.told) {
    m_teller.tell(receipt.kind, receipt.exception);
  }
}

/// A receipt that no shipment took: of a voided shipment, or of none.
void LineJudge::leftOver(const LoadRow& receipt, const LoadGroup& shipments) {
  for (std::size_t i = 0; i < shipments.size(); ++i) {
    const LoadRow& shipment = shipments[i];
    if (!shipment.words->voided || !m_belonging.belongs(shipment, receipt)) continue;
    const bool agree = cameBack(shipment) || receipt.words->rejected;
    if (agree || receipt.party == shipment.party || !receipt.confirms) return;
    Unmatched made{m_teller.order(), receipt};
    made.exception = m_teller.about(shipment, &receipt, receipt.net);
    leaveOpen(std::move(made));
    return;
  }
  ghost(receipt);
}

void LineJudge::ghost(const LoadRow& receipt) {
  // Receivers take loads from others too; those are none of this audit's business. One that names
  // nobody may still be a load with a mistyped number.
  if (!m_belonging.namesPlant(receipt) && !receipt.words->other.empty()) return;
  if (!receipt.confirms || m_publications.isPlant(receipt.party)) return;
  leaveOpen(asGhost(receipt));
}

Unmatched LineJudge::asGhost(const LoadRow& receipt) {
  Unmatched made{m_teller.order(), receipt};
  made.told = m_belonging.namesPlant(receipt);
  made.exception = m_teller.aboutReceipt(receipt);
  return made;
}

/// One load booked twice, or two loads that each have a receipt of their own? Only the first is
/// told.
void LineJudge::noteDuplicates(const LoadRows& shipments, const std::vector<LoadRows>& receipts) {
  for (std::size_t i = 1; i < shipments.size(); ++i) {
    const LoadRow& before = *shipments[i - 1];
    const LoadRow& shipment = *shipments[i];
    if (before.party != shipment.party || shipment.timeMs - before.timeMs > sameBooksMs) continue;
    if (isOwnClearly(before, receipts[i - 1]) && isOwnClearly(shipment, receipts[i])) continue;
    LoadException made = m_teller.about(shipment, nullptr, shipment.net);
    made.twin = before.rowid;
    m_teller.tell(LoadKind::DuplicateShipment, made);
  }
}

void LineJudge::splitOrDuplicate(const LoadRow& shipment, LoadRows& receipts) {
  // A refusal takes nothing: the load may have been accepted at the second attempt.
  const auto refusals = std::stable_partition(receipts.begin(), receipts.end(),
                                              [](auto row) { return !row->words->rejected; });
  const LoadRows accepted(receipts.begin(), refusals);
  if (accepted.size() < 2) return;
  Mass total;
  for (const LoadRow* receipt : accepted) total += receipt->net;
  const Mass shipped = shipment.net;
  if (total <= shipped + m_tolerance.allowed(shipment, accepted)) return;  // one load in parts
  // More came than was sent: the receipt that fits best counts. The others are doubles, unless a
  // load without a receipt fits them: then somebody mistyped a number.
  const auto misfit = [&shipment](const LoadRow* row) {
    return std::tuple(isOtherReceiver(shipment, *row), row->vehicle != shipment.vehicle,
                      !isUsualDay(shipment, *row),
                      row->words->oneMaterial != shipment.words->oneMaterial,
                      (row->net - shipment.net).abs());
  };
  const LoadRow* const kept = *std::min_element(
      accepted.begin(), accepted.end(), [misfit](auto a, auto b) { return misfit(a) < misfit(b); });
  for (const LoadRow* receipt : accepted) {
    if (receipt == kept) continue;
    Unmatched made{m_teller.order(), *receipt};
    made.kind = LoadKind::DuplicateReceipt;
    made.exception = m_teller.about(shipment, receipt, receipt->net);
    made.exception.twin = kept->rowid;
    leaveOpen(std::move(made));
  }
  receipts.erase(receipts.begin(), refusals);
  receipts.insert(receipts.begin(), kept);
}

}  // namespace plumbline
