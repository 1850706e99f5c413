// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/pair_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::pair;

QString sentence(const FactText& f) {
  return Words::tr("%1 dated the certificate for load %2 before it received the load on %3.")
      .arg(f.name(fact::receiver), f.name(fact::shipment), formatDate(f.time(fact::receivedAt)));
}

}  // namespace

extern constinit const RuleWords certificateOrder{
    .title = PLUMBLINE_WORDS("Order of receipt and certificate"),
    .group = PLUMBLINE_WORDS("Certificate older than the receipt"),
    .one = PLUMBLINE_WORDS("1 certificate is older than its receipt"),
    .many = PLUMBLINE_WORDS("%1 certificates are older than their receipts"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("A certificate of an earlier load was named."),
               PLUMBLINE_WORDS("A date was mistyped.")},
    .settles = PLUMBLINE_WORDS("The certificate itself, signed by %1.")};

}  // namespace plumbline::words::rules
