// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which spellings are one name, as people decided (docs/methods.md, "Aliases"). Two that are the same
// as a third are the same. What people say is a set: it comes out the same in whatever order it came.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/json.h"

#include "model/store/database.h"

namespace plumbline {

enum class NameKind : std::uint8_t { Party, Site, Material, Code, Vehicle, Country };
inline constexpr std::size_t nameKindCount = 6;
[[nodiscard]] std::string_view toText(NameKind kind);  // party, site, ...
[[nodiscard]] std::optional<NameKind> nameKindFromText(std::string_view text);

/// Two spellings, and whether somebody said that they are one name or two.
struct NamePair {
  NameKind kind = NameKind::Party;
  std::string a, b;  // a before b
  bool same = true;
  /// In order.
  [[nodiscard]] static NamePair of(NameKind kind, std::string a, std::string b, bool same);
  /// About the same two names, whatever is said of them.
  [[nodiscard]] bool isOfNames(const NamePair& other) const {
    return kind == other.kind && a == other.a && b == other.b;
  }
  auto operator<=>(const NamePair&) const = default;
};

/// Why a class of names does not count.
enum class AliasFault : std::uint8_t {
  None,
  Circle,       // two of its names are kept apart
  TwoParties,   // two of its names are parties that published records of their own
  BothRoles,    // one party would be sender and receiver of one load
  TwoMeanings,  // two of its names mean something of their own: two codes, two countries
};
[[nodiscard]] std::string_view toText(AliasFault fault);  // none, circle, two_parties, ...

/// Names that are one.
struct AliasClass {
  NameKind kind = NameKind::Party;
  std::vector<std::string> names;  // rising
  std::string main;
  AliasFault fault = AliasFault::None;
  /// The two things that a fault is between: names that are kept apart, "party/id" of records, parties.
  std::array<std::string, 2> between = {};
  [[nodiscard]] bool counts() const { return fault == AliasFault::None; }
};

/// What names stand for, as far as it is known without people: a party, "191204". Empty: the name is
/// known here and stands in nobody's way.
using NameMeanings = std::map<std::string, std::string, std::less<>>;

class Aliases {
 public:
  /// The main name of a class is the smallest of those that mean something, else of those that are
  /// known, else of all. Where two of a class mean different things the class does not count. A name that
  /// is itself is nothing.
  [[nodiscard]] static Aliases of(std::span<const NamePair> pairs,
                                  const std::array<NameMeanings, nameKindCount>& meanings = {});

  /// One and the same for all spellings of a name; the text itself where nobody decided. Lives as long
  /// as the text and this.
  [[nodiscard]] std::string_view mainName(NameKind kind, std::string_view text) const;
  [[nodiscard]] bool same(NameKind kind, std::string_view a, std::string_view b) const {
    return mainName(kind, a) == mainName(kind, b);
  }
  /// Nothing counts.
  [[nodiscard]] bool empty() const;
  /// By kind and first name; also those that do not count.
  [[nodiscard]] const std::vector<AliasClass>& classes() const { return m_classes; }
  /// The class of a name, or nullptr.
  [[nodiscard]] const AliasClass* classOf(NameKind kind, std::string_view text) const;
  /// It counts no longer.
  void stop(std::size_t index, AliasFault fault, std::array<std::string, 2> between);
  /// What of them is in the results: list of kind and names, of those that count.
  [[nodiscard]] JsonValue toJson() const;

 private:
  std::vector<AliasClass> m_classes;
  std::array<std::map<std::string, std::size_t, std::less<>>, nameKindCount> m_classOf;
};

}  // namespace plumbline
