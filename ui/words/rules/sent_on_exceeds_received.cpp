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
    .title = PLUMBLINE_WORDS("Sent on more than received"),
    .group = PLUMBLINE_WORDS("Sent on more than received"),
    .one = PLUMBLINE_WORDS("More was sent on than was received"),
    .many = PLUMBLINE_WORDS("More was sent on than was received"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("There was stock before the first row of the log."),
               PLUMBLINE_WORDS("Loads were received before the period of the log.")},
    .settles =
        PLUMBLINE_WORDS("The stock at the beginning of the log, or the log of the period before.")};

}  // namespace plumbline::words::rules
