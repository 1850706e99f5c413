// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/gmac.h"

#include <algorithm>

#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include "crypto/openssl_handles.h"

namespace plumbline {
namespace {

using openssl::require;

using Nonce = std::array<unsigned char, 12>;

Nonce nonceOf(std::uint64_t number) {
  Nonce nonce{};
  for (std::size_t i = 0; i < sizeof number; ++i) {
    nonce[nonce.size() - 1 - i] = static_cast<unsigned char>(number >> (8 * i));
  }
  return nonce;
}

}  // namespace

struct Gmac::Context {
  openssl::Handle<EVP_MAC, EVP_MAC_free> mac{EVP_MAC_fetch(nullptr, "GMAC", nullptr)};
  openssl::Handle<EVP_MAC_CTX, EVP_MAC_CTX_free> state{mac ? EVP_MAC_CTX_new(mac.get()) : nullptr};
};

Result<Tag> Tag::fromBytes(ByteView bytes) {
  Tag tag;
  if (bytes.size() != tag.bytes.size()) {
    return Error{ErrorCode::Malformed,
                 "a tag has 16 bytes",
                 {},
                 Message("%1 bytes", bytes.size())};
  }
  std::copy(bytes.begin(), bytes.end(), tag.bytes.begin());
  return tag;
}

Gmac::Key Gmac::newKey() {
  Key key;
  require(RAND_bytes(reinterpret_cast<unsigned char*>(key.data()), static_cast<int>(key.size())) == 1);
  return key;
}

Gmac::Gmac(const Key& key) : m_context(std::make_unique<Context>()) {
  require(m_context->state != nullptr);
  char cipher[] = "AES-256-GCM";
  Nonce nonce{};
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher, 0),
      OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_IV, nonce.data(), nonce.size()),
      OSSL_PARAM_construct_end()};
  const auto* bytes = reinterpret_cast<const unsigned char*>(key.data());
  require(EVP_MAC_init(m_context->state.get(), bytes, key.size(), parameters) == 1);
}

Gmac::~Gmac() = default;
Gmac::Gmac(Gmac&&) noexcept = default;
Gmac& Gmac::operator=(Gmac&&) noexcept = default;

Tag Gmac::tagOf(std::uint64_t number, ByteView bytes) const {
  EVP_MAC_CTX* const state = m_context->state.get();
  Nonce nonce = nonceOf(number);
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_IV, nonce.data(), nonce.size()),
      OSSL_PARAM_construct_end()};
  Tag tag;
  auto* out = reinterpret_cast<unsigned char*>(tag.bytes.data());
  std::size_t size = 0;
  // Without a key the one that is in place stays.
  require(EVP_MAC_init(state, nullptr, 0, parameters) == 1);
  require(EVP_MAC_update(state, openssl::raw(bytes), bytes.size()) == 1);
  require(EVP_MAC_final(state, out, &size, tag.bytes.size()) == 1 && size == tag.bytes.size());
  return tag;
}

}  // namespace plumbline
