// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/link_decided_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::linkDecided;

QString sentence(const FactText& f) {
  const bool same = f.value(fact::same) != 0;
  const QString said =
      (same ? Words::tr("%1 signed that load %2 and receipt %3 of %4 are one load")
            : Words::tr("%1 signed that load %2 and receipt %3 of %4 are not the same load"))
          .arg(f.name(fact::by), f.name(fact::shipment), f.name(fact::receipt),
               f.name(fact::receiver));
  const std::string state = f.value(fact::state);
  if (state == "applied") {
    return same ? Words::tr("%1: they are counted so.").arg(said)
                : Words::tr("%1: no link is made between them.").arg(said);
  }
  if (state == "not_yours") {
    return Words::tr("%1. You have not compared this key, so the records count as if nobody had.")
        .arg(said);
  }
  if (state == "contradicted") {
    return Words::tr("%1. Somebody else signed the opposite, so neither counts.").arg(said);
  }
  return Words::tr("%1. One of the records has found its partner otherwise, so it changes nothing.")
      .arg(said);
}

constexpr WhyNot reasons[] = {
    {"not_yours", QT_TRANSLATE_NOOP("plumbline::Words",
                                    "People whose keys you have not compared decided about "
                                    "records; their word does not count here.")},
    {"not_open",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "A person decided about records that have found their partners by number.")},
    {"contradicted",
     QT_TRANSLATE_NOOP("plumbline::Words", "People decided about the same records in both ways.")},
};

}  // namespace

extern constinit const RuleWords linkDecided{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Decided by a person"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Decided by a person"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "People decided about %Ln pairs of records"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "Whoever decided knows more than the records say.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "A corrected receipt signed by %1."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
