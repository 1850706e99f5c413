// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/cms.h"

#include <algorithm>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "crypto/certificate_name.h"
#include "crypto/der.h"
#include "crypto/self_test.h"
#include "crypto/signer_info.h"
#include "crypto/timestamp_token.h"

namespace plumbline {

using namespace openssl;

namespace {

constexpr std::uint8_t certificatesTag = 0xA0;

template <auto encode, class T>
Bytes encoded(const T* value) {
  unsigned char* der = nullptr;
  const int length = encode(value, &der);
  require(length > 0);
  const auto* start = reinterpret_cast<const std::byte*>(der);
  Bytes out(start, start + length);
  OPENSSL_free(der);
  return out;
}

Error refuse(ErrorCode code, Message message) {
  return {code, std::move(message)};
}

Result<Cms> readCms(ByteView der) {
  if (der.size() > maxCmsBytes) {
    return refuse(ErrorCode::TooLarge, "the signature is larger than 64 KiB");
  }
  PLUMBLINE_CHECK(checkDer(der));
  const unsigned char* at = raw(der);
  Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
  if (cms == nullptr || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
    return refuse(ErrorCode::Malformed, "the bytes are no CMS signature");
  }
  if (CMS_is_detached(cms.get()) != 1) {
    return refuse(ErrorCode::Malformed, "the signature carries content of its own");
  }
  if (sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms.get())) != 1) {
    return refuse(ErrorCode::Malformed, "the signature does not have exactly one signer");
  }
  return cms;
}

/// Nothing signs the frame around the signer, so it may only have one form: version 1, the signer's
/// digest alone, data, certificates, one signer of version 1. Returns which certificate the signer
/// names: issuer and number.
Result<Bytes> checkFrame(ByteView der, CMS_SignerInfo* signer) {
  const auto bad = [] {
    return refuse(ErrorCode::Malformed, "the signature's frame is not of the one form");
  };
  const auto inside = [](const Result<DerValue>& value) {
    return DerReader(value ? value->content : ByteView());
  };
  DerReader file(der);
  DerReader info = inside(file.next());
  if (!info.next()) return bad();
  DerReader explicitTag = inside(info.next());
  DerReader data = inside(explicitTag.next());
  const std::vector<Result<DerValue>> parts = {data.next(), data.next(), data.next(), data.next(),
                                               data.next()};
  for (const auto& part : parts) {
    if (!part) return bad();
  }
  DerReader signers(parts[4]->content);
  DerReader fields = inside(signers.next());
  const auto first = fields.next();
  const auto named = fields.next();
  const std::string_view one("\x02\x01\x01", 3);
  X509_ALGOR* algorithm = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &algorithm, nullptr);
  const Bytes digest = encoded<i2d_X509_ALGOR>(algorithm);
  constexpr std::string_view dataContent = "\x30\x0B\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01";
  const bool fits = data.atEnd() && textOf(parts[0]->whole) == one &&
                    textOf(parts[1]->content) == textOf(digest) &&
                    textOf(parts[2]->whole) == dataContent && parts[3]->tag == certificatesTag &&
                    first && textOf(first->whole) == one && named && named->is(DerTag::Sequence);
  if (!fits || CMS_unsigned_get_attr_count(signer) > 0) return bad();
  return toBytes(named->content);
}

