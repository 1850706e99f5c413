// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "crypto/json.h"

#include "model/readers/summary_log_file.h"

namespace plumbline {

namespace {

Error at(std::int64_t row, std::string column, Error error) {
  error.where.row = row;
  error.where.column = std::move(column);
  return error;
}

Result<SummaryLogKind> kindOf(const std::string& type) {
  if (type == "received") return SummaryLogKind::Received;
  if (type == "processed") return SummaryLogKind::Processed;
  if (type == "sentOn") return SummaryLogKind::SentOn;
  if (type == "exported") return SummaryLogKind::Exported;
  return Error{ErrorCode::Unsupported,
               "the kind of the load is not known",
               {},
               type,
               "received, processed, sentOn or exported"};
}

// Null is an empty cell; numbers come as their text.
std::string textOfValue(const JsonValue& value) {
  if (const std::string* text = value.string()) return *text;
  if (const std::string* text = value.decimalText()) return *text;
  if (const std::int64_t* number = value.integer()) return std::to_string(*number);
  if (const bool* flag = value.boolean()) return *flag ? "Yes" : "No";
  return {};
}

Result<SummaryLogLoad> readLoad(const JsonValue& element, std::int64_t row) {
  const auto type = element.stringAt("wasteRecordType");
  if (!type) return at(row, "wasteRecordType", type.error());
  const auto kind = kindOf(*type);
  if (!kind) return at(row, "wasteRecordType", kind.error());
  const auto data = element.objectAt("data");
  if (!data) return at(row, "data", data.error());
  SummaryLogLoad load;
  load.kind = *kind;
  load.row = row;
  for (const auto& [name, value] : *(*data)->object()) {
    std::string text = textOfValue(value);
    if (text.empty() || text == summaryLogPlaceholder) continue;
    load.cells[name] = {std::move(text), name};
  }
  return load;
}

}  // namespace

bool looksLikeSummaryLogJson(ByteView bytes) {
  const std::string_view start = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 4096)));
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && start[first] == '[' &&
         start.find("\"wasteRecordType\"") != std::string_view::npos &&
         start.find("\"ROW_ID\"") != std::string_view::npos;
}

Result<SummaryLogFile> parseSummaryLogJson(ByteView bytes) {
  PLUMBLINE_TRY(json, parseJson(bytes, summaryLogMaxJsonBytes));
  const JsonArray* elements = json.array();
  if (elements == nullptr) return Error{ErrorCode::Malformed, "the summary log is not a list"};
  SummaryLogFile file;
  for (const JsonValue& element : *elements) {
    PLUMBLINE_TRY(load, readLoad(element, static_cast<std::int64_t>(file.loads.size()) + 1));
    if (const SummaryLogCell* type = load.find("processingType")) {
      file.meta.emplace("PROCESSING_TYPE", type->text);
    }
    file.loads.push_back(std::move(load));
  }
  return file;
}

}  // namespace plumbline
