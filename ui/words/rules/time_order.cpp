// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/time_order_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::timeOrder;

/// Whose clock it is, the records do not say.
QString clockShift(const FactText& f) {
  const int loads = plural(f.value(fact::loads));
  const QString pattern =
      f.has(fact::receiver)
          ? Words::tr(
                "%Ln loads of %1 were received by %4 up to %2 minutes before they were sent. A "
                "clock that is %3 h off, as in another time zone, explains them all.",
                nullptr, loads)
          : Words::tr(
                "%Ln loads of %1 were received up to %2 minutes before they were sent. A clock "
                "that is %3 h off, as in another time zone, explains them all.",
                nullptr, loads);
  const QString gap = f.count(fact::gapMinutes);
  const QString hours = f.count(fact::hours);
  return f.has(fact::receiver)
             ? pattern.arg(f.name(fact::sender), gap, hours, f.name(fact::receiver))
             : pattern.arg(f.name(fact::sender), gap, hours);
}

QString sentence(const FactText& f) {
  if (f.has(fact::pattern)) return clockShift(f);
  return Words::tr("%1 received load %2 on %3, before it left the plant on %4.")
      .arg(f.name(fact::receiver), f.name(fact::shipment), formatDateTime(f.time(fact::receivedAt)),
           formatDateTime(f.finding().time));
}

}  // namespace

extern constinit const RuleWords timeOrder{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Order of sending and receiving"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Received before sent"),
    .many =
        QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads were received before they were sent"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "One of the clocks is set to another time zone."),
               QT_TRANSLATE_NOOP(
                   "plumbline::Words",
                   "One side wrote the day of the entry instead of the day of the load.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words", "The weighbridge tickets of both sides with their printed times.")};

}  // namespace plumbline::words::rules
