// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/words/ground_words.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

/// One table with the records of three parties, whom nobody signed for.
AuditResult tableOfMany() {
  AuditResult audit;
  const Hash file = sha256(bytesOf(std::string("table.csv")));
  for (const char* id : {"a", "b", "c"}) {
    PartyView party;
    party.id = id;
    party.publications = 1;
    audit.evidence.parties.push_back(party);
    PublicationView view;
    view.party = id;
    view.state = PublicationState::Unsigned;
    view.envelope = file;
    audit.evidence.publications.push_back(view);
  }
  audit.standing.mappedFiles = 1;
  return audit;
}

QStringList textOf(const AuditResult& audit) {
  QStringList out;
  for (const words::GroundLine& line : words::groundLines(audit, false)) {
    out << QStringLiteral("%1 | %2 | %3").arg(line.name, line.note, line.figure);
  }
  return out;
}

}  // namespace

class TestGroundWords : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  /// A name in a table is no key, and one table is one table however many it names.
  void aTableOfManyPartiesHasNoKeys() {
    const QStringList expected{QStringLiteral("Keys you vouched for | 0 keys | 0 publications"),
                               QStringLiteral("Tables read by a mapping | stated only | 1 table"),
                               QStringLiteral("Known to be missing |  | nothing")};
    QCOMPARE(textOf(tableOfMany()), expected);
    QCOMPARE(words::evidenceFact(EvidenceQuestion::SignedBy, tableOfMany()), QStringLiteral("no keys"));
  }

  void keysAreCounted() {
    AuditResult audit = tableOfMany();
    audit.evidence.parties[0].vkey = "a+1";
    audit.evidence.parties[0].trust = KeyTrust::Pinned;
    audit.evidence.parties[1].vkey = "b+1";
    audit.evidence.parties[1].trust = KeyTrust::FirstSeen;
    QCOMPARE(words::evidenceFact(EvidenceQuestion::SignedBy, audit),
             QStringLiteral("1 of 2 keys vouched for"));
    QVERIFY(textOf(audit).contains(QStringLiteral("Keys not vouched for | 1 key | 1 publication")));
  }
};

PLUMBLINE_TEST(TestGroundWords)
#include "test_ground_words.moc"
