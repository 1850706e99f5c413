// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/summed_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::summed;

QString sentence(const FactText& f) {
  const bool one = f.value(fact::loads) == 1;
  const QString pattern = one ? Words::tr(
                                    "%1 load with %2 has a receipt signed with a key nobody named: "
                                    "that receipt confirms "
                                    "nothing.")
                              : Words::tr(
                                    "%1 loads with %2 have receipts signed with a key nobody "
                                    "named: those receipts confirm "
                                    "nothing.");
  return pattern.arg(f.count(fact::loads), f.sum());
}

}  // namespace

extern constinit const RuleWords strangerReceipt{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Receipts by strangers"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Receipts by strangers"),
    .one = QT_TRANSLATE_NOOP("plumbline::Words", "Loads have receipts by strangers"),
    .many = QT_TRANSLATE_NOOP("plumbline::Words", "Loads have receipts by strangers"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receiver’s key is not in your parties file.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receiver’s key, compared over a channel you trust.")};

}  // namespace plumbline::words::rules
