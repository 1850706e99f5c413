// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/timestamp.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

/// Tokens with one defect each, written by make_tokens.py beside this file.
const QJsonObject& tokens() {
  static const QJsonObject file =
      readJson(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/crypto/tokens.json")).object();
  return file;
}

Bytes base64Bytes(const QJsonValue& value) {
  return fromBase64(utf8(value)).value();
}

Bytes message() {
  return toBytes(utf8(tokens()[u"message"]));
}

TimestampTrust trust() {
  return {readCertificates(base64Bytes(tokens()[u"root"])).value(), {}, {}, {}};
}

Bytes token(QStringView name) {
  for (const QJsonValue& value : tokens()[u"cases"].toArray()) {
    if (value[u"name"].toString() == name) return base64Bytes(value[u"file"]);
  }
  return {};
}

/// The word that make_tokens.py has for our codes.
QString wordFor(ErrorCode code) {
  switch (code) {
    case ErrorCode::Malformed:
      return QStringLiteral("malformed");
    case ErrorCode::Unsupported:
      return QStringLiteral("unsupported");
    case ErrorCode::Mismatch:
      return QStringLiteral("mismatch");
    case ErrorCode::BadSignature:
      return QStringLiteral("badSignature");
    case ErrorCode::BadKey:
      return QStringLiteral("badKey");
    case ErrorCode::NotFound:
      return QStringLiteral("notFound");
    case ErrorCode::TooLarge:
      return QStringLiteral("tooLarge");
    default:
      return QStringLiteral("another error");
  }
}

}  // namespace

