// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/error_sum.h"

namespace plumbline {

void ErrorSum::addReading(int calibration, Mass signedMass, std::int64_t randomGrams) {
  addTo(m_shared, calibration, signedMass, squaredGrams(randomGrams));
}

void ErrorSum::addRandom(std::int64_t grams) {
  m_random = saturatedSum(m_random, squaredGrams(grams));
}

void ErrorSum::addCommon(int source, Mass grams) {
  addTo(m_common, source, grams, 0);
}

void ErrorSum::addTo(std::vector<Term>& terms, int key, Mass signedMass, Variance own) {
  // Records come nearly in the order of time, so the newest calibration is the likeliest.
  for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
    if (term->key == key) {
      term->sum += signedMass;
      term->own = saturatedSum(term->own, own);
      return;
    }
  }
  terms.push_back({key, signedMass, own});
}

Variance ErrorSum::sharedOf(const Term& term, const InstrumentBook& instruments) {
  return squaredGrams(millionths(term.sum.inGrams(), instruments.at(term.key).sharedMicro));
}

void ErrorSum::add(const ErrorSum& other) {
  m_random = saturatedSum(m_random, other.m_random);
  for (const Term& term : other.m_shared) addTo(m_shared, term.key, term.sum, term.own);
  for (const Term& term : other.m_common) addTo(m_common, term.key, term.sum, term.own);
}

std::vector<std::pair<int, Mass>> ErrorSum::massesByCalibration() const {
  std::vector<std::pair<int, Mass>> list;
  for (const Term& term : m_shared) list.emplace_back(term.key, term.sum);
  return list;
}

Mass ErrorSum::massOnUnstatedScales(const InstrumentBook& instruments) const {
  Mass mass;
  for (const Term& term : m_shared) {
    if (!instruments.at(term.key).stated) mass += term.sum.abs();
  }
  return mass;
}

double ErrorSum::sharedCovariance(const ErrorSum& other, const InstrumentBook& instruments) const {
  double sum = 0;
  for (const Term& term : m_shared) {
    for (const Term& second : other.m_shared) {
      if (term.key != second.key) continue;
      const double share = static_cast<double>(instruments.at(term.key).sharedMicro) / 1e6;
      sum += static_cast<double>(term.sum.inGrams()) * share *
             static_cast<double>(second.sum.inGrams()) * share;
    }
  }
  for (const Term& term : m_common) {
    for (const Term& second : other.m_common) {
      if (term.key != second.key) continue;
      sum += static_cast<double>(term.sum.inGrams()) * static_cast<double>(second.sum.inGrams());
    }
  }
  return sum;
}

Variance ErrorSum::variance(const InstrumentBook& instruments) const {
  Variance sum = m_random;
  for (const Term& term : m_shared) {
    sum = saturatedSum(sum, saturatedSum(term.own, sharedOf(term, instruments)));
  }
  for (const Term& term : m_common) {
    sum = saturatedSum(sum, squaredGrams(term.sum.inGrams()));
  }
  return sum;
}

std::vector<ErrorSum::Part> ErrorSum::parts(const InstrumentBook& instruments) const {
  std::vector<Part> list;
  if (m_random > 0) list.push_back({Part::Kind::Single, -1, m_random});
  for (const Term& term : m_shared) {
    list.push_back({Part::Kind::Own, term.key, term.own});
    list.push_back({Part::Kind::Shared, term.key, sharedOf(term, instruments)});
  }
  for (const Term& term : m_common) {
    list.push_back({Part::Kind::Common, term.key, squaredGrams(term.sum.inGrams())});
  }
  return list;
}

}  // namespace plumbline
