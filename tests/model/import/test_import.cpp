// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Importing signed folders: what goes in, what is refused and why, and that order does not matter.

#include <algorithm>
#include <random>

#include <QTemporaryDir>
#include <QTest>

#include "model/evidence/evidence_report.h"
#include "model/import/importer.h"
#include "model/store/evidence_store.h"

#include "tests/model/judged_report.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string shipmentsHeader =
    "id,document_no,line,dispatched_at,consignee,material,net_kg,carrier\n";
const std::string receiptsHeader = "id,document_no,line,received_at,receiver,material,net_kg\n";

std::string shipments(int first, int count, int netKg = 1000) {
  std::string csv = shipmentsHeader;
  for (int i = first; i < first + count; ++i) {
    const std::string number = std::to_string(10'000 + i);
    csv += "S-" + number + ",D-" + number + ",1,2142-01-05T08:00:00Z,harbour,pellet," +
           std::to_string(netKg + i) + ".5,\"Trans, Ltd\"\n";
  }
  return csv;
}

std::string receipts(int first, int count) {
  std::string csv = receiptsHeader;
  for (int i = first; i < first + count; ++i) {
    const std::string number = std::to_string(10'000 + i);
    csv += "R-" + number + ",D-" + number + ",1,2142-01-06T08:00:00Z,harbour,pellet," +
           std::to_string(1000 + i) + "\r\n";
  }
  return csv;
}

struct Row {
  std::vector<std::string> cells;
  auto operator<=>(const Row&) const = default;
};

/// Every row of a query as text, for comparing workspaces.
std::vector<Row> rowsOf(const Database& database, std::string_view sql) {
  auto query = database.prepare(sql).value();
  std::vector<Row> rows;
  while (query.step().value()) {
    Row row;
    for (int column = 0; column < 60; ++column) {
      row.cells.push_back(query.isNull(column) ? "NULL" : std::string(query.text(column)));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Everything derived, without row ids: those depend on the order of arrival.
std::vector<std::vector<Row>> derived(const Database& database) {
  std::vector<std::vector<Row>> out;
  for (const TableInfo& info : allTables()) {
    std::string columns;
    for (const Field& field : info.fields) columns += ", r." + std::string(field.column);
    const std::string name(info.name);
    out.push_back(rowsOf(
        database, "SELECT e.sha256, r.row, r.at" + columns + ", se.sha256, s.row FROM " + name +
                      " AS r JOIN publications AS p ON p.id = r.publication JOIN "
                      "evidence AS e ON e.id = p.evidence LEFT JOIN " +
                      name +
                      " AS s ON s.rowid = r.superseded_by LEFT JOIN publications AS sp ON "
                      "sp.id = s.publication LEFT JOIN evidence AS se ON se.id = "
                      "sp.evidence ORDER BY 1, 2"));
  }
  out.push_back(rowsOf(database,
                       "SELECT e.sha256, e.member, p.party, p.role, p.sequence, p.previous, "
                       "p.origin, p.log_index, p.signer, p.state FROM publications AS p JOIN "
                       "evidence AS e ON e.id = p.evidence ORDER BY 1"));
  out.push_back(rowsOf(database,
                       "SELECT e.sha256, t.name, t.sha256, t.state, t.rows, t.first_key, "
                       "t.last_key, t.revised FROM publication_tables AS t JOIN publications AS p "
                       "ON p.id = t.publication JOIN evidence AS e ON e.id = p.evidence ORDER BY "
                       "1, 2"));
  out.push_back(rowsOf(database, "SELECT sha256, member, kind, bytes FROM evidence ORDER BY 2"));
  out.push_back(rowsOf(database, "SELECT * FROM logs ORDER BY 1"));
  out.push_back(rowsOf(database, "SELECT * FROM keys ORDER BY 1, 2, 3, 4, 5"));
  return out;
}

std::string reasonOf(const EvidenceReport& report, EvidenceQuestion question) {
  const EvidenceRow& row = report.rows[static_cast<std::size_t>(question)];
  return std::string(toText(row.state)) + " " + row.reason;
}

/// The envelope with another payload under the old signature.
std::string withOtherPayload(const std::string& envelopeText) {
  const auto envelope = parseEnvelope(bytesOf(envelopeText)).value();
  std::string payload(textOf(envelope.payload));
  payload.replace(payload.find("The north"), 9, "The North");
  const std::string signature = toBase64(envelope.signatures.front().signature);
  const JsonObject members{{"payload", toBase64(bytesOf(payload))},
                           {"payloadType", inTotoPayloadType},
                           {"signatures", JsonArray{JsonObject{{"sig", signature}}}}};
  return JsonValue(members).dump();
}

std::string withBrokenSignature(const std::string& note) {
  auto parsed = parseNote(note).value();
  parsed.unverified[0].blob[5] ^= std::byte{1};
  return parsed.text + "\n" + parsed.unverified[0].line();
}

/// Does to a good folder what the defect's name says.
void damage(const std::string& defect, const fs::path& root, const TestPublisher& plant) {
  const fs::path entry = plant.entryPath(root, 0);
  const fs::path log = plant.logFolder(root);
  const fs::path table = root / ("tables/" + sha256(bytesOf(shipments(0, 50))).hex() + ".csv");
  std::string bytes = readBytes(table);
  if (defect == "table_byte") {
    bytes[bytes.find("1000.5")] = '2';
    writeBytes(table, bytes);
  } else if (defect == "table_longer") {
    writeBytes(table, bytes + "\n");
  } else if (defect == "table_missing") {
    fs::remove(table);
  } else if (defect == "payload") {
    writeBytes(entry, withOtherPayload(readBytes(entry)));
  } else if (defect == "envelope_garbage") {
    writeBytes(entry, "{");
    fs::remove(table);
  } else if (defect == "entry_omitted") {
    fs::remove(entry);
  } else if (defect == "checkpoint_signature") {
    writeBytes(log / "checkpoint", withBrokenSignature(readBytes(log / "checkpoint")));
  } else if (defect == "hashes") {
    std::string hashes = readBytes(log / "hashes.bin");
    hashes[40] = static_cast<char>(hashes[40] ^ 1);
    writeBytes(log / "hashes.bin", hashes);
  } else if (defect == "no_hashes") {
    fs::remove(log / "hashes.bin");
  } else if (defect == "no_checkpoint") {
    fs::remove(log / "checkpoint");
  } else if (defect == "no_policy") {
    fs::remove(root / "policy.txt");
  } else if (defect == "no_parties") {
    fs::remove(root / "parties.txt");
  } else if (defect == "key_twice") {
    writeBytes(root / "parties.txt",
               plant.partyLine() + partiesLine(Role::Carrier, "east", plant.verifier()));
  } else {
    writeBytes(root / "holiday.jpg", "\xFF\xD8\xFF");
  }
}

}  // namespace

class TestImport : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  Progress m_progress;
  int m_workspaces = 0;

  fs::path path(const std::string& name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }
  Workspace fresh() {
    return Workspace::open(path("w" + std::to_string(++m_workspaces) + ".plumbline"), true).value();
  }
  ImportReport import(const Workspace& workspace, const std::vector<fs::path>& paths,
                      const ImportOptions& options = {}) {
    auto report = importPaths(workspace, paths, options, m_progress);
    if (!report) qWarning("%s", report.error().text().c_str());
    return report.value();
  }
  static std::int64_t count(const Workspace& workspace, const std::string& table) {
    return std::stoll(
        rowsOf(workspace.database(), "SELECT count(*) FROM " + table).front().cells.front());
  }
  /// Two tables of one party, large enough to be loaded without indexes.
  static void writeLargeLoad(const fs::path& root, const std::string& early,
                             const std::string& late) {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root, {{"shipments", early}});
    plant.publish(root, {{"shipments", late}});
    plant.close(root);
    writeTrust(root, {&plant});
  }
  static EvidenceReport evidence(const Workspace& workspace) {
    return judgedReport(workspace.database()).value();
  }
  /// A folder of two parties: two months of shipments, one of receipts.
  void writeCity(const fs::path& root) const {
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    plant.publish(root, {{"shipments", shipments(0, 50)}});
    plant.publish(root, {{"shipments", shipments(40, 60, 2000)}});
    harbour.publish(root, {{"receipts", receipts(0, 50)}});
    plant.close(root);
    harbour.close(root);
    writeTrust(root, {&plant, &harbour});
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void takesInASignedFolder() {
    writeCity(path("city"));
    writeBytes(path("city") / "truth.json", "not json");
    const Workspace workspace = fresh();
    const ImportReport report = import(workspace, {path("city")});
    QCOMPARE(report.problems.size(), std::size_t(0));
    QCOMPARE(report.rows, 160);
    QCOMPARE(report.alreadyThere, 0);
    QCOMPARE(count(workspace, "shipments"), 110);
    QCOMPARE(count(workspace, "receipts"), 50);
    const EvidenceReport shown = evidence(workspace);
    QCOMPARE(reasonOf(shown, EvidenceQuestion::Intact), "passed all_files_match");
    QCOMPARE(reasonOf(shown, EvidenceQuestion::SignedBy), "cannot_tell first_seen_keys");
    QCOMPARE(reasonOf(shown, EvidenceQuestion::InTheLog), "passed all_in_log");
    QCOMPARE(reasonOf(shown, EvidenceQuestion::SameForEveryone), "cannot_tell no_witness");
    QCOMPARE(reasonOf(shown, EvidenceQuestion::NotLaterThan), "cannot_tell no_timestamp");
    QCOMPARE(shown.publications.size(), std::size_t(3));
    QCOMPARE(shown.files, 8);
    QCOMPARE(shown.signedFiles, 6);
  }

  void exactValuesArrive() {
    writeCity(path("city"));
    const Workspace workspace = fresh();
    import(workspace, {path("city")});
    const auto rows =
        rowsOf(workspace.database(),
               "SELECT id, document_no, line, dispatched_ms, net_g, carrier, gross_g, "
               "row, at FROM shipments ORDER BY rowid LIMIT 1");
    const auto& cells = rows.front().cells;
    const auto time = Timestamp::fromCivil(2142, 1, 5, 8).inMilliseconds();
    QCOMPARE(cells[0], "S-10000");
    QCOMPARE(cells[3], std::to_string(time));
    QCOMPARE(cells[4], "1000500");
    QCOMPARE(cells[5], "Trans, Ltd");
    QCOMPARE(cells[6], "NULL");
    QCOMPARE(cells[7], "1");
    QCOMPARE(cells[8], std::to_string(shipmentsHeader.size()));
  }

  void importingAgainChangesNothing() {
    writeCity(path("city"));
    const Workspace workspace = fresh();
    import(workspace, {path("city")});
    const auto before = derived(workspace.database());
    const ImportReport again = import(workspace, {path("city")});
    QCOMPARE(again.rows, 0);
    QCOMPARE(again.files.size(), std::size_t(0));
    QCOMPARE(again.alreadyThere, 12);  // 3 entries, 3 tables, 2 x (checkpoint, hashes), trust files
    QVERIFY(derived(workspace.database()) == before);
  }

  void orderOfArrivalDoesNotMatter_data() {
    QTest::addColumn<bool>("reversed");
    QTest::addColumn<bool>("together");
    QTest::newRow("file by file") << false << false;
    QTest::newRow("file by file, last first") << true << false;
    QTest::newRow("together, last first") << true << true;
  }
  void orderOfArrivalDoesNotMatter() {
    QFETCH(bool, reversed);
    QFETCH(bool, together);
    writeCity(path("city"));
    const Workspace whole = fresh();
    import(whole, {path("city")});
    // One folder a file, so that each file can be an import of its own.
    std::vector<fs::path> pieces;
    for (const auto& entry : fs::recursive_directory_iterator(path("city"))) {
      if (!entry.is_regular_file()) continue;
      const fs::path piece = path("piece" + std::to_string(pieces.size()));
      const fs::path target = piece / fs::relative(entry.path(), path("city"));
      fs::create_directories(target.parent_path());
      fs::copy_file(entry.path(), target);
      pieces.push_back(piece);
    }
    std::sort(pieces.begin(), pieces.end());
    if (reversed) std::reverse(pieces.begin(), pieces.end());
    const Workspace workspace = fresh();
    if (together) {
      import(workspace, pieces);
    } else {
      for (const fs::path& piece : pieces) import(workspace, {piece});
    }
    const auto expected = derived(whole.database());
    const auto found = derived(workspace.database());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      QVERIFY2(found[i] == expected[i], std::to_string(i).c_str());
    }
    QCOMPARE(evidence(workspace).toJson().dump(), evidence(whole).toJson().dump());
  }

  void aLaterPublicationSupersedes() {
    writeCity(path("city"));
    const Workspace workspace = fresh();
    import(workspace, {path("city")});
    QCOMPARE(rowsOf(workspace.database(), "SELECT 1 FROM shipments WHERE superseded_by IS NOT NULL")
                 .size(),
             std::size_t(10));
    const auto pairs =
        rowsOf(workspace.database(),
               "SELECT a.id, b.id, a.net_g < b.net_g FROM shipments a JOIN shipments "
               "b ON b.rowid = a.superseded_by");
    for (const Row& pair : pairs) {
      QCOMPARE(pair.cells[0], pair.cells[1]);
      QCOMPARE(pair.cells[2], "1");
    }
    const EvidenceReport shown = evidence(workspace);
    QVERIFY(!shown.publications[1].revision);
    QVERIFY(shown.publications[2].revision);
    QCOMPARE(shown.publications[2].party, "north");
    QCOMPARE(shown.publications[2].sequence, 2);
  }

  void anUnchangedRepeatIsNoRevision() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("p"), {{"shipments", shipments(0, 5)}});
    plant.publish(path("p"), {{"shipments", shipments(0, 5)}});
    plant.close(path("p"));
    writeTrust(path("p"), {&plant});
    const Workspace workspace = fresh();
    QCOMPARE(import(workspace, {path("p")}).rows, 10);
    QCOMPARE(
        rowsOf(workspace.database(), "SELECT 1 FROM shipments WHERE superseded_by IS NULL").size(),
        std::size_t(5));
    QVERIFY(!evidence(workspace).publications[1].revision);
  }

  void pinnedKeysMakeItPass() {
    writeCity(path("city"));
    ImportOptions options;
    options.parties = path("city") / "parties.txt";
    options.policy = path("city") / "policy.txt";
    const Workspace workspace = fresh();
    import(workspace, {path("city")}, options);
    const EvidenceReport shown = evidence(workspace);
    QCOMPARE(reasonOf(shown, EvidenceQuestion::SignedBy), "passed all_signers_pinned");
    QCOMPARE(shown.parties.size(), std::size_t(2));
    QVERIFY(shown.parties[0].trust == KeyTrust::Pinned);
  }

  void aPinnedKeyOverrulesTheFoldersOwn() {
    const fs::path root = path("forged");
    TestPublisher impostor("north", Role::Plant, 9);
    impostor.publish(root, {{"shipments", shipments(0, 5)}});
    impostor.close(root);
    writeTrust(root, {&impostor});
    const Workspace workspace = fresh();
    import(workspace, {root});
    QCOMPARE(count(workspace, "shipments"), 5);
    const TestPublisher real("north", Role::Plant, 1);
    writeBytes(path("mine.txt"), real.partyLine());
    ImportOptions options;
    options.parties = path("mine.txt");
    import(workspace, {root}, options);
    QCOMPARE(count(workspace, "shipments"), 0);
    QCOMPARE(reasonOf(evidence(workspace), EvidenceQuestion::SignedBy),
             "cannot_tell not_in_force");
    // The same in one step.
    const Workspace other = fresh();
    import(other, {root}, options);
    QVERIFY(derived(other.database()) == derived(workspace.database()));
  }

  void keysThatComeLaterCount() {
    writeCity(path("city"));
    fs::rename(path("city") / "parties.txt", path("parties.txt"));
    const Workspace workspace = fresh();
    import(workspace, {path("city")});
    QCOMPARE(reasonOf(evidence(workspace), EvidenceQuestion::SignedBy), "cannot_tell unknown_key");
    import(workspace, {path("parties.txt")});
    QCOMPARE(reasonOf(evidence(workspace), EvidenceQuestion::SignedBy),
             "cannot_tell first_seen_keys");
  }

  void brokenFolders_data();
  void brokenFolders();

  /// Whatever byte of the evidence changes, something says so.
  void everyChangedByteIsNoticed() {
    writeCity(path("city"));
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(path("city"))) {
      if (entry.is_regular_file() && entry.path().extension() != ".txt") {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
      const fs::path& file = files[static_cast<std::size_t>(round) % files.size()];
      const std::string good = readBytes(file);
      std::string bad = good;
      const std::size_t at = random() % bad.size();
      bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1u << random() % 8));
      writeBytes(file, bad);
      const Workspace workspace = fresh();
      const ImportReport report = import(workspace, {path("city")});
      const EvidenceReport shown = evidence(workspace);
      const bool passes =
          reasonOf(shown, EvidenceQuestion::Intact) == "passed all_files_match" &&
          reasonOf(shown, EvidenceQuestion::SignedBy) == "cannot_tell first_seen_keys" &&
          reasonOf(shown, EvidenceQuestion::InTheLog) == "passed all_in_log";
      QVERIFY2(!passes, (file.string() + " byte " + std::to_string(at)).c_str());
      writeBytes(file, good);
    }
  }

  void aLogThatForksFailsInEitherOrder() {
    const fs::path first = path("first");
    const fs::path second = path("second");
    TestPublisher one("north", Role::Plant, 1);
    TestPublisher two("north", Role::Plant, 1);
    one.publish(first, {{"shipments", shipments(0, 5)}});
    one.publish(first, {{"shipments", shipments(10, 5)}});
    two.publish(second, {{"shipments", shipments(0, 5)}});
    two.publish(second, {{"shipments", shipments(20, 5)}});
    one.close(first);
    two.close(second);
    writeTrust(first, {&one});
    writeTrust(second, {&two});
    const Workspace forward = fresh();
    import(forward, {first});
    QCOMPARE(reasonOf(evidence(forward), EvidenceQuestion::InTheLog), "passed all_in_log");
    const ImportReport report = import(forward, {second});
    QVERIFY(!report.problems.empty());
    QCOMPARE(reasonOf(evidence(forward), EvidenceQuestion::InTheLog), "failed split_view");
    QCOMPARE(reasonOf(evidence(forward), EvidenceQuestion::SameForEveryone), "failed split_view");
    const Workspace backward = fresh();
    import(backward, {second});
    import(backward, {first});
    QVERIFY(derived(forward.database()) == derived(backward.database()));
  }

  void anEarlierCheckpointOfTheSameHistoryIsFine() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("early"), {{"shipments", shipments(0, 5)}});
    plant.close(path("early"));
    writeTrust(path("early"), {&plant});
    fs::copy(path("early"), path("late"), fs::copy_options::recursive);
    plant.publish(path("late"), {{"shipments", shipments(10, 5)}});
    plant.close(path("late"));
    const Workspace forward = fresh();
    import(forward, {path("early")});
    import(forward, {path("late")});
    QCOMPARE(reasonOf(evidence(forward), EvidenceQuestion::InTheLog), "passed all_in_log");
    const Workspace backward = fresh();
    import(backward, {path("late")});
    import(backward, {path("early")});
    QVERIFY(derived(forward.database()) == derived(backward.database()));
  }

  void aCancelledImportLeavesNoHalfTable() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("p"), {{"shipments", shipments(0, 20'000)}});
    plant.close(path("p"));
    writeTrust(path("p"), {&plant});
    const Workspace workspace = fresh();
    Progress* watched = nullptr;
    Progress progress([&watched](const Message&, std::int64_t done, std::int64_t) {
      if (done > 100'000) watched->cancel();
    });
    watched = &progress;
    const auto report = importPaths(workspace, {path("p")}, {}, progress);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(count(workspace, "shipments"), 0);
    QCOMPARE(import(workspace, {path("p")}).rows, 20'000);
  }

  // Tables of a large load share a transaction; each still stands or falls by itself.
  void aLargeLoadKeepsTheTablesBeforeACancel() {
    const std::string early = shipments(0, 70'000);
    const std::string late = shipments(70'000, 70'000);
    writeLargeLoad(path("p"), early, late);
    const Workspace workspace = fresh();
    int tables = 0;
    Progress* watched = nullptr;
    Progress progress([&](const Message& what, std::int64_t done, std::int64_t) {
      if (what.text() != "Reading shipments") return;
      if (done == 0) ++tables;
      if (tables == 2 && done > 1'000'000) watched->cancel();
    });
    watched = &progress;
    const auto report = importPaths(workspace, {path("p")}, {}, progress);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(count(workspace, "shipments"), 70'000);
    QCOMPARE(count(workspace, "evidence WHERE kind = 'table'"), 1);
    QCOMPARE(import(workspace, {path("p")}).rows, 70'000);
    QCOMPARE(count(workspace, "shipments"), 140'000);
  }

  void aLargeLoadGoesOnAfterATableThatDiffers() {
    const std::string early = shipments(0, 70'000);
    const std::string late = shipments(70'000, 70'000);
    writeLargeLoad(path("p"), early, late);
    std::string other = early;
    other[other.rfind("Trans")] = 'F';
    writeBytes(path("p") / ("tables/" + sha256(bytesOf(early)).hex() + ".csv"), other);
    const Workspace workspace = fresh();
    const ImportReport report = import(workspace, {path("p")});
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.rows, 70'000);
    const Row ids = rowsOf(workspace.database(), "SELECT min(id), max(id) FROM shipments").front();
    QCOMPARE(ids.cells[0], std::string("S-100000"));
    QCOMPARE(ids.cells[1], std::string("S-99999"));
    const EvidenceStore store(workspace.database());
    const auto kept = store.findDigest(sha256(bytesOf(late)), evidence_kind::table).value();
    QVERIFY(kept);
    QVERIFY(textOf(store.readAll(*kept).value()) == late);
  }

  void onlyNonsenseIsAnError() {
    const Workspace workspace = fresh();
    const auto report = importPaths(workspace, {path("absent")}, {}, m_progress);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotFound);
  }
};

void TestImport::brokenFolders_data() {
  QTest::addColumn<QString>("defect");
  QTest::addColumn<QString>("intact");
  QTest::addColumn<QString>("signedBy");
  QTest::addColumn<QString>("inTheLog");
  QTest::addColumn<QString>("problem");
  const char* fine = "passed all_files_match";
  const char* seen = "cannot_tell first_seen_keys";
  const char* logged = "passed all_in_log";
  QTest::newRow("table changed by one byte")
      << "table_byte"
      << "failed table_mismatch" << seen << logged << "SHA-256 differs from what was signed";
  QTest::newRow("table longer") << "table_longer"
                                << "failed table_mismatch" << seen << logged
                                << "size differs from what was signed";
  QTest::newRow("table missing") << "table_missing"
                                 << "cannot_tell table_missing" << seen << logged << "";
  QTest::newRow("envelope payload changed") << "payload" << fine << "failed bad_signature"
                                            << "failed entry_mismatch"
                                            << "not signed by a known key of north";
  QTest::newRow("envelope not JSON") << "envelope_garbage" << fine << seen << "failed entry_mismatch"
                                     << "";
  QTest::newRow("entry left out") << "entry_omitted" << fine << seen << "failed entry_omitted"
                                  << "an entry of the log is not here";
  QTest::newRow("checkpoint signature broken")
      << "checkpoint_signature" << fine << seen << "failed checkpoint_signature"
      << "the signature of a checkpoint fails";
  QTest::newRow("leaf hash changed") << "hashes" << fine << seen << "failed root_mismatch"
                                     << "do not lead to the checkpoint's root";
  QTest::newRow("leaf hashes absent") << "no_hashes" << fine << seen << "cannot_tell hashes_missing"
                                      << "";
  QTest::newRow("no checkpoint") << "no_checkpoint" << fine << seen << "cannot_tell no_checkpoint"
                                 << "";
  QTest::newRow("no policy") << "no_policy" << fine << seen << "cannot_tell log_key_unknown"
                             << "";
  QTest::newRow("no parties") << "no_parties" << fine << "cannot_tell unknown_key" << logged << "";
  QTest::newRow("a key named twice")
      << "key_twice" << fine << "cannot_tell unknown_key" << logged << "";
  QTest::newRow("a file of no known kind")
      << "stranger" << fine << seen << logged << "of no kind this program can read";
}

void TestImport::brokenFolders() {
  QFETCH(QString, defect);
  const fs::path root = path("broken");
  TestPublisher plant("north", Role::Plant, 1);
  plant.publish(root, {{"shipments", shipments(0, 50)}});
  plant.publish(root, {{"shipments", shipments(60, 50)}});
  plant.close(root);
  writeTrust(root, {&plant});
  damage(defect.toStdString(), root, plant);
  const Workspace workspace = fresh();
  const ImportReport report = import(workspace, {root});
  const EvidenceReport shown = evidence(workspace);
  QTEST(QString::fromStdString(reasonOf(shown, EvidenceQuestion::Intact)), "intact");
  QTEST(QString::fromStdString(reasonOf(shown, EvidenceQuestion::SignedBy)), "signedBy");
  QTEST(QString::fromStdString(reasonOf(shown, EvidenceQuestion::InTheLog)), "inTheLog");
  QFETCH(QString, problem);
  const std::string wanted = problem.toStdString();
  const bool named = std::any_of(
      report.problems.begin(), report.problems.end(),
      [&wanted](const Problem& one) { return one.text().find(wanted) != std::string::npos; });
  QVERIFY(named || problem.isEmpty());
}

PLUMBLINE_TEST(TestImport)
#include "test_import.moc"
