// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "crypto/checkpoint.h"
#include "crypto/dsse.h"

#include "model/evidence/publication.h"
#include "model/records/quantities.h"
#include "model/simulate/simulator.h"

#include "tests/precious_outputs.h"
#include "tests/program.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;
using Row = std::map<std::string, std::string>;

std::string readAll(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every file below the folder by its relative name.
std::map<std::string, std::string> filesOf(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[fs::relative(entry.path(), folder).generic_string()] = readAll(entry.path());
    }
  }
  return files;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  for (std::size_t end; (end = text.find('\n', start)) != text.npos; start = end + 1) {
    lines.push_back(text.substr(start, end - start));
  }
  return lines;
}

std::vector<std::string> cellsOf(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ',')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

/// One published world: its folder's files, and its rows by table in the order of publication.
struct Published {
  Truth truth;
  std::map<std::string, std::string> files;
  std::map<std::string, std::vector<Row>> rows;
  [[nodiscard]] std::map<std::string, Row> byId(const std::string& table) const {
    std::map<std::string, Row> result;
    for (const Row& row : rows.at(table)) result.insert_or_assign(row.at("id"), row);
    return result;
  }
};

std::int64_t kg(const Row& row, const std::string& column) {
  return std::stoll(row.at(column));
}

JsonValue predicateOf(const std::string& envelopeText) {
  const auto envelope = parseEnvelope(bytesOf(envelopeText));
  return parseStatement(envelope->payload)->predicate;
}

void readRows(Published& world, const std::string& envelopeText) {
  const JsonValue predicate = predicateOf(envelopeText);
  for (const JsonValue& table : **predicate.arrayAt("tables")) {
    const auto lines = linesOf(world.files.at(*table.stringAt("path")));
    const auto names = cellsOf(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const auto cells = cellsOf(lines[i]);
      Row row;
      for (std::size_t c = 0; c < names.size(); ++c) row[names[c]] = cells.at(c);
      world.rows[*table.stringAt("name")].push_back(std::move(row));
    }
  }
}

Published publish(const SimulationOptions& options) {
  QTemporaryDir folder;
  const fs::path out = fs::path(folder.path().toStdString()) / "welt-ü";
  auto truth = simulate(options, out, Progress());
  Published world;
  if (!truth) {
    qWarning("%s", truth.error().text().c_str());
    return world;
  }
  world.truth = *truth;
  world.files = filesOf(out);
  // Entries in the order of each log.
  std::map<std::pair<std::string, int>, std::string> entries;
  for (const auto& [name, bytes] : world.files) {
    const std::size_t at = name.find("/entries/");
    if (at != name.npos) entries[{name.substr(0, at), std::stoi(name.substr(at + 9))}] = bytes;
  }
  for (const auto& [key, bytes] : entries) readRows(world, bytes);
  return world;
}

SimulationOptions smallWorld() {
  SimulationOptions options;
  options.seed = 7;
  options.months = 6;
  options.loadsPerMonth = 100;
  options.jobsPerMonth = 120;
  return options;
}

class SimulatorTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void dosesAreParsed_data();
  void dosesAreParsed();
  void optionsOutOfRangeAreRefused();
  void aFolderInUseIsRefused();
  void anOutputIsAFolderOfItsOwnName();
  void aFullDiskIsAnErrorWithItsReason();
  void cancellingLeavesNothing();
  void sameSeedSameBytes();
  void everyWorldHasKeysOfItsOwn();
  void theTablesAreFixed();
  void honestTruthIsEmpty();
  void everyLoadHasItsReceipt();
  void theMassBalanceCloses();
  void everyBayCloses();
  void baysOfASmallPlantAreNeverBelowEmpty();
  void theFraudIsTheOnlyDifference();
  void slipsChangeReceiptsOnly();
  void confoundersAreParsed_data();
  void confoundersAreParsed();
  void confoundersAreInTheTruth();
  void confoundersDoWhatTheySay();
  void januaryBeginsTheNumbersAnew();
  void twoPlantsShareReceiversVehiclesAndNumbers();
  void ticketsAreSplitAndMerged();
  void dosesGiveExactCounts_data();
  void dosesGiveExactCounts();
  void theTrueListNamesTheRecords();
  void theDeclaredRuleIsKept();
  void linesWorkInOpeningHours();
  void favouredJobsJump();
  void vehiclesAreInOnePlace();
  void signaturesLogsAndTablesHold();
};

void SimulatorTest::dosesAreParsed_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("good");
  QTest::addColumn<qint64>("relabel");
  QTest::addColumn<qint64>("favour");
  QTest::newRow("nothing") << QByteArray("") << true << qint64(0) << qint64(0);
  QTest::newRow("one") << QByteArray("relabel=0.05") << true << qint64(50'000) << qint64(0);
  QTest::newRow("two") << QByteArray("favour=1,relabel=0.000001") << true << qint64(1)
                       << qint64(1'000'000);
  for (const char* bad :
       {"relabel", "relabel=", "relabel=5 %", "relabel=1.1", "relabel=-0.1", "burn=0.1",
        "skim=0.1,skim=0.1", "=0.1", "skim=1e-2", " skim=0.1", "skim=0.1,,ghost=0.1"}) {
    QTest::newRow(bad) << QByteArray(bad) << false << qint64(0) << qint64(0);
  }
}

