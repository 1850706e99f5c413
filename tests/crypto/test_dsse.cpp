// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/dsse.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

std::string envelopeJson(std::string_view payload, std::string_view signatures) {
  return R"({"payload":")" + std::string(payload) + R"(","payloadType":"t","signatures":)" +
         std::string(signatures) + "}";
}

}  // namespace

class TestDsse : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // The specification's signature is ECDSA P-256, which no key of ours is; its PAE is for all.
  void specificationPae() {
    REQUIRE_SHARED(path, "vectors/dsse-spec/vector.json");
    const QJsonObject vector = readJson(path).object();
    const Bytes pae = dssePae(utf8(vector[u"payloadType"]), bytesOf(utf8(vector[u"payload_utf8"])));
    QCOMPARE(std::string(textOf(pae)), utf8(vector[u"pae_utf8"]));
  }

  void paeCountsBytes() {
    QCOMPARE(std::string(textOf(dssePae("", {}))), std::string("DSSEv1 0  0 "));
    QCOMPARE(std::string(textOf(dssePae("\xc3\xa4", bytesOf("\xe2\x82\xac")))),
             std::string("DSSEv1 2 \xc3\xa4 3 \xe2\x82\xac"));
  }

  void signedBytesAreFixed() {
    const PrivateKey key = keyOf(1);
    const Bytes payload = toBytes("{}");
    const std::string json = signEnvelope(inTotoPayloadType, payload, key, "hint");
    const std::string sig = toBase64(key.sign(dssePae(inTotoPayloadType, payload)));
    QCOMPARE(json, R"({"payload":"e30=","payloadType":"application/vnd.in-toto+json",)"
                   R"("signatures":[{"keyid":"hint","sig":")" +
                       sig + R"("}]})");
    QVERIFY(signEnvelope("t", payload, key).find("keyid") == std::string::npos);
  }

  void roundTrip() {
    const PrivateKey key = keyOf(1);
    const Bytes payload = toBytes("12 400 kg");
    const auto envelope = parseEnvelope(bytesOf(signEnvelope("t", payload, key))).value();
    QCOMPARE(envelope.payloadType, std::string("t"));
    QCOMPARE(envelope.payload, payload);
    const std::vector<PublicKey> known{keyOf(2).publicKey(), key.publicKey()};
    QCOMPARE(verifyEnvelope(envelope, known), std::vector<std::size_t>{1});
    QVERIFY(verifyEnvelope(envelope, std::span(known).first(1)).empty());
  }

  void alteredEnvelopes() {
    const PrivateKey key = keyOf(1);
    const std::vector<PublicKey> known{key.publicKey()};
    const auto envelope = parseEnvelope(bytesOf(signEnvelope("t", toBytes("body"), key))).value();
    Envelope altered = envelope;
    altered.payloadType = "u";
    QVERIFY(verifyEnvelope(altered, known).empty());
    altered = envelope;
    altered.payload.push_back(std::byte{' '});
    QVERIFY(verifyEnvelope(altered, known).empty());
    altered = envelope;
    altered.signatures.front().signature.back() ^= std::byte{1};
    QVERIFY(verifyEnvelope(altered, known).empty());
    // The hint is not signed and decides nothing.
    altered = envelope;
    altered.signatures.front().keyId = "somebody else";
    QCOMPARE(verifyEnvelope(altered, known).size(), std::size_t{1});
  }

  // A threshold counts people, so neither a repeated signature nor a repeated key counts twice.
  void everyKeyCountsOnce() {
    auto envelope = parseEnvelope(bytesOf(signEnvelope("t", toBytes("b"), keyOf(1)))).value();
    const auto other = parseEnvelope(bytesOf(signEnvelope("t", toBytes("b"), keyOf(2)))).value();
    envelope.signatures.push_back(envelope.signatures.front());
    envelope.signatures.push_back(other.signatures.front());
    const std::vector<PublicKey> known{keyOf(1).publicKey(), keyOf(1).publicKey(),
                                       keyOf(3).publicKey(), keyOf(2).publicKey()};
    QCOMPARE(verifyEnvelope(envelope, known), (std::vector<std::size_t>{0, 3}));
  }

  // The byte counts within the member that the sentence names.
  void errorsNameTheByte() {
    const auto payload = parseEnvelope(bytesOf(envelopeJson("AAAA!AAA", R"([{"sig":""}])")));
    QCOMPARE(payload.error().where.byte, std::int64_t{4});
    QVERIFY(payload.error().message.text().find("payload") != std::string::npos);
    const auto syntax = parseEnvelope(bytesOf(R"({"payload":tru})"));
    // The parser had read the brace that is no part of "true".
    QCOMPARE(syntax.error().where.byte, std::int64_t{15});
  }

  void parsing_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");  // -1: accepted
    const auto row = [](const char* name, const std::string& json, int code) {
      QTest::newRow(name) << QByteArray::fromStdString(json) << code;
    };
    const int malformed = static_cast<int>(ErrorCode::Malformed);
    row("url-safe base64", envelopeJson("-_-_", R"([{"sig":"-_-_"}])"), -1);
    row("empty payload", envelopeJson("", R"([{"sig":""}])"), -1);
    row("empty keyid", envelopeJson("", R"([{"keyid":"","sig":"AA=="}])"), -1);
    row("member of a later version", envelopeJson("", R"([{"sig":"","extension":{}}])"), -1);
    row("no signature", envelopeJson("", "[]"), malformed);
    row("signatures not an array", envelopeJson("", "{}"), malformed);
    row("signature not an object", envelopeJson("", R"(["AA=="])"), malformed);
    row("signature without sig", envelopeJson("", R"([{"keyid":"a"}])"), malformed);
    row("keyid not a string", envelopeJson("", R"([{"keyid":1,"sig":""}])"), malformed);
    row("sig with trailing bits", envelopeJson("", R"([{"sig":"AB=="}])"), malformed);
    row("payload without padding", envelopeJson("Zg", R"([{"sig":""}])"), malformed);
    row("payload in two alphabets", envelopeJson("+_+_", R"([{"sig":""}])"), malformed);
    row("duplicate payload",
        R"({"payload":"","payload":"Zg==","payloadType":"t","signatures":[{"sig":""}]})",
        malformed);
    row("no payloadType", R"({"payload":"","signatures":[{"sig":""}]})", malformed);
    row("no payload", R"({"payloadType":"t","signatures":[{"sig":""}]})", malformed);
    row("not an object", "[]", malformed);
    row("not JSON", "DSSEv1", malformed);
    row("not UTF-8", envelopeJson("\xff", "[]"), static_cast<int>(ErrorCode::Encoding));
    row("one byte too large",
        envelopeJson("", R"([{"sig":""}])") +
            std::string(65536 - envelopeJson("", R"([{"sig":""}])").size(), ' '),
        static_cast<int>(ErrorCode::TooLarge));
    row("as large as may be",
        envelopeJson("", R"([{"sig":""}])") +
            std::string(65535 - envelopeJson("", R"([{"sig":""}])").size(), ' '),
        -1);
  }
  void parsing() {
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    const std::string text = json.toStdString();
    const auto envelope = parseEnvelope(bytesOf(text));
    QCOMPARE(envelope ? -1 : static_cast<int>(envelope.error().code), code);
  }
};

PLUMBLINE_TEST(TestDsse)
#include "test_dsse.moc"
