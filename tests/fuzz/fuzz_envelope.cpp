// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Envelopes of strangers are parsed and checked, and carry no signature of a key that never signed.
#include "crypto/dsse.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  Statement statement;
  statement.subjects = {{"tables/a.csv", sha256({})}};
  statement.predicateType = "urn:example";
  statement.predicate = JsonObject{{"n", 1}, {"list", JsonArray{true, nullptr, "x"}}};
  const std::string text = formatStatement(statement);
  const PrivateKey signer = PrivateKey::fromSeed(Bytes(32, std::byte{3})).value();
  return {text, signEnvelope(inTotoPayloadType, bytesOf(text), signer, "hint")};
}

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
