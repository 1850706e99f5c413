// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/broken_signature_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::brokenSignature;

QString sentence(const FactText& f) {
  const std::string state = f.value(fact::state);
  const QString publication =
      Words::tr("publication %1 of %2").arg(f.count(fact::sequence), f.name(fact::party));
  if (state == "bad_signature") {
    return Words::tr("The signature of %1 does not fit what is written in it.").arg(publication);
  }
  const QString name = f.name(fact::party);
  const QString file = f.has(fact::ownLog)
                           ? Words::tr("The log of %1 holds publication %2, which")
                                 .arg(name, f.count(fact::sequence))
                           : Words::tr(
                                 "A file in no log that you know as %1’s calls itself its "
                                 "publication %2 and")
                                 .arg(name, f.count(fact::sequence));
  if (state == "stranger_key") {
    return Words::tr("%1 is signed by a key that is not %2’s.").arg(file, name);
  }
  if (state == "other_role") {
    return Words::tr("%1 is signed by a key that is named for %2 in another role.").arg(file, name);
  }
  if (state == "key_retired") {
    return Words::tr("%1 is signed by a key that %2 had ended before.").arg(file, name);
  }
  if (state == "key_revoked") {
    return Words::tr("%1 is signed by a key that %2 had revoked before.").arg(file, name);
  }
  if (state == "unknown_key") {
    return Words::tr("The key that signed %1 is one that nobody named.").arg(publication);
  }
  if (state == "malformed") return Words::tr("The text of %1 cannot be read.").arg(publication);
  if (state == "mismatch") {
    return Words::tr("Table %1 is not the one that was signed in %2.")
        .arg(f.name(fact::table), publication);
  }
  if (state == "unreadable") {
    return Words::tr("Table %1 of %2 cannot be read.").arg(f.name(fact::table), publication);
  }
  return f.has(fact::table)
             ? Words::tr("Table %1 of %2 is not here.").arg(f.name(fact::table), publication)
             : Words::tr("A table of %1 is not here.").arg(publication);
}

constexpr WhyNot reasons[] = {
    {"unknown_key",
     QT_TRANSLATE_NOOP("plumbline::Words", "Nobody named the key that signed a publication.")},
    {"table_missing", QT_TRANSLATE_NOOP("plumbline::Words", "A signed table is not here.")},
    {"missing", QT_TRANSLATE_NOOP("plumbline::Words", "A signed table is not here.")},
    {"unreadable", QT_TRANSLATE_NOOP("plumbline::Words", "A signed table cannot be read.")},
    {"stranger_key",
     QT_TRANSLATE_NOOP("plumbline::Words", "A file is signed with a key that is not its party’s.")},
    {"other_role",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "A file is signed with a key that is named for its party in another role.")},
    {"key_retired",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "A file is signed with a key that its party had ended before.")},
    {"key_revoked",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "A file is signed with a key that its party had revoked before.")},
};

}  // namespace

extern constinit const RuleWords brokenSignature{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Signed statement not intact"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Signed statement not intact"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln publications are not intact"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A file was damaged when it was copied."),
               QT_TRANSLATE_NOOP("plumbline::Words", "A table was saved again by a spreadsheet."),
               QT_TRANSLATE_NOOP(
                   "plumbline::Words",
                   "Somebody else wrote it, or the party’s new key did not reach you.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "The publication once more, from %1 itself."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
