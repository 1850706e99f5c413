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
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Sums of the summary log"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Sums that do not come out"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln rows have sums that do not come out"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A figure was rounded by hand."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A factor was left out.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "The row corrected by the operator.")};

}  // namespace plumbline::words::rules
