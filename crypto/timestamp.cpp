// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/timestamp.h"

#include <algorithm>

#include <openssl/ess.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "crypto/certificate_name.h"
#include "crypto/self_test.h"
#include "crypto/timestamp_token.h"

namespace plumbline {

using namespace openssl;

namespace {

// 112 bits (NIST SP 800-57): refuses RSA below 2048 bits and SHA-1 in certificates.
constexpr int securityLevel = 2;
constexpr int maxChainLength = 10;
constexpr int maxEmbedded = 20;

void freeStack(STACK_OF(X509) * stack) {
  sk_X509_pop_free(stack, X509_free);
}
void freeStackOnly(STACK_OF(X509) * stack) {
  sk_X509_free(stack);
}
using OwnedStack = Handle<STACK_OF(X509), freeStack>;
using BorrowedStack = Handle<STACK_OF(X509), freeStackOnly>;
using Store = Handle<X509_STORE, X509_STORE_free>;
using StoreContext = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;
using KeyUsages = Handle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;
using Names = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;
using SigningCert = Handle<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>;
using SigningCertV2 = Handle<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

Error refuse(ErrorCode code, std::string message, std::string found = {},
             std::string expected = {}) {
  return {code, std::move(message), {}, std::move(found), std::move(expected)};
}

Bytes digestOf(ByteView message, const std::string& digestName) {
  Bytes digest(EVP_MAX_MD_SIZE);
  std::size_t length = 0;
  require(EVP_Q_digest(nullptr, digestName.c_str(), nullptr, message.data(), message.size(),
                       reinterpret_cast<unsigned char*>(digest.data()), &length) == 1);
  digest.resize(length);
  return digest;
}

/// RFC 3161 section 2.3: extended key usage timeStamping, critical and alone; RFC 5280: a key
/// usage, where there is one, for signatures.
Result<void> checkPurpose(X509* certificate) {
  int critical = 0;
  const KeyUsages usages(static_cast<EXTENDED_KEY_USAGE*>(
      X509_get_ext_d2i(certificate, NID_ext_key_usage, &critical, nullptr)));
  if (usages == nullptr || sk_ASN1_OBJECT_num(usages.get()) != 1 ||
      OBJ_obj2nid(sk_ASN1_OBJECT_value(usages.get(), 0)) != NID_time_stamp) {
    return refuse(ErrorCode::BadKey, "the signer's certificate is not for timestamps alone");
  }
  if (critical != 1) {
    return refuse(ErrorCode::BadKey,
                  "the signer's certificate does not mark its use for timestamps as critical");
  }
  constexpr std::uint32_t signing = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
  if ((X509_get_key_usage(certificate) & signing) == 0) {
    return refuse(ErrorCode::BadKey, "the signer's certificate is not for signatures");
  }
  return {};
}

bool isNameOf(X509* certificate, GENERAL_NAME* name) {
  if (name->type == GEN_DIRNAME &&
      X509_NAME_cmp(name->d.directoryName, X509_get_subject_name(certificate)) == 0) {
    return true;
  }
  const Names others(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; i < sk_GENERAL_NAME_num(others.get()); ++i) {
    if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(others.get(), i), name) == 0) return true;
  }
  return false;
}

/// The one value of a signed attribute that is there exactly once, or nullptr.
template <class T>
T* signedAttribute(CMS_SignerInfo* signer, int nid, int type) {
  constexpr int onlyOne = -3;
  return static_cast<T*>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), onlyOne, type));
}

template <class Handle, auto decode>
Handle essAttribute(CMS_SignerInfo* signer, int nid) {
  const auto* value = signedAttribute<ASN1_STRING>(signer, nid, V_ASN1_SEQUENCE);
  if (value == nullptr) return nullptr;
  const unsigned char* at = ASN1_STRING_get0_data(value);
  return Handle(decode(nullptr, &at, ASN1_STRING_length(value)));
}

}  // namespace

/// Checks one token; every step is one of the rules in the header.
class TokenChecker {
 public:
  TokenChecker(TimestampToken& token, const TimestampTrust& trust)
      : m_token(token), m_trust(trust) {}

  Result<TimestampInfo> check(ByteView message) {
    PLUMBLINE_CHECK(checkStated(message));
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(m_token.cms.get());
    if (sk_CMS_SignerInfo_num(signers) != 1) {
      return refuse(ErrorCode::Malformed, "the token does not have exactly one signer");
    }
    m_signer = sk_CMS_SignerInfo_value(signers, 0);
    PLUMBLINE_CHECK(checkAttributes());
    m_embedded = OwnedStack(CMS_get1_certs(m_token.cms.get()));
    if (sk_X509_num(m_embedded.get()) > maxEmbedded) {
      return refuse(ErrorCode::TooLarge, "the token carries more than 20 certificates");
    }
    return checkSigner();
  }

 private:
  static X509* x509(const Certificate& certificate) {
    return static_cast<X509*>(certificate.m_x509.get());
  }

  Result<void> checkStated(ByteView message) const {
    const TimestampInfo& stated = m_token.stated;
    const Bytes digest = digestOf(message, stated.digestName);
    if (stated.imprint != digest) {
      return refuse(ErrorCode::Mismatch, "the timestamp is over other bytes", toHex(stated.imprint),
                    toHex(digest));
    }
    if (!m_trust.policyOid.empty() && stated.policyOid != m_trust.policyOid) {
      return refuse(ErrorCode::Mismatch, "the timestamp was given under another policy",
                    stated.policyOid, m_trust.policyOid);
    }
    if (!m_trust.nonce.empty() && stated.nonce != m_trust.nonce) {
      return refuse(ErrorCode::Mismatch, "the timestamp does not answer this request", stated.nonce,
                    m_trust.nonce);
    }
    return {};
  }