/// The algorithm of the signature is that of the key with the signer's digest.
Result<void> checkAlgorithm(CMS_SignerInfo* signer, X509* certificate) {
  X509_ALGOR* digest = nullptr;
  X509_ALGOR* signature = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
  const ASN1_OBJECT* object = nullptr;
  int parameters = V_ASN1_UNDEF;
  X509_ALGOR_get0(&object, &parameters, nullptr, signature);
  const ASN1_OBJECT* digestObject = nullptr;
  X509_ALGOR_get0(&digestObject, nullptr, nullptr, digest);
  int digestId = NID_undef;
  int keyId = NID_undef;
  const EVP_PKEY* key = X509_get0_pubkey(certificate);  // nothing: it cannot be read
  const bool known = OBJ_find_sigid_algs(OBJ_obj2nid(object), &digestId, &keyId) == 1;
  if (known && parameters == V_ASN1_UNDEF && digestId == OBJ_obj2nid(digestObject) &&
      keyId == NID_X9_62_id_ecPublicKey && key != nullptr && EVP_PKEY_get_id(key) == EVP_PKEY_EC) {
    return {};
  }
  return refuse(ErrorCode::Unsupported, "the signature is not of ECDSA with the signer's digest");
}

/// The signed attributes bind the content (RFC 5652 section 11); the signature binds them.
Result<void> checkAttributes(CMS_SignerInfo* signer, ByteView content) {
  X509_ALGOR* algorithm = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &algorithm, nullptr);
  const ASN1_OBJECT* object = nullptr;
  X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
  const char* digestName = digestNameOf(object);
  if (digestName == nullptr) {
    return refuse(ErrorCode::Unsupported, "the signature's digest is not accepted");
  }
  const auto* type = signedAttribute<ASN1_OBJECT>(signer, NID_pkcs9_contentType, V_ASN1_OBJECT);
  if (type == nullptr || OBJ_obj2nid(type) != NID_pkcs7_data) {
    return refuse(ErrorCode::Malformed, "the signed attributes do not name data");
  }
  const auto* digest =
      signedAttribute<ASN1_STRING>(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
  if (digest == nullptr || bytesOfString(digest) != digestOf(content, digestName)) {
    return refuse(ErrorCode::Mismatch, "the signature is over other bytes");
  }
  return {};
}

/// Compared by their bytes: OpenSSL takes names that differ in the case of letters as the same.
Result<X509*> certificateOf(const Bytes& named, STACK_OF(X509) * embedded) {
  if (sk_X509_num(embedded) > maxEmbeddedCertificates) {
    return refuse(ErrorCode::TooLarge, "the signature carries more than 20 certificates");
  }
  for (int i = 0; i < sk_X509_num(embedded); ++i) {
    X509* candidate = sk_X509_value(embedded, i);
    Bytes own = encoded<i2d_X509_NAME>(X509_get_issuer_name(candidate));
    const Bytes number = encoded<i2d_ASN1_INTEGER>(X509_get0_serialNumber(candidate));
    own.insert(own.end(), number.begin(), number.end());
    if (own == named) return candidate;
  }
  return refuse(ErrorCode::NotFound, "the certificate of the signer is not embedded");
}

/// RFC 5280: a key usage, where there is one, for signatures.
Result<void> checkSignature(CMS_SignerInfo* signer, X509* certificate) {
  constexpr std::uint32_t signing = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
  if ((X509_get_key_usage(certificate) & signing) == 0) {
    return refuse(ErrorCode::BadKey, "the signer's certificate is not for signatures");
  }
  PLUMBLINE_CHECK(checkAlgorithm(signer, certificate));
  CMS_SignerInfo_set1_signer_cert(signer, certificate);
  if (CMS_SignerInfo_verify(signer) != 1) {
    return refuse(ErrorCode::BadSignature, "the signature fails");
  }
  const BorrowedStack own(sk_X509_new_null());
  require(own != nullptr && sk_X509_push(own.get(), certificate) > 0);
  if (namesCertificates(signer, own.get())) return {};
  return refuse(ErrorCode::Mismatch, "the signature was made for another certificate");
}

bool isVouched(std::span<const Certificate> known, X509* certificate, const Hash& fingerprint,
               STACK_OF(X509) * embedded) {
  const auto same = [&fingerprint](const Certificate& each) {
    return each.fingerprint() == fingerprint;
  };
  if (std::any_of(known.begin(), known.end(), same)) return true;
  std::vector<X509*> links;
  for (int i = 0; i < sk_X509_num(embedded); ++i) links.push_back(sk_X509_value(embedded, i));
  return chainTo(known, certificate, links, std::nullopt).ok();
}

