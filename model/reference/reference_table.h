// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Facts from outside the records that an audit leans on: lists of codes, bands of densities and
// prices. A table is a text file, so that anybody can read it, compare it and bring a better one
// (docs/reference-tables.md).

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash.h"
#include "crypto/result.h"

namespace plumbline {

inline constexpr std::size_t maxReferenceBytes = 1 << 20;
inline constexpr std::size_t maxReferenceRows = 50'000;

/// What a table of this name must look like.
struct ReferenceKind {
  std::string_view name;
  std::span<const std::string_view> columns;
  std::size_t keys;  // so many leading columns name a row; no two rows have the same
  /// Column index of a value that breaks its grammar and what is expected there; empty: all good.
  struct Fault {
    std::size_t column = 0;
    Message expected = {};
  };
  Fault (*check)(const std::vector<std::string>& row);
};
[[nodiscard]] std::span<const ReferenceKind> referenceKinds();
[[nodiscard]] const ReferenceKind* findReferenceKind(std::string_view name);

struct ReferenceTable {
  std::string name;     // "waste-list": one of referenceKinds()
  std::string version;  // as the table says, "2014/955/EU"
  std::string source;   // who says so
  std::vector<std::vector<std::string>> rows;
  std::string text;  // the file as it came
  Hash sha256;       // of it
};

/// UTF-8; three lines "# table: ", "# version: ", "# source: ", a line of column names, then rows;
/// values are separated by tabs and have none inside. Lines end with LF or CRLF.
/// Errors: TooLarge, Encoding, Malformed, MissingColumn, BadValue, Duplicate, each with its row (of
/// the file, from 1) and column.
[[nodiscard]] Result<ReferenceTable> parseReferenceTable(std::string_view text);

}  // namespace plumbline