void SimulatorTest::dosesAreParsed() {
  QFETCH(QByteArray, text);
  QFETCH(bool, good);
  QFETCH(qint64, relabel);
  QFETCH(qint64, favour);
  const auto doses = parseFraudDoses({text.data(), static_cast<std::size_t>(text.size())});
  QCOMPARE(doses.ok(), good);
  if (!good) {
    QCOMPARE(doses.error().code, ErrorCode::BadValue);
    return;
  }
  QCOMPARE(doses->relabel, relabel);
  QCOMPARE(doses->favour, favour);
}

void SimulatorTest::optionsOutOfRangeAreRefused() {
  QTemporaryDir folder;
  const fs::path out = fs::path(folder.path().toStdString()) / "x";
  SimulationOptions options = smallWorld();
  options.months = 0;
  QCOMPARE(simulate(options, out, Progress()).error().code, ErrorCode::Usage);
  options = smallWorld();
  options.fraudStartMonth = 7;
  QCOMPARE(simulate(options, out, Progress()).error().code, ErrorCode::Usage);
  options = smallWorld();
  options.fraud.relabel = 900'000;  // fewer than half of the loads are board or flakes
  QCOMPARE(simulate(options, out, Progress()).error().code, ErrorCode::Usage);
  QVERIFY(!fs::exists(out));
}

void SimulatorTest::aFolderInUseIsRefused() {
  QTemporaryDir folder;
  const fs::path out(folder.path().toStdString());
  std::ofstream(out / "mine.txt") << "keep";
  const auto truth = simulate(smallWorld(), out, Progress());
  QCOMPARE(truth.error().code, ErrorCode::Usage);
  QCOMPARE(filesOf(out).size(), std::size_t(1));
}

void SimulatorTest::anOutputIsAFolderOfItsOwnName() {
  const QTemporaryDir folder;
  const QStringList precious = test::preciousOutputs(folder.path(), QString());
  for (const QString& path : precious) {
    if (path.endsWith(QStringLiteral("folder"))) continue;  // an empty one is fine
    const auto before = test::everythingIn(folder.path());
    const auto truth = simulate(smallWorld(), path.toStdU16String(), Progress());
    QVERIFY2(!truth && truth.error().code == ErrorCode::Usage, qPrintable(path));
    QVERIFY(test::everythingIn(folder.path()) == before);
  }
}

void SimulatorTest::aFullDiskIsAnErrorWithItsReason() {
#ifndef _WIN32
  QTemporaryDir folder;
  const fs::path out = fs::path(folder.path().toStdString()) / "x";
  const auto truth = [&] {
    const test::FullDisk full(1024);
    return simulate(smallWorld(), out, Progress());
  }();
  QVERIFY(!truth);
  QCOMPARE(truth.error().code, ErrorCode::Io);
  QVERIFY2(truth.error().message.text().find("too large") != std::string::npos,
           truth.error().message.text().c_str());
  QVERIFY(!fs::exists(out));
#endif
}

void SimulatorTest::cancellingLeavesNothing() {
  QTemporaryDir folder;
  const fs::path out = fs::path(folder.path().toStdString()) / "x";
  Progress* handle = nullptr;
  Progress progress([&](const Message&, std::int64_t done, std::int64_t) {
    if (done == 2) handle->cancel();
  });
  handle = &progress;
  QCOMPARE(simulate(smallWorld(), out, progress).error().code, ErrorCode::Cancelled);
  QVERIFY(!fs::exists(out));
}

