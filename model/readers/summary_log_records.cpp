// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/summary_log_records.h"

#include "model/findings/source_rules.h"
#include "model/readers/grouped_records.h"
#include "model/readers/summary_log_values.h"

namespace plumbline {

namespace {

constexpr std::size_t maxTextBytes = 1000;  // FieldType::Text

Place placeOf(const SummaryLogLoad& load) {
  Place place;
  place.row = load.row;
  if (!load.sheet.empty()) place.column = "A of the sheet " + load.sheet;
  return place;
}

std::string kilograms(std::int64_t micrograms) {
  return Mass::grams(gramsOfMicrograms(micrograms)).kilogramText();
}
std::string kilograms(const std::optional<std::int64_t>& micrograms) {
  return micrograms ? kilograms(*micrograms) : std::string();
}

// Plastic and fibre composites (which hold plastic) are synthetic; the log's other materials
// (aluminium, glass, paper, steel, wood) are not. Products are described freely.
std::string syntheticOf(const std::string& description, MaterialClass materialClass) {
  if (description.starts_with("Plastic") || description.starts_with("Fibre")) return "true";
  return materialClass == MaterialClass::Product ? "" : "false";
}

std::string joined(std::string first, const std::string& second) {
  if (!first.empty() && !second.empty()) first += ", ";
  first += second;
  return first.substr(0, maxTextBytes);
}

std::string overseasSite(const SummaryLogLoad& load) {
  const std::string name = load.text({"OSR_NAME"});
  const std::string id = load.text({"OSR_ID"});
  return !name.empty() || id.empty() ? name : "OSR " + id;
}

/// micrograms (up to 10^18) x share (10^-12), to the nearest microgram; in two halves each, so that
/// nothing overflows.
std::int64_t shareOf(std::int64_t micrograms, std::int64_t share) {
  constexpr std::int64_t half = 1'000'000;
  const std::int64_t high = micrograms / half, low = micrograms % half;
  const std::int64_t shareHigh = share / half, shareLow = share % half;
  const std::int64_t middle = high * shareLow + low * shareHigh + low * shareLow / half;
  return high * shareHigh + (middle + half / 2) / half;
}

MaterialClass classOf(SummaryLogKind kind) {
  return kind == SummaryLogKind::Processed ? MaterialClass::Product : MaterialClass::Waste;
}

}  // namespace

Result<void> SummaryLogRecords::add(const SummaryLogLoad& load, const SummaryLogFigures& figures) {
  if (!m_rowIds.emplace(load.kind, figures.rowId).second) {
    return Error{ErrorCode::Duplicate, "the row id stands twice in its table", placeOf(load),
                 figures.rowId};
  }
  PLUMBLINE_CHECK(addFigures(load, figures));
  const bool comesIn =
      load.kind == SummaryLogKind::Received || load.kind == SummaryLogKind::Exported;
  if (comesIn && figures.date && figures.net) PLUMBLINE_CHECK(addIntake(load, figures));
  const bool isExport = load.kind == SummaryLogKind::Exported;
  const bool leaves = isExport ? figures.exported && figures.exportedMass
                               : !comesIn && figures.date && figures.tonnage;
  if (!leaves) return {};
  const Document document = documentOf(load, figures);
  PLUMBLINE_CHECK(addShipment(load, figures, document));
  if (load.kind == SummaryLogKind::Processed) PLUMBLINE_CHECK(remarkProduct(figures));
  if (!isExport || !figures.overseas || !figures.overseasMass) return {};
  return addReceipt(load, figures, document);
}

// Loads that name the same ticket are lines of one document.
SummaryLogRecords::Document SummaryLogRecords::documentOf(const SummaryLogLoad& load,
                                                          const SummaryLogFigures& figures) {
  Document document;
  document.number = load.text({"CUSTOMS_DECLARATION_NUMBER", "BILL_OF_LANDING_REFERENCE_NUMBER",
                               "CONTAINER_NUMBER", "WEIGHBRIDGE_TICKET_NUMBER",
                               "WEIGHBRIDGE_TICKET", "YOUR_REFERENCE"});
  if (document.number.empty()) document.number = figures.rowId;
  document.line = ++m_lines[document.number];
  return document;
}

Result<std::string> SummaryLogRecords::material(const std::string& description,
                                                MaterialClass materialClass, const Place& where) {
  const std::string name = description.empty() ? "not described" : description;
  std::string code = materialCode(name, materialClass);
  if (!m_materials.insert(code).second) return code;
  const std::string synthetic = description.empty() ? "" : syntheticOf(description, materialClass);
  const NamedText fields[] = {
      {"code", code}, {"name", name}, {"class", toText(materialClass)}, {"synthetic", synthetic}};
  PLUMBLINE_CHECK(m_sink->add(Table::Materials, fields, where));
  return code;
}

Result<void> SummaryLogRecords::addIntake(const SummaryLogLoad& load,
                                          const SummaryLogFigures& figures) {
  const Place where = placeOf(load);
  PLUMBLINE_TRY(code, material(load.text({"DESCRIPTION_WASTE"}), MaterialClass::Waste, where));
  const std::string time = figures.date->text();
  const std::string source = load.text({"SUPPLIER_NAME"});
  const std::string gross = kilograms(figures.gross);
  const std::string net = kilograms(figures.net);
  // Pallets are tare to a record: gross less tare is net.
  const std::string tare =
      figures.tare ? kilograms(*figures.tare + figures.pallet.value_or(0)) : std::string();
  const std::string vehicle = load.text({"CARRIER_VEHICLE_REGISTRATION_NUMBER"});
  const std::string ticket = load.text({"WEIGHBRIDGE_TICKET"});
  const NamedText fields[] = {{"id", figures.rowId}, {"time", time},       {"source", source},
                              {"material", code},    {"gross_kg", gross},  {"tare_kg", tare},
                              {"net_kg", net},       {"vehicle", vehicle}, {"ticket", ticket}};
  return m_sink->add(Table::Intakes, fields, where);
}

Result<void> SummaryLogRecords::addShipment(const SummaryLogLoad& load,
                                            const SummaryLogFigures& figures,
                                            const Document& document) {
  const Place where = placeOf(load);
  const bool isExport = load.kind == SummaryLogKind::Exported;
  PLUMBLINE_TRY(code, material(load.text({"PRODUCT_DESCRIPTION", "DESCRIPTION_WASTE"}),
                               classOf(load.kind), where));
  const std::string line = std::to_string(document.line);
  const std::string time = (isExport ? figures.exported : figures.date)->text();
  std::string consignee =
      isExport ? overseasSite(load) : load.text({"CUSTOMER_NAME", "FINAL_DESTINATION_NAME"});
  if (consignee.empty()) consignee = "not stated";
  const std::string destination = isExport ? load.text({"OSR_COUNTRY"})
                                           : joined(load.text({"FINAL_DESTINATION_ADDRESS"}),
                                                    load.text({"FINAL_DESTINATION_POSTCODE"}));
  const std::string carrier = load.text({"HAULIER_NAME", "CARRIER_NAME"});
  // The carrier's vehicle of an exporter's row brought the load in; the export has a container.
  const std::string vehicle = load.text({"HAULIER_VEHICLE_REGISTRATION_NUMBER"});
  const std::string container = load.text({"CONTAINER_NUMBER"});
  const std::string waste = load.text({"EWC_CODE"});
  const std::string customs = load.text({"CUSTOMS_CODES"});
  const std::string basel = load.text({"BASEL_EXPORT_CODE"});
  const std::string net = kilograms(isExport ? figures.exportedMass : figures.tonnage);
  const NamedText fields[] = {{"id", figures.rowId},
                              {"document_no", document.number},
                              {"line", line},
                              {"dispatched_at", time},
                              {"consignee", consignee},
                              {"final_destination", destination},
                              {"carrier", isExport ? std::string_view() : carrier},
                              {"vehicle", vehicle},
                              {"container_no", container},
                              {"material", code},
                              {"low_code", waste},
                              {"hs_code", customs},
                              {"basel_code", basel},
                              {"net_kg", net}};
  return m_sink->add(Table::Shipments, fields, where);
}

Result<void> SummaryLogRecords::addReceipt(const SummaryLogLoad& load,
                                           const SummaryLogFigures& figures,
                                           const Document& document) {
  const Place where = placeOf(load);
  PLUMBLINE_TRY(code, material(load.text({"DESCRIPTION_WASTE"}), MaterialClass::Waste, where));
  const std::string line = std::to_string(document.line);
  const std::string time = figures.overseas->text();
  const std::string receiver = overseasSite(load);
  const std::string container = load.text({"CONTAINER_NUMBER"});
  const std::string waste = load.text({"EWC_CODE"});
  const std::string net = kilograms(figures.overseasMass);
  const NamedText fields[] = {
      {"id", figures.rowId},  {"document_no", document.number},
      {"line", line},         {"received_at", time},
      {"receiver", receiver}, {"container_no", container},
      {"material", code},     {"low_code", waste},
      {"net_kg", net},        {"outcome", figures.refused ? "rejected" : "accepted"}};
  return m_sink->add(Table::Receipts, fields, where);
}

Result<void> SummaryLogRecords::remark(const std::string& id, std::string_view kind,
                                       std::string_view text, std::optional<std::int64_t> grams) {
  std::vector<NamedValue> values = {{"record_table", std::string_view("shipments")},
                                    {"record_id", std::string_view(id)},
                                    {"kind", kind},
                                    {"text", text}};
  if (grams) values.push_back({"amount_g", *grams});
  return m_sink->addExtra("source_remarks", values);
}

Result<void> SummaryLogRecords::remarkProduct(const SummaryLogFigures& figures) {
  const auto tonnes = [](std::int64_t micrograms) {
    return formatFixed(micrograms, tonneDecimals) + " t";
  };
  if (figures.packagingShare) {
    const std::string share = formatFixed(*figures.packagingShare, proportionDecimals);
    PLUMBLINE_CHECK(remark(figures.rowId, "uk_packaging_share", share));
  }
  if (figures.packagingMass) {
    PLUMBLINE_CHECK(remark(figures.rowId, "uk_packaging_mass", tonnes(*figures.packagingMass),
                           gramsOfMicrograms(*figures.packagingMass)));
  }
  if (figures.countsProduct) {
    PLUMBLINE_CHECK(
        remark(figures.rowId, "counts_in_waste_balance", *figures.countsProduct ? "Yes" : "No"));
  }
  if (!figures.packagingShare || !figures.packagingMass || !figures.tonnage) return {};
  constexpr std::int64_t tolerance = 1'000;  // 1e-9 t, as in the regulator's validator
  const std::int64_t expected = shareOf(*figures.tonnage, *figures.packagingShare);
  const std::int64_t gap = *figures.packagingMass - expected;
  if (gap <= tolerance && gap >= -tolerance) return {};
  return remark(figures.rowId, sourceRuleRemark,
                brokenRule("sl_packaging", tonnes(*figures.packagingMass) + " stated, " +
                                               tonnes(expected) + " computed"));
}

Result<void> SummaryLogRecords::addFigures(const SummaryLogLoad& load,
                                           const SummaryLogFigures& figures) {
  std::vector<NamedValue> values = {{"kind", toText(load.kind)},
                                    {"sheet", std::string_view(load.sheet)},
                                    {"row", load.row},
                                    {"row_id", std::string_view(figures.rowId)}};
  const auto number = [&](std::string_view column, const std::optional<std::int64_t>& value) {
    if (value) values.push_back({column, *value});
  };
  const auto time = [&](std::string_view column, const std::optional<Timestamp>& value) {
    if (value) values.push_back({column, value->inMilliseconds()});
  };
  time("date_ms", figures.date);
  number("gross_ug", figures.gross);
  number("tare_ug", figures.tare);
  number("pallet_ug", figures.pallet);
  number("net_ug", figures.net);
  number("non_target_ug", figures.nonTarget);
  number("proportion_pico", figures.proportion);
  if (figures.balingWire) values.push_back({"baling_wire", std::int64_t{*figures.balingWire}});
  number("tonnage_ug", figures.tonnage);
  time("exported_ms", figures.exported);
  number("exported_ug", figures.exportedMass);
  time("overseas_ms", figures.overseas);
  number("overseas_ug", figures.overseasMass);
  time("repatriated_ms", figures.repatriated);
  return m_sink->addExtra("summary_log_rows", values);
}

}  // namespace plumbline
