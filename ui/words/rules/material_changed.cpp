// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/material_changed_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::materialChanged;

QString sentence(const FactText& f) {
  const QString sent = strong(className(f.value(fact::sentAs)), f.markup());
  const QString got = strong(className(f.value(fact::receivedAs)), f.markup());
  if (f.has(fact::disputed)) {
    return Words::
        tr("Load %1 left the plant as %2. The receipt of %3 says %4, but it states a recovery, or "
           "only its number fits: %5 of the claim are not confirmed.")
            .arg(f.name(fact::shipment), sent, f.name(fact::receiver), got, f.amount());
  }
  return Words::tr(
             "Load %1 left the plant as %2, but %3 received it as %4: %5 of the claim are not "
             "confirmed.")
      .arg(f.name(fact::shipment), sent, f.name(fact::receiver), got, f.amount());
}

QString tolerance(const FactText&) {
  return Words::tr("none: the material is another one, whatever its mass");
}

Formula formula(const FactText& f) {
  if (!isWhole(f.finding())) return {};
  const QString sent = className(f.value(fact::sentAs));
  return {formatKilograms(f.value(fact::sent)),
          Words::tr("sent as %1").arg(sent),
          formatKilograms(f.value(fact::receivedAsUseful)),
          Words::tr("received as %1").arg(sent),
          formatKilograms(f.finding().amount),
          Words::tr("not confirmed")};
}

}  // namespace

extern constinit const RuleWords materialChanged{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Material changed on the way"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Sent as product, received as residue"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words",
                                "%Ln loads sent as product were received as residue"),
    .sentence = sentence,
    .causes =
        {QT_TRANSLATE_NOOP("plumbline::Words", "The receiver typed the wrong code."),
         QT_TRANSLATE_NOOP(
             "plumbline::Words",
             "The load was spoiled on the way and downgraded. Then a rejection note exists.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words",
                          "A corrected receipt signed by %1, or the carrier’s photo of the load."),
    .tolerance = tolerance,
    .formula = formula};

}  // namespace plumbline::words::rules
