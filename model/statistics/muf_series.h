// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Material unaccounted for, period after period (IAEA material accountancy):
//   MUF_t = stock_t + sum of signed flows - stock_(t+1)
// A reading is true * (1 + c + e): c is one draw for all readings of an instrument, e a draw of its
// own. The closing stock of a period is the opening stock of the next, so that neighbouring figures
// lean opposite ways and the running sum (CUMUF) keeps the first and the last stock only.

#include <optional>
#include <span>
#include <vector>

#include <Eigen/Dense>

namespace plumbline {

/// Relative standard uncertainties.
struct MufInstrument {
  double randomRel = 0;  // of one load
  double sharedRel = 0;  // of all loads together
};

struct MufFlow {
  Eigen::Index period = 0;
  double signedMass = 0;  // + what comes in
  double loads = 1;       // equal loads, each with a random error of its own
  std::size_t instrument = 0;
};

/// Closes period index - 1 and opens period index. Several piles of one index add up.
struct MufStock {
  Eigen::Index index = 0;
  double mass = 0;
  std::size_t instrument = 0;
};

struct MufRecords {
  std::vector<MufInstrument> instruments;
  std::vector<MufFlow> flows;
  std::vector<MufStock> stocks;
  Eigen::Index periods = 0;
};

/// Figures of all periods with their covariance.
struct MufSeries {
  Eigen::VectorXd muf;
  Eigen::MatrixXd covariance;
};
[[nodiscard]] MufSeries mufSeries(const MufRecords& records);

struct RunningMuf {
  Eigen::VectorXd cumuf, sigma;
};
[[nodiscard]] RunningMuf cumulate(const MufSeries& series);

/// Standardized independent figures: L^-1 MUF with covariance = L L'. One more period never changes
/// the figures of those before. Nothing for a period whose error follows from the periods before
/// it.
[[nodiscard]] std::vector<std::optional<double>> sitmuf(const MufSeries& series);

/// How much wider standardized figures scatter than they should, from 1 to 2: all errors are so many
/// times what is stated. From the differences of neighbours, without the largest quarter of them: a
/// loss that goes on changes none, one that begins changes one. 1 where fewer than six differences
/// are known.
[[nodiscard]] double scatterOf(std::span<const std::vector<std::optional<double>>> series);

/// The best test for a loss of a given pattern d (GEMUF): d' C^-1 MUF / root(d' C^-1 d) is standard
/// normal where nothing is lost. Nothing where the covariance or the pattern carries no answer.
struct PatternTest {
  double z = 0;
  double detectableTotal = 0;  // loss of that pattern, summed, that is found 19 times in 20 at 5 %
};
[[nodiscard]] std::optional<PatternTest> patternTest(const MufSeries& series,
                                                     const Eigen::VectorXd& pattern);

/// A loss that a one-sided test at alpha finds 19 times in 20, in standard deviations of its
/// figure: 3.29 at 5 %.
[[nodiscard]] double detectableDeviations(double alpha);

}  // namespace plumbline
