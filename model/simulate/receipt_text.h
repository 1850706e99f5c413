// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A receipt before it is written down, and what honest receivers do to it.

#include <string>

#include "model/records/quantities.h"
#include "model/simulate/load_plan.h"
#include "model/statistics/random.h"

namespace plumbline {

struct ReceiptText {
  std::string id, document, vehicle;
  std::string_view material, lowCode, operation;
  Timestamp received;
  std::int64_t net = 0;
};

/// Lists its input as waste, and states no operation for it: true of the first ones.
[[nodiscard]] bool listsInputAsWaste(std::size_t receiver, const Confounders& confounders);
/// Publishes nothing: true of the last ones.
[[nodiscard]] bool isSilentReceiver(std::size_t receiver, const Confounders& confounders);
/// Months of which it has not published so far.
[[nodiscard]] int monthsBehind(std::size_t receiver, const Confounders& confounders);
/// Steps and least mass of the receivers' books.
void bookMass(ReceiptText& text, const Confounders& confounders);
/// Another line of the receiver's list of materials, with its code; the operation stays.
void pickWrongLine(ReceiptText& text, std::size_t receiver, CounterRandom random);

}  // namespace plumbline
