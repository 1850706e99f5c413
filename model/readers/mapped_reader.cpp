// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/mapped_reader.h"

#include <algorithm>

#include "model/mapping/headings.h"
#include "model/mapping/row_shape.h"
#include "model/readers/grouped_records.h"
#include "model/readers/repeated_rows.h"
#include "model/readers/reader_list.h"

namespace plumbline {
namespace {

constexpr std::size_t maxPartyBytes = 64;
constexpr std::size_t maxRawBytes = 4096;

constexpr FieldUse fields[] = {
    {"any column", "the field that the mapping names"},
    {"a column of units", "the unit of each row's masses"},
};

/// 0 also where there is no such sheet: reading it says so.
std::size_t sheetIndex(const RawTable& table, const FileShape& shape) {
  const std::vector<std::string> names = table.sheetNames();
  const auto named = std::find(names.begin(), names.end(), shape.sheet);
  return named == names.end() ? 0 : static_cast<std::size_t>(named - names.begin());
}

std::string rawText(const RawRow& row, char delimiter) {
  std::string raw;
  for (const RawCell& cell : row.cells) {
    if (!raw.empty() || &cell != row.cells.data()) raw += delimiter;
    raw += cell.text;
    if (raw.size() > maxRawBytes) break;
  }
  return raw;
}

/// A row without an id is named by its file and its number, and by its sheet where that is not the first.
/// 64 bits of the digest: who wants a file to knock out rows of another's has to try 2^64.
std::string rowMark(const Hash& file, std::size_t sheet) {
  constexpr std::size_t digits = 16;
  const std::string mark = "@" + file.hex().substr(0, digits);
  return sheet == 0 ? mark : mark + "." + std::to_string(sheet + 1);
}

/// The headings of a data row that comes before any headings: as many empty ones as it has cells.
std::vector<std::string> headingsOf(const RawRow& row, bool areHeadings) {
  std::vector<std::string> out;
  for (const RawCell& cell : row.cells) {
    out.push_back(areHeadings ? std::string(cell.text) : std::string());
  }
  return out;
}

/// Fields that hold how much a record is about, and the unit of those that have none of their own.
std::string_view amountOf(const std::vector<FieldText>& record, std::string_view& unit) {
  std::string_view amount;
  unit = "kg";
  for (const FieldText& each : record) {
    if (each.field == "quantity" || each.field == "net_kg" || each.field == "mass_kg") {
      amount = each.text;
    }
    if (each.field == unitField) unit = each.text;
  }
  return amount;
}

class MappedRows {
 public:
  MappedRows(const UsedMapping& used, RecordSink& sink, bool date1904, std::string mark)
      : m_used(used), m_sink(sink), m_date1904(date1904), m_mark(std::move(mark)) {}

  Result<void> take(const RawRow& row) {
    if (!m_mapper && row.number >= m_used.mapping.headingRow && !row.isBlank()) {
      const bool areHeadings = m_used.mapping.headingRow > 0;
      if (areHeadings && row.number > m_used.mapping.headingRow) return noHeadings();
      PLUMBLINE_CHECK(begin(headingsOf(row, areHeadings)));
      if (areHeadings) return {};
    }
    if (!m_mapper || row.isBlank()) return {};
    if (auto whole = m_shape->check(row); !whole) return setAside(std::move(whole).error(), row);
    return m_shape->each(row, [this](const ShapedRow& each) { return addRow(each); });
  }

  Result<UsedMapping> finish() {
    if (!m_mapper) return noHeadings();
    if (m_mapper->hasPartyColumn()) PLUMBLINE_CHECK(m_groups.finish(ownerOf(m_used.mapping.party)));
    m_repeated.addTo(m_counts);
    m_sink.tellCounts(m_counts);
    return m_mapper->used();
  }

 private:
  Error noHeadings() const {
    return {ErrorCode::Malformed,
            "the file has no headings where the mapping says",
            {.row = m_used.mapping.headingRow}};
  }

  Result<void> begin(const std::vector<std::string>& headings) {
    PLUMBLINE_TRY(shape, RowShape::create(m_used.mapping, headings));
    PLUMBLINE_TRY(mapper, RowMapper::create(m_used.mapping, shape.headings(), m_date1904,
                                            m_used.zones));
    m_shape.emplace(std::move(shape));
    m_mapper.emplace(std::move(mapper));
    m_mapper->markRows(m_mark);
    return {};
  }

  [[nodiscard]] char between() const { return m_used.mapping.delimiter.value_or('|'); }

