// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of a file whose encoding nobody stated: guessed from all its bytes, shown, and turned
// into UTF-8 piece by piece.

#include <optional>
#include <string>

#include "crypto/bytes.h"

namespace plumbline {

enum class TextEncoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Windows1252 };
/// "utf-8", "utf-16le", "utf-16be", "windows-1252": as written in a mapping.
[[nodiscard]] std::string_view toText(TextEncoding encoding);
/// Also "latin-1" and "iso-8859-1", which Windows-1252 contains. Errors: BadValue.
[[nodiscard]] Result<TextEncoding> textEncodingFromText(std::string_view text);

/// Looks at the bytes of a file one piece after the other. A byte order mark decides; then NUL
/// bytes in every second place; then whether all of it is UTF-8. What is neither is Windows-1252,
/// in which every byte means something.
class EncodingSniffer {
 public:
  void add(ByteView piece);
  [[nodiscard]] TextEncoding encoding() const;

 private:
  void noteHead(ByteView piece);
  Bytes m_head;
  std::string m_rest;  // start of a character that the next piece ends
  bool m_utf8 = true;
};

/// Turns bytes into UTF-8. A byte order mark is left out; a byte sequence that is none of the
/// encoding becomes U+FFFD, which no field accepts, so that its row is reported.
class TextDecoder {
 public:
  explicit TextDecoder(TextEncoding encoding) : m_encoding(encoding) {}
  /// Appends the text of `piece`; `last`: nothing follows.
  void decode(ByteView piece, bool last, std::string& out);

 private:
  void decodeUtf8(std::string_view piece, bool last, std::string& out);
  void decodeUtf16(ByteView piece, bool last, std::string& out);
  void putUnit(std::uint32_t unit, std::string& out);
  void put(std::uint32_t character, std::string& out);

  TextEncoding m_encoding;
  std::string m_rest;                 // bytes of a character that is not whole yet
  std::uint32_t m_highSurrogate = 0;  // first half of a UTF-16 pair
  bool m_atStart = true;
  bool m_inBad = false;  // what continues a bad sequence belongs to it
};

inline constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

}  // namespace plumbline
