// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Optimal one-to-one assignment by shortest augmenting paths with potentials (Kuhn 1955; Jonker and
// Volgenant 1987; Crouse 2016 for rectangles), O(n^2 m). Pairing off greedily is wrong: of weights
// .95 .94 / .93 .01 it takes .95 + .01, the optimum is .94 + .93.

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

/// Costs of pairing each row with each column, row by row. Infinity forbids a pair; other costs are
/// finite, of either sign.
struct CostMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> costs;

  CostMatrix(std::size_t rowCount, std::size_t columnCount,
             double cost = std::numeric_limits<double>::infinity())
      : rows(rowCount), columns(columnCount), costs(rowCount * columnCount, cost) {}
  [[nodiscard]] double& at(std::size_t row, std::size_t column) {
    return costs[row * columns + column];
  }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const {
    return costs[row * columns + column];
  }
};

struct Assignment {
  static constexpr std::size_t unmatched = static_cast<std::size_t>(-1);
  std::vector<std::size_t> columnOfRow;  // `unmatched` where a row has none
  double total = 0;                      // of the pairs, and of the rows left unmatched
  /// By row, for its pair: the best total in which this pair is forbidden, less the best total.
  /// Never negative; infinity where there is no other solution. 0 where the row has no pair.
  std::vector<double> margins;
};

/// As many pairs as the smaller side has, at the least total. Errors: BadValue (a cost is NaN or
/// minus infinity), NotFound (no solution without a forbidden pair).
[[nodiscard]] Result<Assignment> assign(const CostMatrix& costs);
/// A row may stay without a column at the cost `leaveUnmatched`; then there always is a solution.
[[nodiscard]] Result<Assignment> assign(const CostMatrix& costs, double leaveUnmatched);

}  // namespace plumbline
