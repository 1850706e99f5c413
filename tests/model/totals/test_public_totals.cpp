// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Public returns of many plants, read in place; the figures were computed by others.
#include <cmath>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "model/containers/xlsx_reader.h"

#include "tests/model/totals/totals_fixture.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::string text(const XlsxRow& row, int column) {
  const XlsxCell* const cell = row.at(column);
  return cell != nullptr ? cell->text : std::string();
}

/// To the millionth, which is finer than what anybody weighed.
std::int64_t micro(const std::string& number) {
  return std::llround(std::stod(number) * 1e6);
}

int quarterOf(const std::string& text) {
  const QStringList names{QStringLiteral("Jan"), QStringLiteral("Apr"), QStringLiteral("Jul"), QStringLiteral("Oct")};
  return static_cast<int>(names.indexOf(QString::fromStdString(text).left(3))) + 1;
}

/// The returns of sorting plants: a sheet of what came in, one of what went out.
void addReturns(const QString& path, const QJsonObject& aliases, TotalsTable& table) {
  const QByteArray bytes = readFile(path);
  const auto workbook = XlsxWorkbook::open(bytesOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
  QVERIFY(workbook.ok());
  for (const bool out : {false, true}) {
    const int partner = 12;  // L
    const int tonnes = out ? 13 : 11;
    const auto take = [&](const XlsxRow& row) -> Result<bool> {
      if (row.number == 1 || text(row, 2).empty()) return true;
      TotalText total;
      total.declarer = total.whose = text(row, 2);
      const QString named = QString::fromStdString(text(row, partner));
      total.partner = aliases.value(named).toString(named).toStdString();
      total.out = out;
      std::tie(total.start, total.end) = quarter(std::stoi(text(row, 7)), quarterOf(text(row, 6)));
      if (out) total.material = text(row, 9);
      total.micro = micro(text(row, tonnes));
      total.unit = "t";
      total.source = out ? 2 : 1;
      total.rowid = row.number + (out ? 100'000 : 0);
      total.id = text(row, 1);
      table.add(total);
      return true;
    };
    QVERIFY(workbook->readSheet(out ? 1 : 0, take, Progress()).ok());
  }
}

std::vector<QStringList> csv(const QString& path) {
  std::vector<QStringList> rows;
  for (const QString& line : QString::fromLatin1(readFile(path)).split(QLatin1Char('\n'))) {
    if (!line.trimmed().isEmpty()) rows.push_back(line.trimmed().split(QLatin1Char(',')));
  }
  return rows;
}

}  // namespace

class TestPublicTotals : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sortingPlants() {
    REQUIRE_SHARED(path, "real/uk-mrf/MF_Data_January_to_December_2020.xlsx");
    REQUIRE_SHARED(aliasPath, "real/uk-mrf/permit_alias.json");
    REQUIRE_SHARED(expectedPath, "real/uk-mrf/expected_pairs_2020.csv");
    TotalsTable table;
    addReturns(path, QJsonDocument::fromJson(readFile(aliasPath)).object(), table);
    std::map<bool, std::int64_t> sums;
    for (const DeclaredTotal& row : table.rows()) sums[row.out] += row.micro;
    QCOMPARE(quantityText((sums[false] + 5'000) / 10'000 * 10'000), std::string("3579293.19"));
    QCOMPARE(quantityText((sums[true] + 5'000) / 10'000 * 10'000), std::string("3177355.22"));
    std::set<std::string> plants;
    for (const DeclaredTotal& row : table.rows()) plants.insert(table.text(row.whose));
    QCOMPARE(plants.size(), std::size_t{85});
    const TotalsComparison found = compareTotals(table);

    struct Sums {
      std::int64_t sent = 0, received = 0;
      bool isSent = false, isReceived = false;
    };
    std::map<std::pair<std::string, std::string>, Sums> pairs;
    for (const TotalsPair& pair : found.pairs) {
      if (pair.kind != TotalsKind::Partners || !plants.contains(pair.sender) || !plants.contains(pair.receiver)) continue;
      Sums& sum = pairs[{pair.sender, pair.receiver}];
      sum.sent += pair.sent.value_or(0);
      sum.received += pair.received.value_or(0);
      sum.isSent = sum.isSent || pair.sent;
      sum.isReceived = sum.isReceived || pair.received;
    }
    auto expected = csv(expectedPath);
    expected.erase(expected.begin());
    for (const QStringList& row : expected) {
      // A name of a site may hold no comma: the figures stand at the end.
      const auto key = std::pair(row[1].toStdString(), row[2].toStdString());
      QVERIFY2(pairs.contains(key), qPrintable(row.join(QLatin1Char(','))));
      const Sums& sum = pairs[key];
      QCOMPARE(sum.sent, micro(row[row.size() - 3].toStdString()));
      QCOMPARE(sum.received, micro(row[row.size() - 2].toStdString()));
    }
    std::int64_t sent = 0, received = 0, sentPairs = 0, receivedPairs = 0, both = 0;
    for (const auto& [key, sum] : pairs) {
      sent += sum.sent;
      received += sum.received;
      sentPairs += sum.isSent ? 1 : 0;
      receivedPairs += sum.isReceived ? 1 : 0;
      both += sum.isSent && sum.isReceived ? 1 : 0;
    }
    QCOMPARE(sentPairs, std::int64_t{17});
    QCOMPARE(receivedPairs, std::int64_t{15});
    QCOMPARE(both, std::int64_t{2});
    QCOMPARE(quantityText(sent), std::string("55210.34"));
    QCOMPARE(quantityText(received), std::string("29175.24"));
    QCOMPARE(resultOf(found, "50392", "101533"), TotalsResult::Differs);
    QCOMPARE(resultOf(found, "101533", "50392"), TotalsResult::Confirmed);

    // Output above input: a site that declares no input at all is one of them.
    const auto above = [&found](bool whole) {
      return std::count_if(found.throughs.begin(), found.throughs.end(), [whole](const auto& each) {
        return each.excess > 0 && (!whole || each.isWhole);
      });
    };
    QCOMPARE(above(false), 21);
    QVERIFY(above(true) < 21);
    QVERIFY(std::none_of(found.pairs.begin(), found.pairs.end(), [](const TotalsPair& pair) {
      return pair.kind == TotalsKind::OwnLines;
    }));
  }

  void withoutAliasesNothingMatches() {
    REQUIRE_SHARED(path, "real/uk-mrf/MF_Data_January_to_December_2020.xlsx");
    TotalsTable table;
    addReturns(path, {}, table);
    const TotalsComparison found = compareTotals(std::move(table));
    QCOMPARE(found.count(TotalsResult::Confirmed) + found.count(TotalsResult::Differs), std::int64_t{0});
  }

  /// Haulers' own totals against the lines of the same haulers, in gallons.
  void haulersAgainstTheirLines() {
    REQUIRE_SHARED(haulers, "real/ca-used-oil/CR-hauler.csv");
    REQUIRE_SHARED(transfers, "real/ca-used-oil/CR-transfer.csv");
    REQUIRE_SHARED(expectedPath, "real/ca-used-oil/expected_hauler_vs_transfer_2004_2008.csv");
    TotalsTable table;
    const auto add = [&table](const QString& party, const QString& partner, const QString& period,
                              const QString& gallons, std::int64_t source) {
      TotalText row;
      row.declarer = row.whose = party.toStdString();
      row.partner = partner.toStdString();
      row.out = true;
      std::tie(row.start, row.end) = quarter(period.right(4).toInt(), quarterOf(period.toStdString()));
      row.micro = micro(gallons.isEmpty() ? "0" : gallons.toStdString());
      row.unit = "gal";
      row.source = source;
      row.id = std::to_string(table.rows().size());
      table.add(row);
    };
    const auto own = csv(haulers);
    for (std::size_t i = 1; i < own.size(); ++i) add(own[i][4], {}, own[i][5], own[i].last(), 1);
    std::set<QStringList> seen;  // one load stands under several kinds of destination
    const auto lines = csv(transfers);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const QStringList& line = lines[i];
      if (seen.insert({line[2], line[5], line[6], line[7], line[8], line[9]}).second) {
        add(line[2], line[5], line[6], line[9], 2);
      }
    }
    const TotalsComparison found = compareTotals(std::move(table));
    std::map<int, int> differing;
    std::map<std::pair<int, std::string>, const TotalsPair*> pairs;
    for (const TotalsPair& pair : found.pairs) {
      if (pair.kind != TotalsKind::OwnLines || pair.result != TotalsResult::Differs) continue;
      const int year = Month::of(pair.start).year();
      ++differing[year];
      pairs[{year, pair.sender}] = &pair;
    }
    const std::map<int, int> expectedCounts{{2004, 1}, {2005, 1}, {2006, 7}, {2007, 9}, {2008, 2}};
    for (const auto& [year, count] : expectedCounts) QCOMPARE(differing[year], count);
    auto expected = csv(expectedPath);
    expected.erase(expected.begin());
    for (const QStringList& row : expected) {
      const TotalsPair* const pair = pairs[{row[0].toInt(), row[1].toStdString()}];
      QVERIFY2(pair != nullptr, qPrintable(row.join(QLatin1Char(','))));
      QCOMPARE(*pair->sent, micro(row[2].toStdString()));
      QCOMPARE(*pair->received, micro(row[3].toStdString()));
      QCOMPARE(pair->unit, std::string("US gal"));
    }
  }

 private:
  static TotalsResult resultOf(const TotalsComparison& found, const char* sender, const char* receiver) {
    for (const TotalsPair& pair : found.pairs) {
      if (pair.sender == sender && pair.receiver == receiver) return pair.result;
    }
    return TotalsResult::CannotTell;
  }
};

PLUMBLINE_TEST(TestPublicTotals)
#include "test_public_totals.moc"
