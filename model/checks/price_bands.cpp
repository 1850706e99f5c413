// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/price_bands.h"

#include <algorithm>

#include "model/books/error_sum.h"

namespace plumbline {
namespace {

constexpr std::size_t fewestCountries = 10;
constexpr std::size_t subheading = 6;
constexpr std::size_t mostValues = 2'000'000;

std::string keyOf(std::string_view commodity, std::int64_t year, std::string_view currency) {
  std::string key(commodity.substr(0, subheading));
  key += ' ' + std::to_string(year) + ' ';
  key += currency;
  return key;
}

ReferenceBand bandOf(std::vector<std::int64_t>& values) {
  std::sort(values.begin(), values.end());
  const std::size_t last = values.size() - 1;
  return {values[last * 5 / 100], values[last - last * 5 / 100], "trade_values"};
}

}  // namespace

Result<PriceBands> PriceBands::load(const CheckInput& input) {
  PriceBands bands;
  bands.m_reference = &input.reconciliation.books.materials.reference();
  // Thousandths of a unit a kg: hundredths x 10 over grams / 1000.
  PLUMBLINE_TRY(query, input.database.prepare(
                           "SELECT publication, commodity, year, currency, value_cents, net_g FROM "
                           "trade_values WHERE net_g >= 20000000 AND value_cents > 0 AND flow LIKE "
                           "'%export%'"));
  std::map<std::string, std::vector<std::int64_t>> values;
  for (std::size_t rows = 0; rows < mostValues; ++rows) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    if (!input.reconciliation.books.publications.find(query.integer(0)).usable) continue;
    values[keyOf(query.text(1), query.integer(2), query.text(3))].push_back(
        scaled(query.integer(4), 10'000, query.integer(5)));
  }
  for (auto& [key, list] : values) {
    if (list.size() >= fewestCountries) bands.m_imported.emplace(key, bandOf(list));
  }
  return bands;
}

const ReferenceBand* PriceBands::find(std::string_view commodity, int year,
                                      std::string_view currency) const {
  const auto imported = m_imported.find(keyOf(commodity, year, currency));
  return imported != m_imported.end() ? &imported->second
                                      : m_reference->price(commodity, year, currency);
}

}  // namespace plumbline
