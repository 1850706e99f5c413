// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text of an X.509 name. For .cpp files of crypto/ only.

#include <openssl/x509.h>

#include "crypto/openssl_handles.h"

namespace plumbline::openssl {

/// RFC 4514: most special part first, control characters escaped, UTF-8 as it is.
inline std::string nameText(const X509_NAME* name) {
  const Bio bio(BIO_new(BIO_s_mem()));
  require(bio != nullptr);
  constexpr unsigned long style =
      XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
  if (X509_NAME_print_ex(bio.get(), name, 0, style) < 0) return {};
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(length)};
}

}  // namespace plumbline::openssl
