// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decoders accept one spelling only: what they accept re-encodes to itself.
#include "crypto/bytes.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {"Zm9vYmE=", "Zm9v_-8=", "00ff10", "caf\xc3\xa9 \xf0\x9f\x8c\xb1"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  if (const auto bytes = fromBase64(text)) fuzz::require(toBase64(*bytes) == text);
  if (const auto bytes = fromHex(text)) fuzz::require(toHex(*bytes) == text);
  if (const auto bytes = fromBase64Any(text)) {
    fuzz::require(toBase64(*bytes).size() == text.size());
  }
  const std::string encoded = toBase64(bytesOf(text));
  fuzz::require(textOf(fromBase64(encoded).value()) == text);
  std::size_t badAt = 0;
  if (!isUtf8(text, &badAt)) fuzz::require(badAt < text.size() && isUtf8(text.substr(0, badAt)));
  return 0;
}
