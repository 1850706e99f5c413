// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Detached CMS signatures (RFC 5652) with signed certificate digests (CAdES, ETSI EN 319 122-1), as
// a signed PDF carries them. Checked: DER; SignedData of one signer without content of its own;
// a frame of one form; ECDSA with SHA-256, 384 or 512; the signed digest is that of the caller's
// bytes; the certificate is embedded, may sign, and is the one whose digest was signed; the
// signature. There is no trusted time, so the dates of certificates are not judged, and no
// revocation lists are asked for.

#include "crypto/certificate.h"

namespace plumbline {

inline constexpr std::size_t maxCmsBytes = 64u << 10;

struct CmsVerdict {
  std::string subject;   // RFC 4514 text of the signer's certificate
  Hash fingerprint;      // SHA-256 of its DER bytes
  bool vouched = false;  // it is, or leads to, one of the given certificates
};

/// Errors: Malformed, TooLarge, Unsupported, Mismatch (other bytes or another certificate were
/// signed), NotFound (no certificate of the signer), BadKey, BadSignature, Internal (the self-test
/// failed).
[[nodiscard]] Result<CmsVerdict> verifyCms(ByteView der, ByteView content,
                                           std::span<const Certificate> known);

/// An ECDSA key on P-256 with its certificate.
class CmsSigner {
 public:
  /// The file of certificates holds the signer's first, then the chain. Errors: BadKey (no key, a
  /// wrong passphrase, another kind of key, not the certificate's), those of readCertificates.
  [[nodiscard]] static Result<CmsSigner> fromPem(ByteView key, std::string_view passphrase,
                                                 ByteView certificates);
  /// Errors: Internal.
  [[nodiscard]] Result<Bytes> sign(ByteView content) const;
  [[nodiscard]] const Certificate& certificate() const { return m_certificates.front(); }

 private:
  CmsSigner() = default;
  std::shared_ptr<void> m_key;  // EVP_PKEY
  std::vector<Certificate> m_certificates;
};

}  // namespace plumbline
