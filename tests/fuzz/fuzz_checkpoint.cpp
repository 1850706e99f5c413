// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A checkpoint has one spelling: what is accepted is written back byte for byte.
#include "crypto/checkpoint.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {Checkpoint{"plant.example/log", 0, treeRoot({})}.text(),
          Checkpoint{"plant.example/log", 9223372036854775807u, sha256({})}.text()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PrivateKey key = PrivateKey::fromSeed(Bytes(32, std::byte{1})).value();
  const std::string_view text = fuzz::textOfInput(data, size);
  const auto checkpoint = parseCheckpointText(text);
  if (!checkpoint) return 0;
  fuzz::require(checkpoint->text() == text);
  const auto note = signCheckpoint(*checkpoint, key);
  if (!note) return 0;
  const auto log = NoteVerifier::fromKey(checkpoint->origin, NoteKeyType::Ed25519, key.publicKey());
  const auto opened = openCheckpoint(*note, log);
  fuzz::require(opened && *opened == *checkpoint);
  return 0;
}
