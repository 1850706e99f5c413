// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/loads/load_scales.h"
#include "model/loads/load_teller.h"
#include "model/loads/received_load.h"

namespace plumbline {

/// Finds where sender and receiver of one load do not agree, and tells it: mass, pieces, material,
/// hazard, times.
class LoadComparison {
 public:
  LoadComparison(const AuditPlan& plan, LoadTolerance& tolerance, LoadTeller& teller)
      : m_plan(plan), m_tolerance(tolerance), m_teller(teller) {}
  void compare(const LoadRow& shipment, const MaterialMeaning& sent, const LoadRows& receipts,
               const ReceivedLoad& sum);

 private:
  void times(const LoadRow& shipment, const LoadRow& receipt);
  void pieces(const LoadRow& shipment, const LoadRows& receipts, const ReceivedLoad& sum);
  void material(const LoadRow& shipment, const MaterialMeaning& sent, const LoadRows& receipts,
                const ReceivedLoad& sum);
  void differ(LoadKind kind, const LoadRow& shipment, const LoadRows& receipts,
              const ReceivedLoad& sum, Mass amount);

  const AuditPlan& m_plan;
  LoadTolerance& m_tolerance;
  LoadTeller& m_teller;
};

/// Residue accuses only where more than the number says that the two are one load.
[[nodiscard]] bool moreThanTheNumberFits(const LoadRow& shipment, const LoadRows& receipts,
                                         const ReceivedLoad& sum);

}  // namespace plumbline
