// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/material_book.h"

#include <algorithm>

namespace plumbline {
namespace {

MaterialClass classOfOperation(Operation operation) {
  switch (operation) {
    case Operation::Disposal:
      return MaterialClass::Residue;
    case Operation::Energy:
      return MaterialClass::Waste;
    case Operation::Recovery:
    case Operation::Interim:
      return MaterialClass::Secondary;
    case Operation::None:
      break;
  }
  return MaterialClass::Unknown;
}

/// A clerk whose every 33rd line is a wrong one writes no more of them than that. Of few receipts
/// chance makes a larger share: up to three standard deviations more (Poisson), but not more than
/// five, so that what goes on is no slip.
bool mayBeSlips(std::int64_t wrong, std::int64_t all) {
  constexpr std::int64_t percent = 3;
  constexpr std::int64_t deviations = 3;
  constexpr std::int64_t most = 5;
  const std::int64_t excess = 100 * wrong - percent * all;  // hundredths of a receipt
  if (excess <= 0) return true;
  return wrong <= most && excess * excess <= deviations * deviations * 100 * percent * all;
}

}  // namespace

Result<MaterialBook> MaterialBook::load(const Database& database,
                                        const PublicationBook& publications,
                                        const Aliases& aliases, ReferenceTables reference) {
  MaterialBook book;
  book.m_aliases = aliases;
  book.m_reference = std::move(reference);
  book.m_byParty.resize(publications.parties().size());
  PLUMBLINE_TRY(
      query,
      database.prepare("SELECT m.publication, m.code, m.class, m.low_code, m.name FROM current_materials m "
                       "JOIN publications p ON p.id = m.publication "
                       "ORDER BY p.party, p.sequence, m.code, "
                       "m.class, m.low_code, m.name"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& info = publications.find(query.integer(0));
    if (!info.usable) continue;
    Entry entry;
    entry.materialClass = materialClassFromText(query.text(2));
    entry.loss = query.text(2) == "loss";
    entry.name = query.text(4);
    if (entry.materialClass == MaterialClass::Unknown) {
      entry.materialClass = classOfCode(query.text(3), book.m_reference).value_or(MaterialClass::Unknown);
    }
    book.m_byParty[static_cast<std::size_t>(info.party)].insert_or_assign(
        std::string(query.text(1)), entry);
  }
  book.addAliases();
  PLUMBLINE_CHECK(book.findSlips(database, publications));
  return book;
}

/// Two names that one party means two kinds of material by are no class that counts.
void MaterialBook::addAliases() {
  for (const AliasClass& each : m_aliases.classes()) {
    if (each.kind != NameKind::Material || !each.counts()) continue;
    for (Names& names : m_byParty) {
      const auto listed = std::find_if(each.names.begin(), each.names.end(),
                                       [&names](const std::string& name) { return names.contains(name); });
      if (listed == each.names.end()) continue;
      const Entry entry = names.at(*listed);
      for (const std::string& name : each.names) names.try_emplace(name, entry);
    }
  }
}

bool MaterialBook::isResidue(int party, std::string_view material,
                             std::string_view lowCode) const {
  const Entry* own = find(party, material);
  if (own && own->materialClass != MaterialClass::Unknown) {
    return own->materialClass == MaterialClass::Residue;
  }
  return classOfCode(lowCode, m_reference) == MaterialClass::Residue;
}

Result<void> MaterialBook::findSlips(const Database& database,
                                     const PublicationBook& publications) {
  m_slips.assign(m_byParty.size(), false);
  const auto codeIn = [this](std::string_view text) { return m_aliases.mainName(NameKind::Code, text); };
  PLUMBLINE_TRY(words, database.prepare("SELECT material, low_code FROM load_words WHERE "
                                        "operation = ''"));
  bool any = false;
  while (!any) {
    PLUMBLINE_TRY(more, words.step());
    if (!more) return {};
    for (int party = 0; party < static_cast<int>(m_byParty.size()); ++party) {
      any = any || isResidue(party, words.text(0), codeIn(words.text(1)));
    }
  }
  struct Counts {
    std::int64_t all = 0, residue = 0, operations = 0;
  };
  std::vector<Counts> counts(m_byParty.size());
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT r.publication, w.material, w.low_code, w.operation, r.n FROM "
                           "(SELECT publication, words, count(*) AS n FROM current_receipts "
                           "GROUP BY publication, words) r JOIN load_words w "
                           "ON w.id = r.words"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& info = publications.find(query.integer(0));
    if (!info.usable) continue;
    Counts& count = counts[static_cast<std::size_t>(info.party)];
    const std::int64_t rows = query.integer(4);
    count.all += rows;
    if (!query.text(3).empty()) count.operations += rows;
    if (isResidue(info.party, query.text(1), codeIn(query.text(2)))) count.residue += rows;
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    m_slips[i] = counts[i].operations == 0 && mayBeSlips(counts[i].residue, counts[i].all);
  }
  return {};
}

/// Both sides write one hazardous code and one operation: then nothing changed on the way.
bool MaterialBook::sameHazardousLoad(const LoadStatement& a, const LoadStatement& b) const {
  const std::optional<WasteCode> left = wasteCodeOf(a.lowCode);
  const std::optional<WasteCode> right = wasteCodeOf(b.lowCode);
  return left && right && left->digits == right->digits && isHazardous(*left, m_reference) &&
         isHazardous(*right, m_reference) &&
         operationOf(a.operation, m_reference) == operationOf(b.operation, m_reference);
}

/// The same six digits are the same entry, with or without the star. A code that is not in the list
/// is told by a rule of its own.
bool MaterialBook::losesHazard(const LoadStatement& load, const LoadStatement& sender) const {
  if (load.lowCode.empty() || load.lowCode == sender.lowCode) return false;
  const std::optional<WasteCode> sent = wasteCodeOf(sender.lowCode);
  const std::optional<WasteCode> received = wasteCodeOf(load.lowCode);
  if (!sent || !received || sent->digits == received->digits) return false;
  const bool known = m_reference.wasteEntry(received->digits) != nullptr;
  return known && isHazardous(*sent, m_reference) && !isHazardous(*received, m_reference);
}

const MaterialBook::Entry* MaterialBook::find(int party, std::string_view material) const {
  const Names& names = m_byParty[static_cast<std::size_t>(party)];
  const auto found = names.find(material);
  return found == names.end() ? nullptr : &found->second;
}

MaterialMeaning MaterialBook::sent(const LoadStatement& load) const {
  MaterialMeaning meaning;
  meaning.operation = operationOf(load.operation, m_reference);
  if (const Entry* entry = find(load.party, load.material);
      entry && entry->materialClass != MaterialClass::Unknown) {
    meaning.materialClass = entry->materialClass;
  } else {
    meaning.materialClass = classOfCode(load.lowCode, m_reference).value_or(classOfOperation(meaning.operation));
  }
  return meaning;
}

MaterialMeaning MaterialBook::received(const LoadStatement& load,
                                       const LoadStatement& sender) const {
  MaterialMeaning meaning;
  meaning.operation = operationOf(load.operation, m_reference);
  meaning.hazardLost = losesHazard(load, sender);
  if (meaning.operation == Operation::Disposal) {
    meaning.materialClass = MaterialClass::Residue;
    return meaning;
  }
  const Entry* own = find(load.party, load.material);
  if (own && own->materialClass != MaterialClass::Unknown) {
    meaning.materialClass = own->materialClass;
  } else if (const auto byCode = classOfCode(load.lowCode, m_reference)) {
    meaning.materialClass = *byCode;
  } else if (meaning.operation != Operation::None) {
    meaning.materialClass = classOfOperation(meaning.operation);
  } else if (m_aliases.same(NameKind::Material, load.material, sender.material)) {
    meaning.materialClass = sent(sender).materialClass;
  }
  const bool ownResidue = own && own->materialClass == MaterialClass::Residue;
  const MaterialMeaning said = sent(sender);
  if (!ownResidue && said.useful() && sameHazardousLoad(load, sender)) {
    meaning.materialClass = said.materialClass;
  }
  // A recycler books its input as waste by law (Directive 2008/98/EC Art. 6: waste ends with the
  // recovery): the operation says what becomes of it.
  const bool recovers =
      meaning.operation == Operation::Recovery || meaning.operation == Operation::Interim;
  if (!said.useful()) return meaning;
  if (meaning.materialClass == MaterialClass::Waste && recovers) {
    meaning.materialClass = MaterialClass::Secondary;
  } else if (meaning.materialClass == MaterialClass::Waste &&
             meaning.operation == Operation::None) {
    meaning.materialClass = MaterialClass::Unknown;
  } else if (meaning.materialClass == MaterialClass::Residue &&
             (recovers || m_slips[static_cast<std::size_t>(load.party)])) {
    meaning.materialClass = MaterialClass::Unknown;
    meaning.disputed = true;
  }
  return meaning;
}

std::string_view MaterialBook::nameOf(int party, std::string_view material) const {
  const Entry* entry = find(party, material);
  return entry && !entry->name.empty() ? std::string_view(entry->name) : material;
}

bool MaterialBook::isLoss(int party, std::string_view material) const {
  const Entry* entry = find(party, material);
  return entry && entry->loss;
}

}  // namespace plumbline
