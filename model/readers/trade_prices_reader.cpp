// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UK trade figures of HM Revenue and Customs (uktradeinfo): value and net mass by commodity code,
// year, flow and country. They are no loads: they say what a kilogram of a commodity has cost,
// against which a load's price is compared. They go into the table trade_values.

#include <algorithm>

#include "model/mapping/codes.h"
#include "model/readers/official_values.h"
#include "model/readers/reader_list.h"
#include "model/readers/text_rows.h"

namespace plumbline {
namespace {

constexpr FieldUse fields[] = {
    {"Cn8", "trade_values.commodity"},          {"Year", "trade_values.year"},
    {"FlowType", "trade_values.flow"},          {"Country", "trade_values.country"},
    {"Value", "trade_values.value_cents, GBP"}, {"NetMass", "trade_values.net_g, from kg"},
};
constexpr std::string_view needed[] = {"Cn8", "Year", "FlowType", "Country", "Value", "NetMass"};

bool recognises(const ReadInput& input) {
  if (input.workbook) return false;
  const auto headings = headingsOf(input, ',');
  return std::all_of(std::begin(needed), std::end(needed), [&](std::string_view name) {
    return std::find(headings.begin(), headings.end(), name) != headings.end();
  });
}

Result<std::int64_t> number(const HeadedRow& row, std::string_view heading, int decimals) {
  const std::string text = row.text(heading);
  auto value = parseFixed(text, decimals);
  if (value && *value >= 0) return value;
  return Error{ErrorCode::BadValue,
               "the value is not a number from 0 on",
               {.row = row.number(), .column = std::string(heading)},
               text.substr(0, 80),
               "a number from 0 on"};
}

Result<void> addRow(const HeadedRow& row, RecordSink& sink) {
  auto commodity = cleanCommodityCode(row.text("Cn8"));
  if (!commodity) {
    Error error = std::move(commodity).error();
    error.where = {.row = row.number(), .column = "Cn8"};
    return error;
  }
  PLUMBLINE_TRY(year, number(row, "Year", 0));
  PLUMBLINE_TRY(cents, number(row, "Value", 2));
  PLUMBLINE_TRY(grams, number(row, "NetMass", 3));
  const std::string flow = row.text("FlowType");
  const std::string country = row.text("Country");
  const NamedValue values[] = {{"commodity", std::string_view(*commodity)},
                               {"year", year},
                               {"flow", std::string_view(flow)},
                               {"country", std::string_view(country)},
                               {"value_cents", cents},
                               {"currency", std::string_view("GBP")},
                               {"net_g", grams}};
  return sink.addExtra("trade_values", values);
}

Result<void> read(const ReadInput& input, RecordSink& sink, const Progress& progress) {
  UnsignedPublication publication;
  publication.party = "hmrc";
  publication.role = Role::Regulator;
  publication.name = "HM Revenue and Customs, trade statistics";
  PLUMBLINE_CHECK(sink.describe(publication));
  const auto take = [&sink](const HeadedRow& row) -> Result<void> {
    auto added = row.defect() == RowDefect::None
                     ? addRow(row, sink)
                     : Result<void>(Error{ErrorCode::Malformed,
                                          std::string(reasonOf(row.defect())),
                                          {.row = row.number()}});
    if (added.ok()) return added;
    const auto refused = quarantinedRow(std::nullopt, added.error(), row.raw());
    if (!refused) return added;
    return sink.quarantine(*refused);
  };
  return forEachHeadedRow(
      input, ',', [](std::string_view heading) { return std::string(heading); }, take, progress);
}

}  // namespace

Reader tradePricesReader() {
  return {"uk-trade-values",
          "UK trade statistics as a price reference (CSV)",
          fields,
          "descriptions and supplementary units: the commodity code says them",
          recognises,
          read};
}

}  // namespace plumbline
