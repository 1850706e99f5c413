// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/audit/trust_view.h"
#include "model/evidence/timestamp_check.h"
#include "model/workspace/user_settings.h"
#include "model/workspace/workspace.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr std::string_view csv =
    "id,document_no,line,dispatched_at,consignee,material,net_kg,carrier\n"
    "S-1,D-1,1,2142-01-05T08:00:00Z,harbour,pellet,1000,x\n";

const EvidenceRow& signedBy(const AuditPtr& audit) {
  return audit->evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SignedBy)];
}

}  // namespace

class TestTrustView : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_north = std::make_unique<TestPublisher>("north", Role::Plant, 1);
    m_north->publish(path("set"), {{"shipments", std::string(csv)}});
    m_north->close(path("set"));
    writeTrust(path("set"), {m_north.get()});
    QVERIFY(importInto(path("ws"), {path("set")}, {}, Progress()).ok());
  }

  void keysThatCameWithTheEvidenceAreFirstSeen() {
    const TrustView trust = *readTrust(path("ws"));
    QVERIFY(!trust.keys.empty());
    for (const TrustedKey& key : trust.keys) {
      QCOMPARE(key.trust, KeyTrust::FirstSeen);
      QCOMPARE(key.fingerprint.size(), std::size_t{71});
    }
    QCOMPARE(trust.authorities, std::int64_t{0});
  }

  void vouchingMakesTheRowPassAndUndoTakesItBack() {
    QCOMPARE(signedBy(audit()).reason, std::string("first_seen_keys"));
    vouch(true);
    QCOMPARE(signedBy(audit()).reason, std::string("all_signers_pinned"));
    QCOMPARE(signedBy(audit()).state, CheckState::Passed);
    QCOMPARE(audit()->evidence.parties.front().trust, KeyTrust::Pinned);
    vouch(false);
    QCOMPARE(signedBy(audit()).reason, std::string("first_seen_keys"));
    QCOMPARE(setting(pinnedPartiesSetting), std::string());
  }

  void vouchingTwiceIsOnce() {
    vouch(true);
    const std::string once = setting(pinnedPartiesSetting);
    vouch(true);
    QCOMPARE(setting(pinnedPartiesSetting), once);
  }

  void theRestOfTheListStaysAsItWas() {
    const std::string other = partiesLine(
        Role::Carrier, "haul",
        NoteVerifier::fromKey("haul", NoteKeyType::Ed25519,
                              PrivateKey::fromSeed(bytesOf(std::string(32, 'h')))->publicKey()));
    // No newline at its end, as people leave files.
    const std::string mine = "# my list\n\n" + other.substr(0, other.size() - 1);
    setParties(mine);
    vouch(true);
    QVERIFY(setting(pinnedPartiesSetting).starts_with("# my list\n\n" + other));
    vouch(false);
    QCOMPARE(setting(pinnedPartiesSetting), mine + "\n");
  }

  void theEvidenceAndTheSharedFileStayTheSame() {
    QVERIFY(shareAudit(path("ws"), path("before.plumb"), Progress()).ok());
    const Hash root = audit()->evidence.root;
    vouch(true);
    QCOMPARE(audit()->evidence.root.hex(), root.hex());
    QVERIFY(shareAudit(path("ws"), path("after.plumb"), Progress()).ok());
    QVERIFY(readBytes(path("before.plumb")) == readBytes(path("after.plumb")));
  }

  void aKeyWithAnotherJobIsRefused() {
    const PartyKey mine = key();
    writePolicy("log " + mine.key.vkey() + "\n");
    const auto done = vouchForKey(path("ws"), mine, true, Progress());
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, ErrorCode::Duplicate);
    QCOMPARE(setting(pinnedPartiesSetting), std::string());
  }

  void digits_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("expected");
    const QString whole = QStringLiteral("12345 67890");
    QTest::newRow("nothing yet") << QString() << static_cast<int>(DigitsMatch::Incomplete);
    QTest::newRow("the first ones") << QStringLiteral("1234") << int(DigitsMatch::Incomplete);
    QTest::newRow("all") << whole << int(DigitsMatch::Same);
    QTest::newRow("without spaces") << QStringLiteral("1234567890") << int(DigitsMatch::Same);
    QTest::newRow("in lines") << QStringLiteral("12345\r\n67890\n") << int(DigitsMatch::Same);
    QTest::newRow("first digit differs") << QStringLiteral("2") << int(DigitsMatch::Different);
    QTest::newRow("last digit differs")
        << QStringLiteral("1234567891") << int(DigitsMatch::Different);
    QTest::newRow("one too many") << QStringLiteral("12345678901") << int(DigitsMatch::Different);
    QTest::newRow("letters") << QStringLiteral("12a") << int(DigitsMatch::NoDigits);
  }
  void digits() {
    QFETCH(QString, typed);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(compareDigits("12345 67890", typed.toStdString())), expected);
  }
  void withoutAFingerprintNothingIsTheSame() {
    QCOMPARE(compareDigits("", ""), DigitsMatch::Different);
    QCOMPARE(compareDigits("", "1"), DigitsMatch::Different);
  }

  void theQuorumIsShownAsThePolicyHasIt() {
    const auto witness = [](char seed) {
      return NoteVerifier::fromKey(
                 std::string(1, seed), NoteKeyType::CosignatureV1,
                 PrivateKey::fromSeed(bytesOf(std::string(32, seed)))->publicKey())
          .vkey();
    };
    writePolicy("witness a " + witness('a') + "\nwitness b " + witness('b') +
                "\ngroup both 2 a b\nquorum both\n");
    const TrustView trust = *readTrust(path("ws"));
    QCOMPARE(trust.policyTrust, KeyTrust::Pinned);
    QCOMPARE(trust.quorum.threshold, std::size_t{2});
    QCOMPARE(trust.quorum.members, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(trust.witnesses, (std::vector<std::string>{"a", "b"}));
  }

 private:
  [[nodiscard]] fs::path path(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  [[nodiscard]] AuditPtr audit() const { return *runAudit(path("ws"), Progress()); }
  [[nodiscard]] PartyKey key() const {
    const PartyView party = audit()->evidence.parties.front();
    return {party.role, party.id, *NoteVerifier::fromVkey(party.vkey)};
  }
  void vouch(bool on) const {
    const auto done = vouchForKey(path("ws"), key(), on, Progress());
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().text().c_str());
  }
  [[nodiscard]] std::string setting(std::string_view name) const {
    const auto workspace = Workspace::openReadOnly(path("ws"));
    return userSetting(workspace->database(), name).value();
  }
  void setParties(const std::string& text) const {
    writeBytes(path("mine.txt"), text);
    ImportOptions options;
    options.parties = path("mine.txt");
    QVERIFY(importInto(path("ws"), {}, options, Progress()).ok());
  }
  void writePolicy(const std::string& text) const {
    writeBytes(path("policy.txt"), text);
    ImportOptions options;
    options.policy = path("policy.txt");
    const auto done = importInto(path("ws"), {}, options, Progress());
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().text().c_str());
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<TestPublisher> m_north;
};

PLUMBLINE_TEST(TestTrustView)
#include "test_trust_view.moc"
