// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/summary_log_arithmetic_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::summaryLogArithmetic;

QString sentence(const FactText& f) {
  const Comparison* line =
      f.finding().comparison.empty() ? nullptr : &f.finding().comparison.front();
  if (line == nullptr)
    return Words::tr("The sums of row %1 do not come out.").arg(f.name(fact::row));
  return Words::tr("Row %1 states %2 as %3, but its own figures give %4.")
      .arg(f.name(fact::row), fieldLabel(line->field).toLower(), text(line->left, f.markup()),
           text(line->right, f.markup()));
}

}  // namespace

extern constinit const RuleWords summaryLogArithmetic{
    .title = PLUMBLINE_WORDS("Sums of the summary log"),
    .group = PLUMBLINE_WORDS("Sums that do not come out"),
    .one = PLUMBLINE_WORDS("1 row has a sum that does not come out"),
    .many = PLUMBLINE_WORDS("%1 rows have sums that do not come out"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("A figure was rounded by hand."),
               PLUMBLINE_WORDS("A factor was left out.")},
    .settles = PLUMBLINE_WORDS("The row corrected by the operator.")};

}  // namespace plumbline::words::rules
