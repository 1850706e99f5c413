// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

using Sentence = QString (*)(const FactText&);

QString materialChanged(const FactText& f) {
  const QString sent = strong(className(f.finding().facts.get<std::string>("sent_as")), f.markup());
  const QString got =
      strong(className(f.finding().facts.get<std::string>("received_as")), f.markup());
  if (f.has("disputed")) {
    return Words::tr(
               "Load %1 left the plant as %2. The receipt of %3 says %4, but it states a recovery, or "
               "only its number fits: %5 of the claim are not confirmed.")
        .arg(f.name("shipment"), sent, f.name("receiver"), got, f.amount());
  }
  return Words::tr(
             "Load %1 left the plant as %2, but %3 received it as %4: %5 of the claim are not "
             "confirmed.")
      .arg(f.name("shipment"), sent, f.name("receiver"), got, f.amount());
}

QString missingReceipt(const FactText& f) {
  return Words::tr(
             "Load %1 left the plant on %2 for %3 with %4; %5 later no receipt is in this audit.")
      .arg(f.name("shipment"), formatDate(f.finding().time), f.name("consignee"), f.amount(),
           strong(days(f.finding().facts.get<Days>("days")), f.markup()));
}

QString ghostReceipt(const FactText& f) {
  if (f.has("shipment")) {
    return Words::tr("%1 wrote receipt %2 for %3, but the plant says that it cancelled load %4.")
        .arg(f.name("receiver"), f.name("receipt"), f.amount(), f.name("shipment"));
  }
  return Words::tr(
             "%1 wrote receipt %2 for %3 on %4, but the plant published no shipment with "
             "document number %5.")
      .arg(f.name("receiver"), f.name("receipt"), f.amount(), formatDate(f.finding().time),
           f.name("document"));
}

QString massDifference(const FactText& f) {
  if (f.has("pieces")) {
    return Words::tr("Load %1 left the plant with %2 pieces, but %3 received %4.")
        .arg(f.name("shipment"), f.side("pieces", true), f.name("receiver"),
             f.side("pieces", false));
  }
  const Facts& facts = f.finding().facts;
  const QString pattern =
      facts.get<Mass>("received") < facts.get<Mass>("sent")
          ? Words::tr("Load %1 left the plant with %2, but %3 received %4: %5 are missing.")
          : Words::tr("Load %1 left the plant with %2, but %3 received %4: %5 more than was sent.");
  return pattern.arg(f.name("shipment"), f.load("sent"), f.name("receiver"), f.load("received"),
                     f.amount());
}

/// Whose clock it is, the records do not say.
QString clockShift(const FactText& f) {
  const QString pattern =
      f.has("receiver")
          ? Words::tr("%1 loads of %2 were received by %5 up to %3 minutes before they were sent. A "
                      "clock that is %4 h off, as in another time zone, explains them all.")
          : Words::tr("%1 loads of %2 were received up to %3 minutes before they were sent. A clock "
                      "that is %4 h off, as in another time zone, explains them all.");
  const QString text =
      pattern.arg(f.count("loads"), f.name("sender"), f.count("gap_minutes"), f.count("hours"));
  return f.has("receiver") ? text.arg(f.name("receiver")) : text;
}

QString timeOrder(const FactText& f) {
  if (f.has("pattern")) return clockShift(f);
  return Words::tr("%1 received load %2 on %3, before it left the plant on %4.")
      .arg(f.name("receiver"), f.name("shipment"), formatDateTime(f.time("received_at")),
           formatDateTime(f.finding().time));
}

QString certificateOrder(const FactText& f) {
  return Words::tr("%1 dated the certificate for load %2 before it received the load on %3.")
      .arg(f.name("receiver"), f.name("shipment"), formatDate(f.time("received_at")));
}

