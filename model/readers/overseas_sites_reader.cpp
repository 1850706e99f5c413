// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/overseas_sites_reader.h"

#include <algorithm>

#include "model/containers/raw_row.h"
#include "model/readers/grouped_records.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"
#include "model/readers/summary_log_values.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"Registration Number", "the party: the same as in its summary logs"},
    {"ORS ID, Interim Site ID", "sites.id"},
    {"Overseas Reprocessor Name, Interim site name", "sites.name"},
    {"Destination country", "sites.country, as it stands"},
    {"Latitude and longitude coordinates", "sites.latitude, sites.longitude"},
    {"Address lines, city, region, postcode", "remark address"},
    {"Valid from", "remark valid_from"},
    {"Final overseas reprocessing site", "remark final_site"},
    {"Packaging waste category, Accreditation Number", "remarks material, accreditation"},
};

constexpr std::int64_t microDegrees = 1'000'000;

struct Register {
  std::string_view idHeading;
  std::string_view nameHeading;
  std::string_view prefix;
  std::string_view role;
};
constexpr Register registers[] = {
    {"ORS ID", "Overseas Reprocessor Name", "ORS ", "receiver"},
    {"Interim Site ID", "Interim site name", "Interim ", "interim"},
};

std::string cellText(const XlsxCell* cell) {
  if (cell == nullptr) return {};
  return cell->kind == XlsxKind::Number ? plainNumber(cell->text)
                                        : std::string(trimmed(cell->text));
}

const XlsxCell* cellWith(const XlsxRow& row, std::string_view start) {
  const auto found =
      std::find_if(row.cells.begin(), row.cells.end(),
                   [start](const XlsxCell& cell) { return trimmed(cell.text).starts_with(start); });
  return found == row.cells.end() ? nullptr : &*found;
}

const Register* registerOf(const XlsxRow& row) {
  for (const Register& each : registers) {
    const XlsxCell* id = cellWith(row, each.idHeading);
    if (id != nullptr && trimmed(id->text) == each.idHeading && cellWith(row, each.nameHeading)) {
      return &each;
    }
  }
  return nullptr;
}

/// What the lines above the table say: "Registration Number:" and, further right, its value.
std::string labelled(const std::vector<SheetHead>& sheets, std::string_view label) {
  for (const SheetHead& sheet : sheets) {
    for (const XlsxRow& row : sheet.rows) {
      const XlsxCell* found = cellWith(row, label);
      if (found == nullptr) continue;
      const std::string text = cellText(&row.cells.back());
      if (!text.starts_with(label)) return text;
    }
  }
  return {};
}

class SheetReader {
 public:
  SheetReader(GroupedRecords& records, const RecordOwner& owner, std::string sheet, bool date1904)
      : m_records(records), m_owner(owner), m_sheet(std::move(sheet)), m_date1904(date1904) {}

  Result<bool> row(const XlsxRow& row) {
    if (const Register* found = registerOf(row)) {
      m_register = found;
      m_headings = row;
      return true;
    }
    if (m_register == nullptr) return true;
    // The template numbers its empty rows.
    const std::string name = text(row, m_register->nameHeading);
    const bool filled = std::any_of(row.cells.begin(), row.cells.end(), [&](const XlsxCell& cell) {
      const XlsxCell* heading = m_headings.at(cell.column);
      return heading != nullptr && trimmed(heading->text) != m_register->idHeading &&
             !trimmed(cell.text).empty();
    });
    if (filled) PLUMBLINE_CHECK(addSite(row, name));
    return true;
  }

 private:
  const XlsxCell* find(const XlsxRow& row, std::string_view heading) const {
    const XlsxCell* column = cellWith(m_headings, heading);
    return column == nullptr ? nullptr : row.at(column->column);
  }
  std::string text(const XlsxRow& row, std::string_view heading) const {
    return cellText(find(row, heading));
  }

  Result<void> addSite(const XlsxRow& row, const std::string& name) {
    RecordText site{Table::Sites, {}, {.row = row.number, .column = "the sheet " + m_sheet}};
    for (const XlsxCell& cell : row.cells) {
      site.raw += (site.raw.empty() ? "" : "; ") + cell.text;
    }
    const std::string number = text(row, m_register->idHeading);
    const std::string id =
        number.empty() ? std::string() : shortId(std::string(m_register->prefix) + number);
    site.set("id", id).set("name", name).set("role", std::string(m_register->role));
    site.set("country", text(row, "Destination country"));
    setPlace(site, text(row, "Latitude and longitude"));
    PLUMBLINE_CHECK(m_records.add(m_owner, std::move(site)));
    const auto say = [&](std::string_view kind, std::string said) {
      if (!said.empty()) {
        m_records.remark(m_owner, {Table::Sites, id, kind, fieldText(std::move(said)), {}});
      }
    };
    say("address", address(row));
    say("final_site", text(row, "Final overseas"));
    if (const XlsxCell* from = find(row, "Valid from")) {
      const auto time = from->kind == XlsxKind::Number ? timeOfSerial(from->text, m_date1904)
                                                       : Timestamp::parse(timeText(from->text));
      say("valid_from", time ? time->dateText() : cellText(from));
    }
    return {};
  }

