// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/unsigned_files.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

const VouchText said{"receipts.json", "the mill's page of open data", "2026-11-02", "downloaded"};
const QByteArray receipts =
    R"([{"dateTimeReceived":"2026-10-05T09:30:00Z","yourUniqueReference":"T1",)"
    R"("receiver":{"siteName":"Mill","authorisationNumber":"P1"},"wasteItems":[)"
    R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":1.2}}]}])";

PrivateKey keyOf(char seed) {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, seed)));
}

}  // namespace

class TestUnsignedFiles : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(m_folder->filePath(QStringLiteral("receipts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(receipts) == receipts.size());
    file.close();
    QVERIFY(importInto(path("ws"), {path("receipts.json")}, {}, Progress()).ok());
    m_original = sha256(std::as_bytes(
        std::span(receipts.constData(), static_cast<std::size_t>(receipts.size()))));
  }

  void whatTheyHold() {
    const auto all = files(path("ws"));
    QCOMPARE(all.size(), std::size_t{1});
    QCOMPARE(all[0].sha256, m_original);
    QCOMPARE(all[0].bytes, receipts.size());
    QCOMPARE(all[0].rows, 2);  // a receipt and its material
    QCOMPARE(all[0].parties, std::vector<std::string>{"P1"});
    QVERIFY(all[0].vouches.empty());
  }

  void vouchesTravelWithTheAudit() {
    QVERIFY(vouch("anna.example", 'a').ok());
    QVERIFY(vouch("anna.example", 'a').ok());  // the same words once more: there once
    QVERIFY(vouch("bert.example", 'b').ok());
    QCOMPARE(files(path("ws"))[0].vouches.size(), std::size_t{2});
    QVERIFY(shareAudit(path("ws"), path("a.plumb"), Progress()).ok());
    QVERIFY(importInto(path("ws2"), {path("a.plumb")}, {}, Progress()).ok());
    const auto there = files(path("ws2"));
    QCOMPARE(there.size(), std::size_t{1});
    QCOMPARE(there[0].vouches.size(), std::size_t{2});
    for (const Vouch& each : there[0].vouches) {
      QCOMPARE(each.text.from, said.from);
      QCOMPARE(each.text.obtained, said.obtained);
      QVERIFY(each.trust == KeyTrust::FirstSeen);
    }
    QVERIFY(there[0].toJson().dump().find("anna.example") != std::string::npos);
  }

  void itChangesNoResult() {
    const auto before = runAudit(path("ws"), Progress());
    QVERIFY(vouch("anna.example", 'a').ok());
    const auto after = runAudit(path("ws"), Progress());
    QVERIFY(before && after);
    QCOMPARE((*after)->resultsDigest, (*before)->resultsDigest);
    QCOMPARE((*after)->unsignedFiles[0].vouches.size(), std::size_t{1});
    QVERIFY((*after)->signOffs.empty());  // it is no statement about the audit
  }

  /// Any byte of the note that is changed makes it no note at all.
  void changedNotesCountForNothing() {
    QVERIFY(vouch("anna.example", 'a').ok());
    auto workspace = Workspace::open(path("ws"), false);
    const EvidenceStore store(workspace->database());
    const auto notes = readPersonNotes(workspace->database());
    QCOMPARE(notes->size(), std::size_t{1});
    const auto item = store.findMember(notes->front().member);
    const auto bytes = store.readAll(**item);
    for (std::size_t i = 0; i < bytes->size(); i += 7) {
      Bytes changed = *bytes;
      changed[i] ^= std::byte{4};
      QVERIFY(store.replace(evidence_kind::note, notes->front().member, changed).ok());
      const auto left = readPersonNotes(workspace->database());
      const bool gone = left->empty();
      // Spaces between members and the hint beside the signature are not signed.
      const bool same = !gone && left->front().said.dump() == notes->front().said.dump();
      QVERIFY2(gone || same, std::to_string(i).c_str());
    }
  }

  void refusals_data() {
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* name, const char* what, const QByteArray& value) {
      QTest::newRow(name) << QByteArray(what) << value;
    };
    row("no day", "obtained", "yesterday");
    row("a day that is none", "obtained", "2026-02-30");
    row("a time", "obtained", "2026-11-02T10:00:00Z");
    row("nothing", "from", "");
    row("two lines", "how", "a\nb");
    row("too long", "from", QByteArray(401, 'x'));
    row("not UTF-8", "file", "\xFF");
    row("a name with a space", "name", "anna b");
    row("another file", "original", "");
  }
  void refusals() {
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, value);
    VouchText text = said;
    std::string name = "anna.example";
    Hash original = m_original;
    if (what == "obtained") text.obtained = value.toStdString();
    if (what == "from") text.from = value.toStdString();
    if (what == "how") text.how = value.toStdString();
    if (what == "file") text.file = value.toStdString();
    if (what == "name") name = value.toStdString();
    if (what == "original") original = sha256(bytesOf("another"));
    QVERIFY(!vouchForFile(path("ws"), original, text, name, keyOf('a')).ok());
    QVERIFY(files(path("ws"))[0].vouches.empty());
  }

 private:
  [[nodiscard]] fs::path path(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  [[nodiscard]] Result<void> vouch(const std::string& name, char seed) const {
    return vouchForFile(path("ws"), m_original, said, name, keyOf(seed));
  }
  static std::vector<UnsignedFile> files(const fs::path& workspace) {
    const auto opened = Workspace::openReadOnly(workspace);
    auto all = readUnsignedFiles(opened->database(), readPersonNotes(opened->database()).value());
    return all ? std::move(all).value() : std::vector<UnsignedFile>();
  }
  std::unique_ptr<QTemporaryDir> m_folder;
  Hash m_original;
};

PLUMBLINE_TEST(TestUnsignedFiles)
#include "test_unsigned_files.moc"
