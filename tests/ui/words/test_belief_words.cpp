// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "ui/words/belief_words.h"

#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::words;

namespace {

constexpr CheckState allStates[] = {CheckState::Passed, CheckState::Failed, CheckState::CannotTell};
constexpr KeyTrust allTrust[] = {KeyTrust::Pinned, KeyTrust::FirstSeen, KeyTrust::Unknown};

PartyView party(KeyTrust trust) {
  PartyView view;
  view.id = "north";
  view.name = "EcoSphere North";
  view.role = Role::Plant;
  view.trust = trust;
  if (trust != KeyTrust::Unknown) view.vkey = "north+00000000+key";
  view.publications = 12;
  return view;
}

PublicationView publication(PublicationState state, std::int64_t index) {
  PublicationView view;
  view.party = "north";
  view.origin = "north.example/log";
  view.logIndex = index;
  view.state = state;
  return view;
}

EvidenceReport report(CheckState rows, CheckState log, KeyTrust trust) {
  EvidenceReport evidence;
  for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
    evidence.rows[i].question = static_cast<EvidenceQuestion>(i);
    evidence.rows[i].state = rows;
    evidence.rows[i].reason = "no_publications";
  }
  evidence.parties = {party(trust)};
  evidence.publications = {publication(PublicationState::Good, 26),
                           publication(PublicationState::Good, 38)};
  evidence.logs = {{"north.example/log", "north", 39, Hash(), log}};
  evidence.logs[0].checkpoints = {{39, Hash(), {"alice"}, std::nullopt}};
  return evidence;
}

TrustView policy(KeyTrust trust) {
  TrustView view;
  view.policyTrust = trust;
  if (trust == KeyTrust::Unknown) return view;
  view.witnesses = {"alice", "bob"};
  view.quorum = {"both", 2, {"alice", "bob"}};
  view.keys = {{"log", "north.example/log", {}, {}, trust, true}};
  return view;
}

bool contains(const QList<Reason>& reasons, const QString& words) {
  return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
    return reason.checked.contains(words) || reason.against.contains(words);
  });
}

}  // namespace

class TestBeliefWords : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  /// Whatever the states of rows, logs, keys and policy: the chain holds a link that decides, each
  /// link says something, and what it does not show is said.
  void everyChainHoldsWhatDecidesIt() {
    for (const CheckState rows : allStates) {
      for (const CheckState log : allStates) {
        for (const KeyTrust key : allTrust) {
          for (const KeyTrust trust : allTrust) {
            const EvidenceReport evidence = report(rows, log, key);
            for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
              check(beliefOf(static_cast<EvidenceQuestion>(i), evidence, policy(trust)), rows);
            }
          }
        }
      }
    }
  }

  void aKeyIsBelievedOnlyWhereTheUserVouched() {
    for (const KeyTrust trust : allTrust) {
      const EvidenceReport evidence = report(CheckState::Passed, CheckState::Passed, trust);
      const Belief belief = beliefOfKey(evidence.parties[0], evidence, policy(KeyTrust::Pinned));
      QCOMPARE(belief.state,
               trust == KeyTrust::Pinned ? CheckState::Passed : CheckState::CannotTell);
      QVERIFY(contains(belief.reasons, QStringLiteral("Entries 26 to 38")));
      QVERIFY(contains(belief.reasons, QStringLiteral("witnesses signed the checkpoint")));
    }
  }

  void aBadSignatureOutweighsVouching() {
    EvidenceReport evidence = report(CheckState::Failed, CheckState::Passed, KeyTrust::Pinned);
    evidence.publications[1].state = PublicationState::BadSignature;
    const Belief belief = beliefOfKey(evidence.parties[0], evidence, policy(KeyTrust::Pinned));
    QCOMPARE(belief.state, CheckState::Failed);
    QVERIFY(contains(belief.reasons, QStringLiteral("1 publication in the name of")));
  }

  void witnessesCountOnlyWhereTheRowPassed() {
    const TrustView trust = policy(KeyTrust::FirstSeen);
    const EvidenceReport open =
        report(CheckState::CannotTell, CheckState::Passed, KeyTrust::Pinned);
    QCOMPARE(witnessReason(open.logs[0], open, trust).state, CheckState::CannotTell);
    const EvidenceReport passed = report(CheckState::Passed, CheckState::Passed, KeyTrust::Pinned);
    QCOMPARE(witnessReason(passed.logs[0], passed, trust).state, CheckState::Passed);
  }

  void sourcesAreSaid_data() {
    QTest::addColumn<int>("trust");
    QTest::addColumn<QString>("said");
    QTest::newRow("own") << int(KeyTrust::Pinned) << QStringLiteral("Your own policy is in force");
    QTest::newRow("came") << int(KeyTrust::FirstSeen)
                          << QStringLiteral("whoever brought the evidence could have chosen them");
    QTest::newRow("none") << int(KeyTrust::Unknown)
                          << QStringLiteral("nobody named logs or witnesses");
  }
  void sourcesAreSaid() {
    QFETCH(int, trust);
    QFETCH(QString, said);
    QVERIFY(policyInForce(policy(static_cast<KeyTrust>(trust))).contains(said));
  }

  void manyPartiesAreCutAndItIsSaid() {
    EvidenceReport evidence = report(CheckState::CannotTell, CheckState::Passed, KeyTrust::Pinned);
    evidence.parties.assign(1'000, party(KeyTrust::FirstSeen));
    const Belief belief = beliefOf(EvidenceQuestion::SignedBy, evidence, policy(KeyTrust::Pinned));
    QCOMPARE(belief.reasons.size(), 13);
    QCOMPARE(belief.reasons.last().checked, QStringLiteral("and 988 more"));
  }

 private:
  static void check(const Belief& belief, CheckState state) {
    QCOMPARE(belief.state, state);
    QVERIFY(!belief.title.isEmpty());
    QVERIFY(!belief.notShown.isEmpty());
    QVERIFY(std::any_of(belief.reasons.begin(), belief.reasons.end(),
                        [state](const Reason& reason) { return reason.state == state; }));
    for (const Reason& reason : belief.reasons) QVERIFY(!reason.checked.isEmpty());
  }
};

PLUMBLINE_TEST(TestBeliefWords)
#include "test_belief_words.moc"
