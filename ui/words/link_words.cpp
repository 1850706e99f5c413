// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads that are probably one under two numbers: how likely, and what speaks for and against it.

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

QString bits(std::int64_t thousandths) {
  const QString number = formatThousandths(thousandths < 0 ? -thousandths : thousandths, 1);
  return thousandths < 0 ? QStringLiteral("\u2212%1").arg(number) : number;
}

/// Never rounded up to certainty.
QString likelihood(const Facts& facts) {
  return percent(Ppm{facts.get<Ppm>("probability").value / 1000 * 1000});
}

struct FieldWord {
  const char* fact;
  const char* word;
};
constexpr FieldWord fieldWords[] = {
    {"weight_document_no", QT_TRANSLATE_NOOP("plumbline::Words", "number")},
    {"weight_vehicle", QT_TRANSLATE_NOOP("plumbline::Words", "vehicle")},
    {"weight_container_no", QT_TRANSLATE_NOOP("plumbline::Words", "container")},
    {"weight_material", QT_TRANSLATE_NOOP("plumbline::Words", "material")},
    {"weight_receiver", QT_TRANSLATE_NOOP("plumbline::Words", "receiver")},
    {"weight_net_kg", QT_TRANSLATE_NOOP("plumbline::Words", "mass")},
    {"weight_time", QT_TRANSLATE_NOOP("plumbline::Words", "time")},
    {"weight_day", QT_TRANSLATE_NOOP("plumbline::Words", "day")},
};

}  // namespace

QString linkedSentence(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const std::string kind = facts.get<std::string>("link");
  if (kind.empty()) {
    return Words::tr("Load %1 and receipt %2 of %3 have one document number, written %4 and %5.")
        .arg(f.name("shipment"), f.name("receipt"), f.name("receiver"), f.side("document_no", true),
             f.side("document_no", false));
  }
  if (kind == "split") {
    return Words::tr(
               "Load %1 was probably received by %2 in parts under other numbers, the first as %3: "
               "%4 likely. It counts as open, not as confirmed.")
        .arg(f.name("shipment"), f.name("receiver"), f.name("receipt"), likelihood(facts));
  }
  if (kind == "merged") {
    return Words::tr(
               "Load %1 and others were probably received by %2 together, as %3: %4 likely. They "
               "count as open, not as confirmed.")
        .arg(f.name("shipment"), f.name("receiver"), f.name("receipt"), likelihood(facts));
  }
  return Words::tr(
             "Load %1 and receipt %2 of %3 are probably the same load under the numbers %4 and "
             "%5: %6 likely. It counts as open, not as confirmed.")
      .arg(f.name("shipment"), f.name("receipt"), f.name("receiver"), f.side("document_no", true),
           f.side("document_no", false), likelihood(facts));
}

QString otherReceiverSentence(const FactText& f) {
  return Words::tr(
             "Load %1 was sent to %2, but receipt %3 is by %4. It counts as open until somebody "
             "decides that it is the same load.")
      .arg(f.name("shipment"), f.name("consignee"), f.name("receipt"), f.name("receiver"));
}

QString ambiguousSentence(const FactText& f) {
  if (f.side("document_no", true) == f.side("document_no", false)) {
    return Words::tr(
               "Load %1 and receipt %2 of %3 have one document number, but too little else agrees "
               "to say that they are one load. It counts as open, not as confirmed.")
        .arg(f.name("shipment"), f.name("receipt"), f.name("receiver"));
  }
  const QString pattern =
      f.finding().facts.get<std::string>("triangle") == "broken"
          ? Words::tr(
                "Load %1 looks like receipt %2 of %3, but the carrier’s record leads to another "
                "one. It counts as open, not as confirmed.")
          : Words::tr(
                "Load %1 could be receipt %2 of %3, but other records fit nearly as well. It "
                "counts as open, not as confirmed.");
  return pattern.arg(f.name("shipment"), f.name("receipt"), f.name("receiver"));
}

QString linkWeights(const Facts& facts) {
  QStringList parts;
  for (const FieldWord& field : fieldWords) {
    if (facts.find(field.fact) == nullptr) continue;
    parts << Words::tr("%1 %2", "a field and its weight")
                 .arg(Words::tr(field.word), bits(facts.get<std::int64_t>(field.fact)));
  }
  return Words::tr(
             "90 % likely and 3.3 bits ahead of the next best; here %1 and %2 bits. Weights "
             "in bits: %3")
      .arg(likelihood(facts), bits(facts.get<std::int64_t>("margin_millibits")),
           parts.join(QStringLiteral(", ")));
}

Formula linkFormula(const Facts& facts) {
  return {bits(facts.get<std::int64_t>("weight_millibits")),
          Words::tr("bits: the fields agree"),
          bits(-facts.get<std::int64_t>("prior_millibits")),
          Words::tr("bits: one of many loads"),
          likelihood(facts),
          Words::tr("likely one load")};
}

QString decidedSentence(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const bool same = facts.get<std::int64_t>("same") != 0;
  const QString said =
      (same ? Words::tr("%1 signed that load %2 and receipt %3 of %4 are one load")
            : Words::tr("%1 signed that load %2 and receipt %3 of %4 are not the same load"))
          .arg(f.name("by"), f.name("shipment"), f.name("receipt"), f.name("receiver"));
  const std::string state = facts.get<std::string>("state");
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

}  // namespace plumbline::words
