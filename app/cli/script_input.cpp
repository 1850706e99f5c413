// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/script_input.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif

#include "app/cli/paths.h"

namespace plumbline::cli {

namespace {

constexpr std::size_t maxKeyFileBytes = 64u << 10;
constexpr std::size_t chunkBytes = 64u << 10;

/// `next(buffer, size)` gives the number of bytes it read, 0 at the end.
template <class Next>
Result<std::string> readBounded(std::size_t maxBytes, Next&& next) {
  std::string bytes;
  std::string chunk(chunkBytes, '\0');
  while (const std::size_t got = next(chunk.data(), chunk.size())) {
    bytes.append(chunk, 0, got);
    if (bytes.size() > maxBytes) {
      return Error{.code = ErrorCode::TooLarge,
                   .message = "the input is too large",
                   .expected = Message("at most %1 bytes", maxBytes)};
    }
  }
  return bytes;
}

Result<std::string> readStdin(std::size_t maxBytes) {
#ifdef _WIN32
  _setmode(_fileno(stdin), _O_BINARY);
#endif
  PLUMBLINE_TRY(bytes, readBounded(maxBytes, [](char* to, std::size_t size) {
                  return std::fread(to, 1, size, stdin);
                }));
  if (std::ferror(stdin) != 0) return Error{ErrorCode::Io, "the input cannot be read"};
  return bytes;
}

Result<std::string> readPath(const std::filesystem::path& path, std::size_t maxBytes) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return Error{ErrorCode::Usage, "there is no such file"};
  }
  if (std::filesystem::is_directory(path, ignored)) {
    return Error{ErrorCode::Usage, "this is a folder, not a file"};
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::Io, "the file cannot be read"};
  PLUMBLINE_TRY(bytes, readBounded(maxBytes, [&in](char* to, std::size_t size) {
                  in.read(to, static_cast<std::streamsize>(size));
                  return static_cast<std::size_t>(in.gcount());
                }));
  if (in.bad()) return Error{ErrorCode::Io, "the file cannot be read"};
  return bytes;
}

bool isControl(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7F) return true;
  // U+0080 to U+009F
  return byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

}  // namespace

std::string inputName(const std::string& word) {
  return word == "-" ? "standard input" : word;
}

Result<std::string> ScriptInput::read(const std::string& word, std::size_t maxBytes) {
  if (word == "-" && m_stdinRead) {
    return Error{ErrorCode::Usage, "standard input can be read once only"};
  }
  auto bytes = word == "-" ? readStdin(maxBytes) : readPath(pathOf(word), maxBytes);
  m_stdinRead = m_stdinRead || word == "-";
  if (!bytes) return std::move(bytes).error().in(inputName(word));
  return bytes;
}

Result<NoteVerifier> ScriptInput::key(const std::string& word) {
  auto literal = NoteVerifier::fromVkey(word);
  std::error_code ignored;
  const bool isFile = word == "-" || std::filesystem::exists(pathOf(word), ignored);
  if (literal || !isFile) {
    if (!literal) {
      Error error = std::move(literal).error();
      error.found = onOneLine(word.substr(0, 120));
      error.expected = "a vkey (name+id+base64) or a file that holds one";
      return error;
    }
    return literal;
  }
  PLUMBLINE_TRY(text, read(word, maxKeyFileBytes));
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  auto verifier = NoteVerifier::fromVkey(text);
  if (!verifier) return std::move(verifier).error().in(inputName(word));
  return verifier;
}

Result<std::vector<NoteVerifier>> ScriptInput::keys(const std::vector<std::string>& words) {
  std::vector<NoteVerifier> out;
  for (const std::string& word : words) {
    PLUMBLINE_TRY(verifier, key(word));
    const auto same = [&verifier](const NoteVerifier& other) {
      return other.key() == verifier.key();
    };
    if (std::any_of(out.begin(), out.end(), same)) {
      return Error{ErrorCode::Duplicate, "the same key is given twice", {}, verifier.name()};
    }
    out.push_back(std::move(verifier));
  }
  return out;
}

Result<std::string> required(const Arguments& arguments, const Command& command,
                             const std::string& option, const std::string& value) {
  const auto given = arguments.value(option);
  if (given) return *given;
  return Error{ErrorCode::Usage, Message("%1 needs %2 %3", command.name(), option, value)};
}

ExitCode failCheck(Output& output, const Error& error) {
  const ExitCode code = fail(output, error);
  return error.code == ErrorCode::NotFound ? ExitCode::NotVerifiable : code;
}

std::string keyIdText(std::uint32_t id) {
  std::array<std::byte, 4> bytes{};
  for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<std::byte>(id >> (24 - 8 * i) & 0xFFu);
  return toHex(bytes);
}

std::string onOneLine(std::string_view text) {
  const bool utf8 = isUtf8(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool strange = !utf8 && static_cast<unsigned char>(text[i]) > 0x7F;
    if (!strange && !isControl(text, i)) {
      out += text[i];
      continue;
    }
    out += "\uFFFD";
    if (utf8 && static_cast<unsigned char>(text[i]) == 0xC2) ++i;
  }
  return out;
}

}  // namespace plumbline::cli
