// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A sink that keeps no record: what would an import say? Values are checked as in an import.

#include <functional>
#include <map>

#include "model/intake/record_check.h"

namespace plumbline {

class CheckSink : public RecordSink {
 public:
  using RowFunction = std::function<void(const QuarantinedRow&)>;
  /// `quarantined` is called for every row that cannot be used.
  explicit CheckSink(RowFunction quarantined) : m_quarantined(std::move(quarantined)) {}
  [[nodiscard]] Result<void> describe(const UnsignedPublication&) override {
    m_keys.clear();
    return {};
  }
  [[nodiscard]] Result<void> add(Table table, std::span<const NamedText> fields,
                                 const Place& where) override;
  [[nodiscard]] Result<void> quarantine(const QuarantinedRow& row) override;
  [[nodiscard]] Result<void> addExtra(std::string_view, std::span<const NamedValue>) override {
    return {};
  }
  void tellCounts(const ReadCounts& counts) override { m_counts += counts; }
  [[nodiscard]] const ReadCounts& counts() const { return m_counts; }
  [[nodiscard]] std::int64_t good() const { return m_good; }
  [[nodiscard]] std::int64_t bad() const { return m_bad; }

 private:
  RowFunction m_quarantined;
  std::map<Table, RecordKeys> m_keys;
  std::vector<Cell> m_cells;
  ReadCounts m_counts;
  std::int64_t m_good = 0;
  std::int64_t m_bad = 0;
};

}  // namespace plumbline
