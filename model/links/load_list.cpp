// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/load_list.h"

#include <algorithm>
#include <deque>
#include <set>

#include "model/containers/csv_scanner.h"
#include "model/records/field_value.h"

namespace plumbline {
namespace {

enum class Column : std::uint8_t {
  Id,
  Document,
  Line,
  Vehicle,
  Container,
  Material,
  LowCode,
  Receiver,
  SentAt,
  ReceivedAt,
  LoadedAt,
  UnloadedAt,
  Time,
  Kilograms,
  Tonnes,
};
constexpr std::size_t columnCount = 15;
constexpr std::size_t absent = static_cast<std::size_t>(-1);

struct Name {
  std::string_view name;
  Column column;
};
constexpr Name names[] = {
    {"id", Column::Id},
    {"document_no", Column::Document},
    {"document", Column::Document},
    {"line", Column::Line},
    {"vehicle", Column::Vehicle},
    {"plate", Column::Vehicle},
    {"container_no", Column::Container},
    {"container", Column::Container},
    {"material", Column::Material},
    {"low_code", Column::LowCode},
    {"receiver", Column::Receiver},
    {"consignee", Column::Receiver},
    {"to_site", Column::Receiver},
    {"dispatched_at", Column::SentAt},
    {"received_at", Column::ReceivedAt},
    {"loaded_at", Column::LoadedAt},
    {"unloaded_at", Column::UnloadedAt},
    {"time", Column::Time},
    {"date", Column::Time},
    {"net_kg", Column::Kilograms},
    {"mass_kg", Column::Kilograms},
    {"net_t", Column::Tonnes},
    {"mass_t", Column::Tonnes},
};

Error at(Error error, std::int64_t row, std::string_view column) {
  error.where.row = row;
  error.where.column = std::string(column);
  return error;
}

/// Where each column stands; `absent` where it does not.
class Header {
 public:
  [[nodiscard]] static Result<Header> read(const CsvFields& fields) {
    Header header;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto* known = std::find_if(std::begin(names), std::end(names),
                                       [&](const Name& name) { return name.name == fields[i]; });
      if (known == std::end(names)) continue;
      std::size_t& place = header.m_places[static_cast<std::size_t>(known->column)];
      if (place != absent) {
        return at({ErrorCode::Duplicate, "two columns say the same"}, 1, fields[i]);
      }
      place = i;
    }
    header.m_names.assign(fields.begin(), fields.end());
    PLUMBLINE_CHECK(header.check());
    return header;
  }

  [[nodiscard]] bool has(Column column) const { return place(column) != absent; }
  [[nodiscard]] std::string_view text(const CsvFields& fields, Column column) const {
    return has(column) ? fields[place(column)] : std::string_view();
  }
  [[nodiscard]] const std::string& nameOf(Column column) const { return m_names[place(column)]; }
  [[nodiscard]] std::size_t size() const { return m_names.size(); }
  [[nodiscard]] ListKind kind() const {
    if (has(Column::SentAt)) return ListKind::Shipments;
    if (has(Column::ReceivedAt)) return ListKind::Receipts;
    return has(Column::LoadedAt) ? ListKind::Hauls : ListKind::Plain;
  }
  [[nodiscard]] std::optional<Column> timeColumn() const {
    for (const Column column :
         {Column::SentAt, Column::ReceivedAt, Column::LoadedAt, Column::Time}) {
      if (has(column)) return column;
    }
    return std::nullopt;
  }

 private:
  Header() { m_places.fill(absent); }
  [[nodiscard]] std::size_t place(Column column) const {
    return m_places[static_cast<std::size_t>(column)];
  }

  [[nodiscard]] Result<void> check() const {
    const auto missing = [](Message message, Message expected) {
      Error error{.code = ErrorCode::MissingColumn,
                  .message = std::move(message),
                  .expected = std::move(expected)};
      error.where.row = 1;
      return error;
    };
    if (!has(Column::Id) && !has(Column::Document)) {
      return missing("the list does not say which load a row is", "a column id or document_no");
    }
    const auto times = std::count_if(std::begin(timeColumns), std::end(timeColumns),
                                     [this](Column each) { return has(each); });
    if (times > 1) {
      return at({ErrorCode::Duplicate, "the list has the times of several tables"}, 1, "");
    }
    if (has(Column::Kilograms) && has(Column::Tonnes)) {
      return at({ErrorCode::Duplicate, "two columns say the same"}, 1, nameOf(Column::Tonnes));
    }
    const bool comparable = has(Column::Document) || has(Column::Vehicle) ||
                            has(Column::Container) || has(Column::Kilograms) ||
                            has(Column::Tonnes) || times > 0;
    if (comparable) return {};
    return missing("the list has nothing to compare",
                   "document_no, vehicle, container_no, net_kg or a time");
  }

