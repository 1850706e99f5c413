// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tags in loads, from the files to the finding: an honest chain is left in peace, a crooked one is asked.

#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/decide_track.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string shipmentsHead =
    "id,document_no,line,dispatched_at,consignee,material,operation,net_kg\n";
const std::string receiptsHead = "id,document_no,line,received_at,consignor,material,operation,net_kg\n";

/// The harbour lies at 54, -1; the mill at 55, -1, 111 km to the north.
const std::string harbourSites =
    "id,name,role,latitude,longitude\nharbour,The harbour,receiver,54,-1\nmill,The mill,,55,-1\n";

std::string point(const char* time, const char* latitude) {
  return "<trkpt lat='" + std::string(latitude) + "' lon='-1'><time>" + time + "</time><fix>3d</fix></trkpt>";
}

std::string gpx(const std::string& points) {
  return "<gpx><trk><name>Tag 07</name><trkseg>" + points + "</trkseg></trk></gpx>";
}

/// It leaves at 53.5 on 8 January and rests from the 9th on.
std::string restsAt(const char* latitude) {
  return gpx(point("2142-01-08T07:12:00Z", "53.5") + point("2142-01-09T16:00:00Z", latitude) +
             point("2142-01-09T22:00:00Z", latitude));
}

PrivateKey person(char seed = 'a') { return *PrivateKey::fromSeed(bytesOf(std::string(32, seed))); }

}  // namespace

