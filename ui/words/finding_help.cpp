// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Harmless causes first, what record would settle it, and why a check could not be done.

#include "ui/words/rules/rule_words.h"

namespace plumbline::words {
namespace {

/// Who could settle it, where the rule names somebody.
constexpr OptionalFact<std::string> receiver{"receiver"};
constexpr OptionalFact<std::string> party{"party"};

struct Reason {
  std::string_view key;
  const char* sentence;
};

constexpr Reason reasons[] = {
    {"no_receipts",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "No receiver’s records are here, so nobody can tell what arrived.")},
    {"no_shipments", QT_TRANSLATE_NOOP("plumbline::Words", "The plant published no shipments.")},
    {"no_intakes",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The plant published no intakes, so there is no balance to draw.")},
    {"no_stocks",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The plant published no stock surveys, so there is no balance to draw.")},
    {"no_stock_survey_then",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "There is no stock survey near the beginning and the end of the time.")},
    {"nothing_to_check",
     QT_TRANSLATE_NOOP("plumbline::Words", "No two records say anything about the same mass.")},
    {"not_solved",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The figures contradict each other so that they cannot be compared.")},
    {"one_period",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "There is one period only, so nothing can be said about its course.")},
    {"no_flows",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "No flow onto or from its piles is recorded, so nobody can tell how much of "
                       "it was made or used.")},
    {"no_inflow",
     QT_TRANSLATE_NOOP("plumbline::Words", "What came onto its piles is not recorded.")},
    {"no_outflow", QT_TRANSLATE_NOOP("plumbline::Words", "What left its piles is not recorded.")},
    {"other_ways",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "More than a fifth of it is open: it comes or goes on a way that is not "
                       "recorded.")},
    {"too_many",
     QT_TRANSLATE_NOOP("plumbline::Words", "There are too many materials to test each of them.")},
    {"no_records", QT_TRANSLATE_NOOP("plumbline::Words", "There are no records with a time.")},
    {"no_jobs", QT_TRANSLATE_NOOP("plumbline::Words", "The plant published no jobs.")},
    {"too_few_jobs",
     QT_TRANSLATE_NOOP("plumbline::Words", "There are too few jobs to compare waiting times.")},
    {"no_summary_log", QT_TRANSLATE_NOOP("plumbline::Words", "There is no summary log.")},
    {"no_like_jobs",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "No community job and commercial job are alike enough to compare their waits.")},
    {"too_few_permutations",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "The plan allows so few permutations that no answer could be told from chance.")},
    {"another_rule", QT_TRANSLATE_NOOP("plumbline::Words",
                                       "Commercial jobs were started sooner, but a rule that knows "
                                       "nothing of money explains it, as "
                                       "the smallest or the newest job first.")},
    {"only_own_receipts",
     QT_TRANSLATE_NOOP("plumbline::Words", "All receipts here were signed by the plant itself.")},
    {"open_ends",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "What is missing may be in loads that were refused or sent back, or in flows to a "
         "place nobody knows.")},
    {"unsigned_order",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "Unsigned files do not say which of them is the later one.")},
    {"unknown_key",
     QT_TRANSLATE_NOOP("plumbline::Words", "Nobody named the key that signed a publication.")},
    {"table_missing", QT_TRANSLATE_NOOP("plumbline::Words", "A signed table is not here.")},
    {"missing", QT_TRANSLATE_NOOP("plumbline::Words", "A signed table is not here.")},
    {"unreadable", QT_TRANSLATE_NOOP("plumbline::Words", "A signed table cannot be read.")},
    {"small_losses_unseen",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The records are not exact enough to see a material loss.")},
    {"check_failed",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The check itself stopped with an error; see the problems.")},
    {"no_official_file", QT_TRANSLATE_NOOP("plumbline::Words", "There is no official file.")},
    {"no_volumes",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "No load states its volume together with a material of known density.")},
    {"no_prices",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "No load states price, currency and customs code of a commodity and year whose worth "
         "is known.")},
    {"no_customs_codes",
     QT_TRANSLATE_NOOP("plumbline::Words", "No load states a customs code that is known here.")},
    {"no_countries",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The countries of the plant and of its receivers are not both published.")},
    {"not_yours",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "People whose keys you have not compared decided about records; their word does not "
         "count here.")},
    {"not_open",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "A person decided about records that have found their partners by number.")},
    {"contradicted",
     QT_TRANSLATE_NOOP("plumbline::Words", "People decided about the same records in both ways.")},
    {"own_receipt",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receipts were signed by the sender itself.")},
    {"stranger_receipt",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receipts were signed with a key nobody named.")},
    {"material_not_stated",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receipts do not state the material.")},
    {"receiver_not_published",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some receivers have not published.")},
    {"receiver_habit",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some masses are what a habit makes of them.")},
    {"water_on_the_way",
     QT_TRANSLATE_NOOP("plumbline::Words", "What is missing may be water that dried on the way.")},
    {"uncertainty_not_stated",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some masses come without their uncertainty.")},
    {"incomplete_log_row",
     QT_TRANSLATE_NOOP("plumbline::Words", "Some rows lack their date or their mass.")},
};

}  // namespace

QStringList harmlessCauses(const std::string& rule) {
  QStringList causes;
  const RuleWords* const words = findRuleWords(rule);
  if (words == nullptr) return causes;
  for (const char* cause : words->causes) {
    if (cause != nullptr) causes.append(Words::tr(cause));
  }
  return causes;
}

QString wouldSettle(const Finding& finding) {
  const RuleWords* const words = findRuleWords(finding.rule);
  if (words == nullptr) return {};
  const QString pattern = Words::tr(words->settles);
  if (!pattern.contains(QLatin1String("%1"))) return pattern;
  std::string who = receiver.ofAny(finding).value_or(std::string());
  if (who.empty()) who = party.ofAny(finding).value_or(std::string());
  return pattern.arg(who.empty() ? Words::tr("the plant") : text(who));
}

QString reasonText(const std::string& reason) {
  for (const Reason& entry : reasons) {
    if (entry.key == reason) return Words::tr(entry.sentence);
  }
  return text(reason).replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace plumbline::words
