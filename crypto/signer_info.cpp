// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/signer_info.h"

#include <openssl/x509_vfy.h>

namespace plumbline::openssl {
namespace {

// 112 bits (NIST SP 800-57): refuses RSA below 2048 bits and SHA-1 in certificates.
constexpr int securityLevel = 2;
constexpr int maxChainLength = 10;

using Store = Handle<X509_STORE, X509_STORE_free>;
using StoreContext = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;
using SigningCert = Handle<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>;
using SigningCertV2 = Handle<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

template <class Handle, auto decode>
Handle essAttribute(CMS_SignerInfo* signer, int nid) {
  const auto* value = signedAttribute<ASN1_STRING>(signer, nid, V_ASN1_SEQUENCE);
  if (value == nullptr) return nullptr;
  const unsigned char* at = ASN1_STRING_get0_data(value);
  return Handle(decode(nullptr, &at, ASN1_STRING_length(value)));
}

}  // namespace

Bytes digestOf(ByteView message, const std::string& digestName) {
  Bytes digest(EVP_MAX_MD_SIZE);
  std::size_t length = 0;
  require(EVP_Q_digest(nullptr, digestName.c_str(), nullptr, message.data(), message.size(),
                       reinterpret_cast<unsigned char*>(digest.data()), &length) == 1);
  digest.resize(length);
  return digest;
}

Result<OwnedStack> chainTo(std::span<const Certificate> roots, X509* certificate,
                           const std::vector<X509*>& links, std::optional<std::int64_t> time) {
  const Store store(X509_STORE_new());
  require(store != nullptr);
  for (const Certificate& root : roots) {
    require(X509_STORE_add_cert(store.get(), CertificateHandle::of(root)) == 1);
  }
  X509_VERIFY_PARAM* rules = X509_STORE_get0_param(store.get());
  if (time) {
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(*time));
  } else {
    require(X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_NO_CHECK_TIME) == 1);
  }
  X509_VERIFY_PARAM_set_auth_level(rules, securityLevel);
  X509_VERIFY_PARAM_set_depth(rules, maxChainLength);
  const BorrowedStack others(sk_X509_new_null());
  require(others != nullptr);
  for (X509* link : links) require(sk_X509_push(others.get(), link) > 0);
  const StoreContext context(X509_STORE_CTX_new());
  require(context != nullptr &&
          X509_STORE_CTX_init(context.get(), store.get(), certificate, others.get()) == 1);
  if (X509_verify_cert(context.get()) != 1) {
    return Error{ErrorCode::NotFound,
                 "no chain of certificates leads to a given root",
                 {},
                 X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()))};
  }
  OwnedStack chain(X509_STORE_CTX_get1_chain(context.get()));
  require(chain != nullptr);
  return chain;
}

bool namesCertificates(CMS_SignerInfo* signer, STACK_OF(X509) * chain) {
  const auto v1 =
      essAttribute<SigningCert, d2i_ESS_SIGNING_CERT>(signer, NID_id_smime_aa_signingCertificate);
  const auto v2 = essAttribute<SigningCertV2, d2i_ESS_SIGNING_CERT_V2>(
      signer, NID_id_smime_aa_signingCertificateV2);
  return OSSL_ESS_check_signing_certs(v1.get(), v2.get(), chain, 1) > 0;
}

}  // namespace plumbline::openssl