class TestTimestamp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cases_data() {
    QTest::addColumn<int>("index");
    const QJsonArray cases = tokens()[u"cases"].toArray();
    for (int i = 0; i < cases.size(); ++i) {
      QTest::newRow(qPrintable(cases[i][u"name"].toString())) << i;
    }
  }
  void cases() {
    QFETCH(int, index);
    const QJsonValue given = tokens()[u"cases"][index];
    const auto verdict = verifyTimestamp(base64Bytes(given[u"file"]), message(), trust());
    QString expected = given[u"verdict"].toString();
    if (expected == u"refused") {
      expected = QStringLiteral("mismatch");
      QVERIFY(!verdict && verdict.error().found.text().starts_with("status "));
    }
    const QString word = verdict ? QStringLiteral("good") : wordFor(verdict.error().code);
    QVERIFY2(word == expected, verdict ? "good" : verdict.error().text().c_str());
    if (!verdict) return;
    QCOMPARE(verdict->time, static_cast<std::int64_t>(given[u"time"].toDouble()));
    QCOMPARE(verdict->authority, std::string("CN=Authority"));
    QCOMPARE(verdict->policyOid, utf8(tokens()[u"policy"]));
    QCOMPARE(verdict->serial, std::string("1092"));
    QCOMPARE(verdict->nonce, utf8(given[u"nonce"]));
    QCOMPARE(verdict->accuracyMs.has_value(), given[u"accuracy"].isDouble());
    if (verdict->accuracyMs) QCOMPARE(*verdict->accuracyMs, given[u"accuracy"].toInteger());
  }

  void onlySignedDataIsParsed() {
    QCOMPARE(parseTimestamp(token(u"bare token"))->serial, std::string("1092"));
    QVERIFY(parseTimestamp(token(u"bare token"))->authority.empty());
    QCOMPARE(parseTimestamp(token(u"digested data")).error().code, ErrorCode::Malformed);
  }

  void policyAndNonce() {
    const Bytes file = token(u"nonce");
    TimestampTrust asked = trust();
    asked.nonce = "abcdef";
    asked.policyOid = "1.3.6.1.4.1.99999.1";
    QVERIFY(verifyTimestamp(file, message(), asked));
    asked.nonce = "abcdee";
    QCOMPARE(verifyTimestamp(file, message(), asked).error().code, ErrorCode::Mismatch);
    asked.nonce = "abcdef";
    asked.policyOid = "1.3.6.1.4.1.99999.2";
    QCOMPARE(verifyTimestamp(file, message(), asked).error().code, ErrorCode::Mismatch);
    asked.policyOid.clear();
    QCOMPARE(verifyTimestamp(token(u"bare token"), message(), asked).error().code,
             ErrorCode::Mismatch);
  }

  void noRootNoTrust() {
    QCOMPARE(verifyTimestamp(token(u"bare token"), message(), {}).error().code,
             ErrorCode::NotFound);
  }

  // A signer's or a link's certificate that the caller holds does what an embedded one does; only a
  // self-signed root ends a chain.
  void certificatesOfTheCaller() {
    const auto roots = trust().roots;
    const Bytes bare = token(u"link missing");
    QVERIFY(!verifyTimestamp(bare, message(), trust()));
    const auto links = readCertificates(toBytes("-----BEGIN CERTIFICATE-----\n" +
                                                toBase64(base64Bytes(tokens()[u"link"])) +
                                                "\n-----END CERTIFICATE-----\n"));
    QVERIFY(links);
    QCOMPARE(links->front().subject(), std::string("CN=Middle"));
    QVERIFY(verifyTimestamp(bare, message(), {roots, *links, {}, {}}));
    QVERIFY(!verifyTimestamp(bare, message(), {*links, {}, {}, {}}));
  }

  void certificateFiles() {
    const Bytes root = base64Bytes(tokens()[u"root"]);
    const auto read = readCertificates(root);
    QVERIFY(read);
    QCOMPARE(read->front().fingerprint(), sha256(root));
    const std::string pem =
        "-----BEGIN CERTIFICATE-----\n" + toBase64(root) + "\n-----END CERTIFICATE-----\n";
    QCOMPARE(readCertificates(bytesOf(pem + "text between\n" + pem))->size(), std::size_t{2});
    QCOMPARE(readCertificates({}).error().code, ErrorCode::NotFound);
    QCOMPARE(readCertificates(bytesOf("plumb\n")).error().code, ErrorCode::NotFound);
    Bytes longer = root;
    longer.push_back(std::byte{0});
    QCOMPARE(readCertificates(longer).error().code, ErrorCode::Malformed);
    QCOMPARE(readCertificates(ByteView(root).first(root.size() - 1)).error().code,
             ErrorCode::Malformed);
    QCOMPARE(readCertificates(bytesOf("0\x03\x02\x01\x05")).error().code, ErrorCode::Malformed);
    std::string many;
    for (int i = 0; i < 101; ++i) many += pem;
    QCOMPARE(readCertificates(bytesOf(many)).error().code, ErrorCode::TooLarge);
    QCOMPARE(readCertificates(Bytes((1u << 20) + 1)).error().code, ErrorCode::TooLarge);
  }

  void bounds() {
    Bytes large(64 * 1024 + 1, std::byte{0});
    QCOMPARE(parseTimestamp(large).error().code, ErrorCode::TooLarge);
    QCOMPARE(parseTimestamp({}).error().code, ErrorCode::Malformed);
    // Sequences in sequences must not eat the stack.
    std::string nested;
    for (int i = 0; i < 30000; ++i) nested += "0\x80";
    QCOMPARE(parseTimestamp(bytesOf(nested)).error().code, ErrorCode::Malformed);
    Bytes deep;
    for (int i = 0; i < 60; ++i)
      deep.insert(deep.begin(), {std::byte{0x30}, static_cast<std::byte>(deep.size())});
    const auto tooDeep = parseTimestamp(deep);
    QVERIFY(!tooDeep && tooDeep.error().where.byte > 0);
  }

  // Nothing that is left of a token and no token with a changed byte says anything else than the
  // whole one.
  void truncationsAndFlips() {
    const Bytes file = token(u"granted");
    const auto whole = verifyTimestamp(file, message(), trust());
    QVERIFY(whole);
    for (std::size_t length = 0; length < file.size(); ++length) {
      QVERIFY(!verifyTimestamp(ByteView(file).first(length), message(), trust()));
    }
    int stillGood = 0;
    for (std::size_t i = 0; i < file.size(); ++i) {
      for (const unsigned flip : {0x01u, 0x80u}) {
        Bytes altered = file;
        altered[i] ^= static_cast<std::byte>(flip);
        const auto verdict = verifyTimestamp(altered, message(), trust());
        if (!verdict) continue;
        ++stillGood;
        QCOMPARE(verdict->time, whole->time);
        QCOMPARE(verdict->serial, whole->serial);
        QCOMPARE(verdict->authority, whole->authority);
        QCOMPARE(verdict->policyOid, whole->policyOid);
      }
    }
    // The status (granted with modifications), the versions and the list of digest algorithms are
    // not signed and mean nothing to us.
    QVERIFY2(stillGood < 40, qPrintable(QString::number(stillGood)));
  }
};

PLUMBLINE_TEST(TestTimestamp)
#include "test_timestamp.moc"
