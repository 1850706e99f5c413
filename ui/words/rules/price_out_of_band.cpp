// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/price_out_of_band_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::priceOutOfBand;

QString sentence(const FactText& f) {
  const std::string kind = f.value(fact::kind);
  const QString pattern =
      kind == "primary"
          ? Words::tr(
                "%1 with %2 went to %3 as new material (customs code %4) for the price "
                "of scrap: %5 a tonne for %6, where scrap is worth %7 to %8.")
          : Words::tr(
                "%1 with %2 went to %3 as scrap (customs code %4) for a price that "
                "scrap does not have: %5 a tonne for %6, where %7 to %8 are usual.");
  return pattern.arg(loadsText(f.value(fact::loads)), f.sum(), f.name(fact::receiver),
                     f.name(fact::code), strong(formatMoney(f.value(fact::price)), f.markup()),
                     f.name(fact::shipment), formatMoney(f.value(fact::low)),
                     formatMoney(f.value(fact::high)));
}

constexpr WhyNot reasons[] = {
    {"no_prices", QT_TRANSLATE_NOOP("plumbline::Words",
                                    "No load states price, currency and customs code of a "
                                    "commodity and year whose worth is known.")},
};

}  // namespace

extern constinit const RuleWords priceOutOfBand{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Price and customs code do not go together"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Price and customs code do not go together"),
    .many =
        QT_TRANSLATE_N_NOOP("plumbline::Words", "Prices do not go together with the customs code"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words", "The price holds transport or a fee."),
               QT_TRANSLATE_NOOP("plumbline::Words", "The quality was far from the usual."),
               QT_TRANSLATE_NOOP("plumbline::Words", "Mass or currency was mistyped.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words", "The invoice of the load."),
    .reasons = reasons};

}  // namespace plumbline::words::rules
