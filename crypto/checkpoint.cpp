// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/checkpoint.h"

#include <charconv>
#include <optional>

namespace plumbline {
namespace {

Error malformed(std::string message) {
  return Error{ErrorCode::Malformed, std::move(message)};
}

/// Cuts the first line off `text`; an error where it has no newline or is empty.
Result<std::string_view> takeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end == 0) {
    return malformed("the checkpoint lacks a line");
  }
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

/// ASCII decimal without sign or leading zeros, below 2^63.
std::optional<std::uint64_t> treeSize(std::string_view text) {
  std::uint64_t size = 0;
  if (text.size() > 1 && text[0] == '0') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (size >> 63 != 0) return std::nullopt;
  return size;
}

}  // namespace

std::string Checkpoint::text() const {
  return origin + "\n" + std::to_string(size) + "\n" + root.base64() + "\n";
}

Result<Checkpoint> parseCheckpointText(std::string_view text) {
  PLUMBLINE_TRY(origin, takeLine(text));
  PLUMBLINE_TRY(sizeText, takeLine(text));
  PLUMBLINE_TRY(rootText, takeLine(text));
  if (!text.empty()) return malformed("the checkpoint has more than three lines");
  const auto size = treeSize(sizeText);
  if (!size) return malformed("the checkpoint's size is not a plain number below 2^63");
  const auto root = Hash::fromBase64Text(rootText);
  if (!root) return malformed("the checkpoint's root is not base64 of 32 bytes");
  return Checkpoint{std::string(origin), *size, *root};
}

Result<Checkpoint> openCheckpoint(std::string_view note, const NoteVerifier& log) {
  PLUMBLINE_TRY(opened, openNote(note, {&log, 1}));
  PLUMBLINE_TRY(checkpoint, parseCheckpointText(opened.text));
  if (checkpoint.origin != log.name()) {
    return Error{ErrorCode::Mismatch,
                 "the checkpoint's origin is not the name of the log's key",
                 {},
                 checkpoint.origin.substr(0, 80),
                 log.name()};
  }
  return checkpoint;
}

Result<std::string> signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey) {
  if (checkpoint.size >> 63 != 0) return malformed("the checkpoint's size is not below 2^63");
  return signNote(checkpoint.text(), checkpoint.origin, logKey);
}

}  // namespace plumbline
