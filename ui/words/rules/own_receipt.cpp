// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/summed_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::summed;

QString sentence(const FactText& f) {
  return Words::tr(
             "%Ln loads with %1 have receipts that the sender signed itself: those receipts "
             "confirm nothing.",
             nullptr, plural(f.value(fact::loads)))
      .arg(f.sum());
}

constexpr WhyNot reasons[] = {
    {"own_receipt",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receipts were signed by the sender itself.")},
};

}  // namespace

extern constinit const RuleWords ownReceipt{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Receipts by the sender"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Receipts by the sender"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Loads have receipts by the sender"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The official form holds both sides in one row.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words", "The same receipts published by the receivers under their own keys."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
