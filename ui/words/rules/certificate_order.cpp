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
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Order of receipt and certificate"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Certificate older than the receipt"),
    .many =
        QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln certificates are older than their receipts"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A certificate of an earlier load was named."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A date was mistyped.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "The certificate itself, signed by %1.")};

}  // namespace plumbline::words::rules
