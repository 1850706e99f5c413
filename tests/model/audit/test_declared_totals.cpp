// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Published totals, from the signed table to the finding.
#include <algorithm>
#include <cstring>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr std::string_view head =
    "id,counterparty,direction,period_start,period_end,material,quantity,unit\n";
constexpr std::string_view year = ",2142-01-01,2143-01-01,";

std::string table(const std::vector<std::string>& rows) {
  std::string csv(head);
  for (const std::string& row : rows) csv += row + "\n";
  return csv;
}

std::string row(const std::string& id, const std::string& partner, const char* direction,
                const std::string& quantity) {
  return id + "," + partner + "," + direction + std::string(year) + "board," + quantity + ",t";
}

}  // namespace

class TestDeclaredTotals : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  /// A plant whose receiver declares less; a total that only the plant declares; lines that do not add up.
  /// The harbour publishes nothing of what it sends: what the mill declares from there is no finding.
  void whatIsDeclaredIsCompared() {
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    TestPublisher mill("mill", Role::Receiver, 3);
    plant.publish(root(), {{"totals", table({row("T-1", "harbour", "out", "100.5"), row("T-2", "mill", "out", "40.2"),
                                             row("T-3", "", "out", "150.7"), row("T-4", "", "in", "120.1")})}});
    harbour.publish(root(), {{"totals", table({row("T-1", "north", "in", "90.2")})}});
    mill.publish(root(), {{"totals", table({row("T-1", "harbour", "in", "5.1")})}});
    const AuditPtr audit = audited({&plant, &harbour, &mill});
    QVERIFY(audit != nullptr);
    QCOMPARE(audit->totals.rows, std::int64_t{6});
    QCOMPARE(found(*audit, "totals_differ"), std::string("look 10300000"));
    QCOMPARE(found(*audit, "totals_one_sided"), std::string("look 40200000"));
    QCOMPARE(found(*audit, "own_total_differs"), std::string("look 10000000"));
    QCOMPARE(found(*audit, "output_above_input"), std::string("look 30600000"));
    QVERIFY(!audit->accuses());
    const Finding& finding = *std::find_if(
        audit->findings.begin(), audit->findings.end(),
        [](const Finding& each) { return each.rule == "totals_differ"; });
    QCOMPARE(finding.amount, Mass::kilograms(10'300));
    QCOMPARE(finding.records.size(), std::size_t{2});
    QCOMPARE(finding.records.front().table, Table::Totals);
    const std::string canonical = audit->canonicalJson().dump();
    QVERIFY(canonical.find(R"("totals":{"rows":6,)") != canonical.npos);
    QVERIFY(canonical.find(R"("sender":"north","receiver":"harbour","material":"board")") != canonical.npos);
  }

  /// A later publication that repeats a total takes its place.
  void onlyCurrentRowsCount() {
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    plant.publish(root(), {{"totals", table({row("T-1", "harbour", "out", "100.5")})}});
    harbour.publish(root(), {{"totals", table({row("T-1", "north", "in", "90.2")})}});
    harbour.publish(root(), {{"totals", table({row("T-1", "north", "in", "100.5")})}});
    const AuditPtr audit = audited({&plant, &harbour});
    QVERIFY(audit != nullptr);
    QCOMPARE(audit->totals.rows, std::int64_t{2});
    QCOMPARE(audit->totals.count(TotalsResult::Confirmed), std::int64_t{1});
    QCOMPARE(found(*audit, "totals_differ"), std::string());
  }

  /// A table that is named and is not here may hold the other half.
  void aMissingTableHoldsBack() {
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    plant.publish(root(), {{"totals", table({row("T-1", "harbour", "out", "100.5")})}});
    harbour.publish(root(), {{"totals", table({row("T-1", "mill", "in", "90.2")})}});
    const Publication second = harbour.bind(root(), {{"totals", table({row("T-2", "north", "in", "100.5")})}});
    harbour.publish(root(), second);
    fs::remove(root() / second.tables.front().path());
    const AuditPtr audit = audited({&plant, &harbour});
    QVERIFY(audit != nullptr);
    QCOMPARE(found(*audit, "totals_one_sided"), std::string("cannot_tell 100500000"));
  }

  /// A row that could not be read may name the partner: nothing is said of what the table does not name.
  void aRowThatCannotBeReadHoldsBack() {
    const auto mapping = parseMappingFile(bytesOf(std::string_view(
        R"({"plumbline":"mapping","version":1,"table":"totals","party":{"id":"","role":"plant"},)"
        R"("text":{"encoding":"utf-8","delimiter":","},"heading_row":1,"decimal":".","columns":[)"
        R"({"heading":"Who","field":"party"},{"heading":"Other","field":"counterparty"},)"
        R"({"heading":"Way","field":"direction"},{"heading":"Year","field":"period_start","order":"year"},)"
        R"({"heading":"Year","field":"period_end","order":"year"},{"heading":"t","field":"quantity","unit":"t"}]})")));
    QVERIFY2(mapping.ok(), mapping.ok() ? "" : mapping.error().text().c_str());
    const auto told = [&](const char* last) {
      const fs::path file = root().parent_path() / "totals.csv";
      writeBytes(file, std::string("Who,Other,Way,Year,t\nnorth,mill,out,2142,40.2\nmill,harbour,in,2142,7.5\n") + last);
      ImportOptions options;
      options.mappings.emplace(file, *mapping);
      const fs::path workspace = root().parent_path() / (std::string("w") + std::to_string(std::strlen(last)));
      const auto report = importInto(workspace, {file}, options, Progress());
      if (!report) qFatal("%s", report.error().text().c_str());
      auto audit = runAudit(workspace, Progress());
      return audit ? found(**audit, "totals_one_sided") : audit.error().text();
    };
    QCOMPARE(told(""), std::string("look 40200000"));
    QCOMPARE(told("mill,north,in,2142,much\n").substr(0, 11), std::string("cannot_tell"));
  }

  /// The plant's sites, as its own list has them and as its totals name them, are the plant.
  void sitesAreTheirParty() {
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    const auto with = [](std::string csv, const char* site) {
      csv.insert(csv.find("unit\n") + 4, ",site");
      csv.insert(csv.size() - 1, std::string(",") + site);
      return csv;
    };
    plant.publish(root(), {{"totals", with(table({row("T-1", "harbour", "out", "100.5")}), "Yard 3")}});
    harbour.publish(root(), {{"totals", table({row("T-1", "Yard 3", "in", "100.5")})}});
    const AuditPtr audit = audited({&plant, &harbour});
    QVERIFY(audit != nullptr);
    QCOMPARE(audit->totals.count(TotalsResult::Confirmed), std::int64_t{1});
  }

  /// Nobody declares totals: no member of the result, no check in a list, the digest of before.
  void withoutTotalsNothingChanges() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"intakes", std::string("id,time,material,net_kg\nW-1,2142-01-03,waste,1000\n")}});
    const AuditPtr audit = audited({&plant});
    QVERIFY(audit != nullptr);
    QVERIFY(audit->totals.isEmpty());
    const std::string canonical = audit->canonicalJson().dump();
    for (const char* word : {"\"totals", "own_total_differs", "output_above_input"}) {
      QVERIFY2(canonical.find(word) == canonical.npos, word);
    }
  }

 private:
  [[nodiscard]] fs::path root() const { return fs::path(m_folder->path().toStdString()) / "published"; }

  [[nodiscard]] AuditPtr audited(const std::vector<TestPublisher*>& parties) const {
    std::string lines;
    for (const TestPublisher* party : parties) {
      party->close(root());
      lines += party->partyLine() + "\n";
    }
    const fs::path trusted = root().parent_path() / "parties.txt";
    writeBytes(trusted, lines);
    const fs::path workspace = root().parent_path() / "w.plumbline";
    const auto report = importInto(workspace, {root()}, {.parties = trusted}, Progress());
    if (!report) return nullptr;
    auto audit = runAudit(workspace, Progress());
    return audit ? *audit : nullptr;
  }

  /// "look 10300000": severity and difference of each finding of the rule.
  static std::string found(const AuditResult& audit, std::string_view rule) {
    std::string out;
    for (const Finding& finding : audit.findings) {
      if (finding.rule != rule) continue;
      out += (out.empty() ? "" : " ") + std::string(toText(finding.severity)) + " " +
             std::to_string(finding.facts.get<std::int64_t>("difference_micro"));
    }
    return out;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestDeclaredTotals)
#include "test_declared_totals.moc"
