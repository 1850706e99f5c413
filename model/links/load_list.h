// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A list of loads in a CSV file: a published table of shipments, receipts or hauls, or any list
// with an id or a document number (docs/command-line.md, "match"). CSV as in docs/file-format.md.

#include <string_view>
#include <vector>

#include "crypto/result.h"

#include "model/links/link_fields.h"

namespace plumbline {

enum class ListKind : std::uint8_t { Shipments, Receipts, Hauls, Plain };
[[nodiscard]] std::string_view toText(ListKind kind);  // shipments, receipts, hauls, loads

struct ListedLoad {
  std::string id;         // where the list has none, its row number
  std::int64_t line = 1;  // of the document
  LinkRecord record;
  std::optional<Timestamp> unloaded;  // hauls
};

struct LoadList {
  ListKind kind = ListKind::Plain;
  std::vector<ListedLoad> loads;
};

inline constexpr std::size_t mostListedLoads = 2'000'000;

/// The header says what the list is; columns of other names are passed over. Errors, with row and
/// column: Malformed, Encoding, TooLarge, MissingColumn (nothing to tell loads by, or nothing else
/// to compare), Duplicate (a column or an id), BadValue.
[[nodiscard]] Result<LoadList> readLoadList(std::string_view csv);

}  // namespace plumbline
