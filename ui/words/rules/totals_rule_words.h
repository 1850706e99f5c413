// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the words of the rules about declared totals share.

#include "model/checks/totals_facts.h"

#include "ui/words/rules/rule_words.h"
#include "ui/words/totals_words.h"

namespace plumbline::words::rules {

/// With the unit of the finding, bold where that is marked up.
template <class Key>
[[nodiscard]] QString amountOf(const FactText& f, const Key& key) {
  const QString unit = unitName(f.value(facts::totals::unit));
  const QString shown = f.markup() == Markup::Html ? unit.toHtmlEscaped() : unit;
  const QString plain = quantityNumber(f.value(key)) + QChar(0x00A0) + shown;
  return strong(plain, f.markup());
}
[[nodiscard]] QString senderOf(const FactText& f);
[[nodiscard]] QString receiverOf(const FactText& f);
[[nodiscard]] QString periodOfTotals(const FactText& f);
/// " 2 periods cannot be compared."; empty where all can.
[[nodiscard]] QString openPart(const FactText& f);
[[nodiscard]] Sides sidesOfTotals(const FactText& f);

}  // namespace plumbline::words::rules
