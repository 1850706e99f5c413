// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// X.509 certificates (RFC 5280) that the user names as roots or as links of a chain.

#include <memory>

#include "crypto/hash.h"

namespace plumbline {

class Certificate {
 public:
  /// RFC 4514 text of the subject: "CN=Test TSA Root,O=local".
  [[nodiscard]] std::string subject() const;
  /// SHA-256 of the certificate's DER bytes.
  [[nodiscard]] Hash fingerprint() const;

 private:
  friend Result<std::vector<Certificate>> readCertificates(ByteView file);
  friend struct CertificateHandle;
  explicit Certificate(std::shared_ptr<void> x509) : m_x509(std::move(x509)) {}
  std::shared_ptr<void> m_x509;  // X509
};

/// One certificate in DER, or PEM with one or more; other PEM blocks are passed over. Errors:
/// Malformed, TooLarge (over 1 MiB or 100 certificates), NotFound (no certificate).
[[nodiscard]] Result<std::vector<Certificate>> readCertificates(ByteView file);

}  // namespace plumbline
