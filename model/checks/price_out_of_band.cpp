// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule price_out_of_band: the price of a load does not go together with its customs code. Scrap that
// is paid for far above or below what all other scrap of its kind was worth that year; new material
// that is sold for no more than scrap.

#include "model/books/error_sum.h"
#include "model/checks/checks.h"
#include "model/checks/code_groups.h"
#include "model/checks/price_bands.h"

namespace plumbline {
namespace {

/// Prices differ with quality: only what is this many times outside the band is told.
constexpr std::int64_t farOutside = 3;

/// The scrap that new material of this heading becomes.
std::string_view scrapOf(std::string_view hsCode) {
  if (hsCode.starts_with("3901")) return "391510";
  if (hsCode.starts_with("3903")) return "391520";
  return hsCode.starts_with("3904") ? "391530" : "391590";
}

/// The year of UTC that the load left in.
int yearOf(Timestamp time) {
  return Month::of(time).year();
}

}  // namespace

Result<CheckOutcome> checkPriceOutOfBand(const CheckInput& input) {
  PLUMBLINE_TRY(bands, PriceBands::load(input));
  const ReferenceTables& reference = input.reconciliation.books.materials.reference();
  CodeGroups groups("price_out_of_band");
  bool any = false;
  const auto look = [&](const LoadFigures& load) {
    const CommodityEntry* const commodity = reference.commodity(load.hsCode);
    if (commodity == nullptr || load.net <= Mass() || !(commodity->scrap || commodity->primary)) {
      return;
    }
    const std::string_view scrap = commodity->scrap ? load.hsCode : scrapOf(load.hsCode);
    const ReferenceBand* const band = bands.find(scrap, yearOf(load.time), load.currency);
    if (band == nullptr) return;
    any = true;
    const std::int64_t price = scaled(*load.valueCents, 10'000, load.net.inGrams());
    const bool cheap = commodity->primary ? price <= band->low : price * farOutside < band->low;
    const bool dear = commodity->scrap && price > band->high * farOutside;
    if (!cheap && !dear) return;
    const std::int64_t times = cheap ? band->low - price : price - band->high;
    const std::string group = std::string(load.consignee) + '\t' + std::string(load.hsCode) +
                              (cheap ? "\tcheap" : "\tdear");
    groups.add(input, group, load, times, [&] {
      return Facts{{"receiver", std::string(load.consignee)},
                   {"code", std::string(load.hsCode)},
                   {"about", commodity->about},
                   {"kind", std::string(commodity->primary ? "primary" : cheap ? "cheap" : "dear")},
                   {"price", MoneyAmount{scaled(*load.valueCents, 1'000'000, load.net.inGrams()),
                                         std::string(load.currency)}},
                   {"low", MoneyAmount{band->low * 100, std::string(load.currency)}},
                   {"high", MoneyAmount{band->high * 100, std::string(load.currency)}},
                   {"band_source", band->source}};
    });
  };
  PLUMBLINE_CHECK(
      eachLoad(input, "hs_code IS NOT NULL AND value_cents IS NOT NULL AND currency IS NOT NULL",
               look));
  return any ? CheckOutcome::found(groups.findings()) : nothingStated("no_prices");
}

}  // namespace plumbline
