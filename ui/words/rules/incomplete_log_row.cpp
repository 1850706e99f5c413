// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/incomplete_log_row_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::incompleteLogRow;

QString sentence(const FactText& f) {
  const int rows = plural(f.value(fact::rows));
  const QString pattern =
      f.value(fact::unnamed) == 0
          ? Words::tr(
                "%Ln of %1 of the summary log of %2 lack a date or a mass: rows %3 are left out of "
                "the balance, wholly or in part.",
                nullptr, rows)
          : Words::tr(
                "%Ln of %1 of the summary log of %2 lack a date or a mass: rows %3 and others are "
                "left out of the balance, wholly or in part.",
                nullptr, rows);
  return pattern.arg(rowsText(f.value(fact::of)), f.name(fact::party), f.name(fact::named));
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
