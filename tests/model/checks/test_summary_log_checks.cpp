// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/unsigned_files.h"
#include "model/workspace/workspace.h"

#include "tests/model/readers/filled_summary_log.h"
#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

namespace {

// A received load whose figures agree: net 100 - 5 - 5 = 90; (90 - 10) x 0.2 = 16.
struct Load {
  std::string id = "1000";
  std::string gross = "100", tare = "5", pallet = "5", net = "90", nonTarget = "10";
  std::string proportion = "0.2", wire = "No", tonnage = "16", date = "2026-01-05";
  [[nodiscard]] std::string json() const {
    return R"({"rowId":)" + id + R"(,"wasteRecordType":"received","data":{"ROW_ID":)" + id +
           R"(,"DATE_RECEIVED_FOR_REPROCESSING":")" + date + R"(","GROSS_WEIGHT":)" + gross +
           R"(,"TARE_WEIGHT":)" + tare + R"(,"PALLET_WEIGHT":)" + pallet + R"(,"NET_WEIGHT":)" +
           net + R"(,"BAILING_WIRE_PROTOCOL":")" + wire + R"(","WEIGHT_OF_NON_TARGET_MATERIALS":)" +
           nonTarget + R"(,"RECYCLABLE_PROPORTION_PERCENTAGE":)" + proportion +
           R"(,"TONNAGE_RECEIVED_FOR_RECYCLING":)" + tonnage + "}}";
  }
};

std::string sentOn(int id, const std::string& date, const std::string& tonnage) {
  const std::string row = std::to_string(id);
  return R"({"rowId":)" + row + R"(,"wasteRecordType":"sentOn","data":{"ROW_ID":)" + row +
         R"(,"DATE_LOAD_LEFT_SITE":")" + date + R"(","TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON":)" +
         tonnage + "}}";
}

std::string exported(const std::string& received, const std::string& left,
                     const std::string& arrived, const std::string& back) {
  const auto date = [](const std::string& text) {
    return text.empty() ? "null" : '"' + text + '"';
  };
  return R"({"rowId":1000,"wasteRecordType":"exported","data":{"ROW_ID":1000,"NET_WEIGHT":20,)"
         R"("TONNAGE_RECEIVED_FOR_EXPORT":20,"TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED":20,)"
         R"("TONNAGE_RECEIVED_BY_OSR":20,"DATE_RECEIVED_FOR_EXPORT":)" +
         date(received) + R"(,"DATE_OF_EXPORT":)" + date(left) + R"(,"DATE_RECEIVED_BY_OSR":)" +
         date(arrived) + R"(,"DATE_THE_REFUSED_STOPPED_WASTE_REPATRIATED":)" + date(back) + "}}";
}

class Audited {
 public:
  /// Imports the files in turn and computes.
  explicit Audited(const std::vector<QByteArray>& files) {
    const fs::path folder(m_dir.path().toStdU16String());
    for (const QByteArray& bytes : files) {
      QFile file(folder / ("log" + std::to_string(++m_files)));
      if (!file.open(QIODevice::WriteOnly)) return;
      file.write(bytes);
      file.close();
      const auto imported =
          importInto(folder / "ws", {folder / ("log" + std::to_string(m_files))}, {}, Progress());
      if (!imported || !imported->problems.empty()) {
        error = imported ? imported->problems[0].text() : imported.error().text();
        return;
      }
    }
    if (!Workspace::open(folder / "ws", true)) return;
    for (const QByteArray& bytes : files) vouch(folder / "ws", bytes);
    const auto computed = runAudit(folder / "ws", Progress());
    if (computed) audit = *computed;
  }
  /// The user says where the file is from; else it would accuse nobody.
  static void vouch(const fs::path& workspace, const QByteArray& bytes) {
    const auto key = PrivateKey::fromSeed(std::vector<std::byte>(32, std::byte{9}));
    const Hash digest = sha256(bytesOf(std::string_view(bytes.constData(), bytes.size())));
    if (!vouchForFile(workspace, digest, {"log.json", "the regulator", "2026-11-02", "downloaded"},
                      "citizen", *key)) {
      qFatal("vouch");
    }
  }
  [[nodiscard]] std::vector<Finding> of(std::string_view rule) const {
    std::vector<Finding> found;
    for (const Finding& finding : audit->findings) {
      if (finding.rule == rule) found.push_back(finding);
    }
    std::sort(found.begin(), found.end(),
              [](const Finding& a, const Finding& b) { return a.records < b.records; });
    return found;
  }
  [[nodiscard]] CheckRun run(std::string_view rule) const {
    for (const CheckRun& check : audit->checks) {
      if (check.rule == rule) return check;
    }
    return {};
  }
  AuditPtr audit;
  std::string error;

