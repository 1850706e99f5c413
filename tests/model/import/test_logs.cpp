// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs, chains and witnesses, as the evidence report shows them.

#include <QTemporaryDir>
#include <QTest>

#include "model/evidence/evidence_report.h"
#include "model/import/importer.h"

#include "tests/model/judged_report.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string header = "id,time,node,material,mass_kg\n";

std::string stocks(int number) {
  return header + "K" + std::to_string(number) + ",2142-01-01T00:00:00Z,yard,pellet,5\n";
}

PrivateKey keyOf(unsigned char seed) {
  const std::vector<std::byte> bytes(32, std::byte{seed});
  return PrivateKey::fromSeed(bytes).value();
}

/// C2SP tlog-cosignature v1 over a checkpoint's text.
std::string cosignature(const std::string& text, const std::string& name, unsigned char seed,
                        std::uint64_t time) {
  const PrivateKey key = keyOf(seed);
  const std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n" + text;
  NoteSignature line;
  line.name = name;
  line.keyId = NoteVerifier::fromKey(name, NoteKeyType::CosignatureV1, key.publicKey()).keyId();
  for (int shift = 56; shift >= 0; shift -= 8) {
    line.blob.push_back(static_cast<std::byte>(time >> shift & 0xFF));
  }
  const SignatureBytes signature = key.sign(bytesOf(message));
  line.blob.insert(line.blob.end(), signature.begin(), signature.end());
  return line.line();
}

std::string witnessLine(const std::string& name, unsigned char seed) {
  return "witness " + name + " " +
         NoteVerifier::fromKey(name, NoteKeyType::CosignatureV1, keyOf(seed).publicKey()).vkey() +
         "\n";
}

}  // namespace

