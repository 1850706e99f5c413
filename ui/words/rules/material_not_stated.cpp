// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/summed_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::summed;

QString sentence(const FactText& f) {
  return Words::tr("%Ln loads with %1 were received, but the receivers do not say as what.",
                   nullptr, plural(f.value(fact::loads)))
      .arg(f.sum());
}

constexpr WhyNot reasons[] = {
    {"material_not_stated",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receipts do not state the material.")},
};

}  // namespace

extern constinit const RuleWords materialNotStated{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Received, but not as what"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Received, but not as what"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Receipts do not state the material"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receiver keeps its codes in another table.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words", "The receivers’ lists of materials, or waste codes on the receipts."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
