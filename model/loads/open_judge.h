// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What becomes of loads that no number matched, once all documents are read: told and booked,
// linked or not.

#include "model/links/link_records.h"
#include "model/loads/load_belonging.h"
#include "model/loads/load_decider.h"

namespace plumbline {

class OpenJudge {
 public:
  OpenJudge(LinkDecisions& decisions, const LoadBelonging& belonging, LoadTeller& teller,
            LoadDecider& decider, OpenLoads& open)
      : m_decisions(decisions),
        m_belonging(belonging),
        m_teller(teller),
        m_decider(decider),
        m_open(open) {}

  /// Loads whose numbers are the same but for case, spaces and hyphens are judged as matched.
  void matchSpellings();
  /// What people decided is judged as they say.
  void applyDecisions();
  /// Tells and books what is left. A linked load is neither confirmed nor missing.
  void finish(Linkage linkage);

 private:
  /// True where number and line are the same, spelling apart.
  [[nodiscard]] bool haveOneNumber(const LoadLink& link) const;
  [[nodiscard]] bool isClear(const LoadLink& link) const;
  [[nodiscard]] bool isOfTheNumberOnly(const LoadLink& link) const;
  /// Loads that were held, and nobody else is their partner.
  void judgeLink(const LoadLink& link);
  void tellLink(const LoadLink& link);
  void tellSpelling(const Unmatched& shipment, const LoadRow& receipt);

  LinkDecisions& m_decisions;
  const LoadBelonging& m_belonging;
  LoadTeller& m_teller;
  LoadDecider& m_decider;
  OpenLoads& m_open;
};

}  // namespace plumbline
