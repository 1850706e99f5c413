// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/loads/load_booking.h"
#include "model/loads/load_comparison.h"
#include "model/loads/open_loads.h"

namespace plumbline {

/// The deadline is over, also in the books of the receiver: one that has not yet published the days
/// in which it may have signed does not deny the load.
class ReceiptDeadline {
 public:
  ReceiptDeadline(const AuditPlan& plan, const PublicationBook& publications, Timestamp asOf)
      : m_plan(plan), m_publications(publications), m_asOf(asOf) {}
  [[nodiscard]] bool isOver(const LoadRow& shipment) const;

 private:
  const AuditPlan& m_plan;
  const PublicationBook& m_publications;
  Timestamp m_asOf;
};

/// What becomes of one load, once it is known which receipts are its own: it is understood, booked
/// and compared.
class LoadDecider {
 public:
  LoadDecider(LoadMeanings& meanings, LoadBooking& booking, LoadComparison& comparison,
              LoadTeller& teller, ReceiptDeadline deadline)
      : m_meanings(meanings),
        m_booking(booking),
        m_comparison(comparison),
        m_teller(teller),
        m_deadline(deadline) {}

  /// The receipts, at least one, are of that load.
  void received(const LoadRow& shipment, const LoadRows& receipts);
  enum class Open : std::uint8_t {
    Told,  // a receipt that is missing is worth an exception
    ToldElsewhere,
    Linked  // neither confirmed nor missing
  };
  /// No receipt confirms it.
  void notReceived(const LoadRow& shipment, Open open);

  /// Another party signed than the load was sent to; true where that was told.
  bool tellOtherReceiver(const LoadRow& shipment, const LoadRows& receipts);
  /// Another party signed, and says of a load that is the same by all else that it is residue: by
  /// naming somebody else as consignee a plant must not escape that word.
  [[nodiscard]] bool isDenied(const LoadRow& shipment, const LoadRows& receipts);

  /// Remembers the pair as one load, for the sample.
  void take(const LoadRow& shipment, const LoadRow& receipt) {
    m_sample.take(m_teller.order(), shipment, receipt);
  }
  [[nodiscard]] const PairSample& sample() const { return m_sample; }
  [[nodiscard]] std::int64_t pairs() const { return m_pairs; }

 private:
  LoadMeanings& m_meanings;
  LoadBooking& m_booking;
  LoadComparison& m_comparison;
  LoadTeller& m_teller;
  ReceiptDeadline m_deadline;
  PairSample m_sample;
  std::int64_t m_pairs = 0;
};

}  // namespace plumbline
