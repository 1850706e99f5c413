// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/open_judge.h"

#include <algorithm>
#include <map>

#include "model/links/document_key.h"
#include "model/links/load_fit.h"

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

}  // namespace

/// A receipt that its signer may give confirms the load, as if the numbers were the same. Decisions
/// that keep two open records apart are applied where links are sought.
void OpenJudge::applyDecisions() {
  if (m_decisions.empty()) return;
  std::map<RecordName, std::size_t> sent, received;
  for (std::size_t i = 0; i < m_open.shipments.size(); ++i) {
    sent.emplace(m_belonging.nameOf(m_open.shipments[i].row), i);
  }
  for (std::size_t i = 0; i < m_open.receipts.size(); ++i) {
    received.emplace(m_belonging.nameOf(m_open.receipts[i].row), i);
  }
  std::map<std::size_t, std::vector<std::size_t>> pairs;
  std::vector<bool> receivedDone(m_open.receipts.size(), false);
  for (const LinkDecision& decision : m_decisions.all()) {
    const auto shipment = sent.find(decision.shipment);
    const auto receipt = received.find(decision.receipt);
    if (shipment == sent.end() || receipt == received.end()) continue;
    const bool confirms = m_open.receipts[receipt->second].row.confirms;
    if (m_decisions.different(decision.shipment, decision.receipt)) {
      m_decisions.markApplied(decision.shipment, decision.receipt);
    }
    if (!m_decisions.same(decision.shipment, decision.receipt) || !confirms) continue;
    if (receivedDone[receipt->second]) continue;  // one receipt is of one load
    receivedDone[receipt->second] = true;
    pairs[shipment->second].push_back(receipt->second);
    m_decisions.markApplied(decision.shipment, decision.receipt);
  }
  std::vector<bool> sentDone(m_open.shipments.size(), false);
  for (const auto& [i, mine] : pairs) {
    LoadRows receipts;
    for (const std::size_t k : mine) receipts.push_back(&m_open.receipts[k].row);
    sentDone[i] = true;
    m_teller.goTo(m_open.shipments[i].order);
    m_decider.received(m_open.shipments[i].row, receipts);
  }
  OpenLoads::erase(m_open.shipments, sentDone);
  OpenLoads::erase(m_open.receipts, receivedDone);
}

void OpenJudge::matchSpellings() {
  const std::map<Key, std::size_t> sent = onlyRows(m_open.shipments);
  const std::map<Key, std::size_t> received = onlyRows(m_open.receipts);
  std::vector<bool> sentDone(m_open.shipments.size(), false);
  std::vector<bool> receivedDone(m_open.receipts.size(), false);
  for (const auto& [number, i] : sent) {
    const auto found = received.find(number);
    if (i == several || found == received.end() || found->second == several) continue;
    const Unmatched& shipment = m_open.shipments[i];
    const Unmatched& receipt = m_open.receipts[found->second];
    if (!m_belonging.couldLink(shipment.row, receipt.row)) continue;
    const LoadFit fit = fitOf(shipment.row, receipt.row);
    if (!fit.isClear(receipt.row.words->rejected) || fit.mass == Likeness::Other) continue;
    sentDone[i] = receivedDone[found->second] = true;
    m_teller.goTo(shipment.order);
    tellSpelling(shipment, receipt.row);
    m_decider.received(shipment.row, {&receipt.row});
  }
  OpenLoads::erase(m_open.shipments, sentDone);
  OpenLoads::erase(m_open.receipts, receivedDone);
}

void OpenJudge::tellLink(const LoadLink& link) {
  const Unmatched& shipment = m_open.shipments[link.sent.front()];
  const Unmatched& receipt = m_open.receipts[link.received.front()];
  m_teller.goTo(shipment.order);
  LoadException made = m_teller.about(shipment.row, &receipt.row, Mass());
  auto evidence = std::make_shared<LinkEvidence>(link);
  made.shipped = made.received = Mass();
  for (const std::size_t i : link.sent) {
    const LoadRow& row = m_open.shipments[i].row;
    made.shipped += row.net;
    if (row.rowid != made.shipment) evidence->moreRows.push_back(row.rowid);
  }
  for (const std::size_t i : link.received) {
    const LoadRow& row = m_open.receipts[i].row;
    made.received += row.net;
    if (row.rowid != made.receipt) evidence->moreRows.push_back(row.rowid);
  }
  made.amount = made.shipped;
  made.link = std::move(evidence);
  m_teller.tell(link.ambiguous ? LoadKind::AmbiguousLink : LoadKind::DocumentDiffers, made);
}

void OpenJudge::tellSpelling(const Unmatched& shipment, const LoadRow& receipt) {
  if (shipment.row.document == receipt.document) return;
  m_teller.tell(LoadKind::DocumentDiffers, shipment.row, &receipt, shipment.row.net);
}

bool OpenJudge::haveOneNumber(const LoadLink& link) const {
  if (link.sent.size() != 1) return false;
  const LoadRow& shipment = m_open.shipments[link.sent.front()].row;
  const std::string number = plainReference(shipment.document);
  return std::all_of(link.received.begin(), link.received.end(), [&](std::size_t k) {
    const LoadRow& receipt = m_open.receipts[k].row;
    return receipt.line == shipment.line && plainReference(receipt.document) == number;
  });
}

bool OpenJudge::isClear(const LoadLink& link) const {
  const LoadRow& shipment = m_open.shipments[link.sent.front()].row;
  return std::all_of(link.received.begin(), link.received.end(), [&](std::size_t k) {
    const LoadRow& receipt = m_open.receipts[k].row;
    return fitOf(shipment, receipt).isClear(receipt.words->rejected);
  });
}

bool OpenJudge::isOfTheNumberOnly(const LoadLink& link) const {
  const LoadRow& shipment = m_open.shipments[link.sent.front()].row;
  return std::all_of(link.received.begin(), link.received.end(), [&](std::size_t k) {
    return fitOf(shipment, m_open.receipts[k].row).isOfTheNumberOnly();
  });
}

void OpenJudge::judgeLink(const LoadLink& link) {
  Unmatched& shipment = m_open.shipments[link.sent.front()];
  m_teller.goTo(shipment.order);
  LoadRows receipts;
  for (const std::size_t k : link.received) {
    receipts.push_back(&m_open.receipts[k].row);
    m_open.receipts[k].settled = true;
    tellSpelling(shipment, m_open.receipts[k].row);
  }
  shipment.settled = true;
  if (m_decider.tellOtherReceiver(shipment.row, receipts)) {
    m_decider.notReceived(shipment.row, LoadDecider::Open::Linked);
  } else {
    m_decider.received(shipment.row, receipts);
  }
}

void OpenJudge::finish(Linkage linkage) {
  std::vector<bool> sentLinked(m_open.shipments.size(), false);
  std::vector<bool> receivedLinked(m_open.receipts.size(), false);
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
  for (std::size_t i = 0; i < m_open.shipments.size(); ++i) {
    if (m_open.shipments[i].settled) continue;
    m_teller.goTo(m_open.shipments[i].order);
    m_decider.notReceived(m_open.shipments[i].row,
                          sentLinked[i] ? LoadDecider::Open::Linked : LoadDecider::Open::Told);
  }
  for (std::size_t i = 0; i < m_open.receipts.size(); ++i) {
    if (receivedLinked[i] || m_open.receipts[i].settled) continue;
    const Unmatched& receipt = m_open.receipts[i];
    if (receipt.told) m_teller.tell(receipt.kind, receipt.exception);
  }
  m_open.shipments.clear();
  m_open.receipts.clear();
}

}  // namespace plumbline
