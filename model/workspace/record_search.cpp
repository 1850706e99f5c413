// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/record_search.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "model/workspace/search_text.h"

namespace plumbline {
namespace {

constexpr std::int64_t rowsAtOnce = 20'000;
constexpr std::size_t mostBytes = std::size_t{1} << 28;  // of numbers: about eight million records
constexpr char separator = '\n';  // behind each number; searchText() makes none
constexpr std::size_t mostParties = 1000;
constexpr std::size_t rowsBetweenLooks = 4096;  // whether somebody cancelled

/// Loads first: most of what people look for is one.
constexpr auto tablesInOrder = std::to_array<Table>({
    Table::Shipments, Table::Receipts,  Table::Hauls,  Table::Intakes,
    Table::Jobs,      Table::Flows,     Table::Stocks, Table::Instruments,
    Table::Sites,     Table::Materials, Table::Claims, Table::Totals,
    Table::Fixes});
static_assert(tablesInOrder.size() == tableCount);

/// What tells a record from others; of sites and materials also what they are called.
constexpr std::string_view numberFields[] = {
    "id", "document_no", "ticket", "container_no", "calibration_id", "code", "name", "device"};
constexpr std::string_view partyFields[] = {"consignee",    "final_destination", "carrier",
                                            "consignor",    "receiver",          "source",
                                            "counterparty", "from_site",         "to_site"};
constexpr std::string_view plateFields[] = {"vehicle"};

template <class Names>
std::vector<std::size_t> fieldsAmong(Table table, const Names& names) {
  std::vector<std::size_t> out;
  const auto fields = tableInfo(table).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (std::find(std::begin(names), std::end(names), fields[i].name) != std::end(names))
      out.push_back(i);
  }
  return out;
}

/// The numbers of the records of one table, one behind the other.
struct TableTexts {
  Table table = Table::Shipments;
  std::vector<std::size_t> numbers;  // fields
  std::vector<std::size_t> parties;
  std::vector<std::size_t> plates;
  std::string text;
  std::vector<std::uint32_t> starts;  // of each record
  std::vector<std::int64_t> rowids;
  std::int64_t lastRowid = 0;
  bool complete = false;

  [[nodiscard]] std::string_view of(std::size_t record) const {
    const std::size_t end = record + 1 < starts.size() ? starts[record + 1] : text.size();
    return std::string_view(text).substr(starts[record], end - starts[record]);
  }
};

struct NameUse {
  Table table;
  std::size_t field;
  std::int64_t rows = 0;
};

struct KnownName {
  SoughtName kind;
  std::string name;
  std::string text;  // folded
  std::vector<NameUse> uses;

  [[nodiscard]] FoundName found() const {
    FoundName out{kind, name, uses.front().table, uses.front().field, 0};
    std::int64_t most = 0;
    for (const NameUse& use : uses) {
      out.rows += use.rows;
      if (use.rows <= most) continue;
      most = use.rows;
      out.table = use.table;
      out.field = use.field;
    }
    return out;
  }
};

/// How well a text fits: it is the words, begins with them, has them.
enum class Fit : std::uint8_t { Same, Begins, Has };

Fit fitOf(std::string_view text, std::string_view words) {
  if (!text.starts_with(words)) return Fit::Has;
  return text.size() == words.size() ? Fit::Same : Fit::Begins;
}

/// The first few of each fit.
template <class Hit>
class BestHits {
 public:
  explicit BestHits(std::size_t most) : m_most(most) {}
  void add(Fit fit, Hit hit) {
    auto& hits = m_hits[static_cast<std::size_t>(fit)];
    if (hits.size() < m_most) hits.push_back(std::move(hit));
  }
  [[nodiscard]] std::vector<Hit> take() {
    std::vector<Hit> out;
    for (auto& hits : m_hits) {
      for (Hit& hit : hits) {
        if (out.size() < m_most) out.push_back(std::move(hit));
      }
    }
    return out;
  }

 private:
  std::size_t m_most;
  std::array<std::vector<Hit>, 3> m_hits;
};

struct RecordPlace {
  const TableTexts* texts;
  std::size_t record;
  std::size_t number;  // which of the table's numbers
};

/// The number of a record that fits best, and how well.
std::pair<Fit, std::size_t> bestNumber(std::string_view record, std::string_view words) {
  std::pair<Fit, std::size_t> best{Fit::Has, 0};
  bool any = false;
  for (std::size_t number = 0; !record.empty(); ++number) {
    const std::size_t end = record.find(separator);
    const std::string_view text = record.substr(0, end);
    record.remove_prefix(end + 1);
    if (text.find(words) == std::string_view::npos) continue;
    const Fit fit = fitOf(text, words);
    if (!any || fit < best.first) best = {fit, number};
    any = true;
  }
  return best;
}

struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
using NameNumbers = std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>>;

/// How many letters may be other ones: with more, everything is like everything.
int lettersApart(std::size_t size) {
  if (size < 4) return 0;
  return size < 8 ? 1 : 2;
}

}  // namespace

