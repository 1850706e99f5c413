// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is said about a rule and its findings. The words of a rule stand in
// ui/words/rules/<rule>.cpp, under the name that the rule has in model/checks/rule_list.h.

#include <array>
#include <span>

#include "ui/words/words.h"

namespace plumbline::words {

/// Over the two-sided table and its columns; an empty one is as for any finding.
struct Sides {
  QString title, left, right;
};

/// A check of the rule could not look for this reason (facts::reason), which no other rule gives.
struct WhyNot {
  std::string_view key;
  const char* sentence;
};

struct RuleWords {
  const char* title;  // in the Why panel, behind the number
  const char* group;  // heading of its findings
  const char* many;   // "%Ln loads ..." on the Overview, or another plural
  QString (*sentence)(const FactText& f);
  std::array<const char*, 3> causes;  // harmless ones; null: none
  const char* settles;                // %1: the receiver or the party
  std::span<const WhyNot> reasons = {};

  // Where it has more to say; null or an empty text: what is said of any finding.
  QString (*heading)(const FactText& f) = nullptr;  // of its findings, with a figure of theirs
  QString (*shortTitle)(const FactText& f) = nullptr;
  QString (*tolerance)(const FactText& f) = nullptr;
  Formula (*formula)(const FactText& f) = nullptr;
  QString (*whyNot)(const FactText& f) = nullptr;  // why it could not look, with its figures
  Sides (*sides)(const FactText& f) = nullptr;     // over the two-sided table
  QString (*period)(const FactText& f) = nullptr;  // the time that its figure is of
  QString (*factor)(const FactText& f) = nullptr;  // the figure of one that is about no mass
};

/// Null for an id that is no rule's.
[[nodiscard]] const RuleWords* findRuleWords(std::string_view rule);
/// Why a check could not look, where that is the reason of one rule alone; null for any other.
[[nodiscard]] const char* ownReason(std::string_view reason);

// What the words of several rules share.
/// "1 load", "3 loads"; of rows as well.
[[nodiscard]] QString loadsText(std::int64_t loads);
[[nodiscard]] QString rowsText(std::int64_t rows);
/// Two parts of a row of a list.
[[nodiscard]] QString joined(const QString& first, const QString& second);
/// Thousandths as a number of at most three digits that count.
[[nodiscard]] QString roughly(std::int64_t thousandths);
/// "p = 0.004 against 0.01", and over what it was corrected.
[[nodiscard]] QString testTolerance(const Finding& finding, Ppm p, Ppm alpha,
                                    std::int64_t tests = 1);
/// A run within one month goes on, but not month after month.
[[nodiscard]] bool isInOneMonth(Timestamp from, Timestamp until);

}  // namespace plumbline::words
