// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/differing_keys.h"

#include "tests/model/honest_and_crooked.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;

/// A result says no more than the keys carry that the user named.
class TestStanding : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    QVERIFY(test::makeHonestAndCrooked(path("honest"), path("crooked")));
  }

  /// Whoever brought the evidence brought the list of keys with it.
  void keysThatCameWithTheEvidenceConfirmNothing_data() {
    QTest::addColumn<QString>("world");
    QTest::addColumn<int>("wouldBe");
    QTest::newRow("honest") << QStringLiteral("honest") << static_cast<int>(Decision::Supported);
    QTest::newRow("crooked") << QStringLiteral("crooked")
                             << static_cast<int>(Decision::Contradicted);
  }
  void keysThatCameWithTheEvidenceConfirmNothing() {
    QFETCH(QString, world);
    QFETCH(int, wouldBe);
    const AuditPtr audit = auditOf(world.toStdString(), {});
    QVERIFY(audit);
    QCOMPARE(audit->decision(), Decision::CannotTell);
    QCOMPARE(audit->claims.size(), std::size_t(1));
    const ClaimVerdict& claim = audit->claims.front();
    QCOMPARE(claim.wouldBe, std::optional(static_cast<Decision>(wouldBe)));
    QVERIFY(claim.onlySaid);
    QCOMPARE(claim.reasons.front(), std::string("keys_not_named"));
    // The plant and its five receivers; the carriers' keys change no verdict.
    QCOMPARE(audit->standing.open.size(), std::size_t(6));
    QVERIFY(audit->standing.counted.empty());
    QVERIFY(!audit->accuses());
    const bool crooked = world == QStringLiteral("crooked");
    QCOMPARE(std::any_of(audit->findings.begin(), audit->findings.end(),
                         [](const Finding& finding) {
                           return finding.wouldBe == Severity::Contradiction;
                         }),
             crooked);
  }

  void namedKeysDecide() {
    const AuditPtr honest = auditOf("honest", linesOf("honest", ""));
    QCOMPARE(honest->decision(), Decision::Supported);
    QVERIFY(!honest->held && !honest->claims.front().wouldBe && !honest->claims.front().onlySaid);
    QCOMPARE(honest->standing.counted.size(), std::size_t(8));
    const AuditPtr crooked = auditOf("crooked", linesOf("crooked", ""));
    QCOMPARE(crooked->decision(), Decision::Contradicted);
    QVERIFY(crooked->accuses());
  }

  /// Strangers who name themselves receivers neither support a plant nor make it guilty.
  void aPlantWithoutNamedReceivers() {
    for (const char* world : {"honest", "crooked"}) {
      const AuditPtr audit = auditOf(world, linesOf(world, "plant "));
      QCOMPARE(audit->decision(), Decision::CannotTell);
      for (const Finding& finding : audit->findings) {
        if (!accuses(finding.severity)) continue;
        for (const RecordRef& record : finding.records) {
          QCOMPARE(record.party, std::string("ecosphere-north"));
        }
      }
    }
  }

  /// Nobody can be accused by records that a stranger wrote in their name.
  void receiversWithoutANamedPlant() {
    const AuditPtr audit = auditOf("crooked", linesOf("crooked", "receiver "));
    QCOMPARE(audit->decision(), Decision::CannotTell);
    QCOMPARE(audit->claims.front().wouldBe, std::optional(Decision::Contradicted));
    for (const Finding& finding : audit->findings) {
      if (!accuses(finding.severity)) continue;
      for (const RecordRef& record : finding.records) {
        QVERIFY(record.party != "ecosphere-north");
      }
    }
  }

  /// What a key signed first may be a list of sites; its receipts come later.
  void aKeyIsWhateverItSigned() {
    const fs::path world = path("two-publications");
    test::TestPublisher north("north", Role::Plant, 1);
    test::TestPublisher mill("mill", Role::Receiver, 2);
    const std::vector<test::TestTable> sent = {
        {"shipments", "id,document_no,line,dispatched_at,consignee,material,net_kg\n"
                      "S1,A-1,1,2142-01-05,mill,board,1000\n"}};
    const std::vector<test::TestTable> sites = {{"sites", "id,name\nmill,The mill\n"}};
    const std::vector<test::TestTable> received = {
        {"receipts", "id,document_no,line,received_at,material,net_kg\n"
                     "R1,A-1,1,2142-01-05,board,1000\n"}};
    north.publish(world, sent);
    mill.publish(world, sites);
    mill.publish(world, received);
    north.close(world);
    mill.close(world);
    test::writeTrust(world, {&north, &mill});
    const AuditPtr open = auditOf("two-publications", north.partyLine());
    QCOMPARE(open->standing.open.size(), std::size_t(1));
    QCOMPARE(open->standing.open.front().party, std::string("mill"));
    QCOMPARE(open->standing.open.front().loads, std::int64_t(1));
    QCOMPARE(open->standing.open.front().mass.inGrams(), std::int64_t(1'000'000));
    const AuditPtr named = auditOf("two-publications", north.partyLine() + mill.partyLine());
    QCOMPARE(named->standing.counted.size(), std::size_t(2));
    QVERIFY(named->standing.counted[0].decides && named->standing.counted[1].decides);
    QVERIFY(named->standing.complete());
  }

  /// The same keys give the same digest, however they came to be named; other keys another one.
  void theDigestNamesWhoCounted() {
    const AuditPtr none = auditOf("honest", {});
    const AuditPtr all = auditOf("honest", linesOf("honest", ""));
    const AuditPtr again = auditOf("honest", linesOf("honest", "") + "\n# a remark\n");
    QVERIFY(none->resultsDigest != all->resultsDigest);
    QCOMPARE(again->resultsDigest.hex(), all->resultsDigest.hex());
    QCOMPARE(sha256(bytesOf(none->canonicalJson().dump())).hex(), none->resultsDigest.hex());
    QCOMPARE(sha256(bytesOf(all->canonicalJson().dump())).hex(), all->resultsDigest.hex());
  }

  /// Naming and no longer naming keys takes effect without bringing the evidence once more.
  void namingNeedsNoNewImport() {
    const fs::path workspace = path("later");
    QVERIFY(importInto(workspace, {path("honest")}, {}, Progress()).ok());
    const Hash before = (*runAudit(workspace, Progress()))->resultsDigest;
    QVERIFY(importInto(workspace, {}, {.parties = path("honest") / "parties.txt"}, Progress()).ok());
    QCOMPARE((*runAudit(workspace, Progress()))->decision(), Decision::Supported);
    std::ofstream(path("nobody.txt")) << "# nobody\n";
    QVERIFY(importInto(workspace, {}, {.parties = path("nobody.txt")}, Progress()).ok());
    QCOMPARE((*runAudit(workspace, Progress()))->resultsDigest.hex(), before.hex());
  }

  /// Whoever heard other digits from a receiver is told nothing of what its receipts would show.
  void aKeyThatDiffersIsKeptOut() {
    const fs::path workspace = path("differs");
    QVERIFY(importInto(workspace, {path("crooked")}, {}, Progress()).ok());
    const AuditPtr before = *runAudit(workspace, Progress());
    QCOMPARE(before->claims.front().wouldBe, std::optional(Decision::Contradicted));
    const OpenKey& open = before->standing.open.back();
    const PartyKey key{open.role, open.party, *NoteVerifier::fromVkey(open.vkey)};
    QVERIFY(tellKeyDiffers(workspace, key, true).ok());
    const AuditPtr told = *runAudit(workspace, Progress());
    QCOMPARE(told->decision(), Decision::CannotTell);
    QVERIFY(!told->claims.front().wouldBe);
    QCOMPARE(told->claims.front().reasons.front(), std::string("key_differs"));
    for (const OpenKey& each : told->standing.open) {
      QCOMPARE(each.differs, each.vkey == open.vkey && each.party == open.party);
    }
    // It never counted, so nothing that was computed changes.
    QCOMPARE(told->resultsDigest.hex(), before->resultsDigest.hex());
    QVERIFY(told->state != before->state);
    QVERIFY(tellKeyDiffers(workspace, key, false).ok());
    QCOMPARE((*runAudit(workspace, Progress()))->claims.front().wouldBe,
             std::optional(Decision::Contradicted));
  }

  /// Nobody vouches for a key and says at once that it is somebody else's.
  void aKeyOfOnesOwnListDoesNotDiffer() {
    const fs::path workspace = path("mine");
    QVERIFY(importInto(workspace, {path("honest")}, {.parties = path("honest") / "parties.txt"},
                       Progress())
                .ok());
    const auto keys = parseParties(linesOf("honest", "receiver "));
    QVERIFY(keys.ok());
    const auto told = tellKeyDiffers(workspace, keys->front(), true);
    QVERIFY(!told && told.error().code == ErrorCode::Usage);
    QCOMPARE((*runAudit(workspace, Progress()))->decision(), Decision::Supported);
  }

 private:
  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  /// Of the list that came with the world, the lines that begin so.
  std::string linesOf(const std::string& world, const std::string& start) const {
    std::ifstream file(path(world) / "parties.txt");
    std::string out, line;
    while (std::getline(file, line)) {
      if (line.starts_with(start)) out += line + "\n";
    }
    return out;
  }
  AuditPtr auditOf(const std::string& world, const std::string& parties) {
    const std::string number = std::to_string(++m_count);
    ImportOptions options;
    if (!parties.empty()) {
      options.parties = path("parties" + number);
      std::ofstream(*options.parties) << parties;
    }
    if (!importInto(path("ws" + number), {path(world)}, options, Progress())) return nullptr;
    const auto audit = runAudit(path("ws" + number), Progress());
    return audit ? *audit : nullptr;
  }

  QTemporaryDir m_folder;
  int m_count = 0;
};

PLUMBLINE_TEST(TestStanding)
#include "test_standing.moc"
