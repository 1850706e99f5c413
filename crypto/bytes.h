// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes and the text forms of bytes: hex and base64 (RFC 4648).

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

[[nodiscard]] inline ByteView bytesOf(std::string_view text) {
  return std::as_bytes(std::span<const char>(text.data(), text.size()));
}
[[nodiscard]] inline std::string_view textOf(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline Bytes toBytes(ByteView bytes) { return {bytes.begin(), bytes.end()}; }
[[nodiscard]] inline Bytes toBytes(std::string_view text) { return toBytes(bytesOf(text)); }

/// Lower-case hex.
[[nodiscard]] std::string toHex(ByteView bytes);
/// Accepts lower-case hex only; anything else is Malformed.
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

/// Standard alphabet with padding.
[[nodiscard]] std::string toBase64(ByteView bytes);
/// Canonical standard base64 only: full padding, zero trailing bits, no white space.
[[nodiscard]] Result<Bytes> fromBase64(std::string_view text);
/// DSSE allows either the standard or the URL-safe alphabet, not both in one string; the answer
/// must re-encode to the same text.
[[nodiscard]] Result<Bytes> fromBase64Any(std::string_view text);

/// True when `text` is well-formed UTF-8 (no overlong forms, surrogates or values over U+10FFFF).
/// `badAt`, where given, receives the offset of the first bad byte.
[[nodiscard]] bool isUtf8(std::string_view text, std::size_t* badAt = nullptr);

}  // namespace plumbline