  /// Errors about the row go into the quarantine; any other ends the reading.
  Result<void> setAside(Error error, const RawRow& row) {
    const auto aside = quarantinedRow(m_used.mapping.table, error, rawText(row, between()));
    if (!aside) return error;
    return m_sink.quarantine(*aside);
  }

  Result<void> addRow(const ShapedRow& shaped) {
    if (shaped.fate == ShapedRow::Fate::LeftOut) ++m_counts.leftOut;
    if (shaped.fate == ShapedRow::Fate::Empty) ++m_counts.emptyCells;
    if (shaped.fate != ShapedRow::Fate::Kept) return {};
    const RawRow& row = *shaped.row;
    const auto key = m_shape->keyOf(shaped);
    const std::optional<std::int64_t> first = key ? m_repeated.find(*key) : std::nullopt;
    if (first) return addRepeated(shaped, *first);
    auto mapped = m_mapper->apply(row, m_fields, shaped.part);
    auto party = m_mapper->hasPartyColumn() ? m_mapper->partyOf(row) : std::string();
    if (mapped && !party) mapped = std::move(party).error();
    if (!mapped) return addUnread(shaped, key, std::move(mapped).error());
    PLUMBLINE_TRY(went, m_mapper->hasPartyColumn() ? group(*party, row) : add(shaped));
    if (!went || !key) return {};
    std::string_view unit;
    const std::string_view amount = amountOf(m_fields, unit);
    return m_repeated.add(*key, row.number, amount, unit);
  }

  Result<void> addUnread(const ShapedRow& shaped, const std::optional<Hash>& key, Error error) {
    const auto first = key ? m_repeated.findUnread(*key, shaped.row->number) : std::nullopt;
    if (first) return addRepeated(shaped, *first);
    return setAside(named(std::move(error), shaped), *shaped.row);
  }

  /// What stands in the made column of values stands in the file's own column.
  [[nodiscard]] Error named(Error error, const ShapedRow& shaped) const {
    const auto& unfold = m_used.mapping.unfold;
    if (unfold && error.where.column == unfold->value) error.where.column = shaped.heading;
    return error;
  }

  Result<void> addRepeated(const ShapedRow& shaped, std::int64_t first) {
    if (m_mapper->applyAside(*shaped.row, m_fields, shaped.part)) {
      std::string_view unit;
      const std::string_view amount = amountOf(m_fields, unit);
      m_repeated.addRepeated(amount, unit);
    }
    ++m_counts.repeated;
    Error error{ErrorCode::Duplicate,
                "the row repeats another one",
                {.row = shaped.row->number},
                "\"" + m_shape->keyText(shaped) + "\"",
                Message("each row once; row %1 is the same", first)};
    if (shaped.part > 0) error.where.column = shaped.heading;
    return setAside(std::move(error), *shaped.row);
  }

  /// False where the record is refused, and in the quarantine.
  Result<bool> add(const ShapedRow& shaped) {
    m_named.clear();
    for (const FieldText& each : m_fields) m_named.push_back({each.field, each.text});
    auto added = m_sink.add(m_used.mapping.table, m_named, {.row = shaped.row->number});
    if (!added) {
      PLUMBLINE_CHECK(setAside(named(std::move(added).error(), shaped), *shaped.row));
      return false;
    }
    for (const RowRemark& each : m_mapper->remarks()) {
      count(each);
      PLUMBLINE_CHECK(addRemark(m_sink, remarkOf(each)));
    }
    return true;
  }

  [[nodiscard]] RecordOwner ownerOf(const std::string& party) const {
    return {party.empty() ? "table" : party, m_used.mapping.role, party.empty() ? "table" : party};
  }

  /// The rows of a party are one publication, however they lie in the file.
  Result<bool> group(const std::string& party, const RawRow& row) {
    RecordText record{m_used.mapping.table, {}, {.row = row.number}};
    record.raw = rawText(row, between());
    for (const FieldText& each : m_fields) record.set(each.field, each.text);
    PLUMBLINE_CHECK(m_groups.add(ownerOf(party), std::move(record)));
    for (const RowRemark& each : m_mapper->remarks()) {
      count(each);
      m_groups.remark(ownerOf(party), remarkOf(each));
    }
    return true;
  }

  void count(const RowRemark& remark) {
    ++(remark.kind == periodRemark ? m_counts.periods : m_counts.unread);
  }

  /// Records are named by their first field of that type: the id, or the code of a material.
  [[nodiscard]] Remark remarkOf(const RowRemark& remark) const {
    const std::string_view key = tableInfo(m_used.mapping.table).fields.front().name;
    const auto named = std::find_if(m_fields.begin(), m_fields.end(),
                                    [key](const FieldText& each) { return each.field == key; });
    return {m_used.mapping.table, named != m_fields.end() ? named->text : std::string(), remark.kind,
            remark.text};
  }

