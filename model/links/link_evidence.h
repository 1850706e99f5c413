// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why two records are probably one load.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace plumbline {

enum class LinkField : std::uint8_t {
  Document,
  Vehicle,
  Container,
  Material,
  Receiver,
  Mass,
  Time,  // where both state a time of day
  Day,   // where one states a date only
};
inline constexpr std::size_t linkFieldCount = 8;
/// "document_no", "vehicle", "container_no", "material", "receiver", "net_kg", "time", "day".
[[nodiscard]] std::string_view toText(LinkField field);

using LinkLevels = std::array<int, linkFieldCount>;
using LinkWeights = std::array<std::int64_t, linkFieldCount>;  // thousandths of a bit

enum class LinkKind : std::uint8_t {
  One,     // one record of each side
  Split,   // one sent, received in parts
  Merged,  // several sent, received as one
};
[[nodiscard]] std::string_view toText(LinkKind kind);  // suggested, split, merged

/// What the carrier's record of the load says about the pair.
enum class Triangle : std::uint8_t { NoHaul, Closed, Broken };
[[nodiscard]] std::string_view toText(Triangle triangle);  // no_haul, closed, broken

struct LinkEvidence {
  LinkKind kind = LinkKind::One;
  LinkLevels levels{};      // of a split or merge: of the sum
  LinkWeights weights{};    // what counts of each field
  std::int64_t weight = 0;  // their sum
  std::int64_t prior = 0;   // log2 of the odds before anything is compared, thousandths of a bit
  std::int64_t probabilityPpm = 0;
  /// Thousandths of a bit by which all links together would weigh less without this one.
  std::int64_t margin = 0;
  bool ambiguous = false;  // another solution is nearly as good, or the triangle is broken
  Triangle triangle = Triangle::NoHaul;
  /// Rows of a split's or merge's other records, in the table of which there are several.
  std::vector<std::int64_t> moreRows;
};

}  // namespace plumbline