QString operationChanged(const FactText& f) {
  const auto operation = [&f](bool left) {
    const QString code = f.side("operation", left);
    return code.isEmpty() ? Words::tr("no stated operation") : code;
  };
  if (!isUseful(materialClassFromText(f.finding().facts.get<std::string>("sent_as")))) {
    return Words::tr(
               "Load %1 left the plant for %2, but %3 received it for %4: %5 were disposed of.")
        .arg(f.name("shipment"), operation(true), f.name("receiver"), operation(false), f.amount());
  }
  return Words::tr(
             "Load %1 left the plant for %2, but %3 received it for %4: %5 of the claim are not "
             "confirmed.")
      .arg(f.name("shipment"), operation(true), f.name("receiver"), operation(false), f.amount());
}

QString hazardDropped(const FactText& f) {
  return Words::tr("Load %1 left the plant as hazardous waste %2, but %3 received it as %4.")
      .arg(f.name("shipment"), f.side("low_code", true), f.name("receiver"),
           f.side("low_code", false));
}

QString rejectedLoad(const FactText& f) {
  const QString pattern = f.finding().facts.get<Mass>("received") > Mass()
                              ? Words::tr("%1 refused a part of load %2: %3 did not stay there.")
                              : Words::tr("%1 refused load %2: %3 did not stay there.");
  return pattern.arg(f.name("receiver"), f.name("shipment"), f.amount());
}

QString duplicateDocument(const FactText& f) {
  if (f.has("receipt")) {
    return Words::tr(
               "Receipts %1 and %2 of %3 are for the same document %4: %5 may be counted "
               "twice.")
        .arg(f.name("twin"), f.name("receipt"), f.name("receiver"), f.name("document"), f.amount());
  }
  return Words::tr("Shipments %1 and %2 have the same document number %3: %4 may be counted twice.")
      .arg(f.name("twin"), f.name("shipment"), f.name("document"), f.amount());
}

QString ownReceipt(const FactText& f) {
  const bool one = f.finding().facts.get<std::int64_t>("loads") == 1;
  const QString pattern = one ? Words::tr(
                                    "%1 load with %2 has a receipt that the sender signed itself: "
                                    "that receipt confirms "
                                    "nothing.")
                              : Words::tr(
                                    "%1 loads with %2 have receipts that the sender signed itself: "
                                    "those receipts confirm "
                                    "nothing.");
  return pattern.arg(f.count("loads"), f.sum());
}

QString strangerReceipt(const FactText& f) {
  const bool one = f.finding().facts.get<std::int64_t>("loads") == 1;
  const QString pattern = one ? Words::tr(
                                    "%1 load with %2 has a receipt signed with a key nobody named: "
                                    "that receipt confirms "
                                    "nothing.")
                              : Words::tr(
                                    "%1 loads with %2 have receipts signed with a key nobody "
                                    "named: those receipts confirm "
                                    "nothing.");
  return pattern.arg(f.count("loads"), f.sum());
}

QString materialNotStated(const FactText& f) {
  const bool one = f.finding().facts.get<std::int64_t>("loads") == 1;
  const QString pattern =
      one ? Words::tr("%1 load with %2 was received, but the receiver does not say as what.")
          : Words::tr("%1 loads with %2 were received, but the receivers do not say as what.");
  return pattern.arg(f.count("loads"), f.sum());
}

QString negativeStock(const FactText& f) {
  if (f.has("material")) {
    return Words::tr(
               "On %1, %2 had sent %3 more of %4 than was there by the records, on %5 days in all; "
               "the records may be off by %6.")
        .arg(formatDate(f.finding().time), f.name("party"), f.sum(), f.name("material"),
             f.count("days"), mass(f.finding().uncertainty));
  }
  return Words::tr(
             "On %1, %2 had sent %3 more than was there by the records, on %4 days in all; the "
             "records may be off by %5.")
      .arg(formatDate(f.finding().time), f.name("party"), f.sum(), f.count("days"),
           mass(f.finding().uncertainty));
}

QString unaccountedMass(const FactText& f) {
  return Words::tr(
             "In %1, %2 came in that no record says anything about: not as sent, not as lost, "
             "not as stock.")
      .arg(formatPeriod(f.time("from"), f.time("until")), f.sumWithUncertainty());
}

