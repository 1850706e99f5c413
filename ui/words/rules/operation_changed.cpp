// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/pair_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::pair;

QString sentence(const FactText& f) {
  const auto operation = [&f](bool left) {
    const QString code = f.side("operation", left);
    return code.isEmpty() ? Words::tr("no stated operation") : code;
  };
  if (!isUseful(materialClassFromText(f.value(fact::sentAs)))) {
    return Words::tr(
               "Load %1 left the plant for %2, but %3 received it for %4: %5 were disposed of.")
        .arg(f.name(fact::shipment), operation(true), f.name(fact::receiver), operation(false),
             f.amount());
  }
  return Words::tr(
             "Load %1 left the plant for %2, but %3 received it for %4: %5 of the claim are not "
             "confirmed.")
      .arg(f.name(fact::shipment), operation(true), f.name(fact::receiver), operation(false),
           f.amount());
}

}  // namespace

extern constinit const RuleWords operationChanged{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Operation changed on the way"),
    .group =
        QT_TRANSLATE_NOOP("plumbline::Words", "Sent for recovery, received for something else"),
    .many =
        QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads were received for another operation"),
    .sentence = sentence,
    .causes =
        {QT_TRANSLATE_NOOP(
             "plumbline::Words",
             "The receiver stores loads before it recovers them; a later certificate may follow."),
         QT_TRANSLATE_NOOP("plumbline::Words", "The receiver typed the wrong code.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words", "A certificate of the final recovery signed by %1.")};

}  // namespace plumbline::words::rules
