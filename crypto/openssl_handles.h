// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Owners for OpenSSL's objects. For .cpp files of crypto/ only: no other house sees OpenSSL.

#include <memory>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include "crypto/bytes.h"

namespace plumbline::openssl {

template <auto release>
struct Releaser {
  template <class T>
  void operator()(T* pointer) const {
    release(pointer);
  }
};

template <class T, auto release>
using Handle = std::unique_ptr<T, Releaser<release>>;

using Bio = Handle<BIO, BIO_free_all>;
using PkeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using MdContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;

inline const unsigned char* raw(ByteView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

inline EVP_PKEY* evp(const std::shared_ptr<void>& key) {
  return static_cast<EVP_PKEY*>(key.get());
}

inline std::shared_ptr<void> owned(EVP_PKEY* key) {
  return {key, [](void* pointer) { EVP_PKEY_free(static_cast<EVP_PKEY*>(pointer)); }};
}

/// No memory or no random numbers: there is no safe way on.
inline void require(bool done) {
  if (!done) std::abort();
}

/// Leaves OpenSSL's error queue of the thread empty, whichever way a function ends.
struct CleanErrors {
  CleanErrors() = default;
  CleanErrors(const CleanErrors&) = delete;
  CleanErrors& operator=(const CleanErrors&) = delete;
  ~CleanErrors() { ERR_clear_error(); }
};

}  // namespace plumbline::openssl
