// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/totals/totals_table.h"

#include <algorithm>
#include <set>

namespace plumbline {
namespace {

constexpr std::string_view rowsSql =
    "SELECT t.publication, p.evidence, t.rowid, t.id, t.counterparty, t.direction, "
    "t.period_start_ms, t.period_end_ms, t.material, t.low_code, t.operation, t.quantity_micro, "
    "t.unit, t.basis, t.site FROM current_totals t JOIN publications p ON p.id = t.publication "
    "ORDER BY t.rowid";
constexpr std::string_view sitesSql =
    "SELECT DISTINCT publication, site FROM current_totals WHERE site <> ''";

/// The midnight nearest to the moment: a midnight of another time zone is the same day.
int nearestDay(Timestamp time) {
  constexpr std::int64_t half = millisecondsPerDay / 2;
  const std::int64_t shifted = time.inMilliseconds() + half;
  const std::int64_t day = shifted / millisecondsPerDay - (shifted % millisecondsPerDay < 0 ? 1 : 0);
  return static_cast<int>(day);
}

int dayOf(Timestamp time) {
  return static_cast<int>(time.inMilliseconds() / millisecondsPerDay);
}

/// A period of whole months whose last day is named ends with that day, not before it.
int endDayOf(int first, int end) {
  const auto start = Timestamp::milliseconds(first * millisecondsPerDay);
  if (start != Month::of(start).start()) return end;
  const auto next = Timestamp::milliseconds((end + std::int64_t{1}) * millisecondsPerDay);
  return next == Month::of(next).start() && end > first ? dayOf(next) : end;
}

std::string mainName(const TotalsNames::MainName& names, std::string_view text) {
  return names && !text.empty() ? names(text) : std::string(text);
}

/// Whoever runs a plant, a lorry or a yard publishes its own figures; others may publish those of
/// many plants.
bool hasOwnSites(Role role) {
  return role == Role::Plant || role == Role::Carrier || role == Role::Receiver;
}

/// How records call parties, and the sites that only rows of totals name.
class Callings {
 public:
  Callings(const Books& books, const TotalsNames& names) : m_books(books), m_names(names) {}

  Result<void> readSites(const Database& database) {
    PLUMBLINE_TRY(query, database.prepare(sitesSql));
    std::map<std::string, std::set<int>, std::less<>> claimed;
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) break;
      const PublicationInfo& publication = m_books.publications.find(query.integer(0));
      if (!publication.usable || !hasOwnSites(roleOf(publication.party))) continue;
      claimed[std::string(query.text(1))].insert(publication.party);
    }
    for (const auto& [site, parties] : claimed) {
      if (parties.size() == 1) m_sites.emplace(site, *parties.begin());
    }
    return {};
  }

  /// The id of the party, or what the text is called by.
  [[nodiscard]] std::string partyOf(std::string_view text) const {
    const std::string name = mainName(m_names.party, text);
    const auto known = m_books.partyNames.find(name);
    if (known != m_books.partyNames.end()) return declarer(known->second);
    const auto site = m_sites.find(name);
    return site != m_sites.end() ? declarer(site->second) : name;
  }

  [[nodiscard]] std::string whose(int party, std::string_view site) const {
    const std::string id = declarer(party);
    if (site.empty()) return id;
    const std::string named = partyOf(site);
    const bool isOther = m_books.publications.indexOf(named) >= 0;
    return !isOther && hasOwnSites(roleOf(party)) ? id : named;
  }

  [[nodiscard]] std::string declarer(int party) const {
    return mainName(m_names.party, idOf(party));
  }

 private:
  [[nodiscard]] const PartyInfo& info(int party) const {
    return m_books.publications.parties()[static_cast<std::size_t>(party)];
  }
  [[nodiscard]] std::string idOf(int party) const { return info(party).id; }
  [[nodiscard]] Role roleOf(int party) const { return info(party).role; }

  const Books& m_books;
  const TotalsNames& m_names;
  std::map<std::string, int, std::less<>> m_sites;
};

}  // namespace

TotalsNames totalsNames(const Aliases& aliases) {
  if (aliases.empty()) return {};
  const auto mainOf = [&aliases](NameKind kind) {
    return [&aliases, kind](std::string_view text) {
      return std::string(aliases.mainName(kind, text));
    };
  };
  return {mainOf(NameKind::Party), mainOf(NameKind::Material), mainOf(NameKind::Code)};
}

int TotalsTable::word(std::string_view text) {
  if (text.empty()) return -1;
  const auto known = m_index.find(text);
  if (known != m_index.end()) return known->second;
  m_words.emplace_back(text);
  return m_index.emplace(std::string(text), static_cast<int>(m_words.size()) - 1).first->second;
}

