// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/incomplete_log_row_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::incompleteLogRow;

QString sentence(const FactText& f) {
  const bool one = f.value(fact::rows) == 1;
  const bool all = f.value(fact::unnamed) == 0;
  const QString pattern =
      one ? Words::tr(
                "%1 of %2 rows of the summary log of %3 lacks a date or a mass: row %4 is left "
                "out of the balance, wholly or in part.")
      : all ? Words::tr(
                  "%1 of %2 rows of the summary log of %3 lack a date or a mass: rows %4 are "
                  "left out of the balance, wholly or in part.")
            : Words::tr(
                  "%1 of %2 rows of the summary log of %3 lack a date or a mass: rows %4 and "
                  "others are left out of the balance, wholly or in part.");
  return pattern.arg(f.count(fact::rows), f.count(fact::of), f.name(fact::party),
                     f.name(fact::named));
}

constexpr WhyNot reasons[] = {
    {"incomplete_log_row",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some rows lack their date or their mass.")},
};

}  // namespace

extern constinit const RuleWords incompleteLogRow{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Rows without date or mass"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Rows without date or mass"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln summary logs have incomplete rows"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The rows are filled in when the load has been weighed.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The rows with their dates and masses, from the operator."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
