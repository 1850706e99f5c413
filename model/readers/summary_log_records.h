// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Loads of a summary log as records of the workspace.

#include <map>
#include <set>

#include "model/intake/record_sink.h"
#include "model/readers/summary_log_load.h"

namespace plumbline {

class SummaryLogRecords {
 public:
  explicit SummaryLogRecords(RecordSink& sink) : m_sink(&sink) {}
  /// Adds what the load becomes. A load without its date or its mass becomes no record.
  /// Errors: Duplicate where a row id stands twice in a table of the log; what the sink refuses.
  [[nodiscard]] Result<void> add(const SummaryLogLoad& load, const SummaryLogFigures& figures);

 private:
  struct Document {
    std::string number;
    std::int64_t line = 1;
  };
  Result<std::string> material(const std::string& description, MaterialClass materialClass,
                               const Place& where);
  Result<void> addIntake(const SummaryLogLoad& load, const SummaryLogFigures& figures);
  Result<void> addShipment(const SummaryLogLoad& load, const SummaryLogFigures& figures,
                           const Document& document);
  Result<void> addReceipt(const SummaryLogLoad& load, const SummaryLogFigures& figures,
                          const Document& document);
  /// What a log of outputs says of a product beyond its record.
  Result<void> remarkProduct(const SummaryLogFigures& figures);
  Result<void> remark(const std::string& id, std::string_view kind, std::string_view text,
                      std::optional<std::int64_t> grams = {});
  Result<void> addFigures(const SummaryLogLoad& load, const SummaryLogFigures& figures);
  Document documentOf(const SummaryLogLoad& load, const SummaryLogFigures& figures);

  RecordSink* m_sink;
  std::set<std::string> m_materials;            // codes that have their row
  std::map<std::string, std::int64_t> m_lines;  // document number -> lines so far
  std::set<std::pair<SummaryLogKind, std::string>> m_rowIds;
};

}  // namespace plumbline
