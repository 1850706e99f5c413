// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "ui/words/words.h"

namespace plumbline::words {
namespace {

/// What is said about a rule, whatever the finding.
struct RuleWords {
  std::string_view rule;
  const char* title;  // in the Why panel, behind the number
  const char* group;  // heading of its findings
  const char* one;    // "1 load ..." on the Overview
  const char* many;   // "%1 loads ..."
};

#define WORDS(text) QT_TRANSLATE_NOOP("plumbline::Words", text)

constexpr std::array ruleWords = {
    RuleWords{"missing_receipt", WORDS("Receipt missing"), WORDS("Sent, but no receipt in time"),
              WORDS("1 load has no receipt"), WORDS("%1 loads have no receipt")},
    RuleWords{"mass_difference", WORDS("Net mass differs"),
              WORDS("Net mass differs by more than the tolerance"),
              WORDS("1 load arrived with another mass"),
              WORDS("%1 loads arrived with another mass")},
    RuleWords{"time_order", WORDS("Order of sending and receiving"), WORDS("Received before sent"),
              WORDS("1 load was received before it was sent"),
              WORDS("%1 loads were received before they were sent")},
    RuleWords{"certificate_order", WORDS("Order of receipt and certificate"),
              WORDS("Certificate older than the receipt"),
              WORDS("1 certificate is older than its receipt"),
              WORDS("%1 certificates are older than their receipts")},
    RuleWords{"ghost_receipt", WORDS("Receipt without a shipment"),
              WORDS("Receipt without a shipment"), WORDS("1 receipt has no shipment"),
              WORDS("%1 receipts have no shipment")},
    RuleWords{"document_number_differs", WORDS("Document numbers differ"),
              WORDS("Probably the same load, other number"),
              WORDS("1 load has two document numbers"),
              WORDS("%1 loads have two document numbers")},
    RuleWords{"ambiguous_link", WORDS("Unclear which receipt is whose"),
              WORDS("Unclear which receipt is whose"), WORDS("1 load has no receipt for certain"),
              WORDS("%1 loads have no receipt for certain")},
    RuleWords{"other_receiver", WORDS("Received by another than the consignee"),
              WORDS("Received by another than the consignee"),
              WORDS("1 load was received by another than its consignee"),
              WORDS("%1 loads were received by others than their consignees")},
    RuleWords{"material_changed", WORDS("Material changed on the way"),
              WORDS("Sent as product, received as residue"),
              WORDS("1 load sent as product was received as residue"),
              WORDS("%1 loads sent as product were received as residue")},
    RuleWords{"operation_changed", WORDS("Operation changed on the way"),
              WORDS("Sent for recovery, received for something else"),
              WORDS("1 load was received for another operation"),
              WORDS("%1 loads were received for another operation")},
    RuleWords{"hazard_dropped", WORDS("Hazardous code dropped"),
              WORDS("Sent as hazardous, received as not hazardous"),
              WORDS("1 load lost its hazardous code"), WORDS("%1 loads lost their hazardous code")},
    RuleWords{"rejected_load", WORDS("Load refused"), WORDS("Refused by the receiver"),
              WORDS("1 load was refused"), WORDS("%1 loads were refused")},
    RuleWords{"duplicate_document", WORDS("Document used twice"), WORDS("Document used twice"),
              WORDS("1 document was used twice"), WORDS("%1 documents were used twice")},
    RuleWords{"own_receipt", WORDS("Receipts by the sender"), WORDS("Receipts by the sender"),
              WORDS("Loads have receipts by the sender"),
              WORDS("Loads have receipts by the sender")},
    RuleWords{"stranger_receipt", WORDS("Receipts by strangers"), WORDS("Receipts by strangers"),
              WORDS("Loads have receipts by strangers"), WORDS("Loads have receipts by strangers")},
    RuleWords{"material_not_stated", WORDS("Received, but not as what"),
              WORDS("Received, but not as what"), WORDS("Receipts do not state the material"),
              WORDS("Receipts do not state the material")},
    RuleWords{"negative_running_stock", WORDS("Stock below zero"),
              WORDS("More sent than was there"), WORDS("More was sent than was there"),
              WORDS("%1 times more was sent than was there")},
    RuleWords{"unaccounted_mass", WORDS("Mass unaccounted for"), WORDS("Mass without any record"),
              WORDS("Mass left without any record"), WORDS("Mass left without any record")},
    RuleWords{"unexplained_gain", WORDS("More out than in"), WORDS("More out than in"),
              WORDS("More went out than came in"), WORDS("More went out than came in")},
    RuleWords{"loss_over_time", WORDS("Losses over time"), WORDS("Loss that goes on over time"),
              WORDS("Mass is lost over time"), WORDS("Mass is lost over time")},
    RuleWords{"gain_over_time", WORDS("Gains over time"), WORDS("Gain that goes on over time"),
              WORDS("More goes out than in over time"),
              WORDS("More goes out than in over time")},
    RuleWords{"silent_revision", WORDS("Changed without a reason"),
              WORDS("Changed later without a reason"),
              WORDS("1 record was changed later without a reason"),
              WORDS("%1 records were changed later without a reason")},
    RuleWords{"broken_signature", WORDS("Signed statement not intact"),
              WORDS("Signed statement not intact"), WORDS("1 publication is not intact"),
              WORDS("%1 publications are not intact")},
    RuleWords{"scheduler_favours_commercial", WORDS("Waiting times by kind of job"),
              WORDS("Commercial jobs start sooner"), WORDS("Commercial jobs start sooner"),
              WORDS("Commercial jobs start sooner")},
    RuleWords{"receiver_not_published", WORDS("Receiver has not published"),
              WORDS("Receiver has not published"),
              WORDS("1 receiver has no books for its loads"),
              WORDS("%1 receivers have no books for their loads")},
    RuleWords{"receiver_habit", WORDS("Habit that explains differences"),
              WORDS("Habit that explains differences"),
              WORDS("A habit explains loads that differ"),
              WORDS("Habits explain loads that differ")},
    RuleWords{"uncertainty_not_stated", WORDS("Uncertainty not stated"),
              WORDS("Uncertainty not stated"), WORDS("Masses come without their uncertainty"),
              WORDS("Masses come without their uncertainty")},
    RuleWords{"unknown_code", WORDS("Codes nobody knows"), WORDS("Codes nobody knows"),
              WORDS("1 code stands in no list used here"), WORDS("%1 codes stand in no list used here")},
    RuleWords{"operation_not_final", WORDS("Operation that is not the end"),
              WORDS("Stored or exchanged, the end unknown"),
              WORDS("Loads were only stored or exchanged"),
              WORDS("Loads were only stored or exchanged")},
    RuleWords{"density_out_of_band", WORDS("Mass and volume do not go together"),
              WORDS("Mass and volume do not go together"),
              WORDS("Mass and volume of loads do not go together"),
              WORDS("Mass and volume of loads do not go together")},
    RuleWords{"price_out_of_band", WORDS("Price and customs code do not go together"),
              WORDS("Price and customs code do not go together"),
              WORDS("Prices do not go together with the customs code"),
              WORDS("Prices do not go together with the customs code")},
    RuleWords{"customs_says_waste", WORDS("Product here, waste to customs"),
              WORDS("Product here, waste to customs"),
              WORDS("A product was declared to customs as waste"),
              WORDS("%1 products were declared to customs as waste")},
    RuleWords{"export_needs_consent", WORDS("Export that needs a consent"),
              WORDS("Export that needs a consent"), WORDS("Exports need a consent"),
              WORDS("Exports need a consent")},
    RuleWords{"link_decided", WORDS("Decided by a person"), WORDS("Decided by a person"),
              WORDS("A person decided about 1 pair of records"),
              WORDS("People decided about %1 pairs of records")},
    RuleWords{"gross_error", WORDS("Sums that do not fit together"),
              WORDS("Sums that do not fit together"),
              WORDS("Sums of records do not fit together"),
              WORDS("Sums of records do not fit together")},
    RuleWords{"too_good_closure", WORDS("Figures that fit too well"),
              WORDS("Figures that fit too well"), WORDS("Figures fit together too well"),
              WORDS("Figures fit together too well")},
    RuleWords{"sent_on_exceeds_received", WORDS("Sent on more than received"),
              WORDS("Sent on more than received"), WORDS("More was sent on than was received"),
              WORDS("More was sent on than was received")},
    RuleWords{"identical_weights", WORDS("Identical weights"), WORDS("Identical weights"),
              WORDS("1 set of weights appears more than once"),
              WORDS("%1 sets of weights appear more than once")},
    RuleWords{"export_order", WORDS("Order of export dates"), WORDS("Export dates out of order"),
              WORDS("1 load has export dates out of order"),
              WORDS("%1 loads have export dates out of order")},
    RuleWords{"export_mass_grows", WORDS("Masses of exported loads"),
              WORDS("More on the way than at its start"),
              WORDS("1 exported load gained mass on its way"),
              WORDS("%1 exported loads gained mass on their way")},
    RuleWords{"summary_log_arithmetic", WORDS("Sums of the summary log"),
              WORDS("Sums that do not come out"), WORDS("1 row has a sum that does not come out"),
              WORDS("%1 rows have sums that do not come out")},
    RuleWords{"incomplete_log_row", WORDS("Rows without date or mass"),
              WORDS("Rows without date or mass"), WORDS("A summary log has incomplete rows"),
              WORDS("%1 summary logs have incomplete rows")},
    RuleWords{"source_rule", WORDS("Rules of the system it comes from"),
              WORDS("Rows that their own system would refuse"),
              WORDS("Rows break a rule of their own system"),
              WORDS("Rows break %1 rules of their own system")},
};

#undef WORDS

const RuleWords* find(const std::string& rule) {
  const auto found = std::find_if(ruleWords.begin(), ruleWords.end(),
                                  [&rule](const RuleWords& words) { return words.rule == rule; });
  return found == ruleWords.end() ? nullptr : &*found;
}

}  // namespace

QString ruleTitle(const std::string& rule) {
  const RuleWords* words = find(rule);
  const Rule* known = findRule(rule);
  const QString title = words ? Words::tr(words->title) : text(rule);
  return known ? text(known->number) + QLatin1Char(' ') + title : title;
}

QString ruleSource(const std::string& rule) {
  const Rule* known = findRule(rule);
  return known ? text(known->source) : QString();
}

QString groupTitle(const Finding& finding) {
  if (finding.severity == Severity::Look) {
    return Words::tr("Look here: unusual, not an accusation");
  }
  if (finding.severity == Severity::CannotTell) return Words::tr("Could not be checked");
  const Facts& facts = finding.facts;
  if (finding.rule == "missing_receipt" && facts.find("deadline") != nullptr) {
    return Words::tr("Sent, but no receipt after %1").arg(days(facts.get<Days>("deadline")));
  }
  if (finding.rule == "mass_difference" && facts.find("tolerance_ppm") != nullptr) {
    return Words::tr("Net mass differs by more than %1")
        .arg(percent(facts.get<Ppm>("tolerance_ppm")));
  }
  const RuleWords* words = find(finding.rule);
  return words ? Words::tr(words->group) : text(finding.rule);
}

QString groupSentence(const std::string& rule, std::int64_t count) {
  const RuleWords* words = find(rule);
  if (words == nullptr) return ruleTitle(rule);
  const QString pattern = Words::tr(count == 1 ? words->one : words->many);
  return pattern.contains(QLatin1String("%1")) ? pattern.arg(formatCount(count)) : pattern;
}

QString severityWord(Severity severity) {
  switch (severity) {
    case Severity::Contradiction:
      return Words::tr("Contradiction");
    case Severity::Conflict:
      return Words::tr("Records conflict");
    case Severity::Look:
      return Words::tr("Look here");
    case Severity::CannotTell:
      break;
  }
  return Words::tr("Cannot tell");
}

QString groupSentence(const Finding& first, std::int64_t count) {
  const QString sentence = groupSentence(first.rule, count);
  return first.wouldBe ? Words::tr("Not decided, keys are not named: %1").arg(sentence) : sentence;
}

QString severityWord(const Finding& finding) {
  if (!finding.wouldBe) {
    return finding.onWordOf.empty() || !accuses(finding.severity)
               ? severityWord(finding.severity)
               : Words::tr("%1, on the word of %2")
                     .arg(severityWord(finding.severity), text(finding.onWordOf));
  }
  return *finding.wouldBe == Severity::Contradiction
             ? Words::tr("Would be a contradiction: not all of its keys are named")
             : Words::tr("Would be a conflict: not all of its keys are named");
}

QString panelTitle(const Finding& finding) {
  return finding.severity == Severity::Contradiction ? Words::tr("Why is this red?")
                                                     : Words::tr("Why is this flagged?");
}

QString className(const std::string& materialClass) {
  switch (materialClassFromText(materialClass)) {
    case MaterialClass::Product:
      return Words::tr("product");
    case MaterialClass::Secondary:
      return Words::tr("secondary raw material");
    case MaterialClass::Waste:
      return Words::tr("waste");
    case MaterialClass::Residue:
      return Words::tr("residue");
    case MaterialClass::Unknown:
      break;
  }
  return Words::tr("unnamed material");
}

QString recordNoun(const std::string& table) {
  const std::optional<Table> known = tableFromName(table);
  if (!known) return Words::tr("record");
  switch (*known) {
    case Table::Shipments:
      return Words::tr("load");
    case Table::Receipts:
      return Words::tr("receipt");
    case Table::Intakes:
      return Words::tr("weighing");
    case Table::Stocks:
      return Words::tr("stock survey");
    case Table::Flows:
      return Words::tr("flow");
    case Table::Hauls:
      return Words::tr("haul");
    case Table::Jobs:
      return Words::tr("job");
    case Table::Claims:
      return Words::tr("claim");
    case Table::Materials:
      return Words::tr("material");
    case Table::Sites:
      return Words::tr("site");
    case Table::Instruments:
      break;
  }
  return Words::tr("scale");
}

}  // namespace plumbline::words
