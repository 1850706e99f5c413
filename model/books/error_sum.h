// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Error propagation for sums of readings. For readings x_i = true_i * (1 + c_k) + e_i with
// coefficients a_i, var(sum a_i x_i) = sum (a_i u_i)^2 + sum_k (sum_i a_i x_i)^2 d_k^2: the sign
// stands inside the sum over one calibration, so an error common to what goes in and what goes out
// cancels (IAEA safeguards practice; method: docs/methods.md, "Balance"). Integers throughout, so
// that the order of the records does not matter.

#include <cstdint>
#include <vector>

#include "model/books/instrument_book.h"
#include "model/books/millionths.h"
#include "model/books/variance.h"
#include "model/records/quantities.h"

namespace plumbline {

class ErrorSum {
 public:
  /// A reading with its coefficient +1 or -1 already in the sign of `mass`.
  void addReading(int calibration, Mass signedMass, std::int64_t randomGrams);
  /// An error of its own only, such as that of a stock survey.
  void addRandom(std::int64_t grams);
  /// An error that all figures of one source have in common: a declared rate of loss that is off
  /// is off every month. Errors of one source add up before they are squared.
  void addCommon(int source, Mass grams);
  void add(const ErrorSum& other);
  [[nodiscard]] Variance variance(const InstrumentBook& instruments) const;
  /// Of this sum and another one, through the errors that both share; grams squared.
  [[nodiscard]] double sharedCovariance(const ErrorSum& other,
                                        const InstrumentBook& instruments) const;
  /// The terms of the variance, each by itself: they add up to variance(), exactly.
  struct Part {
    enum class Kind : std::uint8_t {
      Own,     // of the readings under one calibration, each by itself
      Shared,  // common to the readings under one calibration
      Common,  // of one source
      Single   // of figures that no calibration and no source stands behind
    };
    Kind kind;
    int key;  // calibration or source
    Variance variance;
  };
  [[nodiscard]] std::vector<Part> parts(const InstrumentBook& instruments) const;
  /// Masses read under each calibration, with their sign.
  [[nodiscard]] std::vector<std::pair<int, Mass>> massesByCalibration() const;
  /// Mass read on scales whose errors nobody stated: the defaults stand in for them.
  [[nodiscard]] Mass massOnUnstatedScales(const InstrumentBook& instruments) const;

 private:
  struct Term {
    int key;
    Mass sum;
    Variance own;  // of its readings by themselves
  };
  static void addTo(std::vector<Term>& terms, int key, Mass signedMass, Variance own);
  [[nodiscard]] static Variance sharedOf(const Term& term, const InstrumentBook& instruments);

  Variance m_random = 0;
  std::vector<Term> m_shared;  // by calibration
  std::vector<Term> m_common;  // by source
};

}  // namespace plumbline
