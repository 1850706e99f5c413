// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/assignment.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plumbline {
namespace {

constexpr std::size_t none = Assignment::unmatched;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Rows are at most as many as columns. Reduced costs c - u - v are 0 on pairs and never negative;
/// v is 0 for columns without a row.
class Solver {
 public:
  explicit Solver(const CostMatrix& costs)
      : m_costs(costs),
        m_rowPotential(costs.rows, 0),
        m_columnPotential(costs.columns, 0),
        m_rowOf(costs.columns, none),
        m_columnOf(costs.rows, none) {}

  /// False where a row has no column left that is allowed.
  [[nodiscard]] bool solve() {
    for (std::size_t row = 0; row < m_costs.rows; ++row) {
      if (!makeFeasible(row)) return false;
      search(row, none);
      const std::size_t end = nearest(true);
      if (end == none) return false;
      raisePotentials(row, m_distance[end]);
      augment(row, end);
    }
    return true;
  }

  /// How much dearer the best solution without the pair of this row is: the shortest way from the
  /// row round to its own column.
  [[nodiscard]] double margin(std::size_t row) {
    const std::size_t own = m_columnOf[row];
    search(row, own);
    return m_distance[own];
  }

  [[nodiscard]] const std::vector<std::size_t>& columnOf() const { return m_columnOf; }

 private:
  /// The potential of a new row, so that none of its reduced costs is negative. False where all of
  /// its pairs are forbidden.
  [[nodiscard]] bool makeFeasible(std::size_t row) {
    double least = infinity;
    for (std::size_t column = 0; column < m_costs.columns; ++column) {
      least = std::min(least, m_costs.at(row, column) - m_columnPotential[column]);
    }
    m_rowPotential[row] = least;
    return least < infinity;
  }

  /// Dijkstra over the reduced costs from the row, through columns that have a row. Without `own`
  /// it ends at the first free column, else at `own`, which the row itself may not take.
  void search(std::size_t start, std::size_t own) {
    m_distance.assign(m_costs.columns, infinity);
    m_before.assign(m_costs.columns, none);
    m_done.assign(m_costs.columns, false);
    relax(start, 0, own);
    bool exchanged = false;
    while (true) {
      const std::size_t column = nearest(false);
      if (column == none) return;
      m_done[column] = true;
      const double far = m_distance[column];
      if (column == own) return;
      if (m_rowOf[column] != none) {
        relax(m_rowOf[column], far, none);
      } else if (own == none) {
        return;
      } else if (!std::exchange(exchanged, true)) {
        // A free column may change places with any that has a row, as if a row of no cost had it.
        for (std::size_t other = 0; other < m_costs.columns; ++other) {
          const double distance = far - m_columnPotential[other];
          if (!m_done[other]) m_distance[other] = std::min(m_distance[other], distance);
        }
      }
    }
  }

  void relax(std::size_t row, double far, std::size_t forbidden) {
    for (std::size_t column = 0; column < m_costs.columns; ++column) {
      if (m_done[column] || column == forbidden) continue;
      const double reduced =
          m_costs.at(row, column) - m_rowPotential[row] - m_columnPotential[column];
      const double distance = far + std::max(reduced, 0.0);  // rounding may leave -1e-16
      if (distance < m_distance[column]) {
        m_distance[column] = distance;
        m_before[column] = row;
      }
    }
  }

  /// The nearest column: of those still open, or of the free ones that were reached.
  [[nodiscard]] std::size_t nearest(bool freeOnly) const {
    std::size_t best = none;
    for (std::size_t column = 0; column < m_costs.columns; ++column) {
      if (freeOnly ? m_rowOf[column] != none : m_done[column]) continue;
      if (m_distance[column] == infinity) continue;
      if (best == none || m_distance[column] < m_distance[best]) best = column;
    }
    return best;
  }

  void raisePotentials(std::size_t start, double length) {
    m_rowPotential[start] += length;
    for (std::size_t column = 0; column < m_costs.columns; ++column) {
      if (!m_done[column] || m_rowOf[column] == none) continue;
      m_rowPotential[m_rowOf[column]] += length - m_distance[column];
      m_columnPotential[column] -= length - m_distance[column];
    }
  }

  void augment(std::size_t start, std::size_t column) {
    while (true) {
      const std::size_t row = m_before[column];
      m_rowOf[column] = row;
      std::swap(m_columnOf[row], column);
      if (row == start) return;
    }
  }

  const CostMatrix& m_costs;
  std::vector<double> m_rowPotential;
  std::vector<double> m_columnPotential;
  std::vector<std::size_t> m_rowOf;
  std::vector<std::size_t> m_columnOf;
  std::vector<double> m_distance;
  std::vector<std::size_t> m_before;  // the row a column was reached from
  std::vector<bool> m_done;
};

Result<void> checkCosts(const CostMatrix& costs) {
  const auto bad = [](double cost) { return std::isnan(cost) || cost == -infinity; };
  if (std::none_of(costs.costs.begin(), costs.costs.end(), bad)) return {};
  return Error{ErrorCode::BadValue, "a cost of the assignment is not a number"};
}

/// Rows are at most as many as columns.
Result<Assignment> solveWide(const CostMatrix& costs) {
  Solver solver(costs);
  if (!solver.solve()) {
    return Error{ErrorCode::NotFound, "every assignment would need a forbidden pair"};
  }
  Assignment made;
  made.columnOfRow = solver.columnOf();
  made.margins.reserve(costs.rows);
  for (std::size_t row = 0; row < costs.rows; ++row) {
    made.total += costs.at(row, made.columnOfRow[row]);
    made.margins.push_back(solver.margin(row));
  }
  return made;
}

}  // namespace

Result<Assignment> assign(const CostMatrix& costs) {
  PLUMBLINE_CHECK(checkCosts(costs));
  if (costs.rows <= costs.columns) return solveWide(costs);
  CostMatrix turned(costs.columns, costs.rows);
  for (std::size_t row = 0; row < costs.rows; ++row) {
    for (std::size_t column = 0; column < costs.columns; ++column) {
      turned.at(column, row) = costs.at(row, column);
    }
  }
  PLUMBLINE_TRY(solved, solveWide(turned));
  Assignment made;
  made.total = solved.total;
  made.columnOfRow.assign(costs.rows, none);
  made.margins.assign(costs.rows, 0);
  for (std::size_t column = 0; column < costs.columns; ++column) {
    made.columnOfRow[solved.columnOfRow[column]] = column;
    made.margins[solved.columnOfRow[column]] = solved.margins[column];
  }
  return made;
}

Result<Assignment> assign(const CostMatrix& costs, double leaveUnmatched) {
  if (!std::isfinite(leaveUnmatched)) {
    return Error{ErrorCode::BadValue, "the cost of leaving a row unmatched is not a number"};
  }
  // A column for each row that only it may take.
  CostMatrix padded(costs.rows, costs.columns + costs.rows);
  for (std::size_t row = 0; row < costs.rows; ++row) {
    for (std::size_t column = 0; column < costs.columns; ++column) {
      padded.at(row, column) = costs.at(row, column);
    }
    padded.at(row, costs.columns + row) = leaveUnmatched;
  }
  PLUMBLINE_CHECK(checkCosts(costs));
  PLUMBLINE_TRY(made, solveWide(padded));
  for (std::size_t row = 0; row < costs.rows; ++row) {
    if (made.columnOfRow[row] < costs.columns) continue;
    made.columnOfRow[row] = none;
    made.margins[row] = 0;
  }
  return made;
}

}  // namespace plumbline
