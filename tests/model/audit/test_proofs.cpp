// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Proof files out of a workspace: each verifies on its own, and no altered one does.

#include <functional>

#include <QTemporaryDir>
#include <QTest>

#include "crypto/cosignature.h"
#include "crypto/split_proof.h"

#include "model/audit/proofs.h"
#include "model/audit/session.h"
#include "model/evidence/key_proof.h"
#include "model/evidence/key_set.h"
#include "model/evidence/record_proof.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

PrivateKey keyOf(unsigned char seed) {
  return PrivateKey::fromSeed(Bytes(32, std::byte{seed})).value();
}

std::string shipments(int first, int count) {
  std::string csv = "id,document_no,line,dispatched_at,consignee,material,net_kg,carrier\n";
  for (int i = first; i < first + count; ++i) {
    const std::string number = std::to_string(i);
    csv += "S-" + number + ",D-" + number + ",1,2142-01-05T08:00:00Z,\"har,bour\",pellet,1000,x\n";
  }
  return csv;
}

bool verifies(std::string_view text) {
  const auto file = parseProofFile(text);
  if (!file) return false;
  switch (file->kind) {
    case ProofKind::Record:
      return verifyRecordProof(*file).ok();
    case ProofKind::SplitView:
      return verifySplitProof(*file).ok();
    case ProofKind::RevokedKey:
      return verifyRevokedKeyProof(*file).ok();
    case ProofKind::TwoJobs:
      break;
  }
  return verifyTwoJobsProof(*file).ok();
}

/// Of the kind that `text` has; what the altered file says it is does not count.
void noAlteredFileVerifies(const std::string& text) {
  QVERIFY(verifies(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string altered = text;
    altered[i] = static_cast<char>(altered[i] ^ (1 << (i % 8)));
    QVERIFY2(!verifies(altered), std::to_string(i).c_str());
    QVERIFY2(!verifies(std::string_view(text).substr(0, i)), std::to_string(i).c_str());
    altered = text.substr(0, i) + text.substr(i + 1);
    QVERIFY2(!verifies(altered), std::to_string(i).c_str());
  }
  QVERIFY(!verifies(text + "\n"));
}

}  // namespace

