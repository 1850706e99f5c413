// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/checkpoint.h"

#include <algorithm>

#include "crypto/text_lines.h"

namespace plumbline {
namespace {

Error malformed(Message message) {
  return Error{ErrorCode::Malformed, std::move(message)};
}

/// The next line; an error where it has no newline or is empty.
Result<std::string_view> takeLine(LineReader& lines) {
  const auto line = lines.next();
  if (!line || line->empty()) {
    const std::int64_t number = lines.line() + (line ? 0 : 1);
    return errorAtLine(number, ErrorCode::Malformed, "the checkpoint lacks a line");
  }
  return *line;
}

}  // namespace

std::string Checkpoint::text() const {
  return origin + "\n" + std::to_string(size) + "\n" + root.base64() + "\n";
}

Result<Checkpoint> parseCheckpointText(std::string_view text) {
  LineReader lines(text);
  PLUMBLINE_TRY(origin, takeLine(lines));
  PLUMBLINE_TRY(sizeText, takeLine(lines));
  const auto size = parsePlainNumber(sizeText);
  if (!size) {
    return errorAtLine(2, ErrorCode::Malformed,
                       "the checkpoint's size is not a plain number below 2^63", sizeText);
  }
  PLUMBLINE_TRY(rootText, takeLine(lines));
  const auto root = Hash::fromBase64Text(rootText);
  if (!root) {
    return errorAtLine(3, ErrorCode::Malformed, "the checkpoint's root is not base64 of 32 bytes",
                       rootText);
  }
  if (!lines.rest().empty()) {
    return errorAtLine(4, ErrorCode::Malformed, "the checkpoint has more than three lines",
                       lines.rest());
  }
  return Checkpoint{std::string(origin), *size, *root};
}

std::string_view claimedOrigin(std::string_view note) {
  return note.substr(0, note.find('\n'));
}

Result<Checkpoint> parseCheckpointOf(const Note& opened, std::span<const NoteVerifier> logKeys) {
  const auto byTheLog = [&](const NoteSignature& signature) {
    return std::any_of(logKeys.begin(), logKeys.end(), [&](const NoteVerifier& log) {
      return signature.name == log.name() && signature.keyId == log.keyId();
    });
  };
  if (std::none_of(opened.verified.begin(), opened.verified.end(), byTheLog)) {
    return Error{ErrorCode::NotFound, "the log has not signed the checkpoint"};
  }
  PLUMBLINE_TRY(checkpoint, parseCheckpointText(opened.text));
  if (checkpoint.origin != logKeys.front().name()) {
    return Error{ErrorCode::Mismatch, "the checkpoint's origin is not the name of the log's key",
                 Place{.row = 1}, checkpoint.origin.substr(0, 80), Message::data(logKeys.front().name())};
  }
  return checkpoint;
}

Result<Checkpoint> openCheckpoint(std::string_view note, const NoteVerifier& log) {
  PLUMBLINE_TRY(opened, openNote(note, {&log, 1}));
  return parseCheckpointOf(opened, {&log, 1});
}

Result<std::string> signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey) {
  if (checkpoint.size >> 63 != 0) return malformed("the checkpoint's size is not below 2^63");
  return signNote(checkpoint.text(), checkpoint.origin, logKey);
}

}  // namespace plumbline
