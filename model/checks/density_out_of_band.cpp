// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule density_out_of_band: mass and volume of a load do not go together with what it is called. The
// plant's own list of materials says how dense they are, else the table of densities.

#include "model/books/error_sum.h"
#include "model/checks/code_groups.h"
#include "model/checks/density_out_of_band_facts.h"
#include "model/checks/rule_list.h"
#include "model/mapping/codes.h"

namespace plumbline {
namespace {

namespace fact = facts::densityOutOfBand;
using OwnBands = std::map<std::pair<int, std::string>, ReferenceBand>;  // by party and material

/// Materials for which the plant states both limits.
Result<OwnBands> ownBands(const CheckInput& input) {
  constexpr std::int64_t microsOfThousandth = 1'000;
  OwnBands bands;
  PLUMBLINE_TRY(query, input.database.prepare(
                           "SELECT publication, code, density_min_kg_m3_micro, "
                           "density_max_kg_m3_micro FROM current_materials WHERE "
                           "density_min_kg_m3_micro > 0 AND density_max_kg_m3_micro >= "
                           "density_min_kg_m3_micro"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return bands;
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(0));
    if (!publication.usable) continue;
    bands[{publication.party, std::string(query.text(1))}] = {
        query.integer(2) / microsOfThousandth, query.integer(3) / microsOfThousandth,
        "materials"};
  }
}

/// Null where nobody knows.
const ReferenceBand* bandOf(const LoadFigures& load, const OwnBands& own,
                            const ReferenceTables& reference) {
  const auto stated = own.find({load.party, std::string(load.material)});
  if (stated != own.end()) return &stated->second;
  const auto code = cleanWasteCode(load.lowCode);
  return reference.density(code ? std::string_view(*code) : std::string_view(), load.hsCode);
}

class DensityOutOfBand : public LoadLook {
 public:
  DensityOutOfBand(const CheckInput& input, OwnBands own) : m_input(input), m_own(std::move(own)) {}

  std::string condition() const override { return "volume_m3_micro > 0"; }

  void look(const LoadFigures& load) override {
    const MaterialBook& materials = m_input.reconciliation.books.materials;
    const ReferenceBand* const band = bandOf(load, m_own, materials.reference());
    if (band == nullptr || load.net <= Mass()) return;
    m_any = true;
    // g over 1e-6 m3 is 1e6 g/m3, a thousandth of kg/m3 is 1 g/m3
    const std::int64_t density = scaled(load.net.inGrams(), 1'000'000, *load.volumeMicro);
    if (density >= band->low && density <= band->high) return;
    const bool light = density < band->low;
    const std::int64_t times = light ? scaled(band->low, 1'000, std::max<std::int64_t>(density, 1))
                                     : scaled(density, 1'000, band->high);
    const std::string group = std::string(load.material) + (light ? "\tlight" : "\theavy");
    m_groups.add(m_input, group, load, times, [&] {
      return Facts{fact::material(std::string(materials.nameOf(load.party, load.material))),
                   fact::density(density),
                   fact::low(band->low),
                   fact::high(band->high),
                   fact::bandSource(band->source)};
    });
  }

  CheckOutcome outcome() const override {
    return m_any ? CheckOutcome::found(m_groups.findings()) : nothingStated("no_volumes");
  }

 private:
  const CheckInput& m_input;
  OwnBands m_own;
  CodeGroups m_groups{rules::densityOutOfBand.id};
  bool m_any = false;
};

Result<std::unique_ptr<LoadLook>> check(const CheckInput& input) {
  PLUMBLINE_TRY(own, ownBands(input));
  return makeLook<DensityOutOfBand>(input, std::move(own));
}

}  // namespace

namespace rules {

extern constinit const Rule densityOutOfBand{
    .id = "density_out_of_band",
    .number = "F28",
    .kind = RuleKind::Fact,
    .source = "US EPA, Volume-to-Weight Conversion Factors, 2016; own wide bands",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
