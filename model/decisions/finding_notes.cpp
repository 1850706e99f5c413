// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/finding_notes.h"

#include <algorithm>
#include <optional>

#include "crypto/json.h"

#include "model/workspace/change.h"
#include "model/workspace/one_reading.h"

namespace plumbline {

namespace {

constexpr std::string_view namePrefix = "note:";
constexpr std::string_view idPrefix = "f-";
constexpr std::size_t idDigits = 16;
// The longest JSON of a note: every byte of its text escaped, and the other members.
constexpr std::size_t maxValueBytes = 6 * maxNoteBytes + 200;

bool isFindingId(std::string_view id) {
  if (!id.starts_with(idPrefix) || id.size() != idPrefix.size() + idDigits) return false;
  return std::all_of(id.begin() + idPrefix.size(), id.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<void> checkText(const std::string& text) {
  if (text.size() > maxNoteBytes) {
    return Error{ErrorCode::TooLarge,
                 "the note is too long",
                 {},
                 Message("%1 bytes", text.size()),
                 Message("at most %1 bytes", maxNoteBytes)};
  }
  // Lines and tabs are text; other control characters are not, and the writer of a note has none.
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
  if (control || !isUtf8(text)) return Error{ErrorCode::BadValue, "the note is not plain text"};
  return {};
}

std::optional<FindingNote> parseNote(std::string_view value) {
  const auto json = parseJson(bytesOf(value), maxValueBytes);
  if (!json) return std::nullopt;
  const JsonValue* acknowledged = json->find("acknowledged");
  if (acknowledged == nullptr || acknowledged->boolean() == nullptr) return std::nullopt;
  const auto text = json->stringAt("text");
  const auto time = json->integerAt("time_ms");
  if (!text || !time || !checkText(*text)) return std::nullopt;
  return FindingNote{*acknowledged->boolean(), *text, Timestamp::milliseconds(*time)};
}

Result<void> storeNote(const Database& database, const std::string& name, const FindingNote& note) {
  if (note.isEmpty()) {
    PLUMBLINE_TRY(query, database.prepare("DELETE FROM settings WHERE name = ?"));
    query.bind(1, name);
    return query.run();
  }
  const std::string value = JsonValue(JsonObject{{"acknowledged", note.acknowledged},
                                                 {"text", note.text},
                                                 {"time_ms", note.time.inMilliseconds()}})
                                .dump();
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO settings (name, value) VALUES (?, ?) ON "
                                        "CONFLICT (name) DO UPDATE SET value = excluded.value"));
  query.bind(1, name).bind(2, value);
  return query.run();
}

}  // namespace

Result<FindingNotes> readFindingNotes(const std::filesystem::path& workspacePath) {
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(workspacePath));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
  PLUMBLINE_TRY(query, workspace.database().prepare("SELECT name, value FROM settings WHERE name "
                                                    "GLOB 'note:*' ORDER BY name LIMIT ?"));
  query.bind(1, static_cast<std::int64_t>(maxNotes));
  FindingNotes notes;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return notes;
    const std::string_view id = query.text(0).substr(namePrefix.size());
    if (!isFindingId(id)) continue;
    if (auto note = parseNote(query.text(1))) notes.emplace(id, std::move(*note));
  }
}

Result<void> writeFindingNote(const std::filesystem::path& workspacePath,
                              const std::string& findingId, const FindingNote& note) {
  if (!isFindingId(findingId)) {
    return Error{ErrorCode::BadValue, "this is no finding's id", {}, findingId.substr(0, 40)};
  }
  PLUMBLINE_CHECK(checkText(note.text));
  PLUMBLINE_TRY(change, Change::begin(workspacePath));
  PLUMBLINE_CHECK(storeNote(change.database(), std::string(namePrefix) + findingId, note));
  return change.commit();
}

}  // namespace plumbline
