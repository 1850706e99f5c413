// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A party with a statement key, a log key and a log: signs tables, appends to its log, writes the
// members of the audit file (docs/file-format.md, "Publication", "Audit file").

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "crypto/checkpoint.h"
#include "crypto/keys.h"
#include "crypto/merkle.h"

#include "model/simulate/csv_table.h"

namespace plumbline {

struct PartyIdentity {
  std::string_view id;
  std::string_view name;
  std::string_view operatorName;
  Role role;
};

class Publisher {
 public:
  /// Keys follow from the name of the world and the party's id: a log key that signed two worlds
  /// would have shown two histories.
  [[nodiscard]] static Result<Publisher> create(const std::filesystem::path& root,
                                                const PartyIdentity& party, std::string_view world);
  /// Publishes those of the tables that have rows.
  [[nodiscard]] Result<void> publish(Month month, const std::vector<CsvTable*>& tables);
  /// Writes checkpoint and leaf hashes.
  [[nodiscard]] Result<void> close() const;
  [[nodiscard]] const PartyIdentity& party() const { return m_party; }
  /// Line of the parties file, and of the policy file.
  [[nodiscard]] std::string partyLine() const;
  [[nodiscard]] std::string policyLine() const;

 private:
  Publisher(const std::filesystem::path& root, const PartyIdentity& party, PrivateKey key,
            PrivateKey logKey);
  std::filesystem::path m_root;
  std::filesystem::path m_logFolder;
  PartyIdentity m_party;
  PrivateKey m_key;
  PrivateKey m_logKey;
  std::string m_origin;
  std::vector<Hash> m_leaves;
  std::optional<Hash> m_previous;
};

}  // namespace plumbline