int TotalsTable::unitOf(const std::string& written) {
  const auto known = m_unitIndex.find(written);
  if (known != m_unitIndex.end()) return known->second;
  const TotalUnit unit = totalUnit(written);
  int index = 0;
  const int count = static_cast<int>(m_units.size());
  while (index < count && !(m_units[static_cast<std::size_t>(index)] == unit)) ++index;
  if (index == count) m_units.push_back(unit);
  m_unitIndex.emplace(written, index);
  return index;
}

void TotalsTable::add(const TotalText& row) {
  DeclaredTotal made;
  made.firstDay = nearestDay(row.start);
  made.endDay = endDayOf(made.firstDay, nearestDay(row.end));
  made.whose = word(row.whose);
  if (made.endDay <= made.firstDay || made.whose < 0) {
    ++m_refused;
    return;
  }
  made.declarer = word(row.declarer);
  made.publisher = row.publisher.empty() ? made.declarer : word(row.publisher);
  made.partner = word(row.partner);
  made.out = row.out;
  const bool bySender = row.basis == "sender" && made.sender() >= 0;
  const bool byReceiver = row.basis == "receiver" && made.receiver() >= 0;
  const bool sender = bySender || (!byReceiver && row.out);
  made.side = sender ? TotalsSide::Sender : TotalsSide::Receiver;
  made.material = word(row.material);
  made.code = word(row.code);
  made.operation = word(row.operation);
  made.site = word(row.site);
  made.unit = unitOf(row.unit);
  made.micro = row.micro;
  made.source = row.source;
  made.rowid = row.rowid;
  made.isSigned = row.isSigned;
  made.id = row.id;
  m_rows.push_back(std::move(made));
}

void TotalsTable::order() {
  std::vector<int> places(m_words.size());
  int next = 0;
  for (auto& [text, index] : m_index) {
    places[static_cast<std::size_t>(index)] = next;
    m_words[static_cast<std::size_t>(next)] = text;
    index = next++;
  }
  std::map<std::string, int, std::less<>> units;
  for (const TotalUnit& unit : m_units) units.emplace(unit.text, 0);
  std::vector<TotalUnit> ordered;
  for (auto& [text, index] : units) {
    index = static_cast<int>(ordered.size());
    ordered.push_back(*std::find_if(m_units.begin(), m_units.end(), [&text = text](const auto& unit) {
      return unit.text == text;
    }));
  }
  const auto renumber = [&places](int& word) {
    if (word >= 0) word = places[static_cast<std::size_t>(word)];
  };
  for (DeclaredTotal& row : m_rows) {
    for (int* word : {&row.declarer, &row.publisher, &row.whose, &row.partner, &row.material, &row.code,
                      &row.operation, &row.site}) {
      renumber(*word);
    }
    row.unit = units.find(m_units[static_cast<std::size_t>(row.unit)].text)->second;
  }
  for (auto& [written, index] : m_unitIndex) {
    index = units.find(m_units[static_cast<std::size_t>(index)].text)->second;
  }
  m_units = std::move(ordered);
}

Result<TotalsTable> loadTotals(const Database& database, const Books& books,
                               const TotalsNames& names) {
  TotalsTable table;
  if (books.rowsOf(Table::Totals) == 0) return table;
  Callings callings(books, names);
  PLUMBLINE_CHECK(callings.readSites(database));
  PLUMBLINE_TRY(query, database.prepare(rowsSql));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return table;
    const PublicationInfo& publication = books.publications.find(query.integer(0));
    if (!publication.usable) continue;
    const std::string_view direction = query.text(5);
    if (direction != "in" && direction != "out") {
      ++table.m_refused;
      continue;
    }
    TotalText row;
    row.declarer = callings.declarer(publication.party);
    row.publisher = books.publications.parties()[static_cast<std::size_t>(publication.party)].id;
    row.whose = callings.whose(publication.party, query.text(14));
    row.partner = callings.partyOf(query.text(4));
    row.out = direction == "out";
    row.basis = query.text(13);
    row.start = Timestamp::milliseconds(query.integer(6));
    row.end = Timestamp::milliseconds(query.integer(7));
    row.material = mainName(names.material, query.text(8));
    row.code = mainName(names.code, query.text(9));
    row.operation = query.text(10);
    row.site = query.text(14);
    row.micro = query.integer(11);
    row.unit = query.text(12);
    row.id = query.text(3);
    row.rowid = query.integer(2);
    row.source = query.integer(1);
    row.isSigned = !publication.isUnsigned;
    table.add(row);
  }
}

}  // namespace plumbline
