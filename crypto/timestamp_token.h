// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parsed parts of a timestamp token. For .cpp files of crypto/ only.

#include <openssl/cms.h>
#include <openssl/ts.h>

#include "crypto/openssl_handles.h"
#include "crypto/timestamp.h"

namespace plumbline::openssl {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using TstInfo = Handle<TS_TST_INFO, TS_TST_INFO_free>;

struct TimestampToken {
  Cms cms;
  TstInfo info;
  Bytes content;  // the bytes of the TSTInfo, which are what is signed
  TimestampInfo stated;
};

[[nodiscard]] Result<TimestampToken> readTimestampToken(ByteView file);

inline Bytes bytesOfString(const ASN1_STRING* text) {
  const auto* start = reinterpret_cast<const std::byte*>(ASN1_STRING_get0_data(text));
  return {start, start + ASN1_STRING_length(text)};
}

/// The digest's name for OpenSSL where the object names SHA-256, 384 or 512, else nullptr.
[[nodiscard]] const char* digestNameOf(const ASN1_OBJECT* object);

}  // namespace plumbline::openssl
