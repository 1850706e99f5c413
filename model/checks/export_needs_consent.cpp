// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule export_needs_consent: hazardous waste, and waste that the Basel Convention puts under consent,
// that leaves a member of the OECD for a country that is none. Such loads need the consent of every
// country on the way; from the European Union most are forbidden. No record here shows a consent.

#include <algorithm>
#include <optional>

#include "model/checks/code_groups.h"
#include "model/checks/export_needs_consent_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::exportNeedsConsent;

/// Countries of the sites that records call by id or name, and of the parties that sent from there.
struct Places {
  std::map<std::string, const CountryEntry*, std::less<>> byName;
  std::map<int, const CountryEntry*> ofParty;  // null: sites in several countries
  bool others = false;                         // sites of somebody else are among them

  [[nodiscard]] const CountryEntry* named(std::string_view name) const {
    const auto found = byName.find(name);
    return found == byName.end() ? nullptr : found->second;
  }
  [[nodiscard]] bool anyOutsideOecd() const {
    return std::any_of(byName.begin(), byName.end(),
                       [](const auto& place) { return !place.second->oecd; });
  }
  [[nodiscard]] const CountryEntry* home(int party) const {
    const auto found = ofParty.find(party);
    return found == ofParty.end() ? nullptr : found->second;
  }
};

Result<Places> readPlaces(const CheckInput& input) {
  const Books& books = input.reconciliation.books;
  const PublicationBook& book = books.publications;
  const ReferenceTables& reference = books.materials.reference();
  Places places;
  PLUMBLINE_TRY(query, input.database.prepare(
                           "SELECT publication, id, name, role, country FROM current_sites WHERE "
                           "country IS NOT NULL ORDER BY id, name, country, role"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return places;
    const PublicationInfo& publication = book.find(query.integer(0));
    const CountryEntry* const country =
        reference.country(books.aliases.aliases.mainName(NameKind::Country, query.text(4)));
    if (!publication.usable || country == nullptr) continue;
    for (const int column : {1, 2}) places.byName.emplace(std::string(query.text(column)), country);
    const bool own = roleFromText(query.text(3)) == Role::Plant && book.isPlant(publication.party);
    places.others = places.others || !own;
    if (!own) continue;
    const auto [entry, isNew] = places.ofParty.emplace(publication.party, country);
    if (!isNew && entry->second != nullptr && entry->second->code != country->code) {
      entry->second = nullptr;
    }
  }
}

/// Why the load needs a consent; nothing where it needs none.
std::optional<std::string> controlOf(const LoadFigures& load, const ReferenceTables& reference) {
  const BaselEntry* const entry = reference.baselEntry(load.baselCode);
  if (entry != nullptr && entry->consent) return std::string(load.baselCode);
  const std::optional<WasteCode> code = wasteCodeOf(load.lowCode);
  if (code && isHazardous(*code, reference)) return std::string(load.lowCode);
  return std::nullopt;
}

class ExportNeedsConsent : public LoadLook {
 public:
  ExportNeedsConsent(const CheckInput& input, Places places)
      : m_input(input), m_places(std::move(places)) {}

  std::string condition() const override {
    // Where every site is in the OECD no load needs to be looked at.
    return arePlacesKnown() && m_places.anyOutsideOecd()
               ? "basel_code IS NOT NULL OR low_code IS NOT NULL"
               : "";
  }

  void look(const LoadFigures& load) override {
    const CountryEntry* const home = m_places.home(load.party);
    const CountryEntry* const there = m_places.named(load.consignee);
    if (home == nullptr || there == nullptr) return;
    m_any = true;
    if (!home->oecd || there->oecd) return;
    const std::optional<std::string> control =
        controlOf(load, m_input.reconciliation.books.materials.reference());
    if (!control) return;
    const std::string group = std::string(load.consignee) + '\t' + *control;
    m_groups.add(m_input, group, load, load.net.inGrams(), [&] {
      return Facts{fact::receiver(std::string(load.consignee)),
                   fact::country(there->name),
                   fact::code(*control)};
    });
  }

  CheckOutcome outcome() const override {
    const bool any = m_any || (arePlacesKnown() && !m_places.anyOutsideOecd());
    return any ? CheckOutcome::found(m_groups.findings()) : nothingStated("no_countries");
  }

 private:
  [[nodiscard]] bool arePlacesKnown() const { return !m_places.ofParty.empty() && m_places.others; }

  const CheckInput& m_input;
  Places m_places;
  CodeGroups m_groups{rules::exportNeedsConsent.id};
  bool m_any = false;
};

Result<std::unique_ptr<LoadLook>> check(const CheckInput& input) {
  PLUMBLINE_TRY(places, readPlaces(input));
  return makeLook<ExportNeedsConsent>(input, std::move(places));
}

}  // namespace

namespace rules {

extern constinit const Rule exportNeedsConsent{
    .id = "export_needs_consent",
    .number = "F31",
    .kind = RuleKind::Fact,
    .source = "Basel Convention, annexes II and VIII; Regulation (EU) 2024/1157 Art. 39 and 40",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
