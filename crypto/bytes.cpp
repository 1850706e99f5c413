// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/bytes.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::string_view standardAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t notASymbol = 0xFF;

using SymbolTable = std::array<std::uint8_t, 256>;

constexpr SymbolTable symbolTable(std::string_view alphabet) {
  SymbolTable table{};
  table.fill(notASymbol);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return table;
}

constexpr SymbolTable standardSymbols = symbolTable(standardAlphabet);
constexpr SymbolTable urlSafeSymbols =
    symbolTable("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
constexpr SymbolTable hexSymbols = symbolTable("0123456789abcdef");

Error badText(Message message, std::size_t at) {
  return Error{ErrorCode::Malformed, std::move(message),
               Place{.byte = static_cast<std::int64_t>(at)}};
}

/// Number of "=" at the end, at most two.
std::size_t paddingOf(std::string_view text) {
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  return padding;
}

Result<Bytes> decodeBase64(std::string_view text, const SymbolTable& symbols) {
  if (text.size() % 4 != 0) return badText("the base64 text is not padded to fours", text.size());
  const std::size_t padding = paddingOf(text);
  const std::size_t symbolCount = text.size() - padding;
  Bytes out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  unsigned bitCount = 0;
  for (std::size_t i = 0; i < symbolCount; ++i) {
    const std::uint8_t value = symbols[static_cast<unsigned char>(text[i])];
    if (value == notASymbol) return badText("this is not a base64 character", i);
    bits = (bits << 6 | value) & 0xFFFFu;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      out.push_back(static_cast<std::byte>(bits >> bitCount & 0xFFu));
    }
  }
  // Bits that reach no byte must be zero, else two texts would mean the same bytes.
  if ((bits & ((1u << bitCount) - 1u)) != 0) {
    return badText("the base64 text does not end in zero bits", symbolCount - 1);
  }
  return out;
}

struct Utf8Lead {
  unsigned length;    // bytes in the sequence, 0 where the lead byte is wrong
  unsigned char low;  // range of the second byte
  unsigned char high;
};

/// Table 3-7 of the Unicode Standard, "Well-Formed UTF-8 Byte Sequences".
Utf8Lead utf8Lead(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool isUtf8Sequence(std::string_view text, const Utf8Lead& lead) {
  if (lead.length == 0 || lead.length > text.size()) return false;
  for (unsigned i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const unsigned char low = i == 1 ? lead.low : 0x80;
    const unsigned char high = i == 1 ? lead.high : 0xBF;
    if (byte < low || byte > high) return false;
  }
  return true;
}

}  // namespace

std::string toHex(ByteView bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::byte byte : bytes) {
    out += digits[std::to_integer<std::size_t>(byte >> 4)];
    out += digits[std::to_integer<std::size_t>(byte & std::byte{0x0F})];
  }
  return out;
}

Result<Bytes> fromHex(std::string_view text) {
  if (text.size() % 2 != 0) return badText("the hex text has an odd length", text.size());
  Bytes out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const std::uint8_t high = hexSymbols[static_cast<unsigned char>(text[i])];
    const std::uint8_t low = hexSymbols[static_cast<unsigned char>(text[i + 1])];
    if (high == notASymbol) return badText("this is not a lower-case hex digit", i);
    if (low == notASymbol) return badText("this is not a lower-case hex digit", i + 1);
    out.push_back(static_cast<std::byte>(high << 4 | low));
  }
  return out;
}

std::string toBase64(ByteView bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8 | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0u);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      out += k <= count ? standardAlphabet[bits >> (18 - 6 * k) & 0x3Fu] : '=';
    }
  }
  return out;
}

Result<Bytes> fromBase64(std::string_view text) {
  return decodeBase64(text, standardSymbols);
}

Result<Bytes> fromBase64Any(std::string_view text) {
  const bool urlSafe = text.find_first_of("-_") != std::string_view::npos;
  return decodeBase64(text, urlSafe ? urlSafeSymbols : standardSymbols);
}

bool isUtf8(std::string_view text, std::size_t* badAt) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Utf8Lead lead = utf8Lead(static_cast<unsigned char>(text[at]));
    if (!isUtf8Sequence(text.substr(at), lead)) {
      if (badAt != nullptr) *badAt = at;
      return false;
    }
    at += lead.length;
  }
  return true;
}

}  // namespace plumbline