  static constexpr Column timeColumns[] = {Column::SentAt, Column::ReceivedAt, Column::LoadedAt,
                                           Column::Time};
  std::array<std::size_t, columnCount> m_places{};
  std::vector<std::string> m_names;
};

/// One value of a row; nothing where the field is empty or the column absent.
Result<std::optional<std::int64_t>> valueOf(const Header& header, const CsvFields& fields,
                                            Column column, FieldType type, std::int64_t row) {
  const std::string_view text = header.text(fields, column);
  if (text.empty()) return std::optional<std::int64_t>();
  auto value = parseFieldValue(type, text);
  if (!value) return at(std::move(value).error(), row, header.nameOf(column));
  return std::optional(*value);
}

Result<std::optional<Mass>> massOf(const Header& header, const CsvFields& fields,
                                   std::int64_t row) {
  if (header.has(Column::Kilograms)) {
    PLUMBLINE_TRY(grams, valueOf(header, fields, Column::Kilograms, FieldType::Mass, row));
    return grams ? std::optional(Mass::grams(*grams)) : std::nullopt;
  }
  PLUMBLINE_TRY(grams, valueOf(header, fields, Column::Tonnes, FieldType::Micro, row));
  if (!grams) return std::optional<Mass>();
  if (*grams < 0 || *grams > maxRecordGrams) {  // a millionth of a tonne is a gram
    return at({.code = ErrorCode::BadValue,
               .message = "the mass is out of range",
               .found = std::string(header.text(fields, Column::Tonnes)),
               .expected = "0 to 10,000,000 t"},
              row, header.nameOf(Column::Tonnes));
  }
  return std::optional(Mass::grams(*grams));
}

Result<ListedLoad> readLoad(const Header& header, const CsvFields& fields, std::int64_t row) {
  ListedLoad load;
  load.id = header.text(fields, Column::Id);
  if (header.has(Column::Id) && load.id.empty()) {
    return at({.code = ErrorCode::BadValue, .message = "the id is empty"}, row, "id");
  }
  if (load.id.empty()) load.id = std::to_string(row - 1);
  LinkRecord& record = load.record;
  record.document = header.text(fields, Column::Document);
  record.vehicle = header.text(fields, Column::Vehicle);
  record.container = header.text(fields, Column::Container);
  record.material = header.text(fields, Column::Material);
  record.lowCode = header.text(fields, Column::LowCode);
  record.receiver = header.text(fields, Column::Receiver);
  PLUMBLINE_TRY(line, valueOf(header, fields, Column::Line, FieldType::Integer, row));
  load.line = line.value_or(1);
  PLUMBLINE_TRY(net, massOf(header, fields, row));
  record.net = net;
  if (const auto column = header.timeColumn()) {
    PLUMBLINE_TRY(time, valueOf(header, fields, *column, FieldType::Time, row));
    if (time) record.time = Timestamp::milliseconds(*time);
  }
  PLUMBLINE_TRY(unloaded, valueOf(header, fields, Column::UnloadedAt, FieldType::Time, row));
  if (unloaded) load.unloaded = Timestamp::milliseconds(*unloaded);
  return load;
}

}  // namespace

std::string_view toText(ListKind kind) {
  constexpr std::array<std::string_view, 4> words = {"shipments", "receipts", "hauls", "loads"};
  return words[static_cast<std::size_t>(kind)];
}

Result<LoadList> readLoadList(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);  // a spreadsheet wrote it
  if (csv.empty()) return Error{ErrorCode::Malformed, "the list is empty"};
  LoadList list;
  std::optional<Header> header;
  CsvFields fields;
  std::deque<std::string> copies;
  std::set<std::string> ids;
  for (std::int64_t row = 1; !csv.empty(); ++row) {
    copies.clear();
    auto scanned = scanRecord(csv, true, fields, copies);
    if (!scanned) return at(std::move(scanned).error(), row, "");
    csv.remove_prefix(scanned->consumed);
    if (!header) {
      PLUMBLINE_TRY(read, Header::read(fields));
      header = std::move(read);
      list.kind = header->kind();
      continue;
    }
    if (fields.size() != header->size()) {
      return at({.code = ErrorCode::Malformed,
                 .message = "the row has another number of fields than the header",
                 .found = std::to_string(fields.size()),
                 .expected = Message::data(std::to_string(header->size()))},
                row, "");
    }
    if (list.loads.size() == mostListedLoads) {
      return at({ErrorCode::TooLarge, "the list has too many loads"}, row, "");
    }
    PLUMBLINE_TRY(load, readLoad(*header, fields, row));
    if (!ids.insert(load.id).second) {
      return at(
          {.code = ErrorCode::Duplicate, .message = "the id is there twice", .found = load.id}, row,
          "id");
    }
    list.loads.push_back(std::move(load));
  }
  return list;
}

}  // namespace plumbline
