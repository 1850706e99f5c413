// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every id, document number, party and plate of the records, across the tables, by any part of it.
// The texts are read once, piece by piece, into memory, where looking through all of them takes
// less time than a person needs for the next key: an index on disk would be one more thing that can
// be wrong.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "model/workspace/record_reader.h"

namespace plumbline {

enum class SoughtName : std::uint8_t { Party, Plate };

/// A record one of whose numbers has the words.
struct FoundRecord {
  Table table = Table::Shipments;
  std::size_t field = 0;  // the one that has them
  StoredRow row;
};

/// A name that records give, and where most of them give it.
struct FoundName {
  SoughtName kind = SoughtName::Party;
  std::string name;
  Table table = Table::Shipments;
  std::size_t field = 0;
  std::int64_t rows = 0;  // of all tables
};

/// How many there are, and the first ones: those that are the words first, then those that begin
/// with them.
struct FoundInRecords {
  std::int64_t records = 0;
  std::int64_t parties = 0;
  std::int64_t plates = 0;
  std::vector<FoundRecord> firstRecords;
  std::vector<FoundName> firstParties;  // of these a thousand, for who knows them by other names
  std::vector<FoundName> firstPlates;
  std::int64_t searched = 0;  // rows
  std::int64_t rows = 0;      // that there are
};

/// One thread at a time.
class RecordSearch {
 public:
  /// Errors: as RecordReader::open.
  [[nodiscard]] static Result<RecordSearch> open(const std::filesystem::path& workspace);
  RecordSearch(RecordSearch&&) noexcept;
  RecordSearch& operator=(RecordSearch&&) noexcept;
  ~RecordSearch();

  /// Reads the next rows, in a few hundredths of a second. False: there are no more, or no more fit
  /// into memory. Errors: as RecordReader.
  [[nodiscard]] Result<bool> readMore();
  [[nodiscard]] std::int64_t searched() const;
  [[nodiscard]] std::int64_t rows() const;
  /// Looks through what was read so far, without regard to case. Errors: Cancelled, as
  /// RecordReader.
  [[nodiscard]] Result<FoundInRecords> find(std::string_view words, std::size_t most,
                                            const Progress& progress) const;
  /// A name that records give, spelt just so; nothing where none of those read so far does.
  [[nodiscard]] std::optional<FoundName> name(SoughtName kind, std::string_view name) const;
  /// What is here and spelt nearly so; empty where nothing is near. Errors: Cancelled.
  [[nodiscard]] Result<std::string> nearest(std::string_view words, const Progress& progress) const;

 private:
  struct State;
  explicit RecordSearch(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace plumbline
