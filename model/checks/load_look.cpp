// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_look.h"

namespace plumbline {
namespace {

constexpr std::int64_t rowsBetweenLooks = 1 << 14;

constexpr std::string_view columns =
    "publication, rowid, id, consignee, material, low_code, hs_code, basel_code, operation, "
    "currency, dispatched_ms, net_g, volume_m3_micro, value_cents, container_no";
constexpr int columnCount = 15;

/// Each row also says which of the looks want it, in columns after its own.
std::string sqlFor(std::span<LoadLook* const> looks) {
  std::string wanted;
  std::string any;
  for (const LoadLook* look : looks) {
    const std::string condition = '(' + look->condition() + ')';
    wanted += ", " + condition;
    any += (any.empty() ? "" : " OR ") + condition;
  }
  return "SELECT " + std::string(columns) + wanted + " FROM current_shipments WHERE (" +
         any + ") ORDER BY document_no, line, dispatched_ms";
}

LoadFigures figuresOf(const Query& row, int party) {
  LoadFigures load;
  load.party = party;
  load.rowid = row.integer(1);
  load.id = row.text(2);
  load.consignee = row.text(3);
  load.material = row.text(4);
  load.lowCode = row.text(5);
  load.hsCode = row.text(6);
  load.baselCode = row.text(7);
  load.operation = row.text(8);
  load.currency = row.text(9);
  load.time = Timestamp::milliseconds(row.integer(10));
  load.net = Mass::grams(row.integer(11));
  load.volumeMicro = row.optionalInteger(12);
  load.valueCents = row.optionalInteger(13);
  load.container = row.text(14);
  return load;
}

}  // namespace

Result<void> showLoads(const CheckInput& input, std::span<LoadLook* const> looks) {
  std::vector<LoadLook*> asking;
  for (LoadLook* look : looks) {
    if (!look->condition().empty()) asking.push_back(look);
  }
  if (asking.empty()) return {};
  PLUMBLINE_TRY(query, input.database.prepare(sqlFor(asking)));
  for (std::int64_t row = 0;; ++row) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    if (row % rowsBetweenLooks == 0 && input.progress.cancelled()) {
      return Progress::cancelledError();
    }
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(0));
    if (!publication.usable) continue;
    const LoadFigures load = figuresOf(query, publication.party);
    for (std::size_t i = 0; i < asking.size(); ++i) {
      // Where the condition is NULL it does not hold.
      if (query.integer(columnCount + static_cast<int>(i)) != 0) asking[i]->look(load);
    }
  }
}

}  // namespace plumbline
