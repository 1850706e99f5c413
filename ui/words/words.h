// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Translation context and small helpers of the sentences.

#include <QCoreApplication>

#include "ui/words/finding_words.h"

namespace plumbline::words {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Words)
};

/// Facts of one finding as text in the markup of the sentence that is being made.
class FactText {
 public:
  FactText(const Finding& finding, Markup markup) : m_finding(finding), m_markup(markup) {}
  [[nodiscard]] QString name(std::string_view fact) const {
    return text(m_finding.facts.get<std::string>(fact), m_markup);
  }
  [[nodiscard]] QString load(std::string_view fact) const {
    return strong(formatKilograms(m_finding.facts.get<Mass>(fact)), m_markup);
  }
  [[nodiscard]] QString amount() const {
    return strong(formatKilograms(m_finding.amount), m_markup);
  }
  [[nodiscard]] QString sum() const { return strong(mass(m_finding.amount), m_markup); }
  [[nodiscard]] QString sumWithUncertainty() const {
    return strong(mass(m_finding.amount, m_finding.uncertainty), m_markup);
  }
  [[nodiscard]] QString count(std::string_view fact) const {
    return formatCount(m_finding.facts.get<std::int64_t>(fact));
  }
  [[nodiscard]] Timestamp time(std::string_view fact) const {
    return m_finding.facts.get<Timestamp>(fact);
  }
  [[nodiscard]] bool has(std::string_view fact) const {
    return m_finding.facts.find(fact) != nullptr;
  }
  /// One side of a line of the two-sided table.
  [[nodiscard]] QString side(std::string_view field, bool left) const {
    for (const Comparison& line : m_finding.comparison) {
      if (line.field == field) return text(left ? line.left : line.right, m_markup);
    }
    return {};
  }
  [[nodiscard]] Markup markup() const { return m_markup; }
  [[nodiscard]] const Finding& finding() const { return m_finding; }

 private:
  const Finding& m_finding;
  Markup m_markup;
};

/// "product", "secondary raw material", "residue": the class as a word of a sentence.
[[nodiscard]] QString className(const std::string& materialClass);
/// "load", "weighing", "receipt": one record of the table.
[[nodiscard]] QString recordNoun(const std::string& table);

/// What a person decided about two records.
[[nodiscard]] QString decidedSentence(const FactText& f);
/// A row that its own system would refuse.
[[nodiscard]] QString sourceRuleSentence(const FactText& f);

// Codes and figures against the reference tables.
[[nodiscard]] QString unknownCodeSentence(const FactText& f);
[[nodiscard]] QString operationNotFinalSentence(const FactText& f);
[[nodiscard]] QString densitySentence(const FactText& f);
[[nodiscard]] QString priceSentence(const FactText& f);
[[nodiscard]] QString customsSentence(const FactText& f);
[[nodiscard]] QString exportSentence(const FactText& f);

// Loads that are probably one under two numbers.
[[nodiscard]] QString linkedSentence(const FactText& f);
[[nodiscard]] QString ambiguousSentence(const FactText& f);
[[nodiscard]] QString otherReceiverSentence(const FactText& f);
/// What is asked of a link, what this one has, and the weight of each field.
[[nodiscard]] QString linkWeights(const Facts& facts);
[[nodiscard]] Formula linkFormula(const Facts& facts);

}  // namespace plumbline::words
