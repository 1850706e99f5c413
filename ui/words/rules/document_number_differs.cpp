// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/link_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::link;

QString sentence(const FactText& f) {
  if (!f.has(fact::link)) {
    return Words::tr("Load %1 and receipt %2 of %3 have one document number, written %4 and %5.")
        .arg(f.name(fact::shipment), f.name(fact::receipt), f.name(fact::receiver),
             f.side("document_no", true), f.side("document_no", false));
  }
  const std::string kind = f.value(fact::link);
  if (kind == "split") {
    return Words::tr(
               "Load %1 was probably received by %2 in parts under other numbers, the first as %3: "
               "%4 likely. It counts as open, not as confirmed.")
        .arg(f.name(fact::shipment), f.name(fact::receiver), f.name(fact::receipt),
             linkLikelihood(f));
  }
  if (kind == "merged") {
    return Words::tr(
               "Load %1 and others were probably received by %2 together, as %3: %4 likely. They "
               "count as open, not as confirmed.")
        .arg(f.name(fact::shipment), f.name(fact::receiver), f.name(fact::receipt),
             linkLikelihood(f));
  }
  return Words::tr(
             "Load %1 and receipt %2 of %3 are probably the same load under the numbers %4 and "
             "%5: %6 likely. It counts as open, not as confirmed.")
      .arg(f.name(fact::shipment), f.name(fact::receipt), f.name(fact::receiver),
           f.side("document_no", true), f.side("document_no", false), linkLikelihood(f));
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

extern constinit const RuleWords documentNumberDiffers{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Document numbers differ"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Probably the same load, other number"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads have two document numbers"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A document number was mistyped.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "A corrected receipt signed by %1."),
    .tolerance = tolerance,
    .formula = formula,
    .sides = sides};

}  // namespace plumbline::words::rules
