// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files are listed, taken back, put back and read in another way; and the audit is each time the one
// that these files make.

#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/import/file_changes.h"
#include "model/import/local_table.h"

#include "tests/model/audit/nasty_files.h"
#include "tests/model/containers/workbook_writer.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const StepStamp stamp{Timestamp::fromCivil(2142, 3, 1, 12), "an auditor"};

/// Receipts of the harbour; `head` names the columns.
Mapping mappingOf(const std::string& sheetTable = "receipts", const std::string& party = "harbour") {
  const bool receipts = sheetTable == "receipts";
  const std::string text =
      R"({"plumbline":"mapping","version":1,"table":")" + sheetTable + R"(","party":{"id":")" + party +
      R"(","role":"receiver"},"text":{"encoding":"utf-8","delimiter":","},"heading_row":1,"decimal":".",)"
      R"("columns":[{"heading":"doc","column":1,"field":"document_no"},{"heading":"when","column":2,)"
      R"("field":")" +
      (receipts ? "received_at" : "dispatched_at") +
      R"(","order":"year first","zone":"UTC"},{"heading":"t","column":3,"field":"net_kg","unit":"t"},)"
      R"({"heading":"what","column":4,"field":"material"}],"constants":{)" +
      (receipts ? R"("consignor":"north")" : R"("consignee":"north")") + "}}";
  return parseMappingFile(bytesOf(text)).value();
}

constexpr std::string_view january =
    "doc,when,t,what\nW-1,2142-01-03,10,board\nW-2,2142-01-04,11,board\nW-3,2142-01-05,much,board\n";
constexpr std::string_view february =
    "doc,when,t,what\nW-4,2142-02-03,12,board\nW-5,2142-02-04,13,board\n";

}  // namespace

