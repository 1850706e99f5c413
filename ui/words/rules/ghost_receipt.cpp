// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/ghost_receipt_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::ghostReceipt;

QString sentence(const FactText& f) {
  if (f.has(fact::shipment)) {
    return Words::tr("%1 wrote receipt %2 for %3, but the plant says that it cancelled load %4.")
        .arg(f.name(fact::receiver), f.name(fact::receipt), f.amount(), f.name(fact::shipment));
  }
  return Words::tr(
             "%1 wrote receipt %2 for %3 on %4, but the plant published no shipment with "
             "document number %5.")
      .arg(f.name(fact::receiver), f.name(fact::receipt), f.amount(), formatDate(f.finding().time),
           f.name(fact::document));
}

}  // namespace

extern constinit const RuleWords ghostReceipt{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Receipt without a shipment"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Receipt without a shipment"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln receipts have no shipment"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receipt carries a mistyped document number."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The plant has not published that period yet."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The load was cancelled after it had left.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The plant’s shipment, or a corrected receipt signed by %1.")};

}  // namespace plumbline::words::rules
