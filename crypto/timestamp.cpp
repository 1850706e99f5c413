// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/timestamp.h"

#include <algorithm>

#include <openssl/x509v3.h>

#include "crypto/certificate_name.h"
#include "crypto/self_test.h"
#include "crypto/signer_info.h"
#include "crypto/timestamp_token.h"

namespace plumbline {

using namespace openssl;

namespace {

using KeyUsages = Handle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;
using Names = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;
Error refuse(ErrorCode code, Message message, std::string found = {},
             Message expected = {}) {
  return {code, std::move(message), {}, std::move(found), std::move(expected)};
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
    if (sk_X509_num(m_embedded.get()) > maxEmbeddedCertificates) {
      return refuse(ErrorCode::TooLarge, "the token carries more than 20 certificates");
    }
    return checkSigner();
  }

 private:
  Result<void> checkStated(ByteView message) const {
    const TimestampInfo& stated = m_token.stated;
    const Bytes digest = digestOf(message, stated.digestName);
    if (stated.imprint != digest) {
      return refuse(ErrorCode::Mismatch, "the timestamp is over other bytes", toHex(stated.imprint),
                    Message::data(toHex(digest)));
    }
    if (!m_trust.policyOid.empty() && stated.policyOid != m_trust.policyOid) {
      return refuse(ErrorCode::Mismatch, "the timestamp was given under another policy",
                    stated.policyOid, Message::data(m_trust.policyOid));
    }
    if (!m_trust.nonce.empty() && stated.nonce != m_trust.nonce) {
      return refuse(ErrorCode::Mismatch, "the timestamp does not answer this request", stated.nonce,
                    Message::data(m_trust.nonce));
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
    for (const Certificate& certificate : m_trust.intermediates)
      out.push_back(CertificateHandle::of(certificate));
    for (const Certificate& certificate : m_trust.roots)
      out.push_back(CertificateHandle::of(certificate));
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
    PLUMBLINE_TRY(chain,
                  chainTo(m_trust.roots, certificate, candidates(), m_token.stated.time / 1000));
    if (namesCertificates(m_signer, chain.get())) return {};
    return refuse(ErrorCode::Mismatch, "the timestamp was signed for another certificate");
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