class TestLogs : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path root() const { return fs::path(m_folder->path().toStdString()) / "p"; }

  /// `vouched`: the user gives the policy himself.
  EvidenceReport report(bool vouched = false) const {
    const auto workspace =
        Workspace::open(fs::path(m_folder->path().toStdString()) / "w.plumbline", true);
    const Progress progress;
    ImportOptions options;
    if (vouched) options.policy = root() / "policy.txt";
    const auto imported = importPaths(*workspace, {root()}, options, progress);
    if (!imported) qFatal("%s", imported.error().text().c_str());
    return judgedReport(workspace->database()).value();
  }
  static std::string reason(const EvidenceReport& report, EvidenceQuestion question) {
    const EvidenceRow& row = report.rows[static_cast<std::size_t>(question)];
    return std::string(toText(row.state)) + " " + row.reason;
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void chains_data() {
    QTest::addColumn<QString>("defect");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << ""
                           << "passed all_in_log";
    QTest::newRow("sequence leaps") << "gap"
                                    << "failed sequence_gap";
    QTest::newRow("sequence repeats") << "repeat"
                                      << "failed sequence_repeated";
    QTest::newRow("names another predecessor") << "previous"
                                               << "failed previous_differs";
    QTest::newRow("the first one names another") << "middle"
                                                 << "failed previous_in_first";
    QTest::newRow("starts at 2") << "late"
                                 << "failed sequence_starts_late";
    QTest::newRow("starts at 2 after another") << "lateNamed"
                                               << "failed sequence_gap";
    QTest::newRow("two first ones") << "twoFirst"
                                    << "failed first_repeated";
    QTest::newRow("names none") << "nameless"
                                << "failed previous_missing";
  }
  void chains() {
    QFETCH(QString, defect);
    TestPublisher plant("north", Role::Plant, 1);
    for (int i = 0; i < 3; ++i) {
      Publication publication = plant.bind(root(), {{"stocks", stocks(i)}});
      if (defect == QLatin1String("gap") && i == 2) publication.sequence = 5;
      if (defect == QLatin1String("repeat") && i == 2) publication.sequence = 2;
      if (defect == QLatin1String("previous") && i == 2) publication.previous = sha256({});
      if (defect == QLatin1String("middle") && i == 0) publication.previous = sha256({});
      if (defect.startsWith(QLatin1String("late"))) publication.sequence = i + 2;
      if (defect == QLatin1String("lateNamed") && i == 0) publication.previous = sha256({});
      if (defect == QLatin1String("twoFirst") && i == 1) {
        publication.sequence = 1;
        publication.previous.reset();
      }
      if (defect == QLatin1String("nameless") && i == 2) publication.previous.reset();
      plant.publish(root(), publication);
    }
    plant.close(root());
    writeTrust(root(), {&plant});
    const EvidenceReport shown = report();
    QTEST(QString::fromStdString(reason(shown, EvidenceQuestion::InTheLog)), "expected");
    QCOMPARE(shown.logs.size(), std::size_t(1));
    QCOMPARE(shown.logs[0].origin, plant.origin());
    QCOMPARE(shown.logs[0].party, std::string("north"));
    QCOMPARE(shown.logs[0].size, std::uint64_t(3));
    QCOMPARE(shown.publications[0].logIndex, 0);
  }

  void entriesOfALog_data() {
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("expected");
    const PrivateKey key = keyOf(1);
    const auto statement = [&key](const char* type) {
      Statement out;
      out.predicateType = type;
      out.predicate = JsonObject{{"party", "north"}};
      return QByteArray::fromStdString(
          signEnvelope(inTotoPayloadType, bytesOf(formatStatement(out)), key));
    };
    QTest::newRow("no JSON") << QByteArray("what") << "cannot_tell entry_unreadable";
    QTest::newRow("a publication that lacks its members")
        << statement("urn:plumbline:publication:v1") << "cannot_tell entry_unreadable";
    QTest::newRow("a later form") << statement("urn:plumbline:publication:v2")
                                  << "cannot_tell entry_unsupported";
    QTest::newRow("a statement about something else")
        << statement("https://example.org/other/v1") << "passed all_in_log";
  }
  void entriesOfALog() {
    QFETCH(QByteArray, entry);
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.append(root(), entry.toStdString());
    plant.close(root());
    writeTrust(root(), {&plant});
    const EvidenceReport shown = report();
    QTEST(QString::fromStdString(reason(shown, EvidenceQuestion::InTheLog)), "expected");
    QCOMPARE(reason(shown, EvidenceQuestion::Intact), "passed all_files_match");
  }

  /// Anybody can make a log that does not hold together, and name its key in a policy file.
  void aStrangersBrokenLogFailsNobody_data() {
    QTest::addColumn<QString>("defect");
    QTest::addColumn<QString>("inTheLog");
    QTest::addColumn<QString>("sameForEveryone");
    QTest::newRow("holds together") << "" << "passed all_in_log" << "cannot_tell no_witness";
    QTest::newRow("lacks an entry") << "omitted" << "cannot_tell entry_omitted"
                                    << "cannot_tell no_witness";
    QTest::newRow("shows two histories") << "split" << "cannot_tell split_view"
                                         << "cannot_tell split_view";
  }
  void aStrangersBrokenLogFailsNobody() {
    QFETCH(QString, defect);
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(0)}});
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.close(root());
    TestPublisher copy("mole", Role::Receiver, 9);
    for (const std::size_t index : {1u, 0u}) copy.append(root(), readBytes(plant.entryPath(root(), index)));
    copy.close(root());
    if (defect == u"omitted") fs::remove(copy.entryPath(root(), 0));
    if (defect == u"split") {
      const Checkpoint other{copy.origin(), 1, sha256({})};
      writeBytes(copy.logFolder(root()) / "checkpoints-seen" / std::string(64, 'a'),
                 signCheckpoint(other, copy.logKey()).value());
    }
    writeTrust(root(), {&plant, &copy});
    const fs::path mine = fs::path(m_folder->path().toStdString()) / "mine.txt";
    writeBytes(mine, plant.partyLine());
    for (const bool named : {false, true}) {
      const auto workspace = Workspace::open(mine.parent_path() / (named ? "n" : "u"), true);
      ImportOptions options;
      if (named) options.parties = mine;
      QVERIFY(importPaths(*workspace, {root()}, options, Progress()).ok());
      const auto shown = judgedReport(workspace->database());
      QTEST(QString::fromStdString(reason(*shown, EvidenceQuestion::InTheLog)), "inTheLog");
      QTEST(QString::fromStdString(reason(*shown, EvidenceQuestion::SameForEveryone)),
            "sameForEveryone");
      for (const PublicationView& view : shown->publications) QCOMPARE(view.origin, plant.origin());
    }
  }

  /// The plant's own log is another matter.
  void thePlantsOwnBrokenLogFails() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(0)}});
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.close(root());
    fs::remove(plant.entryPath(root(), 0));
    writeTrust(root(), {&plant});
    const fs::path mine = fs::path(m_folder->path().toStdString()) / "mine.txt";
    writeBytes(mine, plant.partyLine());
    const auto workspace = Workspace::open(mine.parent_path() / "w", true);
    QVERIFY(importPaths(*workspace, {root()}, {.parties = mine}, Progress()).ok());
    const auto shown = judgedReport(workspace->database());
    QCOMPARE(reason(*shown, EvidenceQuestion::InTheLog), "failed entry_omitted");
  }

  void theSameEntryTwice() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.append(root(), readBytes(plant.entryPath(root(), 0)));
    plant.close(root());
    writeTrust(root(), {&plant});
    QCOMPARE(reason(report(), EvidenceQuestion::InTheLog), "cannot_tell entry_repeated");
  }

  void theLogHoldsALaterNumberFirst() {
    TestPublisher plant("north", Role::Plant, 1);
    const std::string first =
        signPublication(plant.bind(root(), {{"stocks", stocks(1)}}), plant.key());
    Publication second = plant.bind(root(), {{"stocks", stocks(2)}});
    second.sequence = 2;
    second.previous = sha256(bytesOf(first));
    plant.append(root(), signPublication(second, plant.key()));
    plant.append(root(), first);
    plant.close(root());
    writeTrust(root(), {&plant});
    QCOMPARE(reason(report(), EvidenceQuestion::InTheLog), "cannot_tell sequence_order");
  }

  void aPublicationOutsideALogCannotTell() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(1)}});
    fs::rename(plant.entryPath(root(), 0), root() / "january.dsse.json");
    writeTrust(root(), {&plant});
    const EvidenceReport shown = report();
    QCOMPARE(reason(shown, EvidenceQuestion::InTheLog), "cannot_tell not_in_a_log");
    QCOMPARE(reason(shown, EvidenceQuestion::Intact), "passed all_files_match");
    QCOMPARE(shown.publications[0].logIndex, -1);
  }

  void anEntryNewerThanTheCheckpointCannotTell() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.close(root());
    plant.publish(root(), {{"stocks", stocks(2)}});
    writeTrust(root(), {&plant});
    QCOMPARE(reason(report(), EvidenceQuestion::InTheLog), "cannot_tell entry_after_checkpoint");
  }

  void aCheckpointInTheWrongFolderIsRefused() {
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher other("south", Role::Plant, 2);
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.close(root());
    other.close(root());
    fs::copy_file(other.logFolder(root()) / "checkpoint", plant.logFolder(root()) / "checkpoint",
                  fs::copy_options::overwrite_existing);
    fs::remove_all(other.logFolder(root()));
    writeTrust(root(), {&plant, &other});
    QCOMPARE(reason(report(), EvidenceQuestion::InTheLog), "cannot_tell no_checkpoint");
  }

  void witnesses_data() {
    QTest::addColumn<int>("cosigners");
    QTest::addColumn<bool>("broken");
    QTest::addColumn<bool>("vouched");
    QTest::addColumn<QString>("quorum");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nobody asked for") << 2 << false << true << ""
                                      << "cannot_tell no_witness";
    QTest::newRow("enough") << 2 << false << true << "group g 2 w1 w2\nquorum g\n"
                            << "passed witness_quorum";
    QTest::newRow("named by the evidence alone")
        << 2 << false << false << "group g 2 w1 w2\nquorum g\n"
        << "cannot_tell witnesses_first_seen";
    QTest::newRow("one too few") << 1 << false << true << "group g 2 w1 w2\nquorum g\n"
                                 << "cannot_tell quorum_not_met";
    QTest::newRow("one is broken") << 2 << true << true << "group g 2 w1 w2\nquorum g\n"
                                   << "cannot_tell quorum_not_met";
  }
  void witnesses() {
    QFETCH(int, cosigners);
    QFETCH(bool, broken);
    QFETCH(bool, vouched);
    QFETCH(QString, quorum);
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.close(root());
    writeTrust(root(), {&plant});
    writeBytes(root() / "policy.txt", plant.policyLine() + witnessLine("w1", 51) +
                                          witnessLine("w2", 52) + quorum.toStdString());
    const fs::path checkpoint = plant.logFolder(root()) / "checkpoint";
    std::string note = readBytes(checkpoint);
    const std::string text = parseNote(note)->text;
    note += cosignature(text, "w1", 51, 5'000'000'000);
    if (cosigners > 1) note += cosignature(broken ? text + "x" : text, "w2", 52, 5'000'000'060);
    writeBytes(checkpoint, note);
    const EvidenceReport shown = report(vouched);
    QTEST(QString::fromStdString(reason(shown, EvidenceQuestion::SameForEveryone)), "expected");
    const auto& row = shown.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)];
    if (row.state == CheckState::Passed) {
      QCOMPARE(row.asOf->inMilliseconds(), 5'000'000'060'000);
      QCOMPARE(row.facts.get<std::int64_t>("cosigned"), 2);
      QCOMPARE(row.facts.get<std::int64_t>("witnesses"), 2);
      QCOMPARE(shown.logs[0].checkpoints.size(), std::size_t(1));
      QCOMPARE(shown.logs[0].checkpoints[0].size, std::uint64_t(1));
      QCOMPARE(shown.logs[0].checkpoints[0].witnesses, (std::vector<std::string>{"w1", "w2"}));
    }
  }

  void aCosignatureFromBeyondTheCalendarDoesNotCount() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(root(), {{"stocks", stocks(1)}});
    plant.close(root());
    writeTrust(root(), {&plant});
    writeBytes(root() / "policy.txt", plant.policyLine() + witnessLine("w1", 51) + "quorum w1\n");
    const fs::path checkpoint = plant.logFolder(root()) / "checkpoint";
    std::string note = readBytes(checkpoint);
    // The seconds times a thousand do not fit into 64 bits.
    note += cosignature(parseNote(note)->text, "w1", 51, std::uint64_t{1} << 62);
    writeBytes(checkpoint, note);
    const EvidenceReport shown = report();
    QCOMPARE(reason(shown, EvidenceQuestion::SameForEveryone), "cannot_tell quorum_not_met");
  }
};

PLUMBLINE_TEST(TestLogs)
#include "test_logs.moc"
