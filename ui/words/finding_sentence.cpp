// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/rules/rule_words.h"

namespace plumbline::words {
namespace {

QString notChecked(const FactText& f, const RuleWords* rule) {
  const QString own = rule != nullptr && rule->whyNot != nullptr ? rule->whyNot(f) : QString();
  return own.isEmpty() ? reasonText(f.value(facts::reason)) : own;
}

/// How far what was made of the rule may be said.
QString held(const Finding& finding, Markup markup, const QString& made) {
  if (finding.wouldBe) {
    return Words::tr(
               "Cannot tell: you have not named everybody this rests on. If they are whom they "
               "say: %1")
        .arg(made);
  }
  if (facts::gap.isIn(finding)) {
    return Words::tr(
               "Cannot tell: something that could hold the other half is missing. As it is: %1")
        .arg(made);
  }
  if (!finding.onWordOf.empty() && accuses(finding.severity)) {
    return Words::tr("On the word of %1: %2").arg(text(finding.onWordOf, markup), made);
  }
  return finding.severity == Severity::Look
             ? Words::tr("Look here: unusual, not an accusation. %1").arg(made)
             : made;
}

}  // namespace

QString sentence(const Finding& finding, Markup markup) {
  const FactText f(finding, markup);
  if (f.has(facts::more)) {
    return Words::tr(
               "%Ln more findings of this kind, the lighter ones, with %1 in all, are not listed "
               "one by one.",
               nullptr, plural(f.value(facts::more)))
        .arg(f.sum());
  }
  const RuleWords* const rule = findRuleWords(finding.rule);
  if (f.has(facts::reason)) return notChecked(f, rule);
  if (rule != nullptr) return held(finding, markup, rule->sentence(f));
  return Words::tr("%1: %Ln records.", nullptr, plural(finding.rowCount))
      .arg(ruleTitle(finding.rule));
}

}  // namespace plumbline::words
