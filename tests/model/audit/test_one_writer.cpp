// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever changes a workspace waits for whoever writes to it, or says who that is; whatever reads
// one sees one state of it; nothing but an import goes near an unfinished one.
#include <functional>
#include <future>

#include <QTemporaryDir>
#include <QTest>

#include "crypto/note.h"

#include "model/audit/deliveries.h"
#include "model/audit/export_tables.h"
#include "model/audit/proofs.h"
#include "model/audit/session.h"
#include "model/audit/trust_view.h"
#include "model/decisions/decide_link.h"
#include "model/decisions/finding_notes.h"
#include "model/decisions/reference_choice.h"
#include "model/decisions/unsigned_files.h"
#include "model/evidence/own_keys.h"
#include "model/evidence/person_note.h"
#include "model/simulate/simulator.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/record_reader.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/workspace.h"
#include "model/workspace/writer_lock.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

/// The error of something, or nothing.
using Attempt = std::function<std::optional<Error>()>;
struct Named {
  const char* name;
  Attempt run;
};

template <class T>
std::optional<Error> errorOf(const Result<T>& result) {
  return result.ok() ? std::nullopt : std::optional(result.error());
}

PrivateKey someKey() {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, 'k')));
}

}  // namespace

class TestOneWriter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    SimulationOptions options;
    options.months = 2;
    options.loadsPerMonth = 20;
    QVERIFY(simulate(options, at("world"), Progress()));
    QVERIFY(importInto(at("whole"), {at("world")}, test::vouchedFor(at("world")), Progress()));
    m_audit = *runAudit(at("whole"), Progress());
    m_user = qgetenv("PLUMBLINE_DATA").toStdString();
  }

  void init() {
    m_workspace = at("ws");
    std::filesystem::remove(m_workspace);
    std::filesystem::copy_file(at("whole"), m_workspace);
    // What this computer remembers goes with it: of one workspace it keeps three states only.
    const std::filesystem::path user = at("user");
    std::filesystem::remove_all(user);
    std::filesystem::copy(m_user, user, std::filesystem::copy_options::recursive);
    qputenv("PLUMBLINE_DATA", QByteArray::fromStdString(user.string()));
  }

  void changesSayWhoHoldsIt() {
    const auto held = WriterLock::take(m_workspace);
    QVERIFY(held);
    // All at once: each of them waits a few seconds.
    std::vector<std::pair<const char*, std::future<std::optional<Error>>>> running;
    for (const Named& change : changes()) {
      running.emplace_back(change.name, std::async(std::launch::async, change.run));
    }
    for (auto& [name, outcome] : running) {
      const auto error = outcome.get();
      QVERIFY2(error.has_value(), name);
      QVERIFY2(error->code == ErrorCode::Store, name);
      const std::string holder = "by process " + std::to_string(QCoreApplication::applicationPid());
      QVERIFY2(error->message.text().find(holder) != std::string::npos, error->text().c_str());
    }
  }

  void nothingButAnImportGoesNearAnUnfinishedOne() {
    {
      const auto opened = Workspace::open(m_workspace, false);
      const std::vector<std::string> files{"1/a.csv", "2/b.csv"};
      QVERIFY(markUnfinished(opened->database(), files));
    }
    const QByteArray before = bytesIn(m_workspace);
    for (const auto& list : {changes(), readings()}) {
      for (const Named& attempt : list) {
        const auto error = attempt.run();
        QVERIFY2(error.has_value(), attempt.name);
        QVERIFY2(error->code == ErrorCode::Inconsistent, attempt.name);
        QVERIFY2(error->message.text().find("0 of 2 files") != std::string::npos, attempt.name);
      }
    }
    QCOMPARE(bytesIn(m_workspace), before);
    QVERIFY(!std::filesystem::exists(at("out")));
  }

  void everyReadingWorksOnAFinishedOne() {
    for (const Named& reading : readings()) {
      const auto error = reading.run();
      QVERIFY2(!error.has_value(), reading.name);
    }
  }

  void aChangeThatIsNotCommittedIsNone() {
    QVERIFY(!useOwnReference(m_workspace, "no such table"));
    const std::string note = "f-0123456789abcdef";
    QVERIFY(writeFindingNote(m_workspace, note, {true, "looked at", {}}));
    QCOMPARE(readFindingNotes(m_workspace)->size(), std::size_t{1});
    QVERIFY(writeFindingNote(m_workspace, note, {}));
    QVERIFY(readFindingNotes(m_workspace)->empty());
  }

  void changesLeaveNoLock() {
    QVERIFY(writeFindingNote(m_workspace, "f-0123456789abcdef", {true, "looked at", {}}));
    QVERIFY(!std::filesystem::exists(WriterLock::fileFor(m_workspace)));
    QVERIFY(!writeFindingNote(at("nowhere"), "f-0123456789abcdef", {true, "looked at", {}}));
    QVERIFY(!std::filesystem::exists(WriterLock::fileFor(at("nowhere"))));
  }

  void aReadingSeesOneState() {
    const auto opened = Workspace::openReadOnly(m_workspace);
    auto reading = std::make_unique<Result<OneReading>>(OneReading::begin(opened->database()));
    QVERIFY(reading->ok());
    // The user's own keys are no part of the file: a key is remembered before it signs.
    const NoteVerifier own = *personSigner("ada", someKey());
    QVERIFY(rememberOwnKey(opened->database(), own.vkey()));
    const Hash before = *stateOf(opened->database());
    QVERIFY(openBeside(opened->database()));
    {
      const auto within = OneReading::begin(opened->database());
      QVERIFY(within);
    }
    // Whoever writes waits for those who read.
    const auto early = signAudit(m_workspace, *m_audit, "ada", someKey());
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::Store);
    QVERIFY(*stateOf(opened->database()) == before);
    QVERIFY(openBeside(opened->database()));
    reading.reset();
    QVERIFY(signAudit(m_workspace, *m_audit, "ada", someKey()));
    // The file is no longer the one that was opened.
    QCOMPARE(stateOf(opened->database()).error().code, ErrorCode::Store);
    QVERIFY(*stateOf(Workspace::openReadOnly(m_workspace)->database()) != before);
  }

  void whoGotWhatIsOfTheSameState() {
    QVERIFY(deliveriesOf(m_workspace, *m_audit, Progress()));
    QVERIFY(writeFindingNote(m_workspace, "f-0123456789abcdef", {true, "looked at", {}}));
    QVERIFY(deliveriesOf(m_workspace, *m_audit, Progress()));
    QVERIFY(signAudit(m_workspace, *m_audit, "ada", someKey()));
    const auto found = deliveriesOf(m_workspace, *m_audit, Progress());
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Inconsistent);
    const auto again = runAudit(m_workspace, Progress());
    QVERIFY(deliveriesOf(m_workspace, **again, Progress()));
  }

  void aReaderOfAFileThatHasChangedSaysSo() {
    auto reader = RecordReader::open(m_workspace);
    StoredQuery query;
    query.table = Table::Shipments;
    query.sortField = 0;
    const std::int64_t before = *reader->count(query);
    QVERIFY(before > 0);
    {
      const auto opened = Workspace::open(m_workspace, false);
      QVERIFY(opened->database().execute("DELETE FROM shipments WHERE rowid = (SELECT max(rowid) "
                                         "FROM shipments WHERE superseded_by IS NULL)"));
    }
    // A reader has the file as it was when it was opened, or says so; whoever shows rows opens it again.
    QCOMPARE(reader->count(query).error().code, ErrorCode::Store);
    auto again = RecordReader::open(m_workspace);
    QCOMPARE(*again->count(query), before - 1);
    QVERIFY(again->page(query, 0, before));
  }

 private:
  fs::path at(const char* name) const { return fs::path(m_folder.path().toStdU16String()) / name; }
  static QByteArray bytesIn(const fs::path& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  [[nodiscard]] std::string firstIdIn(const char* table) const {
    const auto opened = Workspace::openReadOnly(m_workspace);
    auto query = opened->database().prepare(std::string("SELECT min(id) FROM ") + table);
    return *query->step() ? std::string(query->text(0)) : std::string();
  }

  [[nodiscard]] std::vector<Named> changes() const {
    const fs::path ws = m_workspace;
    const AuditPtr audit = m_audit;
    const fs::path table = at("table.tsv");
    const ReferenceTable builtIn = ReferenceTables::builtIn().tables().front();
    QFile file(table);
    if (file.open(QIODevice::WriteOnly)) file.write(builtIn.text.data(), builtIn.text.size());
    const NoteVerifier key = *personSigner("mill", someKey());
    return {
        {"sign", [=] { return errorOf(signAudit(ws, *audit, "ada", someKey())); }},
        {"endorse", [=] { return errorOf(endorseAudit(ws, *audit, "ada", someKey())); }},
        {"vouch for a file",
         [=] {
           const VouchText said{"a.json", "open data", "2026-11-02", "downloaded"};
           return errorOf(vouchForFile(ws, sha256(bytesOf("a")), said, "ada", someKey()));
         }},
        {"vouch for a key",
         [=] {
           return errorOf(vouchForKey(ws, {Role::Receiver, "mill", key}, true, Progress()));
         }},
        {"link",
         [=] {
           return errorOf(decideLink(ws, {"a", "1"}, {"b", "2"}, true, "ada", someKey()));
         }},
        {"note", [=] { return errorOf(writeFindingNote(ws, "f-0123456789abcdef", {true, "x", {}})); }},
        {"use a table", [=] { return errorOf(useReference(ws, table)); }},
        {"use the own table", [=] { return errorOf(useOwnReference(ws, builtIn.name)); }},
    };
  }

  [[nodiscard]] std::vector<Named> readings() const {
    const fs::path ws = m_workspace;
    const AuditPtr audit = m_audit;
    const std::string shipment = firstIdIn("shipments");
    const Progress none;
    StoredQuery query;
    query.table = Table::Shipments;
    const auto withReader = [ws](auto use) {
      return [ws, use]() -> std::optional<Error> {
        auto reader = RecordReader::open(ws);
        return reader ? errorOf(use(*reader)) : errorOf(reader);
      };
    };
    return {
        {"audit", [=] { return errorOf(runAudit(ws, Progress())); }},
        {"verify", [=] { return errorOf(verifyPath(ws, {}, Progress())); }},
        {"share", [ws, to = at("shared.plumb")] { return errorOf(shareAudit(ws, to, Progress())); }},
        {"export", [ws, to = at("out")] { return errorOf(exportTables(ws, to, Progress())); }},
        {"deliveries", [=] { return errorOf(deliveriesOf(ws, *audit, Progress())); }},
        {"misconduct", [=] { return errorOf(findMisconduct(ws, Progress())); }},
        {"quote",
         [=] {
           const QuoteRequest request{shipment, Table::Shipments, {}};
           return errorOf(quoteRecord(ws, request, Progress()));
         }},
        {"find a record",
         [=] { return errorOf(findRecordName(ws, Table::Shipments, shipment)); }},
        {"tables", [=] { return errorOf(referenceOf(ws)); }},
        {"notes", [=] { return errorOf(readFindingNotes(ws)); }},
        {"trust", [=] { return errorOf(readTrust(ws)); }},
        {"count", withReader([=](RecordReader& reader) { return reader.count(query); })},
        {"page", withReader([=](RecordReader& reader) { return reader.page(query, 0, 3); })},
        {"find", withReader([=](RecordReader& reader) { return reader.find(query, "a", 3); })},
        {"place", withReader([=](RecordReader& reader) { return reader.placeOf(query, 1); })},
        {"source",
         withReader([=](RecordReader& reader) { return reader.sourceBytes(Table::Shipments, 1); })},
    };
  }

  QTemporaryDir m_folder;
  fs::path m_workspace;
  AuditPtr m_audit;
  std::filesystem::path m_user;
};

PLUMBLINE_TEST(TestOneWriter)
#include "test_one_writer.moc"
