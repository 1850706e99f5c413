// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include <QtTest>

#include "crypto/foreign_key.h"
#include "crypto/keys.h"
#include "crypto/note.h"
#include "crypto/self_test.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

using Field = std::string KnownAnswers::*;

bool foreignVerifies() {
  const KnownAnswers answers = KnownAnswers::standard();
  const auto key = ForeignKey::fromSpki(fromHex(answers.p256Spki).value(),
                                        ForeignAlgorithm::EcdsaP1363, ForeignDigest::Sha256);
  return key->verify(bytesOf(answers.p256Message), fromHex(answers.p256Signature).value());
}

bool ownVerifies() {
  const PrivateKey key = PrivateKey::generate();
  return key.publicKey().verify(bytesOf("plumb"), key.sign(bytesOf("plumb")));
}

}  // namespace

// The functions run in this order: a failure stays for the life of the process.
class TestSelfTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void manyThreadsGetOneAnswer() {
    std::atomic<int> held = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] { held += cryptoSelfTest() && ownVerifies() ? 1 : 0; });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(held.load(), 8);
  }

  void holds() {
    QVERIFY(cryptoSelfTest());
    QVERIFY(selfTestHolds());
    QVERIFY(cryptoSelfTestWith(KnownAnswers::standard()));
    QVERIFY(ownVerifies());
    QVERIFY(foreignVerifies());
  }

  void wrongAnswers_data() {
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("algorithm");
    const std::vector<const char*> algorithms = {
        "SHA-256",     "Ed25519", "Ed25519", "Ed25519", "ECDSA P-256",   "ECDSA P-256",
        "ECDSA P-256", "RSA-PSS", "RSA-PSS", "RSA-PSS", "RFC 6962 tree", "RFC 6962 tree"};
    for (std::size_t i = 0; i < algorithms.size(); ++i) {
      QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(i).arg(QLatin1String(algorithms[i]))))
          << static_cast<int>(i) << QString::fromLatin1(algorithms[i]);
    }
  }
  void wrongAnswers() {
    QFETCH(int, field);
    QFETCH(QString, algorithm);
    const std::vector<Field> fields = {
        &KnownAnswers::digest,           &KnownAnswers::ed25519Key, &KnownAnswers::ed25519Message,
        &KnownAnswers::ed25519Signature, &KnownAnswers::p256Spki,   &KnownAnswers::p256Message,
        &KnownAnswers::p256Signature,    &KnownAnswers::pssSpki,    &KnownAnswers::pssMessage,
        &KnownAnswers::pssSignature,     &KnownAnswers::root};
    KnownAnswers answers = KnownAnswers::standard();
    if (field < static_cast<int>(fields.size())) {
      std::string& value = answers.*fields[static_cast<std::size_t>(field)];
      // The last hex digit, or the last letter of a message.
      value.back() = value.back() == '1' ? '2' : '1';
    } else {
      answers.leaves.pop_back();
    }
    const auto result = cryptoSelfTestWith(answers);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Internal);
    QCOMPARE(QString::fromStdString(result.error().found.text()), algorithm);
  }

  void afterAFailureNothingVerifies() {
    QVERIFY(!cryptoSelfTest());
    QVERIFY(!selfTestHolds());
    QVERIFY(!ownVerifies());
    QVERIFY(!foreignVerifies());
    const PrivateKey key = PrivateKey::generate();
    const auto known = NoteVerifier::fromKey("n", NoteKeyType::Ed25519, key.publicKey());
    QVERIFY(!openNote(signNote("a\n", "n", key).value(), {&known, 1}));
    // A later good run does not take the failure back.
    QVERIFY(cryptoSelfTestWith(KnownAnswers::standard()));
    QVERIFY(!cryptoSelfTest());
    QVERIFY(!ownVerifies());
  }
};

PLUMBLINE_TEST(TestSelfTest)
#include "test_self_test.moc"
