// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of loads that no number matched: told and booked, linked or not.

#include <algorithm>
#include <map>

#include "model/reconcile/document_key.h"
#include "model/reconcile/load_judge.h"

namespace plumbline {
namespace {

using Key = std::pair<std::string, std::int64_t>;
/// Hardly a load is longer under way.
constexpr std::int64_t usualLagMs = 7 * millisecondsPerDay;
constexpr std::size_t several = static_cast<std::size_t>(-1);

/// The only row of each number, or `several`.
std::map<Key, std::size_t> onlyRows(const std::vector<Unmatched>& rows) {
  std::map<Key, std::size_t> only;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].held) continue;
    std::string number = plainReference(rows[i].row.document);
    if (number.empty()) continue;
    const auto [entry, isNew] = only.emplace(Key(std::move(number), rows[i].row.line), i);
    if (!isNew) entry->second = several;
  }
  return only;
}

void eraseMarked(std::vector<Unmatched>& rows, const std::vector<bool>& marked) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (marked[i]) continue;
    if (kept != i) rows[kept] = std::move(rows[i]);
    ++kept;
  }
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
}

/// Index of the held row of each order.
std::map<std::int64_t, std::size_t> heldRows(const std::vector<Unmatched>& rows) {
  std::map<std::int64_t, std::size_t> held;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].held) held.emplace(rows[i].order, i);
  }
  return held;
}

bool contains(const std::vector<std::size_t>& indices, std::size_t index) {
  return std::find(indices.begin(), indices.end(), index) != indices.end();
}

}  // namespace

bool LoadJudge::onlyTheNumberFits(const LoadRow& shipment, const LoadRow& receipt) const {
  // The same mass is the same load, whatever else somebody mistyped.
  if (receipt.words->rejected || sameMass(shipment, receipt)) return false;
  const std::string sent = plainReference(shipment.vehicle);
  const std::string received = plainReference(receipt.vehicle);
  const auto named = m_names.find(shipment.other);
  const std::int64_t lag = receipt.timeMs - shipment.timeMs;
  const bool otherVehicle = !sent.empty() && !received.empty() && sent != received;
  const bool otherReceiver = named != m_names.end() && named->second != receipt.party;
  return otherVehicle || otherReceiver || lag < -usualLagMs || lag > usualLagMs;
}

bool LoadJudge::haveBetterPartners(std::size_t shipment, std::size_t receipt,
                                   const std::vector<LoadLink>& links) {
  bool sent = false;
  bool received = false;
  for (const LoadLink& link : links) {
    const bool ofSent = contains(link.sent, shipment);
    const bool ofReceived = contains(link.received, receipt);
    if (link.ambiguous || ofSent == ofReceived) continue;
    sent = sent || ofSent;
    received = received || ofReceived;
  }
  return sent && received;
}

void LoadJudge::rejoinHeld(std::vector<LoadLink>& links) {
  const auto shipments = heldRows(m_unmatchedShipments);
  const auto receipts = heldRows(m_unmatchedReceipts);
  // A link that goes may have been another held row's better partner.
  for (bool again = true; again;) {
    again = false;
    for (const auto& [order, i] : shipments) {
      const auto held = receipts.find(order);
      if (held == receipts.end()) continue;  // somebody decided about it
      const std::size_t k = held->second;
      if (m_unmatchedShipments[i].settled || haveBetterPartners(i, k, links)) continue;
      if (decidedApart(m_unmatchedShipments[i].row, m_unmatchedReceipts[k].row)) continue;
      std::erase_if(links, [&](const LoadLink& link) {
        return contains(link.sent, i) || contains(link.received, k);
      });
      m_unmatchedShipments[i].settled = m_unmatchedReceipts[k].settled = true;
      m_order = order;
      judgeLoad(m_unmatchedShipments[i].row, {&m_unmatchedReceipts[k].row});
      again = true;
    }
  }
}

bool LoadJudge::couldBelong(const Unmatched& shipment, const Unmatched& receipt) const {
  return receipt.row.party != shipment.row.party && belongs(shipment.row, receipt.row) &&
         !decidedApart(shipment.row, receipt.row);
}

RecordName LoadJudge::nameOf(const LoadRow& row) const {
  return {m_books.publications.parties()[static_cast<std::size_t>(row.party)].id, row.id};
}

bool LoadJudge::decidedApart(const LoadRow& shipment, const LoadRow& receipt) const {
  if (m_books.decisions == nullptr || m_books.decisions->empty()) return false;
  return m_books.decisions->different(nameOf(shipment), nameOf(receipt));
}

