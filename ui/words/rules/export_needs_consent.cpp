// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/export_needs_consent_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::exportNeedsConsent;

QString sentence(const FactText& f) {
  return Words::tr(
             "%1 with %2 went to %3 in %4 as %5: waste that may only go there with the "
             "consent of all countries on the way, and none is published.")
      .arg(loadsText(f.value(fact::loads)), f.sum(), f.name(fact::receiver), f.name(fact::country),
           f.name(fact::code));
}

}  // namespace

extern constinit const RuleWords exportNeedsConsent{
    .title = PLUMBLINE_WORDS("Export that needs a consent"),
    .group = PLUMBLINE_WORDS("Export that needs a consent"),
    .one = PLUMBLINE_WORDS("Exports need a consent"),
    .many = PLUMBLINE_WORDS("Exports need a consent"),
    .sentence = sentence,
    .causes = {PLUMBLINE_WORDS("A consent was given and not published."),
               PLUMBLINE_WORDS("The site is only the seat of the buyer; the load stayed here.")},
    .settles = PLUMBLINE_WORDS("The written consent of the countries on the way.")};

}  // namespace plumbline::words::rules
