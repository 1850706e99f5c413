// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Public tables that nobody here made, by the mappings of docs/cases and nothing else: every figure is
// known from elsewhere and has to agree exactly.
#include <QTemporaryDir>
#include <QtTest>

#include "model/import/local_table.h"
#include "model/audit/session.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"
#include "tests/shared_files.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t million = 1'000'000;
const std::string in2008 = " AND period_start_ms >= 1199145600000 AND period_end_ms <= 1230768000000";

}  // namespace

class TestCases : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void sortingPlants() {
    REQUIRE_SHARED(file, "real/uk-mrf/MF_Data_January_to_December_2020.xlsx");
    const ImportReport in = import(file, "uk-mrf/input.json");
    QCOMPARE(in.stored(), 2363);
    QCOMPARE(in.unusable() + in.duplicates + in.superseded, 0);
    const ImportReport out = import(file, "uk-mrf/output.json");
    QCOMPARE(out.stored(), 2363 + 2340);  // the file is read in both ways
    // Hundredths of a tonne.
    QCOMPARE((sum("direction = 'in' AND unit = 't'") + 5'000) / 10'000, 357'929'319);
    QCOMPARE((sum("direction = 'out' AND unit = 't'") + 5'000) / 10'000, 317'735'522);
    QCOMPARE(count("SELECT count(*) FROM totals"), count("SELECT count(*) FROM totals WHERE unit = 't'"));
    QCOMPARE(count("SELECT count(*) FROM quarantine"), 0);
    QCOMPARE(count("SELECT count(DISTINCT p.party) FROM totals t JOIN publications p ON p.id = t.publication"), 85);
    QCOMPARE(count("SELECT count(DISTINCT period_start_ms || ' ' || period_end_ms) FROM totals"), 4);
    // Two plants that name each other, by two kinds of permits.
    const auto between = [this](const char* party, const char* other, const char* way) {
      return count("SELECT sum(quantity_micro) FROM totals t JOIN publications p ON p.id = t.publication WHERE "
                   "p.party = '" + std::string(party) + "' AND counterparty = '" + other + "' AND direction = '" +
                   way + "'");
    };
    QCOMPARE(between("50392", "101533", "out") + between("50392", "GP3590LW", "out"), 3'069'660'000);
    QCOMPARE(between("101533", "50392", "in") + between("101533", "EP3693VT", "in"), 4'622'700'000);
    QCOMPARE(between("101533", "50392", "out") + between("101533", "EP3693VT", "out"), 690'240'000);
    QCOMPARE(between("50392", "101533", "in") + between("50392", "GP3590LW", "in"), 690'240'000);
  }

  void haulersAndProcessors() {
    REQUIRE_SHARED(haulers, "real/ca-used-oil/CR-hauler.csv");
    REQUIRE_SHARED(processors, "real/ca-used-oil/CR-processor.csv");
    const ImportReport first = import(haulers, "ca-used-oil/haulers.json");
    QCOMPARE(first.stored(), 4 * 2647);
    QCOMPARE(first.rowsRead(), first.stored());
    const std::string collected = "basis = 'operator' AND direction = 'in'" + in2008;
    QCOMPARE(sum(collected + " AND material = 'lubricating oil'"), 95'318'205 * million);
    QCOMPARE(sum(collected + " AND material = 'industrial oil'"), 6'443'885 * million);
    QCOMPARE(sum(collected), 101'762'090 * million);
    const ImportReport second = import(processors, "ca-used-oil/processors.json");
    QCOMPARE(second.stored(), 4 * 244);
    QCOMPARE(sum("basis = 'receiver' AND direction = 'in'" + in2008), 112'521'885 * million);
    QCOMPARE(count("SELECT count(*) FROM totals WHERE unit <> 'US gal'"), 0);
  }

  void transfersAndTheirRepeats() {
    REQUIRE_SHARED(file, "real/ca-used-oil/CR-transfer.csv");
    const ImportReport report = import(file, "ca-used-oil/transfers.json");
    QCOMPARE(report.rowsRead(), 4'742);
    QCOMPARE(report.rowsRead(), report.stored() + report.duplicates + report.unusable());
    // Seven of the distinct rows state no total: they are kept aside, not counted as 0.
    QCOMPARE(report.stored() + report.unusable(), 3'612);
    QCOMPARE(report.unusable(), 7);
    const std::string sent = "direction = 'out'" + in2008;
    QCOMPARE(count("SELECT count(*) FROM totals WHERE " + sent), 460);
    QCOMPARE(sum(sent), 103'308'958 * million);
    const RepeatedSum& all = report.files.at(0).counts.sums.at("US gal");
    QCOMPARE(all.all.value(), 899'674'409 * million);
    QCOMPARE(all.all.value() - all.repeated.value(), 708'716'207 * million);

    // As it is, with all that repeats.
    m_folder = std::make_unique<QTemporaryDir>();
    Mapping raw = mappingOf("ca-used-oil/transfers.json");
    raw.duplicates.clear();
    static_cast<void>(importBy(file, raw));
    QCOMPARE(count("SELECT count(*) FROM totals WHERE " + sent), 614);
    QCOMPARE(sum(sent), 139'792'607 * million);
  }

  void trackingDevices() {
    REQUIRE_SHARED(file, "real/gps-trackers/new_monitor_sim.tsv");
    const ImportReport report = import(file, "gps-trackers/positions.json");
    QCOMPARE(report.rowsRead(), 21'172);
    QCOMPARE(report.stored(), 21'172);
    QCOMPARE(count("SELECT count(DISTINCT device) FROM fixes"), 197);
    QCOMPARE(count("SELECT count(*) FROM fixes WHERE handed_out_ms = 1388534400000"), 21'172);
  }

  /// What the documentation shows is a mapping, and says what it shows.
  void theWholeMappingOfTheDocumentation() {
    const QByteArray text = test::readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/mapping.md"));
    const auto from = text.indexOf("```json\n") + 8;
    const std::string block = text.mid(from, text.indexOf("```", from) - from).toStdString();
    const auto mapping = parseMappingFile(bytesOf(block));
    QVERIFY2(mapping.ok(), mapping.ok() ? "" : mapping.error().text().c_str());
    QCOMPARE(mapping->unfold->columns.size(), 4u);
    QCOMPARE(mapping->duplicates.size(), 5u);
    for (const DateOrder order : {DateOrder::UnixSeconds, DateOrder::UnixMilliseconds, DateOrder::Year,
                                  DateOrder::Quarter, DateOrder::Month, DateOrder::Period}) {
      QVERIFY(text.contains(("`" + std::string(toText(order)) + "`").c_str()));
    }
  }

  /// Whoever reads the text of a case finds its mapping files, and no others.
  void everyCaseHasAText() {
    const QDir cases(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/cases"));
    const QStringList names = cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(names.size() >= 3);
    for (const QString& name : names) {
      const QDir folder(cases.filePath(name));
      const QByteArray text = test::readFile(folder.filePath(QStringLiteral("README.md")));
      QVERIFY2(!text.isEmpty(), qPrintable(name));
      for (const QString& file : folder.entryList({QStringLiteral("*.json")})) {
        if (file == QLatin1String("case.json")) continue;  // which file is read by which mapping
        QVERIFY2(text.contains(file.toUtf8()), qPrintable(file));
        const QByteArray bytes = test::readFile(folder.filePath(file));
        QVERIFY2(parseMappingFile(bytesOf(bytes.toStdString())).ok(), qPrintable(file));
      }
    }
  }

 private:
  static Mapping mappingOf(const char* name) {
    const QByteArray bytes =
        test::readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/cases/") + QLatin1String(name));
    return parseMappingFile(bytesOf(bytes.toStdString())).value();
  }
  ImportReport import(const QString& file, const char* mapping) { return importBy(file, mappingOf(mapping)); }
  ImportReport importBy(const QString& file, const Mapping& mapping) {
    const fs::path path = file.toStdString();
    ImportOptions options;
    options.mappings.emplace(path, mapping);
    auto report = importInto(workspace(), {path}, options, Progress());
    if (!report || !report->problems.empty()) {
      qFatal("%s", report ? report->problems[0].text().c_str() : report.error().text().c_str());
    }
    return std::move(report).value();
  }
  [[nodiscard]] fs::path workspace() const { return fs::path(m_folder->path().toStdString()) / "w"; }
  [[nodiscard]] std::int64_t sum(const std::string& where) const {
    return count("SELECT coalesce(sum(quantity_micro), 0) FROM totals WHERE " + where);
  }
  [[nodiscard]] std::int64_t count(const std::string& sql) const {
    const auto opened = Workspace::open(workspace(), false);
    auto query = opened->database().prepare(sql);
    if (!query || !query->step()) return -1;
    return query->integer(0);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestCases)
#include "test_cases.moc"