/// A receipt that its signer may give confirms the load, as if the numbers were the same. Decisions
/// that keep two open records apart are applied where links are sought.
void LoadJudge::applyDecisions() {
  if (m_books.decisions == nullptr || m_books.decisions->empty()) return;
  std::map<RecordName, std::size_t> sent, received;
  for (std::size_t i = 0; i < m_unmatchedShipments.size(); ++i) {
    sent.emplace(nameOf(m_unmatchedShipments[i].row), i);
  }
  for (std::size_t i = 0; i < m_unmatchedReceipts.size(); ++i) {
    received.emplace(nameOf(m_unmatchedReceipts[i].row), i);
  }
  std::map<std::size_t, std::vector<std::size_t>> pairs;
  std::vector<bool> receivedDone(m_unmatchedReceipts.size(), false);
  for (const LinkDecision& decision : m_books.decisions->all()) {
    const auto shipment = sent.find(decision.shipment);
    const auto receipt = received.find(decision.receipt);
    if (shipment == sent.end() || receipt == received.end()) continue;
    const bool confirms = m_unmatchedReceipts[receipt->second].row.confirms;
    if (m_books.decisions->different(decision.shipment, decision.receipt)) {
      m_books.decisions->markApplied(decision.shipment, decision.receipt);
    }
    if (!m_books.decisions->same(decision.shipment, decision.receipt) || !confirms) continue;
    if (receivedDone[receipt->second]) continue;  // one receipt is of one load
    receivedDone[receipt->second] = true;
    pairs[shipment->second].push_back(receipt->second);
    m_books.decisions->markApplied(decision.shipment, decision.receipt);
  }
  std::vector<bool> sentDone(m_unmatchedShipments.size(), false);
  for (const auto& [i, mine] : pairs) {
    Receipts receipts;
    for (const std::size_t k : mine) receipts.push_back(&m_unmatchedReceipts[k].row);
    sentDone[i] = true;
    m_order = m_unmatchedShipments[i].order;
    judgeLoad(m_unmatchedShipments[i].row, receipts);
  }
  eraseMarked(m_unmatchedShipments, sentDone);
  eraseMarked(m_unmatchedReceipts, receivedDone);
}

void LoadJudge::matchSpellings() {
  const std::map<Key, std::size_t> sent = onlyRows(m_unmatchedShipments);
  const std::map<Key, std::size_t> received = onlyRows(m_unmatchedReceipts);
  std::vector<bool> sentDone(m_unmatchedShipments.size(), false);
  std::vector<bool> receivedDone(m_unmatchedReceipts.size(), false);
  for (const auto& [number, i] : sent) {
    const auto found = received.find(number);
    if (i == several || found == received.end() || found->second == several) continue;
    const Unmatched& shipment = m_unmatchedShipments[i];
    const Unmatched& receipt = m_unmatchedReceipts[found->second];
    if (!couldBelong(shipment, receipt)) continue;
    sentDone[i] = receivedDone[found->second] = true;
    m_order = shipment.order;
    m_books.exceptions.add(
        LoadKind::DocumentDiffers,
        exception(shipment.row, &receipt.row, Mass::grams(shipment.row.netGrams)));
    judgeLoad(shipment.row, {&receipt.row});
  }
  eraseMarked(m_unmatchedShipments, sentDone);
  eraseMarked(m_unmatchedReceipts, receivedDone);
}

void LoadJudge::tellLink(const LoadLink& link) {
  const Unmatched& shipment = m_unmatchedShipments[link.sent.front()];
  const Unmatched& receipt = m_unmatchedReceipts[link.received.front()];
  m_order = shipment.order;
  LoadException made = exception(shipment.row, &receipt.row, Mass());
  auto evidence = std::make_shared<LinkEvidence>(link);
  made.shipped = made.received = Mass();
  for (const std::size_t i : link.sent) {
    const LoadRow& row = m_unmatchedShipments[i].row;
    made.shipped += Mass::grams(row.netGrams);
    if (row.rowid != made.shipment) evidence->moreRows.push_back(row.rowid);
  }
  for (const std::size_t i : link.received) {
    const LoadRow& row = m_unmatchedReceipts[i].row;
    made.received += Mass::grams(row.netGrams);
    if (row.rowid != made.receipt) evidence->moreRows.push_back(row.rowid);
  }
  made.amount = made.shipped;
  made.link = std::move(evidence);
  m_books.exceptions.add(link.ambiguous ? LoadKind::AmbiguousLink : LoadKind::DocumentDiffers,
                         made);
}

void LoadJudge::finish(Linkage linkage) {
  std::vector<bool> sentLinked(m_unmatchedShipments.size(), false);
  std::vector<bool> receivedLinked(m_unmatchedReceipts.size(), false);
  rejoinHeld(linkage.links);
  for (const LoadLink& link : linkage.links) {
    for (const std::size_t i : link.sent) sentLinked[i] = true;
    for (const std::size_t i : link.received) receivedLinked[i] = true;
    tellLink(link);
  }
  for (std::size_t i = 0; i < m_unmatchedShipments.size(); ++i) {
    if (m_unmatchedShipments[i].settled) continue;
    m_order = m_unmatchedShipments[i].order;
    bookUnmatched(m_unmatchedShipments[i].row, sentLinked[i] ? Open::Linked : Open::Told);
  }
  for (std::size_t i = 0; i < m_unmatchedReceipts.size(); ++i) {
    if (receivedLinked[i] || m_unmatchedReceipts[i].settled) continue;
    tellReceipt(m_unmatchedReceipts[i]);
  }
  m_unmatchedShipments.clear();
  m_unmatchedReceipts.clear();
}

}  // namespace plumbline
