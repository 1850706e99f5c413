// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/export_mass_grows_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::exportMassGrows;

QString sentence(const FactText& f) {
  if (f.value(fact::what) == "exported_over_received") {
    return Words::tr("Of load %1, %2 were exported, but only %3 had been received.")
        .arg(f.name(fact::row), f.load(fact::exported), f.load(fact::received));
  }
  return Words::tr("Of load %1, %2 arrived overseas, but only %3 were exported.")
      .arg(f.name(fact::row), f.load(fact::overseas), f.load(fact::exported));
}

QString tolerance(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  return Words::tr("%1 of bulk mass").arg(percent(f.value(fact::tolerancePpm)));
}

}  // namespace

extern constinit const RuleWords exportMassGrows{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Masses of exported loads"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "More on the way than at its start"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln exported loads gained mass on their way"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The row stands for part of a load on one side."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A mass was mistyped.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "The weighbridge tickets of both ends."),
    .tolerance = tolerance};

}  // namespace plumbline::words::rules
