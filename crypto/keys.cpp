// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/keys.h"

#include <algorithm>
#include <string_view>

#include "crypto/openssl_handles.h"
#include "crypto/self_test.h"

namespace plumbline {
namespace {

using openssl::evp;
using openssl::MdContext;
using openssl::owned;
using openssl::raw;
using openssl::require;

unsigned char* writable(std::byte* bytes) {
  return reinterpret_cast<unsigned char*>(bytes);
}

/// Encodings of the y of points of order 1, 2, 4 and 8, sign bit cleared. From the list of
/// low-order points in C2SP/CCTV ed25519. p = 2^255 - 19 and p + 1 are other spellings of 0 and 1.
constexpr std::array<std::string_view, 7> lowOrderY = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
};

KeyBytes withoutSign(ByteView point) {
  KeyBytes y;
  std::copy_n(point.begin(), y.size(), y.begin());
  y.back() &= std::byte{0x7F};
  return y;
}

bool isLowOrder(ByteView point) {
  const std::string y = toHex(withoutSign(point));
  return std::find(lowOrderY.begin(), lowOrderY.end(), y) != lowOrderY.end();
}

/// True when y < p. Only 19 values of 255 bits are not: the top 247 bits are then all ones. (The
/// other non-canonical encodings, x = 0 with a sign, belong to points of low order.)
bool isCanonical(ByteView point) {
  const KeyBytes y = withoutSign(point);
  const bool allOnes = y.back() == std::byte{0x7F} &&
                       std::all_of(y.begin() + 1, y.end() - 1,
                                   [](std::byte byte) { return byte == std::byte{0xFF}; });
  return !allOnes || y.front() < std::byte{0xED};
}

}  // namespace

Result<PublicKey> PublicKey::fromBytes(ByteView bytes) {
  PublicKey key;
  if (bytes.size() != key.m_bytes.size()) {
    return Error{ErrorCode::BadKey,
                 "an Ed25519 public key has 32 bytes",
                 {},
                 Message("%1 bytes", bytes.size())};
  }
  if (!isCanonical(bytes)) return Error{ErrorCode::BadKey, "the public key is not canonical"};
  if (isLowOrder(bytes)) return Error{ErrorCode::BadKey, "the public key is a point of low order"};
  std::copy(bytes.begin(), bytes.end(), key.m_bytes.begin());
  key.m_key =
      owned(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(bytes), bytes.size()));
  if (key.m_key == nullptr) return Error{ErrorCode::BadKey, "OpenSSL refuses the public key"};
  return key;
}

bool PublicKey::verify(ByteView message, ByteView signature) const {
  return selfTestHolds() && verifyUngated(message, signature);
}

bool PublicKey::verifyUngated(ByteView message, ByteView signature) const {
  // A low-order R lets one signature hold for many messages under a mischievous key.
  if (signature.size() != SignatureBytes().size() || isLowOrder(signature.first(32))) return false;
  const MdContext context(EVP_MD_CTX_new());
  require(context != nullptr);
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, evp(m_key)) != 1) return false;
  return EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message),
                          message.size()) == 1;
}

std::string PublicKey::fingerprint() const {
  std::array<unsigned char, 64> digest{};
  std::size_t length = 0;
  require(EVP_Q_digest(nullptr, "SHA512", nullptr, m_bytes.data(), m_bytes.size(), digest.data(),
                       &length) == 1);
  std::string out;
  for (std::size_t group = 0; group < 12; ++group) {
    std::uint64_t slice = 0;
    for (std::size_t i = 0; i < 5; ++i) slice = slice << 8 | digest[group * 5 + i];
    const std::string digits = std::to_string(slice % 100000);
    if (group > 0) out += ' ';
    out.append(5 - digits.size(), '0');
    out += digits;
  }
  return out;
}

PrivateKey PrivateKey::generate() {
  PrivateKey key;
  key.m_key = owned(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  require(key.m_key != nullptr);
  return key;
}

Result<PrivateKey> PrivateKey::fromSeed(ByteView seed) {
  if (seed.size() != 32) {
    return Error{ErrorCode::BadKey,
                 "an Ed25519 seed has 32 bytes",
                 {},
                 Message("%1 bytes", seed.size())};
  }
  PrivateKey key;
  key.m_key =
      owned(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(seed), seed.size()));
  if (key.m_key == nullptr) return Error{ErrorCode::BadKey, "OpenSSL refuses the seed"};
  return key;
}

PublicKey PrivateKey::publicKey() const {
  KeyBytes bytes{};
  std::size_t length = bytes.size();
  require(EVP_PKEY_get_raw_public_key(evp(m_key), writable(bytes.data()), &length) == 1);
  return PublicKey::fromBytes(bytes).value();
}

SignatureBytes PrivateKey::sign(ByteView message) const {
  SignatureBytes signature{};
  std::size_t length = signature.size();
  const MdContext context(EVP_MD_CTX_new());
  require(context != nullptr);
  require(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, evp(m_key)) == 1);
  require(EVP_DigestSign(context.get(), writable(signature.data()), &length, raw(message),
                         message.size()) == 1);
  return signature;
}

}  // namespace plumbline