QString unexplainedGain(const FactText& f) {
  return Words::tr("In %1, %2 more went out than came in by the records.")
      .arg(formatPeriod(f.time("from"), f.time("until")), f.sumWithUncertainty());
}

/// A run within one month goes on, but not month after month.
bool inOneMonth(const FactText& f) {
  const auto last = Timestamp::milliseconds(f.time("until").inMilliseconds() - 1);
  return Month::of(last) == Month::of(f.time("from"));
}

QString lossOverTime(const FactText& f) {
  const QString period = formatPeriod(f.time("from"), f.time("until"));
  if (inOneMonth(f)) {
    return f.has("material")
               ? Words::tr("In %1 %2 got lost from the piles of %3, %4 in all.")
                     .arg(period, f.name("material"), f.name("party"), f.sumWithUncertainty())
               : Words::tr("In %1 mass got lost, %2 in all.").arg(period, f.sumWithUncertainty());
  }
  if (f.has("material")) {
    return Words::tr("In %1 %2 got lost from the piles of %3 month after month, %4 in all.")
        .arg(formatPeriod(f.time("from"), f.time("until")), f.name("material"), f.name("party"),
             f.sumWithUncertainty());
  }
  return Words::tr("In %1 mass got lost month after month, %2 in all.")
      .arg(formatPeriod(f.time("from"), f.time("until")), f.sumWithUncertainty());
}

QString gainOverTime(const FactText& f) {
  const QString period = formatPeriod(f.time("from"), f.time("until"));
  if (inOneMonth(f)) {
    return f.has("material")
               ? Words::tr("In %1 more %2 left the piles of %3 than came onto them, %4 in all.")
                     .arg(period, f.name("material"), f.name("party"), f.sumWithUncertainty())
               : Words::tr("In %1 more went out than came in, %2 in all.")
                     .arg(period, f.sumWithUncertainty());
  }
  if (f.has("material")) {
    return Words::tr(
               "In %1 more %2 left the piles of %3 than came onto them month after month, %4 in "
               "all.")
        .arg(formatPeriod(f.time("from"), f.time("until")), f.name("material"), f.name("party"),
             f.sumWithUncertainty());
  }
  return Words::tr("In %1 more went out than came in month after month, %2 in all.")
      .arg(formatPeriod(f.time("from"), f.time("until")), f.sumWithUncertainty());
}

/// Where it is: a scale, a pile, a way.
QString placeOf(const FactText& f) {
  if (f.has("scale")) return Words::tr("scale %1 of %2").arg(f.name("scale"), f.name("party"));
  const std::string node = f.finding().facts.get<std::string>("node");
  if (node == "pile") return Words::tr("the pile of %1").arg(f.name("material"));
  if (node == "plant") return f.name("party");
  return f.has("material")
             ? Words::tr("%1 on the way to %2").arg(f.name("material"), f.name("party"))
             : Words::tr("the loads to %1").arg(f.name("party"));
}

QString grossError(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const QString period = formatPeriod(f.time("from"), f.time("until"));
  const QString fit =
      facts.get<std::int64_t>("places") == 1
          ? Words::tr("In %1 the sums of the records do not fit together at 1 place: %2 at %3.")
                .arg(period, f.sumWithUncertainty(), placeOf(f))
          : Words::tr("In %1 the sums of the records do not fit together at %2 places, most of all "
                      "by %3 at %4.")
                .arg(period, f.count("places"), f.sumWithUncertainty(), placeOf(f));
  return fit + QLatin1Char(' ') +
         counted(facts.get<std::int64_t>("explanations"),
                 Words::tr("1 explanation fits best, no other as well."),
                 Words::tr("%1 explanations fit equally well."));
}

QString tooGoodClosure(const FactText& f) {
  return Words::tr(
             "In %1 the masses sent and received agree better than honest errors would let them, "
             "even if these were a third smaller than stated.")
      .arg(formatPeriod(f.time("from"), f.time("until")));
}

