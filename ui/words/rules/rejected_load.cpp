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
    .title = PLUMBLINE_WORDS("Load refused"),
    .group = PLUMBLINE_WORDS("Refused by the receiver"),
    .one = PLUMBLINE_WORDS("1 load was refused"),
    .many = PLUMBLINE_WORDS("%1 loads were refused"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("The load went back and was sent again under a new number."),
               PLUMBLINE_WORDS("The plant has not published its correction yet.")},
    .settles = PLUMBLINE_WORDS("The record of where the load went after %1 refused it.")};

}  // namespace plumbline::words::rules
