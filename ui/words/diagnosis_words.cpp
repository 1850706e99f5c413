// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/diagnosis_words.h"

#include "ui/words/format.h"
#include "ui/words/from_std.h"
#include "ui/words/lists.h"
#include "ui/words/words.h"

namespace plumbline::words {
namespace {

struct Sentence {
  std::string_view name;
  const char* text;  // %1: the members, or the period
};

constexpr Sentence sentences[] = {
    {"contradiction",
     QT_TRANSLATE_NOOP("plumbline::Words", "Period %1 does not balance, and all its figures are stated to be "
                                           "without error.")},
    {"dependent_balance",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: follows from other constraints and adds no check")},
    {"dependent_period",
     QT_TRANSLATE_NOOP("plumbline::Words", "Period %1 has no error of its own: it is not tested.")},
    {"disconnected_unmeasured",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "%1: cannot be known from these records: no constraint determines them")},
    {"first_order_uncertainty",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: uncertainties this large make those of the answer "
                                           "approximate, because constraints are products")},
    {"negative_estimate",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "%1: come out below zero; no bound was set, and no flow of mass can be so")},
    {"negative_value",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: below zero; a flow of mass cannot be")},
    {"no_input",
     QT_TRANSLATE_NOOP("plumbline::Words", "Nothing comes in: an input may be missing.")},
    {"node_without_input",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: nothing comes in, so all that leaves must be zero")},
    {"node_without_output",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: nothing goes out, so all that comes in must be zero")},
    {"nothing_to_check",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "No constraint checks a measured figure: there is no test.")},
    {"one_period",
     QT_TRANSLATE_NOOP("plumbline::Words", "There is one period only: no test over time.")},
    {"too_dense_for_tests",
     QT_TRANSLATE_NOOP("plumbline::Words", "The network is so interwoven that only its values are told, "
                                           "without uncertainties and tests of single figures.")},
    {"too_good_closure",
     QT_TRANSLATE_NOOP("plumbline::Words", "The figures agree better than their stated errors allow: stated "
                                           "too large, or fitted to each other.")},
    {"unchecked_record",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: nothing checks these records")},
    {"unmeasured_cycle",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: cannot be known from these records: they can trade with one "
                                           "another unseen")},
    {"zero_uncertainty",
     QT_TRANSLATE_NOOP("plumbline::Words", "%1: stated to be exact, so they are not moved or tested")},
    {"zero_uncertainty_of_period",
     QT_TRANSLATE_NOOP("plumbline::Words", "Period %1 has no stated error: it is not tested.")},
};

/// As many as a line can hold.
QString membersOf(const JsonArray& members) {
  constexpr std::size_t mostNamed = 20;
  QStringList names;
  for (const JsonValue& member : members) {
    if (const std::string* name = member.string()) names << fromStd(*name);
  }
  const auto more = static_cast<std::int64_t>(names.size()) - static_cast<std::int64_t>(mostNamed);
  if (more <= 0) return listed(names);
  return Words::tr("%1 and %Ln more", nullptr, plural(more))
      .arg(listed(names.first(mostNamed)));
}

}  // namespace

QString diagnosisText(const JsonValue& diagnosis) {
  const JsonValue* named = diagnosis.find("name");
  const JsonValue* period = diagnosis.find("period");
  const JsonValue* members = diagnosis.find("members");
  std::string name = *named->string();
  if (period != nullptr && name == "zero_uncertainty") name += "_of_period";
  for (const Sentence& sentence : sentences) {
    if (sentence.name != name) continue;
    const QString words = Words::tr(sentence.text);
    if (period != nullptr) return words.arg(*period->integer());
    return members != nullptr ? words.arg(membersOf(*members->array())) : words;
  }
  return fromStd(*diagnosis.find("text")->string());
}

}  // namespace plumbline::words
