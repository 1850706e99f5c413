// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ZIP package of an XLSX workbook (ECMA-376 part 2), read from memory and inflated while it is
// read. Limits are set against archives that inflate without end; the declared sizes are compared
// with what really comes out.

#include <memory>
#include <string>
#include <string_view>

#include <QIODevice>

#include "crypto/bytes.h"

struct zip;

namespace plumbline {

inline constexpr std::uint64_t xlsxMaxFileBytes = std::uint64_t{128} << 20;
inline constexpr std::int64_t xlsxMaxParts = 2048;
inline constexpr std::uint64_t xlsxMaxPartBytes = std::uint64_t{256} << 20;
inline constexpr std::uint64_t xlsxMaxBytes = std::uint64_t{512} << 20;  // all parts inflated
inline constexpr std::uint64_t xlsxMaxRatio = 200;                       // inflated to stored
inline constexpr std::uint64_t xlsxRatioFreeBytes = std::uint64_t{1}
                                                    << 20;  // small parts may exceed it

/// True when the bytes begin with a ZIP local header; says nothing about the content.
[[nodiscard]] bool looksLikeZip(ByteView bytes);

class XlsxPackage {
 public:
  /// `bytes` must outlive the package. Errors: Malformed, TooLarge, Unsupported (encrypted).
  [[nodiscard]] static Result<XlsxPackage> open(ByteView bytes);
  [[nodiscard]] bool has(const std::string& part) const;
  /// The part as a sequential device, inflated as it is read. Errors: NotFound, Malformed.
  [[nodiscard]] Result<std::unique_ptr<QIODevice>> part(const std::string& name) const;

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };
  explicit XlsxPackage(zip* archive) : m_archive(archive) {}
  std::unique_ptr<zip, Closer> m_archive;
};

}  // namespace plumbline
