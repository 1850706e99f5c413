// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Books what became of a load into the ledger.

#include <algorithm>

#include "model/loads/load_meaning.h"

namespace plumbline {

void LoadJudge::bookReceived(const LoadRow& shipment, const MaterialMeaning& sent,
                             const LoadRow& receipt, Received& sum) {
  const bool rejected = receipt.words->rejected;
  sum.receiver = receipt.party;
  sum.refused = sum.refused || rejected || receipt.words->status == "part";
  if (rejected) return;
  const Mass mass = Mass::grams(receipt.netGrams);
  const MaterialMeaning meaning = receivedMeaning(shipment, receipt);
  sum.total += mass;
  if (meaning.hazardLost) sum.hazardDropped += mass;
  if (outcomeOf(meaning) == Outcome::Residue) sum.disposed += mass;
  const bool worse = meaning.materialClass == MaterialClass::Waste ||
                     meaning.materialClass == MaterialClass::Residue;
  if (meaning.confirmedUseful()) {
    sum.useful += mass;
  } else if (isReceivedAsResidue(meaning)) {
    sum.asResidue += mass;
  } else if (meaning.disputed) {
    sum.disputed += mass;
  } else if (!worse && meaning.materialClass == MaterialClass::Unknown) {
    sum.unclear += mass;
  }
  if (sum.total == mass || !meaning.confirmedUseful()) sum.meaning = meaning;

  const int scale = scaleOf(receipt);
  const std::int64_t random = m_books.instruments.at(scale).randomGrams;
  dayOfLoad(shipment).outErrors.addReading(scale, -mass, random);
  const bool unknown = meaning.materialClass == MaterialClass::Unknown;
  const Outcome branch = outcomeOf(unknown ? sent : meaning);
  bookDelivery(shipment, receipt.party, branch, {0, {}, mass});
  OutcomeSum& outcome = m_books.ledger.outcome(branch, monthOf(shipment));
  outcome.found += mass;
  outcome.errors.addReading(scale, mass, random);
}

void LoadJudge::bookClaim(const LoadRow& shipment, const MaterialMeaning& sent,
                          const Received& sum) {
  const Mass shipped = Mass::grams(shipment.netGrams);
  m_books.ledger.outcome(outcomeOf(sent), monthOf(shipment)).plantSays += shipped;
  bookDelivery(shipment, sum.receiver, outcomeOf(sent), {1, shipped, {}});
  LedgerSum& day = dayOfLoad(shipment);
  day.sent += shipped;
  day.received += sum.total;
  if (sum.refused) day.openEnds += std::max(Mass(), shipped - sum.total);
  if (!sum.refused) bookWay(shipment, sum.total, day);
  if (!sent.useful()) {
    day.otherOut += sum.total;
    bookOther(shipped, sent, day);
    const bool clear = sum.meaning.operation != Operation::None;
    if (clear && isUnclear(sent)) day.unclearWaste -= shipped;
    if (outcomeOf(sent) != Outcome::Residue) day.disposed += std::min(shipped, sum.disposed);
    return;
  }
  day.claimed += shipped;
  day.confirmed += sum.confirmedOf(shipped);
  day.asResidue += sum.residueOf(shipped);
  day.refused += sum.refusedOf(shipped);
  day.otherUse += sum.otherUseOf(shipped);
  day.lighter += sum.lighterOf(shipped);
  if (m_books.watch == nullptr) return;
  LedgerSum own;
  own.claimed = shipped;
  own.confirmed = sum.confirmedOf(shipped);
  own.asResidue = sum.residueOf(shipped);
  own.refused = sum.refusedOf(shipped);
  own.otherUse = sum.otherUseOf(shipped);
  own.lighter = sum.lighterOf(shipped);
  tellWatch(shipment, own);
}

void LoadJudge::tellWatch(const LoadRow& shipment, const LedgerSum& own) const {
  const std::int64_t day = dayOf(Timestamp::milliseconds(shipment.timeMs));
  (*m_books.watch)({shipment.rowid, shipment.party, day, own});
}

void LoadJudge::addReading(Weighed& sum, const LoadRow& row) {
  const int scale = scaleOf(row);
  sum.add(scale, Mass::grams(row.netGrams), m_books.instruments.at(scale).randomGrams);
}

BorderBook::Stream* LoadJudge::streamOf(const LoadRow& shipment) {
  if (!m_books.border.covers(monthOf(shipment))) return nullptr;
  return &m_books.border.stream(shipment.party, shipment.words->material);
}

LoadWay LoadJudge::wayOf(const LoadRow& shipment, const MaterialMeaning& sent,
                         const LoadRow& receipt) {
  LoadWay way{.plant = shipment.party, .receiver = receipt.party};
  way.sent = way.received = materialNameOf(shipment);
  way.sentAs = way.receivedAs = outcomeOf(sent);
  const MaterialMeaning meaning = receivedMeaning(shipment, receipt);
  const bool asUseful = sent.useful() && meaning.useful();
  const bool told = meaning.materialClass != MaterialClass::Unknown;
  if (told && !asUseful && outcomeOf(meaning) != way.sentAs) {
    way.received = materialNameOf(receipt);
    way.receivedAs = outcomeOf(meaning);
  }
  return way;
}

std::size_t LoadJudge::transferOf(const LoadRow& shipment, const MaterialMeaning& sent,
                                  const LoadRow& receipt) {
  const std::size_t from = kindOf(shipment);
  const std::size_t to = kindOf(receipt);
  if (from >= mostRememberedKinds || to >= mostRememberedKinds) {
    return m_books.border.transfer(wayOf(shipment, sent, receipt));
  }
  if (from >= m_transfers.size()) m_transfers.resize(from + 1);
  auto& known = m_transfers[from];
  if (to >= known.size()) known.resize(to + 1);
  if (known[to] == 0) known[to] = m_books.border.transfer(wayOf(shipment, sent, receipt)) + 1;
  return known[to] - 1;
}

/// Both sides' weighings of the load; where any of it was refused, nobody can compare them.
void LoadJudge::bookBorder(const LoadRow& shipment, const MaterialMeaning& sent,
                           const Receipts& receipts, const Received& sum) {
  if (!m_books.border.covers(monthOf(shipment))) return;
  const Mass shipped = Mass::grams(shipment.netGrams);
  if (sum.refused) {
    BorderBook::Stream* const stream = streamOf(shipment);
    for (const LoadRow* receipt : receipts) {
      if (!receipt->words->rejected) addReading(stream->oneSided, *receipt);
    }
    stream->open += std::max(Mass(), shipped - sum.total);
    return;
  }
  // Parts of a load go the way of the first.
  std::size_t way = transferOf(shipment, sent, *receipts.front());
  if (isTooMuch((sum.total - shipped).abs(), shipment, receipts)) {
    LoadWay apart = m_books.border.at(way).way;
    apart.disagree = true;
    way = m_books.border.transfer(apart);
  }
  BorderBook::Transfer& transfer = m_books.border.at(way);
  addReading(transfer.sent, shipment);
  if (receipts.size() == 1) {
    WayShift& shift = losesWater(shipment.words->lowCode) ? transfer.drying : transfer.dry;
    shift.add(shipment.netGrams, sum.total.inGrams());
  }
  for (const LoadRow* receipt : receipts) addReading(transfer.received, *receipt);
}

/// A load that came back may have been booked as an intake or not: its mass is open.
void LoadJudge::bookVoided(const LoadRow& shipment) {
  if (!cameBack(shipment)) return;
  const Mass mass = Mass::grams(shipment.netGrams);
  dayOfLoad(shipment).openEnds += mass;
  if (BorderBook::Stream* const stream = streamOf(shipment)) stream->open += mass;
}

void LoadJudge::bookDelivery(const LoadRow& shipment, int place, Outcome outcome,
                             const DeliverySum& sum) {
  if (m_books.deliveries == nullptr) return;
  DeliverySum& booked = m_books.deliveries->at(shipment.party, place, outcome, monthOf(shipment));
  booked.loads += sum.loads;
  booked.plantSays += sum.plantSays;
  booked.found += sum.found;
}

void LoadJudge::bookSent(const LoadRow& shipment, Outcome outcome, const DeliverySum& sum) {
  if (m_books.deliveries == nullptr) return;
  const LoadWords& words = *shipment.words;
  const int place = words.named != LoadWords::nobody ? words.named
                                                     : m_books.deliveries->place(words.other);
  bookDelivery(shipment, place, outcome, sum);
}

/// The deadline is over, also in the books of the receiver: one that has not yet published the days
/// in which it may have signed does not deny the load.
bool LoadJudge::isOver(const LoadRow& shipment) const {
  const std::int64_t deadline = shipment.timeMs + m_plan.receiptDeadlineDays * millisecondsPerDay;
  if (m_asOf.inMilliseconds() <= deadline) return false;
  const int named = shipment.words->named;
  if (named == LoadWords::nobody) return true;
  const PartyInfo& party = m_books.publications.parties()[static_cast<std::size_t>(named)];
  return party.publishedUntil == Timestamp() || party.publishedUntil.inMilliseconds() > deadline;
}

void LoadJudge::bookUnmatched(const LoadRow& shipment, Open open) {
  const Mass mass = Mass::grams(shipment.netGrams);
  const MaterialMeaning sent = sentMeaning(shipment);
  OutcomeSum& outcome = m_books.ledger.outcome(outcomeOf(sent), monthOf(shipment));
  outcome.plantSays += mass;
  LedgerSum& day = dayOfLoad(shipment);
  day.sent += mass;
  if (sent.useful()) day.claimed += mass;
  if (!sent.useful()) bookOther(mass, sent, day);
  if (BorderBook::Stream* const stream = streamOf(shipment)) {
    addReading(stream->oneSided, shipment);
  }
  const bool over = open != Open::Linked && isOver(shipment);
  bookSent(shipment, outcomeOf(sent), {1, mass, over ? Mass() : mass});
  if (over) {
    day.missing += mass;
    if (sent.useful()) day.missingUseful += mass;
    if (sent.useful() && m_books.watch != nullptr) {
      LedgerSum own;
      own.claimed = own.missing = own.missingUseful = mass;
      tellWatch(shipment, own);
    }
    if (open == Open::Told) {
      m_books.exceptions.add(LoadKind::MissingReceipt, exception(shipment, nullptr, mass));
    }
    return;
  }
  day.pending += mass;
  if (sent.useful()) day.pendingUseful += mass;
  if (sent.useful() && open == Open::Linked) day.linkedUseful += mass;
  if (sent.useful() && m_books.watch != nullptr) {
    LedgerSum own;
    own.claimed = own.pending = own.pendingUseful = mass;
    if (open == Open::Linked) own.linkedUseful = mass;
    tellWatch(shipment, own);
  }
  const int scale = scaleOf(shipment);
  const std::int64_t random = m_books.instruments.at(scale).randomGrams;
  day.outErrors.addReading(scale, -mass, random);
  outcome.found += mass;
  outcome.errors.addReading(scale, mass, random);
}

}  // namespace plumbline
