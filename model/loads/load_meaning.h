// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a load is: as its sender says, and as it became where it was received. There are few
// different sets of words in very many rows, so each answer is looked up once.

#include <optional>
#include <vector>

#include "model/links/load_rows.h"
#include "model/loads/ledger.h"

namespace plumbline {

/// The load came back, as the plant says.
[[nodiscard]] bool cameBack(const LoadRow& shipment);

/// The branch of the flow picture. Example: product that is burnt is energy; waste that is disposed
/// of is residue.
[[nodiscard]] Outcome outcomeOf(const MaterialMeaning& meaning);

/// The name its sender or receiver uses for what it is.
[[nodiscard]] const std::string& materialNameOf(const LoadRow& row);

/// Sent as waste, and nobody says what for.
[[nodiscard]] bool isUnclear(const MaterialMeaning& sent);

/// Waste or residue.
[[nodiscard]] bool isWorse(const MaterialMeaning& meaning);

/// Received as waste or residue, and not to be recovered.
[[nodiscard]] bool isReceivedAsResidue(const MaterialMeaning& meaning);

/// A number for each pair of small numbers, 0 where none is known yet; grows as needed.
[[nodiscard]] std::size_t& slotOf(std::vector<std::vector<std::size_t>>& table, std::size_t row,
                                  std::size_t column);

class LoadMeanings {
 public:
  explicit LoadMeanings(const MaterialBook& materials) : m_materials(materials) {}
  /// What the plant says the load is.
  [[nodiscard]] MaterialMeaning sent(const LoadRow& shipment);
  /// What the receiver says it became.
  [[nodiscard]] MaterialMeaning received(const LoadRow& shipment, const LoadRow& receipt);
  /// One number for each party with a set of words, from 1.
  [[nodiscard]] std::size_t kindOf(const LoadRow& row);

  /// Kinds whose meanings are remembered in pairs. Real records have some hundred; a file with
  /// other words in every row must not fill the memory.
  static constexpr std::size_t mostRemembered = 1'000;

 private:
  const MaterialBook& m_materials;
  std::vector<std::vector<std::size_t>> m_kinds;  // by party and words; 0: not seen yet
  std::size_t m_kindCount = 0;
  std::vector<std::optional<MaterialMeaning>> m_sent;                   // by kind
  std::vector<std::vector<std::optional<MaterialMeaning>>> m_received;  // by the kinds of both
};

}  // namespace plumbline
