// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Harmless causes first, what record would settle it, and why a check could not be done.

#include "ui/words/rules/rule_words.h"

namespace plumbline::words {
namespace {

/// Who could settle it, where the rule names somebody.
constexpr OptionalFact<std::string> receiver{"receiver"};
constexpr OptionalFact<std::string> party{"party"};

/// Of more than one rule, or of a stage that all of them rest on.
constexpr WhyNot sharedReasons[] = {
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
    {"no_flows", QT_TRANSLATE_NOOP("plumbline::Words",
                                   "No flow onto or from its piles is recorded, so nobody can tell "
                                   "how much of it was made or used.")},
    {"no_inflow",
     QT_TRANSLATE_NOOP("plumbline::Words", "What came onto its piles is not recorded.")},
    {"no_outflow", QT_TRANSLATE_NOOP("plumbline::Words", "What left its piles is not recorded.")},
    {"other_ways",
     QT_TRANSLATE_NOOP(
         "plumbline::Words",
         "More than a fifth of it is open: it comes or goes on a way that is not recorded.")},
    {"too_many",
     QT_TRANSLATE_NOOP("plumbline::Words", "There are too many materials to test each of them.")},
    {"no_records", QT_TRANSLATE_NOOP("plumbline::Words", "There are no records with a time.")},
    {"no_summary_log", QT_TRANSLATE_NOOP("plumbline::Words", "There is no summary log.")},
    {"only_own_receipts",
     QT_TRANSLATE_NOOP("plumbline::Words", "All receipts here were signed by the plant itself.")},
    {"check_failed",
     QT_TRANSLATE_NOOP("plumbline::Words",
                       "The check itself stopped with an error; see the problems.")},
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
  if (const char* own = ownReason(reason)) return Words::tr(own);
  for (const WhyNot& shared : sharedReasons) {
    if (shared.key == reason) return Words::tr(shared.sentence);
  }
  return text(reason).replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace plumbline::words
