// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/record_sink.h"

namespace plumbline {
namespace {

/// Errors of fields show what they found between quotation marks.
std::string_view unquoted(std::string_view found) {
  const bool quoted = found.size() >= 2 && found.front() == '"' && found.back() == '"';
  return quoted ? found.substr(1, found.size() - 2) : found;
}

std::string_view reasonOf(const Error& error) {
  switch (error.code) {
    case ErrorCode::BadValue:
      return unquoted(error.found.text()).empty() ? quarantine_reason::missing
                                           : quarantine_reason::badValue;
    case ErrorCode::MissingColumn:
    case ErrorCode::NotFound:
      return quarantine_reason::missing;
    case ErrorCode::Duplicate:
      return quarantine_reason::duplicate;
    case ErrorCode::Encoding:
      return quarantine_reason::encoding;
    case ErrorCode::TooLarge:
      return quarantine_reason::tooLong;
    case ErrorCode::Malformed:
      return quarantine_reason::malformed;
    case ErrorCode::Unsupported:
      return quarantine_reason::unsupported;
    default:
      return {};
  }
}

}  // namespace

std::optional<QuarantinedRow> quarantinedRow(std::optional<Table> table, const Error& error,
                                             std::string raw) {
  const std::string_view reason = reasonOf(error);
  if (reason.empty()) return std::nullopt;
  // The marks around a fact are the error's; words of ours stay words.
  Found value = error.found.isFact() ? Found(unquoted(error.found.text())) : error.found;
  return QuarantinedRow{table,          error.where,   std::move(value), std::string(reason),
                        error.expected, std::move(raw)};
}

Result<bool> RecordSink::addOrQuarantine(Table table, std::span<const NamedText> fields,
                                         const Place& where, std::string_view raw) {
  auto added = add(table, fields, where);
  if (added.ok()) return true;
  const auto row = quarantinedRow(table, added.error(), std::string(raw));
  if (!row) return std::move(added).error();
  PLUMBLINE_CHECK(quarantine(*row));
  return false;
}

Result<void> RecordSink::addExtra(std::string_view table, std::span<const NamedValue>) {
  return Error{ErrorCode::Unsupported, Message("this sink does not take rows of %1", table)};
}

}  // namespace plumbline
