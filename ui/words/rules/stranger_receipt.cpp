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
    .title = PLUMBLINE_WORDS("Receipts by strangers"),
    .group = PLUMBLINE_WORDS("Receipts by strangers"),
    .one = PLUMBLINE_WORDS("Loads have receipts by strangers"),
    .many = PLUMBLINE_WORDS("Loads have receipts by strangers"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("The receiver’s key is not in your parties file.")},
    .settles = PLUMBLINE_WORDS("The receiver’s key, compared over a channel you trust.")};

}  // namespace plumbline::words::rules
