// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the rules that lean on reference tables.

#include "ui/words/reference_words.h"

#include "ui/words/words.h"

#include "model/records/visible_text.h"

namespace plumbline::words {
namespace {

struct Title {
  const char* name;
  const char* words;
};
constexpr Title titles[] = {
    {"basel-entries", QT_TRANSLATE_NOOP("plumbline::Words", "Basel Convention, entries")},
    {"commodities", QT_TRANSLATE_NOOP("plumbline::Words", "Customs headings")},
    {"countries", QT_TRANSLATE_NOOP("plumbline::Words", "Countries")},
    {"densities", QT_TRANSLATE_NOOP("plumbline::Words", "Bulk densities")},
    {"operations", QT_TRANSLATE_NOOP("plumbline::Words", "Recovery and disposal")},
    {"prices", QT_TRANSLATE_NOOP("plumbline::Words", "Prices of scrap plastic")},
    {"waste-chapters", QT_TRANSLATE_NOOP("plumbline::Words", "List of Waste, chapters")},
    {"waste-list", QT_TRANSLATE_NOOP("plumbline::Words", "List of Waste")}};

/// Thousandths as a number of at most three digits that count.
QString roughly(std::int64_t thousandths) {
  const double value = static_cast<double>(thousandths) / 1000.0;
  return QString::number(value, value < 10 ? 'g' : 'f', value < 10 ? 2 : 0);
}

QString loadsOf(const FactText& f) {
  return Words::tr("%Ln loads", nullptr, plural(f.finding().facts.get<std::int64_t>("loads")));
}

QString rowsOf(const FactText& f) {
  return Words::tr("%Ln rows", nullptr, plural(f.finding().facts.get<std::int64_t>("rows")));
}

}  // namespace

QString unknownCodeSentence(const FactText& f) {
  const std::string state = f.finding().facts.get<std::string>("state");
  const QString field =
      strong(fieldLabel(f.finding().facts.get<std::string>("field")).toLower(), f.markup());
  if (state == "star") {
    return Words::tr("%1 marks %2 with a star (%3), but the list has it as not hazardous.")
        .arg(f.name("party"), f.name("code"), rowsOf(f));
  }
  return Words::tr(
             "%1 writes %2 as %3 (%4): it stands in none of the lists that this audit "
             "uses, so nothing can be compared by it.")
      .arg(f.name("party"), f.name("code"), field, rowsOf(f));
}

QString operationNotFinalSentence(const FactText& f) {
  return Words::tr(
             "%1 with %2 went to %3 for %4 (%5): that is not the end of their "
             "way, and no record says where they ended.")
      .arg(Words::tr("%Ln useful loads", nullptr,
                     plural(f.finding().facts.get<std::int64_t>("loads"))),
           f.sum(), f.name("receiver"), f.name("operation"), f.name("about"));
}

QString densitySentence(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const bool one = facts.get<std::int64_t>("loads") == 1;
  const QString pattern =
      one ? Words::tr(
                "%1 with %2 of %3 has a mass that does not go together with its volume: "
                "%4 has %5 kg a cubic metre, %6 to %7 are usual.")
          : Words::tr(
                "%1 with %2 of %3 have a mass that does not go together with their volume: "
                "%4 has %5 kg a cubic metre, %6 to %7 are usual.");
  return pattern.arg(loadsOf(f), f.sum(), f.name("material"), f.name("shipment"),
                     strong(roughly(facts.get<std::int64_t>("density")), f.markup()),
                     roughly(facts.get<std::int64_t>("low")),
                     roughly(facts.get<std::int64_t>("high")));
}

QString priceSentence(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const std::string kind = facts.get<std::string>("kind");
  const QString pattern =
      kind == "primary"
          ? Words::tr(
                "%1 with %2 went to %3 as new material (customs code %4) for the price "
                "of scrap: %5 a tonne for %6, where scrap is worth %7 to %8.")
          : Words::tr(
                "%1 with %2 went to %3 as scrap (customs code %4) for a price that "
                "scrap does not have: %5 a tonne for %6, where %7 to %8 are usual.");
  const auto money = [&facts](std::string_view fact) {
    return formatMoney(facts.get<MoneyAmount>(fact));
  };
  return pattern.arg(loadsOf(f), f.sum(), f.name("receiver"), f.name("code"),
                     strong(money("price"), f.markup()), f.name("shipment"), money("low"),
                     money("high"));
}

QString customsSentence(const FactText& f) {
  return Words::tr(
             "%1 lists %2 as a product, but declares %3 of it with %4 to customs as %5 "
             "(%6).")
      .arg(f.name("party"), f.name("material"), loadsOf(f), f.sum(), f.name("code"),
           f.name("about"));
}

QString exportSentence(const FactText& f) {
  return Words::tr(
             "%1 with %2 went to %3 in %4 as %5: waste that may only go there with the "
             "consent of all countries on the way, and none is published.")
      .arg(loadsOf(f), f.sum(), f.name("receiver"), f.name("country"), f.name("code"));
}

QString referenceTitle(const std::string& name) {
  for (const Title& title : titles) {
    if (name == title.name) return Words::tr(title.words);
  }
  return visibleLine(QString::fromStdString(name));
}

}  // namespace plumbline::words
