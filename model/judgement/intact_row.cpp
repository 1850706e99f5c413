// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/judgement/evidence_rows.h"

namespace plumbline {

EvidenceRow intactRow(const EvidenceParts& in) {
  EvidenceRow row{EvidenceQuestion::Intact, CheckState::CannotTell, "no_publications", {}, {}};
  if (withEnvelope(in) == 0) return row;
  struct Fault {
    std::string_view tableState;
    CheckState state;
    std::string_view reason;
  };
  static constexpr Fault faults[] = {{"mismatch", CheckState::Failed, "table_mismatch"},
                                     {"unreadable", CheckState::CannotTell, "table_unreadable"},
                                     {"unsupported", CheckState::CannotTell, "table_unreadable"},
                                     {"missing", CheckState::CannotTell, "table_missing"}};
  for (const Fault& fault : faults) {
    const auto at = [&fault](const PublishedTableState& table) {
      return table.state == fault.tableState;
    };
    const auto first = std::find_if(in.tables.begin(), in.tables.end(), at);
    if (first == in.tables.end()) continue;
    row.state = fault.state;
    row.reason = fault.reason;
    row.facts.set("tables", std::int64_t{std::count_if(in.tables.begin(), in.tables.end(), at)});
    row.facts.set("table", first->name);
    row.facts.set("file", "tables/" + first->sha256 + ".csv");
    return row;
  }
  row.state = CheckState::Passed;
  row.reason = "all_files_match";
  std::int64_t rows = 0;
  for (const SignedEntry& entry : in.entries) rows += entry.view.rows;
  row.facts.set("files", in.signedFiles);
  row.facts.set("tables", static_cast<std::int64_t>(in.tables.size()));
  row.facts.set("rows", rows);
  return row;
}

}  // namespace plumbline
