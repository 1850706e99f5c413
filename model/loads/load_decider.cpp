// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_decider.h"

#include <algorithm>
#include <utility>

#include "model/links/load_fit.h"

namespace plumbline {

bool ReceiptDeadline::isOver(const LoadRow& shipment) const {
  if (shipment.timeIsPeriod) return false;  // nobody knows the day from which it runs
  const std::int64_t deadline = shipment.timeMs + m_plan.receiptDeadlineDays * millisecondsPerDay;
  if (m_asOf.inMilliseconds() <= deadline) return false;
  const int named = shipment.words->named;
  if (named == LoadWords::nobody) return true;
  const PartyInfo& party = m_publications.parties()[static_cast<std::size_t>(named)];
  return party.publishedUntil == Timestamp() || party.publishedUntil.inMilliseconds() > deadline;
}

void LoadDecider::received(const LoadRow& shipment, const LoadRows& receipts) {
  ++m_pairs;
  take(shipment, *receipts.front());
  const MaterialMeaning sent = m_meanings.sent(shipment);
  ReceivedLoad sum;
  for (const LoadRow* receipt : receipts) {
    if (receipt->words->rejected) {
      sum.refuse(*receipt);
      continue;
    }
    const MaterialMeaning meaning = m_meanings.received(shipment, *receipt);
    sum.add(*receipt, meaning);
    m_booking.part(shipment, sent, *receipt, meaning);
  }
  if (sum.asResidue > Mass() && !moreThanTheNumberFits(shipment, receipts, sum)) {
    sum.disputed += std::exchange(sum.asResidue, Mass());
  }
  m_booking.load(shipment, sent, receipts, sum);
  m_comparison.compare(shipment, sent, receipts, sum);
}

void LoadDecider::notReceived(const LoadRow& shipment, Open open) {
  const MaterialMeaning sent = m_meanings.sent(shipment);
  if (open == Open::Linked) return m_booking.open(shipment, sent, OpenLoad::Linked);
  if (!m_deadline.isOver(shipment)) return m_booking.open(shipment, sent, OpenLoad::Pending);
  m_booking.open(shipment, sent, OpenLoad::Missing);
  if (open == Open::Told) {
    m_teller.tell(LoadKind::MissingReceipt, shipment, nullptr, shipment.net);
  }
}

bool LoadDecider::tellOtherReceiver(const LoadRow& shipment, const LoadRows& receipts) {
  const auto other = std::find_if(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
    return isOtherReceiver(shipment, *receipt);
  });
  if (other == receipts.end()) return false;
  m_teller.tell(LoadKind::OtherReceiver, shipment, *other, shipment.net);
  return true;
}

bool LoadDecider::isDenied(const LoadRow& shipment, const LoadRows& receipts) {
  return m_meanings.sent(shipment).useful() &&
         std::all_of(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
           return fitOf(shipment, *receipt).isOneLoad(receipt->words->rejected) &&
                  isReceivedAsResidue(m_meanings.received(shipment, *receipt));
         });
}

}  // namespace plumbline
