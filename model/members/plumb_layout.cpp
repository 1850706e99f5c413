// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/plumb_layout.h"

#include <algorithm>

#include <zlib.h>

namespace plumbline {

namespace {

constexpr std::uint16_t versionNeeded = 10;  // 1.0: the default, enough for stored members
constexpr std::uint16_t dosTime = 0x0000;
constexpr std::uint16_t dosDate = 0x0021;  // 1980-01-01, the first day the format knows

class LittleEndian {
 public:
  explicit LittleEndian(std::size_t bytes) { m_bytes.reserve(bytes); }
  LittleEndian& u16(std::uint64_t value) { return put(value, 2); }
  LittleEndian& u32(std::uint64_t value) { return put(value, 4); }
  LittleEndian& text(std::string_view text) {
    const ByteView view = bytesOf(text);
    m_bytes.insert(m_bytes.end(), view.begin(), view.end());
    return *this;
  }
  Bytes take() { return std::move(m_bytes); }

 private:
  LittleEndian& put(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) m_bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
    return *this;
  }
  Bytes m_bytes;
};

// What local and central headers share: version needed to name and extra lengths.
LittleEndian& sharedFields(LittleEndian& out, const PlumbEntry& entry) {
  return out.u16(versionNeeded)
      .u16(0)  // flags
      .u16(0)  // method: stored
      .u16(dosTime)
      .u16(dosDate)
      .u32(entry.crc)
      .u32(entry.bytes)
      .u32(entry.bytes)
      .u16(entry.name.size())
      .u16(0);  // extra field length
}

bool isNamePart(std::string_view part) {
  const auto alphanumeric = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !part.empty() && alphanumeric(part.front()) &&
         std::all_of(part.begin(), part.end(),
                     [&](char c) { return alphanumeric(c) || c == '.' || c == '_' || c == '-'; });
}

}  // namespace

bool isPlumbName(std::string_view name) {
  if (name.size() > plumbMaxNameBytes) return false;
  for (std::size_t depth = 1; depth <= plumbMaxDepth; ++depth) {
    const std::size_t slash = name.find('/');
    if (!isNamePart(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
  return false;
}

std::uint64_t plumbByteLimit(std::string_view name) {
  const bool large = name.starts_with("tables/") || name.starts_with("originals/");
  return large ? plumbMaxTableBytes : plumbMaxEntryBytes;
}

std::uint32_t crc32Of(ByteView bytes, std::uint32_t before) {
  return static_cast<std::uint32_t>(
      crc32_z(before, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

Bytes plumbLocalHeader(const PlumbEntry& entry) {
  LittleEndian out(zipLocalBytes + entry.name.size());
  out.u32(zipLocalSignature);
  return sharedFields(out, entry).text(entry.name).take();
}

Bytes plumbCentralHeader(const PlumbEntry& entry) {
  LittleEndian out(zipCentralBytes + entry.name.size());
  out.u32(zipCentralSignature).u16(0);  // version made by
  return sharedFields(out, entry)
      .u16(0)  // comment length
      .u16(0)  // disk
      .u16(0)  // internal attributes
      .u32(0)  // external attributes
      .u32(entry.header)
      .text(entry.name)
      .take();
}

Bytes plumbEndRecord(std::size_t entries, std::uint64_t directoryOffset,
                     std::uint64_t directoryBytes) {
  return LittleEndian(zipEndBytes)
      .u32(zipEndSignature)
      .u16(0)  // this disk
      .u16(0)  // disk of the directory
      .u16(entries)
      .u16(entries)
      .u32(directoryBytes)
      .u32(directoryOffset)
      .u16(0)  // comment length
      .take();
}

}  // namespace plumbline
