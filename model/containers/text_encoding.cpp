// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/text_encoding.h"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

constexpr std::size_t headBytes = 4096;
constexpr std::uint32_t replacement = 0xFFFD;
constexpr std::uint32_t byteOrderMark = 0xFEFF;

struct EncodingName {
  std::string_view text;
  TextEncoding encoding;
};
constexpr EncodingName names[] = {
    {"utf-8", TextEncoding::Utf8},          {"utf-16le", TextEncoding::Utf16Le},
    {"utf-16be", TextEncoding::Utf16Be},    {"windows-1252", TextEncoding::Windows1252},
    {"latin-1", TextEncoding::Windows1252}, {"iso-8859-1", TextEncoding::Windows1252},
};

/// Windows-1252 from 0x80 to 0x9F (the WHATWG index: the five holes are the C1 controls).
constexpr std::array<std::uint16_t, 32> windowsHigh = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// Bytes of the character that `lead` begins; 0 where none does.
std::size_t lengthOf(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// Length of the part of `text` before a character that its end cuts.
std::size_t wholeCharacters(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0u) == 0x80u) continue;
    return lengthOf(byte) > back ? text.size() - back : text.size();
  }
  return text.size();
}

std::optional<TextEncoding> encodingOfMark(ByteView head) {
  const auto at = [&head](std::size_t i) {
    return i < head.size() ? std::to_integer<int>(head[i]) : -1;
  };
  if (at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) return TextEncoding::Utf8;
  if (at(0) == 0xFF && at(1) == 0xFE) return TextEncoding::Utf16Le;
  if (at(0) == 0xFE && at(1) == 0xFF) return TextEncoding::Utf16Be;
  return std::nullopt;
}

/// Latin text in UTF-16 has a NUL in nearly every second byte, and in no other.
std::optional<TextEncoding> encodingOfNuls(ByteView head) {
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == std::byte{0} ? 1 : 0;
  const std::size_t many = head.size() / 2 * 7 / 10;
  if (head.size() < 4) return std::nullopt;
  if (nuls[1] >= many && nuls[0] * 20 < head.size()) return TextEncoding::Utf16Le;
  if (nuls[0] >= many && nuls[1] * 20 < head.size()) return TextEncoding::Utf16Be;
  return std::nullopt;
}

}  // namespace

std::string_view toText(TextEncoding encoding) {
  const auto same = [encoding](const EncodingName& name) { return name.encoding == encoding; };
  return std::find_if(std::begin(names), std::end(names), same)->text;
}

Result<TextEncoding> textEncodingFromText(std::string_view text) {
  for (const EncodingName& name : names) {
    if (name.text == text) return name.encoding;
  }
  return Error{ErrorCode::BadValue,
               "the encoding is not known",
               {},
               "\"" + std::string(text.substr(0, 80)) + "\"",
               "utf-8, utf-16le, utf-16be, windows-1252 or latin-1"};
}

void EncodingSniffer::noteHead(ByteView piece) {
  const std::size_t count = std::min(headBytes - m_head.size(), piece.size());
  const ByteView head = piece.first(count);
  m_head.insert(m_head.end(), head.begin(), head.end());
}

void EncodingSniffer::add(ByteView piece) {
  noteHead(piece);
  if (!m_utf8) return;
  std::string_view text = textOf(piece);
  if (!m_rest.empty()) {
    // At most three bytes wait; a whole character at the seam needs three more.
    const std::size_t count = std::min<std::size_t>(text.size(), 3);
    const auto notContinued = [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    };
    const auto end =
        std::find_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), notContinued);
    m_rest.append(text.begin(), end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    if (text.empty() && wholeCharacters(m_rest) < m_rest.size()) return;
    m_utf8 = isUtf8(m_rest);
    m_rest.clear();
  }
  const std::size_t whole = wholeCharacters(text);
  m_utf8 = m_utf8 && isUtf8(text.substr(0, whole));
  m_rest = text.substr(whole);
}

TextEncoding EncodingSniffer::encoding() const {
  if (const auto marked = encodingOfMark(m_head)) return *marked;
  if (const auto nuls = encodingOfNuls(m_head)) return *nuls;
  return m_utf8 && m_rest.empty() ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

void TextDecoder::put(std::uint32_t character, std::string& out) {
  const bool first = m_atStart;
  m_atStart = false;
  if (first && character == byteOrderMark) return;
  const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (character < 0x80) {
    add(character);
  } else if (character < 0x800) {
    add(0xC0 | character >> 6);
    add(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    add(0xE0 | character >> 12);
    add(0x80 | (character >> 6 & 0x3F));
    add(0x80 | (character & 0x3F));
  } else {
    add(0xF0 | character >> 18);
    add(0x80 | (character >> 12 & 0x3F));
    add(0x80 | (character >> 6 & 0x3F));
    add(0x80 | (character & 0x3F));
  }
}

void TextDecoder::decodeUtf8(std::string_view piece, bool last, std::string& out) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  m_rest += piece;
  std::string_view text = m_rest;
  if (m_atStart) {
    if (text.size() < mark.size() && !last) return;
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    m_atStart = false;
  }
  std::size_t bad = 0;
  const std::size_t whole = last ? text.size() : wholeCharacters(text);
  std::string_view rest = text.substr(whole);
  text = text.substr(0, whole);
  const auto skipBad = [&] {
    while (m_inBad && !text.empty()) {
      m_inBad = (static_cast<unsigned char>(text[0]) & 0xC0u) == 0x80u;
      if (m_inBad) text.remove_prefix(1);
    }
  };
  skipBad();
  while (!isUtf8(text, &bad)) {
    out += text.substr(0, bad);
    out += replacementCharacter;
    text.remove_prefix(bad + 1);
    m_inBad = true;
    skipBad();
  }
  out += text;
  m_rest = std::string(rest);
}

void TextDecoder::putUnit(std::uint32_t unit, std::string& out) {
  if (m_highSurrogate != 0) {
    const std::uint32_t high = std::exchange(m_highSurrogate, 0);
    if (unit >= 0xDC00 && unit <= 0xDFFF) {
      return put(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00), out);
    }
    put(replacement, out);
  }
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    m_highSurrogate = unit;
  } else {
    put(unit >= 0xDC00 && unit <= 0xDFFF ? replacement : unit, out);
  }
}

void TextDecoder::decodeUtf16(ByteView piece, bool last, std::string& out) {
  const bool little = m_encoding == TextEncoding::Utf16Le;
  for (const std::byte byte : piece) {
    m_rest += static_cast<char>(byte);
    if (m_rest.size() < 2) continue;
    const auto first = static_cast<unsigned char>(m_rest[0]);
    const auto second = static_cast<unsigned char>(m_rest[1]);
    m_rest.clear();
    putUnit(little ? first | second << 8u : first << 8u | second, out);
  }
  if (last && (!m_rest.empty() || m_highSurrogate != 0)) put(replacement, out);
}

void TextDecoder::decode(ByteView piece, bool last, std::string& out) {
  switch (m_encoding) {
    case TextEncoding::Utf8:
      return decodeUtf8(textOf(piece), last, out);
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
      return decodeUtf16(piece, last, out);
    case TextEncoding::Windows1252:
      break;
  }
  for (const std::byte byte : piece) {
    const auto value = std::to_integer<std::uint32_t>(byte);
    put(value >= 0x80 && value < 0xA0 ? windowsHigh[value - 0x80] : value, out);
  }
}

}  // namespace plumbline
