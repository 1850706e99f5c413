// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PKCS#8 (RFC 5208) in PEM. The decoder takes these two forms only and is given the passphrase, so
// that OpenSSL never asks for one on the terminal.
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include "crypto/keys.h"
#include "crypto/openssl_handles.h"

namespace plumbline {
namespace {

// OWASP's 2023 figure for PBKDF2 with HMAC-SHA-256; OpenSSL's own default is 2048.
constexpr int pbkdf2Rounds = 600000;
// A file that asks for more would keep the program busy for longer than anybody waits.
constexpr std::int64_t maxPbkdf2Rounds = 10'000'000;

using namespace openssl;

using KeyInfo = Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using EncryptedKey = Handle<X509_SIG, X509_SIG_free>;

/// One PEM block: its name, its headers and its DER bytes, wiped at the end.
struct PemBlock {
  PemBlock() = default;
  PemBlock(const PemBlock&) = delete;
  PemBlock& operator=(const PemBlock&) = delete;
  ~PemBlock() {
    OPENSSL_free(name);
    OPENSSL_free(header);
    OPENSSL_clear_free(der, static_cast<std::size_t>(length));
  }
  char* name = nullptr;
  char* header = nullptr;
  unsigned char* der = nullptr;
  long length = 0;
};

Error badKey(Message message) {
  ERR_clear_error();
  return Error{ErrorCode::BadKey, std::move(message)};
}

/// Parameters of the kind of `item` in an algorithm identifier with the object `nid`.
template <class T, auto item>
T* parametersOf(const X509_ALGOR* algorithm, int nid) {
  const ASN1_OBJECT* object = nullptr;
  int type = 0;
  const void* value = nullptr;
  X509_ALGOR_get0(&object, &type, &value, algorithm);
  if (OBJ_obj2nid(object) != nid || type != V_ASN1_SEQUENCE) return nullptr;
  return static_cast<T*>(ASN1_item_unpack(static_cast<const ASN1_STRING*>(value), item()));
}

/// Only PBES2 with PBKDF2 (RFC 8018), with a number of rounds that ends.
Result<void> checkKeyDerivation(const X509_SIG* encrypted) {
  const X509_ALGOR* algorithm = nullptr;
  X509_SIG_get0(encrypted, &algorithm, nullptr);
  const Handle<PBE2PARAM, PBE2PARAM_free> scheme(
      parametersOf<PBE2PARAM, PBE2PARAM_it>(algorithm, NID_pbes2));
  if (scheme == nullptr) return badKey("the private key is not encrypted with PBES2");
  const Handle<PBKDF2PARAM, PBKDF2PARAM_free> derivation(
      parametersOf<PBKDF2PARAM, PBKDF2PARAM_it>(scheme->keyfunc, NID_id_pbkdf2));
  if (derivation == nullptr) return badKey("the private key is not encrypted with PBKDF2");
  std::int64_t rounds = 0;
  if (ASN1_INTEGER_get_int64(&rounds, derivation->iter) != 1 || rounds > maxPbkdf2Rounds) {
    return badKey("the private key asks for more than 10,000,000 rounds of PBKDF2");
  }
  return {};
}

Result<KeyInfo> decrypt(const PemBlock& block, std::string_view passphrase) {
  if (passphrase.empty()) return badKey("the private key needs a passphrase");
  const unsigned char* at = block.der;
  const EncryptedKey encrypted(d2i_X509_SIG(nullptr, &at, block.length));
  if (encrypted == nullptr) return badKey("the encrypted private key is damaged");
  PLUMBLINE_CHECK(checkKeyDerivation(encrypted.get()));
  KeyInfo info(
      PKCS8_decrypt(encrypted.get(), passphrase.data(), static_cast<int>(passphrase.size())));
  if (info == nullptr) return badKey("the passphrase does not open the private key");
  return info;
}

Result<KeyInfo> readKeyInfo(std::string_view pem, std::string_view passphrase) {
  const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  PemBlock block;
  if (bio == nullptr ||
      PEM_read_bio(bio.get(), &block.name, &block.header, &block.der, &block.length) != 1) {
    return badKey("the text holds no PEM private key");
  }
  const std::string_view name = block.name;
  if (name == PEM_STRING_PKCS8) return decrypt(block, passphrase);
  if (name != PEM_STRING_PKCS8INF) {
    return badKey("the PEM text is no PKCS#8 private key");
  }
  const unsigned char* at = block.der;
  KeyInfo info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, block.length));
  if (info == nullptr) return badKey("the private key is damaged");
  return info;
}

std::string textOfBio(BIO* bio) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(length)};
}

}  // namespace

std::string PrivateKey::toPem(std::string_view passphrase) const {
  const Bio bio(BIO_new(BIO_s_secmem()));
  const KeyInfo info(EVP_PKEY2PKCS8(evp(m_key)));
  require(bio != nullptr && info != nullptr);
  if (passphrase.empty()) {
    require(PEM_write_bio_PKCS8_PRIV_KEY_INFO(bio.get(), info.get()) == 1);
    return textOfBio(bio.get());
  }
  // -1: PBES2 with the cipher given; no salt: OpenSSL draws one.
  const EncryptedKey encrypted(PKCS8_encrypt(-1, EVP_aes_256_cbc(), passphrase.data(),
                                             static_cast<int>(passphrase.size()), nullptr, 0,
                                             pbkdf2Rounds, info.get()));
  require(encrypted != nullptr && PEM_write_bio_PKCS8(bio.get(), encrypted.get()) == 1);
  return textOfBio(bio.get());
}

Result<PrivateKey> PrivateKey::fromPem(std::string_view pem, std::string_view passphrase) {
  constexpr std::size_t maxPemBytes = 64 * 1024;
  if (pem.size() > maxPemBytes) return badKey("the private key file is too large");
  PLUMBLINE_TRY(info, readKeyInfo(pem, passphrase));
  PrivateKey key;
  key.m_key = owned(EVP_PKCS82PKEY(info.get()));
  if (key.m_key == nullptr) return badKey("the private key is damaged");
  if (EVP_PKEY_get_id(evp(key.m_key)) != EVP_PKEY_ED25519) {
    return badKey("the private key is not an Ed25519 key");
  }
  return key;
}

}  // namespace plumbline
