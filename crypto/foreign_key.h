// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Public keys of others: ECDSA on P-256 and P-384 (FIPS 186-5) and RSA (RFC 8017), which sign
// certificates, timestamps, PDF files and envelopes of other programs. Nothing here signs.
// The algorithm belongs to the key as it is pinned, never to the file that was signed.

#include <memory>

#include "crypto/bytes.h"

namespace plumbline {

enum class ForeignAlgorithm {
  EcdsaDer,    // SEQUENCE of two INTEGERs, strict DER (SEC 1, X.509, CMS)
  EcdsaP1363,  // r || s of fixed length (IEEE P1363, DSSE)
  RsaPkcs1,    // RSASSA-PKCS1-v1_5; the NULL of the digest's identifier has to be there
  RsaPss,      // RSASSA-PSS, MGF1 and salt length after the same digest
};

enum class ForeignDigest { Sha256, Sha384, Sha512 };

class ForeignKey {
 public:
  /// SubjectPublicKeyInfo (RFC 5280) in DER or as PEM "PUBLIC KEY". Errors: BadKey for other kinds
  /// of keys, other curves, RSA below 2048 or above 8192 bits, trailing bytes.
  [[nodiscard]] static Result<ForeignKey> fromSpki(ByteView spki, ForeignAlgorithm algorithm,
                                                   ForeignDigest digest);
  [[nodiscard]] bool verify(ByteView message, ByteView signature) const;
  [[nodiscard]] ForeignAlgorithm algorithm() const { return m_algorithm; }
  [[nodiscard]] ForeignDigest digest() const { return m_digest; }

 private:
  friend class SelfTest;
  ForeignKey() = default;
  [[nodiscard]] bool verifyUngated(ByteView message, ByteView signature) const;
  std::shared_ptr<void> m_key;  // EVP_PKEY
  ForeignAlgorithm m_algorithm = ForeignAlgorithm::EcdsaDer;
  ForeignDigest m_digest = ForeignDigest::Sha256;
  std::size_t m_fieldBytes = 0;  // of the curve; 0 for RSA
};

}  // namespace plumbline
