// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "model/evidence/publication.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

Publication sample() {
  Publication publication;
  publication.party = "ecosphere-north";
  publication.role = Role::Plant;
  publication.name = "EcoSphere North";
  publication.operatorName = "EcoSphere \"Ltd\"";
  publication.sequence = 17;
  publication.periodStart = *Timestamp::parse("2142-03-01");
  publication.periodEnd = *Timestamp::parse("2142-04-01");
  publication.previous = sha256(bytesOf("previous"));
  publication.reason = "the scale was calibrated";
  publication.tables = {
      {"shipments", sha256(bytesOf("a")), 123, 4, sha256(bytesOf("b")), {"id", "net_kg"}},
      {"receipts", sha256(bytesOf("c")), 0, 0, sha256({}), {}}};
  return publication;
}

std::string textOfSample() {
  return formatStatement(publicationStatement(sample()));
}

}  // namespace

class TestPublication : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsBackWhatItWrites() {
    const auto statement = parseStatement(bytesOf(textOfSample()));
    QVERIFY(statement);
    const auto back = parsePublication(*statement);
    QVERIFY(back);
    QCOMPARE(back->party, sample().party);
    QVERIFY(back->role == Role::Plant);
    QCOMPARE(back->operatorName, sample().operatorName);
    QCOMPARE(back->sequence, 17);
    QVERIFY(back->periodStart == sample().periodStart);
    QVERIFY(back->periodEnd == sample().periodEnd);
    QVERIFY(back->previous == sample().previous);
    QCOMPARE(back->reason, sample().reason);
    QCOMPARE(back->tables.size(), std::size_t(2));
    QCOMPARE(back->tables[0].path(), sample().tables[0].path());
    QCOMPARE(back->tables[0].bytes, 123);
    QCOMPARE(back->tables[0].rows, 4);
    QVERIFY(back->tables[0].rowRoot == sample().tables[0].rowRoot);
    QVERIFY(textOfSample().find("\"end\":\"2142-03-31\"") != std::string::npos);
  }

  void theEnvelopeIsSigned() {
    const std::vector<std::byte> seed(32, std::byte{5});
    const PrivateKey key = PrivateKey::fromSeed(seed).value();
    const auto envelope = parseEnvelope(bytesOf(signPublication(sample(), key)));
    QVERIFY(envelope);
    const PublicKey keys[] = {key.publicKey()};
    QCOMPARE(verifyEnvelope(*envelope, keys).size(), std::size_t(1));
    QVERIFY(parsePublication(*parseStatement(envelope->payload)));
  }

  void refuses_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("another predicate") << "publication:v1"
                                       << "publication:v2";
    QTest::newRow("unknown role") << "\"plant\""
                                  << "\"mayor\"";
    QTest::newRow("id with a space") << "\"ecosphere-north\""
                                     << "\"ecosphere north\"";
    QTest::newRow("empty id") << "\"ecosphere-north\""
                              << "\"\"";
    QTest::newRow("negative sequence") << "\"sequence\":17"
                                       << "\"sequence\":-1";
    QTest::newRow("sequence as text") << "\"sequence\":17"
                                      << "\"sequence\":\"17\"";
    QTest::newRow("period backwards") << "2142-03-31"
                                      << "2142-02-01";
    QTest::newRow("period with a time") << "2142-03-31"
                                        << "2142-03-31T00:00:00Z";
    QTest::newRow("another time zone") << "\"UTC\""
                                       << "\"Europe/Berlin\"";
    QTest::newRow("previous without its prefix") << "sha256:"
                                                 << "sha512:";
    QTest::newRow("table twice") << "\"receipts\""
                                 << "\"shipments\"";
    QTest::newRow("negative bytes") << "\"bytes\":123"
                                    << "\"bytes\":-123";
    QTest::newRow("bytes missing") << "\"bytes\":123"
                                   << "\"byte\":123";
    QTest::newRow("row root cut short") << "\"rowRoot\":\""
                                        << "\"rowRoot\":\"AA";
    QTest::newRow("path of another file") << "\"path\":\"tables/"
                                          << "\"path\":\"tables/../";
  }
  void refuses() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QString text = QString::fromStdString(textOfSample());
    QVERIFY(text.contains(from));
    const auto statement = parseStatement(bytesOf(text.replace(from, to).toStdString()));
    QVERIFY(!statement || !parsePublication(*statement));
  }

  void aTableThatNoSubjectBindsIsRefused() {
    Statement statement = publicationStatement(sample());
    statement.subjects.pop_back();
    const auto back = parsePublication(statement);
    QVERIFY(!back);
    QCOMPARE(back.error().code, ErrorCode::Mismatch);
    statement = publicationStatement(sample());
    statement.subjects[0].sha256 = sha256(bytesOf("another"));
    QCOMPARE(parsePublication(statement).error().code, ErrorCode::Mismatch);
  }
};

PLUMBLINE_TEST(TestPublication)
#include "test_publication.moc"
