// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/proof.h"

#include "crypto/text_lines.h"

namespace plumbline {
namespace {

constexpr std::size_t maxProofBytes = 2u << 20;
constexpr std::size_t maxHashes = 63;  // the height of a tree of fewer than 2^63 leaves
constexpr std::string_view header = "c2sp.org/tlog-proof@v1";
constexpr std::string_view extraWord = "extra ";
constexpr std::string_view indexWord = "index ";

class Parser {
 public:
  explicit Parser(std::string_view text) : m_lines(text) {}

  Result<TlogProof> parse() {
    PLUMBLINE_CHECK(advance());
    if (m_line != header) return bad("the first line is not that of a tlog-proof", Message::data(std::string(header)));
    PLUMBLINE_CHECK(advance());
    PLUMBLINE_CHECK(takeExtra());
    PLUMBLINE_CHECK(takeIndex());
    PLUMBLINE_CHECK(takeHashes());
    m_proof.checkpoint = m_lines.rest();
    if (m_proof.checkpoint.empty()) {
      return errorAtLine(m_lines.line() + 1, ErrorCode::Malformed, "the checkpoint is missing");
    }
    return m_proof;
  }

 private:
  Result<void> advance() {
    const auto line = m_lines.next();
    if (!line) {
      return errorAtLine(m_lines.line() + 1, ErrorCode::Malformed, "the proof ends too early");
    }
    m_line = *line;
    return {};
  }

  [[nodiscard]] Error bad(Message message, Message expected = {}) const {
    Error error = errorAtLine(m_lines.line(), ErrorCode::Malformed, std::move(message), m_line);
    error.expected = std::move(expected);
    return error;
  }

  Result<void> takeExtra() {
    if (!m_line.starts_with(extraWord)) return {};
    auto extra = fromBase64(m_line.substr(extraWord.size()));
    if (!extra || extra->empty()) return bad("the extra data is not canonical base64");
    m_proof.extra = std::move(*extra);
    return advance();
  }

  Result<void> takeIndex() {
    if (!m_line.starts_with(indexWord)) return bad("the line does not give the index", "index N");
    const auto index = parsePlainNumber(m_line.substr(indexWord.size()));
    if (!index) return bad("the index is not a plain number below 2^63");
    m_proof.index = *index;
    return advance();
  }

  Result<void> takeHashes() {
    while (!m_line.empty()) {
      if (m_proof.hashes.size() == maxHashes) return bad("the proof has more than 63 hashes");
      const auto hash = Hash::fromBase64Text(m_line);
      if (!hash) return bad("the line is not base64 of 32 bytes");
      m_proof.hashes.push_back(*hash);
      PLUMBLINE_CHECK(advance());
    }
    return {};
  }

  LineReader m_lines;
  std::string_view m_line;
  TlogProof m_proof;
};

Result<void> verifyEntry(const TlogProof& proof, ByteView entry, const Checkpoint& checkpoint) {
  return verifyInclusion(leafHash(entry), proof.index, checkpoint.size, proof.hashes,
                         checkpoint.root);
}

}  // namespace

Result<TlogProof> parseTlogProof(std::string_view text) {
  if (text.size() > maxProofBytes) {
    return Error{ErrorCode::TooLarge, "the proof is larger than 2 MiB"};
  }
  return Parser(text).parse();
}

std::string formatTlogProof(const TlogProof& proof) {
  std::string out(header);
  out += '\n';
  if (!proof.extra.empty()) {
    out += extraWord;
    out += toBase64(proof.extra) + "\n";
  }
  out += indexWord;
  out += std::to_string(proof.index) + "\n";
  for (const Hash& hash : proof.hashes) out += hash.base64() + "\n";
  return out + "\n" + proof.checkpoint;
}

Result<CosignedCheckpoint> verifyTlogProof(const TlogProof& proof, ByteView entry,
                                           const NoteVerifier& log,
                                           std::span<const NoteVerifier> witnesses) {
  PLUMBLINE_TRY(opened, openCosignedCheckpoint(proof.checkpoint, log, witnesses));
  PLUMBLINE_CHECK(verifyEntry(proof, entry, opened.checkpoint));
  return opened;
}

Result<PolicyVerdict> verifyTlogProof(const TlogProof& proof, ByteView entry,
                                      const TlogPolicy& policy) {
  PLUMBLINE_TRY(verdict, openUnderPolicy(proof.checkpoint, policy));
  PLUMBLINE_CHECK(verifyEntry(proof, entry, verdict.opened.checkpoint));
  return verdict;
}

}  // namespace plumbline
