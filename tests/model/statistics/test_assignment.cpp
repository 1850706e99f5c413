// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "model/statistics/assignment.h"
#include "model/statistics/random.h"

#include "tests/program.h"
#include "tests/shared_files.h"

namespace plumbline {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Every solution is tried. `cap`: cost of leaving a row unmatched; infinity: rows that cannot be
/// matched are those beyond the columns.
struct BruteForce {
  const CostMatrix& costs;
  double cap;
  std::size_t forbiddenRow = Assignment::unmatched;
  std::size_t forbiddenColumn = Assignment::unmatched;

  [[nodiscard]] double best() const {
    std::vector<bool> taken(costs.columns, false);
    const std::size_t spare = costs.rows > costs.columns ? costs.rows - costs.columns : 0;
    return from(0, taken, spare);
  }
  [[nodiscard]] double from(std::size_t row, std::vector<bool>& taken, std::size_t spare) const {
    if (row == costs.rows) return 0;
    double least = infinity;
    if (std::isfinite(cap)) least = cap + from(row + 1, taken, spare);
    if (!std::isfinite(cap) && spare > 0) least = from(row + 1, taken, spare - 1);
    for (std::size_t column = 0; column < costs.columns; ++column) {
      const bool forbidden = row == forbiddenRow && column == forbiddenColumn;
      if (taken[column] || forbidden || !std::isfinite(costs.at(row, column))) continue;
      taken[column] = true;
      least = std::min(least, costs.at(row, column) + from(row + 1, taken, spare));
      taken[column] = false;
    }
    return least;
  }
};

CostMatrix randomCosts(std::size_t rows, std::size_t columns, CounterRandom& random) {
  CostMatrix costs(rows, columns);
  const std::uint32_t kind = random.below(3);
  for (double& cost : costs.costs) {
    // Whole numbers with many ties, any numbers, or numbers with forbidden pairs.
    cost = kind == 0 ? random.below(4) : random.uniform(-5, 5);
    if (kind == 2 && random.below(4) == 0) cost = infinity;
  }
  return costs;
}

CostMatrix matrixOf(const QJsonArray& rows, bool maximize) {
  CostMatrix costs(static_cast<std::size_t>(rows.size()),
                   static_cast<std::size_t>(rows.at(0).toArray().size()));
  std::size_t at = 0;
  for (const QJsonValue row : rows) {
    for (const QJsonValue cost : row.toArray()) {
      costs.costs[at++] = maximize ? -cost.toDouble() : cost.toDouble();
    }
  }
  return costs;
}

void compare(const Assignment& made, const CostMatrix& costs, double cap) {
  const double best = BruteForce{costs, cap}.best();
  QVERIFY2(std::abs(made.total - best) < 1e-9, qPrintable(QString::number(made.total - best)));
  double sum = 0;
  std::vector<bool> taken(costs.columns, false);
  for (std::size_t row = 0; row < costs.rows; ++row) {
    const std::size_t column = made.columnOfRow[row];
    if (column == Assignment::unmatched) {
      sum += std::isfinite(cap) ? cap : 0;
      QCOMPARE(made.margins[row], 0.0);
      continue;
    }
    QVERIFY(!taken[column]);
    taken[column] = true;
    sum += costs.at(row, column);
    const double second = BruteForce{costs, cap, row, column}.best();
    const double margin = second - best;
    QVERIFY(std::isinf(second) == std::isinf(made.margins[row]));
    if (std::isfinite(second)) QVERIFY(std::abs(made.margins[row] - margin) < 1e-9);
  }
  QVERIFY(std::abs(sum - best) < 1e-9);
}

class AssignmentTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void workedCases() {
    REQUIRE_SHARED(path, "oracles/assignment.json");
    const QJsonObject file = QJsonDocument::fromJson(test::readFile(path)).object();
    const QJsonArray cases = file[QStringLiteral("cases")].toArray();
    QVERIFY(cases.size() >= 8);
    for (const QJsonValue value : cases) {
      const QJsonObject item = value.toObject();
      const bool maximize = item[QStringLiteral("maximize")].toBool();
      const auto made = assign(matrixOf(item[QStringLiteral("cost")].toArray(), maximize));
      QVERIFY(made.ok());
      const double total = maximize ? -made->total : made->total;
      const QByteArray id = item[QStringLiteral("id")].toString().toUtf8();
      QVERIFY2(std::abs(total - item[QStringLiteral("total")].toDouble()) < 1e-9, id.constData());
      if (id == "ties_4x4") continue;  // many solutions
      const QJsonArray rows = item[QStringLiteral("row")].toArray();
      const QJsonArray columns = item[QStringLiteral("col")].toArray();
      for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::size_t>(rows.at(i).toInt());
        QCOMPARE(made->columnOfRow[row], static_cast<std::size_t>(columns.at(i).toInt()));
      }
    }
  }

  /// The same case as above with the padding left to us.
  void shipmentsMayStayUnmatched() {
    REQUIRE_SHARED(path, "oracles/assignment.json");
    const QJsonObject file = QJsonDocument::fromJson(test::readFile(path)).object();
    bool found = false;
    for (const QJsonValue value : file[QStringLiteral("cases")].toArray()) {
      const QJsonObject item = value.toObject();
      if (item[QStringLiteral("id")].toString() != QStringLiteral("shipments_unmatched_cap5")) {
        continue;
      }
      found = true;
      const CostMatrix padded = matrixOf(item[QStringLiteral("cost")].toArray(), false);
      CostMatrix costs(padded.rows, 27);
      for (std::size_t row = 0; row < costs.rows; ++row) {
        for (std::size_t column = 0; column < costs.columns; ++column) {
          costs.at(row, column) = padded.at(row, column);
        }
      }
      const auto made = assign(costs, 5.0);
      QVERIFY(made.ok());
      QVERIFY(std::abs(made->total - item[QStringLiteral("total")].toDouble()) < 1e-9);
      const auto alone =
          std::count(made->columnOfRow.begin(), made->columnOfRow.end(), Assignment::unmatched);
      QCOMPARE(alone, 3);
    }
    QVERIFY(found);
  }

  void everySmallSizeAgreesWithTryingAll() {
    CounterRandom random(20'260'101, 1);
    int refused = 0;
    for (std::size_t rows = 1; rows <= 5; ++rows) {
      for (std::size_t columns = 1; columns <= 5; ++columns) {
        for (int draw = 0; draw < 60; ++draw) {
          const CostMatrix costs = randomCosts(rows, columns, random);
          const auto whole = assign(costs);
          QCOMPARE(whole.ok(), std::isfinite(BruteForce{costs, infinity}.best()));
          if (whole.ok()) compare(*whole, costs, infinity);
          refused += whole.ok() ? 0 : 1;
          const double cap = random.uniform(-2, 3);
          const auto capped = assign(costs, cap);
          QVERIFY(capped.ok());
          compare(*capped, costs, cap);
        }
      }
    }
    QVERIFY(refused > 0);
  }

  void nothingToAssign() {
    QCOMPARE(assign(CostMatrix(0, 0)).value().total, 0.0);
    QCOMPARE(assign(CostMatrix(0, 3)).value().columnOfRow.size(), std::size_t{0});
    const auto rowsOnly = assign(CostMatrix(3, 0));
    QVERIFY(rowsOnly.ok());
    QCOMPARE(rowsOnly->columnOfRow, std::vector<std::size_t>(3, Assignment::unmatched));
    QCOMPARE(assign(CostMatrix(2, 0), 1.5).value().total, 3.0);
  }

  void twinsHaveNoMargin() {
    CostMatrix costs(2, 2, -4.0);
    const auto made = assign(costs, 0.0);
    QCOMPARE(made.value().margins, std::vector<double>(2, 0.0));
  }

  void costsThatAreNoNumbersAreRefused() {
    for (const double cost : {std::numeric_limits<double>::quiet_NaN(), -infinity}) {
      CostMatrix costs(2, 2, 1.0);
      costs.at(1, 0) = cost;
      QCOMPARE(assign(costs).error().code, ErrorCode::BadValue);
      QCOMPARE(assign(costs, 1.0).error().code, ErrorCode::BadValue);
    }
    QCOMPARE(assign(CostMatrix(1, 1, 1.0), infinity).error().code, ErrorCode::BadValue);
    QCOMPARE(assign(CostMatrix(2, 2)).error().code, ErrorCode::NotFound);
  }
};

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::AssignmentTest)
#include "test_assignment.moc"
