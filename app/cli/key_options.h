// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A passphrase comes from a file, never from the command line, where other users could read it.

#include <fstream>

#include "model/decisions/key_file.h"

#include "app/cli/arguments.h"
#include "app/cli/paths.h"

namespace plumbline::cli {

[[nodiscard]] inline Option passphraseOption() {
  return {"--passphrase-file", "FILE"};
}

/// First line of the file; empty where the option is absent. Errors: NotFound, BadValue.
[[nodiscard]] inline Result<std::string> readPassphrase(const Arguments& arguments) {
  const auto file = arguments.value("--passphrase-file");
  if (!file) return std::string();
  std::ifstream in(pathOf(*file), std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line)) {
    return Error{.code = ErrorCode::NotFound,
                 .message = "the passphrase cannot be read",
                 .where = {.file = *file}};
  }
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) {
    return Error{.code = ErrorCode::BadValue,
                 .message = "the passphrase is empty",
                 .where = {.file = *file}};
  }
  return line;
}

/// The key of --key, for a command that only keys of one job may be used with. Errors: Usage where
/// --key is absent, BadKey for a key of another job, those of the file.
[[nodiscard]] inline Result<SigningKey> readKeyFor(const Arguments& arguments, KeyJob job) {
  const auto file = arguments.value("--key");
  if (!file) return Error{ErrorCode::Usage, "the option --key FILE.key is missing"};
  PLUMBLINE_TRY(passphrase, readPassphrase(arguments));
  return readKeyFile(pathOf(*file), passphrase, job);
}

}  // namespace plumbline::cli
