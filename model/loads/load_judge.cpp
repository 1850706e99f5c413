// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <utility>

#include "model/links/load_fit.h"
#include "model/loads/load_meaning.h"

namespace plumbline {

LoadJudge::LoadJudge(LoadBooks books, const AuditPlan& plan, Timestamp asOf)
    : m_books(books), m_plan(plan), m_asOf(asOf) {}

LedgerSum& LoadJudge::dayOfLoad(const LoadRow& shipment) {
  return m_books.ledger.day(shipment.party, dayOf(Timestamp::milliseconds(shipment.timeMs)));
}

Month LoadJudge::monthOf(const LoadRow& shipment) {
  const Timestamp time = Timestamp::milliseconds(shipment.timeMs);
  const std::int64_t day = dayOf(time);
  if (day != m_monthDay) {
    m_month = Month::of(time);
    m_monthDay = day;
  }
  return m_month;
}

std::size_t& LoadJudge::slot(std::vector<std::vector<std::size_t>>& table, int party,
                             std::size_t index) {
  const auto row = static_cast<std::size_t>(party);
  if (row >= table.size()) table.resize(row + 1);
  if (index >= table[row].size()) table[row].resize(index + 1);
  return table[row][index];
}

std::size_t LoadJudge::kindOf(const LoadRow& row) {
  std::size_t& kind = slot(m_kinds, row.party, row.words->kind);
  if (kind == 0) kind = ++m_kindCount;
  return kind;
}

MaterialMeaning LoadJudge::sentMeaning(const LoadRow& shipment) {
  const std::size_t kind = kindOf(shipment);
  if (kind >= m_sent.size()) m_sent.resize(kind + 1);
  if (!m_sent[kind]) m_sent[kind] = m_books.materials.sent(shipment.statement());
  return *m_sent[kind];
}

MaterialMeaning LoadJudge::receivedMeaning(const LoadRow& shipment, const LoadRow& receipt) {
  const std::size_t sent = kindOf(shipment);
  const std::size_t received = kindOf(receipt);
  if (sent >= mostRememberedKinds || received >= mostRememberedKinds) {
    return m_books.materials.received(receipt.statement(), shipment.statement());
  }
  if (sent >= m_received.size()) m_received.resize(sent + 1);
  auto& known = m_received[sent];
  if (received >= known.size()) known.resize(received + 1);
  if (!known[received]) {
    known[received] = m_books.materials.received(receipt.statement(), shipment.statement());
  }
  return *known[received];
}

int LoadJudge::scaleOf(const LoadRow& row) {
  std::size_t& known = slot(m_scales, row.party, row.scaleIndex);
  if (known > 0) return static_cast<int>(known - 1);
  const ScaleWords& words = *row.scale;
  const int scale =
      m_books.instruments.find(row.party, words.instrument, words.calibration, row.timeMs);
  // Without the name of a calibration the time decides.
  if (!words.calibration.empty() || words.instrument.empty()) {
    known = static_cast<std::size_t>(scale) + 1;
  }
  return scale;
}

LoadException LoadJudge::exception(const LoadRow& shipment, const LoadRow* receipt, Mass amount) {
  LoadException made;
  made.shipment = shipment.rowid;
  made.shipped = Mass::grams(shipment.netGrams);
  made.sentAs = sentMeaning(shipment);
  if (receipt != nullptr) {
    made.receipt = receipt->rowid;
    made.received = Mass::grams(receipt->netGrams);
    made.receivedAs = receivedMeaning(shipment, *receipt);
  }
  made.amount = amount;
  made.order = m_order;
  return made;
}

bool LoadJudge::confirming(const LoadRow& shipment, const LoadRow& receipt) {
  const Mass amount = Mass::grams(shipment.netGrams);
  if (receipt.party == shipment.party) {
    m_books.exceptions.add(LoadKind::OwnReceipt, exception(shipment, &receipt, amount));
    return false;
  }
  if (!receipt.confirms) {
    m_books.exceptions.add(LoadKind::StrangerReceipt, exception(shipment, &receipt, amount));
    return false;
  }
  return true;
}

bool LoadJudge::isPlain(const LoadRow& sent, const LoadRow& received) const {
  // Half a per cent is within every profile, so that the scales need not be looked up.
  return received.confirms && !received.official && !sent.official &&
         received.party != sent.party && !sent.words->voided && !received.words->rejected &&
         isSameMass(sent, received) && isUsualDay(sent, received) &&
         !isOtherReceiver(sent, received) && belongs(sent, received);
}

/// False where the number is the same by chance.
bool LoadJudge::belongs(const LoadRow& shipment, const LoadRow& receipt) const {
  if (receipt.party == shipment.party) return true;
  const int named = receipt.words->named;
  if (named == shipment.party) return true;
  // Another plant of this audit is named.
  if (named != LoadWords::nobody && m_books.publications.isPlant(named)) return false;
  // A file without document numbers counts its rows: row 1000 of two files are two loads.
  const auto countsRows = [](const LoadRow& row) { return row.official && row.document == row.id; };
  return !countsRows(shipment) && !countsRows(receipt);
}

bool LoadJudge::judgePlainGroup(const LoadGroup& shipments, const LoadGroup& receipts) {
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

void LoadJudge::judgePlain(const LoadRow& shipment, const LoadRow& receipt) {
  ++m_order;
  m_plain.assign(1, &receipt);
  judgeLoad(shipment, m_plain);
}

void LoadJudge::judgeLoad(const LoadRow& shipment, const Receipts& receipts) {
  ++m_pairs;
  takeSample(shipment, *receipts.front());
  const MaterialMeaning sent = sentMeaning(shipment);
  Received sum;
  for (const LoadRow* receipt : receipts) bookReceived(shipment, sent, *receipt, sum);
  if (sum.asResidue > Mass() && !moreThanTheNumberFits(shipment, receipts, sum)) {
    sum.disputed += std::exchange(sum.asResidue, Mass());
  }
  bookClaim(shipment, sent, sum);
  bookBorder(shipment, sent, receipts, sum);
  for (const LoadRow* receipt : receipts) compareTimes(shipment, *receipt);
  compare(shipment, sent, receipts, sum);
}

/// Every step-th document; where that is too many every second one is dropped and the step doubled.
void LoadJudge::takeSample(const LoadRow& shipment, const LoadRow& receipt) {
  if (m_order < m_nextSample) return;
  m_sample.emplace_back(shipment.rowid, receipt.rowid);
  if (m_sample.size() == mostLabelledPairs) {
    for (std::size_t i = 0; 2 * i < m_sample.size(); ++i) m_sample[i] = m_sample[2 * i];
    m_sample.resize(m_sample.size() / 2);
    m_sampleStep *= 2;
  }
  m_nextSample = m_order + m_sampleStep;
}

/// Beyond what is kept for linking a load without a receipt is missing only where no receipt is
/// without a load: else one of those may be its own.
void LoadJudge::unmatched(const LoadRow& shipment) {
  if (m_unmatchedShipments.size() < m_books.mostOpen) {
    m_unmatchedShipments.push_back({m_order, shipment});
  } else {
    bookUnmatched(shipment, m_unmatchedReceipts.empty() ? Open::Told : Open::Linked);
  }
}

bool LoadJudge::namesPlant(const LoadRow& receipt) const {
  const int named = receipt.words->named;
  return named != LoadWords::nobody && m_books.publications.isPlant(named);
}

Unmatched LoadJudge::asGhost(const LoadRow& receipt) const {
  Unmatched made{m_order, receipt};
  made.told = namesPlant(receipt);
  made.exception.receipt = receipt.rowid;
  made.exception.received = Mass::grams(receipt.netGrams);
  made.exception.amount = made.exception.received;
  made.exception.receivedAs = m_books.materials.received(receipt.statement(), receipt.statement());
  made.exception.order = m_order;
  return made;
}

void LoadJudge::ghost(const LoadRow& receipt) {
  // Receivers take loads from others too; those are none of this audit's business. One that names
  // nobody may still be a load with a mistyped number.
  if (!namesPlant(receipt) && !receipt.words->other.empty()) return;
  if (!receipt.confirms || m_books.publications.isPlant(receipt.party)) return;
  setAside(asGhost(receipt));
}

void LoadJudge::setAside(Unmatched receipt) {
  if (m_unmatchedReceipts.size() < m_books.mostOpen) {
    m_unmatchedReceipts.push_back(std::move(receipt));
  } else if (m_unmatchedShipments.empty()) {
    tellReceipt(receipt);
  }
}

void LoadJudge::tellReceipt(const Unmatched& receipt) {
  if (receipt.told) m_books.exceptions.add(receipt.kind, receipt.exception);
}

}  // namespace plumbline
