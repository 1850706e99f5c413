// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the material names of each party mean.

#include <optional>
#include <string>
#include <unordered_map>

#include "model/books/aliases.h"
#include "model/books/codes.h"
#include "model/books/publication_book.h"

namespace plumbline {

/// What one side says about a load.
struct LoadStatement {
  int party = 0;
  std::string_view material;
  std::string_view lowCode;
  std::string_view operation;
};

struct MaterialMeaning {
  MaterialClass materialClass = MaterialClass::Unknown;
  Operation operation = Operation::None;
  /// Of what was received: sent under a hazardous code, received under another that is not.
  bool hazardLost = false;
  /// Received under the name or code of residue for an operation of recovery: the receipt
  /// contradicts itself, and its class is unknown. So it is where the receiver states no operation
  /// for anything and few of its receipts say residue: a clerk's slip looks like that.
  bool disputed = false;
  /// Product or secondary raw material, and neither burnt nor disposed of.
  [[nodiscard]] bool useful() const {
    return isUseful(materialClass) && operation != Operation::Energy &&
           operation != Operation::Disposal;
  }
  /// Useful, and the operation is final (R2 to R11) or not stated.
  [[nodiscard]] bool confirmedUseful() const { return useful() && operation != Operation::Interim; }
};

class MaterialBook {
 public:
  /// The tables say what a code means.
  [[nodiscard]] static Result<MaterialBook> load(const Database& database,
                                                 const PublicationBook& publications,
                                                 const Aliases& aliases,
                                                 ReferenceTables reference);
  [[nodiscard]] const ReferenceTables& reference() const { return m_reference; }
  /// The sender's own list of materials decides, then its waste code, then its operation.
  [[nodiscard]] MaterialMeaning sent(const LoadStatement& load) const;
  /// A disposal operation decides; then the receiver's own list, its waste code, its operation
  /// and last, where it uses the sender's name for the material, or one that people said is the same,
  /// what the sender means by it. What
  /// was sent as useful and is booked as waste for R2 to R13 counts by the operation; waste for no
  /// stated operation and residue for an operation of recovery are unknown.
  [[nodiscard]] MaterialMeaning received(const LoadStatement& load,
                                         const LoadStatement& sender) const;
  /// What the party calls the material; its code where it does not list it.
  [[nodiscard]] std::string_view nameOf(int party, std::string_view material) const;
  /// True where the party lists the material as a loss (evaporation, dust).
  [[nodiscard]] bool isLoss(int party, std::string_view material) const;

 private:
  struct Entry {
    MaterialClass materialClass = MaterialClass::Unknown;
    bool loss = false;
    std::string name = {};
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Names = std::unordered_map<std::string, Entry, TextHash, std::equal_to<>>;
  /// Finds receivers that state no operation, of whose receipts no more are under a name or a code of
  /// residue than a clerk's slips explain. Counts receipts only where there is such a word.
  [[nodiscard]] Result<void> findSlips(const Database& database,
                                       const PublicationBook& publications);
  [[nodiscard]] bool isResidue(int party, std::string_view material,
                               std::string_view lowCode) const;
  [[nodiscard]] const Entry* find(int party, std::string_view material) const;
  /// Of names that are one a party may list another than it writes.
  void addAliases();
  [[nodiscard]] bool losesHazard(const LoadStatement& load, const LoadStatement& sender) const;
  [[nodiscard]] bool sameHazardousLoad(const LoadStatement& a, const LoadStatement& b) const;
  std::vector<Names> m_byParty;  // by party index
  std::vector<bool> m_slips;     // by party index: residue without an operation may be a slip
  Aliases m_aliases;
  ReferenceTables m_reference;
};

}  // namespace plumbline