int givePassphrase(char* buffer, int size, int /*writing*/, void* passphrase) {
  const auto& text = *static_cast<const std::string_view*>(passphrase);
  if (text.size() > static_cast<std::size_t>(size)) return -1;
  std::copy(text.begin(), text.end(), buffer);
  return static_cast<int>(text.size());
}

bool isP256(const EVP_PKEY* key) {
  char group[32] = {};
  std::size_t length = 0;
  return EVP_PKEY_get_id(key) == EVP_PKEY_EC &&
         EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 &&
         std::string_view(group, length) == SN_X9_62_prime256v1;
}

}  // namespace

Result<CmsVerdict> verifyCms(ByteView der, ByteView content, std::span<const Certificate> known) {
  const CleanErrors clean;
  PLUMBLINE_CHECK(cryptoSelfTest());
  PLUMBLINE_TRY(cms, readCms(der));
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms.get()), 0);
  PLUMBLINE_TRY(named, checkFrame(der, signer));
  PLUMBLINE_CHECK(checkAttributes(signer, content));
  const OwnedStack embedded(CMS_get1_certs(cms.get()));
  PLUMBLINE_TRY(certificate, certificateOf(named, embedded.get()));
  PLUMBLINE_CHECK(checkSignature(signer, certificate));
  CmsVerdict verdict;
  verdict.subject = nameText(X509_get_subject_name(certificate));
  verdict.fingerprint = sha256(encoded<i2d_X509>(certificate));
  verdict.vouched = isVouched(known, certificate, verdict.fingerprint, embedded.get());
  return verdict;
}

Result<CmsSigner> CmsSigner::fromPem(ByteView key, std::string_view passphrase,
                                     ByteView certificates) {
  const CleanErrors clean;
  const Bio bio(BIO_new_mem_buf(key.data(), static_cast<int>(key.size())));
  require(bio != nullptr);
  EVP_PKEY* read = PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassphrase, &passphrase);
  if (read == nullptr) {
    return refuse(ErrorCode::BadKey, "the file holds no private key, or not with this passphrase");
  }
  CmsSigner signer;
  signer.m_key = owned(read);
  if (!isP256(read)) return refuse(ErrorCode::BadKey, "the key is not an ECDSA key on P-256");
  PLUMBLINE_TRY(chain, readCertificates(certificates));
  if (X509_check_private_key(CertificateHandle::of(chain.front()), read) != 1) {
    return refuse(ErrorCode::BadKey, "the first certificate is not that of the key");
  }
  signer.m_certificates = std::move(chain);
  return signer;
}

Result<Bytes> CmsSigner::sign(ByteView content) const {
  const CleanErrors clean;
  const BorrowedStack links(sk_X509_new_null());
  require(links != nullptr);
  for (std::size_t i = 1; i < m_certificates.size(); ++i) {
    require(sk_X509_push(links.get(), CertificateHandle::of(m_certificates[i])) > 0);
  }
  const Bio bio(BIO_new_mem_buf(content.empty() ? "" : static_cast<const void*>(content.data()),
                                static_cast<int>(content.size())));
  require(bio != nullptr);
  constexpr unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP;
  const Cms cms(
      CMS_sign(CertificateHandle::of(certificate()), evp(m_key), links.get(), bio.get(), flags));
  unsigned char* der = nullptr;
  const int length = cms != nullptr ? i2d_CMS_ContentInfo(cms.get(), &der) : -1;
  if (length <= 0) return refuse(ErrorCode::Internal, "the signature could not be made");
  const auto* start = reinterpret_cast<const std::byte*>(der);
  Bytes out(start, start + length);
  OPENSSL_free(der);
  return out;
}

}  // namespace plumbline
