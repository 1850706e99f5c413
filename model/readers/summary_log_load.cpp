// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/summary_log_load.h"

#include "model/containers/xlsx_reader.h"
#include "model/readers/summary_log_values.h"

namespace plumbline {

namespace {

using Ids = std::initializer_list<std::string_view>;

// As for published tables: no single load is heavier.
constexpr std::int64_t maxMicrograms = std::int64_t{1'000'000} * 1'000'000'000'000;  // 1,000,000 t
constexpr std::int64_t wholeProportion = 1'000'000'000'000;

const SummaryLogCell* firstFilled(const SummaryLogLoad& load, Ids ids) {
  for (const std::string_view id : ids) {
    if (const SummaryLogCell* cell = load.find(id)) return cell;
  }
  return nullptr;
}

Error badCell(const SummaryLogLoad& load, const SummaryLogCell& cell, Message message,
              Message expected) {
  Place place;
  place.row = load.row;
  place.column = cell.column;
  return {ErrorCode::BadValue, std::move(message), std::move(place), cell.text.substr(0, 80),
          std::move(expected)};
}

// 31/01/2026, as people type it into a text cell.
std::optional<std::string> isoOfBritish(std::string_view text) {
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
  return std::string(text.substr(6, 4)) + '-' + std::string(text.substr(3, 2)) + '-' +
         std::string(text.substr(0, 2));
}

Result<Timestamp> parseDate(const SummaryLogCell& cell, bool date1904) {
  if (cell.isSerial) return timeOfSerial(cell.text, date1904);
  if (const auto iso = isoOfBritish(cell.text)) return Timestamp::parse(*iso);
  if (cell.text.size() == 7) return Timestamp::parse(cell.text + "-01");  // a month, "2026-03"
  return Timestamp::parse(cell.text);
}

class Figures {
 public:
  Figures(const SummaryLogLoad& load, bool date1904) : m_load(load), m_date1904(date1904) {}

  Result<void> date(std::optional<Timestamp>& out, Ids ids) const {
    const SummaryLogCell* cell = firstFilled(m_load, ids);
    if (cell == nullptr) return {};
    const auto time = parseDate(*cell, m_date1904);
    if (!time) return badCell(m_load, *cell, "the value is not a date", "a date");
    out = *time;
    return {};
  }
  Result<void> mass(std::optional<std::int64_t>& out, Ids ids) const {
    return number(out, ids, tonneDecimals, maxMicrograms, "tonnes, 0 to 1,000,000");
  }
  Result<void> proportion(std::optional<std::int64_t>& out, Ids ids) const {
    return number(out, ids, proportionDecimals, wholeProportion, "a share from 0 to 1");
  }
  Result<void> flag(std::optional<bool>& out, Ids ids) const {
    const SummaryLogCell* cell = firstFilled(m_load, ids);
    if (cell == nullptr) return {};
    if (cell->text != "Yes" && cell->text != "No") {
      return badCell(m_load, *cell, "the value is neither yes nor no", "Yes or No");
    }
    out = cell->text == "Yes";
    return {};
  }

 private:
  Result<void> number(std::optional<std::int64_t>& out, Ids ids, int decimals, std::int64_t most,
                      MessagePattern expected) const {
    const SummaryLogCell* cell = firstFilled(m_load, ids);
    if (cell == nullptr) return {};
    const auto units = roundedFixed(cell->text, decimals);
    if (!units || *units < 0 || *units > most) {
      return badCell(m_load, *cell,
                     units ? Message("the value is out of its range")
                           : Message("the value is not a number"),
                     expected);
    }
    out = *units;
    return {};
  }
  const SummaryLogLoad& m_load;
  bool m_date1904;
};

}  // namespace

Result<SummaryLogFigures> figuresOf(const SummaryLogLoad& load, bool date1904) {
  SummaryLogFigures row;
  row.rowId = load.text({"ROW_ID"});
  if (row.rowId.empty()) row.rowId = "row " + std::to_string(load.row);
  const Figures read(load, date1904);
  PLUMBLINE_CHECK(read.date(row.date, {"DATE_RECEIVED_FOR_REPROCESSING", "DATE_RECEIVED_FOR_EXPORT",
                                       "MONTH_RECEIVED_FOR_REPROCESSING",
                                       "MONTH_RECEIVED_FOR_EXPORT", "DATE_LOAD_LEFT_SITE"}));
  PLUMBLINE_CHECK(read.mass(row.gross, {"GROSS_WEIGHT"}));
  PLUMBLINE_CHECK(read.mass(row.tare, {"TARE_WEIGHT"}));
  PLUMBLINE_CHECK(read.mass(row.pallet, {"PALLET_WEIGHT"}));
  PLUMBLINE_CHECK(read.mass(row.net, {"NET_WEIGHT"}));
  PLUMBLINE_CHECK(read.mass(row.nonTarget, {"WEIGHT_OF_NON_TARGET_MATERIALS"}));
  PLUMBLINE_CHECK(
      read.mass(row.tonnage, {"TONNAGE_RECEIVED_FOR_RECYCLING", "TONNAGE_RECEIVED_FOR_EXPORT",
                              "PRODUCT_TONNAGE", "TONNAGE_OF_UK_PACKAGING_WASTE_SENT_ON"}));
  PLUMBLINE_CHECK(read.proportion(row.proportion, {"RECYCLABLE_PROPORTION_PERCENTAGE"}));
  PLUMBLINE_CHECK(read.proportion(row.packagingShare, {"UK_PACKAGING_WEIGHT_PERCENTAGE"}));
  PLUMBLINE_CHECK(read.mass(row.packagingMass, {"PRODUCT_UK_PACKAGING_WEIGHT_PROPORTION"}));
  PLUMBLINE_CHECK(read.flag(row.countsProduct, {"ADD_PRODUCT_WEIGHT"}));
  PLUMBLINE_CHECK(read.flag(row.balingWire, {"BAILING_WIRE_PROTOCOL"}));
  PLUMBLINE_CHECK(read.date(row.exported, {"DATE_OF_EXPORT"}));
  PLUMBLINE_CHECK(read.mass(row.exportedMass, {"TONNAGE_OF_UK_PACKAGING_WASTE_EXPORTED"}));
  PLUMBLINE_CHECK(read.date(row.overseas, {"DATE_RECEIVED_BY_OSR"}));
  // Where the load went through an interim site, the overseas reprocessor's figure is a column of
  // its own.
  PLUMBLINE_CHECK(read.mass(row.overseasMass, {"TONNAGE_PASSED_INTERIM_SITE_RECEIVED_BY_OSR",
                                               "TONNAGE_RECEIVED_BY_OSR"}));
  PLUMBLINE_CHECK(read.date(row.repatriated, {"DATE_THE_REFUSED_STOPPED_WASTE_REPATRIATED"}));
  std::optional<bool> refused, stopped;
  PLUMBLINE_CHECK(read.flag(refused, {"WAS_THE_WASTE_REFUSED"}));
  PLUMBLINE_CHECK(read.flag(stopped, {"WAS_THE_WASTE_STOPPED"}));
  row.refused = refused.value_or(false) || stopped.value_or(false);
  return row;
}

}  // namespace plumbline
