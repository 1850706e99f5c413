// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A note that is accepted consists of its parts and of nothing else; so does a vkey.
#include "crypto/note.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  const PrivateKey signer = PrivateKey::fromSeed(Bytes(32, std::byte{5})).value();
  const auto key = NoteVerifier::fromKey("PeterNeumann", NoteKeyType::Ed25519, signer.publicKey());
  return {
      signNote("If you think cryptography is the answer.\n\nTwo lines.\n", "PeterNeumann", signer)
          .value(),
      key.vkey()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const NoteVerifier known = NoteVerifier::fromKey("PeterNeumann", NoteKeyType::Ed25519,
                                                          PrivateKey::generate().publicKey());
  const std::string_view text = fuzz::textOfInput(data, size);
  if (const auto note = parseNote(text)) {
    std::string joined = note->text + "\n";
    for (const NoteSignature& signature : note->unverified) joined += signature.line();
    fuzz::require(joined == text);
  }
  fuzz::require(!openNote(text, {&known, 1}));
  if (const auto verifier = NoteVerifier::fromVkey(text)) fuzz::require(verifier->vkey() == text);
  return 0;
}
