// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "crypto/split_proof.h"

#include "model/audit/session.h"
#include "model/audit/split_view.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

class TestSplitView : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void oneHistoryIsNoSplitView() {
    TestPublisher north("north", Role::Plant, 1);
    north.publish(path("one"), {{"shipments", threeShipments(0)}});
    north.close(path("one"));
    writeTrust(path("one"), {&north});
    const AuditPtr audit = auditOf({path("one")}, "single");
    QVERIFY(!audit->splitView);
  }

  void twoHistoriesGiveAProof() {
    TestPublisher mine("north", Role::Plant, 1);
    TestPublisher theirs("north", Role::Plant, 1);
    for (auto& [publisher, name] : std::vector<std::pair<TestPublisher*, const char*>>{
             {&mine, "mine"}, {&theirs, "theirs"}}) {
      publisher->publish(path(name), {{"shipments", threeShipments(0)}});
      publisher->publish(path(name), {{"shipments", threeShipments(publisher == &mine ? 10 : 20)}});
      publisher->close(path(name));
      writeTrust(path(name), {publisher});
    }
    const AuditPtr audit = auditOf({path("mine"), path("theirs")}, "double");
    QVERIFY(audit->splitView.has_value());
    const SplitView& split = *audit->splitView;
    QCOMPARE(split.log, mine.origin());
    QCOMPARE(split.party, std::string("north"));
    QCOMPARE(split.size, std::int64_t{2});
    const std::set<std::string> roots{split.root, split.otherRoot};
    QVERIFY(roots == (std::set<std::string>{treeRoot(mine.leaves()).hex(),
                                            treeRoot(theirs.leaves()).hex()}));
    QCOMPARE(split.firstDifference, std::int64_t{1});

    // Anybody can check the proof, which holds nothing else.
    const auto file = parseProofFile(split.proof);
    QVERIFY(file.ok());
    const auto proof = verifySplitProof(*file);
    QVERIFY(proof.ok());
    QCOMPARE(proof->smaller.size, std::uint64_t{2});
    QCOMPARE(proof->larger.size, std::uint64_t{2});
    QVERIFY((std::set<std::string>{proof->smaller.root.hex(), proof->larger.root.hex()}) == roots);
    QCOMPARE(proof->trueRoot.hex(), split.root);
    QCOMPARE(proof->smaller.root.hex(), split.otherRoot);
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  AuditPtr auditOf(const std::vector<fs::path>& sources, const char* name) const {
    const fs::path workspace = path(name) += ".plumbline";
    for (const fs::path& source : sources) {
      if (!importInto(workspace, {source}, {}, Progress()).ok()) qFatal("import");
    }
    auto audit = runAudit(workspace, Progress());
    if (!audit.ok()) qFatal("%s", audit.error().text().c_str());
    return *audit;
  }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestSplitView)
#include "test_split_view.moc"
