// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/rules/rule_words.h"

namespace plumbline::words {

QString loadsText(std::int64_t loads) {
  return Words::tr("%Ln loads", nullptr, plural(loads));
}

QString rowsText(std::int64_t rows) {
  return Words::tr("%Ln rows", nullptr, plural(rows));
}

QString joined(const QString& first, const QString& second) {
  return second.isEmpty() ? first : Words::tr("%1, %2", "parts of a list row").arg(first, second);
}

QString roughly(std::int64_t thousandths) {
  const double value = static_cast<double>(thousandths) / 1000.0;
  return QString::number(value, value < 10 ? 'g' : 'f', value < 10 ? 2 : 0);
}

QString testTolerance(const Finding& finding, Ppm p, Ppm alpha, std::int64_t tests) {
  const QString level = Words::tr("p = %1 against %2").arg(probability(p), probability(alpha));
  if (finding.severity != Severity::Look) {
    return Words::tr("%1, corrected for the whole time, all months and all claims").arg(level);
  }
  // One test of the whole time has nothing to be corrected for.
  return tests > 1
             ? Words::tr("%1, corrected for all %Ln months", nullptr, plural(tests)).arg(level)
             : level;
}

bool isInOneMonth(Timestamp from, Timestamp until) {
  const auto last = Timestamp::milliseconds(until.inMilliseconds() - 1);
  return Month::of(last) == Month::of(from);
}

}  // namespace plumbline::words
