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

constexpr WhyNot reasons[] = {
    {"no_countries",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The countries of the plant and of its receivers are not both published.")},
};

}  // namespace

extern constinit const RuleWords exportNeedsConsent{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Export that needs a consent"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Export that needs a consent"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "Exports need a consent"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A consent was given and not published."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The site is only the seat of the buyer; the load stayed here.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words", "The written consent of the countries on the way."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
