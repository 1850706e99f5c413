// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QtTest>

#include "crypto/timestamp.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

struct Vector {
  const char* folder;
  const char* file;
  const char* message;
  const char* authority;
  const char* time;  // ISO 8601, UTC; nullptr: the token is refused
};

// The ten tokens of rfc3161-client; issue-104 and sigstage state no accuracy or one of a second.
constexpr std::array<Vector, 10> vectors = {{
    {"identrust", "issue-104.tsr", "hello", "CN=TrustID Timestamp Authority,O=IdenTrust,C=US",
     "2025-03-11T08:52:08Z"},
    {"sigstage", "response-invalid-signature.tsr", "hello", "", nullptr},
    {"sigstage", "response-no-embedded-cert.tsr", "hello", "CN=sigstore-tsa,O=sigstore.dev",
     "2025-06-18T08:13:02Z"},
    {"sigstage", "response-sha256.tsr", "hello", "CN=sigstore-tsa,O=sigstore.dev",
     "2025-05-09T11:58:55Z"},
    {"sigstage", "response-sha384.tsr", "hello", "CN=sigstore-tsa,O=sigstore.dev",
     "2025-05-09T11:58:55Z"},
    {"sigstage", "response-sha512.tsr", "hello", "CN=sigstore-tsa,O=sigstore.dev",
     "2025-05-09T11:58:56Z"},
    {"sigstore.mock", "response-expired.tsr", nullptr, "O=sigstore.mock,CN=tsa signing",
     "2023-02-01T00:00:00Z"},
    {"test_tsa", "other_response.tsr", "hello", "", nullptr},
    {"test_tsa", "response-injected-certs.tsr", "hello", "CN=Test TSA Timestamping,O=local",
     "2024-10-08T15:40:32Z"},
    {"test_tsa", "response.tsr", "hello", "CN=Test TSA Timestamping,O=local",
     "2024-10-08T15:40:32Z"},
}};

Bytes bytesOfFile(const QString& path) {
  const QByteArray data = readFile(path);
  return toBytes(std::string_view(data.constData(), static_cast<std::size_t>(data.size())));
}

struct Case {
  Bytes token;
  Bytes message;
  TimestampTrust trust;
};

/// The token with its chain: the last certificate is the root, the others are links.
Case load(const QString& root, const Vector& vector) {
  const QString folder = root + u'/' + QLatin1String(vector.folder) + u'/';
  Case out;
  out.token = bytesOfFile(folder + QLatin1String(vector.file));
  out.message = vector.message != nullptr ? toBytes(std::string_view(vector.message))
                                          : bytesOfFile(folder + QStringLiteral("payload"));
  auto chain = readCertificates(bytesOfFile(folder + QStringLiteral("ts_chain.pem"))).value();
  out.trust.roots = {chain.back()};
  chain.pop_back();
  out.trust.intermediates = chain;
  return out;
}

}  // namespace

class TestTimestampVectors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Eight tokens stand: among them one whose chain has expired since, two whose signer is not
  // embedded, one with strangers' certificates before the signer's, one with the signer not first.
  void tokens() {
    REQUIRE_SHARED(root, "vectors/rfc3161-client");
    int good = 0;
    for (const Vector& vector : vectors) {
      const Case given = load(root, vector);
      const auto verdict = verifyTimestamp(given.token, given.message, given.trust);
      QVERIFY2(verdict.ok() == (vector.time != nullptr), vector.file);
      if (!verdict) continue;
      ++good;
      QCOMPARE(verdict->authority, std::string(vector.authority));
      const QDateTime time = QDateTime::fromString(QLatin1String(vector.time), Qt::ISODate);
      QCOMPARE(verdict->time, static_cast<std::int64_t>(time.toMSecsSinceEpoch()));
      const bool statesAccuracy = std::string_view(vector.folder) != "identrust";
      QCOMPARE(verdict->accuracyMs.value_or(0), std::int64_t{statesAccuracy ? 1000 : 0});
      QVERIFY(!verdict->nonce.empty() && !verdict->serial.empty());
    }
    QCOMPARE(good, 8);
  }

  // other_response.tsr was given by another run of the local authority, whose chain is not here.
  void whyTheOthersFail() {
    REQUIRE_SHARED(root, "vectors/rfc3161-client");
    const Case altered = load(root, vectors[1]);
    QCOMPARE(verifyTimestamp(altered.token, altered.message, altered.trust).error().code,
             ErrorCode::BadSignature);
    const Case other = load(root, vectors[7]);
    QCOMPARE(verifyTimestamp(other.token, other.message, other.trust).error().code,
             ErrorCode::NotFound);
  }

  void otherMessagesAndRoots() {
    REQUIRE_SHARED(root, "vectors/rfc3161-client");
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      if (vectors[i].time == nullptr) continue;
      Case given = load(root, vectors[i]);
      const Case stranger = load(root, vectors[(i + 4) % vectors.size()]);
      if (std::string_view(vectors[i].folder) != vectors[(i + 4) % vectors.size()].folder) {
        QVERIFY(!verifyTimestamp(given.token, given.message, stranger.trust));
      }
      given.message.push_back(std::byte{' '});
      QCOMPARE(verifyTimestamp(given.token, given.message, given.trust).error().code,
               ErrorCode::Mismatch);
    }
  }

  // A changed byte ends in a refusal, or it lies where nothing is signed and nothing is read.
  void alteredTokens() {
    REQUIRE_SHARED(root, "vectors/rfc3161-client");
    for (const Vector& vector : vectors) {
      if (vector.time == nullptr) continue;
      const Case given = load(root, vector);
      const auto whole = verifyTimestamp(given.token, given.message, given.trust);
      for (std::size_t length = 0; length < given.token.size(); length += 29) {
        QVERIFY(!verifyTimestamp(ByteView(given.token).first(length), given.message, given.trust));
      }
      // Every seventh byte; test_timestamp.cpp does this with every byte of a token of its own.
      for (std::size_t i = 0; i < given.token.size(); i += 7) {
        Bytes altered = given.token;
        altered[i] ^= std::byte{1};
        const auto verdict = verifyTimestamp(altered, given.message, given.trust);
        if (!verdict) continue;
        QCOMPARE(verdict->time, whole->time);
        QCOMPARE(verdict->authority, whole->authority);
        QCOMPARE(verdict->serial, whole->serial);
        QCOMPARE(verdict->imprint, whole->imprint);
      }
    }
  }

  // The same tokens without the answer around them.
  void bareTokens() {
    REQUIRE_SHARED(root, "vectors/rfc3161-client");
    for (const Vector& vector : vectors) {
      const Case given = load(root, vector);
      // SEQUENCE { SEQUENCE { INTEGER 0 }, token } with lengths of two bytes.
      const ByteView whole(given.token);
      const std::size_t head = whole[1] == std::byte{0x82} ? 4 : 3;
      const Bytes bare =
          toBytes(whole.subspan(head + 2 + std::to_integer<std::size_t>(whole[head + 1])));
      QCOMPARE(verifyTimestamp(bare, given.message, given.trust).ok(), vector.time != nullptr);
    }
  }
};

PLUMBLINE_TEST(TestTimestampVectors)
#include "test_timestamp_vectors.moc"
