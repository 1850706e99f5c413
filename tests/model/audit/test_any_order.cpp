// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The same files in any order, in one import or in many, are one audit.

#include <algorithm>
#include <random>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/proofs.h"
#include "model/audit/session.h"

#include "tests/model/audit/nasty_files.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

std::string linesOf(const EvidenceReport& report) {
  std::string out = report.toJson().dump() + "\n";
  for (const PublicationView& view : report.publications) {
    out += "publication " + view.party + " " + std::to_string(view.sequence) + " " +
           view.envelope.hex().substr(0, 8) + " " + std::string(toText(view.state)) + " " +
           view.origin + " " + std::to_string(view.logIndex) + " " + std::to_string(view.rows) +
           (view.revision ? " revision" : "") + (view.inOwnLog ? " own" : "") + "\n";
  }
  for (const PartyView& party : report.parties) {
    out += "party " + party.id + " " + party.name + " " + std::string(toText(party.role)) + " " +
           party.vkey + " " + std::string(toText(party.trust)) + " " +
           std::to_string(party.publications) + "\n";
  }
  for (const LogView& log : report.logs) {
    out += "log " + log.origin + " " + log.party + " " + std::to_string(log.size) + " " +
           log.root.hex() + " " + std::string(toText(log.state));
    for (const CheckpointView& each : log.checkpoints) out += " " + std::to_string(each.size);
    out += "\n";
  }
  return out;
}

std::string linesOf(const AuditResult& audit) {
  std::string out = "digest " + audit.resultsDigest.hex() + "\n" + audit.canonicalJson().dump() +
                    "\n" + linesOf(audit.evidence);
  for (const UnsignedFile& file : audit.unsignedFiles) out += file.toJson().dump() + "\n";
  for (const SignOff& each : audit.signOffs) out += each.kind + " " + each.name + "\n";
  for (const OpenKey& key : audit.standing.open) out += "open " + key.party + " " + key.vkey + "\n";
  for (const Problem& problem : audit.problems) {
    const bool several = problem.text().find("several") != std::string::npos;
    if (several) out += "problem " + problem.file + " " + problem.text() + "\n";
  }
  out += "reference " + audit.reference.toJson().dump() + "\n";
  for (const Finding& finding : audit.findings) out += finding.toJson().dump() + "\n";
  for (const ClaimVerdict& claim : audit.claims) out += claim.toJson().dump() + "\n";
  return out;
}

}  // namespace

class TestAnyOrder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    const NastyFiles files(path("set"), path("mine"));
    for (const auto& each : fs::recursive_directory_iterator(path("set"))) {
      if (each.is_regular_file()) m_files.push_back(fs::relative(each.path(), path("set")));
    }
    std::sort(m_files.begin(), m_files.end());
    QVERIFY(m_files.size() > 30);
    if (!files.stamped()) qInfo("without time stamps: the openssl program is not installed");
  }

  /// A stranger's copies of a log: in one that ends the plant's key too early, in one that does not
  /// hold together. His list names one of the plant's keys as his own.
  void theCopiesOfAStrangerTouchNobody() {
    const std::string lines = auditOf(m_files, 1, QStringLiteral("mine.txt"), 0);
    QCOMPARE(linesWith(lines, "publication north "), 4);
    QCOMPARE(linesWith(lines, " good north.example/log "), 4);
    QCOMPARE(linesWith(lines, " key_"), 0);
    QVERIFY(lines.find("\"signed_by\":{\"state\":\"failed") == std::string::npos);
    QVERIFY(lines.find("\"state\":\"failed\",\"reason\":\"entry_omitted\"") == std::string::npos);
  }

  void oneAudit_data() {
    QTest::addColumn<QString>("named");
    QTest::newRow("nobody is named") << QString();
    QTest::newRow("all but the carrier are named") << QStringLiteral("mine.txt");
    QTest::newRow("the plant is named") << QStringLiteral("north-only.txt");
  }
  void oneAudit() {
    QFETCH(QString, named);
    const std::string expected = auditOf(m_files, 1, named, 0);
    QVERIFY(!expected.empty());
    constexpr unsigned orders = 6;
    for (unsigned seed = 1; seed <= orders; ++seed) {
      std::mt19937 random(seed);
      std::vector<fs::path> files = m_files;
      std::shuffle(files.begin(), files.end(), random);
      const std::size_t calls = 1 + random() % 6;
      const std::string found = auditOf(files, calls, named, random() % calls);
      if (found == expected) continue;
      compareLines(expected, found);
      QFAIL(qPrintable(QStringLiteral("order %1 differs").arg(seed)));
    }
  }

 private:
  [[nodiscard]] fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdString()) / name;
  }

  /// Imports the files in that order, cut into so many imports of several folders each; the user
  /// names the keys at one of them.
  std::string auditOf(const std::vector<fs::path>& files, std::size_t calls, const QString& named,
                      std::size_t namedAt) {
    const std::string run = std::to_string(++m_runs);
    const fs::path workspace = path("w" + run);
    constexpr std::size_t filesAFolder = 3;
    for (std::size_t call = 0; call < calls; ++call) {
      const std::size_t begin = files.size() * call / calls;
      const std::size_t end = files.size() * (call + 1) / calls;
      std::vector<fs::path> folders;
      for (std::size_t i = begin; i < end; ++i) {
        const fs::path folder =
            path("in" + run) / (std::to_string(call) + "-" + std::to_string((i - begin) / filesAFolder));
        if ((i - begin) % filesAFolder == 0) folders.push_back(folder);
        fs::create_directories((folder / files[i]).parent_path());
        fs::create_hard_link(path("set") / files[i], folder / files[i]);
      }
      ImportOptions options;
      options.tsa = path("mine") / "tsa.pem";
      if (!fs::exists(*options.tsa)) options.tsa.reset();
      if (!named.isEmpty() && call == namedAt) options.parties = path("mine") / named.toStdString();
      const auto imported = importInto(workspace, folders, options, Progress());
      if (!imported.ok()) qFatal("%s", imported.error().text().c_str());
    }
    const auto audit = runAudit(workspace, Progress());
    if (!audit.ok()) qFatal("%s", audit.error().text().c_str());
    std::string out = linesOf(**audit);
    if (!shareAudit(workspace, path("shared"), Progress()).ok()) return {};
    const std::string shared = readBytes(path("shared"));
    out += "shared " + sha256(bytesOf(shared)).hex() + "\n";
    const auto misconduct = findMisconduct(workspace, Progress());
    for (const Misconduct& each : *misconduct) out += "misconduct " + each.origin + each.party + "\n";
    return out;
  }

  static int linesWith(const std::string& text, const std::string& part) {
    std::istringstream lines(text);
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("publication ") && line.find(part) != std::string::npos) ++count;
    }
    return count;
  }

  static void compareLines(const std::string& expected, const std::string& found) {
    std::istringstream a(expected);
    std::istringstream b(found);
    std::string left;
    std::string right;
    while (std::getline(a, left) && std::getline(b, right)) {
      if (left == right) continue;
      std::size_t at = 0;
      while (at < left.size() && at < right.size() && left[at] == right[at]) ++at;
      at = at > 200 ? at - 200 : 0;
      qInfo("expected %s\nfound    %s", left.substr(at, 600).c_str(), right.substr(at, 600).c_str());
    }
  }

  QTemporaryDir m_folder;
  std::vector<fs::path> m_files;
  int m_runs = 0;
};

PLUMBLINE_TEST(TestAnyOrder)
#include "test_any_order.moc"
