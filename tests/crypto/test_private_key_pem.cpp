// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/keys.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

// The example key of RFC 8410 section 10.3 and its public key of section 10.1.
constexpr std::string_view rfc8410Pem =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
    "-----END PRIVATE KEY-----\n";
constexpr const char* rfc8410Public =
    "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";

// The same key written by `openssl pkcs8 -topk8 -v2 aes-256-cbc -passout pass:plumb`.
constexpr std::string_view opensslPem =
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
    "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh9xPXDBmHkoAICCAAw\n"
    "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEISYpTO4IOtSdXVHE8AH6QIEQPJJ\n"
    "ldZtmU+ZHwOnumLAEydL+VlRXiWvIa2bvMTOaootstV6tIoM/4UZKZm0PusKyJ9b\n"
    "pnfHyuti+ea5PxGzaSA=\n"
    "-----END ENCRYPTED PRIVATE KEY-----\n";

std::string publicHex(const PrivateKey& key) {
  return toHex(key.publicKey().bytes());
}

}  // namespace

class TestPrivateKeyPem : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void knownKeys() {
    QCOMPARE(publicHex(PrivateKey::fromPem(rfc8410Pem).value()), std::string(rfc8410Public));
    QCOMPARE(publicHex(PrivateKey::fromPem(opensslPem, "plumb").value()),
             std::string(rfc8410Public));
  }

  void roundTrip_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::newRow("plain") << QByteArray();
    QTest::newRow("encrypted") << QByteArray("a quiet river");
    QTest::newRow("not ASCII") << QByteArray(
        "stra\xc3\x9f"
        "e");
    QTest::newRow("long") << QByteArray(3000, 'x');
    QTest::newRow("NUL within") << QByteArray("a\0b", 3);
  }
  void roundTrip() {
    QFETCH(QByteArray, passphrase);
    const std::string secret = passphrase.toStdString();
    const PrivateKey key = PrivateKey::generate();
    const std::string pem = key.toPem(secret);
    const std::string expected = secret.empty() ? "-----BEGIN PRIVATE KEY-----\n"
                                                : "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
    QCOMPARE(pem.substr(0, expected.size()), expected);
    const auto again = PrivateKey::fromPem(pem, secret);
    QVERIFY(again);
    QCOMPARE(publicHex(*again), publicHex(key));
    const Bytes message = toBytes("message");
    QVERIFY(key.publicKey().verify(message, again->sign(message)));
  }

  void textBeforeTheKey() {
    for (const std::string_view pem : {rfc8410Pem, opensslPem}) {
      const std::string file = "Name: ecosphere-north\n\n" + std::string(pem);
      QVERIFY(PrivateKey::fromPem(file, "plumb"));
    }
  }

  // A prompt would wait for the terminal here for ever; the test's time limit would tell.
  void wrongPassphrase() {
    const std::string pem = PrivateKey::generate().toPem("right");
    for (const char* passphrase : {"wrong", "", "right "}) {
      const auto key = PrivateKey::fromPem(pem, passphrase);
      QVERIFY(!key);
      QCOMPARE(key.error().code, ErrorCode::BadKey);
    }
  }

  void encryptionIsSalted() {
    const PrivateKey key = PrivateKey::generate();
    QVERIFY(key.toPem("same") != key.toPem("same"));
  }

  // PBES2 with AES-256-CBC, PBKDF2 with HMAC-SHA-256 and 600,000 rounds, as the header promises.
  void encryptionIsWhatIsPromised() {
    const QByteArrayList lines =
        QByteArray::fromStdString(PrivateKey::generate().toPem("plumb")).trimmed().split('\n');
    const QByteArray der = QByteArray::fromBase64(lines.mid(1, lines.size() - 2).join());
    for (const char* part : {"06092a864886f70d01050d",     // PBES2
                             "06092a864886f70d01050c",     // PBKDF2
                             "02030927c0",                 // 600,000
                             "06082a864886f70d0209",       // HMAC-SHA-256
                             "060960864801650304012a"}) {  // AES-256-CBC
      QVERIFY2(der.contains(QByteArray::fromHex(part)), part);
    }
  }

  void refused_data() {
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no PEM") << QByteArray("Name: x\n");
    QTest::newRow("end line missing") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n");
    QTest::newRow("cut short") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp\n"
        "-----END PRIVATE KEY-----\n");
    QTest::newRow("public key") << QByteArray(
        "-----BEGIN PUBLIC KEY-----\n"
        "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
        "-----END PUBLIC KEY-----\n");
    QTest::newRow("P-256 key") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\n"
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJIf24wgUvjVME2r4\n"
        "jMRbMZMsWfIRMaWHUAvSwzLd09WhRANCAAQmTnWF2Jib05d9YoC1L+nd3mrHcIrD\n"
        "CZ/hVRawZ+Wz91fatmKmkC1QcslI46sjK3MkQXSpOEFdRjKd5xAysG8S\n"
        "-----END PRIVATE KEY-----\n");
    QTest::newRow("encrypted in the old way") << QByteArray(
        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
        "DEK-Info: AES-128-CBC,D184A3EA107342AA7B89929F4868511C\n\n"
        "mAxewl5MLbjYlziBCfUuiJd0i2CGNwWrYhO3JW1yVav0uQiHm+9vNaic301EdpNK\n"
        "-----END EC PRIVATE KEY-----\n");
    QTest::newRow("10,000,001 rounds of PBKDF2") << QByteArray(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
        "MIGdMFkGCSqGSIb3DQEFDTBMMCsGCSqGSIb3DQEFDDAeBAjHvyXwqxvatAIEAJiW\n"
        "gTAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQz3KcVG12A/b7YjCMG/5PmgRA\n"
        "6LLIqm4whpnjrT5xuHXeBineL27o6Nw9ERgkxMKSjno5MffaqNBFZQb2FLl/mUy8\n"
        "QAb2dxYSMVovsv9dBTxYQA==\n"
        "-----END ENCRYPTED PRIVATE KEY-----\n");
    QTest::newRow("scrypt") << QByteArray(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
        "MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAj+a25kRCAGHAICQAAC\n"
        "AQgCAQEwHQYJYIZIAWUDBAEqBBCIWYN5jz7X5Euwx3G9wL0gBEAofhJhv4uO4OBD\n"
        "vvsNEoLTSjWzA1uBOU81FMx6eikQ+f3Ngh4CuSrsOKFLq3NHlC5z+N6OzI/YljMt\n"
        "k/3HG6NP\n"
        "-----END ENCRYPTED PRIVATE KEY-----\n");
    QTest::newRow("PKCS#12 encryption") << QByteArray(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
        "MFgwHAYKKoZIhvcNAQwBAzAOBAgn1tF9KwJ0lAICCAAEOCL5qjzncIwJdhlLVD36\n"
        "W8y7nut2ybfKUpYeJGTvnf9OJAkJZTTyU7x15wfCkfpjb6TglBZc76tq\n"
        "-----END ENCRYPTED PRIVATE KEY-----\n");
    QTest::newRow("very large") << QByteArray(1 << 20, '\n');
  }
  void refused() {
    QFETCH(QByteArray, pem);
    const auto key = PrivateKey::fromPem(pem.toStdString(), "plumb");
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::BadKey);
  }
};

PLUMBLINE_TEST(TestPrivateKeyPem)
#include "test_private_key_pem.moc"
