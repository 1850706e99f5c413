// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/export_order_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::exportOrder;

QString sentence(const FactText& f) {
  const std::string what = f.value(fact::what);
  const QString row = f.name(fact::row);
  if (what == "exported_before_received") {
    return Words::tr("Load %1 was exported on %2, before it was received on %3.")
        .arg(row, formatDate(f.time(fact::exported)), formatDate(f.time(fact::received)));
  }
  if (what == "overseas_same_day") {
    return Words::tr("Load %1 arrived overseas on the day it was exported, %2.")
        .arg(row, formatDate(f.time(fact::exported)));
  }
  if (what == "overseas_before_export") {
    return Words::tr("Load %1 arrived overseas on %2, before it was exported on %3.")
        .arg(row, formatDate(f.time(fact::overseas)), formatDate(f.time(fact::exported)));
  }
  return Words::tr("Load %1 was sent back on %2, before it arrived overseas on %3.")
      .arg(row, formatDate(f.time(fact::back)), formatDate(f.time(fact::overseas)));
}

}  // namespace

extern constinit const RuleWords exportOrder{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Order of export dates"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Export dates out of order"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads have export dates out of order"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "A date was mistyped."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The day of the entry was written.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The bill of lading and the overseas site’s receipt.")};

}  // namespace plumbline::words::rules