QString silentRevision(const FactText& f) {
  const QString record =
      Words::tr("%1 %2", "kind and id of a record")
          .arg(recordNoun(f.finding().facts.get<std::string>("table")), f.name("record"));
  const Facts& facts = f.finding().facts;
  const std::string field = facts.get<std::string>("field");
  const auto value = [&](const char* fact) {
    if (f.has("old_mass")) {
      return strong(formatKilograms(
                        facts.get<Mass>(fact == std::string_view("old") ? "old_mass" : "new_mass")),
                    f.markup());
    }
    return strong(text(fieldValue(field, facts.get<std::string>(fact)).toStdString(), f.markup()),
                  f.markup());
  };
  return Words::tr("%1 changed %2 later and gave no reason: %3 was %4 and is now %5.")
      .arg(f.name("party"), record, fieldLabel(field).toLower(), value("old"), value("new"));
}

QString brokenSignature(const FactText& f) {
  const std::string state = f.finding().facts.get<std::string>("state");
  const QString publication =
      Words::tr("publication %1 of %2").arg(f.count("sequence"), f.name("party"));
  if (state == "bad_signature") {
    return Words::tr("The signature of %1 does not fit what is written in it.").arg(publication);
  }
  const QString name = f.name("party");
  const QString file = f.has("own_log")
                           ? Words::tr("The log of %1 holds publication %2, which").arg(name, f.count("sequence"))
                           : Words::tr("A file in no log that you know as %1’s calls itself its "
                                       "publication %2 and")
                                 .arg(name, f.count("sequence"));
  if (state == "stranger_key") {
    return Words::tr("%1 is signed by a key that is not %2’s.").arg(file, name);
  }
  if (state == "other_role") {
    return Words::tr("%1 is signed by a key that is named for %2 in another role.").arg(file, name);
  }
  if (state == "key_retired") {
    return Words::tr("%1 is signed by a key that %2 had ended before.").arg(file, name);
  }
  if (state == "key_revoked") {
    return Words::tr("%1 is signed by a key that %2 had revoked before.").arg(file, name);
  }
  if (state == "unknown_key") {
    return Words::tr("The key that signed %1 is one that nobody named.").arg(publication);
  }
  if (state == "malformed") return Words::tr("The text of %1 cannot be read.").arg(publication);
  if (state == "mismatch") {
    return Words::tr("Table %1 is not the one that was signed in %2.")
        .arg(f.name("table"), publication);
  }
  if (state == "unreadable") {
    return Words::tr("Table %1 of %2 cannot be read.").arg(f.name("table"), publication);
  }
  return f.has("table") ? Words::tr("Table %1 of %2 is not here.").arg(f.name("table"), publication)
                        : Words::tr("A table of %1 is not here.").arg(publication);
}

QString times(Permille value) {
  return formatThousandths(value.value, 1);
}

/// "3.4 days".
QString exactDays(Days value) {
  return Words::tr("%1 days").arg(formatThousandths(value.thousandths, 1));
}

QString schedulerFavours(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const QString sooner =
      strong(Words::tr("%1 times as soon").arg(times(facts.get<Permille>("sooner"))), f.markup());
  const QString compared =
      Words::tr(
          "Commercial jobs start %1 as community jobs of like urgency and size on the same line at "
          "the same time (95 %: %2–%3), over %4 jobs.")
          .arg(sooner, times(facts.get<Permille>("sooner_low")),
               times(facts.get<Permille>("sooner_high")), f.count("jobs"));
  const QString lead =
      f.has("extra_wait")
          ? Words::tr(
                "In the mean over the first %1 a community job waits %2 longer than like "
                "commercial ones (95 %: %3 to %4).")
                .arg(days(facts.get<Days>("horizon")), exactDays(facts.get<Days>("extra_wait")),
                     exactDays(facts.get<Days>("extra_wait_low")),
                     exactDays(facts.get<Days>("extra_wait_high")))
          : QString();
  const QString start = lead.isEmpty() ? compared : compared + QLatin1Char(' ') + lead;
  if (!f.has("community_median") || !f.has("commercial_median")) return start;
  // All jobs thrown together may show the opposite (Simpson): community jobs are more urgent.
  const QString medians =
      Words::tr("Half of all community jobs had started after %1, of all commercial ones after %2.")
          .arg(days(facts.get<Days>("community_median")),
               days(facts.get<Days>("commercial_median")));
  const bool opposite = facts.get<Days>("community_median").thousandths <=
                        facts.get<Days>("commercial_median").thousandths;
  const QString why = Words::tr(
      "That is no contradiction: jobs of one group are more urgent, and only like jobs are "
      "compared.");
  return opposite ? QStringList{start, medians, why}.join(QLatin1Char(' '))
                  : QStringList{start, medians}.join(QLatin1Char(' '));
}

