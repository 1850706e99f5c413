// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/pair_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::pair;

QString sentence(const FactText& f) {
  const QString pattern = f.value(fact::received) > Mass()
                              ? Words::tr("%1 refused a part of load %2: %3 did not stay there.")
                              : Words::tr("%1 refused load %2: %3 did not stay there.");
  return pattern.arg(f.name(fact::receiver), f.name(fact::shipment), f.amount());
}

}  // namespace

extern constinit const RuleWords rejectedLoad{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Load refused"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Refused by the receiver"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads were refused"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The load went back and was sent again under a new number."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The plant has not published its correction yet.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The record of where the load went after %1 refused it.")};

}  // namespace plumbline::words::rules
