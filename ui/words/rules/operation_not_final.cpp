// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/operation_not_final_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::operationNotFinal;

QString sentence(const FactText& f) {
  return Words::tr(
             "%1 with %2 went to %3 for %4 (%5): that is not the end of their "
             "way, and no record says where they ended.")
      .arg(Words::tr("%Ln useful loads", nullptr, plural(f.value(fact::loads))), f.sum(),
           f.name(fact::receiver), f.name(fact::operation), f.name(fact::about));
}

}  // namespace

extern constinit const RuleWords operationNotFinal{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Operation that is not the end"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Stored or exchanged, the end unknown"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Loads were only stored or exchanged"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP(
                   "plumbline::Words",
                   "The receiver sorts or stores before it recovers; a certificate may follow."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The operation of the first stop was written.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words", "The receiver’s certificate of the final recovery.")};

}  // namespace plumbline::words::rules
