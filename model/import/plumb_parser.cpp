// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/plumb_parser.h"

#include <algorithm>

namespace plumbline {

namespace {

Error malformed(std::string message, std::uint64_t at) {
  Place place;
  place.byte = static_cast<std::int64_t>(at);
  return {ErrorCode::Malformed, std::move(message), std::move(place)};
}

std::uint64_t littleEndian(ByteView file, std::uint64_t at, std::size_t bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes; i-- > 0;) {
    value = value << 8 | std::to_integer<std::uint64_t>(file[at + i]);
  }
  return value;
}

// The place of the first byte that is not as expected, or nothing: no range is read past the file.
bool sameBytes(ByteView file, std::uint64_t at, ByteView expected) {
  return at <= file.size() && file.size() - at >= expected.size() &&
         std::equal(expected.begin(), expected.end(),
                    file.begin() + static_cast<std::ptrdiff_t>(at));
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
  std::uint64_t at = 0;
  std::uint64_t bytes = 0;
  std::uint64_t entries = 0;
};

Result<Directory> readEnd(ByteView file) {
  if (file.size() > plumbMaxFileBytes) {
    return Error{ErrorCode::TooLarge,
                 "the audit file is too large",
                 {},
                 std::to_string(file.size()),
                 "at most 1 GiB"};
  }
  if (file.size() < zipEndBytes) return malformed("the file is too short for an audit file", 0);
  const std::uint64_t end = file.size() - zipEndBytes;
  Directory directory;
  directory.entries = littleEndian(file, end + endCountAt, 2);
  directory.bytes = littleEndian(file, end + endDirectoryBytesAt, 4);
  directory.at = littleEndian(file, end + endDirectoryAt, 4);
  const Bytes expected = plumbEndRecord(directory.entries, directory.at, directory.bytes);
  if (!sameBytes(file, end, expected) || directory.at + directory.bytes != end) {
    return malformed("the end of the audit file is not in the strict layout", end);
  }
  if (directory.entries > plumbMaxEntries) {
    return Error{ErrorCode::TooLarge,
                 "the audit file has too many members",
                 {},
                 std::to_string(directory.entries),
                 std::to_string(plumbMaxEntries)};
  }
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

// One central header at `at`, its local header and the room for its data at `expectedHeader`.
Result<PlumbEntry> readEntry(ByteView file, const Directory& directory, std::uint64_t at,
                             std::uint64_t expectedHeader) {
  const std::uint64_t end = directory.at + directory.bytes;
  if (end - at < zipCentralBytes) return malformed("the directory ends too early", at);
  PlumbEntry entry;
  const std::uint64_t nameBytes = littleEndian(file, at + centralNameAt, 2);
  if (nameBytes > plumbMaxNameBytes || end - at - zipCentralBytes < nameBytes) {
    return malformed("a member's name is too long", at);
  }
  entry.name = textOf(file.subspan(at + zipCentralBytes, nameBytes));
  entry.crc = static_cast<std::uint32_t>(littleEndian(file, at + centralCrcAt, 4));
  entry.bytes = littleEndian(file, at + centralBytesAt, 4);
  entry.header = expectedHeader;
  entry.data = expectedHeader + zipLocalBytes + nameBytes;
  if (!sameBytes(file, at, plumbCentralHeader(entry))) {
    return malformed("a directory entry is not in the strict layout", at);
  }
  if (entry.bytes > plumbByteLimit(entry.name)) {
    return Error{ErrorCode::TooLarge,
                 "the member " + entry.name + " is too large",
                 {},
                 std::to_string(entry.bytes),
                 std::to_string(plumbByteLimit(entry.name))};
  }
  if (!sameBytes(file, entry.header, plumbLocalHeader(entry))) {
    return malformed("a member's header is not in the strict layout", entry.header);
  }
  if (entry.data + entry.bytes > directory.at) {
    return malformed("a member reaches past the directory", entry.header);
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

Result<std::vector<PlumbEntry>> parsePlumb(ByteView file) {
  PLUMBLINE_TRY(directory, readEnd(file));
  std::vector<PlumbEntry> entries;
  entries.reserve(directory.entries);
  std::uint64_t at = directory.at;
  std::uint64_t header = 0;
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    PLUMBLINE_TRY(entry, readEntry(file, directory, at, header));
    PLUMBLINE_CHECK(checkName(entries, entry, at));
    at += zipCentralBytes + entry.name.size();
    header = entry.data + entry.bytes;
    entries.push_back(std::move(entry));
  }
  if (entries.empty()) return malformed("the audit file has no members", 0);
  if (at != directory.at + directory.bytes) return malformed("the directory has a gap", at);
  if (header != directory.at) return malformed("there is a gap before the directory", header);
  if (textOf(file.subspan(entries[0].data, entries[0].bytes)) != plumbMimeType) {
    return malformed("the first member is not the type of an audit file", entries[0].data);
  }
  return entries;
}

Result<void> checkPlumbCrc(ByteView file, const PlumbEntry& entry) {
  if (crc32Of(file.subspan(entry.data, entry.bytes)) == entry.crc) return {};
  return Error{ErrorCode::Mismatch,
               "the bytes of the member " + entry.name + " are not the ones that were written"};
}

}  // namespace plumbline