  /// The signed attributes bind the content (RFC 5652 section 11); the signature binds them.
  Result<void> checkAttributes() const {
    X509_ALGOR* algorithm = nullptr;
    CMS_SignerInfo_get0_algs(m_signer, nullptr, nullptr, &algorithm, nullptr);
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const char* digestName = digestNameOf(object);
    if (digestName == nullptr) {
      return refuse(ErrorCode::Unsupported, "the signature's digest is not accepted", {},
                    "SHA-256, SHA-384 or SHA-512");
    }
    const auto* type = signedAttribute<ASN1_OBJECT>(m_signer, NID_pkcs9_contentType, V_ASN1_OBJECT);
    if (type == nullptr || OBJ_obj2nid(type) != NID_id_smime_ct_TSTInfo) {
      return refuse(ErrorCode::Malformed, "the signed attributes do not name a timestamp");
    }
    const auto* digest =
        signedAttribute<ASN1_STRING>(m_signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
    if (digest == nullptr || bytesOfString(digest) != digestOf(m_token.content, digestName)) {
      return refuse(ErrorCode::BadSignature, "the signed digest is not that of the timestamp");
    }
    return {};
  }

  /// Every certificate at hand, the caller's first.
  [[nodiscard]] std::vector<X509*> candidates() const {
    std::vector<X509*> out;
    for (const Certificate& certificate : m_trust.intermediates) out.push_back(x509(certificate));
    for (const Certificate& certificate : m_trust.roots) out.push_back(x509(certificate));
    for (int i = 0; i < sk_X509_num(m_embedded.get()); ++i) {
      out.push_back(sk_X509_value(m_embedded.get(), i));
    }
    return out;
  }

  /// Issuer and number may be those of several certificates; one of them has to fit altogether.
  Result<TimestampInfo> checkSigner() {
    Result<TimestampInfo> verdict =
        refuse(ErrorCode::NotFound, "the certificate of the signer is neither given nor embedded");
    for (X509* candidate : candidates()) {
      if (CMS_SignerInfo_cert_cmp(m_signer, candidate) != 0) continue;
      auto checked = checkCertificate(candidate);
      if (checked) {
        TimestampInfo answer = m_token.stated;
        answer.authority = nameText(X509_get_subject_name(candidate));
        return answer;
      }
      verdict = std::move(checked).error();
    }
    return verdict;
  }

  Result<void> checkCertificate(X509* certificate) {
    PLUMBLINE_CHECK(checkPurpose(certificate));
    GENERAL_NAME* name = TS_TST_INFO_get_tsa(m_token.info.get());
    if (name != nullptr && !isNameOf(certificate, name)) {
      return refuse(ErrorCode::Mismatch, "the timestamp names another authority than its signer");
    }
    CMS_SignerInfo_set1_signer_cert(m_signer, certificate);
    if (CMS_SignerInfo_verify(m_signer) != 1) {
      return refuse(ErrorCode::BadSignature, "the signature of the timestamp fails");
    }
    return checkChain(certificate);
  }

  Result<void> checkChain(X509* certificate) const {
    const Store store(X509_STORE_new());
    require(store != nullptr);
    for (const Certificate& root : m_trust.roots) {
      require(X509_STORE_add_cert(store.get(), x509(root)) == 1);
    }
    X509_VERIFY_PARAM* rules = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(m_token.stated.time / 1000));
    X509_VERIFY_PARAM_set_auth_level(rules, securityLevel);
    X509_VERIFY_PARAM_set_depth(rules, maxChainLength);
    const BorrowedStack links(sk_X509_new_null());
    require(links != nullptr);
    for (X509* link : candidates()) require(sk_X509_push(links.get(), link) > 0);
    const StoreContext context(X509_STORE_CTX_new());
    require(context != nullptr &&
            X509_STORE_CTX_init(context.get(), store.get(), certificate, links.get()) == 1);
    if (X509_verify_cert(context.get()) != 1) {
      return refuse(ErrorCode::NotFound, "no chain of certificates leads to a given root",
                    X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
    }
    return checkIdentity(X509_STORE_CTX_get0_chain(context.get()));
  }

  /// The signed digests of certificates (RFC 5035) have to be those of the signer and of its chain.
  Result<void> checkIdentity(STACK_OF(X509) * chain) const {
    const auto v1 = essAttribute<SigningCert, d2i_ESS_SIGNING_CERT>(
        m_signer, NID_id_smime_aa_signingCertificate);
    const auto v2 = essAttribute<SigningCertV2, d2i_ESS_SIGNING_CERT_V2>(
        m_signer, NID_id_smime_aa_signingCertificateV2);
    if (OSSL_ESS_check_signing_certs(v1.get(), v2.get(), chain, 1) <= 0) {
      return refuse(ErrorCode::Mismatch, "the timestamp was signed for another certificate");
    }
    return {};
  }

  TimestampToken& m_token;
  const TimestampTrust& m_trust;
  CMS_SignerInfo* m_signer = nullptr;
  OwnedStack m_embedded;
};

Result<TimestampInfo> parseTimestamp(ByteView file) {
  const CleanErrors clean;
  PLUMBLINE_TRY(token, readTimestampToken(file));
  return std::move(token.stated);
}

Result<TimestampInfo> verifyTimestamp(ByteView file, ByteView message,
                                      const TimestampTrust& trust) {
  const CleanErrors clean;
  PLUMBLINE_CHECK(cryptoSelfTest());
  PLUMBLINE_TRY(token, readTimestampToken(file));
  return TokenChecker(token, trust).check(message);
}

}  // namespace plumbline
