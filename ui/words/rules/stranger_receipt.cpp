// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/summed_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::summed;

QString sentence(const FactText& f) {
  return Words::tr(
             "%Ln loads with %1 have receipts signed with a key nobody named: those receipts "
             "confirm nothing.",
             nullptr, plural(f.value(fact::loads)))
      .arg(f.sum());
}

constexpr WhyNot reasons[] = {
    {"stranger_receipt",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receipts were signed with a key nobody named.")},
};

}  // namespace

extern constinit const RuleWords strangerReceipt{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Receipts by strangers"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Receipts by strangers"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Loads have receipts by strangers"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receiver’s key is not in your parties file.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receiver’s key, compared over a channel you trust."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
