// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// DSSE v1 envelope (https://github.com/secure-systems-lab/dsse) around an in-toto Statement v1.
// Signed bytes: PAE = "DSSEv1 " len(type) " " type " " len(body) " " body, lengths in decimal.
// An envelope is at most 65,535 bytes (the tlog-tiles entry limit).

#include "crypto/json.h"
#include "crypto/keys.h"

namespace plumbline {

inline constexpr std::size_t maxEnvelopeBytes = 65535;
inline constexpr std::string_view inTotoPayloadType = "application/vnd.in-toto+json";
inline constexpr std::string_view inTotoStatementType = "https://in-toto.io/Statement/v1";

struct EnvelopeSignature {
  std::string keyId;  // an unauthenticated hint
  Bytes signature;
};

struct Envelope {
  std::string payloadType;
  Bytes payload;  // decoded once; verify and parse this same buffer
  std::vector<EnvelopeSignature> signatures;
};

[[nodiscard]] Bytes dssePae(std::string_view payloadType, ByteView payload);
/// Strict JSON. Members that DSSE does not define are ignored, as its envelope.md demands; at least
/// one signature must be there. Errors: Malformed, TooLarge, Encoding.
[[nodiscard]] Result<Envelope> parseEnvelope(ByteView json);
/// Indices into `known` of the keys that signed the envelope, each public key once however often it
/// signed or is listed.
[[nodiscard]] std::vector<std::size_t> verifyEnvelope(const Envelope& envelope,
                                                      std::span<const PublicKey> known);
/// The envelope's JSON bytes: fixed member order, no white space, standard base64.
[[nodiscard]] std::string signEnvelope(std::string_view payloadType, ByteView payload,
                                       const PrivateKey& key, std::string_view keyIdHint = {});

struct StatementSubject {
  std::string name;
  Hash sha256;
};

struct Statement {
  std::vector<StatementSubject> subjects;
  std::string predicateType;
  JsonValue predicate;
};

/// Errors: Malformed when the payload is not an in-toto Statement v1 with SHA-256 subjects.
[[nodiscard]] Result<Statement> parseStatement(ByteView payload);
[[nodiscard]] std::string formatStatement(const Statement& statement);

}  // namespace plumbline
