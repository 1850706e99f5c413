// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One statement of one person under one signature (docs/file-format.md, "Statements of people"):
// DSSE around an in-toto Statement, predicate urn:plumbline:statement:v1, both written in the one form
// of RFC 8785. Whoever reads it writes it anew and refuses other bytes.
//   envelope   {"payload","payloadType","signatures":[{"sig"}]}
//   predicate  {"after":[…],"key":{"name","vkey"},"kind","said":{…},"scope":{"first","party"},"target":{…}}
// What it is known by is the SHA-256 of its payload, the sid: one text can have many signatures.

#include <optional>

#include "crypto/json.h"
#include "crypto/keys.h"

namespace plumbline {

inline constexpr std::string_view personStatementType = "urn:plumbline:statement:v1";
inline constexpr std::size_t mostAfter = 256;
inline constexpr std::size_t mostSaidBytes = 10'000;

/// Whom the audit is about that a statement is made in.
struct StatementScope {
  std::string party;
  std::optional<Hash> first;  // a publication of that party, if there is any
  bool operator==(const StatementScope&) const = default;
};

/// What somebody wants to sign.
struct StatementText {
  std::string kind;
  StatementScope scope;
  JsonValue target;  // an object with a member "type"
  JsonValue said;    // an object
  std::vector<Hash> after;        // rising, each once
  std::optional<Hash> replaces;   // of the same key, kind and target
};

struct PersonStatement {
  Hash sid;
  StatementText text;
  std::string name, vkey;  // of the key
  std::string envelope;    // its bytes, without the line's end
  Hash subject;            // digest of the target
};

/// Errors: Malformed (not this form, or not in the one form), BadKey, BadSignature, TooLarge, Encoding.
[[nodiscard]] Result<PersonStatement> parsePersonStatement(std::string_view envelope);
/// Errors: BadValue for a name that a statement cannot carry, TooLarge.
[[nodiscard]] Result<PersonStatement> signPersonStatement(const StatementText& text,
                                                          const std::string& name,
                                                          const PrivateKey& key);
/// The digest by which a target stands in the subject. Errors: Malformed.
[[nodiscard]] Result<Hash> targetDigest(const JsonValue& target);

}  // namespace plumbline
