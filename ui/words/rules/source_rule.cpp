// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/source_rule_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::sourceRule;

struct SourceWords {
  std::string_view id;
  const char* asks;
};

constexpr SourceWords all[] = {
    {"br_justification",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "a received quantity that differs from the declared one is justified")},
    {"fr_decimals",
     QT_TRANSLATE_NOOP("plumbline::Words", "a weight has at most three decimals of a tonne")},
    {"fr_one_date", QT_TRANSLATE_NOOP("plumbline::Words",
                                      "a product has either a day of use or a day of dispatch")},
    {"fr_order",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "a product is not used or dispatched before its waste was processed")},
    {"fr_road_load", QT_TRANSLATE_NOOP("plumbline::Words", "a load by road weighs at most 40 t")},
    {"fr_road_volume", QT_TRANSLATE_NOOP("plumbline::Words", "a load by road has at most 100 m³")},
    {"fr_weighing_hour",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "loads for incineration and landfill state the hour of weighing")},
    {"fr_weight",
     QT_TRANSLATE_NOOP("plumbline::Words", "a weight is above 0 and at most 10,000 t")},
    {"iws_decimals", QT_TRANSLATE_NOOP("plumbline::Words", "a quantity has at most four decimals")},
    {"sl_packaging",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "the UK packaging in a product is its mass times the share that is stated")},
    {"dwt_consignment",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "hazardous waste has a consignment code, or a reason why it has none")},
    {"dwt_hazardous",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "waste with a hazardous code is said to contain hazardous substances")},
    {"dwt_weights",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "the weights of the treatments add up to the weight of the item")},
    {"em_comment", QT_TRANSLATE_NOOP("plumbline::Words", "a marked difference has a comment")},
    {"em_quantity",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "what comes is what was declared; here the facility marks another quantity")},
    {"em_type",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "what comes is what was declared; here the facility marks another waste")},
};

QString asks(const std::string& rule) {
  for (const SourceWords& words : all) {
    if (words.id == rule) return Words::tr(words.asks);
  }
  return text(rule);
}

QString sentence(const FactText& f) {
  return Words::tr("%1: %2. %Ln rows do not keep to it, the first is record %3: %4. (%5)", nullptr,
                   plural(f.value(fact::rows)))
      .arg(f.name(fact::party), asks(f.value(fact::sourceRule)), f.name(fact::record),
           f.name(fact::found), f.name(fact::source));
}

constexpr WhyNot reasons[] = {
    {"no_official_file", QT_TRANSLATE_NOOP("plumbline::Words", "There is no official file.")},
};

}  // namespace

extern constinit const RuleWords sourceRule{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Rules of the system it comes from"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Rows that their own system would refuse"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Rows break %Ln rules of their own system"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A figure was mistyped."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The file was written outside the system.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "The rows as the system has them, from %1."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
