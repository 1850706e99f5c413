// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/proof_file.h"

#include <algorithm>
#include <iterator>

#include "crypto/text_lines.h"

namespace plumbline {
namespace {

constexpr std::size_t maxParts = 256;
constexpr std::size_t maxPartNameBytes = 32;
constexpr std::size_t maxHashes = 63;  // the height of a tree of fewer than 2^63 leaves
constexpr std::string_view header = "urn:plumbline:proof:v1 ";
constexpr std::string_view indexWord = "index ";
constexpr std::string_view kinds[] = {"record", "split-view", "revoked-key", "two-jobs"};

Error badAt(std::size_t byte, ErrorCode code, Message message) {
  return {code, std::move(message), Place{.byte = static_cast<std::int64_t>(byte)}};
}

class Parser {
 public:
  explicit Parser(std::string_view text) : m_text(text) {}

  Result<ProofFile> parse() {
    PLUMBLINE_TRY(first, line());
    if (!first.starts_with(header)) {
      return badAt(0, ErrorCode::Malformed, "the first line is not that of a proof file");
    }
    const auto kind = std::find(std::begin(kinds), std::end(kinds), first.substr(header.size()));
    if (kind == std::end(kinds)) {
      return badAt(header.size(), ErrorCode::Unsupported, "this kind of proof is not known");
    }
    ProofFile out;
    out.kind = static_cast<ProofKind>(kind - std::begin(kinds));
    while (m_at < m_text.size()) {
      if (out.parts.size() == maxParts) {
        return badAt(m_at, ErrorCode::TooLarge, "the proof file has more than 256 parts");
      }
      PLUMBLINE_TRY(part, readPart());
      out.parts.push_back(std::move(part));
    }
    return out;
  }

 private:
  Result<std::string_view> line() {
    const std::size_t end = m_text.find('\n', m_at);
    if (end == std::string_view::npos) {
      return badAt(m_text.size(), ErrorCode::Malformed, "the proof file ends too early");
    }
    const std::string_view found = m_text.substr(m_at, end - m_at);
    m_at = end + 1;
    return found;
  }

  Result<ProofPart> readPart() {
    const std::size_t start = m_at;
    PLUMBLINE_TRY(head, line());
    const std::size_t space = head.find(' ');
    const auto bytes = parsePlainNumber(head.substr(std::min(space, head.size() - 1) + 1));
    if (space == std::string_view::npos || space == 0 || space > maxPartNameBytes || !bytes) {
      return badAt(start, ErrorCode::Malformed, "the line does not give a part's name and length");
    }
    if (*bytes >= m_text.size() - m_at) {
      return badAt(start, ErrorCode::Malformed, "the part is longer than the file");
    }
    ProofPart part{std::string(head.substr(0, space)), std::string(m_text.substr(m_at, *bytes))};
    m_at += *bytes;
    if (m_text[m_at] != '\n') {
      return badAt(m_at, ErrorCode::Malformed, "the part does not end where its length says");
    }
    ++m_at;
    return part;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

std::string keyLines(const std::vector<NoteVerifier>& keys) {
  std::string out;
  for (const NoteVerifier& key : keys) out += key.vkey() + "\n";
  return out;
}

}  // namespace

std::string_view toText(ProofKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

Result<ProofFile> parseProofFile(std::string_view text) {
  if (text.size() > maxProofFileBytes) {
    return Error{ErrorCode::TooLarge, "the proof file is larger than 8 MiB"};
  }
  return Parser(text).parse();
}

std::string formatProofFile(const ProofFile& file) {
  std::string out = std::string(header) + std::string(toText(file.kind)) + "\n";
  for (const ProofPart& part : file.parts) {
    out += part.name + " " + std::to_string(part.bytes.size()) + "\n" + part.bytes + "\n";
  }
  return out;
}

std::vector<ProofPart> keyParts(const ProofKeys& keys) {
  return {{"log-keys", keyLines(keys.logs)}, {"witnesses", keyLines(keys.witnesses)}};
}

Result<std::vector<Hash>> parseHashLines(std::string_view text, std::size_t most) {
  std::vector<Hash> out;
  LineReader lines(text);
  while (!lines.rest().empty()) {
    const auto line = lines.next();
    const auto hash = line ? Hash::fromBase64Text(*line) : Result<Hash>(Error{});
    if (!hash) {
      return errorAtLine(lines.line(), ErrorCode::Malformed, "the line is not base64 of 32 bytes");
    }
    if (out.size() == most) {
      return errorAtLine(lines.line(), ErrorCode::Malformed, "there are too many hashes");
    }
    out.push_back(*hash);
  }
  return out;
}

std::string formatHashLines(std::span<const Hash> hashes) {
  std::string out;
  for (const Hash& hash : hashes) out += hash.base64() + "\n";
  return out;
}

Result<LeafPath> parseLeafPath(std::string_view text) {
  LineReader lines(text);
  const auto first = lines.next();
  const auto index = first && first->starts_with(indexWord)
                         ? parsePlainNumber(first->substr(indexWord.size()))
                         : std::nullopt;
  if (!index) return errorAtLine(1, ErrorCode::Malformed, "the line does not give the index");
  PLUMBLINE_TRY(hashes, parseHashLines(lines.rest(), maxHashes));
  return LeafPath{*index, std::move(hashes)};
}

std::string formatLeafPath(const LeafPath& path) {
  return std::string(indexWord) + std::to_string(path.index) + "\n" + formatHashLines(path.hashes);
}

}  // namespace plumbline