QString sentOnExceeds(const FactText& f) {
  return Words::tr(
             "By %1, %2 had been sent on, but only %3 had been received: %4 more than there was.")
      .arg(formatDate(f.time("lowest")),
           strong(mass(f.finding().facts.get<Mass>("sent_on")), f.markup()),
           strong(mass(f.finding().facts.get<Mass>("received")), f.markup()), f.sum());
}

QString identicalWeights(const FactText& f) {
  return Words::tr("%1 loads have the very same weights: gross %2, tare %3, net %4.")
      .arg(f.count("loads"), f.load("gross"), f.load("tare"), f.load("net"));
}

QString exportOrder(const FactText& f) {
  const std::string what = f.finding().facts.get<std::string>("what");
  const QString row = f.name("row");
  if (what == "exported_before_received") {
    return Words::tr("Load %1 was exported on %2, before it was received on %3.")
        .arg(row, formatDate(f.time("exported")), formatDate(f.time("received")));
  }
  if (what == "overseas_same_day") {
    return Words::tr("Load %1 arrived overseas on the day it was exported, %2.")
        .arg(row, formatDate(f.time("exported")));
  }
  if (what == "overseas_before_export") {
    return Words::tr("Load %1 arrived overseas on %2, before it was exported on %3.")
        .arg(row, formatDate(f.time("overseas")), formatDate(f.time("exported")));
  }
  return Words::tr("Load %1 was sent back on %2, before it arrived overseas on %3.")
      .arg(row, formatDate(f.time("back")), formatDate(f.time("overseas")));
}

QString exportMassGrows(const FactText& f) {
  if (f.finding().facts.get<std::string>("what") == "exported_over_received") {
    return Words::tr("Of load %1, %2 were exported, but only %3 had been received.")
        .arg(f.name("row"), f.load("exported"), f.load("received"));
  }
  return Words::tr("Of load %1, %2 arrived overseas, but only %3 were exported.")
      .arg(f.name("row"), f.load("overseas"), f.load("exported"));
}

QString logArithmetic(const FactText& f) {
  const Comparison* line =
      f.finding().comparison.empty() ? nullptr : &f.finding().comparison.front();
  if (line == nullptr) return Words::tr("The sums of row %1 do not come out.").arg(f.name("row"));
  return Words::tr("Row %1 states %2 as %3, but its own figures give %4.")
      .arg(f.name("row"), fieldLabel(line->field).toLower(), text(line->left, f.markup()),
           text(line->right, f.markup()));
}

QString receiverNotPublished(const FactText& f) {
  const bool one = f.finding().facts.get<std::int64_t>("loads") == 1;
  const QString pattern =
      one ? Words::tr(
                "%1 published no books that cover the time of %2 load with %3 sent there: nobody "
                "can tell whether it arrived, and it is not confirmed.")
          : Words::tr(
                "%1 published no books that cover the time of %2 loads with %3 sent there: nobody "
                "can tell whether they arrived, and they are not confirmed.");
  return pattern.arg(f.name("receiver"), f.count("loads"), f.sum());
}

