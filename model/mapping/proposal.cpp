// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/proposal.h"

#include <algorithm>

#include "model/mapping/headings.h"

namespace plumbline {
namespace {

bool isNumeric(FieldType type) {
  return type == FieldType::Mass || type == FieldType::Money || type == FieldType::Integer ||
         type == FieldType::Micro;
}

bool takesUnit(const Field& field) {
  return field.type == FieldType::Mass || field.name == "volume_m3" || field.name == "quantity";
}

/// False where a column's values are of quite another kind than its heading says.
bool couldBe(const Field& field, const ColumnProfile& column) {
  if (column.filled == 0) return true;
  if (field.type == FieldType::Time) return column.dates.dates > 0 || column.dates.periods > 0;
  return !isNumeric(field.type) || column.numbers.numbers + column.ownNumbers > 0;
}

/// Where the files of a language come from, when it is spoken in one time zone only.
std::string zoneOfLanguage(std::string_view language) {
  static constexpr std::pair<std::string_view, std::string_view> zones[] = {
      {"de", "Europe/Berlin"},    {"fr", "Europe/Paris"},  {"it", "Europe/Rome"},
      {"nl", "Europe/Amsterdam"}, {"pl", "Europe/Warsaw"}, {"sv", "Europe/Stockholm"},
      {"da", "Europe/Copenhagen"}};
  for (const auto& [name, zone] : zones) {
    if (name == language) return std::string(zone);
  }
  return {};
}

/// Of values that are all periods: what each of them can be.
std::optional<DateOrder> periodOrderOf(const DateEvidence& dates) {
  using enum DateOrder;
  const std::pair<std::int64_t, DateOrder> counts[] = {
      {dates.years, Year}, {dates.quarters, Quarter}, {dates.months, Month}};
  const auto all = [&dates](const auto& each) { return each.first == dates.periods; };
  const auto fitting = std::count_if(std::begin(counts), std::end(counts), all);
  if (fitting > 1) return std::nullopt;  // "3 2008": a month or a quarter
  return fitting == 1 ? std::find_if(std::begin(counts), std::end(counts), all)->second : Period;
}

std::optional<DateOrder> orderOf(const DateEvidence& dates, std::int64_t filled) {
  using enum DateOrder;
  // A year is a day of 1905 to a spreadsheet; nobody means that.
  if (dates.periods > 0 && dates.periods == filled) return periodOrderOf(dates);
  const std::pair<std::int64_t, DateOrder> counts[] = {
      {dates.yearFirst, YearFirst},     {dates.dayFirst, DayFirst},
      {dates.monthFirst, MonthFirst},   {dates.serial, Serial},
      {dates.unixSeconds, UnixSeconds}, {dates.unixMilliseconds, UnixMilliseconds}};
  const auto best =
      std::max_element(std::begin(counts), std::end(counts),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto same = std::count_if(std::begin(counts), std::end(counts),
                                  [&](const auto& each) { return each.first == best->first; });
  if (best->first == 0 || same > 1) return std::nullopt;
  return best->second;
}

/// The unit that all of a column's values name.
std::optional<Unit> unitOfValues(const ColumnProfile& column) {
  if (column.units.size() != 1 || column.units.begin()->second != column.filled)
    return std::nullopt;
  return unitFromText(column.units.begin()->first);
}

bool everyValueNamesAUnit(const ColumnProfile& column) {
  std::int64_t named = 0;
  for (const auto& [text, count] : column.units) {
    if (unitFromText(text)) named += count;
  }
  return column.filled > 0 && named == column.filled;
}

std::vector<std::string> headingsOf(const TableProfile& profile) {
  std::vector<std::string> headings;
  for (const ColumnProfile& column : profile.columns) headings.push_back(column.heading);
  return headings;
}

std::optional<Table> bestTable(const std::vector<std::string>& headings, bool& clear) {
  std::optional<Table> best;
  int most = 0;
  for (const TableInfo& info : allTables()) {
    const int fit = fitOf(headings, info.table);
    clear = fit == most ? false : fit > most ? true : clear;
    if (fit > most) {
      most = fit;
      best = info.table;
    }
  }
  return best;
}

std::optional<DecimalMark> decimalOf(const NumberEvidence& numbers) {
  if (numbers.comma > 0 && numbers.point > 0) return std::nullopt;
  if (numbers.comma > 0) return DecimalMark::Comma;
  if (numbers.point > 0 || numbers.differing == 0) return DecimalMark::Point;
  return std::nullopt;
}

/// What all columns that become numbers say together.
NumberEvidence numbersOf(const Mapping& mapping, const TableProfile& profile) {
  NumberEvidence numbers;
  for (const ColumnRule& rule : mapping.columns) {
    const Field* field = fieldOf(mapping.table, rule.field);
    if (field == nullptr || !isNumeric(field->type)) continue;
    if (const ColumnProfile* column = profileOf(rule, profile)) numbers += column->numbers;
  }
  return numbers;
}

/// Languages of the headings that were recognised; the most frequent one.
std::string languageOf(const std::vector<HeadingMeaning>& meanings) {
  std::map<std::string, int> often;
  for (const HeadingMeaning& each : meanings) {
    if (!each.language.empty()) ++often[each.language];
  }
  const auto best = std::max_element(
      often.begin(), often.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best != often.end() ? best->first : std::string();
}

void addRules(const TableProfile& profile, Mapping& mapping) {
  struct Candidate {
    std::int64_t column;
    HeadingMeaning meaning;
  };
  std::vector<Candidate> candidates;
  std::vector<HeadingMeaning> meanings;
  for (std::size_t i = 0; i < profile.columns.size(); ++i) {
    const ColumnProfile& column = profile.columns[i];
    const auto meaning = meaningOf(column.heading, mapping.table);
    if (!meaning) continue;
    const Field* field = fieldOf(mapping.table, meaning->field);
    if (field != nullptr && !couldBe(*field, column)) continue;
    candidates.push_back({static_cast<std::int64_t>(i) + 1, *meaning});
    meanings.push_back(*meaning);
  }
  // "Received" before "Date"; otherwise the first column of its kind.
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return !a.meaning.general && b.meaning.general;
  });
  const std::string zone = zoneOfLanguage(languageOf(meanings));
  for (const Candidate& each : candidates) {
    if (mapping.ruleOf(each.meaning.field) != nullptr) continue;
    mapping.columns.push_back(
        proposeRule(profile, each.column, mapping.table, each.meaning.field, zone));
  }
  std::sort(mapping.columns.begin(), mapping.columns.end(),
            [](const ColumnRule& a, const ColumnRule& b) { return a.column < b.column; });
}

/// Of the words that say nothing, those that stand in a column that is read.
void addEmptyWords(const TableProfile& profile, Mapping& mapping) {
  for (const ColumnRule& rule : mapping.columns) {
    for (const std::string& word : profileOf(rule, profile)->emptyWords) {
      auto& words = mapping.emptyWords;
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
  }
  std::sort(mapping.emptyWords.begin(), mapping.emptyWords.end());
}

/// The letters of US manifests, where one of them occurs that is no other unit's: a "T" alone may be
/// a tonne.
void addUnitLetters(const TableProfile& profile, Mapping& mapping) {
  static const std::map<std::string, std::string> letters = {
      {"G", "US gal"}, {"K", "kg"}, {"L", "L"},         {"M", "t"},
      {"N", "m3"},     {"P", "lb"}, {"T", "short ton"}, {"Y", "yd3"}};
  for (ColumnRule& rule : mapping.columns) {
    if (rule.field != unitField) continue;
    const ColumnProfile& column = *profileOf(rule, profile);
    bool own = false;
    std::int64_t known = 0;
    for (const auto& [letter, count] : column.letters) {
      if (letters.contains(std::string(1, letter))) known += count;
      own = own || std::string_view("MNPY").find(letter) != std::string_view::npos;
    }
    if (own && column.filled > 0 && known == column.filled) rule.codes = letters;
  }
}

void askAboutColumn(const Mapping& mapping, const ColumnRule& rule, const ColumnProfile& column,
                    std::vector<Question>& out) {
  const Field* field = fieldOf(mapping.table, rule.field);
  if (field == nullptr) return;
  const auto ask = [&](QuestionKind kind) {
    out.push_back({kind, rule.field, rule.column, column.firstValue});
  };
  if (field->type == FieldType::Time && column.filled > 0) {
    if (!rule.order) ask(QuestionKind::DateOrder);
    const bool needsZone = column.dates.timed > column.dates.zoned;
    if (needsZone && rule.zone.empty()) ask(QuestionKind::Zone);
  }
  if (!takesUnit(*field)) return;
  const bool named = everyValueNamesAUnit(column) || mapping.ruleOf(unitField) != nullptr;
  if (!rule.unit && !named) ask(QuestionKind::Unit);
  const bool volume = rule.unit && isVolume(*rule.unit) && field->type == FieldType::Mass;
  if (volume && !rule.density) ask(QuestionKind::Density);
}

bool isMade(const Field& field) {
  return field.name == "id" || field.name == "line";  // from the row's number
}

}  // namespace

const ColumnProfile* profileOf(const ColumnRule& rule, const TableProfile& profile) {
  const auto& columns = profile.columns;
  const auto at = static_cast<std::size_t>(rule.column);
  if (at >= 1 && at <= columns.size()) return &columns[at - 1];
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&rule](const ColumnProfile& column) {
        return !rule.heading.empty() && column.heading == rule.heading;
      });
  return found != columns.end() ? &*found : nullptr;
}

