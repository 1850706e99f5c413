// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/evidence_report.h"

#include <algorithm>
#include <iterator>

namespace plumbline {
namespace {

constexpr std::string_view checkStates[] = {"passed", "failed", "cannot_tell"};
constexpr std::string_view questions[] = {"intact", "signed_by", "in_the_log", "same_for_everyone",
                                          "not_later_than"};
constexpr std::string_view trusts[] = {"pinned", "on_word", "first_seen", "unknown"};
constexpr std::string_view publicationStates[] = {"good",          "bad_signature", "unknown_key",
                                                  "table_missing", "malformed",     "unsigned",
                                                  "stranger_key",  "other_role",    "key_retired",
                                                  "key_revoked"};

template <class Value, std::size_t size>
std::string_view nameOf(const std::string_view (&names)[size], Value value) {
  return names[static_cast<std::size_t>(value)];
}

JsonValue rowJson(const EvidenceRow& row) {
  JsonObject out{{"state", toText(row.state)}, {"reason", row.reason}};
  if (!row.facts.list().empty()) out.emplace_back("facts", row.facts.toJson());
  if (row.asOf) out.emplace_back("as_of", row.asOf->text());
  return out;
}

}  // namespace

std::string_view toText(CheckState value) {
  return nameOf(checkStates, value);
}
std::string_view toText(EvidenceQuestion value) {
  return nameOf(questions, value);
}
std::string_view toText(KeyTrust value) {
  return nameOf(trusts, value);
}
std::string_view toText(PublicationState value) {
  return nameOf(publicationStates, value);
}

PublicationState publicationStateFromText(std::string_view text) {
  const auto found = std::find(std::begin(publicationStates), std::end(publicationStates), text);
  if (found == std::end(publicationStates)) return PublicationState::Malformed;
  return static_cast<PublicationState>(found - std::begin(publicationStates));
}

JsonValue EvidenceReport::toJson() const {
  JsonObject out;
  for (const EvidenceRow& row : rows) {
    out.emplace_back(std::string(toText(row.question)), rowJson(row));
  }
  out.emplace_back("files", files);
  out.emplace_back("signed_files", signedFiles);
  out.emplace_back("root", root.hex());
  return out;
}

}  // namespace plumbline
