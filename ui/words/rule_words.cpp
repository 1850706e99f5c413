// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "model/checks/rule_list.h"

#include "ui/words/rules/rule_words.h"

namespace plumbline::words {

namespace rules {

#define PLUMBLINE_DECLARE(rule) extern const RuleWords rule;
PLUMBLINE_RULES(PLUMBLINE_DECLARE)
#undef PLUMBLINE_DECLARE

}  // namespace rules

namespace {

struct Entry {
  const Rule* rule;
  const RuleWords* words;
};

#define PLUMBLINE_ENTRY(rule) Entry{&plumbline::rules::rule, &rules::rule},
constexpr std::array all = {PLUMBLINE_RULES(PLUMBLINE_ENTRY)};
#undef PLUMBLINE_ENTRY

}  // namespace

const RuleWords* findRuleWords(std::string_view rule) {
  const auto found =
      std::find_if(all.begin(), all.end(), [rule](const Entry& entry) { return entry.rule->id == rule; });
  return found == all.end() ? nullptr : found->words;
}

const char* ownReason(std::string_view reason) {
  for (const Entry& entry : all) {
    for (const WhyNot& own : entry.words->reasons) {
      if (own.key == reason) return own.sentence;
    }
  }
  return nullptr;
}

QString ruleTitle(const std::string& rule) {
  const RuleWords* const words = findRuleWords(rule);
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
  const RuleWords* const words = findRuleWords(finding.rule);
  if (words == nullptr) return text(finding.rule);
  const QString own =
      words->heading ? words->heading(FactText(finding, Markup::Plain)) : QString();
  return own.isEmpty() ? Words::tr(words->group) : own;
}

QString groupSentence(const std::string& rule, std::int64_t count) {
  const RuleWords* const words = findRuleWords(rule);
  if (words == nullptr) return ruleTitle(rule);
  return Words::tr(words->many, nullptr, plural(count));
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
    case Table::Totals:
      return Words::tr("declared total");
    case Table::Fixes:
      return Words::tr("fix");
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