/// One sentence for all loads that a habit explains.
QString receiverHabit(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const auto bold = [&f](const QString& text) { return strong(text, f.markup()); };
  const std::string habit = facts.get<std::string>("habit");
  const QString loads = counted(facts.get<std::int64_t>("loads"), Words::tr("1 load"),
                                Words::tr("%1 loads"));
  const QString sent = bold(mass(facts.get<Mass>("mass")));
  const QString difference = bold(mass(facts.get<Mass>("difference").abs()));
  if (habit == "drying") {
    return Words::tr("Goods that dry weighed %1 less on arrival, of %2 in %3. So much may be water.")
        .arg(difference, sent, loads);
  }
  const QString size = bold(mass(facts.get<Mass>("size")));
  if (habit == "least") {
    return Words::tr("%1 books no load below %2. That explains %3, of which it says %4 more than "
                     "was sent.")
        .arg(f.name("receiver"), size, loads, difference);
  }
  return Words::tr("%1 books in steps of %2. That explains %3 that differ, with %4 sent.")
      .arg(f.name("receiver"), size, loads, sent);
}

QString uncertaintyNotStated(const FactText& f) {
  const Facts& facts = f.finding().facts;
  const QString share = percent(facts.get<Ppm>("assumed_ppm"));
  const std::string what = facts.get<std::string>("what");
  if (what == "scales") {
    return Words::tr(
               "Nobody published how exact the scales are that weighed %1 of %2. The audit reckons "
               "with %3 a load and %4 of all that one scale weighed, so small losses stay unseen.")
        .arg(f.sum(), mass(facts.get<Mass>("of")), formatKilograms(facts.get<Mass>("random")),
             share);
  }
  const QString pattern =
      what == "surveys"
          ? Words::tr(
                "%1 stock surveys with %2 state no uncertainty. The audit reckons with %3 of "
                "each, so small losses stay unseen.")
          : Words::tr(
                "%1 declared losses with %2 state no uncertainty. The audit reckons with %3 "
                "of each, so small losses stay unseen.");
  return pattern.arg(f.count("rows"), f.sum(), share);
}

QString incompleteLogRow(const FactText& f) {
  const bool one = f.finding().facts.get<std::int64_t>("rows") == 1;
  const bool all = f.finding().facts.get<std::int64_t>("unnamed") == 0;
  const QString pattern =
      one ? Words::tr(
                "%1 of %2 rows of the summary log of %3 lacks a date or a mass: row %4 is left "
                "out of the balance, wholly or in part.")
      : all ? Words::tr(
                  "%1 of %2 rows of the summary log of %3 lack a date or a mass: rows %4 are "
                  "left out of the balance, wholly or in part.")
            : Words::tr(
                  "%1 of %2 rows of the summary log of %3 lack a date or a mass: rows %4 and "
                  "others are left out of the balance, wholly or in part.");
  return pattern.arg(f.count("rows"), f.count("of"), f.name("party"), f.name("named"));
}

struct RuleSentence {
  std::string_view rule;
  Sentence sentence;
};

constexpr std::array sentences = {
    RuleSentence{"material_changed", materialChanged},
    RuleSentence{"missing_receipt", missingReceipt},
    RuleSentence{"ghost_receipt", ghostReceipt},
    RuleSentence{"mass_difference", massDifference},
    RuleSentence{"time_order", timeOrder},
    RuleSentence{"certificate_order", certificateOrder},
    RuleSentence{"document_number_differs", linkedSentence},
    RuleSentence{"ambiguous_link", ambiguousSentence},
    RuleSentence{"other_receiver", otherReceiverSentence},
    RuleSentence{"operation_changed", operationChanged},
    RuleSentence{"hazard_dropped", hazardDropped},
    RuleSentence{"rejected_load", rejectedLoad},
    RuleSentence{"duplicate_document", duplicateDocument},
    RuleSentence{"own_receipt", ownReceipt},
    RuleSentence{"stranger_receipt", strangerReceipt},
    RuleSentence{"material_not_stated", materialNotStated},
    RuleSentence{"negative_running_stock", negativeStock},
    RuleSentence{"unaccounted_mass", unaccountedMass},
    RuleSentence{"unexplained_gain", unexplainedGain},
    RuleSentence{"loss_over_time", lossOverTime},
    RuleSentence{"gain_over_time", gainOverTime},
    RuleSentence{"gross_error", grossError},
    RuleSentence{"too_good_closure", tooGoodClosure},
    RuleSentence{"silent_revision", silentRevision},
    RuleSentence{"broken_signature", brokenSignature},
    RuleSentence{"scheduler_favours_commercial", schedulerFavours},
    RuleSentence{"link_decided", decidedSentence},
    RuleSentence{"source_rule", sourceRuleSentence},
    RuleSentence{"unknown_code", unknownCodeSentence},
    RuleSentence{"operation_not_final", operationNotFinalSentence},
    RuleSentence{"density_out_of_band", densitySentence},
    RuleSentence{"price_out_of_band", priceSentence},
    RuleSentence{"customs_says_waste", customsSentence},
    RuleSentence{"export_needs_consent", exportSentence},
    RuleSentence{"sent_on_exceeds_received", sentOnExceeds},
    RuleSentence{"identical_weights", identicalWeights},
    RuleSentence{"export_order", exportOrder},
    RuleSentence{"export_mass_grows", exportMassGrows},
    RuleSentence{"summary_log_arithmetic", logArithmetic},
    RuleSentence{"receiver_not_published", receiverNotPublished},
    RuleSentence{"receiver_habit", receiverHabit},
    RuleSentence{"uncertainty_not_stated", uncertaintyNotStated},
    RuleSentence{"incomplete_log_row", incompleteLogRow},
};