 private:
  QTemporaryDir m_dir;
  int m_files = 0;
};

QByteArray listOf(const std::vector<std::string>& loads) {
  std::string text = "[";
  for (const std::string& load : loads) text += (text.size() > 1 ? ",\n" : "") + load;
  return QByteArray::fromStdString(text + "]");
}

std::vector<std::string> idsOf(const Finding& finding) {
  std::vector<std::string> ids;
  for (const RecordRef& record : finding.records) {
    ids.push_back(std::string(tableInfo(record.table).name) + " " + record.id);
  }
  return ids;
}

constexpr const char* rules[] = {
    "sent_on_exceeds_received", "identical_weights",      "export_order",
    "export_mass_grows",        "summary_log_arithmetic", "incomplete_log_row"};

}  // namespace

#define REQUIRE_AUDIT(audited) QVERIFY2((audited).audit != nullptr, (audited).error.c_str())

class TestSummaryLogChecks : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void officialReprocessorLog();
  void officialExporterLog();
  void filledTemplateHasTheSameFindings();
  void nothingWrong();
  void withoutALogTheyCannotTell();
  void balanceIsByDay_data();
  void balanceIsByDay();
  void weights_data();
  void weights();
  void exportOrder_data();
  void exportOrder();
  void exportMass_data();
  void exportMass();
  void arithmetic_data();
  void arithmetic();
  void incompleteRows_data();
  void incompleteRows();
  void onlyTheNewestLogCounts();
};

