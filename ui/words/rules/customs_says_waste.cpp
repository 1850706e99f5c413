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

}  // namespace

extern constinit const RuleWords customsSaysWaste{
    .title = PLUMBLINE_WORDS("Product here, waste to customs"),
    .group = PLUMBLINE_WORDS("Product here, waste to customs"),
    .one = PLUMBLINE_WORDS("A product was declared to customs as waste"),
    .many = PLUMBLINE_WORDS("%1 products were declared to customs as waste"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("The customs code was mistyped."),
               PLUMBLINE_WORDS("The country it went to does not accept the end of waste.")},
    .settles =
        PLUMBLINE_WORDS("The customs declaration, or the end-of-waste statement of the product.")};

}  // namespace plumbline::words::rules