  const UsedMapping& m_used;
  RecordSink& m_sink;
  GroupedRecords m_groups{m_sink};
  bool m_date1904;
  std::string m_mark;
  std::optional<RowShape> m_shape;
  std::optional<RowMapper> m_mapper;
  RepeatedRows m_repeated;
  ReadCounts m_counts;
  std::vector<FieldText> m_fields;
  std::vector<NamedText> m_named;
};

bool recognises(const ReadInput& input) {
  std::string_view text = input.headText();
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string_view line = trimmed(text.substr(0, text.find('\n')));
  std::vector<std::string> headings;
  for (std::size_t at = 0; at <= line.size() && headings.size() <= maxRawCells;) {
    const std::size_t end = std::min(line.find(',', at), line.size());
    headings.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return std::any_of(allTables().begin(), allTables().end(), [&headings](const TableInfo& info) {
    const auto needed = [&headings](const Field& field) {
      return !field.required || field.name == "id" || field.name == "line" ||
             std::find(headings.begin(), headings.end(), field.name) != headings.end();
    };
    return isOwnTable(headings, info.table) &&
           std::all_of(info.fields.begin(), info.fields.end(), needed);
  });
}

/// "the unit of Netto, the time zone of Datum".
std::string wordsOf(const std::vector<Question>& questions, const TableProfile& profile) {
  std::string out;
  for (const Question& each : questions) {
    if (!out.empty()) out += ", ";
    out += std::string(toText(each.kind));
    if (each.column > 0) {
      out += " of " + profile.columns[static_cast<std::size_t>(each.column) - 1].heading;
    } else if (!each.field.empty()) {
      out += " " + each.field;
    }
  }
  return out;
}

Result<UsedMapping> proposed(const ReadInput& input, const Progress& progress) {
  PLUMBLINE_TRY(survey, surveyTable(input, {}, progress));
  const Proposal proposal = propose(survey.profile, survey.shape, partyOfFile(input.name));
  std::vector<Question> questions = openQuestions(proposal.mapping, survey.profile);
  if (!proposal.tableIsClear) questions.insert(questions.begin(), {QuestionKind::Table});
  if (!questions.empty()) {
    return Error{ErrorCode::Usage,
                 "the table leaves questions open that a mapping has to answer",
                 {},
                 wordsOf(questions, survey.profile)};
  }
  return UsedMapping{proposal.mapping};
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  PLUMBLINE_TRY(mapping,
                input.details ? UsedMapping::fromJson(*input.details) : proposed(input, progress));
  PLUMBLINE_TRY(used, readMapped(input, mapping, sink, progress));
  sink.keepDetails(used.toJson());
  return {};
}

}  // namespace

Reader mappedTableReader() {
  return {mappedTableId, "any table (CSV, TSV, XLSX, ODS), by a mapping",
          fields,        "columns that the mapping does not read; the file itself is kept",
          recognises,    read};
}

std::string partyOfFile(std::string_view name) {
  name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
  name = name.substr(0, name.rfind('.'));
  std::string party;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || plain) {
      party += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!party.empty() && party.back() != '-') {
      party += '-';
    }
    if (party.size() == maxPartyBytes) break;
  }
  while (!party.empty() && party.back() == '-') party.pop_back();
  return party.empty() ? "table" : party;
}

Result<UsedMapping> readMapped(const ReadInput& input, const UsedMapping& mapping, RecordSink& sink,
                               const Progress& progress) {
  PLUMBLINE_TRY(table, RawTable::open(input, progress));
  UnsignedPublication publication;
  publication.party = mapping.mapping.party;
  publication.role = mapping.mapping.role;
  publication.name = mapping.mapping.party;
  // With a column for the party each of them is described once it is known.
  if (mapping.mapping.ruleOf(partyField) == nullptr) PLUMBLINE_CHECK(sink.describe(publication));
  const FileShape shape{mapping.mapping.delimiter, mapping.mapping.encoding, mapping.mapping.sheet,
                        mapping.mapping.headingRow};
  MappedRows rows(mapping, sink, table.date1904(), rowMark(input.sha256, sheetIndex(table, shape)));
  const auto take = [&rows](const RawRow& row) -> Result<bool> {
    PLUMBLINE_CHECK(rows.take(row));
    return true;
  };
  PLUMBLINE_TRY(notes, table.read(shape, take, progress));
  static_cast<void>(notes);
  return rows.finish();
}

}  // namespace plumbline
