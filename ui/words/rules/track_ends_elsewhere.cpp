// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/track_facts.h"

#include "ui/words/rules/rule_words.h"
#include "ui/words/track_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::track;

QString signedPart(const FactText& f) {
  return (f.value(fact::stated) != 0 ? Words::tr("%1, which states that it received it on %2")
                                     : Words::tr("%1, which signed for it on %2"))
      .arg(f.name(fact::receiver), formatDate(f.time(fact::received)));
}

QString sentence(const FactText& f) {
  QString said = Words::tr("The tag %1 in load %2 ended %3 from %4.")
                     .arg(f.name(fact::device), f.name(fact::load),
                          strong(distance(f.value(fact::metres)), f.markup()), signedPart(f));
  if (f.has(fact::country)) {
    said += QLatin1Char(' ') + Words::tr("The network there was one of %1.").arg(f.name(fact::country));
  }
  if (f.has(fact::wasThere)) said += QLatin1Char(' ') + Words::tr("It had been at rest at the receiver before.");
  if (f.has(fact::sentOn)) {
    said += QLatin1Char(' ') + Words::tr("The receiver sent loads on to places that nobody states; it may be there.");
  }
  return said;
}

}  // namespace

extern constinit const RuleWords trackEndsElsewhere{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "A tag ended elsewhere than its load"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Tags ended elsewhere"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln tags ended elsewhere than their loads"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "The tag fell off, or was found and thrown away elsewhere."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The device was taken out and resold, or the receiver sent it on with a record that "
                                 "is not here."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The receiver works at a site that it does not list.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The record by which %1 sent it on, or a look at where the tag is.")};

}  // namespace plumbline::words::rules
