// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/keys.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

struct Rfc8032 {
  const char* seed;
  const char* key;
  const char* message;
  const char* signature;
};

// RFC 8032 section 7.1, tests 1 to 3.
constexpr std::array<Rfc8032, 3> rfc8032 = {{
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
}};

// C2SP/CCTV ed25519 README: every encoding of every point of low order.
constexpr std::array<const char*, 14> lowOrder = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"};

}  // namespace

class TestKeys : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rfc8032Vectors() {
    for (const Rfc8032& vector : rfc8032) {
      const auto key = PrivateKey::fromSeed(fromHex(vector.seed).value()).value();
      const Bytes message = fromHex(vector.message).value();
      QCOMPARE(toHex(key.publicKey().bytes()), std::string(vector.key));
      QCOMPARE(toHex(key.sign(message)), std::string(vector.signature));
      const auto imported = PublicKey::fromBytes(fromHex(vector.key).value()).value();
      QVERIFY(imported == key.publicKey());
      QVERIFY(imported.verify(message, fromHex(vector.signature).value()));
    }
  }

  void everyFlippedBitFails() {
    const auto key = PrivateKey::fromSeed(fromHex(rfc8032[0].seed).value()).value();
    const PublicKey publicKey = key.publicKey();
    Bytes message = toBytes("12 400 kg of glass");
    const SignatureBytes signature = key.sign(message);
    QVERIFY(publicKey.verify(message, signature));
    for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
      SignatureBytes altered = signature;
      altered[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
      QVERIFY(!publicKey.verify(message, altered));
    }
    for (std::size_t bit = 0; bit < 8 * message.size(); ++bit) {
      Bytes altered = message;
      altered[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
      QVERIFY(!publicKey.verify(altered, signature));
    }
    QVERIFY(!PrivateKey::generate().publicKey().verify(message, signature));
  }

  void signatureLengths() {
    const PrivateKey key = PrivateKey::generate();
    const Bytes message = toBytes("x");
    Bytes signature = toBytes(ByteView(key.sign(message)));
    QVERIFY(!key.publicKey().verify(message, {}));
    QVERIFY(!key.publicKey().verify(message, ByteView(signature).first(31)));
    QVERIFY(!key.publicKey().verify(message, ByteView(signature).first(63)));
    signature.push_back(std::byte{0});
    QVERIFY(!key.publicKey().verify(message, signature));
  }

  void lowOrderKeysAreRefused() {
    for (const char* hex : lowOrder) {
      const auto key = PublicKey::fromBytes(fromHex(hex).value());
      QVERIFY2(!key, hex);
      QCOMPARE(key.error().code, ErrorCode::BadKey);
    }
  }

  // y = p to p + 18, each with both signs, are second spellings of y = 0 to 18.
  void nonCanonicalKeysAreRefused() {
    for (unsigned low = 0xED; low <= 0xFF; ++low) {
      for (const unsigned high : {0x7Fu, 0xFFu}) {
        Bytes bytes(32, std::byte{0xFF});
        bytes.front() = static_cast<std::byte>(low);
        bytes.back() = static_cast<std::byte>(high);
        QVERIFY(!PublicKey::fromBytes(bytes));
      }
    }
    Bytes largest(32, std::byte{0xFF});
    largest.front() = std::byte{0xEB};  // p - 2, canonical
    largest.back() = std::byte{0x7F};
    QVERIFY(PublicKey::fromBytes(largest));
  }

  void wrongLengths() {
    for (const std::size_t length : {0u, 1u, 31u, 33u, 64u}) {
      const Bytes bytes(length, std::byte{9});
      QVERIFY(!PublicKey::fromBytes(bytes));
      QVERIFY(!PrivateKey::fromSeed(bytes));
    }
  }

  // Expected value from Python's hashlib, by the rule in crypto/keys.h.
  void fingerprint() {
    const auto key = PublicKey::fromBytes(fromHex(rfc8032[0].key).value()).value();
    QCOMPARE(
        key.fingerprint(),
        std::string("10565 22880 29447 22884 16547 67957 54184 75456 48489 64952 61521 24532"));
  }

  void generatedKeysDiffer() {
    QVERIFY(!(PrivateKey::generate().publicKey() == PrivateKey::generate().publicKey()));
  }
};

PLUMBLINE_TEST(TestKeys)
#include "test_keys.moc"
