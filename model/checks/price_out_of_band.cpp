// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule price_out_of_band: the price of a load does not go together with its customs code. Scrap that
// is paid for far above or below what all other scrap of its kind was worth that year; new material
// that is sold for no more than scrap.

#include "model/books/error_sum.h"
#include "model/checks/code_groups.h"
#include "model/checks/price_bands.h"
#include "model/checks/price_out_of_band_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::priceOutOfBand;

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

class PriceOutOfBand : public LoadLook {
 public:
  PriceOutOfBand(const CheckInput& input, PriceBands bands)
      : m_input(input), m_bands(std::move(bands)) {}

  std::string condition() const override {
    return "hs_code IS NOT NULL AND value_cents IS NOT NULL AND currency IS NOT NULL";
  }

  void look(const LoadFigures& load) override {
    const ReferenceTables& reference = m_input.reconciliation.books.materials.reference();
    const CommodityEntry* const commodity = reference.commodity(load.hsCode);
    if (commodity == nullptr || load.net <= Mass() || !(commodity->scrap || commodity->primary)) {
      return;
    }
    const std::string_view scrap = commodity->scrap ? load.hsCode : scrapOf(load.hsCode);
    const ReferenceBand* const band = m_bands.find(scrap, yearOf(load.time), load.currency);
    if (band == nullptr) return;
    m_any = true;
    const std::int64_t price = scaled(*load.valueCents, 10'000, load.net.inGrams());
    const bool cheap = commodity->primary ? price <= band->low : price * farOutside < band->low;
    const bool dear = commodity->scrap && price > band->high * farOutside;
    if (!cheap && !dear) return;
    const std::int64_t times = cheap ? band->low - price : price - band->high;
    const std::string group = std::string(load.consignee) + '\t' + std::string(load.hsCode) +
                              (cheap ? "\tcheap" : "\tdear");
    const char* const kind = commodity->primary ? "primary" : cheap ? "cheap" : "dear";
    m_groups.add(m_input, group, load, times, [&] {
      return Facts{fact::receiver(std::string(load.consignee)),
                   fact::code(std::string(load.hsCode)),
                   fact::about(commodity->about),
                   fact::kind(kind),
                   fact::price(MoneyAmount{scaled(*load.valueCents, 1'000'000, load.net.inGrams()),
                                           std::string(load.currency)}),
                   fact::low(MoneyAmount{band->low * 100, std::string(load.currency)}),
                   fact::high(MoneyAmount{band->high * 100, std::string(load.currency)}),
                   fact::bandSource(band->source)};
    });
  }

  CheckOutcome outcome() const override {
    return m_any ? CheckOutcome::found(m_groups.findings()) : nothingStated("no_prices");
  }

 private:
  const CheckInput& m_input;
  PriceBands m_bands;
  CodeGroups m_groups{rules::priceOutOfBand.id};
  bool m_any = false;
};

Result<std::unique_ptr<LoadLook>> check(const CheckInput& input) {
  PLUMBLINE_TRY(bands, PriceBands::load(input));
  return makeLook<PriceOutOfBand>(input, std::move(bands));
}

}  // namespace

namespace rules {

extern constinit const Rule priceOutOfBand{
    .id = "price_out_of_band",
    .number = "F29",
    .kind = RuleKind::Fact,
    .source = "HM Revenue and Customs trade statistics; own rule",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
