// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of official systems ask for, in our words.

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("plumbline::Words", text)

struct SourceWords {
  std::string_view id;
  const char* asks;
};

constexpr SourceWords all[] = {
    {"br_justification",
     WORDS("a received quantity that differs from the declared one is justified")},
    {"fr_decimals", WORDS("a weight has at most three decimals of a tonne")},
    {"fr_one_date", WORDS("a product has either a day of use or a day of dispatch")},
    {"fr_order", WORDS("a product is not used or dispatched before its waste was processed")},
    {"fr_road_load", WORDS("a load by road weighs at most 40 t")},
    {"fr_road_volume", WORDS("a load by road has at most 100 m³")},
    {"fr_weighing_hour", WORDS("loads for incineration and landfill state the hour of weighing")},
    {"fr_weight", WORDS("a weight is above 0 and at most 10,000 t")},
    {"iws_decimals", WORDS("a quantity has at most four decimals")},
    {"sl_packaging",
     WORDS("the UK packaging in a product is its mass times the share that is stated")},
    {"dwt_consignment",
     WORDS("hazardous waste has a consignment code, or a reason why it has none")},
    {"dwt_hazardous", WORDS("waste with a hazardous code is said to contain hazardous substances")},
    {"dwt_weights", WORDS("the weights of the treatments add up to the weight of the item")},
    {"em_comment", WORDS("a marked difference has a comment")},
    {"em_quantity", WORDS("what comes is what was declared; here the facility marks another quantity")},
    {"em_type", WORDS("what comes is what was declared; here the facility marks another waste")},
};

#undef WORDS

QString asks(const std::string& rule) {
  for (const SourceWords& words : all) {
    if (words.id == rule) return Words::tr(words.asks);
  }
  return text(rule);
}

}  // namespace

QString sourceRuleSentence(const FactText& f) {
  const bool one = f.finding().rowCount == 1;
  const QString pattern =
      one ? Words::tr("%1: %2. %3 row does not keep to it, record %4: %5. (%6)")
          : Words::tr("%1: %2. %3 rows do not keep to it, the first is record %4: %5. (%6)");
  return pattern.arg(f.name("party"), asks(f.finding().facts.get<std::string>("source_rule")),
                     f.count("rows"), f.name("record"), f.name("found"), f.name("source"));
}

}  // namespace plumbline::words