class TestProofs : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path path(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }

  void import(const std::vector<fs::path>& sources, const ImportOptions& options = {}) const {
    const auto done = importInto(path("w.plumbline"), sources, options, Progress());
    if (!done) qFatal("%s", done.error().text().c_str());
  }
  Result<ProofFile> quote(const QuoteRequest& request) const {
    return quoteRecord(path("w.plumbline"), request, Progress());
  }
  std::vector<Misconduct> misconduct() const {
    auto found = findMisconduct(path("w.plumbline"), Progress());
    if (!found) qFatal("%s", found.error().text().c_str());
    return std::move(*found);
  }

  /// Adds the cosignatures of two witnesses to the log's checkpoint; returns their policy lines.
  std::string cosign(const TestPublisher& log, const fs::path& root) const {
    const fs::path file = log.logFolder(root) / "checkpoint";
    std::string note = readBytes(file);
    const Checkpoint checkpoint = parseCheckpointText(parseNote(note)->text).value();
    std::string lines;
    for (unsigned char i = 1; i <= 2; ++i) {
      const std::string name = "w" + std::to_string(i);
      const PrivateKey key = keyOf(static_cast<unsigned char>(50 + i));
      note += cosignCheckpoint(checkpoint, name, key, 5'000'000'000).value().line();
      const auto vkey = NoteVerifier::fromKey(name, NoteKeyType::CosignatureV1, key.publicKey());
      if (i == 1) lines = "witness w " + vkey.vkey() + "\nquorum w\n";
    }
    writeBytes(file, note);
    return lines;
  }

  static NoteVerifier north(const PrivateKey& key) {
    return NoteVerifier::fromKey("north", NoteKeyType::Ed25519, key.publicKey());
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void aQuotedRecordStandsAlone() {
    TestPublisher log("north", Role::Plant, 1);
    log.publish(path("a"), {{"shipments", shipments(0, 3)}});
    log.publish(path("a"), {{"shipments", shipments(3, 5)}});
    log.close(path("a"));
    writeTrust(path("a"), {&log});
    const std::string witness = cosign(log, path("a"));
    writeBytes(path("a") / "policy.txt", log.policyLine() + witness);
    import({path("a")});
    const auto file = quote({"S-6", std::nullopt, {}});
    QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
    const auto quoted = verifyRecordProof(*file);
    QVERIFY(quoted.ok());
    QCOMPARE(quoted->record,
             std::string("S-6,D-6,1,2142-01-05T08:00:00Z,\"har,bour\",pellet,1000,x"));
    QCOMPARE(quoted->publication.party, std::string("north"));
    QCOMPARE(quoted->row, std::uint64_t{3});
    QCOMPARE(quoted->index, std::uint64_t{1});
    QCOMPARE(quoted->party.vkey(), log.verifier().vkey());
    // The witness that the policy does not name is left out.
    QCOMPARE(quoted->keys.witnesses.size(), std::size_t{1});
    QCOMPARE(quoted->checkpoint.cosignatures.size(), std::size_t{1});
    noAlteredFileVerifies(formatProofFile(*file));

    // As another kind of proof it is refused for what it is.
    QCOMPARE(verifySplitProof(*file).error().code, ErrorCode::Usage);
    QCOMPARE(verifyRevokedKeyProof(*file).error().code, ErrorCode::Usage);
    QCOMPARE(verifyTwoJobsProof(*file).error().code, ErrorCode::Usage);
    ProofFile twice = *file;
    twice.parts[0].bytes += twice.parts[0].bytes;
    QCOMPARE(verifyRecordProof(twice).error().message.text(),
             std::string("part log-keys: a key is named twice"));
    // A key of a witness is none of a log, and the other way round.
    for (const auto& [part, type] : {std::pair("log-keys", NoteKeyType::CosignatureV1),
                                     std::pair("witnesses", NoteKeyType::Ed25519)}) {
      ProofFile other = *file;
      const auto found =
          std::find_if(other.parts.begin(), other.parts.end(),
                       [name = part](const auto& each) { return each.name == name; });
      found->bytes = NoteVerifier::fromKey("x", type, keyOf(77).publicKey()).vkey() + "\n";
      const auto refused = verifyRecordProof(other);
      QVERIFY(!refused);
      QCOMPARE(QString::fromStdString(refused.error().message.text()),
               QStringLiteral("part %1: the key is of the wrong kind for its job")
                   .arg(QLatin1String(part)));
    }
  }

  void everyRowOfEverySizeCanBeQuoted() {
    for (int rows = 1; rows <= 9; ++rows) {
      m_folder = std::make_unique<QTemporaryDir>();
      TestPublisher log("north", Role::Plant, 1);
      log.publish(path("a"), {{"shipments", shipments(0, rows)}});
      log.close(path("a"));
      writeTrust(path("a"), {&log});
      import({path("a")});
      for (int row = 0; row < rows; ++row) {
        const auto file = quote({"S-" + std::to_string(row), Table::Shipments, "north"});
        QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
        QCOMPARE(verifyRecordProof(*file)->row, static_cast<std::uint64_t>(row));
      }
    }
  }

  void whatCannotBeQuoted_data() {
    QTest::addColumn<QString>("record");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* record, ErrorCode code) {
      QTest::newRow(name) << QString::fromUtf8(record) << static_cast<int>(code);
    };
    row("no such record", "S-99", ErrorCode::NotFound);
    row("another case", "s-1", ErrorCode::NotFound);
    row("two parties have it", "S-1", ErrorCode::Duplicate);
    row("in no log", "S-20", ErrorCode::NotFound);
  }
  void whatCannotBeQuoted() {
    TestPublisher one("north", Role::Plant, 1);
    TestPublisher other("south", Role::Plant, 2);
    TestPublisher loose("west", Role::Plant, 3);
    one.publish(path("a"), {{"shipments", shipments(0, 3)}});
    other.publish(path("a"), {{"shipments", shipments(0, 3)}});
    one.close(path("a"));
    other.close(path("a"));
    loose.publish(path("b"), {{"shipments", shipments(20, 1)}});
    fs::rename(loose.entryPath(path("b"), 0), path("a") / "loose.dsse.json");
    for (const auto& file : fs::directory_iterator(path("b") / "tables")) {
      fs::rename(file.path(), path("a") / "tables" / file.path().filename());
    }
    writeTrust(path("a"), {&one, &other, &loose});
    import({path("a")});
    QFETCH(QString, record);
    const auto file = quote({record.toStdString(), std::nullopt, {}});
    QVERIFY(!file);
    QTEST(static_cast<int>(file.error().code), "code");
    QVERIFY(quote({"S-1", std::nullopt, "south"}).ok());
  }

  void anHonestLogProvesNothingAgainstItself() {
    TestPublisher log("north", Role::Plant, 1);
    log.publish(path("a"), {{"shipments", shipments(0, 3)}});
    log.close(path("a"));
    const std::string before = readBytes(log.logFolder(path("a")) / "checkpoint");
    log.publish(path("a"), {{"shipments", shipments(3, 3)}});
    log.close(path("a"));
    writeBytes(log.logFolder(path("a")) / "checkpoints-seen" / sha256(bytesOf(before)).hex(),
               before);
    writeTrust(path("a"), {&log});
    import({path("a")});
    QVERIFY(misconduct().empty());
  }

  void twoHistories_data() {
    QTest::addColumn<int>("mine");
    QTest::addColumn<int>("theirs");
    for (int mine = 1; mine <= 6; ++mine) {
      for (int theirs = 1; theirs <= mine; ++theirs) {
        QTest::addRow("%d and %d", mine, theirs) << mine << theirs;
      }
    }
  }
  void twoHistories() {
    QFETCH(int, mine);
    QFETCH(int, theirs);
    const auto publish = [this](const char* name, int count, int first) {
      TestPublisher log("north", Role::Plant, 1);
      for (int i = 0; i < count; ++i) {
        // The first entries are common to both as long as there are two more.
        const int rows = i + 1 < count ? i * 10 : first + i * 10;
        log.publish(path(name), {{"shipments", shipments(rows, 1)}});
      }
      log.close(path(name));
      writeTrust(path(name), {&log});
      return log;
    };
    const TestPublisher one = publish("one", mine, 100);
    const TestPublisher other = publish("other", theirs, 500);
    import({path("one")});
    import({path("other")});
    const std::vector<Misconduct> found = misconduct();
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found[0].kind == ProofKind::SplitView);
    QCOMPARE(found[0].party, std::string("north"));
    const auto proof = verifySplitProof(found[0].proof);
    QVERIFY2(proof.ok(), proof ? "" : proof.error().text().c_str());
    QCOMPARE(proof->smaller.size, static_cast<std::uint64_t>(theirs));
    QCOMPARE(proof->larger.size, static_cast<std::uint64_t>(mine));
    const auto leaves = std::span(one.leaves()).first(static_cast<std::size_t>(theirs));
    if (theirs < mine) QCOMPARE(proof->trueRoot.hex(), treeRoot(leaves).hex());
    if (theirs == 2 && (mine == 2 || mine == 5)) {
      noAlteredFileVerifies(formatProofFile(found[0].proof));
    }
  }

  void twoCheckpointsOfOneHistoryProveNothing() {
    const PrivateKey key = keyOf(9);
    const ProofKeys keys{
        {NoteVerifier::fromKey("l.example", NoteKeyType::Ed25519, key.publicKey())}, {}};
    std::vector<Hash> leaves;
    for (int i = 0; i < 7; ++i) leaves.push_back(leafHash(bytesOf(std::to_string(i))));
    const auto note = [&](std::size_t size) {
      return signCheckpoint({"l.example", size, treeRoot(std::span(leaves).first(size))}, key)
          .value();
    };
    for (std::size_t size = 0; size <= leaves.size(); ++size) {
      const auto file = makeSplitProof(keys, note(size), size, note(leaves.size()), leaves);
      QVERIFY(file.ok());
      const auto verdict = verifySplitProof(*file);
      QVERIFY(!verdict);
      QCOMPARE(verdict.error().code, ErrorCode::Inconsistent);
      // The larger one before the smaller one.
      if (size == leaves.size()) continue;
      QVERIFY(!verifySplitProof(
          *makeSplitProof(keys, note(leaves.size()), leaves.size(), note(size), leaves)));
    }
  }

  void aRootOfNoEntriesThatIsNone() {
    const PrivateKey key = keyOf(9);
    const ProofKeys keys{
        {NoteVerifier::fromKey("l.example", NoteKeyType::Ed25519, key.publicKey())}, {}};
    const std::vector<Hash> leaves{leafHash(bytesOf("a"))};
    const std::string false0 = signCheckpoint({"l.example", 0, leaves[0]}, key).value();
    const std::string one = signCheckpoint({"l.example", 1, leaves[0]}, key).value();
    auto file = makeSplitProof(keys, false0, 0, one, leaves);
    QVERIFY(verifySplitProof(*file).ok());
    for (const Hash& root : {leaves[0], leafHash(bytesOf("b"))}) {
      file->parts.back().bytes = root.base64() + "\n";
      QVERIFY(!verifySplitProof(*file));
    }
  }

  /// Versions 1 and 2, of which the second revokes the first key, then a publication with it.
  void aKeyUsedAfterItsRevocation_data() {
    QTest::addColumn<int>("revokedAt");
    QTest::addColumn<int>("signer");
    QTest::addColumn<bool>("proved");
    QTest::newRow("revoked") << 3 << 1 << true;
    QTest::newRow("revoked from later on") << 4 << 1 << false;
    QTest::newRow("the new key") << 3 << 2 << false;
    QTest::newRow("a stranger's key") << 3 << 9 << false;
  }
  void aKeyUsedAfterItsRevocation() {
    QFETCH(int, revokedAt);
    QFETCH(int, signer);
    QFETCH(bool, proved);
    const PrivateKey old = keyOf(1);
    const PrivateKey fresh = keyOf(2);
    TestPublisher log("north", Role::Plant, 1);
    const PrivateKey* const first[] = {&old};
    const PrivateKey* const both[] = {&old, &fresh};
    log.append(path("a"), signKeySet({"north", 1, 1, {{north(old), 0}}, {}, {}}, first));
    log.append(path("a"),
               signPublication(log.bind(path("a"), {{"shipments", shipments(0, 1)}}), old));
    log.append(
        path("a"),
        signKeySet({"north", 2, 1, {{north(fresh), 2}}, {}, {{north(old), revokedAt, "lost"}}},
                   both));
    log.append(path("a"), signPublication(log.bind(path("a"), {{"shipments", shipments(5, 1)}}),
                                          keyOf(static_cast<unsigned char>(signer))));
    log.close(path("a"));
    writeTrust(path("a"), {&log});
    import({path("a")});
    const std::vector<Misconduct> found = misconduct();
    QCOMPARE(found.size(), std::size_t{proved ? 1u : 0u});
    if (!proved) return;
    const auto proof = verifyRevokedKeyProof(found[0].proof);
    QVERIFY(proof.ok());
    QCOMPARE(proof->index, std::uint64_t{3});
    QCOMPARE(proof->revokedAt, std::int64_t{3});
    QCOMPARE(proof->party.vkey(), north(old).vkey());
    noAlteredFileVerifies(formatProofFile(found[0].proof));
    // A version left out, another order, and a key that anchors nothing.
    ProofFile shorter = found[0].proof;
    shorter.parts.erase(shorter.parts.begin() + 3, shorter.parts.begin() + 5);
    QCOMPARE(verifyRevokedKeyProof(shorter).error().code, ErrorCode::BadSignature);
    ProofFile turned = found[0].proof;
    std::swap_ranges(turned.parts.begin() + 3, turned.parts.begin() + 5, turned.parts.begin() + 5);
    QCOMPARE(verifyRevokedKeyProof(turned).error().code, ErrorCode::Malformed);
    ProofFile stranger = found[0].proof;
    stranger.parts[2].bytes = north(keyOf(9)).vkey() + "\n";
    QVERIFY(!verifyRevokedKeyProof(stranger));
  }

  /// Signed with the new key as well: then it does not rest on the revoked one.
  void aRevokedKeyBesideOneInForceProvesNothing() {
    const PrivateKey old = keyOf(1);
    const PrivateKey fresh = keyOf(2);
    TestPublisher log("north", Role::Plant, 1);
    const PrivateKey* const first[] = {&old};
    const PrivateKey* const both[] = {&old, &fresh};
    const Publication publication = log.bind(path("a"), {{"shipments", shipments(0, 1)}});
    const std::string other = signPublication(publication, fresh);
    std::string last = signPublication(publication, old);
    const std::size_t start = other.find("[{") + 1;
    last.insert(last.rfind("]"), "," + other.substr(start, other.rfind("]") - start));
    const std::vector<std::string> entries{
        signKeySet({"north", 1, 1, {{north(old), 0}}, {}, {}}, first),
        signKeySet({"north", 2, 1, {{north(fresh), 1}}, {}, {{north(old), 2, "lost"}}}, both),
        last};
    for (const std::string& entry : entries) log.append(path("a"), entry);
    log.close(path("a"));
    const std::string note = readBytes(log.logFolder(path("a")) / "checkpoint");
    std::vector<ProvedEntry> proved;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      TlogProof proof;
      proof.index = i;
      proof.hashes = inclusionProof(log.leaves(), i).value();
      proof.checkpoint = note;
      proved.push_back({entries[i], formatTlogProof(proof)});
    }
    const NoteVerifier logKey =
        NoteVerifier::fromKey(log.origin(), NoteKeyType::Ed25519, log.logKey().publicKey());
    const auto verdict =
        verifyRevokedKeyProof(revokedKeyProofFile({{logKey}, {}}, north(old), proved));
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, ErrorCode::Inconsistent);
  }

  void aLogsKeyThatSignsAnEntry() {
    TestPublisher log("north", Role::Plant, 1);
    log.publish(path("a"), {{"shipments", shipments(0, 1)}});
    log.append(path("a"), signPublication(log.bind(path("a"), {{"shipments", shipments(5, 1)}}),
                                          log.logKey()));
    log.close(path("a"));
    writeTrust(path("a"), {&log});
    import({path("a")});
    const std::vector<Misconduct> found = misconduct();
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found[0].kind == ProofKind::TwoJobs);
    QCOMPARE(verifyTwoJobsProof(found[0].proof)->index, std::uint64_t{1});
    noAlteredFileVerifies(formatProofFile(found[0].proof));
  }

  void whatIsNotOfTheForm_data() {
    QTest::addColumn<std::function<void(ProofFile&)>>("change");
    const auto row = [](const char* name, std::function<void(ProofFile&)> change) {
      QTest::newRow(name) << std::move(change);
    };
    const auto vkey = [](NoteKeyType type) {
      return NoteVerifier::fromKey("x", type, keyOf(77).publicKey()).vkey() + "\n";
    };
    row("a part too many", [](ProofFile& file) { file.parts.push_back({"record", ""}); });
    row("a key that signed nothing",
        [vkey](ProofFile& file) { file.parts[1].bytes += vkey(NoteKeyType::CosignatureV1); });
    row("a witness that is not named", [](ProofFile& file) { file.parts[1].bytes.clear(); });
    row("no log key", [](ProofFile& file) { file.parts[0].bytes.clear(); });
    row("a log key twice", [](ProofFile& file) { file.parts[0].bytes += file.parts[0].bytes; });
    row("a witness key among the log's",
        [vkey](ProofFile& file) { file.parts[0].bytes += vkey(NoteKeyType::CosignatureV1); });
    row("another log's key",
        [vkey](ProofFile& file) { file.parts[0].bytes += vkey(NoteKeyType::Ed25519); });
    row("two party keys",
        [vkey](ProofFile& file) { file.parts[2].bytes += vkey(NoteKeyType::Ed25519); });
    row("another party key",
        [vkey](ProofFile& file) { file.parts[2].bytes = vkey(NoteKeyType::Ed25519); });
    row("extra data in the proof", [](ProofFile& file) {
      TlogProof proof = parseTlogProof(file.parts[4].bytes).value();
      proof.extra = toBytes("x");
      file.parts[4].bytes = formatTlogProof(proof);
    });
    row("a table that is not there", [](ProofFile& file) { file.parts[5].bytes = "receipts"; });
    row("another kind", [](ProofFile& file) { file.kind = ProofKind::TwoJobs; });
  }
  void whatIsNotOfTheForm() {
    using Change = std::function<void(ProofFile&)>;
    QFETCH(Change, change);
    TestPublisher log("north", Role::Plant, 1);
    log.publish(path("a"), {{"shipments", shipments(0, 3)}});
    log.close(path("a"));
    writeTrust(path("a"), {&log});
    const std::string witness = cosign(log, path("a"));
    writeBytes(path("a") / "policy.txt", log.policyLine() + witness);
    import({path("a")});
    ProofFile file = quote({"S-1", std::nullopt, {}}).value();
    QVERIFY(verifies(formatProofFile(file)));
    change(file);
    QVERIFY(!verifies(formatProofFile(file)));
  }
};

PLUMBLINE_TEST(TestProofs)
#include "test_proofs.moc"
