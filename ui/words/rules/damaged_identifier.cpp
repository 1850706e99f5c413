// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/damaged_identifier_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::damagedIdentifier;

QString nameOfKind(const std::string& kind) {
  if (kind == "siret") return Words::tr("a French number of a firm (SIRET)");
  return Words::tr("a Brazilian number of a firm (CNPJ)");
}

QString ofDocuments(const FactText& f) {
  const auto count = f.value(fact::count);
  const auto whole = static_cast<std::int64_t>(f.finding().comparison.size());
  QString text =
      Words::tr("%1 has %Ln document numbers that a spreadsheet rounded, such as %2 (%3): their last "
                "digits are lost, and several numbers may read the same.",
                nullptr, plural(count))
          .arg(f.name(fact::party), f.name(fact::example), rowsText(f.value(fact::rows)));
  if (whole > 0) {
    text += QLatin1Char(' ') +
            Words::tr("Of %Ln of them another party wrote one number that it may have been, for a load of "
                      "about the same mass.",
                      nullptr, plural(whole));
  }
  return text;
}

QString sentence(const FactText& f) {
  const std::string kind = f.value(fact::kind);
  if (kind == "rounded_document") return ofDocuments(f);
  const auto count = f.value(fact::count);
  if (kind == "rounded_name") {
    if (kind == "container") {
    return Words::tr("%1 writes %Ln container numbers whose check digit is wrong, such as %2 (%3); %4 others here "
                     "are right.",
                     nullptr, plural(count))
        .arg(f.name(fact::party), f.name(fact::example), rowsText(f.value(fact::rows)),
             formatCount(f.value(fact::right)));
  }
  return Words::tr("%1 names others by %Ln numbers that a spreadsheet rounded, such as %2 (%3): whom it "
                     "means cannot be told.",
                     nullptr, plural(count))
        .arg(f.name(fact::party), f.name(fact::example), rowsText(f.value(fact::rows)));
  }
  if (kind == "container") {
    return Words::tr("%1 writes %Ln container numbers whose check digit is wrong, such as %2 (%3); %4 others here "
                     "are right.",
                     nullptr, plural(count))
        .arg(f.name(fact::party), f.name(fact::example), rowsText(f.value(fact::rows)),
             formatCount(f.value(fact::right)));
  }
  return Words::tr("%1 names others by %Ln numbers whose check digit is wrong, such as %2 (%3). %4 would have "
                   "another one; that these are such numbers is taken from %5 others here that are right.",
                   nullptr, plural(count))
      .arg(f.name(fact::party), f.name(fact::example), rowsText(f.value(fact::rows)), nameOfKind(kind),
           formatCount(f.value(fact::right)));
}

Sides sides(const FactText& f) {
  if (f.value(fact::kind) != "rounded_document") return {};
  return {Words::tr("What another party wrote"), Words::tr("Rounded"), Words::tr("Whole")};
}

}  // namespace

extern constinit const RuleWords damagedIdentifier{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Numbers that are damaged"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Numbers that are damaged"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln kinds of numbers are damaged"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "A spreadsheet took a long number for a quantity and showed it rounded."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A digit was mistyped."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The number is of another kind, without a check digit.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The table of %1 as it was before the spreadsheet; for single loads a signed "
                                 "decision that two records are one."),
    .sides = sides};

}  // namespace plumbline::words::rules
