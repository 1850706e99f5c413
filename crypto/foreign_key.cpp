// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/foreign_key.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "crypto/openssl_handles.h"
#include "crypto/self_test.h"

namespace plumbline {
namespace {

using namespace openssl;

// Below 2048 bits RSA is not safe (NIST SP 800-131A); above 8192 a check costs milliseconds.
constexpr int minRsaBits = 2048;
constexpr int maxRsaBits = 8192;
constexpr std::size_t maxSpkiBytes = 8192;

Error badKey(Message message) {
  return Error{ErrorCode::BadKey, std::move(message)};
}

/// The DER bytes of an SPKI that may stand in PEM; empty where the text is no such PEM.
Bytes derOf(ByteView spki) {
  if (spki.empty() || spki.front() != std::byte{'-'}) return toBytes(spki);
  const Bio bio(BIO_new_mem_buf(spki.data(), static_cast<int>(spki.size())));
  require(bio != nullptr);
  char* name = nullptr;
  char* header = nullptr;
  unsigned char* der = nullptr;
  long length = 0;
  Bytes out;
  if (PEM_read_bio(bio.get(), &name, &header, &der, &length) == 1 &&
      std::string_view(name) == PEM_STRING_PUBLIC && std::string_view(header).empty()) {
    const auto* start = reinterpret_cast<const std::byte*>(der);
    out.assign(start, start + length);
  }
  OPENSSL_free(name);
  OPENSSL_free(header);
  OPENSSL_free(der);
  return out;
}

/// Bytes of a field element of P-256 or P-384, 0 for any other curve or kind of key. Curves that
/// the key spells out itself are refused even where they are these: a false generator makes any
/// signature fit.
std::size_t fieldBytesOf(EVP_PKEY* key) {
  int spelledOut = 0;
  if (EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &spelledOut) !=
          1 ||
      spelledOut != 0) {
    return 0;
  }
  std::array<char, 32> group{};
  std::size_t length = 0;
  if (EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) != 1) return 0;
  const std::string_view name(group.data(), length);
  if (name == SN_X9_62_prime256v1) return 32;
  if (name == SN_secp384r1) return 48;
  return 0;
}

bool isEcdsa(ForeignAlgorithm algorithm) {
  return algorithm == ForeignAlgorithm::EcdsaDer || algorithm == ForeignAlgorithm::EcdsaP1363;
}

const EVP_MD* digestOf(ForeignDigest digest) {
  switch (digest) {
    case ForeignDigest::Sha256:
      return EVP_sha256();
    case ForeignDigest::Sha384:
      return EVP_sha384();
    case ForeignDigest::Sha512:
      return EVP_sha512();
  }
  return nullptr;
}

/// DER of r || s, or empty where the length is wrong.
Bytes derOfP1363(ByteView signature, std::size_t fieldBytes) {
  if (signature.size() != 2 * fieldBytes) return {};
  const Handle<ECDSA_SIG, ECDSA_SIG_free> pair(ECDSA_SIG_new());
  const int length = static_cast<int>(fieldBytes);
  BIGNUM* r = BN_bin2bn(raw(signature), length, nullptr);
  BIGNUM* s = BN_bin2bn(raw(signature.subspan(fieldBytes)), length, nullptr);
  require(pair != nullptr && ECDSA_SIG_set0(pair.get(), r, s) == 1);
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &der);
  require(size > 0);
  const auto* start = reinterpret_cast<const std::byte*>(der);
  Bytes out(start, start + size);
  OPENSSL_free(der);
  return out;
}

bool usePss(EVP_PKEY_CTX* context) {
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

}  // namespace

Result<ForeignKey> ForeignKey::fromSpki(ByteView spki, ForeignAlgorithm algorithm,
                                        ForeignDigest digest) {
  const CleanErrors clean;
  if (spki.size() > maxSpkiBytes) return badKey("the public key is too large");
  const Bytes der = derOf(spki);
  const unsigned char* at = raw(der);
  ForeignKey key;
  key.m_key = owned(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
  if (key.m_key == nullptr) return badKey("the text holds no public key");
  if (at != raw(der) + der.size()) return badKey("bytes follow the public key");
  key.m_algorithm = algorithm;
  key.m_digest = digest;
  if (isEcdsa(algorithm)) {
    key.m_fieldBytes = fieldBytesOf(evp(key.m_key));
    if (key.m_fieldBytes == 0) return badKey("the public key is not of the curve P-256 or P-384");
    return key;
  }
  const int kind = EVP_PKEY_get_base_id(evp(key.m_key));
  const bool forPss = kind == EVP_PKEY_RSA_PSS && algorithm == ForeignAlgorithm::RsaPss;
  if (kind != EVP_PKEY_RSA && !forPss) return badKey("the public key is not an RSA key");
  const int bits = EVP_PKEY_get_bits(evp(key.m_key));
  if (bits < minRsaBits || bits > maxRsaBits) {
    return Error{ErrorCode::BadKey,
                 "the RSA key's length is not accepted",
                 {},
                 Message("%1 bits", bits),
                 "2048 to 8192 bits"};
  }
  return key;
}

bool ForeignKey::verify(ByteView message, ByteView signature) const {
  return selfTestHolds() && verifyUngated(message, signature);
}

// OpenSSL refuses ECDSA signatures that it would not encode to the same bytes again, and compares
// the whole of a PKCS#1 v1.5 block with the one it expects.
bool ForeignKey::verifyUngated(ByteView message, ByteView signature) const {
  const CleanErrors clean;
  Bytes converted;
  if (m_algorithm == ForeignAlgorithm::EcdsaP1363) {
    converted = derOfP1363(signature, m_fieldBytes);
    signature = converted;
  }
  if (signature.empty()) return false;
  const MdContext context(EVP_MD_CTX_new());
  require(context != nullptr);
  EVP_PKEY_CTX* keyContext = nullptr;
  if (EVP_DigestVerifyInit(context.get(), &keyContext, digestOf(m_digest), nullptr, evp(m_key)) !=
      1) {
    return false;
  }
  if (m_algorithm == ForeignAlgorithm::RsaPss && !usePss(keyContext)) return false;
  return EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message),
                          message.size()) == 1;
}

}  // namespace plumbline
