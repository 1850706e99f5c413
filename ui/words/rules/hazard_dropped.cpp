// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/pair_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::pair;

QString sentence(const FactText& f) {
  return Words::tr("Load %1 left the plant as hazardous waste %2, but %3 received it as %4.")
      .arg(f.name(fact::shipment), f.side("low_code", true), f.name(fact::receiver),
           f.side("low_code", false));
}

}  // namespace

extern constinit const RuleWords hazardDropped{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Hazardous code dropped"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Sent as hazardous, received as not hazardous"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads lost their hazardous code"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "An analysis showed that the load is not hazardous."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The star was left out when the code was typed.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The analysis of the load, or a corrected receipt signed by %1.")};

}  // namespace plumbline::words::rules
