// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Harmless causes first, what record would settle it, and why a check could not be done.

#include <array>

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("plumbline::Words", text)

struct Help {
  std::string_view rule;
  std::array<const char*, 3> causes;  // nullptr: none
  const char* settles;                // %1: the receiver or the party
};

constexpr Help helps[] = {
    {"missing_receipt",
     {WORDS("The receiver has not published that period yet."),
      WORDS("The receipt carries another document number."),
      WORDS("The load was cancelled and the cancellation not published.")},
     WORDS("A receipt signed by %1, or the plant’s signed cancellation.")},
    {"mass_difference",
     {WORDS("Water dried or ran off on the way."), WORDS("The load came in parts."),
      WORDS("One side wrote gross instead of net mass.")},
     WORDS("The weighbridge tickets of both sides, or a corrected receipt signed by %1.")},
    {"time_order",
     {WORDS("One of the clocks is set to another time zone."),
      WORDS("One side wrote the day of the entry instead of the day of the load."), nullptr},
     WORDS("The weighbridge tickets of both sides with their printed times.")},
    {"certificate_order",
     {WORDS("A certificate of an earlier load was named."), WORDS("A date was mistyped."), nullptr},
     WORDS("The certificate itself, signed by %1.")},
    {"ghost_receipt",
     {WORDS("The receipt carries a mistyped document number."),
      WORDS("The plant has not published that period yet."),
      WORDS("The load was cancelled after it had left.")},
     WORDS("The plant’s shipment, or a corrected receipt signed by %1.")},
    {"document_number_differs",
     {WORDS("A document number was mistyped."), nullptr, nullptr},
     WORDS("A corrected receipt signed by %1.")},
    {"ambiguous_link",
     {WORDS("A document number was mistyped."),
      WORDS("The same vehicle brought like loads on the same days."),
      WORDS("The books began to count again.")},
     WORDS("A corrected receipt signed by %1, or the weighbridge tickets of both sides.")},
    {"other_receiver",
     {WORDS("Both belong to one firm, or one works for the other."),
      WORDS("The load was sent on to another yard on its way."),
      WORDS("The consignee was mistyped.")},
     WORDS("A word of the consignee, or your own decision that the receipt is the load’s.")},
    {"material_changed",
     {WORDS("The receiver typed the wrong code."),
      WORDS("The load was spoiled on the way and downgraded. Then a rejection note exists."),
      nullptr},
     WORDS("A corrected receipt signed by %1, or the carrier’s photo of the load.")},
    {"operation_changed",
     {WORDS("The receiver stores loads before it recovers them; a later certificate may follow."),
      WORDS("The receiver typed the wrong code."), nullptr},
     WORDS("A certificate of the final recovery signed by %1.")},
    {"hazard_dropped",
     {WORDS("An analysis showed that the load is not hazardous."),
      WORDS("The star was left out when the code was typed."), nullptr},
     WORDS("The analysis of the load, or a corrected receipt signed by %1.")},
    {"rejected_load",
     {WORDS("The load went back and was sent again under a new number."),
      WORDS("The plant has not published its correction yet."), nullptr},
     WORDS("The record of where the load went after %1 refused it.")},
    {"duplicate_document",
     {WORDS("A ticket was printed twice."), WORDS("One load was split over two vehicles."),
      WORDS("A number book was started again.")},
     WORDS("The plant’s signed correction of one of the two records.")},
    {"own_receipt",
     {WORDS("The official form holds both sides in one row."), nullptr, nullptr},
     WORDS("The same receipts published by the receivers under their own keys.")},
    {"stranger_receipt",
     {WORDS("The receiver’s key is not in your parties file."), nullptr, nullptr},
     WORDS("The receiver’s key, compared over a channel you trust.")},
    {"material_not_stated",
     {WORDS("The receiver keeps its codes in another table."), nullptr, nullptr},
     WORDS("The receivers’ lists of materials, or waste codes on the receipts.")},
    {"negative_running_stock",
     {WORDS("Intakes were entered late."), WORDS("A stock survey missed a pile."),
      WORDS("Material came back and was not entered.")},
     WORDS("The missing intakes, or a stock survey of that time signed by %1.")},
    {"unaccounted_mass",
     {WORDS("Water evaporated and was not declared as a loss."),
      WORDS("A stock survey missed a pile."),
      WORDS("The plant’s scale weighs heavier than the receivers’ scales.")},
     WORDS("A record of where the mass went, a stock survey, or a calibration of the scales.")},
    {"unexplained_gain",
     {WORDS("Intakes are missing from the records."), WORDS("Rain made piles and loads heavier."),
      WORDS("The plant’s scale weighs lighter than the receivers’ scales.")},
     WORDS("The missing intakes, a stock survey, or a calibration of the scales.")},
    {"loss_over_time",
     {WORDS("Something evaporates and is not declared as a loss."),
      WORDS("A pile grows that no survey measures."),
      WORDS("A scale drifted between two calibrations.")},
     WORDS("A survey of every pile, a calibration of the scales, or a record of where the mass "
           "went.")},
    {"gain_over_time",
     {WORDS("Some intakes are not entered."), WORDS("Rain makes piles and loads heavier."),
      WORDS("A scale drifted between two calibrations.")},
     WORDS("The missing intakes, a survey of every pile, or a calibration of the scales.")},
    {"silent_revision",
     {WORDS("A typing error was put right without saying so."),
      WORDS("An estimate was replaced by the weighed mass."), nullptr},
     WORDS("A signed reason by %1, with the weighbridge ticket.")},
    {"broken_signature",
     {WORDS("A file was damaged when it was copied."),
      WORDS("A table was saved again by a spreadsheet."),
      WORDS("Somebody else wrote it, or the party’s new key did not reach you.")},
     WORDS("The publication once more, from %1 itself.")},
    {"scheduler_favours_commercial",
     {WORDS("Commercial jobs fit the free lines or open hours better."),
      WORDS("Community jobs waited for a permit or for missing material."),
      WORDS("The declared rule is not first come, first served.")},
     WORDS("The rule by which jobs are started, published before the time it is used.")},
    {"receiver_not_published",
     {WORDS("The receiver does not take part in this audit."),
      WORDS("The receiver publishes under another name than the plant writes."), nullptr},
     WORDS("The receipts of %1, published under its own key.")},
    {"receiver_habit",
     {WORDS("A tariff has a least mass."), WORDS("Masses are written down in round figures."),
      WORDS("Paper, compost and fuel lose water on the way.")},
     WORDS("The tickets of both scales, and the moisture at both ends.")},
    {"uncertainty_not_stated",
     {WORDS("The scales are calibrated, but their certificates were not entered."), nullptr,
      nullptr},
     WORDS("The uncertainties from the calibration certificates and survey reports.")},
    {"unknown_code",
     {WORDS("A digit was mistyped."), WORDS("The code is of another or an older list."), nullptr},
     WORDS("The right code from %1, or the list it is from.")},
    {"operation_not_final",
     {WORDS("The receiver sorts or stores before it recovers; a certificate may follow."),
      WORDS("The operation of the first stop was written."), nullptr},
     WORDS("The receiver’s certificate of the final recovery.")},
    {"density_out_of_band",
     {WORDS("The volume is that of the container, not of what was in it."),
      WORDS("The load was pressed, wet or mixed."), WORDS("One of the two has another unit.")},
     WORDS("The weighbridge ticket and a photo of the load.")},
    {"price_out_of_band",
     {WORDS("The price holds transport or a fee."), WORDS("The quality was far from the usual."),
      WORDS("Mass or currency was mistyped.")},
     WORDS("The invoice of the load.")},
    {"customs_says_waste",
     {WORDS("The customs code was mistyped."),
      WORDS("The country it went to does not accept the end of waste."), nullptr},
     WORDS("The customs declaration, or the end-of-waste statement of the product.")},
    {"export_needs_consent",
     {WORDS("A consent was given and not published."),
      WORDS("The site is only the seat of the buyer; the load stayed here."), nullptr},
     WORDS("The written consent of the countries on the way.")},
    {"link_decided",
     {WORDS("Whoever decided knows more than the records say."), nullptr, nullptr},
     WORDS("A corrected receipt signed by %1.")},
    {"gross_error",
     {WORDS("A scale was adjusted and its new calibration not published."),
      WORDS("Loads dry or lose water on the way, a little each."),
      WORDS("A pile is fed or emptied on a way that no flow records.")},
     WORDS("A calibration of the scales at both ends, the carrier’s weigh notes, or a survey by "
           "somebody else: the Balance page says which for each place.")},
    {"too_good_closure",
     {WORDS("The stated uncertainties are larger than the real errors."),
      WORDS("One side’s masses were copied from the other’s."), nullptr},
     WORDS("The weighbridge tickets of both sides, as the scales printed them.")},
    {"sent_on_exceeds_received",
     {WORDS("There was stock before the first row of the log."),
      WORDS("Loads were received before the period of the log."), nullptr},
     WORDS("The stock at the beginning of the log, or the log of the period before.")},
    {"identical_weights",
     {WORDS("A row was copied and its weights not replaced."),
      WORDS("Tare and pallets are fixed values and the loads are alike."), nullptr},
     WORDS("The weighbridge tickets of these loads.")},
    {"export_order",
     {WORDS("A date was mistyped."), WORDS("The day of the entry was written."), nullptr},
     WORDS("The bill of lading and the overseas site’s receipt.")},
    {"export_mass_grows",
     {WORDS("The row stands for part of a load on one side."), WORDS("A mass was mistyped."),
      nullptr},
     WORDS("The weighbridge tickets of both ends.")},
    {"summary_log_arithmetic",
     {WORDS("A figure was rounded by hand."), WORDS("A factor was left out."), nullptr},
     WORDS("The row corrected by the operator.")},
    {"incomplete_log_row",
     {WORDS("The rows are filled in when the load has been weighed."), nullptr, nullptr},
     WORDS("The rows with their dates and masses, from the operator.")},
    {"source_rule",
     {WORDS("A figure was mistyped."), WORDS("The file was written outside the system."), nullptr},
     WORDS("The rows as the system has them, from %1.")},
};

