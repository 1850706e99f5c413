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
    .title = PLUMBLINE_WORDS("Receipt without a shipment"),
    .group = PLUMBLINE_WORDS("Receipt without a shipment"),
    .one = PLUMBLINE_WORDS("1 receipt has no shipment"),
    .many = PLUMBLINE_WORDS("%1 receipts have no shipment"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("The receipt carries a mistyped document number."),
               PLUMBLINE_WORDS("The plant has not published that period yet."),
               PLUMBLINE_WORDS("The load was cancelled after it had left.")},
    .settles = PLUMBLINE_WORDS("The plant’s shipment, or a corrected receipt signed by %1.")};

}  // namespace plumbline::words::rules