QString notChecked(const FactText& f) {
  const std::string reason = f.finding().facts.get<std::string>("reason");
  if (reason == "small_losses_unseen") {
    return Words::tr(
               "A loss below %1 over the whole time would have been missed more than once in 20 "
               "times.")
        .arg(strong(mass(f.finding().facts.get<Mass>("detectable")), f.markup()));
  }
  if (reason == "open_ends") {
    return Words::tr(
               "%1 are without a record, but %2 were refused, sent back or flowed to a place that "
               "is not known as a loss: nobody can tell where they are.")
        .arg(strong(mass(f.finding().facts.get<Mass>("unaccounted")), f.markup()),
             strong(mass(f.finding().facts.get<Mass>("open")), f.markup()));
  }
  if (reason == "water_on_the_way") {
    return Words::tr(
               "%1 are without a record, but goods that dry lost up to %2 on the way or in loads "
               "that were refused: nobody can tell whether it is more than water.")
        .arg(strong(mass(f.finding().facts.get<Mass>("unaccounted")), f.markup()),
             strong(mass(f.finding().facts.get<Mass>("open")), f.markup()));
  }
  if (reason == "unsigned_order") {
    return Words::tr(
               "%1 records stand in more than one unsigned file with other values; nothing says "
               "which file is the later one.")
        .arg(f.count("records"));
  }
  return reasonText(reason);
}

}  // namespace

QString sentence(const Finding& finding, Markup markup) {
  const FactText facts(finding, markup);
  if (facts.has("more")) {
    return Words::tr(
               "%1 more findings of this kind, the lighter ones, with %2 in all, are not listed "
               "one by one.")
        .arg(facts.count("more"), facts.sum());
  }
  if (facts.has("reason")) return notChecked(facts);
  for (const RuleSentence& entry : sentences) {
    if (entry.rule != finding.rule) continue;
    const QString made = entry.sentence(facts);
    if (finding.wouldBe) {
      return Words::tr("Cannot tell: you have not named everybody this rests on. If they are whom they "
                       "say: %1")
          .arg(made);
    }
    if (facts.has("gap")) {
      return Words::tr("Cannot tell: something that could hold the other half is missing. As it is: %1")
          .arg(made);
    }
    if (!finding.onWordOf.empty() && accuses(finding.severity)) {
      return Words::tr("On the word of %1: %2").arg(text(finding.onWordOf, markup), made);
    }
    return finding.severity == Severity::Look
               ? Words::tr("Look here: unusual, not an accusation. %1").arg(made)
               : made;
  }
  return Words::tr("%1: %2 records.").arg(ruleTitle(finding.rule), formatCount(finding.rowCount));
}

}  // namespace plumbline::words