void SimulatorTest::sameSeedSameBytes() {
  SimulationOptions options = smallWorld();
  options.fraud = {20'000, 20'000, 20'000, 20'000, 50'000};
  options.noise = 30'000;
  const auto first = publish(options).files;
  QVERIFY(first.size() > 50);
  QVERIFY(publish(options).files == first);
  options.seed = 8;
  QVERIFY(publish(options).files != first);
}

/// A key that signed two worlds would have shown two histories of one log.
void SimulatorTest::everyWorldHasKeysOfItsOwn() {
  std::set<std::string> worlds;
  const auto add = [&worlds](const SimulationOptions& options) { worlds.insert(options.world()); };
  SimulationOptions options = smallWorld();
  add(options);
  for (int* field :
       {&options.months, &options.loadsPerMonth, &options.jobsPerMonth, &options.fraudStartMonth}) {
    ++*field;
    add(options);
  }
  for (std::int64_t* field :
       {&options.fraud.relabel, &options.fraud.skim, &options.fraud.ghost, &options.fraud.edited,
        &options.fraud.favour, &options.clerical.typo, &options.clerical.swapped,
        &options.clerical.missing, &options.clerical.split, &options.noise, &options.fraud.thin}) {
    ++*field;
    add(options);
  }
  for (std::size_t i = 0; i < confounderCount; ++i) {
    options.confounders.set(static_cast<Confounder>(i), 1);
    add(options);
  }
  ++options.seed;
  add(options);
  QCOMPARE(worlds.size(), std::size_t{17} + confounderCount);
  SimulationOptions crooked = smallWorld();
  crooked.fraud.relabel = 50'000;
  const auto trust = [this](const SimulationOptions& chosen) {
    return publish(chosen).files.at("policy.txt");
  };
  QVERIFY(trust(smallWorld()) != trust(crooked));
}

void SimulatorTest::theTablesAreFixed() {
  // One world for all machines: table files are named by their digests, so their names say it all.
  SimulationOptions options = smallWorld();
  options.fraud = {20'000, 20'000, 20'000, 20'000, 50'000};
  std::string names;
  for (const auto& [name, bytes] : publish(options).files) {
    if (name.starts_with("tables/")) names += name + "\n";
  }
  QCOMPARE(QByteArray::fromStdString(sha256(bytesOf(names)).hex()),
           QByteArray("a9d010422412000d117444e4872736005f370dd440881a96a6423e0c767d64ec"));
}

void SimulatorTest::honestTruthIsEmpty() {
  const Published world = publish(smallWorld());
  QCOMPARE(world.truth.shipments, std::int64_t(600));
  for (const auto* list : {&world.truth.relabelled, &world.truth.skimmed, &world.truth.ghosts,
                           &world.truth.edited, &world.truth.favoured}) {
    QVERIFY(list->empty());
  }
  const auto json = parseJson(bytesOf(world.files.at("truth.json")));
  QCOMPARE(json->object()->size(), std::size_t(5));
  for (const Row& row : world.rows.at("receipts")) QVERIFY(row.at("material") != "sorting-residue");
}

void SimulatorTest::everyLoadHasItsReceipt() {
  const Published world = publish(smallWorld());
  std::map<std::string, Row> receipts;
  for (const Row& row : world.rows.at("receipts")) {
    QVERIFY(receipts.emplace(row.at("document_no"), row).second);
  }
  std::set<std::string> hauled;
  for (const Row& row : world.rows.at("hauls")) hauled.insert(row.at("document_no"));
  QCOMPARE(world.rows.at("shipments").size(), std::size_t(600));
  for (const Row& row : world.rows.at("shipments")) {
    const auto receipt = receipts.find(row.at("document_no"));
    QVERIFY(receipt != receipts.end());
    QVERIFY(hauled.contains(row.at("document_no")));
    QCOMPARE(receipt->second.at("material"), row.at("material"));
    QCOMPARE(receipt->second.at("receiver"), row.at("consignee"));
    QVERIFY(receipt->second.at("received_at") > row.at("dispatched_at"));
    QVERIFY(receipt->second.at("received_at") < "2141-07-01");
    QCOMPARE(kg(row, "net_kg"), kg(row, "gross_kg") - kg(row, "tare_kg"));
    QCOMPARE(kg(row, "net_kg") % 20, std::int64_t(0));
    // Two weighbridges within their limits: at most 1 % apart.
    const std::int64_t gap = std::abs(kg(row, "net_kg") - kg(receipt->second, "net_kg"));
    QVERIFY2(gap * 100 <= kg(row, "net_kg"), row.at("id").c_str());
  }
}

void SimulatorTest::theMassBalanceCloses() {
  SimulationOptions options = smallWorld();
  for (options.seed = 1; options.seed <= 5; ++options.seed) {
    const Published world = publish(options);
    std::int64_t opening = 0, closing = 0, in = 0, out = 0, loss = 0;
    double variance = 0;
    for (const Row& row : world.rows.at("stocks")) {
      const bool first = row.at("time") == "2141-01-01T00:00:00Z";
      const bool last = row.at("time") == "2141-06-30T23:59:59Z";
      if (first) opening += kg(row, "mass_kg");
      if (last) closing += kg(row, "mass_kg");
      if (first || last) variance += std::pow(static_cast<double>(kg(row, "u_kg")), 2);
    }
    for (const Row& row : world.rows.at("intakes")) in += kg(row, "net_kg");
    for (const Row& row : world.rows.at("shipments")) out += kg(row, "net_kg");
    for (const Row& row : world.rows.at("flows")) {
      if (row.at("to_node") != "air") continue;
      loss += kg(row, "mass_kg");
      variance += std::pow(static_cast<double>(kg(row, "u_kg")), 2);
    }
    // The two weighbridges share 0.05 % each within a calibration.
    variance += std::pow(0.0005 * static_cast<double>(in), 2) * 2;
    const auto missing = static_cast<double>(opening + in - out - loss - closing);
    QVERIFY(opening > 0 && closing > 0 && in > out);
    QVERIFY2(std::abs(missing) < 2.5 * std::sqrt(variance), qPrintable(QString::number(missing)));
  }
}

/// Month by month, each good by itself, within what surveys and belt weighers declare: no month is
/// further off than an honest one can be (surveys 1.9 % each, the belt 1.13 % at most), and the
/// deviations are those of errors with three quarters of what is declared.
void SimulatorTest::everyBayCloses() {
  SimulationOptions options = smallWorld();
  options.fraud = {50'000, 30'000, 20'000, 0, 0};  // labels hold inside, only receivers disagree
  double squares = 0;
  int looks = 0;
  for (options.seed = 1; options.seed <= 5; ++options.seed) {
    const Published world = publish(options);
    std::map<std::string, std::map<std::string, std::int64_t>> sums;  // material, month
    std::map<std::string, std::map<std::string, double>> variances;
    const auto book = [&](const Row& row, const std::string& month, int sign) {
      const std::int64_t mass = kg(row, "mass_kg");
      QVERIFY(mass >= 0 && kg(row, "u_kg") > 0);
      sums[row.at("material")][month] += sign * mass;
      variances[row.at("material")][month] += std::pow(static_cast<double>(kg(row, "u_kg")), 2);
    };
    for (const Row& row : world.rows.at("flows")) {
      QCOMPARE(row.at("from_node"), std::string("sorting-hall"));
      if (row.at("to_node") != "air") book(row, row.at("start").substr(0, 7), 1);
    }
    for (const Row& row : world.rows.at("stocks")) {
      if (!sums.contains(row.at("material"))) continue;
      const Month month = Month::of(*Timestamp::parse(row.at("time")));
      const bool opening = row.at("time") == "2141-01-01T00:00:00Z";
      if (!opening) book(row, month.text(), -1);
      const Month next{month.index + (opening ? 0 : 1)};
      if (next.text() < "2141-07") book(row, next.text(), 1);
    }
    for (const Row& row : world.rows.at("shipments")) {
      sums[row.at("material")][row.at("dispatched_at").substr(0, 7)] -= kg(row, "net_kg");
    }
    QCOMPARE(sums.size(), std::size_t(6));
    for (const auto& [material, months] : sums) {
      QCOMPARE(months.size(), std::size_t(6));
      for (const auto& [month, muf] : months) {
        const double z = static_cast<double>(muf) / std::sqrt(variances[material][month]);
        QVERIFY2(std::abs(z) < 4, (material + " " + month).c_str());
        squares += z * z;
        ++looks;
      }
    }
  }
  const double deviation = std::sqrt(squares / looks);
  QVERIFY2(deviation > 0.65 && deviation < 0.9, qPrintable(QString::number(deviation)));
}

/// Ten loads a month: some goods do not leave at all in a month, others take more than lay there.
void SimulatorTest::baysOfASmallPlantAreNeverBelowEmpty() {
  SimulationOptions options = smallWorld();
  options.loadsPerMonth = 10;
  options.months = 24;
  options.jobsPerMonth = 0;
  bool nothingCame = false;
  for (options.seed = 1; options.seed <= 5; ++options.seed) {
    const Published world = publish(options);
    for (const char* table : {"flows", "stocks"}) {
      for (const Row& row : world.rows.at(table)) QVERIFY(kg(row, "mass_kg") > 0);
    }
    QCOMPARE(world.rows.at("stocks").size(), std::size_t(25 * 7));
    nothingCame = nothingCame || world.rows.at("flows").size() < 24 * 7;
  }
  QVERIFY(nothingCame);
}

void SimulatorTest::theFraudIsTheOnlyDifference() {
  const Published honest = publish(smallWorld());
  SimulationOptions options = smallWorld();
  options.fraud = {50'000, 30'000, 20'000, 20'000, 0};
  const Published crooked = publish(options);
  for (const char* table : {"intakes", "flows", "stocks", "hauls", "jobs", "claims"}) {
    QVERIFY2(honest.rows.at(table) == crooked.rows.at(table), table);
  }
  // The first version of each shipment is the honest one.
  std::map<std::string, Row> firstVersion;
  for (const Row& row : crooked.rows.at("shipments")) firstVersion.emplace(row.at("id"), row);
  QVERIFY(firstVersion == honest.byId("shipments"));
  const auto honestReceipts = honest.byId("receipts"), receipts = crooked.byId("receipts");
  std::size_t changed = 0;
  for (const auto& [id, row] : honestReceipts) changed += receipts.at(id) != row;
  QCOMPARE(changed, crooked.truth.relabelled.size() + crooked.truth.skimmed.size());
  QCOMPARE(receipts.size(), honestReceipts.size() + crooked.truth.ghosts.size());
}

void SimulatorTest::slipsChangeReceiptsOnly() {
  const Published clean = publish(smallWorld());
  SimulationOptions options = smallWorld();
  options.noise = 100'000;
  const Published messy = publish(options);
  QVERIFY(messy.rows.at("shipments") == clean.rows.at("shipments"));
  const auto before = clean.byId("receipts"), after = messy.byId("receipts");
  QCOMPARE(after.size(), before.size());
  int changed = 0;
  for (const auto& [id, row] : before) changed += after.at(id) != row;
  // Sixty slips; some of them turn a number with equal digits, or a weight in full hundreds, into
  // itself.
  QVERIFY(changed > 45 && changed <= 60);
}

void SimulatorTest::confoundersAreParsed_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<qint64>("drying");  // -1: refused
  QTest::newRow("nothing") << QByteArray("") << qint64(0);
  QTest::newRow("usual") << QByteArray("worse,drying") << qint64(10'000);
  QTest::newRow("given") << QByteArray("drying=0.02,rounding=0.5") << qint64(20'000);
  for (const char* bad : {"dry", "drying=", "drying=0", "drying=0.2", "drying=-0.01", "=1",
                          "drying,drying", "drying,,worse", " drying"}) {
    QTest::newRow(bad) << QByteArray(bad) << qint64(-1);
  }
}

void SimulatorTest::confoundersAreParsed() {
  QFETCH(QByteArray, text);
  QFETCH(qint64, drying);
  const auto made = parseConfounders(text.toStdString());
  QCOMPARE(made.ok(), drying >= 0);
  if (!made) {
    QCOMPARE(made.error().code, ErrorCode::BadValue);
    return;
  }
  QCOMPARE(made->millionths(Confounder::Drying), drying);
  QCOMPARE(made->any(), !text.isEmpty());
}

void SimulatorTest::confoundersAreInTheTruth() {
  SimulationOptions options = smallWorld();
  options.confounders = *parseConfounders("clerks=0.01,rounding");
  const Published world = publish(options);
  QVERIFY(world.files == publish(options).files);
  const auto json = parseJson(bytesOf(world.files.at("truth.json")));
  QCOMPARE((*json->objectAt("confounders"))->dump(),
           std::string(R"({"rounding":"0.1","clerks":"0.01"})"));
  QCOMPARE((*json->arrayAt("clerks"))->size(), std::size_t(6));
}

void SimulatorTest::confoundersDoWhatTheySay() {
  const auto worldWith = [](const char* text) {
    SimulationOptions options = smallWorld();
    options.confounders = *parseConfounders(text);
    return publish(options);
  };
  const auto receiptsOf = [&](const char* text) { return worldWith(text).rows.at("receipts"); };
  const Published plain = publish(smallWorld());
  const auto lightest = [](const Published& world) {
    std::int64_t least = 100'000;
    for (const Row& row : world.rows.at("receipts")) least = std::min(least, kg(row, "net_kg"));
    return least;
  };
  const auto netOf = [](const Published& world, const char* table, const char* material) {
    std::int64_t sum = 0;
    for (const Row& row : world.rows.at(table)) {
      if (row.at("material") == material) sum += kg(row, "net_kg");
    }
    return sum;
  };
  QVERIFY(lightest(plain) < 18'000);
  QCOMPARE(lightest(worldWith("tariff_minimum")), std::int64_t(18'000));
  for (const Row& row : receiptsOf("rounding=0.5")) {
    QCOMPARE(kg(row, "net_kg") % 500, std::int64_t(0));
  }
  const Published dry = worldWith("drying=0.02");
  const std::int64_t paper = netOf(dry, "shipments", "sorted-paper");
  const std::int64_t lost = paper - netOf(dry, "receipts", "sorted-paper");
  QVERIFY(std::abs(lost - paper / 50) < paper / 300);
  QCOMPARE(netOf(dry, "receipts", "glass-cullet"), netOf(plain, "receipts", "glass-cullet"));
  const Published low = worldWith("scales_limit");
  const std::int64_t glass = netOf(low, "shipments", "glass-cullet");
  QVERIFY(netOf(low, "receipts", "glass-cullet") * 10'000 < glass * 9'995);
  for (const Row& row : receiptsOf("recycler_waste")) {
    QCOMPARE(row.at("operation"), std::string());
  }
  const auto before = plain.byId("shipments"), after = worldWith("clock_local").byId("shipments");
  for (const auto& [id, row] : before) {
    const auto at = [](const Row& each) { return Timestamp::parse(each.at("dispatched_at")); };
    QCOMPARE(at(after.at(id))->inMilliseconds() - at(row)->inMilliseconds(), 3'600'000);
  }
  std::set<std::string> receivers, last;
  for (const Row& row : receiptsOf("silent_customers")) {
    receivers.insert(row.at("receiver"));
  }
  QCOMPARE(receivers.size(), std::size_t(3));
  for (const Row& row : receiptsOf("late_receivers")) {
    if (row.at("received_at") >= "2141-06-02") last.insert(row.at("receiver"));
  }
  QCOMPARE(last.size(), std::size_t(4));
}

void SimulatorTest::januaryBeginsTheNumbersAnew() {
  SimulationOptions options = smallWorld();
  options.months = 13;
  options.confounders = *parseConfounders("january");
  const Published world = publish(options);
  std::map<std::string, std::set<std::string>> years;  // by number
  for (const Row& row : world.rows.at("shipments")) {
    const std::string year = row.at("dispatched_at").substr(0, 4);
    QVERIFY(years[row.at("document_no")].insert(year).second);
  }
  QCOMPARE(years.size(), std::size_t(1200));
  QCOMPARE(years.at("WT-88001"), (std::set<std::string>{"2141", "2142"}));
  std::multiset<std::string> sent, received;
  for (const Row& row : world.rows.at("shipments")) sent.insert(row.at("document_no"));
  for (const Row& row : world.rows.at("receipts")) received.insert(row.at("document_no"));
  QVERIFY(sent == received);
}

void SimulatorTest::twoPlantsShareReceiversVehiclesAndNumbers() {
  SimulationOptions options = smallWorld();
  options.confounders = *parseConfounders("two_plants");
  const Published world = publish(options);
  using Words = std::set<std::string>;
  std::map<std::string, Words> numbers, receivers, vehicles;  // by plant
  for (const Row& row : world.rows.at("receipts")) {
    const std::string& plant = row.at("consignor");
    QVERIFY(numbers[plant].insert(row.at("document_no")).second);
    receivers[plant].insert(row.at("receiver"));
    vehicles[plant].insert(row.at("vehicle"));
  }
  QCOMPARE(numbers.size(), std::size_t(2));
  const auto& [north, south] = std::pair("ecosphere-north", "ecosphere-south");
  QVERIFY(numbers.at(north) == numbers.at(south));
  QVERIFY(receivers.at(north) == receivers.at(south));
  Words shared;
  std::set_intersection(vehicles.at(north).begin(), vehicles.at(north).end(),
                        vehicles.at(south).begin(), vehicles.at(south).end(),
                        std::inserter(shared, shared.end()));
  QVERIFY(shared.size() * 10 > vehicles.at(north).size() * 9);
  QCOMPARE(world.rows.at("shipments").size(), std::size_t(600));
  QCOMPARE(world.rows.at("claims").size(), std::size_t(2));
}

void SimulatorTest::ticketsAreSplitAndMerged() {
  SimulationOptions options = smallWorld();
  options.confounders = *parseConfounders("split_merged=0.04");
  const Published world = publish(options);
  const auto plain = publish(smallWorld()).byId("shipments");
  std::map<std::string, std::int64_t> received, parts;  // by number
  for (const Row& row : world.rows.at("receipts")) {
    const std::string number = row.at("document_no").substr(0, 8);
    received[number] += kg(row, "net_kg");
    ++parts[number];
  }
  const auto sent = world.byId("shipments");
  int split = 0, merged = 0;
  for (const auto& [id, row] : plain) {
    const std::string& number = row.at("document_no");
    split += parts.at(number) == 2 ? 1 : 0;
    const auto second = sent.find(id + "B");
    const std::int64_t rest = second == sent.end() ? 0 : kg(second->second, "net_kg");
    merged += rest > 0 ? 1 : 0;
    QCOMPARE(kg(sent.at(id), "net_kg") + rest, kg(row, "net_kg"));
    QVERIFY(std::abs(received.at(number) - kg(row, "net_kg")) < 200);
  }
  QCOMPARE(split, 12);
  QCOMPARE(merged, 12);
  QCOMPARE(sent.size(), std::size_t(612));
}

void SimulatorTest::dosesGiveExactCounts_data() {
  QTest::addColumn<QByteArray>("doses");
  QTest::addColumn<int>("start");
  QTest::addColumn<QList<int>>("counts");  // relabel, skim, ghost, edited
  QTest::newRow("relabel") << QByteArray("relabel=0.05") << 1 << QList<int>{30, 0, 0, 0};
  QTest::newRow("skim") << QByteArray("skim=0.02") << 1 << QList<int>{0, 12, 0, 0};
  QTest::newRow("ghost") << QByteArray("ghost=0.01") << 1 << QList<int>{0, 0, 6, 0};
  QTest::newRow("edited") << QByteArray("edited=0.03") << 1 << QList<int>{0, 0, 0, 18};
  QTest::newRow("all, second half")
      << QByteArray("relabel=0.1,skim=0.1,ghost=0.1,edited=0.1") << 4 << QList<int>{30, 30, 30, 30};
}

void SimulatorTest::dosesGiveExactCounts() {
  QFETCH(QByteArray, doses);
  QFETCH(int, start);
  QFETCH(QList<int>, counts);
  SimulationOptions options = smallWorld();
  options.fraud = *parseFraudDoses({doses.data(), static_cast<std::size_t>(doses.size())});
  options.fraudStartMonth = start;
  const Published world = publish(options);
  QCOMPARE(static_cast<int>(world.truth.relabelled.size()), counts[0]);
  QCOMPARE(static_cast<int>(world.truth.skimmed.size()), counts[1]);
  QCOMPARE(static_cast<int>(world.truth.ghosts.size()), counts[2]);
  QCOMPARE(static_cast<int>(world.truth.edited.size()), counts[3]);
  const auto shipments = world.byId("shipments");
  for (const auto& id : world.truth.relabelled) {
    QVERIFY(Month::of(*Timestamp::parse(shipments.at(id).at("dispatched_at"))).month() >=
            static_cast<unsigned>(start));
  }
}

void SimulatorTest::theTrueListNamesTheRecords() {
  SimulationOptions options = smallWorld();
  options.fraud = {50'000, 50'000, 30'000, 50'000, 0};
  const Published world = publish(options);
  std::map<std::string, Row> receipts;
  for (const Row& row : world.rows.at("receipts")) receipts.emplace(row.at("document_no"), row);
  std::map<std::string, std::vector<Row>> shipments;
  for (const Row& row : world.rows.at("shipments")) shipments[row.at("id")].push_back(row);
  for (const auto& id : world.truth.relabelled) {
    const Row& receipt = receipts.at(shipments.at(id).front().at("document_no"));
    QCOMPARE(receipt.at("material"), std::string("sorting-residue"));
    QCOMPARE(receipt.at("low_code"), std::string("19 12 12"));
    QCOMPARE(receipt.at("operation"), std::string("D1"));
  }
  for (const auto& id : world.truth.skimmed) {
    const Row& row = shipments.at(id).front();
    const std::int64_t arrived = 100 * kg(receipts.at(row.at("document_no")), "net_kg");
    QVERIFY(arrived > 59 * kg(row, "net_kg") && arrived < 86 * kg(row, "net_kg"));
  }
  const auto repeated = std::count_if(shipments.begin(), shipments.end(),
                                      [](const auto& entry) { return entry.second.size() > 1; });
  QCOMPARE(static_cast<std::size_t>(repeated), world.truth.edited.size());
  for (const auto& id : world.truth.edited) {
    const auto& versions = shipments.at(id);
    QCOMPARE(versions.size(), std::size_t(2));
    QVERIFY(kg(versions[1], "net_kg") > kg(versions[0], "net_kg"));
    QCOMPARE(kg(versions[1], "gross_kg") - kg(versions[1], "tare_kg"), kg(versions[1], "net_kg"));
  }
  std::set<std::string> documents;
  for (const auto& [id, versions] : shipments) documents.insert(versions.front().at("document_no"));
  const auto byId = world.byId("receipts");
  for (const auto& id : world.truth.ghosts) {
    QVERIFY(!documents.contains(byId.at(id).at("document_no")));
    QCOMPARE(kg(byId.at(id), "net_kg") % 100, std::int64_t(0));
  }
}

/// Starts that break the rule "the most urgent first, among those the oldest" on their line.
std::set<std::string> ruleBreakers(const std::vector<Row>& jobs) {
  std::set<std::string> result;
  for (const Row& job : jobs) {
    const std::string& started = job.at("started_at");
    if (started.empty()) continue;
    for (const Row& other : jobs) {
      if (other.at("line") != job.at("line") || other.at("submitted_at") > started) continue;
      const std::string& gone =
          other.at("started_at").empty() ? other.at("cancelled_at") : other.at("started_at");
      if (!gone.empty() && gone <= started) continue;
      const auto rank = [](const Row& row) {
        return std::pair(-std::stoi(row.at("urgency")), row.at("submitted_at"));
      };
      if (rank(other) < rank(job)) result.insert(job.at("id"));
    }
  }
  return result;
}

void SimulatorTest::theDeclaredRuleIsKept() {
  const Published world = publish(smallWorld());
  const auto& jobs = world.rows.at("jobs");
  QCOMPARE(static_cast<std::int64_t>(jobs.size()), world.truth.jobs);
  QVERIFY(ruleBreakers(jobs).empty());
  const auto waited = std::count_if(jobs.begin(), jobs.end(), [](const Row& row) {
    return row.at("started_at").empty() || row.at("started_at") > row.at("submitted_at");
  });
  QVERIFY(waited * 2 > static_cast<std::int64_t>(jobs.size()));
  const auto cancelled = std::count_if(
      jobs.begin(), jobs.end(), [](const Row& row) { return !row.at("cancelled_at").empty(); });
  QVERIFY(cancelled > 0 && cancelled * 20 < static_cast<std::int64_t>(jobs.size()));
}

void SimulatorTest::linesWorkInOpeningHours() {
  const Published world = publish(smallWorld());
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> lines;
  for (const Row& row : world.rows.at("jobs")) {
    if (row.at("started_at").empty()) continue;
    lines[row.at("line")].emplace_back(row.at("started_at"), row.at("finished_at"));
  }
  QCOMPARE(lines.size(), std::size_t(2));
  for (auto& [line, times] : lines) {
    std::sort(times.begin(), times.end());
    std::string free;
    for (const auto& [started, finished] : times) {
      QVERIFY2(started >= free, started.c_str());
      free = finished;
      for (const std::string& text : {started, finished}) {
        if (text.empty()) continue;
        const Timestamp time = *Timestamp::parse(text);
        const std::string clock = text.substr(11, 8);
        QVERIFY2(clock >= "06:00:00" && clock <= "18:00:00", text.c_str());
        // 1970-01-04 was a Sunday.
        QVERIFY((time.inMilliseconds() / millisecondsPerDay - 3) % 7 != 0);
      }
      if (!finished.empty()) QVERIFY(finished > started);
    }
  }
}

void SimulatorTest::favouredJobsJump() {
  SimulationOptions options = smallWorld();
  options.fraud.favour = 100'000;
  const Published world = publish(options);
  const auto& favoured = world.truth.favoured;
  QVERIFY(favoured.size() > 20 && favoured.size() < 150);
  const auto jobs = world.byId("jobs");
  for (const auto& id : favoured) QCOMPARE(jobs.at(id).at("category"), std::string("commercial"));
  QVERIFY(ruleBreakers(world.rows.at("jobs")) == std::set(favoured.begin(), favoured.end()));
}

void SimulatorTest::vehiclesAreInOnePlace() {
  const Published world = publish(smallWorld());
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> trips;
  for (const Row& row : world.rows.at("hauls")) {
    trips[row.at("vehicle")].emplace_back(row.at("loaded_at"), row.at("unloaded_at"));
  }
  QVERIFY(trips.size() > 3);
  for (auto& [plate, list] : trips) {
    std::sort(list.begin(), list.end());
    for (std::size_t i = 1; i < list.size(); ++i) QVERIFY(list[i - 1].second < list[i].first);
  }
}

void SimulatorTest::signaturesLogsAndTablesHold() {
  SimulationOptions options = smallWorld();
  options.fraud = {20'000, 20'000, 20'000, 20'000, 50'000};
  const Published world = publish(options);
  std::map<std::string, PublicKey> keys;
  for (const std::string& line : linesOf(world.files.at("parties.txt"))) {
    const auto cells = line.substr(line.find(' ') + 1);
    const auto verifier = NoteVerifier::fromVkey(cells.substr(cells.find(' ') + 1));
    QVERIFY(verifier.ok());
    keys.emplace(cells.substr(0, cells.find(' ')), verifier->key());
  }
  QCOMPARE(keys.size(), std::size_t(8));
  std::size_t logs = 0, tables = 0;
  for (const std::string& line : linesOf(world.files.at("policy.txt"))) {
    if (!line.starts_with("log ")) continue;
    ++logs;
    const auto log = NoteVerifier::fromVkey(line.substr(4));
    const std::string folder = "log/" + sha256(bytesOf(log->name())).hex().substr(0, 32) + "/";
    const auto checkpoint = openCheckpoint(world.files.at(folder + "checkpoint"), *log);
    QVERIFY(checkpoint.ok());
    QCOMPARE(checkpoint->size, std::uint64_t(6));
    TreeHasher tree;
    std::string hashes, previous;
    for (std::uint64_t i = 0; i < checkpoint->size; ++i) {
      const std::string& bytes =
          world.files.at(folder + "entries/" + std::to_string(i) + ".dsse.json");
      tree.addEntry(bytesOf(bytes));
      hashes += textOf(leafHash(bytesOf(bytes)).view());
      const auto envelope = parseEnvelope(bytesOf(bytes));
      QVERIFY(envelope.ok());
      const auto publication = parsePublication(*parseStatement(envelope->payload));
      QVERIFY2(publication.ok(), publication.ok() ? "" : publication.error().text().c_str());
      QVERIFY(publication->periodEnd > publication->periodStart);
      const JsonValue predicate = predicateOf(bytes);
      const std::string party = *(*predicate.objectAt("party"))->stringAt("id");
      QCOMPARE(log->name(), party + ".example/log");
      QCOMPARE(verifyEnvelope(*envelope, std::vector{keys.at(party)}).size(), std::size_t(1));
      QCOMPARE(*predicate.integerAt("sequence"), static_cast<std::int64_t>(i) + 1);
      if (i > 0) QCOMPARE(*predicate.stringAt("previous"), previous);
      previous = "sha256:" + sha256(bytesOf(bytes)).hex();
      for (const JsonValue& table : **predicate.arrayAt("tables")) {
        ++tables;
        const std::string path = *table.stringAt("path");
        const std::string& csv = world.files.at(path);
        QCOMPARE("tables/" + sha256(bytesOf(csv)).hex() + ".csv", path);
        const auto lines = linesOf(csv);
        TreeHasher rows;
        for (std::size_t row = 1; row < lines.size(); ++row) rows.addEntry(bytesOf(lines[row]));
        QCOMPARE(rows.root().base64(), *table.stringAt("rowRoot"));
        QCOMPARE(static_cast<std::int64_t>(lines.size()) - 1, *table.integerAt("rows"));
        QCOMPARE(static_cast<std::int64_t>(csv.size()), *table.integerAt("bytes"));
      }
    }
    QCOMPARE(tree.root(), checkpoint->root);
    QVERIFY(world.files.at(folder + "hashes.bin") == hashes);
  }
  QCOMPARE(logs, std::size_t(8));
  QVERIFY(tables > 80);
}

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::SimulatorTest)
#include "test_simulator.moc"
