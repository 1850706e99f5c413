// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of loads that no number matched: told and booked, linked or not.

#include <algorithm>
#include <map>

#include "model/links/document_key.h"
#include "model/links/load_fit.h"
#include "model/loads/load_judge.h"

namespace plumbline {
namespace {

using Key = std::pair<std::string, std::int64_t>;
constexpr std::size_t several = static_cast<std::size_t>(-1);

/// The only row of each number, or `several`.
std::map<Key, std::size_t> onlyRows(const std::vector<Unmatched>& rows) {
  std::map<Key, std::size_t> only;
  for (std::size_t i = 0; i < rows.size(); ++i) {
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

}  // namespace

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
    const LoadFit fit = fitOf(shipment.row, receipt.row);
    if (!fit.isClear(receipt.row.words->rejected) || fit.mass == Likeness::Other) continue;
    sentDone[i] = receivedDone[found->second] = true;
    m_order = shipment.order;
    tellSpelling(shipment, receipt.row);
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

void LoadJudge::tellSpelling(const Unmatched& shipment, const LoadRow& receipt) {
  if (shipment.row.document == receipt.document) return;
  m_books.exceptions.add(LoadKind::DocumentDiffers,
                         exception(shipment.row, &receipt, Mass::grams(shipment.row.netGrams)));
}

bool LoadJudge::tellOtherReceiver(const LoadRow& shipment, const Receipts& receipts) {
  const auto other = std::find_if(receipts.begin(), receipts.end(), [&](const LoadRow* receipt) {
    return isOtherReceiver(shipment, *receipt);
  });
  if (other == receipts.end()) return false;
  m_books.exceptions.add(LoadKind::OtherReceiver,
                         exception(shipment, *other, Mass::grams(shipment.netGrams)));
  return true;
}

bool LoadJudge::haveOneNumber(const LoadLink& link) const {
  if (link.sent.size() != 1) return false;
  const LoadRow& shipment = m_unmatchedShipments[link.sent.front()].row;
  const std::string number = plainReference(shipment.document);
  return std::all_of(link.received.begin(), link.received.end(), [&](std::size_t k) {
    const LoadRow& receipt = m_unmatchedReceipts[k].row;
    return receipt.line == shipment.line && plainReference(receipt.document) == number;
  });
}

bool LoadJudge::isClear(const LoadLink& link) const {
  const LoadRow& shipment = m_unmatchedShipments[link.sent.front()].row;
  return std::all_of(link.received.begin(), link.received.end(), [&](std::size_t k) {
    const LoadRow& receipt = m_unmatchedReceipts[k].row;
    return fitOf(shipment, receipt).isClear(receipt.words->rejected);
  });
}

bool LoadJudge::isOfTheNumberOnly(const LoadLink& link) const {
  const LoadRow& shipment = m_unmatchedShipments[link.sent.front()].row;
  return std::all_of(link.received.begin(), link.received.end(), [&](std::size_t k) {
    return fitOf(shipment, m_unmatchedReceipts[k].row).isOfTheNumberOnly();
  });
}

void LoadJudge::judgeLink(const LoadLink& link) {
  Unmatched& shipment = m_unmatchedShipments[link.sent.front()];
  m_order = shipment.order;
  Receipts receipts;
  for (const std::size_t k : link.received) {
    receipts.push_back(&m_unmatchedReceipts[k].row);
    m_unmatchedReceipts[k].settled = true;
    tellSpelling(shipment, m_unmatchedReceipts[k].row);
  }
  shipment.settled = true;
  if (tellOtherReceiver(shipment.row, receipts)) {
    bookUnmatched(shipment.row, Open::Linked);
  } else {
    judgeLoad(shipment.row, receipts);
  }
}

void LoadJudge::finish(Linkage linkage) {
  std::vector<bool> sentLinked(m_unmatchedShipments.size(), false);
  std::vector<bool> receivedLinked(m_unmatchedReceipts.size(), false);
  for (const std::size_t i : linkage.undecidedSent) sentLinked[i] = true;
  for (const std::size_t i : linkage.undecidedReceived) receivedLinked[i] = true;
  for (LoadLink& link : linkage.links) {
    if (haveOneNumber(link)) {
      link.ambiguous = (link.ambiguous && !isClear(link)) || isOfTheNumberOnly(link);
      if (!link.ambiguous) {
        judgeLink(link);
        continue;
      }
    }
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
