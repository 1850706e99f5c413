// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the commands for scripts share: bounded reading of files and standard input, keys given as
// text or as a file, and how a refusal becomes an exit code.

#include <cstdint>

#include "crypto/note.h"

#include "app/cli/command.h"

namespace plumbline::cli {

inline constexpr std::size_t maxScriptNoteBytes = 1u << 20;   // the limit of crypto/note.h
inline constexpr std::size_t maxScriptProofBytes = 2u << 20;  // the limit of crypto/proof.h
inline constexpr std::size_t maxScriptMessageBytes = 64u << 20;

/// Name of a word of the command line in messages: "-" is "standard input".
[[nodiscard]] std::string inputName(const std::string& word);

/// Reads words of one command line. Standard input can be read once.
class ScriptInput {
 public:
  /// Errors: Usage where there is no such file or "-" stands twice, TooLarge, Io.
  [[nodiscard]] Result<std::string> read(const std::string& word, std::size_t maxBytes);
  /// A vkey as it stands, or the file that holds it in one line. Errors: those of
  /// NoteVerifier::fromVkey and of read().
  [[nodiscard]] Result<NoteVerifier> key(const std::string& word);
  /// All values of a repeatable option. Errors: as key(); Duplicate for the same public key twice.
  [[nodiscard]] Result<std::vector<NoteVerifier>> keys(const std::vector<std::string>& words);

 private:
  bool m_stdinRead = false;
};

/// Errors: Usage where the command line lacks the option.
[[nodiscard]] Result<std::string> required(const Arguments& arguments, const Command& command,
                                           const std::string& option, const std::string& value);
/// As fail(), but "not found" is what a check came to, never a missing file.
[[nodiscard]] ExitCode failCheck(Output& output, const Error& error);

/// Eight hex digits, as in a vkey.
[[nodiscard]] std::string keyIdText(std::uint32_t id);
/// For one line of a terminal and for JSON: control characters, and the bytes above ASCII of a text
/// that is not UTF-8, become U+FFFD.
[[nodiscard]] std::string onOneLine(std::string_view text);

}  // namespace plumbline::cli
