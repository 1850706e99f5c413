// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Key files: one that can be read is written to a file that holds the same key.
#include <fstream>

#include <QTemporaryDir>

#include "model/decisions/key_file.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

namespace fs = std::filesystem;

const fs::path& folder() {
  static const QTemporaryDir temporary;
  static const fs::path path = temporary.path().toStdString();
  return path;
}

void writeFile(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  const auto key = PrivateKey::fromSeed(Bytes(32, std::byte{7})).value();
  return {"Name: ada\n" + key.toPem(), "Name: ada\r\n" + key.toPem("word"), "Name: \n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fs::path in = folder() / "in.key";
  const fs::path out = folder() / "out.key";
  writeFile(in, fuzz::textOfInput(data, size));
  static_cast<void>(keyFileNeedsPassphrase(in));
  // Without a passphrase: with one, each try would cost the 600,000 rounds of the key derivation.
  const auto key = readKeyFile(in);
  if (!key) {
    fuzz::require(!key.error().text().empty());
    return 0;
  }
  fs::remove(out);
  fs::remove(folder() / "out.key.pub");
  fuzz::require(writeKeyFile(out, *key).ok());
  const auto again = readKeyFile(out);
  fuzz::require(again && again->vkey() == key->vkey());
  return 0;
}
