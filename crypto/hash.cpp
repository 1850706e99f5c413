// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"

#include <algorithm>

#include "crypto/openssl_handles.h"

namespace plumbline {
namespace {

// A digest that cannot start or finish means no memory or no OpenSSL provider. Going on would
// give a wrong digest, so the program stops.
using openssl::require;

}  // namespace

struct Sha256::Context {
  openssl::Handle<EVP_MD, EVP_MD_free> digest{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  openssl::MdContext state{EVP_MD_CTX_new()};
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {
  require(m_context->digest != nullptr && m_context->state != nullptr);
  require(EVP_DigestInit_ex2(m_context->state.get(), m_context->digest.get(), nullptr) == 1);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(ByteView bytes) {
  require(EVP_DigestUpdate(m_context->state.get(), bytes.data(), bytes.size()) == 1);
}

Hash Sha256::finish() {
  Hash hash;
  auto* out = reinterpret_cast<unsigned char*>(hash.bytes.data());
  require(EVP_DigestFinal_ex(m_context->state.get(), out, nullptr) == 1);
  // Without a digest argument the fetched one and its memory stay in place.
  require(EVP_DigestInit_ex2(m_context->state.get(), nullptr, nullptr) == 1);
  return hash;
}

Hash sha256(ByteView bytes) {
  thread_local Sha256 digest;
  digest.update(bytes);
  return digest.finish();
}

Result<Hash> Hash::fromBytes(ByteView bytes) {
  Hash hash;
  if (bytes.size() != hash.bytes.size()) {
    return Error{ErrorCode::Malformed,
                 "a SHA-256 digest has 32 bytes",
                 {},
                 Message("%1 bytes", bytes.size())};
  }
  std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
  return hash;
}

Result<Hash> Hash::fromHexText(std::string_view text) {
  PLUMBLINE_TRY(bytes, fromHex(text));
  return fromBytes(bytes);
}

Result<Hash> Hash::fromBase64Text(std::string_view text) {
  PLUMBLINE_TRY(bytes, fromBase64(text));
  return fromBytes(bytes);
}

}  // namespace plumbline
