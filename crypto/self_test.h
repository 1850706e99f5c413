// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Known answers that the cryptography underneath must give before any signature is judged. A wrong
// library, a broken build or a damaged file then ends in a refusal instead of a verdict: once the
// test has failed, PublicKey::verify and ForeignKey::verify accept nothing in this process.

#include "crypto/bytes.h"

namespace plumbline {

/// Inputs and outputs in hex; the message of each signature is text.
struct KnownAnswers {
  std::string digestMessage = "abc";  // FIPS 180-4
  std::string digest;
  std::string ed25519Key;  // RFC 8032 section 7.1, test 3
  std::string ed25519Message;
  std::string ed25519Signature;
  std::string p256Spki;  // RFC 6979 section A.2.5, SHA-256
  std::string p256Message;
  std::string p256Signature;  // r || s
  std::string pssSpki;
  std::string pssMessage;
  std::string pssSignature;
  std::vector<std::string> leaves;  // RFC 6962 section 2.1
  std::string root;
  [[nodiscard]] static KnownAnswers standard();
};

/// Runs the known answers once, at the first call; every later call gives the same answer. Safe to
/// call from any thread. Errors: Internal, naming the algorithm that failed.
[[nodiscard]] Result<void> cryptoSelfTest();
/// The same test with answers of the caller. A failure is kept like one of cryptoSelfTest().
[[nodiscard]] Result<void> cryptoSelfTestWith(const KnownAnswers& answers);
/// What the verifying functions ask; runs the test where nobody has yet.
[[nodiscard]] bool selfTestHolds();

}  // namespace plumbline
