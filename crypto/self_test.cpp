// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/self_test.h"

#include <atomic>
#include <mutex>
#include <optional>

#include "crypto/foreign_key.h"
#include "crypto/keys.h"
#include "crypto/merkle.h"

namespace plumbline {

KnownAnswers KnownAnswers::standard() {
  KnownAnswers answers;
  answers.digestMessage = "abc";
  answers.digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  answers.ed25519Key = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
  answers.ed25519Message = "\xaf\x82";
  answers.ed25519Signature =
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
      "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";
  answers.p256Spki =
      "3059301306072a8648ce3d020106082a8648ce3d0301070342000460fed4ba255a9d31c961eb74c6"
      "356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d"
      "7e9f5177a3c294d4462299";
  answers.p256Message = "sample";
  answers.p256Signature =
      "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41"
      "d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";
  // Made with python3 cryptography; the private key was thrown away.
  answers.pssSpki =
      "30820122300d06092a864886f70d01010105000382010f003082010a0282010100cf90636f857716"
      "56c5bc5ae3d9f9fdf2a7c527e2606ebbc580a00a47f8c926cdcb1997a62e7fe305d7fcab309f4cda"
      "ff5da4db8acd641057589322e325d2b54fd6991097e5e3d07e612f1b40b1bb972886ce78a5e9b26d"
      "90a08237e05568a1c4a60bfc97e0c8181ab1a93ed777ac3e39c5efc2d3ef3f11bc5a2905c13e5b68"
      "ab4985fb8a7a390471cbab3b1b5ae3e356b95297b76c365be7315913eba38c2f072028541b955668"
      "1a1d22ce075650e46b90ae5afe49006e4064d11b20c5aaa3277a8fab25e7df904613caf4d59580f3"
      "9c078cda2e6c398d8cc163d0b349c73073811c85aadfa0b3d88985149930842b74b7e8d178f4445f"
      "27662b45abbe50ab290203010001";
  answers.pssMessage = "plumb";
  answers.pssSignature =
      "3f446c117e891eef98fd87a7be1f7212796d3fff19aab35ee3273fd14a11e82e7d57ff8c21259f80"
      "3126ba8433b2db06321eb016b627529e4cabbf0e3d6a8ef47929a6e0a8a7f7b88da07c2ea7c38e9b"
      "27c40de2ab9a49bc7dd3d6328e4ceff2f6bd46f10a41d8c87a1f87a76c4bd10f5eb0194e57f2e50f"
      "aa9e98d84992b255bffb52892402d1cd9c1993a771bf81d4ea8cdeb43087532aef2784f4a1f9cbcf"
      "f094953ee0fa6fbf1c8f4cc7938d7dab74a8fc871dd171811c9c50f0ec963d31d32cc4bd04cb3d2d"
      "0c13166f8457676b0cd815cae15edf4ce1e2d0db8c07a25d92b41323619923e80f4ace9a6238609e"
      "0c618209e03f1a84dfbab3d619a8400e";
  // Root computed with Python's hashlib by the definition of the RFC.
  answers.leaves = {"", "a", "bc"};
  answers.root = "2e9547978b8da560ecaaf07ab189d6799ecc53cd2f56c2f01866d01f70b78a4f";
  return answers;
}

/// Sees the verifying functions as they are before the gate.
class SelfTest {
 public:
  explicit SelfTest(const KnownAnswers& answers) : m_answers(answers) {}

  Result<void> run() const {
    if (!digestHolds()) return failed("SHA-256");
    if (!ed25519Holds()) return failed("Ed25519");
    if (!foreignHolds(m_answers.p256Spki, m_answers.p256Message, m_answers.p256Signature,
                      ForeignAlgorithm::EcdsaP1363)) {
      return failed("ECDSA P-256");
    }
    if (!foreignHolds(m_answers.pssSpki, m_answers.pssMessage, m_answers.pssSignature,
                      ForeignAlgorithm::RsaPss)) {
      return failed("RSA-PSS");
    }
    if (!merkleHolds()) return failed("RFC 6962 tree");
    return {};
  }

 private:
  static Error failed(std::string algorithm) {
    return {ErrorCode::Internal,
            "the self-test of the cryptography failed; nothing can be checked with this program",
            {},
            std::move(algorithm)};
  }

  /// True where `verify` takes the signature over the message, and neither over another message
  /// nor with one bit changed.
  template <class Verify>
  static bool judgesRightly(const std::string& message, const std::string& signatureHex,
                            const Verify& verify) {
    auto signature = fromHex(signatureHex);
    if (!signature || signature->empty()) return false;
    if (!verify(bytesOf(message), *signature)) return false;
    const std::string other = message + "x";
    if (verify(bytesOf(other), *signature)) return false;
    signature->back() ^= std::byte{1};
    return !verify(bytesOf(message), *signature);
  }

  bool digestHolds() const {
    return sha256(bytesOf(m_answers.digestMessage)).hex() == m_answers.digest;
  }

  bool ed25519Holds() const {
    const auto bytes = fromHex(m_answers.ed25519Key);
    if (!bytes) return false;
    const auto key = PublicKey::fromBytes(*bytes);
    return key && judgesRightly(m_answers.ed25519Message, m_answers.ed25519Signature,
                                [&](ByteView message, ByteView signature) {
                                  return key->verifyUngated(message, signature);
                                });
  }

  static bool foreignHolds(const std::string& spkiHex, const std::string& message,
                           const std::string& signature, ForeignAlgorithm algorithm) {
    const auto spki = fromHex(spkiHex);
    if (!spki) return false;
    const auto key = ForeignKey::fromSpki(*spki, algorithm, ForeignDigest::Sha256);
    return key && judgesRightly(message, signature, [&](ByteView text, ByteView bytes) {
             return key->verifyUngated(text, bytes);
           });
  }

  bool merkleHolds() const {
    TreeHasher hasher;
    for (const std::string& leaf : m_answers.leaves) hasher.addEntry(bytesOf(leaf));
    return hasher.root().hex() == m_answers.root;
  }

  const KnownAnswers& m_answers;
};

namespace {

enum class Outcome { NotRun, Held, Failed };

/// The outcome for the process. A failure stays.
class Gate {
 public:
  Result<void> runOnce() {
    const std::lock_guard lock(m_mutex);
    if (m_outcome == Outcome::NotRun) keep(SelfTest(KnownAnswers::standard()).run());
    if (m_failure) return *m_failure;
    return {};
  }
  Result<void> run(const KnownAnswers& answers) {
    const std::lock_guard lock(m_mutex);
    auto result = SelfTest(answers).run();
    keep(result);
    return result;
  }
  bool holds() {
    if (m_outcome == Outcome::NotRun) static_cast<void>(runOnce());
    return m_outcome == Outcome::Held;
  }

 private:
  void keep(const Result<void>& result) {
    if (!result && !m_failure) m_failure = result.error();
    m_outcome = m_failure ? Outcome::Failed : Outcome::Held;
  }

  std::mutex m_mutex;
  std::optional<Error> m_failure;
  std::atomic<Outcome> m_outcome{Outcome::NotRun};
};

Gate& gate() {
  static Gate instance;
  return instance;
}

}  // namespace

Result<void> cryptoSelfTest() {
  return gate().runOnce();
}

Result<void> cryptoSelfTestWith(const KnownAnswers& answers) {
  return gate().run(answers);
}

bool selfTestHolds() {
  return gate().holds();
}

}  // namespace plumbline
