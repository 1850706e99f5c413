// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/plumb_parser.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::uint64_t windowBytes = 4 << 20;

Error malformed(Message message, std::uint64_t at) {
  Place place;
  place.byte = static_cast<std::int64_t>(at);
  return {ErrorCode::Malformed, std::move(message), std::move(place)};
}

std::uint64_t littleEndian(ByteView bytes, std::uint64_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;) {
    value = value << 8 | std::to_integer<std::uint64_t>(bytes[at + i]);
  }
  return value;
}

bool sameBytes(ByteView bytes, std::uint64_t at, ByteView expected) {
  return at <= bytes.size() && bytes.size() - at >= expected.size() &&
         std::equal(expected.begin(), expected.end(),
                    bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

Result<Window> windowAt(const ByteFeed& file, std::uint64_t at, std::uint64_t count) {
  return file.window(static_cast<std::int64_t>(at), static_cast<std::int64_t>(count));
}

// Offsets in the end record (4.3.16).
constexpr std::uint64_t endCountAt = 10;
constexpr std::uint64_t endDirectoryBytesAt = 12;
constexpr std::uint64_t endDirectoryAt = 16;
// Offsets in a central header (4.3.12).
constexpr std::uint64_t centralCrcAt = 16;
constexpr std::uint64_t centralBytesAt = 20;
constexpr std::uint64_t centralNameAt = 28;

struct Directory {
  std::uint64_t at = 0;  // its first byte in the file
  std::uint64_t entries = 0;
  Window window;
  [[nodiscard]] ByteView bytes() const { return window.view; }
};

Result<Directory> readDirectory(const ByteFeed& file) {
  const auto size = static_cast<std::uint64_t>(file.bytes());
  if (size > plumbMaxFileBytes) {
    return Error{ErrorCode::TooLarge,
                 "the audit file is too large",
                 {},
                 std::to_string(size),
                 "at most 1 GiB"};
  }
  if (size < zipEndBytes) return malformed("the file is too short for an audit file", 0);
  const std::uint64_t end = size - zipEndBytes;
  PLUMBLINE_TRY(record, windowAt(file, end, zipEndBytes));
  Directory directory;
  directory.entries = littleEndian(record.view, endCountAt, 2);
  directory.at = littleEndian(record.view, endDirectoryAt, 4);
  const std::uint64_t bytes = littleEndian(record.view, endDirectoryBytesAt, 4);
  const Bytes expected = plumbEndRecord(directory.entries, directory.at, bytes);
  if (!sameBytes(record.view, 0, expected) || directory.at + bytes != end) {
    return malformed("the end of the audit file is not in the strict layout", end);
  }
  if (directory.entries > plumbMaxEntries) {
    return Error{ErrorCode::TooLarge,
                 "the audit file has too many members",
                 {},
                 std::to_string(directory.entries),
                 Message::data(std::to_string(plumbMaxEntries))};
  }
  if (bytes > directory.entries * (zipCentralBytes + plumbMaxNameBytes)) {
    return malformed("the directory has a gap", directory.at);
  }
  PLUMBLINE_TRY(window, windowAt(file, directory.at, bytes));
  directory.window = std::move(window);
  return directory;
}

Result<void> checkName(const std::vector<PlumbEntry>& before, const PlumbEntry& entry,
                       std::uint64_t at) {
  if (before.empty()) {
    if (entry.name != plumbMimeName || entry.bytes != plumbMimeType.size()) {
      return malformed("the first member is not the type of an audit file", at);
    }
    return {};
  }
  if (!isPlumbName(entry.name)) return malformed("a member's name is not allowed", at);
  if (entry.name == plumbMimeName) return malformed("the member mimetype is there twice", at);
  if (before.size() > 1 && before.back().name >= entry.name) {
    return malformed("the members are not in the order of their names", at);
  }
  return {};
}

// One central header at `at` of the directory, its local header and the room for its data at
// `expectedHeader` of the file.
Result<PlumbEntry> readEntry(const ByteFeed& file, const Directory& directory, std::uint64_t at,
                             std::uint64_t expectedHeader) {
  const ByteView bytes = directory.bytes();
  const std::uint64_t place = directory.at + at;
  if (bytes.size() - at < zipCentralBytes) return malformed("the directory ends too early", place);
  PlumbEntry entry;
  const std::uint64_t nameBytes = littleEndian(bytes, at + centralNameAt, 2);
  if (nameBytes > plumbMaxNameBytes || bytes.size() - at - zipCentralBytes < nameBytes) {
    return malformed("a member's name is too long", place);
  }
  entry.name = textOf(bytes.subspan(at + zipCentralBytes, nameBytes));
  entry.crc = static_cast<std::uint32_t>(littleEndian(bytes, at + centralCrcAt, 4));
  entry.bytes = littleEndian(bytes, at + centralBytesAt, 4);
  entry.header = expectedHeader;
  entry.data = expectedHeader + zipLocalBytes + nameBytes;
  if (!sameBytes(bytes, at, plumbCentralHeader(entry))) {
    return malformed("a directory entry is not in the strict layout", place);
  }
  if (entry.bytes > plumbByteLimit(entry.name)) {
    return Error{ErrorCode::TooLarge,
                 Message("the member %1 is too large", entry.name),
                 {},
                 std::to_string(entry.bytes),
                 Message::data(std::to_string(plumbByteLimit(entry.name)))};
  }
  if (entry.data + entry.bytes > directory.at) {
    return malformed("a member reaches past the directory", entry.header);
  }
  const Bytes header = plumbLocalHeader(entry);
  PLUMBLINE_TRY(local, windowAt(file, entry.header, header.size()));
  if (!sameBytes(local.view, 0, header)) {
    return malformed("a member's header is not in the strict layout", entry.header);
  }
  return entry;
}

}  // namespace

bool looksLikePlumb(ByteView file) {
  PlumbEntry mime;
  mime.name = plumbMimeName;
  mime.bytes = plumbMimeType.size();
  mime.crc = crc32Of(bytesOf(plumbMimeType));
  const Bytes header = plumbLocalHeader(mime);
  return sameBytes(file, 0, header) && sameBytes(file, header.size(), bytesOf(plumbMimeType));
}

Result<std::vector<PlumbEntry>> parsePlumb(const ByteFeed& file) {
  PLUMBLINE_TRY(directory, readDirectory(file));
  std::vector<PlumbEntry> entries;
  entries.reserve(directory.entries);
  std::uint64_t at = 0;
  std::uint64_t header = 0;
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    PLUMBLINE_TRY(entry, readEntry(file, directory, at, header));
    PLUMBLINE_CHECK(checkName(entries, entry, directory.at + at));
    at += zipCentralBytes + entry.name.size();
    header = entry.data + entry.bytes;
    entries.push_back(std::move(entry));
  }
  if (entries.empty()) return malformed("the audit file has no members", 0);
  if (at != directory.bytes().size())
    return malformed("the directory has a gap", directory.at + at);
  if (header != directory.at) return malformed("there is a gap before the directory", header);
  PLUMBLINE_TRY(type, windowAt(file, entries[0].data, entries[0].bytes));
  if (textOf(type.view) != plumbMimeType) {
    return malformed("the first member is not the type of an audit file", entries[0].data);
  }
  return entries;
}

Result<std::vector<PlumbEntry>> parsePlumb(ByteView file) {
  return parsePlumb(ViewFeed(file));
}

Result<void> checkPlumbCrc(const ByteFeed& file, const PlumbEntry& entry) {
  std::uint32_t crc = 0;
  for (std::uint64_t at = 0; at < entry.bytes; at += windowBytes) {
    PLUMBLINE_TRY(window, windowAt(file, entry.data + at, std::min(windowBytes, entry.bytes - at)));
    crc = crc32Of(window.view, crc);
  }
  if (crc == entry.crc) return {};
  return Error{ErrorCode::Mismatch,
               Message("the bytes of the member %1 are not the ones that were written", entry.name)};
}

Result<void> checkPlumbCrc(ByteView file, const PlumbEntry& entry) {
  return checkPlumbCrc(ViewFeed(file), entry);
}

}  // namespace plumbline
