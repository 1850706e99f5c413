// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Books what became of a load. The same grams stand in several books, each for its own question:
//   ledger      how much, by plant and day (balances, claims) and by month and branch (flow
//   picture) border      who weighed what, by plant, receiver and name (the network) deliveries who
//   got what (the map), where somebody wants to know watch       this very load, where somebody
//   wants to know
// Example: 20 t sent as product on 8 April, 19.9 t received as such. The ledger's day gets sent 20,
// received 19.9, claimed 20, confirmed 19.9, lighter 0.1; the branch "product" of April gets what
// the plant says, 20, and what was found, 19.9; the border gets both readings under this way.

#include <limits>

#include "model/loads/border_book.h"
#include "model/loads/delivery_book.h"
#include "model/loads/load_scales.h"
#include "model/loads/load_watch.h"
#include "model/loads/received_load.h"

namespace plumbline {

/// What loads are booked into.
struct LoadAccounts {
  Ledger& ledger;
  BorderBook& border;
  DeliveryBook* deliveries = nullptr;
  const LoadWatch* watch = nullptr;
};

/// A load that no receipt confirms.
enum class OpenLoad : std::uint8_t {
  Missing,  // the deadline is over
  Pending,
  Linked  // somebody signed, probably for this load
};

class LoadBooking {
 public:
  LoadBooking(const LoadAccounts& accounts, LoadMeanings& meanings, LoadScales& scales,
              LoadTolerance& tolerance)
      : m_accounts(accounts), m_meanings(meanings), m_scales(scales), m_tolerance(tolerance) {}

  /// One part of a load as its receiver weighed it, and what it means.
  void part(const LoadRow& shipment, const MaterialMeaning& sent, const LoadRow& receipt,
            const MaterialMeaning& meaning);
  /// The load that the parts are of, with what they say together.
  void load(const LoadRow& shipment, const MaterialMeaning& sent, const LoadRows& receipts,
            const ReceivedLoad& sum);
  /// It went where the plant says, as far as anybody knows.
  void open(const LoadRow& shipment, const MaterialMeaning& sent, OpenLoad why);
  /// A load that came back may have been booked as an intake or not: its mass is open.
  void voided(const LoadRow& shipment);

 private:
  void claim(const LoadRow& shipment, const ReceivedLoad& sum, LedgerSum& day) const;
  void other(const LoadRow& shipment, const MaterialMeaning& sent, const ReceivedLoad& sum,
             LedgerSum& day) const;
  void atBorder(const LoadRow& shipment, const MaterialMeaning& sent, const LoadRows& receipts,
                const ReceivedLoad& sum);
  void refusedAtBorder(const LoadRow& shipment, const LoadRows& receipts, const ReceivedLoad& sum);
  [[nodiscard]] std::size_t transferOf(const LoadRow& shipment, const MaterialMeaning& sent,
                                       const LoadRow& receipt);
  [[nodiscard]] LoadWay wayOf(const LoadRow& shipment, const MaterialMeaning& sent,
                              const LoadRow& receipt);
  void addReading(Weighed& sum, const LoadRow& row);
  /// What the plant alone weighed under the load's name; null outside the months of the border.
  [[nodiscard]] BorderBook::Stream* streamOf(const LoadRow& shipment);
  [[nodiscard]] LedgerSum& dayOfLoad(const LoadRow& shipment) const;
  /// The month it was sent in. Loads come nearly in the order of their days, so the last one is
  /// remembered: the calendar takes as long as the rest of a booking.
  [[nodiscard]] Month monthOf(const LoadRow& shipment);
  void deliver(const LoadRow& shipment, int place, Outcome outcome, const DeliverySum& sum);
  /// The same for a load that nobody signed for: it went where the plant says.
  void deliverAsSent(const LoadRow& shipment, Outcome outcome, const DeliverySum& sum);
  void tellWatch(const LoadRow& shipment, const LedgerSum& own) const;

  LoadAccounts m_accounts;
  LoadMeanings& m_meanings;
  LoadScales& m_scales;
  LoadTolerance& m_tolerance;
  std::int64_t m_monthDay = std::numeric_limits<std::int64_t>::min();  // any day of m_month
  Month m_month;
  /// Of the border book, by the kinds of both sides, plus 1; 0: not looked up
  std::vector<std::vector<std::size_t>> m_transfers;
};

}  // namespace plumbline
