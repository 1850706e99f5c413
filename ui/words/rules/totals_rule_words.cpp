// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/rules/totals_rule_words.h"

namespace plumbline::words::rules {

namespace fact = facts::totals;

QString senderOf(const FactText& f) {
  const QString name = f.name(fact::pair::sender);
  return name.isEmpty() ? Words::tr("all senders") : name;
}

QString receiverOf(const FactText& f) {
  const QString name = f.name(fact::pair::receiver);
  return name.isEmpty() ? Words::tr("all receivers") : name;
}

QString periodOfTotals(const FactText& f) {
  return formatPeriod(f.time(fact::from), f.time(fact::until));
}

QString openPart(const FactText& f) {
  if (!f.has(fact::pair::open)) return {};
  return QLatin1Char(' ') + Words::tr("%Ln more periods cannot be compared.", nullptr,
                                      plural(f.value(fact::pair::open)));
}

Sides sidesOfTotals(const FactText& f) {
  return {Words::tr("Both sides"), senderOf(f), receiverOf(f)};
}

}  // namespace plumbline::words::rules
