// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/density_out_of_band_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::densityOutOfBand;

QString sentence(const FactText& f) {
  return Words::tr(
             "%Ln loads with %1 of %2 have a mass that does not go together with their volume: %3 "
             "has %4 kg a cubic metre, %5 to %6 are usual.",
             nullptr, plural(f.value(fact::loads)))
      .arg(f.sum(), f.name(fact::material), f.name(fact::shipment),
           strong(roughly(f.value(fact::density)), f.markup()), roughly(f.value(fact::low)),
           roughly(f.value(fact::high)));
}

constexpr WhyNot reasons[] = {
    {"no_volumes",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "No load states its volume together with a material of known density.")},
};

}  // namespace

extern constinit const RuleWords densityOutOfBand{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Mass and volume do not go together"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Mass and volume do not go together"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Mass and volume of loads do not go together"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The volume is that of the container, not of what was in it."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The load was pressed, wet or mixed."),
               QT_TRANSLATE_NOOP("plumbline::Words", "One of the two has another unit.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words", "The weighbridge ticket and a photo of the load."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
