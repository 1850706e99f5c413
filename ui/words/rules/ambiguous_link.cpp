// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/link_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::link;

QString sentence(const FactText& f) {
  if (f.side("document_no", true) == f.side("document_no", false)) {
    return Words::tr(
               "Load %1 and receipt %2 of %3 have one document number, but too little else agrees "
               "to say that they are one load. It counts as open, not as confirmed.")
        .arg(f.name(fact::shipment), f.name(fact::receipt), f.name(fact::receiver));
  }
  const QString pattern =
      f.has(fact::triangle) && f.value(fact::triangle) == "broken"
          ? Words::tr(
                "Load %1 looks like receipt %2 of %3, but the carrier’s record leads to another "
                "one. It counts as open, not as confirmed.")
          : Words::tr(
                "Load %1 could be receipt %2 of %3, but other records fit nearly as well. It "
                "counts as open, not as confirmed.");
  return pattern.arg(f.name(fact::shipment), f.name(fact::receipt), f.name(fact::receiver));
}

QString tolerance(const FactText& f) {
  return f.has(fact::weightMillibits) ? linkWeights(f) : QString();
}

Formula formula(const FactText& f) {
  return f.has(fact::weightMillibits) ? linkFormula(f) : Formula();
}

Sides sides(const FactText&) {
  return {Words::tr("Both sides"), {}, {}};
}

}  // namespace

extern constinit const RuleWords ambiguousLink{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Unclear which receipt is whose"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Unclear which receipt is whose"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads have no receipt for certain"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A document number was mistyped."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The same vehicle brought like loads on the same days."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The books began to count again.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "A corrected receipt signed by %1, or the weighbridge tickets of both sides."),
    .tolerance = tolerance,
    .formula = formula,
    .sides = sides};

}  // namespace plumbline::words::rules
