// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/pair_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::pair;

QString sentence(const FactText& f) {
  return Words::tr(
             "Load %1 was sent to %2, but receipt %3 is by %4. It counts as open until somebody "
             "decides that it is the same load.")
      .arg(f.name(fact::shipment), f.name(fact::consignee), f.name(fact::receipt),
           f.name(fact::receiver));
}

}  // namespace

extern constinit const RuleWords otherReceiver{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Received by another than the consignee"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Received by another than the consignee"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words",
                                "%Ln loads were received by others than their consignees"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Both belong to one firm, or one works for the other."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The load was sent on to another yard on its way."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The consignee was mistyped.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "A word of the consignee, or your own decision that the receipt is the load’s.")};

}  // namespace plumbline::words::rules
