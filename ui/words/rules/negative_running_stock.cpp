// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/negative_running_stock_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::negativeRunningStock;

QString sentence(const FactText& f) {
  const int inAll = plural(f.value(fact::days));
  if (f.has(fact::material)) {
    return Words::
        tr("On %1, %2 had sent %3 more of %4 than was there by the records, on %Ln days in all; "
           "the records may be off by %5.",
           nullptr, inAll)
            .arg(formatDate(f.finding().time), f.name(fact::party), f.sum(), f.name(fact::material),
                 mass(f.finding().uncertainty));
  }
  return Words::tr(
             "On %1, %2 had sent %3 more than was there by the records, on %Ln days in all; the "
             "records may be off by %4.",
             nullptr, inAll)
      .arg(formatDate(f.finding().time), f.name(fact::party), f.sum(),
           mass(f.finding().uncertainty));
}

}  // namespace

extern constinit const RuleWords negativeRunningStock{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Stock below zero"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "More sent than was there"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln times more was sent than was there"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "Intakes were entered late."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A stock survey missed a pile."),
               QT_TRANSLATE_NOOP("plumbline::Words", "Material came back and was not entered.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words", "The missing intakes, or a stock survey of that time signed by %1.")};

}  // namespace plumbline::words::rules
