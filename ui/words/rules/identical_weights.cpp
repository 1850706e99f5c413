// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/identical_weights_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::identicalWeights;

QString sentence(const FactText& f) {
  return Words::tr("%Ln loads have the very same weights: gross %1, tare %2, net %3.", nullptr,
                   plural(f.value(fact::loads)))
      .arg(f.load(fact::gross), f.load(fact::tare), f.load(fact::net));
}

}  // namespace

extern constinit const RuleWords identicalWeights{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Identical weights"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Identical weights"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln sets of weights appear more than once"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "A row was copied and its weights not replaced."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Tare and pallets are fixed values and the loads are alike.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "The weighbridge tickets of these loads.")};

}  // namespace plumbline::words::rules
