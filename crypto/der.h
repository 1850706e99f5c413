// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The framing of ASN.1 DER (ITU-T X.690): tag, length, content. Lengths are definite and as short
// as they can be, tags have one byte. What the contents mean is left to OpenSSL.

#include "crypto/bytes.h"

namespace plumbline {

enum class DerTag : std::uint8_t { Integer = 0x02, ObjectId = 0x06, Sequence = 0x30 };

struct DerValue {
  std::uint8_t tag = 0;
  ByteView content;
  ByteView whole;  // with tag and length
  [[nodiscard]] bool is(DerTag expected) const {
    return tag == static_cast<std::uint8_t>(expected);
  }
};

/// Reads the values of a sequence one after the other.
class DerReader {
 public:
  /// `start` is the offset of `bytes` in the file, for errors.
  explicit DerReader(ByteView bytes, std::size_t start = 0) : m_rest(bytes), m_at(start) {}
  [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
  /// Offset of the next value in the file.
  [[nodiscard]] std::size_t offset() const { return m_at; }
  /// Errors: Malformed, with the byte.
  [[nodiscard]] Result<DerValue> next();

 private:
  ByteView m_rest;
  std::size_t m_at;
};

/// That `bytes` are one value and nothing else, framed as above on every level down to depth 32.
/// Errors: Malformed, with the byte.
[[nodiscard]] Result<void> checkDer(ByteView bytes);

}  // namespace plumbline
