// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The statement by which a party publishes tables: predicate urn:plumbline:publication:v1 in an
// in-toto Statement v1 in a DSSE envelope (docs/file-format.md, "Publication").

#include "crypto/dsse.h"

#include "model/records/quantities.h"
#include "model/records/tables.h"

namespace plumbline {

inline constexpr std::string_view publicationPredicateType = "urn:plumbline:publication:v1";

struct PublishedTable {
  std::string name;  // "shipments"
  Hash sha256;       // of the file's bytes; its path is tables/<sha256>.csv
  std::int64_t bytes = 0;
  std::int64_t rows = 0;
  Hash rowRoot;  // RFC 6962 root over the record bytes
  /// Columns of the file, for the Frictionless Table Schema; not read back.
  std::vector<std::string> columns;
  [[nodiscard]] std::string path() const { return "tables/" + sha256.hex() + ".csv"; }
};

struct Publication {
  std::string party;  // "ecosphere-north": no white space, at most 64 bytes
  Role role = Role::Unknown;
  std::string name;
  std::string operatorName;
  std::int64_t sequence = 0;
  Timestamp periodStart;
  Timestamp periodEnd;           // exclusive; the text names the last day
  std::optional<Hash> previous;  // SHA-256 of the party's previous envelope
  std::string reason;            // why records were revised; may be empty
  std::vector<PublishedTable> tables;
};

/// Errors: Malformed, BadValue, Unsupported (another predicate type, a time zone other than UTC),
/// Mismatch (a table that no subject binds).
[[nodiscard]] Result<Publication> parsePublication(const Statement& statement);
[[nodiscard]] Statement publicationStatement(const Publication& publication);
/// The signed envelope, ready to be stored as a log entry.
[[nodiscard]] std::string signPublication(const Publication& publication, const PrivateKey& key,
                                          std::string_view keyIdHint = {});

}  // namespace plumbline