void TestSummaryLogChecks::officialReprocessorLog() {
  REQUIRE_SHARED(path, "samples/uk-epr-summary-log/reprocessor-on-input-accredited.json");
  const Audited audited({test::readFile(path)});
  REQUIRE_AUDIT(audited);
  const auto balance = audited.of("sent_on_exceeds_received");
  QCOMPARE(balance.size(), std::size_t(1));
  QCOMPARE(balance[0].severity, Severity::Conflict);
  // 51.63493125 + 339.98925 + 339.98925 + 13 t received; 50 + 50 + 1000 + 100 t sent on.
  QCOMPARE(balance[0].facts.get<Mass>("received").inGrams(), 744'613'431);
  QCOMPARE(balance[0].facts.get<Mass>("sent_on").inGrams(), 1'200'000'000);
  QCOMPARE(balance[0].amount.inGrams(), 455'386'569);
  QCOMPARE(balance[0].facts.get<Timestamp>("first_below").dateText(), std::string("2026-01-30"));
  QCOMPARE(balance[0].facts.get<Timestamp>("lowest").dateText(), std::string("2026-01-31"));
  QCOMPARE(idsOf(balance[0]), (std::vector<std::string>{"shipments 5002", "shipments 5003",
                                                        "shipments 5000", "shipments 5001"}));
  const auto weights = audited.of("identical_weights");
  QCOMPARE(weights.size(), std::size_t(1));
  QCOMPARE(weights[0].severity, Severity::Look);
  QCOMPARE(idsOf(weights[0]), (std::vector<std::string>{"intakes 1001", "intakes 1002"}));
  QCOMPARE(weights[0].amount.inGrams(), 475'000'000);
  QCOMPARE(audited.of("summary_log_arithmetic").size(), std::size_t(0));
  QCOMPARE(audited.run("summary_log_arithmetic").state, CheckState::Passed);
  QCOMPARE(audited.of("export_order").size(), std::size_t(0));
  const auto incomplete = audited.of("incomplete_log_row");  // neither has a weight
  QCOMPARE(incomplete.size(), std::size_t(1));
  QCOMPARE(incomplete[0].severity, Severity::CannotTell);
  QCOMPARE(incomplete[0].facts.get<std::string>("named"), std::string("1003, 4000"));
  QCOMPARE(incomplete[0].facts.get<std::int64_t>("without_mass"), 2);
  QCOMPARE(incomplete[0].facts.get<std::int64_t>("without_date"), 0);
}

void TestSummaryLogChecks::officialExporterLog() {
  REQUIRE_SHARED(path, "samples/uk-epr-summary-log/exporter-accredited.json");
  const Audited audited({test::readFile(path)});
  REQUIRE_AUDIT(audited);
  const auto order = audited.of("export_order");
  QCOMPARE(order.size(), std::size_t(3));
  const auto whats = [](const Finding& finding) {
    std::vector<std::string> fields;
    for (const Comparison& line : finding.comparison) fields.push_back(line.field);
    return fields;
  };
  QCOMPARE(idsOf(order[0]),
           (std::vector<std::string>{"intakes 1000", "shipments 1000", "receipts 1000"}));
  QCOMPARE(whats(order[0]),
           (std::vector<std::string>{"exported_before_received", "overseas_same_day"}));
  QCOMPARE(order[0].severity, Severity::Conflict);
  QCOMPARE(whats(order[1]),
           (std::vector<std::string>{"exported_before_received", "overseas_before_export"}));
  QCOMPARE(whats(order[2]), (std::vector<std::string>{"back_before_arrival"}));
  // 65.26196 + 37.44 + 44 t received; 23.41 + 15.62 + 50 t exported and 37 t sent on: less at the
  // end, but 37 t left on the first day of the log and nothing had come in.
  const auto balance = audited.of("sent_on_exceeds_received");
  QCOMPARE(balance.size(), std::size_t(1));
  QCOMPARE(balance[0].severity, Severity::Look);
  QCOMPARE(balance[0].amount.inGrams(), 60'410'000);  // on 20 January, with the 23.41 t of row 1000
  QCOMPARE(balance[0].facts.get<Timestamp>("first_below").dateText(), std::string("2026-01-01"));
  QCOMPARE(audited.of("summary_log_arithmetic").size(), std::size_t(0));
  QCOMPARE(audited.of("identical_weights").size(), std::size_t(0));
  // Row 1001: 20 t arrived of 15.62 t exported. Row 1002: 50 t exported of 44 t.
  const auto grown = audited.of("export_mass_grows");
  QCOMPARE(grown.size(), std::size_t(2));
  QCOMPARE(whats(grown[0]), std::vector<std::string>{"overseas_over_exported"});
  QCOMPARE(grown[0].amount.inGrams(), 4'380'000);
  QCOMPARE(whats(grown[1]), std::vector<std::string>{"exported_over_received"});
  QCOMPARE(grown[1].amount.inGrams(), 6'000'000);
}

void TestSummaryLogChecks::filledTemplateHasTheSameFindings() {
  REQUIRE_SHARED(folder, "samples/uk-epr-summary-log");
  const QByteArray empty =
      test::readFile(folder + QLatin1String("/V5_Summary_Log_Reprocessor_Input.xlsx"));
  const QByteArray json =
      test::readFile(folder + QLatin1String("/reprocessor-on-input-accredited.json"));
  const Audited audited({test::filledTemplate(
      empty, std::as_bytes(std::span(json.constData(), static_cast<std::size_t>(json.size()))),
      "R26ER99")});
  REQUIRE_AUDIT(audited);
  const auto balance = audited.of("sent_on_exceeds_received");
  QCOMPARE(balance.size(), std::size_t(1));
  QCOMPARE(balance[0].amount.inGrams(), 455'386'569);
  QCOMPARE(balance[0].records[0].party, std::string("R26ER99"));
  QCOMPARE(audited.of("identical_weights").size(), std::size_t(1));
  // The doubles of the workbook ("51.634931250000001") are within the validator's tolerance.
  QCOMPARE(audited.of("summary_log_arithmetic").size(), std::size_t(0));
}

void TestSummaryLogChecks::nothingWrong() {
  const Audited audited({listOf({Load().json(), sentOn(5000, "2026-01-06", "16")})});
  REQUIRE_AUDIT(audited);
  for (const char* rule : rules) {
    QCOMPARE(audited.run(rule).state, CheckState::Passed);
    QVERIFY(audited.of(rule).empty());
  }
}

void TestSummaryLogChecks::withoutALogTheyCannotTell() {
  const Audited audited({});
  REQUIRE_AUDIT(audited);
  for (const char* rule : rules) {
    QCOMPARE(audited.run(rule).state, CheckState::CannotTell);
    QCOMPARE(audited.run(rule).reason, std::string("no_summary_log"));
    QVERIFY(audited.of(rule).empty());
  }
}

void TestSummaryLogChecks::balanceIsByDay_data() {
  QTest::addColumn<QByteArray>("log");
  QTest::addColumn<int>("grams");  // below zero at the lowest; 0: no finding
  Load late;
  late.date = "2026-02-01";
  QTest::newRow("as much as came in")
      << listOf({Load().json(), sentOn(5000, "2026-01-05", "16")}) << 0;
  // Two rows, each rounded by up to 5 kg.
  QTest::newRow("ten kilograms more")
      << listOf({Load().json(), sentOn(5000, "2026-01-05", "16.01")}) << 0;
  QTest::newRow("one gram more than rounding")
      << listOf({Load().json(), sentOn(5000, "2026-01-05", "16.010001")}) << 10'001;
  QTest::newRow("left before it came")
      << listOf({late.json(), sentOn(5000, "2026-01-31", "3")}) << 3'000'000;
  QTest::newRow("nothing came in") << listOf({sentOn(5000, "2026-01-05", "1")}) << 1'000'000;
  QTest::newRow("without a date")
      << listOf({Load().json(),
                 R"({"rowId":5000,"wasteRecordType":"sentOn",)"
                 R"("data":{"ROW_ID":5000,"TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON":500}})"})
      << 0;
}

void TestSummaryLogChecks::balanceIsByDay() {
  QFETCH(QByteArray, log);
  QFETCH(int, grams);
  const Audited audited({log});
  REQUIRE_AUDIT(audited);
  const auto found = audited.of("sent_on_exceeds_received");
  QCOMPARE(found.size(), std::size_t(grams > 0 ? 1 : 0));
  if (grams > 0) QCOMPARE(found[0].amount.inGrams(), grams);
}

void TestSummaryLogChecks::weights_data() {
  QTest::addColumn<QByteArray>("log");
  QTest::addColumn<int>("findings");
  Load second;
  second.id = "1001";
  Load lighter = second;
  lighter.pallet = "4.999999";
  Load third = second;
  third.id = "1002";
  Load empty = second;
  empty.gross = empty.tare = empty.pallet = empty.net = "0";
  Load emptyToo = empty;
  emptyToo.id = "1002";
  QTest::newRow("two alike") << listOf({Load().json(), second.json()}) << 1;
  QTest::newRow("three alike") << listOf({Load().json(), second.json(), third.json()}) << 1;
  QTest::newRow("one gram apart") << listOf({Load().json(), lighter.json()}) << 0;
  QTest::newRow("not weighed") << listOf({empty.json(), emptyToo.json()}) << 0;
}

void TestSummaryLogChecks::weights() {
  QFETCH(QByteArray, log);
  QFETCH(int, findings);
  const Audited audited({log});
  REQUIRE_AUDIT(audited);
  QCOMPARE(audited.of("identical_weights").size(), static_cast<std::size_t>(findings));
}

void TestSummaryLogChecks::exportOrder_data() {
  QTest::addColumn<QByteArray>("log");
  QTest::addColumn<QByteArray>("what");
  const auto row = [](const char* name, const std::string& load, const char* what) {
    QTest::newRow(name) << listOf({load}) << QByteArray(what);
  };
  row("in order", exported("2026-01-02", "2026-01-03", "2026-02-01", "2026-02-02"), "");
  row("exported the day it came", exported("2026-01-02", "2026-01-02", "2026-02-01", ""), "");
  row("exported first", exported("2026-01-02", "2026-01-01", "2026-02-01", ""),
      "exported_before_received");
  row("same day overseas", exported("2026-01-02", "2026-01-03", "2026-01-03", ""),
      "overseas_same_day");
  row("overseas first", exported("2026-01-01", "2026-01-03", "2026-01-02", ""),
      "overseas_before_export");
  row("back first", exported("2026-01-01", "2026-01-03", "2026-02-02", "2026-02-01"),
      "back_before_arrival");
  row("dates missing", exported("2026-01-02", "", "2026-01-01", ""), "");
}

void TestSummaryLogChecks::exportOrder() {
  QFETCH(QByteArray, log);
  QFETCH(QByteArray, what);
  const Audited audited({log});
  REQUIRE_AUDIT(audited);
  const auto found = audited.of("export_order");
  QCOMPARE(found.size(), std::size_t(what.isEmpty() ? 0 : 1));
  if (found.empty()) return;
  QCOMPARE(found[0].facts.get<std::string>("what"), what.toStdString());
  QCOMPARE(found[0].severity, what == "overseas_same_day" ? Severity::Look : Severity::Conflict);
}

void TestSummaryLogChecks::exportMass_data() {
  QTest::addColumn<QByteArray>("log");
  QTest::addColumn<int>("findings");
  // The default plan allows ten per cent.
  const auto row = [](const char* name, const char* received, const char* left, const char* arrived,
                      int findings) {
    QTest::newRow(name)
        << listOf({std::string(
                       R"({"rowId":1000,"wasteRecordType":"exported","data":{"ROW_ID":1000,)") +
                   R"("TONNAGE_RECEIVED_FOR_EXPORT":)" + received +
                   R"(,"TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED":)" + left +
                   R"(,"TONNAGE_RECEIVED_BY_OSR":)" + arrived + "}}"})
        << findings;
  };
  row("all the same", "20", "20", "20", 0);
  row("less each time", "20", "15", "10", 0);
  row("ten per cent more", "20", "22", "24.2", 0);
  row("a gram more than ten per cent", "20", "22.000001", "22", 1);
  row("more arrived", "20", "20", "22.000001", 1);
  row("both, one finding", "20", "30", "40", 1);
  row("not stated", "null", "30", "null", 0);
}

void TestSummaryLogChecks::exportMass() {
  QFETCH(QByteArray, log);
  QFETCH(int, findings);
  const Audited audited({log});
  REQUIRE_AUDIT(audited);
  QCOMPARE(audited.of("export_mass_grows").size(), static_cast<std::size_t>(findings));
}

void TestSummaryLogChecks::arithmetic_data() {
  QTest::addColumn<QByteArray>("log");
  QTest::addColumn<QByteArray>("expected");  // "", or severity and the sums that differ
  const auto row = [](const char* name, const Load& load, const char* expected) {
    QTest::newRow(name) << listOf({load.json()}) << QByteArray(expected);
  };
  const auto with = [](const auto& change) {
    Load load;
    change(load);
    return load;
  };
  row("agrees", Load(), "");
  row("baling wire", with([](Load& l) { l.wire = "Yes", l.tonnage = "15.976"; }), "");
  row("baling wire left out", with([](Load& l) { l.wire = "Yes"; }), "conflict tonnage");
  row("net is wrong", with([](Load& l) { l.net = "95", l.tonnage = "17"; }), "conflict net");
  row("both are wrong", with([](Load& l) { l.net = "95"; }), "conflict net tonnage");
  row("within the tolerance", with([](Load& l) { l.tonnage = "16.000000001"; }), "");
  row("beyond the tolerance", with([](Load& l) { l.tonnage = "16.0000000011"; }), "look tonnage");
  row("rounded by hand", with([](Load& l) { l.proportion = "0.333", l.tonnage = "26.6"; }),
      "conflict tonnage");
  row("rounded to two decimals",
      with([](Load& l) { l.proportion = "0.33333", l.tonnage = "26.67"; }), "look tonnage");
  row("more taken off than there is", with([](Load& l) { l.nonTarget = "100", l.tonnage = "0"; }),
      "conflict tonnage");
}

void TestSummaryLogChecks::arithmetic() {
  QFETCH(QByteArray, log);
  QFETCH(QByteArray, expected);
  const Audited audited({log});
  REQUIRE_AUDIT(audited);
  std::string text;
  for (const Finding& finding : audited.of("summary_log_arithmetic")) {
    text += toText(finding.severity);
    for (const Comparison& line : finding.comparison) text += ' ' + line.field;
    QCOMPARE(idsOf(finding), std::vector<std::string>{"intakes 1000"});
  }
  QCOMPARE(text, expected.toStdString());
}

// A log grows over its year and is handed in again: the later file takes the earlier one's place.
void TestSummaryLogChecks::incompleteRows_data() {
  QTest::addColumn<QByteArray>("rows");
  QTest::addColumn<int>("incomplete");
  const auto row = [](const char* name, const std::vector<std::string>& loads, int incomplete) {
    QTest::newRow(name) << listOf(loads) << incomplete;
  };
  Load dateless, weightless;
  dateless.date = "";
  weightless.id = "1001";
  weightless.net = "null";
  row("complete", {Load().json(), sentOn(5000, "2026-01-06", "10")}, 0);
  row("no day of arrival", {dateless.json(), Load{.id = "1002"}.json()}, 1);
  row("no net mass", {weightless.json()}, 1);
  row("both kinds", {dateless.json(), weightless.json()}, 2);
  row("sent on without a mass", {sentOn(5000, "2026-01-06", "null")}, 1);
  row("not exported yet",
      {R"({"rowId":1,"wasteRecordType":"exported","data":{"ROW_ID":1,)"
       R"("NET_WEIGHT":20,"DATE_RECEIVED_FOR_EXPORT":"2026-01-05"}})"},
      0);
  row("exported on no day", {exported("2026-01-05", "", "", "")}, 1);
  std::vector<std::string> many;
  for (int i = 0; i < 25; ++i) many.push_back(sentOn(5000 + i, "2026-01-06", "null"));
  row("many", many, 25);
}

void TestSummaryLogChecks::incompleteRows() {
  QFETCH(QByteArray, rows);
  QFETCH(int, incomplete);
  const Audited audited({rows});
  REQUIRE_AUDIT(audited);
  const auto found = audited.of("incomplete_log_row");
  QCOMPARE(found.size(), std::size_t(incomplete > 0 ? 1 : 0));
  if (incomplete == 0) return;
  QCOMPARE(found[0].severity, Severity::CannotTell);
  QCOMPARE(found[0].rowCount, std::int64_t(incomplete));
  QCOMPARE(found[0].facts.get<std::int64_t>("unnamed"), std::int64_t(std::max(0, incomplete - 20)));
  QCOMPARE(audited.run("incomplete_log_row").state, CheckState::CannotTell);
}

void TestSummaryLogChecks::onlyTheNewestLogCounts() {
  const auto book = [](const std::string& extra) {
    const std::string ids =
        "<row r=\"1\">" + test::textCell("A1", "__EPR_DATA_SENT_ON_LOADS") +
        test::textCell("B1", "ROW_ID") + test::textCell("C1", "DATE_LOAD_LEFT_SITE") +
        test::textCell("D1", "TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON") + "</row>";
    const std::string first = "<row r=\"4\">" + test::numberCell("B4", "5000") +
                              test::numberCell("C4", "46030") + test::numberCell("D4", "2") +
                              "</row>";
    const std::string cover = "<row r=\"1\">" +
                              test::textCell("A1", "__EPR_META_REGISTRATION_NUMBER") +
                              test::textCell("B1", "R26ER99") + "</row>";
    return test::zipOf(test::workbookParts({{"Cover", cover}, {"Sent on", ids + first + extra}}));
  };
  const QByteArray january = book("");
  const QByteArray february =
      book("<row r=\"5\">" + test::numberCell("B5", "5001") + test::numberCell("C5", "46060") +
           test::numberCell("D5", "3") + "</row>");
  for (const auto& order : {std::vector{january, february}, std::vector{february, january}}) {
    const Audited audited(order);
    REQUIRE_AUDIT(audited);
    const auto found = audited.of("sent_on_exceeds_received");
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].amount.inGrams(), 5'000'000);
  }
}

PLUMBLINE_TEST(TestSummaryLogChecks)
#include "test_summary_log_checks.moc"