struct RecordSearch::State {
  std::filesystem::path workspace;
  RecordReader reader;
  std::vector<TableTexts> tables = {};
  std::vector<KnownName> names = {};
  std::array<NameNumbers, 2> numbers = {};  // of names, by kind
  std::size_t bytes = 0;
  std::int64_t searched = 0;
  std::int64_t rows = 0;

  /// Where somebody wrote to the workspace its file is another one now; then it is opened again,
  /// once.
  template <class Question>
  auto ask(Question question) -> decltype(question(reader)) {
    auto answer = question(reader);
    if (answer || answer.error().code != ErrorCode::Store) return answer;
    auto again = RecordReader::open(workspace);
    if (!again) return answer;
    reader = std::move(*again);
    return question(reader);
  }

  Result<void> begin() {
    for (const Table table : tablesInOrder) {
      TableTexts texts;
      texts.table = table;
      texts.numbers = fieldsAmong(table, numberFields);
      texts.parties = fieldsAmong(table, partyFields);
      texts.plates = fieldsAmong(table, plateFields);
      StoredQuery query;
      query.table = table;
      PLUMBLINE_TRY(count, ask([&](RecordReader& from) { return from.count(query); }));
      rows += count;
      if (count > 0) tables.push_back(std::move(texts));
    }
    return {};
  }

  void addName(SoughtName kind, std::string_view name, Table table, std::size_t field) {
    if (name.empty()) return;
    NameNumbers& known = numbers[static_cast<std::size_t>(kind)];
    auto entry = known.find(name);
    if (entry == known.end()) {
      entry = known.emplace(std::string(name), names.size()).first;
      names.push_back({kind, std::string(name), searchText(name), {}});
      constexpr std::size_t around = 256;  // what a name takes besides its two texts
      bytes += 2 * name.size() + around;
    }
    for (NameUse& use : names[entry->second].uses) {
      if (use.table == table && use.field == field) return static_cast<void>(++use.rows);
    }
    names[entry->second].uses.push_back({table, field, 1});
  }

  void addRow(TableTexts& to, const Query& query) {
    to.lastRowid = query.integer(0);
    to.rowids.push_back(to.lastRowid);
    to.starts.push_back(static_cast<std::uint32_t>(to.text.size()));
    const std::size_t before = to.text.size();
    int column = 1;
    for (std::size_t i = 0; i < to.numbers.size(); ++i) {
      to.text += searchText(query.text(column++));
      to.text += separator;
    }
    bytes += to.text.size() - before;
    for (const std::size_t field : to.parties)
      addName(SoughtName::Party, query.text(column++), to.table, field);
    for (const std::size_t field : to.plates)
      addName(SoughtName::Plate, query.text(column++), to.table, field);
    ++searched;
  }

  [[nodiscard]] static std::string sqlOf(const TableTexts& texts) {
    const TableInfo& info = tableInfo(texts.table);
    std::string sql = "SELECT rowid";
    for (const auto* fields : {&texts.numbers, &texts.parties, &texts.plates}) {
      for (const std::size_t field : *fields) sql += ", " + std::string(info.fields[field].column);
    }
    return sql + " FROM " + std::string(info.name) + " WHERE rowid > ? ORDER BY rowid LIMIT ?";
  }

  Result<bool> readInto(TableTexts& to, const RecordReader& from) {
    PLUMBLINE_TRY(reading, OneReading::begin(from.database()));
    PLUMBLINE_TRY(query, from.database().prepare(sqlOf(to)));
    query.bind(1, to.lastRowid).bind(2, rowsAtOnce);
    std::int64_t read = 0;
    for (; bytes < mostBytes; ++read) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) break;
      addRow(to, query);
    }
    to.complete = read < rowsAtOnce;
    return !to.complete;
  }

  Result<void> lookThrough(const TableTexts& in, std::string_view words,
                           BestHits<RecordPlace>& best, std::int64_t& count,
                           const Progress& progress) const {
    const std::string_view text = in.text;
    std::size_t record = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at)) {
      while (record + 1 < in.starts.size() && in.starts[record + 1] <= at) ++record;
      const auto [fit, number] = bestNumber(in.of(record), words);
      best.add(fit, {&in, record, number});
      if (++count % rowsBetweenLooks == 0 && progress.cancelled())
        return Progress::cancelledError();
      if (++record == in.starts.size()) break;
      at = in.starts[record];
    }
    return {};
  }

  Result<void> fill(std::vector<FoundRecord>& out, const std::vector<RecordPlace>& places) {
    for (const RecordPlace& place : places) {
      StoredQuery query;
      query.table = place.texts->table;
      query.onlyRowids = {place.texts->rowids[place.record]};
      PLUMBLINE_TRY(page, ask([&](RecordReader& from) { return from.page(query, 0, 1); }));
      if (!page.empty())
        out.push_back({query.table, place.texts->numbers[place.number], std::move(page.front())});
    }
    return {};
  }

  /// As it is written in the record.
  Result<std::string> nearestNumber(const RecordPlace& place, const NearMatcher& matcher) {
    std::vector<FoundRecord> record;
    PLUMBLINE_CHECK(fill(record, {place}));
    std::string nearest;
    int apart = static_cast<int>(NearMatcher::mostBytes) + 1;
    for (const std::size_t field :
         record.empty() ? std::vector<std::size_t>() : place.texts->numbers) {
      const auto* number = std::get_if<std::string>(&record.front().row.values[field]);
      const int distance = number == nullptr ? apart : matcher.distanceIn(searchText(*number));
      if (distance >= apart) continue;
      apart = distance;
      nearest = *number;
    }
    return nearest;
  }

  void findNames(FoundInRecords& found, std::string_view words, std::size_t most) const {
    BestHits<const KnownName*> parties(mostParties);
    BestHits<const KnownName*> plates(most);
    for (const KnownName& name : names) {
      if (name.text.find(words) == std::string::npos) continue;
      const bool party = name.kind == SoughtName::Party;
      ++(party ? found.parties : found.plates);
      (party ? parties : plates).add(fitOf(name.text, words), &name);
    }
    for (const KnownName* name : parties.take()) found.firstParties.push_back(name->found());
    for (const KnownName* name : plates.take()) found.firstPlates.push_back(name->found());
  }
};

