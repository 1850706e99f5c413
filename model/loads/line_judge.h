// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All rows of one document line: which belong together, which are parts or doubles, and which wait
// because nothing but the number speaks for them.

#include "model/links/load_pairs.h"
#include "model/loads/load_belonging.h"
#include "model/loads/load_decider.h"

namespace plumbline {

class LineJudge {
 public:
  LineJudge(const PublicationBook& publications, const LoadBelonging& belonging,
            LoadTolerance& tolerance, LoadTeller& teller, LoadBooking& booking,
            LoadDecider& decider, OpenLoads& open)
      : m_publications(publications),
        m_belonging(belonging),
        m_tolerance(tolerance),
        m_teller(teller),
        m_booking(booking),
        m_decider(decider),
        m_open(open) {}

  /// True for a shipment and a receipt that confirms it and agrees in mass: where they are alone in
  /// their document line they are judged without the rows' details.
  [[nodiscard]] bool isPlain(const LoadRow& shipment, const LoadRow& receipt) const;
  void judgePlain(const LoadRow& shipment, const LoadRow& receipt);
  /// The same for the loads of two or more years under one number, where each shipment has one such
  /// receipt. False, and nothing done, for other groups.
  [[nodiscard]] bool judgePlainGroup(const LoadGroup& shipments, const LoadGroup& receipts);
  /// All current shipments and receipts with one (document_no, line); either may be empty.
  void judge(LoadGroup& shipments, LoadGroup& receipts);

 private:
  void judgeShipment(const LoadRow& shipment, const LoadRows& receipts);
  [[nodiscard]] bool confirming(const LoadRow& shipment, const LoadRow& receipt);
  /// Judges what belongs together by more than the number; the rest waits for better partners.
  void settle(const LoadRow& shipment, LoadRows& receipts);
  void splitOrDuplicate(const LoadRow& shipment, LoadRows& receipts);
  void noteDuplicates(const LoadRows& shipments, const std::vector<LoadRows>& receipts);
  void leftOver(const LoadRow& receipt, const LoadGroup& shipments);
  void ghost(const LoadRow& receipt);
  void hold(const LoadRow& shipment, const LoadRows& receipts);
  void leaveOpen(const LoadRow& shipment);
  void leaveOpen(Unmatched receipt);
  [[nodiscard]] Unmatched asGhost(const LoadRow& receipt);

  const PublicationBook& m_publications;
  const LoadBelonging& m_belonging;
  LoadTolerance& m_tolerance;
  LoadTeller& m_teller;
  LoadBooking& m_booking;
  LoadDecider& m_decider;
  OpenLoads& m_open;
  LoadRows m_plain;  // reused
};

}  // namespace plumbline
