// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/customs_says_waste_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::customsSaysWaste;

QString sentence(const FactText& f) {
  return Words::tr(
             "%1 lists %2 as a product, but declares %3 of it with %4 to customs as %5 "
             "(%6).")
      .arg(f.name(fact::party), f.name(fact::material), loadsText(f.value(fact::loads)), f.sum(),
           f.name(fact::code), f.name(fact::about));
}

constexpr WhyNot reasons[] = {
    {"no_customs_codes",
     QT_TRANSLATE_NOOP("plumbline::Words", "No load states a customs code that is known here.")},
};

}  // namespace

extern constinit const RuleWords customsSaysWaste{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Product here, waste to customs"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Product here, waste to customs"),
    .many =
        QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln products were declared to customs as waste"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "The customs code was mistyped."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The country it went to does not accept the end of waste.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words",
                          "The customs declaration, or the end-of-waste statement of the product."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
