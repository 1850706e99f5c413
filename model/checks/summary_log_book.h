// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The loads of UK packaging EPR summary logs as the checks of the log see them. A log is one file a
// year that grows: only the newest of each party is looked at.

#include "model/checks/check.h"

namespace plumbline {

struct LogLoad {
  std::string kind;  // received, processed, sent_on, exported
  std::string rowId;
  std::optional<Timestamp> date;  // received, or left the site
  // Micrograms; proportion in 10^-12.
  std::optional<std::int64_t> gross, tare, pallet, net, nonTarget, proportion, tonnage;
  std::optional<bool> balingWire;
  std::optional<Timestamp> exported, overseas, repatriated;
  std::optional<std::int64_t> exportedMass, overseasMass;
  [[nodiscard]] bool comesIn() const { return kind == "received" || kind == "exported"; }
};

struct SummaryLog {
  std::int64_t publication = 0;
  std::string party;
  std::vector<LogLoad> loads;  // by row id, numbers by value
};

/// By party.
[[nodiscard]] Result<std::vector<SummaryLog>> loadSummaryLogs(const Database& database);

/// The record of a load in `table`, where there is one.
[[nodiscard]] Result<std::optional<RecordRef>> recordOf(const Database& database,
                                                        const SummaryLog& log, Table table,
                                                        const std::string& rowId);

/// Micrograms as the whole grams of the records.
[[nodiscard]] Mass massOf(std::int64_t micrograms);

/// The outcome where there is no summary log: nothing to look at, and no finding about it.
[[nodiscard]] CheckOutcome noSummaryLog();

}  // namespace plumbline