std::vector<Table> fittingTables(const TableProfile& profile) {
  const std::vector<std::string> headings = headingsOf(profile);
  std::vector<Table> tables;
  int most = 1;
  for (const TableInfo& info : allTables()) {
    const int fit = fitOf(headings, info.table);
    if (fit < most) continue;
    if (fit > most) tables.clear();
    most = fit;
    tables.push_back(info.table);
  }
  return tables;
}

std::string_view toText(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Table:
      return "table";
    case QuestionKind::Decimals:
      return "decimals";
    case QuestionKind::Unit:
      return "unit";
    case QuestionKind::Density:
      return "density";
    case QuestionKind::DateOrder:
      return "date order";
    case QuestionKind::Zone:
      return "time zone";
    case QuestionKind::Missing:
      break;
  }
  return "missing field";
}

Role usualRole(Table table) {
  if (table == Table::Receipts) return Role::Receiver;
  return table == Table::Hauls ? Role::Carrier : Role::Plant;
}

ColumnRule proposeRule(const TableProfile& profile, std::int64_t column, Table table,
                       const std::string& field, const std::string& zone) {
  const ColumnProfile& values = profile.columns[static_cast<std::size_t>(column) - 1];
  ColumnRule rule{values.heading, column, field};
  const Field* known = fieldOf(table, field);
  if (known == nullptr) return rule;
  if (known->type == FieldType::Time) {
    rule.order = orderOf(values.dates, values.filled);
    // Without any value there is nothing to ask, and nothing that could be read the wrong way.
    if (values.filled == 0) rule.order = DateOrder::YearFirst;
    if (values.dates.timed > values.dates.zoned) rule.zone = zone;
  }
  if (takesUnit(*known)) {
    rule.unit = unitOfValues(values);
    if (!rule.unit) rule.unit = unitOfHeading(values.heading);
  }
  return rule;
}

