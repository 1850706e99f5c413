// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/load_pairs.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "model/links/link_records.h"
#include "model/links/load_fit.h"
#include "model/links/pairs_without_rival.h"
#include "model/statistics/assignment.h"

namespace plumbline {
namespace {

LinkKeys keysOf(const LoadRow& row) {
  LinkRecord record;
  record.vehicle = row.vehicle;
  record.material = row.words->oneMaterial;
  record.lowCode = row.words->lowCode;
  const int receiver = row.side == LoadSide::Received ? row.party : row.words->named;
  if (receiver != LoadWords::nobody) record.receiver = std::to_string(receiver);
  record.time = Timestamp::milliseconds(row.timeMs);
  if (!row.words->rejected) record.net = row.net;
  return LinkKeys(record);
}

/// Rows that cannot be told apart are one class: which of them is meant makes no difference.
using Class = std::vector<std::size_t>;

std::vector<Class> classesOf(const LoadRows& rows, const std::vector<bool>& done) {
  std::vector<Class> classes;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (done[i]) continue;
    const auto mine = std::find_if(classes.begin(), classes.end(), [&](const Class& known) {
      return areTwins(*rows[known.front()], *rows[i]);
    });
    if (mine == classes.end()) {
      classes.push_back({i});
    } else {
      mine->push_back(i);
    }
  }
  return classes;
}

class Pairing {
 public:
  Pairing(const LoadRows& shipments, const LoadRows& receipts, const MayBelong& mayBelong)
      : m_shipments(shipments),
        m_receipts(receipts),
        m_mayBelong(mayBelong),
        m_sentDone(shipments.size(), false),
        m_receivedDone(receipts.size(), false),
        m_shipmentOf(receipts.size(), ofNoShipment) {}

  std::vector<std::size_t> run() {
    takeClear();
    if (std::find(m_receivedDone.begin(), m_receivedDone.end(), false) != m_receivedDone.end()) {
      assignRest();
    }
    return std::move(m_shipmentOf);
  }

 private:
  void take(std::size_t shipment, std::size_t receipt) {
    m_shipmentOf[receipt] = shipment;
    m_sentDone[shipment] = m_receivedDone[receipt] = true;
  }

  /// Pairs that are clear, and no others with either of their rows. No weights are needed then.
  void takeClear() {
    const auto fits = [this](std::size_t i, std::size_t k) {
      const LoadRow& receipt = *m_receipts[k];
      return m_mayBelong(*m_shipments[i], receipt) &&
             fitOf(*m_shipments[i], receipt).isClear(receipt.words->rejected);
    };
    for (const auto& [i, k] : pairsWithoutRival(m_shipments.size(), m_receipts.size(), fits)) {
      take(i, k);
    }
  }

  /// Weight of the pair without its number, thousandths of a bit; nothing where it cannot be one.
  std::optional<std::int64_t> weightOf(std::size_t shipment, std::size_t receipt) {
    if (!m_mayBelong(*m_shipments[shipment], *m_receipts[receipt])) return std::nullopt;
    static const LinkScale scale(usualLinkage());
    return sumOf(scale.weights(compareRecords(m_sentKeys[shipment], m_receivedKeys[receipt])));
  }

  void assignRest() {
    for (const LoadRow* row : m_shipments) m_sentKeys.push_back(keysOf(*row));
    for (const LoadRow* row : m_receipts) m_receivedKeys.push_back(keysOf(*row));
    const std::vector<Class> sent = classesOf(m_shipments, m_sentDone);
    const std::vector<Class> received = classesOf(m_receipts, m_receivedDone);
    if (!sent.empty() && !received.empty()) assignClasses(sent, received);
    for (std::size_t k = 0; k < m_receipts.size(); ++k) {
      if (!m_receivedDone[k]) takeAsPart(k);
    }
  }

  void assignClasses(const std::vector<Class>& sent, const std::vector<Class>& received) {
    CostMatrix costs(sent.size(), received.size());
    for (std::size_t row = 0; row < sent.size(); ++row) {
      for (std::size_t column = 0; column < received.size(); ++column) {
        const auto weight = weightOf(sent[row].front(), received[column].front());
        if (weight && *weight > 0) costs.at(row, column) = -static_cast<double>(*weight);
      }
    }
    const Result<Assignment> solved = assign(costs, 0.0);
    if (!solved) return;  // cannot be: a row may always stay alone
    for (std::size_t row = 0; row < sent.size(); ++row) {
      const std::size_t column = solved->columnOfRow[row];
      if (column == Assignment::unmatched) continue;
      if (std::llround(solved->margins[row]) < leastMarginMilliBits) continue;
      const std::size_t pairs = std::min(sent[row].size(), received[column].size());
      for (std::size_t at = 0; at < pairs; ++at) take(sent[row][at], received[column][at]);
    }
  }

  /// One more receipt of a load that has one: a part of it, or a double.
  void takeAsPart(std::size_t receipt) {
    std::int64_t best = 0;
    std::int64_t second = 0;
    std::size_t shipment = ofNoShipment;
    for (std::size_t i = 0; i < m_shipments.size(); ++i) {
      const auto weight = weightOf(i, receipt);
      if (!weight) continue;
      if (*weight > best) {
        // Of two that cannot be told apart either is right.
        const bool twins =
            shipment != ofNoShipment && areTwins(*m_shipments[i], *m_shipments[shipment]);
        if (!twins) second = best;
        best = *weight;
        shipment = i;
      } else if (*weight > second &&
                 (shipment == ofNoShipment || !areTwins(*m_shipments[i], *m_shipments[shipment]))) {
        second = *weight;
      }
    }
    if (shipment == ofNoShipment || best < leastMarginMilliBits) return;
    if (best - second < leastMarginMilliBits) return;
    m_shipmentOf[receipt] = shipment;
    m_receivedDone[receipt] = true;
  }

  const LoadRows& m_shipments;
  const LoadRows& m_receipts;
  const MayBelong& m_mayBelong;
  std::vector<bool> m_sentDone, m_receivedDone;
  std::vector<std::size_t> m_shipmentOf;
  std::vector<LinkKeys> m_sentKeys, m_receivedKeys;
};

}  // namespace

bool areTwins(const LoadRow& a, const LoadRow& b) {
  return a.party == b.party && a.vehicle == b.vehicle && isSameMass(a, b) &&
         std::abs(a.timeMs - b.timeMs) <= millisecondsPerDay &&
         a.words->rejected == b.words->rejected;
}

std::vector<std::size_t> pairLoads(const LoadRows& shipments, const LoadRows& receipts,
                                   const MayBelong& mayBelong) {
  std::vector<std::size_t> shipmentOf(receipts.size(), ofNoShipment);
  if (shipments.empty() || receipts.empty()) return shipmentOf;
  if (shipments.size() == 1) {
    for (std::size_t k = 0; k < receipts.size(); ++k) {
      if (mayBelong(*shipments.front(), *receipts[k])) shipmentOf[k] = 0;
    }
    return shipmentOf;
  }
  if (std::max(shipments.size(), receipts.size()) > mostOfOneNumber) return shipmentOf;
  return Pairing(shipments, receipts, mayBelong).run();
}

}  // namespace plumbline
