// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Translation context and small helpers of the sentences.

#include <QCoreApplication>

#include "model/checks/fact.h"

#include "ui/words/finding_words.h"

namespace plumbline::words {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Words)
};

/// Facts of one finding as text in the markup of the sentence that is being made. The keys are those of
/// the finding's rule (model/checks/<rule>_facts.h).
class FactText {
 public:
  FactText(const Finding& finding, Markup markup) : m_finding(finding), m_markup(markup) {}
  template <class T>
  [[nodiscard]] T value(const Fact<T>& fact) const {
    return fact.of(m_finding);
  }
  /// Of one that a sentence needs: ask has() before.
  template <class T>
  [[nodiscard]] T value(const OptionalFact<T>& fact) const {
    std::optional<T> value = fact.of(m_finding);
    if (!value) tellMissingFact(m_finding, fact.name);
    return value ? *std::move(value) : T{};
  }
  template <class T>
  [[nodiscard]] bool has(const OptionalFact<T>& fact) const {
    return fact.isIn(m_finding);
  }
  template <class Key>
  [[nodiscard]] QString name(const Key& fact) const {
    const std::string found = value(fact);
    return text(found, m_markup);
  }
  template <class Key>
  [[nodiscard]] QString load(const Key& fact) const {
    const Mass found = value(fact);
    return strong(formatKilograms(found), m_markup);
  }
  [[nodiscard]] QString amount() const {
    return strong(formatKilograms(m_finding.amount), m_markup);
  }
  [[nodiscard]] QString sum() const { return strong(mass(m_finding.amount), m_markup); }
  [[nodiscard]] QString sumWithUncertainty() const {
    return strong(mass(m_finding.amount, m_finding.uncertainty), m_markup);
  }
  [[nodiscard]] QString count(const Fact<std::int64_t>& fact) const {
    return formatCount(value(fact));
  }
  [[nodiscard]] QString count(const OptionalFact<std::int64_t>& fact) const {
    return formatCount(value(fact));
  }
  template <class Key>
  [[nodiscard]] Timestamp time(const Key& fact) const {
    return value(fact);
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

/// How likely two records are one load; never rounded up to certainty.
[[nodiscard]] QString linkLikelihood(const FactText& f);
/// What is asked of a link, what this one has, and the weight of each field.
[[nodiscard]] QString linkWeights(const FactText& f);
[[nodiscard]] Formula linkFormula(const FactText& f);

}  // namespace plumbline::words