Proposal propose(const TableProfile& profile, const FileShape& shape, const std::string& party,
                 std::optional<Table> table) {
  Proposal out;
  const std::vector<std::string> headings = headingsOf(profile);
  out.tableIsClear = table.has_value();
  if (!table) table = bestTable(headings, out.tableIsClear);
  Mapping& mapping = out.mapping;
  mapping.table = table.value_or(Table::Receipts);
  mapping.party = party;
  mapping.role = usualRole(mapping.table);
  mapping.delimiter = shape.delimiter;
  mapping.encoding = shape.encoding;
  mapping.sheet = shape.sheet;
  mapping.headingRow = shape.headingRow;
  addRules(profile, mapping);
  // What Plumbline writes says nothing by words.
  if (!isOwnTable(headings, mapping.table)) addEmptyWords(profile, mapping);
  addUnitLetters(profile, mapping);
  // What Plumbline writes has commas between, a point, and leaves no doubt about "1.234".
  mapping.decimal = isOwnTable(headings, mapping.table) && mapping.delimiter == ','
                        ? DecimalMark::Point
                        : decimalOf(numbersOf(mapping, profile));
  out.recognised = static_cast<std::int64_t>(mapping.columns.size());
  return out;
}

std::vector<Question> openQuestions(const Mapping& mapping, const TableProfile& profile) {
  std::vector<Question> out;
  if (!mapping.decimal) {
    Question decimals{QuestionKind::Decimals};
    for (const ColumnRule& rule : mapping.columns) {
      const Field* field = fieldOf(mapping.table, rule.field);
      const ColumnProfile* column = profileOf(rule, profile);
      if (!field || !column || !isNumeric(field->type) || column->numbers.differing == 0) continue;
      decimals.field = rule.field;
      decimals.column = rule.column;
      decimals.example = column->doubtful;
      break;
    }
    out.push_back(decimals);
  }
  for (const ColumnRule& rule : mapping.columns) {
    const ColumnProfile* column = profileOf(rule, profile);
    if (column != nullptr) askAboutColumn(mapping, rule, *column, out);
  }
  for (const Field& field : tableInfo(mapping.table).fields) {
    const bool there = mapping.ruleOf(field.name) != nullptr ||
                       mapping.constants.contains(std::string(field.name));
    const bool ownUnit = field.name == unitField && mapping.ruleOf("quantity") != nullptr;
    if (field.required && !there && !isMade(field) && !ownUnit) {
      out.push_back({QuestionKind::Missing, std::string(field.name)});
    }
  }
  return out;
}

}  // namespace plumbline
