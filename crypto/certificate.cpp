// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/certificate.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

#include "crypto/certificate_name.h"
#include "crypto/der.h"

namespace plumbline {
namespace {

using namespace openssl;

constexpr std::size_t maxFileBytes = 1u << 20;
constexpr std::size_t maxCertificates = 100;

Result<std::shared_ptr<void>> readDer(ByteView der) {
  PLUMBLINE_CHECK(checkDer(der));
  const unsigned char* at = raw(der);
  X509* x509 = d2i_X509(nullptr, &at, static_cast<long>(der.size()));
  if (x509 == nullptr) return Error{ErrorCode::Malformed, "the bytes are no X.509 certificate"};
  return std::shared_ptr<void>(x509, [](void* pointer) { X509_free(static_cast<X509*>(pointer)); });
}

/// The DER bytes of every certificate in a PEM text.
std::vector<Bytes> pemBlocks(ByteView text) {
  if (text.empty()) return {};
  const Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  require(bio != nullptr);
  std::vector<Bytes> blocks;
  char* name = nullptr;
  char* header = nullptr;
  unsigned char* der = nullptr;
  long length = 0;
  while (blocks.size() <= maxCertificates &&
         PEM_read_bio(bio.get(), &name, &header, &der, &length) == 1) {
    const auto* start = reinterpret_cast<const std::byte*>(der);
    if (std::string_view(name) == PEM_STRING_X509) blocks.emplace_back(start, start + length);
    OPENSSL_free(name);
    OPENSSL_free(header);
    OPENSSL_free(der);
  }
  return blocks;
}

bool looksLikeDer(ByteView file) {
  return !file.empty() && file.front() == static_cast<std::byte>(DerTag::Sequence);
}

}  // namespace

std::string Certificate::subject() const {
  return nameText(X509_get_subject_name(static_cast<X509*>(m_x509.get())));
}

Hash Certificate::fingerprint() const {
  unsigned char* der = nullptr;
  const int length = i2d_X509(static_cast<X509*>(m_x509.get()), &der);
  require(length > 0);
  const Hash hash =
      sha256({reinterpret_cast<const std::byte*>(der), static_cast<std::size_t>(length)});
  OPENSSL_free(der);
  return hash;
}

Result<std::vector<Certificate>> readCertificates(ByteView file) {
  const CleanErrors clean;
  if (file.size() > maxFileBytes) {
    return Error{ErrorCode::TooLarge, "the certificate file is larger than 1 MiB"};
  }
  const std::vector<Bytes> blocks =
      looksLikeDer(file) ? std::vector<Bytes>{toBytes(file)} : pemBlocks(file);
  if (blocks.empty()) return Error{ErrorCode::NotFound, "the file holds no certificate"};
  if (blocks.size() > maxCertificates) {
    return Error{ErrorCode::TooLarge, "the file holds more than 100 certificates"};
  }
  std::vector<Certificate> certificates;
  for (const Bytes& der : blocks) {
    PLUMBLINE_TRY(x509, readDer(der));
    certificates.push_back(Certificate(std::move(x509)));
  }
  return certificates;
}

}  // namespace plumbline