class TestFiles : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    writeBytes(path("january.csv"), january);
    writeBytes(path("february.csv"), february);
  }

  void everyFileTellsWhatBecameOfItsRows() {
    QCOMPARE(importTable("january.csv", mappingOf()).problems.size(), std::size_t(0));
    const EvidenceFiles list = files();
    QCOMPARE(list.files.size(), std::size_t(2));  // and the mapping, beside it
    const EvidenceFile& file = named(list, "january.csv");
    QCOMPARE(file.sha256, sha256(bytesOf(january)));
    QCOMPARE(*list.find("january.csv"), file.sha256);
    QCOMPARE(*list.find(file.sha256.hex().substr(0, 8)), file.sha256);
    QVERIFY(!list.find("uary.csv"));
    EvidenceFiles inFolder = list;
    for (EvidenceFile& each : inFolder.files) each.name = "tables/" + each.name;
    QCOMPARE(*inFolder.find("january.csv"), file.sha256);
    QCOMPARE(file.member, "originals/" + file.sha256.hex());
    QCOMPARE(file.bytes, std::ssize(january));
    QCOMPARE(file.reader, std::string("table"));
    QCOMPARE(file.tables, std::vector<std::string>{"receipts"});
    QCOMPARE(file.parties.size(), std::size_t(1));
    QCOMPARE(file.parties[0].party, std::string("harbour"));
    QCOMPARE(file.parties[0].state, std::string("unsigned"));
    QCOMPARE(file.rows.read(), 3);
    QCOMPARE(file.rows.stored, 2);
    QCOMPARE(file.rows.unusable, 1);
    QCOMPARE(file.brought->by, std::string("an auditor"));
    QVERIFY(file.brought->at == stamp.at);
  }

  /// The rows of the second file have the same numbers.
  void twoFilesOfOnePartyDoNotCollide() {
    importTable("january.csv", mappingOf());
    const ImportReport report = importTable("february.csv", mappingOf());
    QCOMPARE(report.superseded, 0);
    QCOMPARE(report.stored(), 2);
    QCOMPARE(named(files(), "january.csv").rows.stored, 2);
    QCOMPARE(named(files(), "february.csv").rows.stored, 2);
  }

  void sameFileForASecondTableIsReadAsWell() {
    importTable("january.csv", mappingOf());
    const ImportReport report = importTable("january.csv", mappingOf("shipments"));
    QCOMPARE(report.alreadyThere, 0);
    QCOMPARE(report.files.size(), std::size_t(1));
    QVERIFY(report.files[0].anew == ReadAnew::Added);
    QCOMPARE(report.rowsRead(), 6);
    const std::vector<std::string> both{"receipts", "shipments"};
    QCOMPARE(named(files(), "january.csv").tables, both);
    QCOMPARE(named(files(), "january.csv").rows.read(), 6);
    // In the other order it is the same.
    const std::string digest = digestOf(path("ws"));
    importTable("january.csv", mappingOf("shipments"), path("other"));
    importTable("january.csv", mappingOf(), path("other"));
    QCOMPARE(digestOf(path("other")), digest);
    QVERIFY(EvidenceFile(named(files(path("other")), "january.csv")).readings.size() == 2);
  }

  void sameFileUnderACorrectedMappingIsReadAnew() {
    importTable("january.csv", mappingOf());
    Mapping corrected = mappingOf();
    corrected.columns[2].unit = Unit::Kilogram;
    const ImportReport report = importTable("january.csv", corrected);
    QCOMPARE(report.files.size(), std::size_t(1));
    QVERIFY(report.files[0].anew == ReadAnew::Replaced);
    QCOMPARE(named(files(), "january.csv").rows.read(), 3);
    QCOMPARE(named(files(), "january.csv").readings.size(), std::size_t(1));
    importTable("january.csv", corrected, path("other"));
    QCOMPARE(digestOf(path("ws")), digestOf(path("other")));
    // Once more is nothing new.
    QCOMPARE(importTable("january.csv", corrected).alreadyThere, 1);
  }

  /// The rows of both sheets have the same numbers; the first one may go without its name.
  void anotherSheetOfAWorkbookIsReadAsWell() {
    const auto sheet = [](const std::string& document) {
      const auto cell = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
      };
      return "<row>" + cell("doc") + cell("when") + cell("t") + cell("what") + "</row><row>" +
             cell(document) + cell("2142-01-03") + cell("10") + cell("board") + "</row>";
    };
    const QByteArray book = zipOf(workbookParts({{"May", sheet("W-1")}, {"June", sheet("W-2")}}));
    writeBytes(path("book.xlsx"), book.toStdString());
    Mapping mapping = mappingOf();
    mapping.delimiter.reset();
    QCOMPARE(importTable("book.xlsx", mapping).stored(), 1);
    mapping.sheet = "June";
    const ImportReport june = importTable("book.xlsx", mapping);
    QVERIFY(june.files.size() == 1 && june.files[0].anew == ReadAnew::Added);
    QCOMPARE(june.superseded, 0);
    QCOMPARE(june.stored(), 2);
    mapping.sheet = "May";
    const ImportReport may = importTable("book.xlsx", mapping);
    QVERIFY(may.files.size() == 1 && may.files[0].anew == ReadAnew::Replaced);
    QCOMPARE(may.stored(), 2);
    mapping.sheet = "July";
    const ImportReport july = importTable("book.xlsx", mapping);
    QCOMPARE(july.problems.size(), std::size_t(1));
    QCOMPARE(july.problems[0].error.text(),
             std::string("book.xlsx: the spreadsheet has no such sheet. Found: \"July\". Expected: one of "
                         "\"May\", \"June\""));
    QCOMPARE(named(files(), "book.xlsx").rows.stored, 2);
  }

  void aMappingInTheWrongTableCanTakeThePlaceOfAll() {
    importTable("january.csv", mappingOf("shipments"));
    ImportOptions options;
    options.insteadOfAll = true;
    importTable("january.csv", mappingOf(), path("ws"), options);
    QCOMPARE(named(files(), "january.csv").tables, std::vector<std::string>{"receipts"});
  }

  /// A column that is not there, in a file that is here: nothing is lost.
  void aMappingThatDoesNotFitChangesNothing() {
    importTable("january.csv", mappingOf());
    const std::string digest = digestOf(path("ws"));
    Mapping wrong = mappingOf();
    wrong.columns[2].heading = "tonnes";
    const ImportReport report = importTable("january.csv", wrong);
    QCOMPARE(report.problems.size(), std::size_t(1));
    QCOMPARE(report.problems[0].error.text(),
             std::string("january.csv: the file lacks a column that the mapping names. Expected: "
                         "\"tonnes\""));
    QCOMPARE(digestOf(path("ws")), digest);
    const auto again = readFileAgain(path("ws"), sha256(bytesOf(january)),
                                     {Reading{"table", UsedMapping{wrong}.toJson()}}, stamp, {});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::MissingColumn);
    QCOMPARE(digestOf(path("ws")), digest);
    QCOMPARE(named(files(), "january.csv").rows.stored, 2);
  }

  void readAgainIsAnImportUnderThatMapping() {
    importTable("january.csv", mappingOf("shipments"));
    const auto done = readFileAgain(path("ws"), sha256(bytesOf(january)),
                                    {Reading{"table", UsedMapping{mappingOf()}.toJson()}}, stamp, {});
    QVERIFY2(done, done ? "" : done.error().text().c_str());
    QCOMPARE(done->rootAfter, done->rootBefore);  // the bytes are the same
    importTable("january.csv", mappingOf(), path("other"));
    QCOMPARE(digestOf(path("ws")), digestOf(path("other")));
    QCOMPARE(steps(), (std::vector<std::string>{"brought january.csv", "read_again january.csv"}));
  }

  void takenBackAndPutBack() {
    importTable("january.csv", mappingOf());
    const std::string one = digestOf(path("ws"));
    const Hash root = files().root;
    importTable("february.csv", mappingOf());
    const std::string both = digestOf(path("ws"));
    const Hash digest = sha256(bytesOf(february));
    QCOMPARE(files().rootWithout({digest}), root);
    const auto gone = takeBackFiles(path("ws"), {digest}, stamp, {});
    QVERIFY2(gone, gone ? "" : gone.error().text().c_str());
    QCOMPARE(gone->rootAfter, root);
    QCOMPARE(gone->rowsBefore - gone->rowsAfter, 2);
    QCOMPARE(digestOf(path("ws")), one);
    QVERIFY(named(files(), "february.csv").takenBack);
    QCOMPARE(takeBackFiles(path("ws"), {digest}, stamp, {}).error().code, ErrorCode::NotFound);
    const auto back = putBackFiles(path("ws"), {digest}, stamp, {});
    QVERIFY2(back, back ? "" : back.error().text().c_str());
    QCOMPARE(digestOf(path("ws")), both);
    QVERIFY(!named(files(), "february.csv").takenBack);
    QCOMPARE(putBackFiles(path("ws"), {digest}, stamp, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(steps(), (std::vector<std::string>{"brought january.csv", "brought february.csv",
                                                "taken_back february.csv", "put_back february.csv"}));
  }

  void broughtOnceMoreItIsTheSame() {
    importTable("january.csv", mappingOf());
    const std::string digest = digestOf(path("ws"));
    const Hash file = sha256(bytesOf(january));
    QVERIFY(takeBackFiles(path("ws"), {file}, stamp, {}));
    QCOMPARE(importTable("january.csv", mappingOf()).stored(), 2);
    QCOMPARE(digestOf(path("ws")), digest);
    QCOMPARE(std::ranges::count_if(files().files, &EvidenceFile::takenBack), 0);
    QVERIFY(putBackFiles(path("ws"), {file}, stamp, {}));  // only the copy goes
    QCOMPARE(digestOf(path("ws")), digest);
  }

  void forgottenIsGone() {
    importTable("january.csv", mappingOf());
    importTable("february.csv", mappingOf());
    const Hash file = sha256(bytesOf(february));
    QVERIFY(takeBackFiles(path("ws"), {file}, stamp, {}));
    QVERIFY(QByteArray::fromStdString(readBytes(path("ws"))).contains("W-5"));
    QVERIFY(forgetFiles(path("ws"), {file}, stamp, {}));
    QVERIFY(!QByteArray::fromStdString(readBytes(path("ws"))).contains("W-5"));
    QCOMPARE(putBackFiles(path("ws"), {file}, stamp, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(steps().back(), std::string("forgotten february.csv"));
  }

  /// Another hand wrote to the workspace: its records are made anew, and what was taken back stays so.
  void aWorkspaceMadeAnewKeepsTheSteps() {
    importTable("january.csv", mappingOf());
    importTable("february.csv", mappingOf());
    const Hash file = sha256(bytesOf(february));
    const std::string both = digestOf(path("ws"));
    QVERIFY(takeBackFiles(path("ws"), {file}, stamp, {}));
    const std::string one = digestOf(path("ws"));
    const auto before = steps();
    {
      const auto other = Database::open(path("ws"), Database::Mode::ReadWrite);
      QVERIFY(other && other->execute("DELETE FROM receipts"));
    }
    QCOMPARE(digestOf(path("ws")), one);
    QCOMPARE(steps(), before);
    QVERIFY(putBackFiles(path("ws"), {file}, stamp, {}));
    QCOMPARE(digestOf(path("ws")), both);
  }

  void damagedBytesAreNotPutBack() {
    importTable("january.csv", mappingOf());
    importTable("february.csv", mappingOf());
    const Hash file = sha256(bytesOf(february));
    QVERIFY(takeBackFiles(path("ws"), {file}, stamp, {}));
    {
      const auto other = Database::open(path("ws"), Database::Mode::ReadWrite);
      QVERIFY(other && other->execute("UPDATE evidence_chunks SET data = x'41' WHERE evidence < 0 "
                                      "AND length(data) = " + std::to_string(february.size())));
    }
    const AuditPtr audit = auditOf(path("ws"));
    QVERIFY(std::ranges::any_of(audit->problems, [](const Problem& problem) {
      return problem.error.text().find("cannot be put back") != std::string::npos;
    }));
    QCOMPARE(putBackFiles(path("ws"), {file}, stamp, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(named(files(), "january.csv").rows.stored, 2);
  }

  void whateverIsCancelledChangesNothing() {
    importTable("january.csv", mappingOf());
    const std::string digest = digestOf(path("ws"));
    int told = 0;
    for (int steps = 1; steps < 12; ++steps) {
      int left = steps;
      Progress* stopper = nullptr;
      Progress progress([&](const Message&, std::int64_t, std::int64_t) {
        if (--left <= 0) stopper->cancel();
      });
      stopper = &progress;
      const auto done = takeBackFiles(path("ws"), {sha256(bytesOf(january))}, stamp, progress);
      if (done) break;
      ++told;
      QCOMPARE(done.error().code, ErrorCode::Cancelled);
      QCOMPARE(digestOf(path("ws")), digest);
    }
    QVERIFY(told > 0);
  }

  /// Of every kind: what is left is what an import of the rest makes, and back it is what it was.
  void anyFileOfASetThatIsMeantToConfuse() {
    const NastyFiles nasty(path("set"), path("mine"));
    ImportOptions options{.parties = path("mine") / "mine.txt"};
    options.stamp = stamp;
    QVERIFY(importInto(path("ws"), {path("set")}, options, {}));
    const std::string whole = linesOf(path("ws"));
    std::map<std::string, int> kinds;
    for (const EvidenceFile& file : files().files) {
      const auto gone = takeBackFiles(path("ws"), {file.sha256}, stamp, {});
      if (!gone) {
        QCOMPARE(gone.error().code, ErrorCode::Unsupported);
        continue;
      }
      ++kinds[file.kind];
      QVERIFY(shareAudit(path("ws"), path("rest.plumb"), {}));
      fs::remove(path("rest"));
      QVERIFY(importInto(path("rest"), {path("rest.plumb")}, {.parties = path("mine") / "mine.txt"}, {}));
      if (const auto found = linesOf(path("ws")); found != linesOf(path("rest"))) {
        QCOMPARE(QString::fromStdString(found), QString::fromStdString(linesOf(path("rest"))));
      }
      const auto back = putBackFiles(path("ws"), {file.sha256}, stamp, {});
      QVERIFY2(back, back ? "" : back.error().text().c_str());
      QVERIFY2(linesOf(path("ws")) == whole, file.name.c_str());
    }
    for (const char* kind : {"envelope", "table", "checkpoint", "original"}) {
      QVERIFY2(kinds[kind] > 1, kind);
    }
  }

 private:
  [[nodiscard]] fs::path path(const std::string& name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }
  ImportReport importTable(const std::string& file, const Mapping& mapping, const fs::path& workspace,
                           ImportOptions options = {}) {
    options.mappings.emplace(path(file), mapping);
    options.stamp = stamp;
    auto report = importInto(workspace, {path(file)}, options, {});
    if (!report) qCritical("%s", report.error().text().c_str());
    return report ? *report : ImportReport();
  }
  ImportReport importTable(const std::string& file, const Mapping& mapping) {
    return importTable(file, mapping, path("ws"));
  }
  [[nodiscard]] EvidenceFiles files(const fs::path& workspace) const {
    auto list = evidenceFilesOf(workspace, {});
    return list ? *list : EvidenceFiles();
  }
  [[nodiscard]] EvidenceFiles files() const { return files(path("ws")); }
  static EvidenceFile named(const EvidenceFiles& list, const std::string& name) {
    for (const EvidenceFile& file : list.files) {
      if (file.name == name) return file;
    }
    return {};
  }
  [[nodiscard]] std::vector<std::string> steps() const {
    std::vector<std::string> out;
    const auto rows = fileHistoryOf(path("ws"), {});
    for (const FileStepRow& row : rows.value()) out.push_back(std::string(toText(row.step)) + " " + row.name);
    return out;
  }
  static AuditPtr auditOf(const fs::path& workspace) {
    auto audit = runAudit(workspace, {});
    return audit ? *audit : nullptr;
  }
  static std::string digestOf(const fs::path& workspace) {
    const AuditPtr audit = auditOf(workspace);
    return audit ? audit->resultsDigest.hex() : "none";
  }
  static std::string linesOf(const fs::path& workspace) {
    const AuditPtr audit = auditOf(workspace);
    if (!audit) return "none";
    return audit->resultsDigest.hex() + "\n" + audit->evidence.toJson().dump() + "\n" +
           audit->canonicalJson().dump();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestFiles)
#include "test_files.moc"
