// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "crypto/note.h"

namespace plumbline {
namespace {

Error badKey(std::string message) {
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

/// UTF-8 forms of the characters with the Unicode property White_Space, ASCII ones apart.
constexpr std::array<std::string_view, 19> unicodeSpaces = {
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
    "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

}  // namespace

bool isNoteName(std::string_view name) {
  if (name.empty() || !isUtf8(name)) return false;
  const auto forbidden = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '+'; };
  if (std::any_of(name.begin(), name.end(), forbidden)) return false;
  return std::none_of(unicodeSpaces.begin(), unicodeSpaces.end(), [&](std::string_view space) {
    return name.find(space) != std::string_view::npos;
  });
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
  if (!isNoteName(name)) return badKey("the key's name is empty or has a space");
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
