// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>
#include <utility>

#include "model/reconcile/load_meaning.h"

namespace plumbline {
namespace {

/// Kept for linking; beyond it a load is booked at once.
constexpr std::size_t mostUnmatched = 20'000;

}  // namespace

LoadJudge::LoadJudge(LoadBooks books, const AuditPlan& plan, Timestamp asOf,
                     const PartyNames& names)
    : m_books(books), m_plan(plan), m_asOf(asOf), m_names(names) {
  int plants = 0;
  const auto parties = static_cast<int>(books.publications.parties().size());
  for (int i = 0; i < parties; ++i) plants += books.publications.isPlant(i) ? 1 : 0;
  m_severalPlants = plants > 1;
}

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
  std::size_t& kind = slot(m_kinds, row.party, row.wordsIndex);
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

bool LoadJudge::sameMass(const LoadRow& shipment, const LoadRow& receipt) {
  const Mass gap = (Mass::grams(receipt.netGrams) - Mass::grams(shipment.netGrams)).abs();
  return gap.inGrams() <= shipment.netGrams / 200;
}

bool LoadJudge::isPlain(const LoadRow& sent, const LoadRow& received) const {
  if (m_severalPlants) return false;
  // Half a per cent is within every profile, so that the scales need not be looked up.
  return received.confirms && !received.official && !sent.official &&
         received.party != sent.party && !sent.words->voided && sameMass(sent, received);
}

/// False where the number is the same by chance.
bool LoadJudge::belongs(const LoadRow& shipment, const LoadRow& receipt) const {
  if (receipt.party == shipment.party) return true;
  const auto named = m_names.find(receipt.other);
  if (named != m_names.end() && named->second == shipment.party) return true;
  // Another plant of this audit is named.
  if (named != m_names.end() && m_books.publications.isPlant(named->second)) return false;
  // A file without document numbers counts its rows: row 1000 of two files are two loads.
  const auto countsRows = [](const LoadRow& row) { return row.official && row.document == row.id; };
  return !countsRows(shipment) && !countsRows(receipt);
}

void LoadJudge::judgePlain(const LoadRow& shipment, const LoadRow& receipt) {
  ++m_order;
  m_plain.assign(1, &receipt);
  judgeLoad(shipment, m_plain);
}

void LoadJudge::judge(LoadGroup& shipments, LoadGroup& receipts) {
  ++m_order;
  shipments.sort();
  receipts.sort();
  if (shipments.size() > 1) noteDuplicates(shipments);
  std::vector<bool> taken(receipts.size(), false);
  std::size_t last = shipments.size();  // of those that are not voided
  for (std::size_t i = 0; i < shipments.size(); ++i) {
    if (!shipments[i].words->voided) last = i;
  }
  for (std::size_t i = 0; i < shipments.size(); ++i) {
    const LoadRow& shipment = shipments[i];
    if (shipment.words->voided) {
      bookVoided(shipment);
      continue;
    }
    Receipts mine;
    bool signedOnlyByItself = false;  // or by a stranger: told by a rule of its own
    // Two plants may use the same number: then the receipt says whose load it is. Of several
    // shipments the last takes what is left.
    for (std::size_t k = 0; k < receipts.size(); ++k) {
      const auto named = m_names.find(receipts[k].other);
      const bool names = named != m_names.end() && named->second == shipment.party;
      const bool skip = i != last && (!mine.empty() || (!names && !receipts[k].other.empty()));
      if (taken[k] || skip || !belongs(shipment, receipts[k])) continue;
      taken[k] = true;
      const bool confirms = confirming(shipment, receipts[k]);
      if (confirms) mine.push_back(&receipts[k]);
      signedOnlyByItself = signedOnlyByItself || !confirms;
    }
    if (mine.empty() && signedOnlyByItself) {
      bookUnmatched(shipment, Open::ToldElsewhere);
    } else if (mine.empty()) {
      unmatched(shipment);
    } else if (shipments.size() == 1 && receipts.size() == 1 &&
               onlyTheNumberFits(shipment, *mine.front())) {
      hold(shipment, *mine.front());
    } else {
      splitOrDuplicate(shipment, mine);
      judgeLoad(shipment, mine);
    }
  }
  for (std::size_t k = 0; k < receipts.size(); ++k) {
    if (!taken[k]) leftOver(receipts[k], shipments);
  }
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

void LoadJudge::noteDuplicates(const LoadGroup& shipments) {
  // A number may be used again after the first load was cancelled.
  const LoadRow* before = nullptr;
  for (std::size_t i = 0; i < shipments.size(); ++i) {
    if (shipments[i].words->voided) continue;
    const LoadRow* const twin = std::exchange(before, &shipments[i]);
    if (twin == nullptr || twin->party != shipments[i].party) continue;
    LoadException made = exception(shipments[i], nullptr, Mass::grams(shipments[i].netGrams));
    made.twin = twin->rowid;
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
    return std::tuple(row->vehicle != shipment.vehicle,
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

void LoadJudge::judgeLoad(const LoadRow& shipment, const Receipts& receipts) {
  ++m_pairs;
  if (m_order >= m_nextSample) takeSample(shipment, *receipts.front());
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
  m_sample.emplace_back(shipment.rowid, receipt.rowid);
  if (m_sample.size() == mostLabelledPairs) {
    for (std::size_t i = 0; 2 * i < m_sample.size(); ++i) m_sample[i] = m_sample[2 * i];
    m_sample.resize(m_sample.size() / 2);
    m_sampleStep *= 2;
  }
  m_nextSample = m_order + m_sampleStep;
}

void LoadJudge::unmatched(const LoadRow& shipment) {
  if (m_unmatchedShipments.size() < mostUnmatched) {
    m_unmatchedShipments.push_back({m_order, shipment});
  } else {
    bookUnmatched(shipment, Open::Told);
  }
}

void LoadJudge::hold(const LoadRow& shipment, const LoadRow& receipt) {
  if (m_unmatchedShipments.size() >= mostUnmatched || m_unmatchedReceipts.size() >= mostUnmatched) {
    judgeLoad(shipment, {&receipt});
    return;
  }
  m_unmatchedShipments.push_back({m_order, shipment, true});
  m_unmatchedReceipts.push_back({m_order, receipt, true});
}

void LoadJudge::ghost(const LoadRow& receipt) {
  // Receivers take loads from others too; those are none of this audit's business. One that names
  // nobody may still be a load with a mistyped number.
  const auto named = m_names.find(receipt.other);
  const bool ours = named != m_names.end() && m_books.publications.isPlant(named->second);
  if (!ours && !receipt.other.empty()) return;
  if (!receipt.confirms || m_books.publications.isPlant(receipt.party)) return;
  Unmatched made{m_order, receipt};
  made.told = ours;
  made.exception.receipt = receipt.rowid;
  made.exception.received = Mass::grams(receipt.netGrams);
  made.exception.amount = made.exception.received;
  made.exception.receivedAs = m_books.materials.received(receipt.statement(), receipt.statement());
  made.exception.order = m_order;
  setAside(std::move(made));
}

void LoadJudge::setAside(Unmatched receipt) {
  if (m_unmatchedReceipts.size() < mostUnmatched) {
    m_unmatchedReceipts.push_back(std::move(receipt));
  } else {
    tellReceipt(receipt);
  }
}

void LoadJudge::tellReceipt(const Unmatched& receipt) {
  if (receipt.told) m_books.exceptions.add(receipt.kind, receipt.exception);
}

}  // namespace plumbline