class TestTrackedLoads : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_received = "2142-01-08";
  }

  void anHonestChainIsLeftInPeace() {
    const AuditPtr audit = audited(restsAt("54.001"));
    QCOMPARE(ends(*audit), std::string("at_receiver none"));
    QCOMPARE(found(*audit), std::string());
    QVERIFY(!audit->accuses());
  }

  void aTagElsewhereIsAQuestion() {
    const AuditPtr audit = audited(restsAt("55"));
    QCOMPARE(ends(*audit), std::string("elsewhere none"));
    QCOMPARE(found(*audit), std::string("look 111195"));
    QVERIFY(!audit->accuses());
    const Finding& finding = findingIn(*audit);
    QCOMPARE(finding.amount, Mass::kilograms(17'000));
    QCOMPARE(finding.records.size(), 2u);
    QVERIFY(finding.records[0].table == Table::Shipments && finding.records[1].table == Table::Receipts);
    const std::string canonical = audit->canonicalJson().dump();
    QVERIFY(canonical.find(R"("tracks":{"devices":1,"untied":0,)") != canonical.npos);
    QVERIFY(canonical.find(R"("end":"elsewhere","metres":111195)") != canonical.npos);
  }

  /// The receiver's own record says that it sent loads there.
  void whatTheReceiverSentOnIsExplained() {
    const AuditPtr audit = audited(restsAt("55"), {"mill", "2142-01-09T12:00:00Z"});
    QCOMPARE(ends(*audit), std::string("elsewhere none"));
    QCOMPARE(found(*audit), std::string());
  }
  void whatWasSentToNobodyKnowsWhereIsNotTold() {
    const AuditPtr audit = audited(restsAt("55"), {"somebody", "2142-01-09T12:00:00Z"});
    QCOMPARE(found(*audit), std::string("cannot_tell 111195"));
  }
  /// Elsewhere, or before it came: no explanation.
  void whatWasSentToAnotherPlaceExplainsNothing() {
    QCOMPARE(found(*audited(restsAt("56"), {"mill", "2142-01-09T12:00:00Z"})), std::string("look 222390"));
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(found(*audited(restsAt("55"), {"mill", "2142-01-06T12:00:00Z"})), std::string("look 111195"));
  }

  void anUnknownEndIsNoFinding() {
    const AuditPtr silent = audited(gpx(point("2142-01-08T07:12:00Z", "53.5") + point("2142-01-08T08:12:00Z", "55")));
    QCOMPARE(ends(*silent), std::string("unknown silent_early"));
    QCOMPARE(found(*silent), std::string());
    QCOMPARE(silent->tracks.count(EndState::Unknown), std::int64_t{1});
  }

  /// A track that nobody ties to a load says nothing of one; a word that does not count ties nothing.
  void onlyAWordThatCountsTies() {
    const AuditPtr untied = audited(restsAt("55"), {}, false);
    QVERIFY(untied->tracks.loads.empty());
    QCOMPARE(untied->tracks.untied(), std::int64_t{1});
    QCOMPARE(found(*untied), std::string());
    QVERIFY(decideTrack(workspace(), request(), "ada", person()).ok());
    const auto wasThere = decideTrack(workspace(), request(), "ada", person());
    QVERIFY(wasThere.ok() && *wasThere == TrackDone::WasThere);
    QCOMPARE(found(*again()), std::string("look 111195"));
    QCOMPARE(*withdrawTrack(workspace(), request(), "ada", person()), 1);
    const AuditPtr back = again();
    QVERIFY(back->tracks.loads.empty());
    QCOMPARE(back->tracks.ties.size(), 1u);
    QVERIFY(back->tracks.ties[0].state == TieState::TakenBack);
    QCOMPARE(withdrawTrack(workspace(), request(), "ada", person()).error().code, ErrorCode::NotFound);
  }

  /// The reader says it is in there and that it is not, with two keys: neither counts.
  void twoWordsOfOneWeight() {
    const AuditPtr audit = audited(restsAt("55"));
    QCOMPARE(audit->tracks.loads.size(), 1u);
    TrackRequest other = request();
    other.same = false;
    QVERIFY(decideTrack(workspace(), other, "bob", person('b')).ok());
    const AuditPtr both = again();
    QVERIFY(both->tracks.loads.empty());
    QVERIFY(both->tracks.ties[0].state == TieState::Contradicted && both->tracks.ties[1].state == TieState::Contradicted);
  }

  /// Who opens the audit file does not take the word of a stranger.
  void aStrangersWordDoesNotCount() {
    static_cast<void>(audited(restsAt("55")));
    const fs::path shared = root().parent_path() / "shared.plumb";
    QVERIFY(shareAudit(workspace(), shared, Progress()).ok());
    const fs::path theirs = root().parent_path() / "theirs.plumbline";
    const fs::path trusted = root().parent_path() / "parties.txt";
    QVERIFY(importInto(theirs, {shared}, {.parties = trusted}, Progress()).ok());
    // This computer knows the person's key as its own: another user does not.
    const auto audit = runAudit(theirs, Progress());
    QVERIFY(audit.ok());
    QCOMPARE((*audit)->tracks.ties.size(), 1u);
    QCOMPARE((*audit)->tracks.list.size(), 1u);
    QCOMPARE((*audit)->tracks.loads.empty(), (*audit)->tracks.ties[0].state == TieState::NotYours);
  }

  /// What was said of a load is not said of what it was corrected to.
  void aCorrectedLoadIsAnother() {
    static_cast<void>(audited(restsAt("55")));
    m_plant.publish(root(), {{"shipments", shipmentsHead + "SH-1,D-1,1,2142-01-08T07:00:00Z,harbour,board,R3,16000\n"}});
    m_plant.close(root());
    const fs::path trusted = root().parent_path() / "parties.txt";
    QVERIFY(importInto(workspace(), {root()}, {.parties = trusted}, Progress()).ok());
    const AuditPtr audit = again();
    QVERIFY(audit->tracks.ties[0].state == TieState::Corrected);
    QVERIFY(audit->tracks.loads.empty());
  }

  void whatCannotBeSigned() {
    static_cast<void>(audited(restsAt("55"), {}, false));
    TrackRequest wrong = request();
    wrong.device = "nobody's";
    QCOMPARE(decideTrack(workspace(), wrong, "ada", person()).error().code, ErrorCode::NotFound);
    wrong.device = "3.52E+14";
    QCOMPARE(decideTrack(workspace(), wrong, "ada", person()).error().code, ErrorCode::BadValue);
    wrong = request();
    wrong.shipment.id = "SH-9";
    QCOMPARE(decideTrack(workspace(), wrong, "ada", person()).error().code, ErrorCode::NotFound);
    wrong = request();
    wrong.from = Timestamp::fromCivil(2142, 1, 9);
    wrong.to = wrong.from;
    QCOMPARE(decideTrack(workspace(), wrong, "ada", person()).error().code, ErrorCode::BadValue);
  }

  /// One device in two loads of one time: nobody knows in which.
  void twoLoadsAtOnce() {
    static_cast<void>(audited(restsAt("55")));
    TrackRequest second = request();
    second.shipment.id = "SH-2";
    QVERIFY(decideTrack(workspace(), second, "ada", person()).ok());
    const AuditPtr audit = again();
    QCOMPARE(audit->tracks.loads.size(), 2u);
    QCOMPARE(ends(*audit), std::string("unknown two_loads"));
    QCOMPARE(found(*audit), std::string());
  }

  /// Books that start again: whoever signed under this number two years before did not sign for the load.
  void aNumberOfAnotherTimeIsNoReceipt() {
    m_received = "2140-01-08";
    const AuditPtr audit = audited(restsAt("55"));
    QVERIFY(!audit->tracks.loads.at(0).receivedAt);
    QCOMPARE(found(*audit), std::string());
  }

  /// A device is in one place at a time, whichever file says so.
  void oneDeviceInTwoLoadsByTwoFiles() {
    QCOMPARE(found(*audited(restsAt("55"))), std::string("look 111195"));
    const fs::path other = root().parent_path() / "other.gpx";
    const std::string track = gpx(point("2142-01-09T17:00:00Z", "55") + point("2142-01-09T23:00:00Z", "55"));
    writeBytes(other, track);
    QVERIFY(importInto(workspace(), {other}, {}, Progress()).ok());
    TrackRequest second = request();
    second.file = sha256(bytesOf(track)).hex();
    second.shipment.id = "SH-2";
    const auto tied = decideTrack(workspace(), second, "ada", person());
    QVERIFY2(tied.ok(), tied.ok() ? "" : tied.error().text().c_str());
    const AuditPtr audit = again();
    QCOMPARE(audit->tracks.loads.size(), 2u);
    QCOMPARE(ends(*audit), std::string("unknown two_loads"));
    QCOMPARE(found(*audit), std::string());
  }

  void withoutTracksNothingChanges() {
    const AuditPtr audit = audited({}, {}, false);
    QVERIFY(audit->tracks.isEmpty());
    const std::string canonical = audit->canonicalJson().dump();
    for (const char* word : {"\"tracks", "track_ends_elsewhere"}) {
      QVERIFY2(canonical.find(word) == canonical.npos, word);
    }
  }

 private:
  struct Onward {
    std::string consignee, time;
  };

  [[nodiscard]] fs::path root() const { return fs::path(m_folder->path().toStdString()) / "published"; }
  [[nodiscard]] fs::path workspace() const { return root().parent_path() / "w.plumbline"; }
  static TrackRequest request() { return {"Tag 07", {}, {"north", "SH-1"}}; }

  /// A plant that sent two loads to the harbour, which signed for them on the 8th.
  AuditPtr audited(const std::string& track, const Onward& onward = {}, bool tied = true) {
    m_plant = TestPublisher("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    m_plant.publish(root(), {{"shipments", shipmentsHead + "SH-1,D-1,1,2142-01-08T07:00:00Z,harbour,board,R3,17000\n"
                                                           "SH-2,D-2,1,2142-01-08T08:00:00Z,harbour,board,R3,17000\n"}});
    std::vector<TestTable> tables = {
        {"receipts", receiptsHead + "R-1,D-1,1," + m_received + "T11:40:00Z,north,board,R3,17000\n"
                                    "R-2,D-2,1,2142-01-08T12:40:00Z,north,board,R3,17000\n"},
        {"sites", harbourSites}};
    if (!onward.consignee.empty()) {
      tables.push_back({"shipments", shipmentsHead + "HS-1,E-1,1," + onward.time + "," + onward.consignee +
                                         ",board,R3,9000\n"});
    }
    std::sort(tables.begin(), tables.end(), [](const TestTable& a, const TestTable& b) { return a.name < b.name; });
    harbour.publish(root(), tables);
    m_plant.close(root());
    harbour.close(root());
    const fs::path trusted = root().parent_path() / "parties.txt";
    writeBytes(trusted, m_plant.partyLine() + "\n" + harbour.partyLine() + "\n");
    std::vector<fs::path> paths = {root()};
    if (!track.empty()) {
      paths.push_back(root().parent_path() / "tag.gpx");
      writeBytes(paths.back(), track);
    }
    const auto report = importInto(workspace(), paths, {.parties = trusted}, Progress());
    if (!report || !report->problems.empty()) {
      qFatal("%s", report ? report->problems[0].text().c_str() : report.error().text().c_str());
    }
    if (tied) {
      const auto done = decideTrack(workspace(), request(), "ada", person());
      if (!done) qFatal("%s", done.error().text().c_str());
    }
    return again();
  }

  [[nodiscard]] AuditPtr again() const {
    auto audit = runAudit(workspace(), Progress());
    if (!audit) qFatal("%s", audit.error().text().c_str());
    return *audit;
  }

  static std::string ends(const AuditResult& audit) {
    if (audit.tracks.loads.empty()) return "none";
    const TrackEnd& end = audit.tracks.loads[0].end;
    return std::string(toText(end.state)) + " " + std::string(toText(end.why));
  }
  static bool isAboutTracks(const Finding& finding) { return finding.rule == "track_ends_elsewhere"; }
  static const Finding& findingIn(const AuditResult& audit) {
    return *std::find_if(audit.findings.begin(), audit.findings.end(), isAboutTracks);
  }
  /// "look 111195": severity and metres of each finding.
  static std::string found(const AuditResult& audit) {
    std::string out;
    for (const Finding& finding : audit.findings) {
      if (!isAboutTracks(finding)) continue;
      out += (out.empty() ? "" : " ") + std::string(toText(finding.severity)) + " " +
             std::to_string(finding.facts.get<std::int64_t>("metres"));
    }
    return out;
  }

  TestPublisher m_plant{"north", Role::Plant, 1};
  std::string m_received = "2142-01-08";  // the day of the first receipt
  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestTrackedLoads)
#include "test_tracked_loads.moc"
