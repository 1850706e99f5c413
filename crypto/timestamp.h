// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// RFC 3161 timestamps: an authority says that some bytes existed at a time. A file holds either the
// whole answer of the authority (TimeStampResp) or the token alone. Checked, in this order:
//   the answer grants a token; the token is DER, CMS SignedData (RFC 5652) of one signer around one
//   TSTInfo of version 1 without unknown critical extensions; digests are SHA-256, 384 or 512;
//   the imprint is the digest of the very bytes the caller holds; policy and nonce, where asked
//   for; the certificate is the one that the SignerInfo names and whose digest it signed
//   (ESSCertID, RFC 5035), wherever in the file or among the caller's it lies; it may sign
//   timestamps and nothing else (extended key usage critical and sole); the authority's name in the
//   TSTInfo is its own; the signature and the signed attributes; the chain to a given root AT THE
//   TIME of the token.
// No revocation lists are asked for: the program has no network. Limit: 64 KiB.

#include <optional>

#include "crypto/certificate.h"

namespace plumbline {

struct TimestampInfo {
  std::int64_t time = 0;                   // milliseconds since 1970, UTC, rounded up
  std::optional<std::int64_t> accuracyMs;  // to both sides, rounded up; nothing: not stated
  std::string policyOid;
  std::string authority;   // subject of the signer's certificate; empty where not verified
  std::string serial;      // hex
  std::string nonce;       // hex, empty where there is none
  std::string digestName;  // "SHA256", "SHA384" or "SHA512"
  Bytes imprint;
};

struct TimestampTrust {
  std::vector<Certificate> roots;          // self-signed
  std::vector<Certificate> intermediates;  // may hold the signer's own, where the token lacks it
  std::string policyOid;                   // empty: any
  std::string nonce;                       // hex, lower case; empty: any
};

/// What the token says, without any proof of it. Errors: Malformed, TooLarge, Unsupported, Mismatch
/// (the authority refused).
[[nodiscard]] Result<TimestampInfo> parseTimestamp(ByteView file);
/// Errors: as parseTimestamp; Mismatch (imprint, policy, nonce or name differ), NotFound (no
/// certificate of the signer, no chain to a root), BadKey (the certificate may not sign
/// timestamps), BadSignature, Internal (the self-test failed).
[[nodiscard]] Result<TimestampInfo> verifyTimestamp(ByteView file, ByteView message,
                                                    const TimestampTrust& trust);

}  // namespace plumbline
