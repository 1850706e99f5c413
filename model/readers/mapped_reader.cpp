// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/mapped_reader.h"

#include <algorithm>

#include "model/mapping/headings.h"
#include "model/readers/grouped_records.h"
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

class MappedRows {
 public:
  MappedRows(const UsedMapping& used, RecordSink& sink, bool date1904, std::string mark)
      : m_used(used), m_sink(sink), m_date1904(date1904), m_mark(std::move(mark)) {}

  Result<void> take(const RawRow& row) {
    if (!m_mapper && row.number >= m_used.mapping.headingRow && !row.isBlank()) {
      const bool areHeadings = m_used.mapping.headingRow > 0;
      if (areHeadings && row.number > m_used.mapping.headingRow) return noHeadings();
      PLUMBLINE_TRY(mapper, RowMapper::create(m_used.mapping, headingsOf(row, areHeadings),
                                              m_date1904, m_used.zones));
      m_mapper.emplace(std::move(mapper));
      m_mapper->markRows(m_mark);
      if (areHeadings) return {};
    }
    if (!m_mapper || row.isBlank()) return {};
    return addRow(row);
  }

  Result<UsedMapping> finish() {
    if (!m_mapper) return noHeadings();
    if (m_mapper->hasPartyColumn()) PLUMBLINE_CHECK(m_groups.finish(ownerOf(m_used.mapping.party)));
    return m_mapper->used();
  }

 private:
  Error noHeadings() const {
    return {ErrorCode::Malformed,
            "the file has no headings where the mapping says",
            {.row = m_used.mapping.headingRow}};
  }

  Result<void> addRow(const RawRow& row) {
    const Table table = m_used.mapping.table;
    auto mapped = m_mapper->apply(row, m_fields);
    if (mapped && m_mapper->hasPartyColumn()) {
      mapped = group(row);
    } else if (mapped) {
      m_named.clear();
      for (const FieldText& each : m_fields) m_named.push_back({each.field, each.text});
      mapped = m_sink.add(table, m_named, {.row = row.number});
    }
    if (mapped) return {};
    const auto aside =
        quarantinedRow(table, mapped.error(), rawText(row, m_used.mapping.delimiter.value_or('|')));
    if (!aside) return std::move(mapped).error();
    return m_sink.quarantine(*aside);
  }

  [[nodiscard]] RecordOwner ownerOf(const std::string& party) const {
    return {party.empty() ? "table" : party, m_used.mapping.role, party.empty() ? "table" : party};
  }

  /// The rows of a party are one publication, however they lie in the file.
  Result<void> group(const RawRow& row) {
    PLUMBLINE_TRY(party, m_mapper->partyOf(row));
    RecordText record{m_used.mapping.table, {}, {.row = row.number}};
    record.raw = rawText(row, m_used.mapping.delimiter.value_or('|'));
    for (const FieldText& each : m_fields) record.set(each.field, each.text);
    return m_groups.add(ownerOf(party), std::move(record));
  }

  const UsedMapping& m_used;
  RecordSink& m_sink;
  GroupedRecords m_groups{m_sink};
  bool m_date1904;
  std::string m_mark;
  std::optional<RowMapper> m_mapper;
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
