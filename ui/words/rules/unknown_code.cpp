// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/unknown_code_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::unknownCode;

QString sentence(const FactText& f) {
  const std::string state = f.value(fact::state);
  const QString field = strong(fieldLabel(f.value(fact::field)).toLower(), f.markup());
  if (state == "star") {
    return Words::tr("%1 marks %2 with a star (%3), but the list has it as not hazardous.")
        .arg(f.name(fact::party), f.name(fact::code), rowsText(f.value(fact::rows)));
  }
  return Words::tr(
             "%1 writes %2 as %3 (%4): it stands in none of the lists that this audit "
             "uses, so nothing can be compared by it.")
      .arg(f.name(fact::party), f.name(fact::code), field, rowsText(f.value(fact::rows)));
}

}  // namespace

extern constinit const RuleWords unknownCode{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Codes nobody knows"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Codes nobody knows"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln codes stand in no list used here"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A digit was mistyped."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The code is of another or an older list.")},
    .settles =
        QT_TRANSLATE_NOOP("plumbline::Words", "The right code from %1, or the list it is from.")};

}  // namespace plumbline::words::rules
