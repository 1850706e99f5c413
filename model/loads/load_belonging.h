// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/books/publication_book.h"
#include "model/links/link_decisions.h"
#include "model/links/load_rows.h"

namespace plumbline {

/// Whether a receipt can be of a shipment at all, whatever agrees.
class LoadBelonging {
 public:
  LoadBelonging(const PublicationBook& publications, const LinkDecisions& decisions)
      : m_publications(publications), m_decisions(decisions) {}
  /// False where the number is the same by chance, or a person said so.
  [[nodiscard]] bool mayBelong(const LoadRow& shipment, const LoadRow& receipt) const {
    return belongs(shipment, receipt) && !decidedApart(shipment, receipt);
  }
  /// The same, and the plant did not sign the receipt itself.
  [[nodiscard]] bool couldLink(const LoadRow& shipment, const LoadRow& receipt) const {
    return receipt.party != shipment.party && mayBelong(shipment, receipt);
  }
  /// False where the number is the same by chance.
  [[nodiscard]] bool belongs(const LoadRow& shipment, const LoadRow& receipt) const;
  /// The receipt says that the load came from a plant of this audit.
  [[nodiscard]] bool namesPlant(const LoadRow& receipt) const;
  [[nodiscard]] RecordName nameOf(const LoadRow& row) const;

 private:
  [[nodiscard]] bool decidedApart(const LoadRow& shipment, const LoadRow& receipt) const;

  const PublicationBook& m_publications;
  const LinkDecisions& m_decisions;
};

}  // namespace plumbline
