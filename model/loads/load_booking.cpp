// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_booking.h"

#include <algorithm>

namespace plumbline {
namespace {

/// A load that is not claimed to be useful, as the plant says.
void bookAsSaid(Mass shipped, const MaterialMeaning& sent, LedgerSum& day) {
  if (outcomeOf(sent) == Outcome::Residue) day.openResidue += shipped;
  if (outcomeOf(sent) == Outcome::Energy) day.energy += shipped;
  if (isUnclear(sent)) day.unclearWaste += shipped;
}

/// What may be water that went on the way, and what a single load says by itself.
void bookWay(const LoadRow& shipment, Mass received, LedgerSum& day) {
  const Mass sent = shipment.net;
  if (isTooFarApart(sent, received)) day.heavier += std::max(Mass(), received - sent);
  if (!losesWater(shipment.words->lowCode) || isTooFarApart(sent, received)) return;
  day.drying += sent;
  day.dried += sent - received;
}

}  // namespace

LedgerSum& LoadBooking::dayOfLoad(const LoadRow& shipment) const {
  return m_accounts.ledger.day(shipment.party, dayOf(Timestamp::milliseconds(shipment.timeMs)));
}

Month LoadBooking::monthOf(const LoadRow& shipment) {
  const Timestamp time = Timestamp::milliseconds(shipment.timeMs);
  const std::int64_t day = dayOf(time);
  if (day != m_monthDay) {
    m_month = Month::of(time);
    m_monthDay = day;
  }
  return m_month;
}

void LoadBooking::part(const LoadRow& shipment, const MaterialMeaning& sent, const LoadRow& receipt,
                       const MaterialMeaning& meaning) {
  const Mass mass = receipt.net;
  const int scale = m_scales.indexOf(receipt);
  const std::int64_t random = m_scales.randomOf(scale);
  dayOfLoad(shipment).outErrors.addReading(scale, -mass, random);
  // Where the receiver does not say what it is, the plant's word names the branch.
  const bool unknown = meaning.materialClass == MaterialClass::Unknown;
  const Outcome branch = outcomeOf(unknown ? sent : meaning);
  deliver(shipment, receipt.party, branch, {0, {}, mass});
  OutcomeSum& outcome = m_accounts.ledger.outcome(branch, monthOf(shipment));
  outcome.found += mass;
  outcome.errors.addReading(scale, mass, random);
}

void LoadBooking::load(const LoadRow& shipment, const MaterialMeaning& sent,
                       const LoadRows& receipts, const ReceivedLoad& sum) {
  const Mass shipped = shipment.net;
  m_accounts.ledger.outcome(outcomeOf(sent), monthOf(shipment)).plantSays += shipped;
  deliver(shipment, sum.receiver, outcomeOf(sent), {1, shipped, {}});
  LedgerSum& day = dayOfLoad(shipment);
  day.sent += shipped;
  day.received += sum.total;
  // What was refused may have come back or be lying at the gate: nobody can say it went.
  if (sum.refused) day.openEnds += std::max(Mass(), shipped - sum.total);
  if (!sum.refused) bookWay(shipment, sum.total, day);
  if (sent.useful()) {
    claim(shipment, sum, day);
  } else {
    other(shipment, sent, sum, day);
  }
  atBorder(shipment, sent, receipts, sum);
}

void LoadBooking::other(const LoadRow& shipment, const MaterialMeaning& sent,
                        const ReceivedLoad& sum, LedgerSum& day) const {
  const Mass shipped = shipment.net;
  day.otherOut += sum.total;
  bookAsSaid(shipped, sent, day);
  // The receiver said which operation, so it is not unclear any more.
  const bool clear = sum.meaning.operation != Operation::None;
  if (clear && isUnclear(sent)) day.unclearWaste -= shipped;
  if (outcomeOf(sent) != Outcome::Residue) day.disposed += std::min(shipped, sum.disposed);
}

void LoadBooking::claim(const LoadRow& shipment, const ReceivedLoad& sum, LedgerSum& day) const {
  const Mass shipped = shipment.net;
  LedgerSum own;
  own.claimed = shipped;
  own.confirmed = sum.confirmedOf(shipped);
  own.asResidue = sum.residueOf(shipped);
  own.refused = sum.refusedOf(shipped);
  own.otherUse = sum.otherUseOf(shipped);
  own.lighter = sum.lighterOf(shipped);
  day.claimed += own.claimed;
  day.confirmed += own.confirmed;
  day.asResidue += own.asResidue;
  day.refused += own.refused;
  day.otherUse += own.otherUse;
  day.lighter += own.lighter;
  tellWatch(shipment, own);
}

void LoadBooking::tellWatch(const LoadRow& shipment, const LedgerSum& own) const {
  if (m_accounts.watch == nullptr) return;
  const std::int64_t day = dayOf(Timestamp::milliseconds(shipment.timeMs));
  (*m_accounts.watch)({shipment.rowid, shipment.party, day, own});
}

void LoadBooking::addReading(Weighed& sum, const LoadRow& row) {
  const int scale = m_scales.indexOf(row);
  sum.add(scale, row.net, m_scales.randomOf(scale));
}

BorderBook::Stream* LoadBooking::streamOf(const LoadRow& shipment) {
  if (!m_accounts.border.covers(monthOf(shipment))) return nullptr;
  return &m_accounts.border.stream(shipment.party, shipment.words->material);
}

LoadWay LoadBooking::wayOf(const LoadRow& shipment, const MaterialMeaning& sent,
                           const LoadRow& receipt) {
  LoadWay way{.plant = shipment.party, .receiver = receipt.party};
  way.sent = way.received = materialNameOf(shipment);
  way.sentAs = way.receivedAs = outcomeOf(sent);
  const MaterialMeaning meaning = m_meanings.received(shipment, receipt);
  const bool asUseful = sent.useful() && meaning.useful();
  const bool told = meaning.materialClass != MaterialClass::Unknown;
  if (told && !asUseful && outcomeOf(meaning) != way.sentAs) {
    way.received = materialNameOf(receipt);
    way.receivedAs = outcomeOf(meaning);
  }
  return way;
}

std::size_t LoadBooking::transferOf(const LoadRow& shipment, const MaterialMeaning& sent,
                                    const LoadRow& receipt) {
  const std::size_t from = m_meanings.kindOf(shipment);
  const std::size_t to = m_meanings.kindOf(receipt);
  if (from >= LoadMeanings::mostRemembered || to >= LoadMeanings::mostRemembered) {
    return m_accounts.border.transfer(wayOf(shipment, sent, receipt));
  }
  std::size_t& known = slotOf(m_transfers, from, to);
  if (known == 0) known = m_accounts.border.transfer(wayOf(shipment, sent, receipt)) + 1;
  return known - 1;
}

/// Both sides' weighings of the load; where any of it was refused, nobody can compare them.
void LoadBooking::atBorder(const LoadRow& shipment, const MaterialMeaning& sent,
                           const LoadRows& receipts, const ReceivedLoad& sum) {
  if (!m_accounts.border.covers(monthOf(shipment))) return;
  if (sum.refused) return refusedAtBorder(shipment, receipts, sum);
  // Parts of a load go the way of the first.
  std::size_t way = transferOf(shipment, sent, *receipts.front());
  // Loads that disagree are a way of their own: their gap is told load by load and must not hide in
  // the many that agree, nor spoil them.
  if (m_tolerance.isTooMuch((sum.total - shipment.net).abs(), shipment, receipts)) {
    LoadWay apart = m_accounts.border.at(way).way;
    apart.disagree = true;
    way = m_accounts.border.transfer(apart);
  }
  BorderBook::Transfer& transfer = m_accounts.border.at(way);
  addReading(transfer.sent, shipment);
  if (receipts.size() == 1) {
    WayShift& shift = losesWater(shipment.words->lowCode) ? transfer.drying : transfer.dry;
    shift.add(shipment.net.inGrams(), sum.total.inGrams());
  }
  for (const LoadRow* receipt : receipts) addReading(transfer.received, *receipt);
}

void LoadBooking::refusedAtBorder(const LoadRow& shipment, const LoadRows& receipts,
                                  const ReceivedLoad& sum) {
  BorderBook::Stream* const stream = streamOf(shipment);
  for (const LoadRow* receipt : receipts) {
    if (!receipt->words->rejected) addReading(stream->oneSided, *receipt);
  }
  stream->open += std::max(Mass(), shipment.net - sum.total);
}

void LoadBooking::voided(const LoadRow& shipment) {
  if (!cameBack(shipment)) return;
  dayOfLoad(shipment).openEnds += shipment.net;
  if (BorderBook::Stream* const stream = streamOf(shipment)) stream->open += shipment.net;
}

void LoadBooking::deliver(const LoadRow& shipment, int place, Outcome outcome,
                          const DeliverySum& sum) {
  if (m_accounts.deliveries == nullptr) return;
  DeliverySum& booked =
      m_accounts.deliveries->at(shipment.party, place, outcome, monthOf(shipment));
  booked.loads += sum.loads;
  booked.plantSays += sum.plantSays;
  booked.found += sum.found;
}

void LoadBooking::deliverAsSent(const LoadRow& shipment, Outcome outcome, const DeliverySum& sum) {
  if (m_accounts.deliveries == nullptr) return;
  const LoadWords& words = *shipment.words;
  const int place =
      words.named != LoadWords::nobody ? words.named : m_accounts.deliveries->place(words.other);
  deliver(shipment, place, outcome, sum);
}

/// A missing load counts as never sent: it is in no branch and stays in the stock that must be
/// explained. A pending one counts as sent, on the word and the scale of the plant.
void LoadBooking::open(const LoadRow& shipment, const MaterialMeaning& sent, OpenLoad why) {
  const Mass mass = shipment.net;
  const bool missing = why == OpenLoad::Missing;
  OutcomeSum& outcome = m_accounts.ledger.outcome(outcomeOf(sent), monthOf(shipment));
  outcome.plantSays += mass;
  LedgerSum& day = dayOfLoad(shipment);
  day.sent += mass;
  if (!sent.useful()) bookAsSaid(mass, sent, day);
  if (BorderBook::Stream* const stream = streamOf(shipment)) {
    addReading(stream->oneSided, shipment);
  }
  deliverAsSent(shipment, outcomeOf(sent), {1, mass, missing ? Mass() : mass});
  (missing ? day.missing : day.pending) += mass;
  if (sent.useful()) {
    LedgerSum own;
    own.claimed = mass;
    (missing ? own.missing : own.pending) = mass;
    (missing ? own.missingUseful : own.pendingUseful) = mass;
    if (why == OpenLoad::Linked) own.linkedUseful = mass;
    day.claimed += own.claimed;
    day.missingUseful += own.missingUseful;
    day.pendingUseful += own.pendingUseful;
    day.linkedUseful += own.linkedUseful;
    tellWatch(shipment, own);
  }
  if (missing) return;
  const int scale = m_scales.indexOf(shipment);
  const std::int64_t random = m_scales.randomOf(scale);
  day.outErrors.addReading(scale, -mass, random);
  outcome.found += mass;
  outcome.errors.addReading(scale, mass, random);
}

}  // namespace plumbline
