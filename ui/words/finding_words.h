// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place where a finding becomes words: panel, tooltip, CLI, PDF and HTML all ask here.

#include <QStringList>

#include "model/findings/finding.h"

#include "ui/words/format.h"

namespace plumbline::words {

/// Who, did what, number with unit, against what.
[[nodiscard]] QString sentence(const Finding& finding, Markup markup = Markup::Plain);
/// What tells it apart from its neighbours in the list: "SH-0417, 8 Apr, to Harbour Reclaim".
[[nodiscard]] QString shortTitle(const Finding& finding);
/// Heading over the findings of one kind: "Sent as product, received as residue". Looks and what
/// could not be checked have one heading each, whatever the rule.
[[nodiscard]] QString groupTitle(const Finding& finding);
/// One line for all findings of a rule: "23 loads sent as product were received as residue".
[[nodiscard]] QString groupSentence(const std::string& rule, std::int64_t count);
/// Of findings like `first`: what not everybody stands behind whom the user named is not told as a fact,
/// not even in a list.
[[nodiscard]] QString groupSentence(const Finding& first, std::int64_t count);
/// "Why is this red?" for a contradiction, "Why is this flagged?" for the rest.
[[nodiscard]] QString panelTitle(const Finding& finding);
[[nodiscard]] QString severityWord(Severity severity);
/// The same of a finding; of one that rests on strangers what it would be.
[[nodiscard]] QString severityWord(const Finding& finding);

/// "F7 Material changed on the way".
[[nodiscard]] QString ruleTitle(const std::string& rule);
[[nodiscard]] QString ruleSource(const std::string& rule);
/// "10 % of bulk mass, here 1,724 kg: exceeded 10 times"; empty where the rule has none.
[[nodiscard]] QString toleranceText(const Finding& finding);

/// Numbers of the picture a - b = c; empty result text where the finding has no such sum.
struct Formula {
  QString left, leftCaption;
  QString right, rightCaption;
  QString result, resultCaption;
};
[[nodiscard]] Formula formula(const Finding& finding);

/// Heading of the two-sided table: "Both sides, same document WT-88213".
[[nodiscard]] QString comparisonTitle(const Finding& finding);
[[nodiscard]] QString leftTitle(const Finding& finding);
[[nodiscard]] QString rightTitle(const Finding& finding);
/// "Net mass", "Time (UTC)".
[[nodiscard]] QString fieldLabel(const std::string& field);
/// The value as people read it: "17,240 kg", "8 Apr 2141, 07:12", "none, not waste".
[[nodiscard]] QString fieldValue(const std::string& field, const std::string& value);
/// One cell of the two-sided table; a dash where that side has no record.
[[nodiscard]] QString cellText(const Finding& finding, const Comparison& comparison, bool left);
/// "differs", "same", "within 0.3 %"; empty where the two are not compared.
[[nodiscard]] QString comparisonWord(const Comparison& comparison);

/// The time that its figure is of: "Jan–Dec 2141"; empty where it has none.
[[nodiscard]] QString periodOf(const Finding& finding);
/// The figure of a statistic, which is about no mass: "× 1.6"; empty for others.
[[nodiscard]] QString factorOf(const Finding& finding);

/// Harmless causes to rule out first.
[[nodiscard]] QStringList harmlessCauses(const std::string& rule);
/// What record would settle it, and whose.
[[nodiscard]] QString wouldSettle(const Finding& finding);
/// Why a check could not be done: "No receiver's records are here."
[[nodiscard]] QString reasonText(const std::string& reason);

}  // namespace plumbline::words
