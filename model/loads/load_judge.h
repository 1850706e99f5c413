// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who decides what about a load, and what each needs for it:
//   LoadMeanings    what it is, as each side says            (the books of materials)
//   LoadScales      which calibration weighed it             (instruments)
//   LoadTolerance   by how much two masses may differ        (plan, scales)
//   LoadTeller      writes down what does not agree          (exceptions, meanings)
//   LoadBelonging   which receipt can be of it at all        (parties, decisions of people)
//   LoadBooking     what is booked where                     (accounts, meanings, scales)
//   LoadComparison  where its two sides do not agree         (plan, tolerance, teller)
//   LoadDecider     a load with its receipts, or with none   (the four above)
//   LineJudge       all rows of one document line            (first, while they stream by)
//   OpenJudge       rows that no number matched              (last, when all are known)

#include "model/books/books.h"
#include "model/loads/line_judge.h"
#include "model/loads/loads.h"
#include "model/loads/open_judge.h"

namespace plumbline {

/// Holds those above together for one pass over the loads, which are booked into `made`.
class LoadJudge {
 public:
  LoadJudge(const Books& books, const AuditPlan& plan, const LoadListeners& listeners, Loads& made);
  LoadJudge(const LoadJudge&) = delete;  // its parts point at each other
  LoadJudge& operator=(const LoadJudge&) = delete;

  [[nodiscard]] LineJudge& lines() { return m_lines; }
  [[nodiscard]] const LineJudge& lines() const { return m_lines; }
  [[nodiscard]] OpenJudge& rest() { return m_rest; }
  /// What no number matched, in the order of the documents: the links are between these.
  [[nodiscard]] const OpenLoads& open() const { return m_open; }
  [[nodiscard]] const LoadBelonging& belonging() const { return m_belonging; }
  [[nodiscard]] const PairSample& sample() const { return m_decider.sample(); }
  [[nodiscard]] std::int64_t pairs() const { return m_decider.pairs(); }

 private:
  OpenLoads m_open;
  LoadMeanings m_meanings;
  LoadScales m_scales;
  LoadTolerance m_tolerance;
  LoadTeller m_teller;
  LoadBelonging m_belonging;
  LoadBooking m_booking;
  LoadComparison m_comparison;
  LoadDecider m_decider;
  LineJudge m_lines;
  OpenJudge m_rest;
};

}  // namespace plumbline