struct Reason {
  std::string_view key;
  const char* sentence;
};

constexpr Reason reasons[] = {
    {"no_receipts", WORDS("No receiver’s records are here, so nobody can tell what arrived.")},
    {"no_shipments", WORDS("The plant published no shipments.")},
    {"no_intakes", WORDS("The plant published no intakes, so there is no balance to draw.")},
    {"no_stocks", WORDS("The plant published no stock surveys, so there is no balance to draw.")},
    {"no_stock_survey_then",
     WORDS("There is no stock survey near the beginning and the end of the time.")},
    {"nothing_to_check", WORDS("No two records say anything about the same mass.")},
    {"not_solved", WORDS("The figures contradict each other so that they cannot be compared.")},
    {"one_period", WORDS("There is one period only, so nothing can be said about its course.")},
    {"no_flows", WORDS("No flow onto or from its piles is recorded, so nobody can tell how much of "
                       "it was made or used.")},
    {"no_inflow", WORDS("What came onto its piles is not recorded.")},
    {"no_outflow", WORDS("What left its piles is not recorded.")},
    {"other_ways", WORDS("More than a fifth of it is open: it comes or goes on a way that is not "
                         "recorded.")},
    {"too_many", WORDS("There are too many materials to test each of them.")},
    {"no_records", WORDS("There are no records with a time.")},
    {"no_jobs", WORDS("The plant published no jobs.")},
    {"too_few_jobs", WORDS("There are too few jobs to compare waiting times.")},
    {"no_summary_log", WORDS("There is no summary log.")},
    {"no_like_jobs",
     WORDS("No community job and commercial job are alike enough to compare their waits.")},
    {"too_few_permutations",
     WORDS("The plan allows so few permutations that no answer could be told from chance.")},
    {"another_rule",
     WORDS("Commercial jobs were started sooner, but a rule that knows nothing of money explains it, as "
           "the smallest or the newest job first.")},
    {"only_own_receipts", WORDS("All receipts here were signed by the plant itself.")},
    {"open_ends",
     WORDS("What is missing may be in loads that were refused or sent back, or in flows to a "
           "place nobody knows.")},
    {"unsigned_order", WORDS("Unsigned files do not say which of them is the later one.")},
    {"unknown_key", WORDS("Nobody named the key that signed a publication.")},
    {"table_missing", WORDS("A signed table is not here.")},
    {"missing", WORDS("A signed table is not here.")},
    {"unreadable", WORDS("A signed table cannot be read.")},
    {"small_losses_unseen", WORDS("The records are not exact enough to see a material loss.")},
    {"check_failed", WORDS("The check itself stopped with an error; see the problems.")},
    {"no_official_file", WORDS("There is no official file.")},
    {"no_volumes", WORDS("No load states its volume together with a material of known density.")},
    {"no_prices",
     WORDS("No load states price, currency and customs code of a commodity and year whose worth "
           "is known.")},
    {"no_customs_codes", WORDS("No load states a customs code that is known here.")},
    {"no_countries",
     WORDS("The countries of the plant and of its receivers are not both published.")},
    {"not_yours",
     WORDS("People whose keys you have not compared decided about records; their word does not "
           "count here.")},
    {"not_open", WORDS("A person decided about records that have found their partners by number.")},
    {"contradicted", WORDS("People decided about the same records in both ways.")},
    {"own_receipt", WORDS("Some receipts were signed by the sender itself.")},
    {"stranger_receipt", WORDS("Some receipts were signed with a key nobody named.")},
    {"material_not_stated", WORDS("Some receipts do not state the material.")},
    {"receiver_not_published", WORDS("Some receivers have not published.")},
    {"receiver_habit", WORDS("Some masses are what a habit makes of them.")},
    {"water_on_the_way",
     WORDS("What is missing may be water that dried on the way.")},
    {"uncertainty_not_stated", WORDS("Some masses come without their uncertainty.")},
    {"incomplete_log_row", WORDS("Some rows lack their date or their mass.")},
};

#undef WORDS

}  // namespace

QStringList harmlessCauses(const std::string& rule) {
  QStringList causes;
  for (const Help& help : helps) {
    if (help.rule != rule) continue;
    for (const char* cause : help.causes) {
      if (cause != nullptr) causes.append(Words::tr(cause));
    }
  }
  return causes;
}

QString wouldSettle(const Finding& finding) {
  const FactText f(finding, Markup::Plain);
  QString who = f.name("receiver");
  if (who.isEmpty()) who = f.name("party");
  if (who.isEmpty()) who = Words::tr("the plant");
  for (const Help& help : helps) {
    if (help.rule != finding.rule) continue;
    const QString pattern = Words::tr(help.settles);
    return pattern.contains(QLatin1String("%1")) ? pattern.arg(who) : pattern;
  }
  return {};
}

QString reasonText(const std::string& reason) {
  for (const Reason& entry : reasons) {
    if (entry.key == reason) return Words::tr(entry.sentence);
  }
  return text(reason).replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace plumbline::words
