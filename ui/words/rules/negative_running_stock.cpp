// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/negative_running_stock_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::negativeRunningStock;

QString sentence(const FactText& f) {
  if (f.has(fact::material)) {
    return Words::tr(
               "On %1, %2 had sent %3 more of %4 than was there by the records, on %5 days in all; "
               "the records may be off by %6.")
        .arg(formatDate(f.finding().time), f.name(fact::party), f.sum(), f.name(fact::material),
             f.count(fact::days), mass(f.finding().uncertainty));
  }
  return Words::tr(
             "On %1, %2 had sent %3 more than was there by the records, on %4 days in all; the "
             "records may be off by %5.")
      .arg(formatDate(f.finding().time), f.name(fact::party), f.sum(), f.count(fact::days),
           mass(f.finding().uncertainty));
}

}  // namespace

extern constinit const RuleWords negativeRunningStock{
    .title = PLUMBLINE_WORDS("Stock below zero"),
    .group = PLUMBLINE_WORDS("More sent than was there"),
    .one = PLUMBLINE_WORDS("More was sent than was there"),
    .many = PLUMBLINE_WORDS("%1 times more was sent than was there"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("Intakes were entered late."),
               PLUMBLINE_WORDS("A stock survey missed a pile."),
               PLUMBLINE_WORDS("Material came back and was not entered.")},
    .settles =
        PLUMBLINE_WORDS("The missing intakes, or a stock survey of that time signed by %1.")};

}  // namespace plumbline::words::rules
