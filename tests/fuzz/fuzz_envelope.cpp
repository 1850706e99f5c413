// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Envelopes of strangers are parsed and checked, and carry no signature of a key that never signed.
#include "crypto/dsse.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PublicKey key = PrivateKey::generate().publicKey();
  const ByteView input = bytesOf(fuzz::textOfInput(data, size));
  if (const auto envelope = parseEnvelope(input)) {
    fuzz::require(!envelope->signatures.empty());
    fuzz::require(verifyEnvelope(*envelope, {&key, 1}).empty());
  }
  if (const auto statement = parseStatement(input)) {
    const std::string text = formatStatement(*statement);
    const auto again = parseStatement(bytesOf(text));
    fuzz::require(again && formatStatement(*again) == text);
  }
  return 0;
}
