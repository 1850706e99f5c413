// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What timestamps and signed PDF files share: the signer of a CMS SignedData (RFC 5652), its signed
// attributes and its certificates. For .cpp files of crypto/ only.

#include <optional>

#include <openssl/cms.h>
#include <openssl/ess.h>
#include <openssl/x509.h>

#include "crypto/certificate.h"
#include "crypto/openssl_handles.h"

namespace plumbline {

struct CertificateHandle {
  [[nodiscard]] static X509* of(const Certificate& certificate) {
    return static_cast<X509*>(certificate.m_x509.get());
  }
};

namespace openssl {

inline void freeStack(STACK_OF(X509) * stack) {
  sk_X509_pop_free(stack, X509_free);
}
inline void freeStackOnly(STACK_OF(X509) * stack) {
  sk_X509_free(stack);
}
using OwnedStack = Handle<STACK_OF(X509), freeStack>;
using BorrowedStack = Handle<STACK_OF(X509), freeStackOnly>;

inline constexpr int maxEmbeddedCertificates = 20;

[[nodiscard]] Bytes digestOf(ByteView message, const std::string& digestName);

/// The one value of a signed attribute that is there exactly once, or nullptr.
template <class T>
T* signedAttribute(CMS_SignerInfo* signer, int nid, int type) {
  constexpr int onlyOne = -3;
  return static_cast<T*>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), onlyOne, type));
}

/// A chain from the certificate to one of the roots, at a time in seconds; nothing: whenever.
/// Errors: NotFound.
[[nodiscard]] Result<OwnedStack> chainTo(std::span<const Certificate> roots, X509* certificate,
                                         const std::vector<X509*>& links,
                                         std::optional<std::int64_t> time);

/// The signed digests of certificates (ESSCertID, RFC 5035) are there and those of the chain.
[[nodiscard]] bool namesCertificates(CMS_SignerInfo* signer, STACK_OF(X509) * chain);

}  // namespace openssl
}  // namespace plumbline
