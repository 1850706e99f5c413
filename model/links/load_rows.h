// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What both sides write about a load, as it streams by. The words of a load (material, codes,
// scale) are the same in very many rows, so each set of them is kept once and rows point at it.

#include <optional>
#include <string>
#include <vector>

#include "model/books/aliases.h"
#include "model/books/material_book.h"
#include "model/books/party_names.h"

namespace plumbline {

/// What somebody says a load is, and who is at its other end.
struct LoadWords {
  static constexpr int nobody = -1;
  std::string material;  // as written
  std::string lowCode, operation;  // as people said they are meant
  std::string oneMaterial;  // the same for all names of it that people said are one
  std::string status;     // status of a shipment, outcome of a receipt
  bool voided = false;    // as a status: cancelled, void, returned or rejected
  bool rejected = false;  // as an outcome: nothing was taken
  std::string other;      // consignee of a shipment, consignor of a receipt, as written
  int named = nobody;     // the party of that name
  std::size_t kind = 0;   // one number for all sets that differ in `other` only
};

/// What somebody says it was weighed with.
struct ScaleWords {
  std::string instrument, calibration;
};

/// All sets of words of a workspace, by their numbers. The aliases must outlive it.
class LoadVocabulary {
 public:
  [[nodiscard]] static Result<LoadVocabulary> load(const Database& database,
                                                   const PartyNames& names, const Aliases& aliases);
  /// Index of a stored number; 0, no words, for one that nobody knows.
  [[nodiscard]] std::size_t wordsIndex(std::int64_t number) const {
    return indexIn(m_words.size(), number);
  }
  [[nodiscard]] std::size_t scaleIndex(std::int64_t number) const {
    return indexIn(m_scales.size(), number);
  }
  [[nodiscard]] const LoadWords& words(std::size_t index) const { return m_words[index]; }
  [[nodiscard]] const ScaleWords& scale(std::size_t index) const { return m_scales[index]; }
  /// The one name of a vehicle.
  [[nodiscard]] std::string_view vehicle(std::string_view text) const {
    return m_aliases->mainName(NameKind::Vehicle, text);
  }

 private:
  static std::size_t indexIn(std::size_t size, std::int64_t number) {
    return number > 0 && static_cast<std::uint64_t>(number) < size
               ? static_cast<std::size_t>(number)
               : 0;
  }
  const Aliases* m_aliases = nullptr;
  std::vector<LoadWords> m_words = std::vector<LoadWords>(1);
  std::vector<ScaleWords> m_scales = std::vector<ScaleWords>(1);
};

enum class LoadSide : std::uint8_t { Sent, Received };

/// Either a shipment or a receipt.
struct LoadRow {
  LoadSide side = LoadSide::Sent;
  bool confirms = false;  // see PublicationInfo
  bool official = false;  // of an unsigned file
  int party = 0;          // who published it
  std::int64_t rowid = 0;
  std::int64_t line = 0;
  std::int64_t timeMs = 0;  // sent or received
  /// Only the period is known (remark "period"), and the time is its first moment: no rule about days may
  /// use it.
  bool timeIsPeriod = false;
  Mass net;
  std::optional<std::int64_t> pieces;
  std::optional<std::int64_t> certificateMs;  // receipts only
  std::size_t wordsIndex = 0;                 // in the LoadVocabulary
  std::size_t scaleIndex = 0;
  const LoadWords* words = nullptr;
  const ScaleWords* scale = nullptr;
  std::string document;
  // Read on demand, see LoadCursor::complete; a load with one agreeing receipt needs none of them.
  std::string id, vehicle;
  [[nodiscard]] LoadStatement statement() const {
    return {party, words->material, words->lowCode, words->operation};
  }
};

/// The rows of one document line; the objects live on, so that their strings need no new memory.
class LoadGroup {
 public:
  void clear() { m_size = 0; }
  /// Swaps contents with the row, so that no string is copied.
  void take(LoadRow& row);
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] const LoadRow& operator[](std::size_t index) const { return m_rows[index]; }
  [[nodiscard]] LoadRow& operator[](std::size_t index) { return m_rows[index]; }
  /// By party, time, mass and all else that was read: rows with one document number come in the same
  /// order everywhere.
  void sort();

 private:
  std::vector<LoadRow> m_rows;
  std::size_t m_size = 0;
};

/// Negative, 0 or positive as the document line of `a` stands before, at or after that of `b`.
[[nodiscard]] int compareDocument(const LoadRow& a, const LoadRow& b);
/// The same document line. Numbers that follow each other mostly differ in their last character.
[[nodiscard]] inline bool isSameDocument(const LoadRow& a, const LoadRow& b) {
  if (a.line != b.line || a.document.size() != b.document.size()) return false;
  return a.document.empty() || (a.document.back() == b.document.back() && a.document == b.document);
}

}  // namespace plumbline