  static void setPlace(RecordText& site, const std::string& coordinates) {
    if (coordinates.empty()) return;
    const auto place = parseCoordinates(coordinates);
    // What cannot be read is refused by the sink and so quarantined.
    site.set("latitude", place ? formatFixed(place->first, 6) : coordinates);
    if (place) site.set("longitude", formatFixed(place->second, 6));
  }

  std::string address(const XlsxRow& row) const {
    std::string all;
    for (const char* heading :
         {"Address line 1", "Address line 2", "City or town", "State, province", "Postcode"}) {
      const std::string part = text(row, heading);
      if (!all.empty() && !part.empty()) all += ", ";
      all += part;
    }
    return all;
  }

  GroupedRecords& m_records;
  const RecordOwner& m_owner;
  std::string m_sheet;
  bool m_date1904;
  const Register* m_register = nullptr;
  XlsxRow m_headings;
};

bool recognises(const ReadInput& input) {
  return std::any_of(input.sheets.begin(), input.sheets.end(), [](const SheetHead& sheet) {
    return std::any_of(sheet.rows.begin(), sheet.rows.end(),
                       [](const XlsxRow& row) { return registerOf(row) != nullptr; });
  });
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  if (input.workbookFault) return *input.workbookFault;
  if (!input.workbook) return Error{ErrorCode::Unsupported, "the file is no workbook"};
  const XlsxWorkbook& workbook = input.workbook->workbook;
  RecordOwner owner{labelled(input.sheets, "Registration Number"), Role::Plant, {}, 0};
  if (owner.party.empty()) owner.party = "overseas-sites-" + input.sha256.hex().substr(0, 8);
  GroupedRecords records(sink);
  for (std::size_t sheet = 0; sheet < workbook.sheetNames().size(); ++sheet) {
    SheetReader reader(records, owner, workbook.sheetNames()[sheet], workbook.date1904());
    PLUMBLINE_CHECK(workbook.readSheet(
        sheet, [&reader](const XlsxRow& row) { return reader.row(row); }, progress));
  }
  return records.finish(owner);
}

/// "19°00'00.0"N" from the front of the text, which is moved on.
std::optional<std::int64_t> takeAngle(std::string_view& text, std::string_view directions) {
  constexpr std::int64_t unit = microDegrees;
  std::int64_t total = 0;
  for (const int divisor : {1, 60, 3600}) {
    const std::size_t end = text.find_first_not_of("0123456789.");
    if (end == 0 || end == std::string_view::npos) return std::nullopt;
    const auto value = roundedFixed(text.substr(0, end), 6);
    if (!value || *value > 180 * unit) return std::nullopt;
    total += (*value + divisor / 2) / divisor;
    text.remove_prefix(end);
    while (!text.empty() && directions.find(text.front()) == std::string_view::npos &&
           (text.front() < '0' || text.front() > '9')) {
      text.remove_prefix(1);  // degree sign, prime, spaces
    }
    if (text.empty()) return std::nullopt;
    if (directions.find(text.front()) == std::string_view::npos) continue;
    const bool negative = text.front() == directions[1];
    text.remove_prefix(1);
    return negative ? -total : total;
  }
  return std::nullopt;
}

}  // namespace

Result<std::pair<std::int64_t, std::int64_t>> parseCoordinates(std::string_view text) {
  const Error bad{ErrorCode::BadValue,
                  "the value is not a place",
                  {},
                  std::string(text.substr(0, 80)),
                  "19°00'00.0\"N 73°00'00.0\"E or 19.0, 73.0"};
  std::optional<std::int64_t> latitude;
  std::optional<std::int64_t> longitude;
  if (const std::size_t comma = text.find(','); comma != std::string_view::npos) {
    const auto first = parseFixed(trimmed(text.substr(0, comma)), 6);
    const auto second = parseFixed(trimmed(text.substr(comma + 1)), 6);
    if (first && second) {
      latitude = *first;
      longitude = *second;
    }
  }
  if (!latitude) {
    std::string_view rest = trimmed(text);
    latitude = takeAngle(rest, "NS");
    rest = trimmed(rest);
    if (latitude) longitude = takeAngle(rest, "EW");
  }
  if (!latitude || !longitude || std::abs(*latitude) > 90 * microDegrees ||
      std::abs(*longitude) > 180 * microDegrees) {
    return bad;
  }
  return std::pair(*latitude, *longitude);
}

Reader overseasSitesReader() {
  return {"uk-overseas-sites",
          "UK register of overseas reprocessing sites (XLSX)",
          fields,
          "nothing",
          recognises,
          read};
}

}  // namespace plumbline
