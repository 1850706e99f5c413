// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/loads/load_exceptions.h"
#include "model/loads/load_meaning.h"

namespace plumbline {

/// Writes down what two sides do not agree on, and at which document.
class LoadTeller {
 public:
  LoadTeller(LoadExceptions& exceptions, LoadMeanings& meanings)
      : m_exceptions(exceptions), m_meanings(meanings) {}

  /// Position in the order of the documents, of whatever is told next.
  [[nodiscard]] std::int64_t order() const { return m_order; }
  void toNext() { ++m_order; }
  void goTo(std::int64_t order) { m_order = order; }

  [[nodiscard]] LoadException about(const LoadRow& shipment, const LoadRow* receipt, Mass amount);
  /// Of a receipt that is of no shipment.
  [[nodiscard]] LoadException aboutReceipt(const LoadRow& receipt);
  void tell(LoadKind kind, const LoadException& exception) { m_exceptions.add(kind, exception); }
  void tell(LoadKind kind, const LoadRow& shipment, const LoadRow* receipt, Mass amount) {
    tell(kind, about(shipment, receipt, amount));
  }

 private:
  LoadExceptions& m_exceptions;
  LoadMeanings& m_meanings;
  std::int64_t m_order = 0;
};

}  // namespace plumbline
