// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reference/reference_tables.h"

#include <algorithm>
#include <charconv>

#include <QFile>

#include "model/records/decimal.h"
#include "model/store/evidence_slot.h"

namespace plumbline {
namespace {

constexpr int digitsOfEntry = 10'000;  // 191212 / 10000: its chapter

int numberOf(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::int64_t thousandths(const std::string& decimal) {
  const auto value = parseFixed(decimal, 3);
  return value ? *value : 0;  // the grammar was checked when the table was read
}

OperationKind kindOf(std::string_view word) {
  if (word == "energy") return OperationKind::Energy;
  return word == "disposal" ? OperationKind::Disposal : OperationKind::Recovery;
}

/// The value with the longest key that the text begins with; keys have four digits or more.
template <class Map>
const typename Map::mapped_type* longestPrefix(const Map& map, std::string_view text) {
  constexpr std::size_t shortest = 4;
  for (std::size_t length = text.size(); length >= shortest; --length) {
    const auto found = map.find(text.substr(0, length));
    if (found != map.end()) return &found->second;
  }
  return nullptr;
}

template <class Map>
const typename Map::mapped_type* valueAt(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

ReferenceTables readBuiltIn() {
  ReferenceTables tables;
  for (const ReferenceKind& kind : referenceKinds()) {
    const std::string name(kind.name);
    QFile file(QStringLiteral(":/reference/%1.tsv").arg(QString::fromStdString(name)));
    if (!file.open(QIODevice::ReadOnly)) continue;  // a test names the tables that must be here
    auto table = parseReferenceTable(file.readAll().toStdString());
    if (table) tables.use(std::move(table).value());
  }
  return tables;
}

}  // namespace

const ReferenceTables& ReferenceTables::builtIn() {
  static const ReferenceTables tables = readBuiltIn();
  return tables;
}

bool ReferenceTables::isBuiltIn(const ReferenceTable& table) {
  const ReferenceTable* const own = builtIn().find(table.name);
  return own != nullptr && own->sha256 == table.sha256;
}

const ReferenceTable* ReferenceTables::find(std::string_view name) const {
  const auto found =
      std::find_if(m_tables.begin(), m_tables.end(),
                   [name](const ReferenceTable& table) { return table.name == name; });
  return found == m_tables.end() ? nullptr : &*found;
}

void ReferenceTables::use(ReferenceTable table) {
  const auto at = std::lower_bound(
      m_tables.begin(), m_tables.end(), table.name,
      [](const ReferenceTable& each, const std::string& name) { return each.name < name; });
  index(table);
  if (at != m_tables.end() && at->name == table.name) {
    *at = std::move(table);
  } else {
    m_tables.insert(at, std::move(table));
  }
}

void ReferenceTables::index(const ReferenceTable& table) {
  const auto each = [&table](auto& map, auto add) {
    map.clear();
    for (const std::vector<std::string>& row : table.rows) add(row);
  };
  using Row = const std::vector<std::string>&;
  if (table.name == "waste-list") {
    each(m_waste, [&](Row row) { m_waste[numberOf(row[0])] = {row[2] == "yes", row[1] == "mirror"}; });
  } else if (table.name == "waste-chapters") {
    each(m_chapters, [&](Row row) { m_chapters[numberOf(row[0])] = row[1]; });
  } else if (table.name == "operations") {
    each(m_operations,
         [&](Row row) { m_operations[row[0]] = {kindOf(row[2]), row[1] == "final", row[3]}; });
  } else if (table.name == "commodities") {
    each(m_commodities, [&](Row row) {
      m_commodities[row[0]] = {row[0], row[1] == "scrap", row[1] == "primary", row[2]};
    });
  } else if (table.name == "basel-entries") {
    each(m_basel, [&](Row row) { m_basel[row[0]] = {row[2] == "consent", row[3]}; });
  } else if (table.name == "countries") {
    each(m_countries, [&](Row row) {
      const CountryEntry country{row[0], row[2], row[3] == "yes"};
      for (std::size_t column = 0; column < 3; ++column) m_countries[row[column]] = country;
    });
  } else if (table.name == "densities") {
    each(m_densities, [&](Row row) {
      m_densities[row[0]] = {thousandths(row[1]), thousandths(row[2]), row[3]};
    });
  } else if (table.name == "prices") {
    each(m_prices, [&](Row row) {
      m_prices[row[0] + ' ' + row[1] + ' ' + row[2]] = {thousandths(row[3]), thousandths(row[5]),
                                                       table.source};
    });
  }
}

const WasteEntry* ReferenceTables::wasteEntry(int digits) const {
  const auto found = m_waste.find(digits);
  return found == m_waste.end() ? nullptr : &found->second;
}

std::string_view ReferenceTables::chapterAbout(int digits) const {
  const auto found = m_chapters.find(digits / digitsOfEntry);
  return found == m_chapters.end() ? std::string_view() : std::string_view(found->second);
}

const OperationEntry* ReferenceTables::operation(std::string_view code) const {
  return valueAt(m_operations, code);
}

const CommodityEntry* ReferenceTables::commodity(std::string_view digits) const {
  return longestPrefix(m_commodities, digits);
}

const BaselEntry* ReferenceTables::baselEntry(std::string_view code) const {
  return valueAt(m_basel, code);
}

const CountryEntry* ReferenceTables::country(std::string_view text) const {
  return valueAt(m_countries, text);
}

const ReferenceBand* ReferenceTables::density(std::string_view wasteCode,
                                              std::string_view commodity) const {
  const ReferenceBand* const byWaste = valueAt(m_densities, wasteCode);
  return byWaste != nullptr ? byWaste : longestPrefix(m_densities, commodity);
}

const ReferenceBand* ReferenceTables::price(std::string_view commodity, int year,
                                            std::string_view currency) const {
  constexpr std::size_t subheading = 6;
  std::string key(commodity.substr(0, subheading));
  key += ' ' + std::to_string(year) + ' ';
  key += currency;
  return valueAt(m_prices, key);
}

JsonValue ReferenceTables::toJson() const {
  JsonArray list;
  for (const ReferenceTable& table : m_tables) {
    list.emplace_back(JsonObject{{"table", table.name},
                                 {"version", table.version},
                                 {"sha256", table.sha256.hex()}});
  }
  return list;
}

std::string referenceMember(std::string_view name) {
  return "audit/reference/" + std::string(name) + ".tsv";
}

Result<LoadedReference> loadReference(const Database& database) {
  LoadedReference loaded{ReferenceTables::builtIn(), {}};
  const EvidenceStore evidence(database);
  for (const ReferenceKind& kind : referenceKinds()) {
    const std::string member = referenceMember(kind.name);
    PLUMBLINE_TRY(pieces, slotPieces(evidence, member));
    if (pieces.empty()) continue;
    if (pieces.size() > 1) {
      loaded.refused.emplace_back(
          member, Error{ErrorCode::Inconsistent, "several tables of this name came; use one of them"});
      continue;
    }
    PLUMBLINE_TRY(bytes, evidence.readAll(pieces.front()));
    auto table = parseReferenceTable(textOf(bytes));
    if (table && table->name == kind.name) {
      loaded.tables.use(std::move(table).value());
    } else {
      Error error = table ? Error{ErrorCode::Mismatch, "the table has another name", {}, table->name}
                          : std::move(table).error();
      loaded.refused.emplace_back(member, std::move(error));
    }
  }
  return loaded;
}

}  // namespace plumbline
