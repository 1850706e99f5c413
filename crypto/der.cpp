// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/der.h"

namespace plumbline {
namespace {

constexpr int maxDepth = 32;
constexpr std::uint8_t constructed = 0x20;
constexpr std::uint8_t longTag = 0x1F;
// X.690, 8.9.1 and 8.11.1: sequences and sets are constructed. OpenSSL reads them without that bit.
constexpr std::uint8_t bareSequence = 0x10;
constexpr std::uint8_t bareSet = 0x11;

Error malformed(Message message, std::size_t at) {
  return {ErrorCode::Malformed, std::move(message), Place{.byte = static_cast<std::int64_t>(at)}};
}

Result<void> checkValues(ByteView bytes, std::size_t start, int depth) {
  if (depth > maxDepth) return malformed("the DER values are nested too deeply", start);
  DerReader reader(bytes, start);
  while (!reader.atEnd()) {
    const std::size_t at = reader.offset();
    PLUMBLINE_TRY(value, reader.next());
    if (value.tag == bareSequence || value.tag == bareSet) {
      return malformed("a sequence or set is not marked as constructed", at);
    }
    if ((value.tag & constructed) == 0) continue;
    const std::size_t head = value.whole.size() - value.content.size();
    PLUMBLINE_CHECK(checkValues(value.content, at + head, depth + 1));
  }
  return {};
}

}  // namespace

Result<DerValue> DerReader::next() {
  const auto byteAt = [this](std::size_t i) { return std::to_integer<std::uint8_t>(m_rest[i]); };
  if (m_rest.size() < 2) return malformed("the DER value is cut short", m_at);
  if ((byteAt(0) & longTag) == longTag) return malformed("the DER tag is not known", m_at);
  std::size_t head = 2;
  std::size_t length = byteAt(1);
  if (length >= 0x80) {
    const std::size_t lengthBytes = length & 0x7Fu;
    if (lengthBytes == 0 || lengthBytes > 4) {
      return malformed("the DER length has no definite form", m_at + 1);
    }
    head += lengthBytes;
    if (m_rest.size() < head) return malformed("the DER value is cut short", m_at);
    length = 0;
    for (std::size_t i = 2; i < head; ++i) length = length << 8 | byteAt(i);
    if (length < 0x80 || byteAt(2) == 0) {
      return malformed("the DER length is longer than need be", m_at + 1);
    }
  }
  if (m_rest.size() - head < length) return malformed("the DER value is cut short", m_at);
  DerValue value{byteAt(0), m_rest.subspan(head, length), m_rest.first(head + length)};
  m_rest = m_rest.subspan(head + length);
  m_at += head + length;
  return value;
}

Result<void> checkDer(ByteView bytes) {
  DerReader reader(bytes);
  PLUMBLINE_CHECK(reader.next());
  if (!reader.atEnd()) return malformed("bytes follow the DER value", reader.offset());
  return checkValues(bytes, 0, 0);
}

}  // namespace plumbline
