// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/time_order_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::timeOrder;

/// Whose clock it is, the records do not say.
QString clockShift(const FactText& f) {
  const QString pattern =
      f.has(fact::receiver)
          ? Words::tr(
                "%1 loads of %2 were received by %5 up to %3 minutes before they were sent. A "
                "clock that is %4 h off, as in another time zone, explains them all.")
          : Words::tr(
                "%1 loads of %2 were received up to %3 minutes before they were sent. A clock "
                "that is %4 h off, as in another time zone, explains them all.");
  const QString text = pattern.arg(f.count(fact::loads), f.name(fact::sender),
                                   f.count(fact::gapMinutes), f.count(fact::hours));
  return f.has(fact::receiver) ? text.arg(f.name(fact::receiver)) : text;
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
