// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/dsse.h"
#include "crypto/foreign_key.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

// SubjectPublicKeyInfo of a P-256 key up to the point's coordinates.
const std::string p256Prefix = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";

/// 64 hex digits of a decimal number below 2^256.
std::string hexOfDecimal(const std::string& decimal) {
  std::array<unsigned, 32> bytes{};
  for (const char digit : decimal) {
    unsigned carry = static_cast<unsigned>(digit - '0');
    for (std::size_t i = bytes.size(); i-- > 0;) {
      carry += bytes[i] * 10;
      bytes[i] = carry & 0xFFu;
      carry >>= 8;
    }
  }
  Bytes out;
  for (const unsigned byte : bytes) out.push_back(static_cast<std::byte>(byte));
  return toHex(out);
}

}  // namespace

class TestForeignKeyVectors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wycheproof_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<int>("digest");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("valid");
    const auto row = [](const char* file, ForeignAlgorithm algorithm, ForeignDigest digest,
                        int total, int valid) {
      QTest::newRow(file) << QString::fromLatin1(file) << static_cast<int>(algorithm)
                          << static_cast<int>(digest) << total << valid;
    };
    using enum ForeignAlgorithm;
    using enum ForeignDigest;
    row("ecdsa_secp256r1_sha256", EcdsaDer, Sha256, 484, 174);
    row("ecdsa_secp256r1_sha256_p1363", EcdsaP1363, Sha256, 262, 173);
    row("ecdsa_secp384r1_sha384", EcdsaDer, Sha384, 504, 194);
    row("rsa_signature_2048_sha256", RsaPkcs1, Sha256, 259, 9);
    row("rsa_signature_3072_sha256", RsaPkcs1, Sha256, 259, 8);
    row("rsa_signature_4096_sha256", RsaPkcs1, Sha256, 258, 7);
    row("rsa_pss_2048_sha256_mgf1_32", RsaPss, Sha256, 108, 63);
    row("rsa_pss_3072_sha256_mgf1_32", RsaPss, Sha256, 108, 63);
    row("rsa_pss_4096_sha256_mgf1_32", RsaPss, Sha256, 108, 63);
  }

  // "Acceptable" is one PKCS#1 signature a key size whose digest identifier lacks its NULL. We
  // refuse it, so what is accepted is exactly what is "valid".
  void wycheproof() {
    QFETCH(QString, file);
    QFETCH(int, algorithm);
    QFETCH(int, digest);
    REQUIRE_SHARED(folder, "vectors/wycheproof");
    int total = 0;
    int accepted = 0;
    for (const QJsonValue& group :
         readJson(folder + u'/' + file + QStringLiteral("_test.json"))[u"testGroups"].toArray()) {
      const auto key = ForeignKey::fromSpki(hexBytes(group[u"publicKeyDer"]),
                                            static_cast<ForeignAlgorithm>(algorithm),
                                            static_cast<ForeignDigest>(digest));
      QVERIFY(key);
      const std::string pem = utf8(group[u"publicKeyPem"]);
      QVERIFY(ForeignKey::fromSpki(bytesOf(pem), key->algorithm(), key->digest()));
      for (const QJsonValue& test : group[u"tests"].toArray()) {
        const bool ours = key->verify(hexBytes(test[u"msg"]), hexBytes(test[u"sig"]));
        const QByteArray name = "tcId " + QByteArray::number(test[u"tcId"].toInt());
        QVERIFY2(ours == (test[u"result"].toString() == u"valid"), name.constData());
        ++total;
        accepted += ours ? 1 : 0;
      }
    }
    QTEST(total, "total");
    QTEST(accepted, "valid");
  }

  // The signature of the DSSE specification: r || s over the PAE.
  void dsseSpecification() {
    REQUIRE_SHARED(path, "vectors/dsse-spec/vector.json");
    const QJsonObject vector = readJson(path).object();
    const std::string point = hexOfDecimal(utf8(vector[u"x"])) + hexOfDecimal(utf8(vector[u"y"]));
    const Bytes spki = fromHex(p256Prefix + point).value();
    const Bytes signature = fromBase64(utf8(vector[u"sig_b64"])).value();
    const auto key =
        ForeignKey::fromSpki(spki, ForeignAlgorithm::EcdsaP1363, ForeignDigest::Sha256);
    QVERIFY(key);
    const Bytes payload = toBytes(utf8(vector[u"payload_utf8"]));
    const std::string type = utf8(vector[u"payloadType"]);
    QVERIFY(key->verify(dssePae(type, payload), signature));
    QVERIFY(!key->verify(payload, signature));
    QVERIFY(!key->verify(dssePae(type + "x", payload), signature));
  }
};

PLUMBLINE_TEST(TestForeignKeyVectors)
#include "test_foreign_key_vectors.moc"
