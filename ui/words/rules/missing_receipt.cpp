// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/missing_receipt_facts.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words::rules {
namespace {

namespace fact = facts::missingReceipt;

QString sentence(const FactText& f) {
  return Words::tr(
             "Load %1 left the plant on %2 for %3 with %4; %5 later no receipt is in this audit.")
      .arg(f.name(fact::shipment), formatDate(f.finding().time), f.name(fact::consignee),
           f.amount(), strong(days(f.value(fact::days)), f.markup()));
}

QString heading(const FactText& f) {
  if (!f.has(fact::deadline)) return {};
  return Words::tr("Sent, but no receipt after %1").arg(days(f.value(fact::deadline)));
}

QString shortTitle(const FactText& f) {
  if (!isWhole(f.finding()) || f.finding().records.empty()) return {};
  return joined(joined(f.name(fact::shipment), formatDate(f.finding().time)),
                Words::tr("%1 without receipt").arg(days(f.value(fact::days))));
}

QString tolerance(const FactText& f) {
  if (!f.has(fact::deadline)) return {};
  return Words::tr("%1 after sending, as of %2")
      .arg(days(f.value(fact::deadline)), formatDate(f.value(fact::asOf)));
}

}  // namespace

extern constinit const RuleWords missingReceipt{
    .title = QT_TRANSLATE_NOOP("plumbline::Words", "Receipt missing"),
    .group = QT_TRANSLATE_NOOP("plumbline::Words", "Sent, but no receipt in time"),
    .many = QT_TRANSLATE_N_NOOP("plumbline::Words", "%Ln loads have no receipt"),
    .sentence = sentence,
    .causes = {QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receiver has not published that period yet."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The receipt carries another document number."),
               QT_TRANSLATE_NOOP("plumbline::Words",
                                 "The load was cancelled and the cancellation not published.")},
    .settles = QT_TRANSLATE_NOOP("plumbline::Words",
                                 "A receipt signed by %1, or the plant’s signed cancellation."),
    .heading = heading,
    .shortTitle = shortTitle,
    .tolerance = tolerance};

}  // namespace plumbline::words::rules
