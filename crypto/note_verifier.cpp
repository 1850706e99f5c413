// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "crypto/note.h"
#include "crypto/unseen_signs.h"

namespace plumbline {
namespace {

Error badKey(Message message) {
  return Error{ErrorCode::BadKey, std::move(message)};
}

/// The public key as a note's key id and vkey hold it: type byte, then the key.
Bytes typedKey(NoteKeyType type, const PublicKey& key) {
  Bytes bytes(1 + key.bytes().size(), static_cast<std::byte>(type));
  std::copy(key.bytes().begin(), key.bytes().end(), bytes.begin() + 1);
  return bytes;
}

/// `typed` is the algorithm's byte and the key's bytes, of whatever algorithm.
std::uint32_t keyIdOf(std::string_view name, ByteView typed) {
  Bytes bytes = toBytes(name);
  bytes.push_back(std::byte{'\n'});
  bytes.insert(bytes.end(), typed.begin(), typed.end());
  const Hash hash = sha256(bytes);
  std::uint32_t id = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    id = id << 8 | std::to_integer<std::uint32_t>(hash.bytes[i]);
  }
  return id;
}

std::string hexOf(std::uint32_t id) {
  std::array<std::byte, 4> bytes{};
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[i] = static_cast<std::byte>(id >> (24 - 8 * i) & 0xFFu);
  }
  return toHex(bytes);
}

/// White_Space of Unicode beyond ASCII and U+0085, which is a control character, too.
constexpr std::array<CodeRange, 7> unicodeSpaces = {{{0x00A0, 0x00A0},
                                                     {0x1680, 0x1680},
                                                     {0x2000, 0x200A},
                                                     {0x2028, 0x2029},
                                                     {0x202F, 0x202F},
                                                     {0x205F, 0x205F},
                                                     {0x3000, 0x3000}}};

/// The first code point of a text that is UTF-8, which is cut off it.
char32_t takeCode(std::string_view& utf8) {
  const auto lead = static_cast<unsigned char>(utf8.front());
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = size == 1 ? lead : lead & (0x7Fu >> size);
  for (const char c : utf8.substr(1, size - 1)) {
    code = code << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
  }
  utf8.remove_prefix(size);
  return code;
}

bool isRefused(char32_t code) {
  if (code <= 0x20 || code == U'+' || (code >= 0x7F && code <= 0x9F)) return true;
  return isUnseenSign(code) ||
         std::any_of(unicodeSpaces.begin(), unicodeSpaces.end(), [code](const CodeRange& range) {
           return code >= range.first && code <= range.last;
         });
}

}  // namespace

// UTF-8 without white space (White_Space), plus, control characters (Cc) and what has no sign of
// its own (Cf, Default_Ignorable): a name that cannot be told from another is none.
bool isNoteName(std::string_view name) {
  if (name.empty() || !isUtf8(name)) return false;
  while (!name.empty()) {
    if (isRefused(takeCode(name))) return false;
  }
  return true;
}

NoteVerifier::NoteVerifier(std::string name, NoteKeyType type, PublicKey key)
    : m_name(std::move(name)),
      m_type(type),
      m_key(std::move(key)),
      m_keyId(keyIdOf(m_name, typedKey(m_type, m_key))) {}

NoteVerifier NoteVerifier::fromKey(std::string name, NoteKeyType type, PublicKey key) {
  return NoteVerifier(std::move(name), type, std::move(key));
}

Result<NoteVerifier> NoteVerifier::fromVkey(std::string_view vkey) {
  const std::size_t first = vkey.find('+');
  const std::size_t second = first == std::string_view::npos ? first : vkey.find('+', first + 1);
  if (second == std::string_view::npos) return badKey("the key has no two plus signs");
  const std::string_view name = vkey.substr(0, first);
  if (!isNoteName(name))
    return badKey("the key's name is empty or has a space or a sign that cannot be seen");
  const auto bytes = fromBase64(vkey.substr(second + 1));
  if (!bytes || bytes->empty()) return badKey("the key's last part is not base64");
  if (vkey.substr(first + 1, second - first - 1) != hexOf(keyIdOf(name, *bytes))) {
    return badKey("the key's id does not belong to the key");
  }
  const auto type = static_cast<NoteKeyType>((*bytes)[0]);
  if (type != NoteKeyType::Ed25519 && type != NoteKeyType::CosignatureV1) {
    return Error{ErrorCode::Unsupported, "the key's algorithm is not known"};
  }
  PLUMBLINE_TRY(key, PublicKey::fromBytes(ByteView(*bytes).subspan(1)));
  return NoteVerifier(std::string(name), type, std::move(key));
}

std::string NoteVerifier::vkey() const {
  return m_name + "+" + hexOf(m_keyId) + "+" + toBase64(typedKey(m_type, m_key));
}

}  // namespace plumbline
