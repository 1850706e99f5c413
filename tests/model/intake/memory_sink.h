// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A sink that only remembers.

#include "model/intake/record_sink.h"

namespace plumbline::test {

// Keeps everything as lines of text: "intakes id=1000 time=... net_kg=89950".
class MemorySink : public RecordSink {
 public:
  Result<void> describe(const UnsignedPublication& publication) override {
    described = publication;
    return {};
  }
  Result<void> add(Table table, std::span<const NamedText> fields, const Place&) override {
    std::string line(tableInfo(table).name);
    for (const NamedText& field : fields) {
      if (!field.text.empty())
        line += ' ' + std::string(field.field) + '=' + std::string(field.text);
    }
    lines.push_back(line);
    return {};
  }
  Result<void> quarantine(const QuarantinedRow& row) override {
    std::string line = "quarantine " + row.reason;
    const auto note = [&line](std::string_view name, const std::string& text) {
      if (!text.empty()) line += ' ' + std::string(name) + '=' + text;
    };
    if (row.table) note("table", std::string(tableInfo(*row.table).name));
    if (row.where.row > 0) note("row", std::to_string(row.where.row));
    note("column", row.where.column);
    note("found", row.value.text());
    note("expected", row.expected.text());
    lines.push_back(line);
    return {};
  }
  Result<void> addExtra(std::string_view table, std::span<const NamedValue> values) override {
    std::string line(table);
    for (const NamedValue& value : values) {
      // The place differs between the workbook and the JSON form of the same loads.
      if (value.column == "row" || value.column == "sheet") continue;
      line += ' ' + std::string(value.column) + '=';
      if (const auto* number = std::get_if<std::int64_t>(&value.value)) {
        line += std::to_string(*number);
      } else {
        line += std::get<std::string_view>(value.value);
      }
    }
    lines.push_back(line);
    return {};
  }
  [[nodiscard]] std::vector<std::string> of(const std::string& table) const {
    std::vector<std::string> found;
    for (const std::string& line : lines) {
      if (line.starts_with(table + ' ') || line == table) found.push_back(line);
    }
    return found;
  }

  UnsignedPublication described;
  std::vector<std::string> lines;
};

}  // namespace plumbline::test
