// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ed25519 (RFC 8032, pure) through OpenSSL EVP. OpenSSL 3.0 accepts low-order and non-canonical
// public keys; PublicKey::fromBytes refuses both. Key objects are kept: decoding one for every
// signature costs 1.8 to 2.9 times as much.

#include <memory>
#include <optional>

#include "crypto/hash.h"

namespace plumbline {

using KeyBytes = std::array<std::byte, 32>;
using SignatureBytes = std::array<std::byte, 64>;

class PublicKey {
 public:
  /// Errors: BadKey for a wrong length, a non-canonical encoding or a point of low order.
  [[nodiscard]] static Result<PublicKey> fromBytes(ByteView bytes);
  [[nodiscard]] const KeyBytes& bytes() const { return m_bytes; }
  /// Refuses signatures whose length is not 64 or whose R is of low order, and all of them where
  /// the self-test of the cryptography failed (crypto/self_test.h).
  [[nodiscard]] bool verify(ByteView message, ByteView signature) const;
  /// What two people read to each other: 12 groups of 5 decimal digits ("59294 73370 ..."),
  /// each group one 40-bit slice of SHA-512(key) modulo 100000.
  [[nodiscard]] std::string fingerprint() const;
  bool operator==(const PublicKey& other) const { return m_bytes == other.m_bytes; }

 private:
  friend class SelfTest;
  PublicKey() = default;
  [[nodiscard]] bool verifyUngated(ByteView message, ByteView signature) const;
  KeyBytes m_bytes{};
  std::shared_ptr<void> m_key;  // EVP_PKEY
};

class PrivateKey {
 public:
  [[nodiscard]] static PrivateKey generate();
  /// RFC 8032 seed of 32 bytes: deterministic keys for the simulator and for tests.
  [[nodiscard]] static Result<PrivateKey> fromSeed(ByteView seed);
  /// PKCS#8 PEM, encrypted when `passphrase` is not empty (AES-256-CBC, PBKDF2).
  [[nodiscard]] std::string toPem(std::string_view passphrase = {}) const;
  [[nodiscard]] static Result<PrivateKey> fromPem(std::string_view pem,
                                                  std::string_view passphrase = {});
  [[nodiscard]] PublicKey publicKey() const;
  [[nodiscard]] SignatureBytes sign(ByteView message) const;

 private:
  PrivateKey() = default;
  std::shared_ptr<void> m_key;  // EVP_PKEY
};

}  // namespace plumbline
