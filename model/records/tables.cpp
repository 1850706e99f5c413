// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/tables.h"

#include <algorithm>

namespace plumbline {

namespace {

using enum FieldType;

constexpr Field materialsFields[] = {
    {"code", "code", Id, true},
    {"name", "name", Text, true},
    {"class", "class", Text, true},
    {"low_code", "low_code", Text},
    {"hs_code", "hs_code", Text},
    {"density_min_kg_m3", "density_min_kg_m3_micro", Micro},
    {"density_max_kg_m3", "density_max_kg_m3_micro", Micro},
    {"hazardous", "hazardous", Flag},
    {"synthetic", "synthetic", Flag},
};

constexpr Field sitesFields[] = {
    {"id", "id", Id, true},
    {"name", "name", Text, true},
    {"role", "role", Text},
    {"country", "country", Text},
    {"latitude", "latitude_micro", Micro},
    {"longitude", "longitude_micro", Micro},
    {"permitted_codes", "permitted_codes", Text},
    {"permitted_operations", "permitted_operations", Text},
    {"capacity_t_per_year", "capacity_t_per_year_micro", Micro},
};

constexpr Field instrumentsFields[] = {
    {"id", "id", Id, true},
    {"kind", "kind", Text},
    {"calibration_id", "calibration_id", Id, true},
    {"calibrated_at", "calibrated_ms", Time},
    {"accuracy_class", "accuracy_class", Text},
    {"scale_interval_kg", "scale_interval_g", Mass},
    {"max_kg", "max_g", Mass},
    {"u_random_kg", "u_random_g", Mass},
    {"u_shared_rel", "u_shared_rel_micro", Micro},
};

constexpr Field intakesFields[] = {
    {"id", "id", Id, true},
    {"time", "time_ms", Time, true},
    {"source", "source", Text},
    {"material", "material", Text, true},
    {"gross_kg", "gross_g", Mass},
    {"tare_kg", "tare_g", Mass},
    {"net_kg", "net_g", Mass, true},
    {"instrument", "instrument", Text},
    {"calibration", "calibration", Text},
    {"vehicle", "vehicle", Text},
    {"ticket", "ticket", Text},
    {"estimated", "estimated", Flag},
};

constexpr Field flowsFields[] = {
    {"id", "id", Id, true},
    {"start", "start_ms", Time, true},
    {"end", "end_ms", Time, true},
    {"from_node", "from_node", Text, true},
    {"to_node", "to_node", Text, true},
    {"material", "material", Text, true},
    {"mass_kg", "mass_g", Mass, true},
    {"u_kg", "u_g", Mass},
    {"instrument", "instrument", Text},
};

constexpr Field stocksFields[] = {
    {"id", "id", Id, true},
    {"time", "time_ms", Time, true},
    {"node", "node", Text, true},
    {"material", "material", Text, true},
    {"mass_kg", "mass_g", Mass, true},
    {"u_kg", "u_g", Mass},
    {"method", "method", Text},
};

constexpr Field shipmentsFields[] = {
    {"id", "id", Id, true},
    {"document_no", "document_no", Text, true},
    {"line", "line", Integer, true},
    {"dispatched_at", "dispatched_ms", Time, true},
    {"consignee", "consignee", Text, true},
    {"final_destination", "final_destination", Text},
    {"carrier", "carrier", Text},
    {"vehicle", "vehicle", Text},
    {"container_no", "container_no", Text},
    {"material", "material", Text, true},
    {"low_code", "low_code", Text},
    {"hs_code", "hs_code", Text},
    {"basel_code", "basel_code", Text},
    {"operation", "operation", Text},
    {"gross_kg", "gross_g", Mass},
    {"tare_kg", "tare_g", Mass},
    {"net_kg", "net_g", Mass, true},
    {"volume_m3", "volume_m3_micro", Micro},
    {"pieces", "pieces", Integer},
    {"value", "value_cents", Money},
    {"currency", "currency", Text},
    {"instrument", "instrument", Text},
    {"calibration", "calibration", Text},
    {"status", "status", Text},
};

constexpr Field haulsFields[] = {
    {"id", "id", Id, true},
    {"document_no", "document_no", Text, true},
    {"carrier", "carrier", Text},
    {"vehicle", "vehicle", Text},
    {"loaded_at", "loaded_ms", Time, true},
    {"unloaded_at", "unloaded_ms", Time},
    {"from_site", "from_site", Text},
    {"to_site", "to_site", Text},
    {"net_kg", "net_g", Mass},
    {"distance_km", "distance_km_micro", Micro},
};

constexpr Field receiptsFields[] = {
    {"id", "id", Id, true},
    {"document_no", "document_no", Text, true},
    {"line", "line", Integer, true},
    {"received_at", "received_ms", Time, true},
    {"consignor", "consignor", Text},
    {"receiver", "receiver", Text},
    {"vehicle", "vehicle", Text},
    {"container_no", "container_no", Text},
    {"material", "material", Text, true},
    {"low_code", "low_code", Text},
    {"operation", "operation", Text},
    {"net_kg", "net_g", Mass, true},
    {"pieces", "pieces", Integer},
    {"instrument", "instrument", Text},
    {"calibration", "calibration", Text},
    {"outcome", "outcome", Text},
    {"certificate_at", "certificate_ms", Time},
};

constexpr Field jobsFields[] = {
    {"id", "id", Id, true},
    {"submitted_at", "submitted_ms", Time, true},
    {"started_at", "started_ms", Time},
    {"finished_at", "finished_ms", Time},
    {"cancelled_at", "cancelled_ms", Time},
    {"category", "category", Text, true},
    {"urgency", "urgency", Integer},
    {"line", "line", Text},
    {"material", "material", Text},
    {"mass_kg", "mass_g", Mass},
    {"revenue", "revenue_cents", Money},
    {"cost", "cost_cents", Money},
    {"currency", "currency", Text},
    {"requires", "requires", Text},
};

constexpr Field claimsFields[] = {
    {"id", "id", Id, true},
    {"period_start", "period_start_ms", Time, true},
    {"period_end", "period_end_ms", Time, true},
    {"metric", "metric", Text, true},
    {"value", "value_micro", Micro, true},
    {"unit", "unit", Text, true},
    {"basis", "basis", Text},
    {"counts_energy_recovery", "counts_energy_recovery", Flag},
    {"counts_unconfirmed_exports", "counts_unconfirmed_exports", Flag},
    {"boundary", "boundary", Text},
    {"text", "text", Text},
};

constexpr Field totalsFields[] = {
    {"id", "id", Id, true},
    {"counterparty", "counterparty", Text},
    {"direction", "direction", Text, true},
    {"period_start", "period_start_ms", Time, true},
    {"period_end", "period_end_ms", Time, true},
    {"material", "material", Text},
    {"low_code", "low_code", Text},
    {"operation", "operation", Text},
    {"quantity", "quantity_micro", Micro, true},
    {"unit", "unit", Text, true},
    {"basis", "basis", Text},
    {"site", "site", Text},
};

constexpr Field fixesFields[] = {
    {"id", "id", Id, true},
    {"device", "device", Text, true},
    {"time", "time_ms", Time, true},
    {"uploaded_at", "uploaded_ms", Time},
    {"latitude", "latitude_micro", Micro},
    {"longitude", "longitude_micro", Micro},
    {"source", "source", Text},
    {"accuracy_m", "accuracy_m_micro", Micro},
    {"country", "country", Text},
    {"handed_out_at", "handed_out_ms", Time},
};

constexpr TableInfo infos[] = {
    {Table::Materials, "materials", materialsFields},
    {Table::Sites, "sites", sitesFields},
    {Table::Instruments, "instruments", instrumentsFields},
    {Table::Intakes, "intakes", intakesFields, "time"},
    {Table::Flows, "flows", flowsFields, "end"},
    {Table::Stocks, "stocks", stocksFields, "time"},
    {Table::Shipments, "shipments", shipmentsFields, "dispatched_at"},
    {Table::Hauls, "hauls", haulsFields, "loaded_at"},
    {Table::Receipts, "receipts", receiptsFields, "received_at"},
    {Table::Jobs, "jobs", jobsFields, "submitted_at"},
    {Table::Claims, "claims", claimsFields},
    {Table::Totals, "totals", totalsFields},
    {Table::Fixes, "fixes", fixesFields},  // what a device says dates no record
};

}  // namespace

const TableInfo& tableInfo(Table table) { return infos[static_cast<std::size_t>(table)]; }

const Field* fieldOf(Table table, std::string_view name) {
  const auto fields = tableInfo(table).fields;
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [name](const Field& field) { return field.name == name; });
  return found != fields.end() ? &*found : nullptr;
}

std::span<const TableInfo> allTables() { return infos; }

std::optional<Table> tableFromName(std::string_view name) {
  for (const TableInfo& info : infos) {
    if (info.name == name) return info.table;
  }
  return std::nullopt;
}

}  // namespace plumbline
