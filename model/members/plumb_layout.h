// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The audit file `.plumb`: one strict, stored ZIP layout (docs/file-format.md, "Audit file").
//   - local headers back to back from offset 0; no gaps, no data descriptors, no ZIP64, no extra
//     fields, no comments; flags 0, method 0 (stored), version needed 10;
//   - DOS time 0x0000, date 0x0021 (1980-01-01), attributes 0, made-by 0;
//   - the first entry is `mimetype`; the other names follow in strictly increasing byte order;
//   - the central directory repeats the local headers in the same order; the end record ends the
//     file; every CRC-32 is right.
// So an audit has exactly one file form: the same members give the same bytes.
//
// Integers are little-endian. Field numbers are those of PKWARE's APPNOTE.TXT 6.3.10.

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace plumbline {

inline constexpr std::string_view plumbMimeName = "mimetype";
inline constexpr std::string_view plumbMimeType = "application/vnd.plumbline.audit+zip";

inline constexpr std::uint64_t plumbMaxFileBytes = std::uint64_t{1} << 30;    // 1 GiB
inline constexpr std::uint64_t plumbMaxEntryBytes = std::uint64_t{64} << 20;  // 64 MiB
inline constexpr std::uint64_t plumbMaxTableBytes = std::uint64_t{512}
                                                    << 20;  // tables/, originals/
inline constexpr std::size_t plumbMaxEntries = 4096;        // with `mimetype`
inline constexpr std::size_t plumbMaxNameBytes = 120;
inline constexpr std::size_t plumbMaxDepth = 4;

inline constexpr std::uint32_t zipLocalSignature = 0x04034b50;    // 4.3.7
inline constexpr std::uint32_t zipCentralSignature = 0x02014b50;  // 4.3.12
inline constexpr std::uint32_t zipEndSignature = 0x06054b50;      // 4.3.16
inline constexpr std::size_t zipLocalBytes = 30;                  // without the name
inline constexpr std::size_t zipCentralBytes = 46;
inline constexpr std::size_t zipEndBytes = 22;

struct PlumbEntry {
  std::string name;
  std::uint64_t header = 0;  // offset of the local header
  std::uint64_t data = 0;    // offset of the first byte
  std::uint64_t bytes = 0;
  std::uint32_t crc = 0;
};

/// `[a-z0-9][a-z0-9._-]*` joined by "/", at most 120 bytes and four parts.
[[nodiscard]] bool isPlumbName(std::string_view name);
/// The most bytes a member of this name may have.
[[nodiscard]] std::uint64_t plumbByteLimit(std::string_view name);

/// CRC-32 (ISO 3309), to be continued from an earlier value; 0 to begin.
[[nodiscard]] std::uint32_t crc32Of(ByteView bytes, std::uint32_t before = 0);

/// The 30 + name bytes of a local header, the 46 + name of a central one, the 22 of the end record.
[[nodiscard]] Bytes plumbLocalHeader(const PlumbEntry& entry);
[[nodiscard]] Bytes plumbCentralHeader(const PlumbEntry& entry);
[[nodiscard]] Bytes plumbEndRecord(std::size_t entries, std::uint64_t directoryOffset,
                                   std::uint64_t directoryBytes);

}  // namespace plumbline
