// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/sent_on_exceeds_received_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::sentOnExceedsReceived;

QString sentence(const FactText& f) {
  return Words::tr(
             "By %1, %2 had been sent on, but only %3 had been received: %4 more than there was.")
      .arg(formatDate(f.time(fact::lowest)), strong(mass(f.value(fact::sentOn)), f.markup()),
           strong(mass(f.value(fact::received)), f.markup()), f.sum());
}

}  // namespace

extern constinit const RuleWords sentOnExceedsReceived{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Sent on more than received"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Sent on more than received"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "More was sent on than was received"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "There was stock before the first row of the log."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Loads were received before the period of the log.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "The stock at the beginning of the log, or the log of the period before.")};

}  // namespace plumbline::words::rules
