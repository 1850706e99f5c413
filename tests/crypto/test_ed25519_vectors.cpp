// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/keys.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

bool accepts(const Bytes& key, const Bytes& message, const Bytes& signature) {
  const auto publicKey = PublicKey::fromBytes(key);
  return publicKey && publicKey->verify(message, signature);
}

}  // namespace

class TestEd25519Vectors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wycheproof() {
    REQUIRE_SHARED(path, "vectors/wycheproof/ed25519_test.json");
    int total = 0;
    for (const QJsonValue& group : readJson(path)[u"testGroups"].toArray()) {
      const Bytes key = hexBytes(group[u"publicKey"][u"pk"]);
      QCOMPARE(key.size(), std::size_t{32});
      for (const QJsonValue& test : group[u"tests"].toArray()) {
        const bool ours = accepts(key, hexBytes(test[u"msg"]), hexBytes(test[u"sig"]));
        const QByteArray name = "tcId " + QByteArray::number(test[u"tcId"].toInt());
        QVERIFY2(ours == (test[u"result"].toString() == u"valid"), name.constData());
        ++total;
      }
    }
    QCOMPARE(total, 151);
  }

  // The set states no verdicts. With low-order and non-canonical keys and low-order R refused, the
  // rest follows OpenSSL: 43 signatures stand, none of them over a flagged point.
  void cctv() {
    REQUIRE_SHARED(path, "vectors/cctv-ed25519/ed25519vectors.json");
    const QJsonArray vectors = readJson(path).array();
    QCOMPARE(vectors.size(), 914);
    int accepted = 0;
    for (const QJsonValue& vector : vectors) {
      const Bytes message = toBytes(utf8(vector[u"msg"]));
      if (!accepts(hexBytes(vector[u"key"]), message, hexBytes(vector[u"sig"]))) continue;
      ++accepted;
      for (const QJsonValue& flag : vector[u"flags"].toArray()) {
        const QString name = flag.toString();
        QVERIFY2(name.startsWith(u"low_order_component"), qPrintable(name));
      }
    }
    QCOMPARE(accepted, 43);
  }
};

PLUMBLINE_TEST(TestEd25519Vectors)
#include "test_ed25519_vectors.moc"
