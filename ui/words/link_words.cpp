// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads that are probably one under two numbers: how likely, and what speaks for and against it.

#include "model/checks/link_facts.h"

#include "ui/words/lists.h"
#include "ui/words/rules/rule_words.h"

namespace plumbline::words {
namespace {

namespace fact = facts::link;

QString bits(std::int64_t thousandths) {
  const QString number = formatThousandths(thousandths < 0 ? -thousandths : thousandths, 1);
  return thousandths < 0 ? QStringLiteral("\u2212%1").arg(number) : number;
}

struct FieldWord {
  const OptionalFact<std::int64_t>& weight;
  const char* word;
};
constexpr FieldWord fieldWords[] = {
    {fact::weightDocumentNo, QT_TRANSLATE_NOOP("plumbline::Words", "number")},
    {fact::weightVehicle, QT_TRANSLATE_NOOP("plumbline::Words", "vehicle")},
    {fact::weightContainerNo, QT_TRANSLATE_NOOP("plumbline::Words", "container")},
    {fact::weightMaterial, QT_TRANSLATE_NOOP("plumbline::Words", "material")},
    {fact::weightReceiver, QT_TRANSLATE_NOOP("plumbline::Words", "receiver")},
    {fact::weightNetKg, QT_TRANSLATE_NOOP("plumbline::Words", "mass")},
    {fact::weightTime, QT_TRANSLATE_NOOP("plumbline::Words", "time")},
    {fact::weightDay, QT_TRANSLATE_NOOP("plumbline::Words", "day")},
};

}  // namespace

QString linkLikelihood(const FactText& f) {
  return percent(Ppm{f.value(fact::probability).value / 1000 * 1000});
}

QString linkWeights(const FactText& f) {
  QStringList parts;
  for (const FieldWord& field : fieldWords) {
    if (!f.has(field.weight)) continue;
    parts << Words::tr("%1 %2", "a field and its weight")
                 .arg(Words::tr(field.word), bits(f.value(field.weight)));
  }
  return Words::tr(
             "90 % likely and 3.3 bits ahead of the next best; here %1 and %2 bits. Weights "
             "in bits: %3")
      .arg(linkLikelihood(f), bits(f.value(fact::marginMillibits)), listed(parts));
}

Formula linkFormula(const FactText& f) {
  return {bits(f.value(fact::weightMillibits)),
          Words::tr("bits: the fields agree"),
          bits(-f.value(fact::priorMillibits)),
          Words::tr("bits: one of many loads"),
          linkLikelihood(f),
          Words::tr("likely one load")};
}

}  // namespace plumbline::words
