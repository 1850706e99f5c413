// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/error_sum.h"
#include "model/checks/mass_difference_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::massDifference;

QString sentence(const FactText& f) {
  if (f.has(fact::pieces)) {
    return Words::tr("Load %1 left the plant with %2 pieces, but %3 received %4.")
        .arg(f.name(fact::shipment), f.side("pieces", true), f.name(fact::receiver),
             f.side("pieces", false));
  }
  const QString pattern =
      f.value(fact::received) < f.value(fact::sent)
          ? Words::tr("Load %1 left the plant with %2, but %3 received %4: %5 are missing.")
          : Words::tr("Load %1 left the plant with %2, but %3 received %4: %5 more than was sent.");
  return pattern.arg(f.name(fact::shipment), f.load(fact::sent), f.name(fact::receiver),
                     f.load(fact::received), f.amount());
}

QString heading(const FactText& f) {
  if (!f.has(fact::tolerancePpm)) return {};
  return Words::tr("Net mass differs by more than %1").arg(percent(f.value(fact::tolerancePpm)));
}

QString tolerance(const FactText& f) {
  if (!f.has(fact::tolerancePpm)) return {};
  const QString share = percent(f.value(fact::tolerancePpm));
  const Mass allowed = f.value(fact::tolerance);
  if (allowed <= Mass()) return Words::tr("%1 of bulk mass").arg(share);
  // A small load is allowed what the two scales may be off.
  const std::int64_t ofShare =
      f.value(fact::sent).inGrams() / 1000 * f.value(fact::tolerancePpm).value / 1000;
  const QString start =
      allowed.inGrams() > ofShare + 1000
          ? Words::tr("the error of both scales, here %1").arg(formatKilograms(allowed))
          : Words::tr("%1 of bulk mass, here %2").arg(share, formatKilograms(allowed));
  // "Exceeded 10 times": the amount is ten times what is allowed.
  const std::int64_t tenths = scaled(f.finding().amount.inGrams(), 10, allowed.inGrams());
  const QString factor =
      tenths % 10 == 0 ? formatCount(tenths / 10) : formatThousandths(tenths * 100, 1);
  return Words::tr("%1: exceeded %2 times").arg(start, factor);
}

Formula formula(const FactText& f) {
  if (!isWhole(f.finding()) || f.has(fact::pieces)) return {};
  const Mass gap = f.value(fact::sent) - f.value(fact::received);
  return {formatKilograms(f.value(fact::sent)),
          Words::tr("sent"),
          formatKilograms(f.value(fact::received)),
          Words::tr("received"),
          formatKilograms(gap),
          gap < Mass() ? Words::tr("too much") : Words::tr("missing")};
}

}  // namespace

extern constinit const RuleWords massDifference{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Net mass differs"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Net mass differs by more than the tolerance"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads arrived with another mass"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "Water dried or ran off on the way."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The load came in parts."),
               QT_TRANSLATE_NOOP("plumbline::Words", "One side wrote gross instead of net mass.")},
    .settles = QT_TRANSLATE_NOOP(
        "plumbline::Words",
        "The weighbridge tickets of both sides, or a corrected receipt signed by %1."),
    .heading = heading,
    .tolerance = tolerance,
    .formula = formula};

}  // namespace plumbline::words::rules
