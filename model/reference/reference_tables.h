// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All reference tables of an audit: those that come with the program, and in their place those
// that somebody brought.

#include <map>
#include <optional>
#include <unordered_map>

#include "crypto/json.h"
#include "model/reference/reference_table.h"
#include "model/store/database.h"

namespace plumbline {

/// Of the European List of Waste.
struct WasteEntry {
  bool hazardous = false;
  bool mirror = false;  // the same waste has an entry of the other kind too
};

/// Of Directive 2008/98/EC, annexes I and II.
enum class OperationKind : std::uint8_t { Recovery, Energy, Disposal };
struct OperationEntry {
  OperationKind kind = OperationKind::Recovery;
  bool final = true;  // false: stored, mixed or exchanged; the end is still to come
  std::string about;
};

struct CommodityEntry {
  std::string code;  // as the table has it: the longest that the asked one begins with
  bool scrap = false;
  bool primary = false;  // pellets, flakes, liquids: new material as it is sold
  std::string about;
};

struct BaselEntry {
  bool consent = false;  // of all countries on the way
  std::string about;
};

struct CountryEntry {
  std::string code, name;
  bool oecd = false;
};

/// Thousandths, of kg/m3 or of a currency unit a kg.
struct ReferenceBand {
  std::int64_t low = 0, high = 0;
  std::string source;
};

class ReferenceTables {
 public:
  /// What comes with the program.
  [[nodiscard]] static const ReferenceTables& builtIn();
  /// Byte for byte the one that comes with the program.
  [[nodiscard]] static bool isBuiltIn(const ReferenceTable& table);
  /// Takes the place of the table of the same name.
  void use(ReferenceTable table);
  [[nodiscard]] const std::vector<ReferenceTable>& tables() const { return m_tables; }  // by name
  [[nodiscard]] const ReferenceTable* find(std::string_view name) const;

  [[nodiscard]] const WasteEntry* wasteEntry(int digits) const;
  /// What the chapter of a waste code is about; empty where it is not known.
  [[nodiscard]] std::string_view chapterAbout(int digits) const;
  [[nodiscard]] const OperationEntry* operation(std::string_view code) const;  // "R3"
  /// By the longest code that the digits begin with.
  [[nodiscard]] const CommodityEntry* commodity(std::string_view digits) const;
  [[nodiscard]] const BaselEntry* baselEntry(std::string_view code) const;  // "Y48"
  /// By either of its codes or its name.
  [[nodiscard]] const CountryEntry* country(std::string_view text) const;
  /// Of the waste code, else of the commodity.
  [[nodiscard]] const ReferenceBand* density(std::string_view wasteCode,
                                             std::string_view commodity) const;
  [[nodiscard]] const ReferenceBand* price(std::string_view commodity, int year,
                                           std::string_view currency) const;
  /// Names, versions and digests, for the results digest.
  [[nodiscard]] JsonValue toJson() const;

 private:
  void index(const ReferenceTable& table);
  using Bands = std::map<std::string, ReferenceBand, std::less<>>;
  std::vector<ReferenceTable> m_tables;
  std::unordered_map<int, WasteEntry> m_waste;
  std::map<int, std::string> m_chapters;
  std::map<std::string, OperationEntry, std::less<>> m_operations;
  std::map<std::string, CommodityEntry, std::less<>> m_commodities;
  std::map<std::string, BaselEntry, std::less<>> m_basel;
  std::map<std::string, CountryEntry, std::less<>> m_countries;
  Bands m_densities;
  Bands m_prices;  // "391510 2023 GBP"
};

/// Where the audit file keeps a table that is not the program's own: audit/reference/<name>.tsv.
[[nodiscard]] std::string referenceMember(std::string_view name);

/// A table in force, and where it comes from.
struct LoadedReference {
  ReferenceTables tables;
  /// Tables that somebody brought and that cannot be read: the program's own stand in for them.
  std::vector<std::pair<std::string, Error>> refused;
};
/// The tables of a workspace.
[[nodiscard]] Result<LoadedReference> loadReference(const Database& database);

}  // namespace plumbline