RecordSearch::RecordSearch(std::unique_ptr<State> state) : m_state(std::move(state)) {}
RecordSearch::RecordSearch(RecordSearch&&) noexcept = default;
RecordSearch& RecordSearch::operator=(RecordSearch&&) noexcept = default;
RecordSearch::~RecordSearch() = default;

Result<RecordSearch> RecordSearch::open(const std::filesystem::path& workspace) {
  PLUMBLINE_TRY(reader, RecordReader::open(workspace));
  auto state = std::make_unique<State>(State{workspace, std::move(reader)});
  PLUMBLINE_CHECK(state->begin());
  return RecordSearch(std::move(state));
}

Result<bool> RecordSearch::readMore() {
  for (TableTexts& texts : m_state->tables) {
    if (texts.complete || m_state->bytes >= mostBytes) continue;
    PLUMBLINE_TRY(more,
                  m_state->ask([&](RecordReader& from) { return m_state->readInto(texts, from); }));
    if (more) return true;
    return std::any_of(m_state->tables.begin(), m_state->tables.end(),
                       [](const TableTexts& other) { return !other.complete; });
  }
  return false;
}

std::int64_t RecordSearch::searched() const {
  return m_state->searched;
}

std::int64_t RecordSearch::rows() const {
  return m_state->rows;
}

Result<FoundInRecords> RecordSearch::find(std::string_view words, std::size_t most,
                                          const Progress& progress) const {
  FoundInRecords found;
  found.searched = m_state->searched;
  found.rows = m_state->rows;
  const std::string wanted = searchText(words);
  if (wanted.empty()) return found;
  BestHits<RecordPlace> best(most);
  for (const TableTexts& texts : m_state->tables) {
    if (progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_CHECK(m_state->lookThrough(texts, wanted, best, found.records, progress));
  }
  m_state->findNames(found, wanted, most);
  PLUMBLINE_CHECK(m_state->fill(found.firstRecords, best.take()));
  return found;
}

std::optional<FoundName> RecordSearch::name(SoughtName kind, std::string_view name) const {
  const NameNumbers& known = m_state->numbers[static_cast<std::size_t>(kind)];
  const auto entry = known.find(name);
  if (entry == known.end()) return std::nullopt;
  return m_state->names[entry->second].found();
}

Result<std::string> RecordSearch::nearest(std::string_view words, const Progress& progress) const {
  const std::string wanted = searchText(words);
  int apart = lettersApart(wanted.size()) + 1;
  std::string nearest;
  if (apart == 1 || wanted.size() > NearMatcher::mostBytes) return nearest;
  const NearMatcher matcher(wanted);
  const auto look = [&](std::string_view text, std::string_view shown) {
    if (text.size() + 2 < wanted.size()) return;
    const int distance = matcher.distanceIn(text);
    if (distance >= apart) return;
    apart = distance;
    nearest = shown;
  };
  for (const KnownName& name : m_state->names) look(name.text, name.name);
  std::optional<RecordPlace> place;
  for (const TableTexts& texts : m_state->tables) {
    for (std::size_t record = 0; record < texts.starts.size(); ++record) {
      if (record % rowsBetweenLooks == 0 && progress.cancelled()) return Progress::cancelledError();
      const int before = apart;
      look(texts.of(record), {});
      if (apart != before) place = RecordPlace{&texts, record, 0};
    }
  }
  return place ? m_state->nearestNumber(*place, matcher) : nearest;
}

}  // namespace plumbline
