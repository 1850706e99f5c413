// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What all kinds of proof files share: keys, checkpoints and statements in the log.
#include <algorithm>

#include "crypto/proof_file.h"
#include "crypto/text_lines.h"

namespace plumbline {
namespace {

constexpr std::size_t maxKeys = 100;

Error inPart(Error error, std::string_view part) {
  error.message = Message("part %1: %2", part, std::move(error.message));
  return error;
}

bool listed(const std::vector<NoteVerifier>& keys, const NoteVerifier& key) {
  return std::any_of(keys.begin(), keys.end(),
                     [&key](const NoteVerifier& each) { return each.key() == key.key(); });
}

Result<std::vector<NoteVerifier>> parseKeys(std::string_view text, NoteKeyType type) {
  std::vector<NoteVerifier> out;
  LineReader lines(text);
  while (!lines.rest().empty()) {
    const auto line = lines.next();
    if (!line || out.size() == maxKeys) {
      return Error{ErrorCode::Malformed, "the keys are not a line each, or over 100"};
    }
    PLUMBLINE_TRY(key, NoteVerifier::fromVkey(*line));
    if (key.type() != type) {
      return Error{ErrorCode::BadKey, "the key is of the wrong kind for its job", {}, key.name()};
    }
    if (listed(out, key)) return Error{ErrorCode::Duplicate, "a key is named twice"};
    out.push_back(std::move(key));
  }
  return out;
}

/// What the log and witnesses among `known` signed. A line of a witness that fails takes all
/// cosignatures of the note with it, not the log's own signature.
Result<Note> openKnown(const std::string& note, const ProofKeys& known) {
  std::vector<NoteVerifier> keys = known.logs;
  keys.insert(keys.end(), known.witnesses.begin(), known.witnesses.end());
  auto opened = openNote(note, keys);
  if (!opened) opened = openNote(note, known.logs);
  if (!opened) return opened;
  PLUMBLINE_CHECK(parseCheckpointOf(*opened, known.logs));
  return opened;
}

}  // namespace

Result<ProofReader> ProofReader::start(const ProofFile& file, ProofKind kind) {
  if (file.kind != kind) return Error{ErrorCode::Usage, "the proof file is of another kind"};
  ProofReader reader(file);
  PLUMBLINE_TRY(logText, reader.take("log-keys"));
  auto logs = parseKeys(logText, NoteKeyType::Ed25519);
  if (!logs) return inPart(std::move(logs).error(), "log-keys");
  if (logs->empty()) return Error{ErrorCode::Malformed, "part log-keys: it is empty"};
  PLUMBLINE_TRY(witnessText, reader.take("witnesses"));
  auto witnesses = parseKeys(witnessText, NoteKeyType::CosignatureV1);
  if (!witnesses) return inPart(std::move(witnesses).error(), "witnesses");
  for (const NoteVerifier& log : *logs) {
    if (!listed(*witnesses, log)) continue;
    return Error{ErrorCode::Duplicate, "one key is named as log and witness", {}, log.name()};
  }
  reader.m_keys = {std::move(*logs), std::move(*witnesses)};
  return reader;
}

Result<std::string_view> ProofReader::take(std::string_view name) {
  if (atEnd() || m_file->parts[m_next].name != name) {
    return Error{ErrorCode::Malformed,
                 "the proof file's parts are not those of its kind",
                 {},
                 atEnd() ? std::string("the end") : m_file->parts[m_next].name,
                 Message::data(std::string(name))};
  }
  return std::string_view(m_file->parts[m_next++].bytes);
}

Result<NoteVerifier> ProofReader::takeKey(std::string_view name) {
  PLUMBLINE_TRY(text, take(name));
  auto keys = parseKeys(text, NoteKeyType::Ed25519);
  if (!keys) return inPart(std::move(keys).error(), name);
  if (keys->size() == 1) return std::move(keys->front());
  return inPart({ErrorCode::Malformed, "it does not hold one key"}, name);
}

Result<CosignedCheckpoint> ProofReader::open(std::string_view note) {
  PLUMBLINE_TRY(opened, openCosignedCheckpoint(note, m_keys.logs, m_keys.witnesses));
  if (opened.unknownSignatures > 0) {
    return Error{ErrorCode::BadKey, "a key signed the checkpoint that the file does not name"};
  }
  // Each line is now known to be by one of the keys.
  PLUMBLINE_TRY(lines, parseNote(note));
  for (const NoteSignature& line : lines.unverified) m_used.push_back(line.keyId);
  return opened;
}

Result<CosignedCheckpoint> ProofReader::takeCheckpoint(std::string_view name) {
  PLUMBLINE_TRY(note, take(name));
  auto opened = open(note);
  if (!opened) return inPart(std::move(opened).error(), name);
  return opened;
}

Result<LoggedStatement> ProofReader::takeStatement() {
  PLUMBLINE_TRY(envelope, take("envelope"));
  PLUMBLINE_TRY(proof, take("tlog-proof"));
  return checkStatement(envelope, proof);
}

Result<LoggedStatement> ProofReader::checkStatement(std::string_view envelope,
                                                    std::string_view proofText) {
  auto proof = parseTlogProof(proofText);
  if (!proof) return inPart(std::move(proof).error(), "tlog-proof");
  // Nobody signs what stands there, so nothing may.
  if (!proof->extra.empty()) {
    return Error{ErrorCode::Malformed, "part tlog-proof: it has extra data"};
  }
  if (m_note.empty()) {
    auto opened = open(proof->checkpoint);
    if (!opened) return inPart(std::move(opened).error(), "tlog-proof");
    m_checkpoint = std::move(*opened);
    m_note = proof->checkpoint;
  }
  if (proof->checkpoint != m_note) {
    return Error{ErrorCode::Mismatch, "part tlog-proof: it has another checkpoint"};
  }
  auto inLog =
      verifyInclusion(leafHash(bytesOf(envelope)), proof->index, m_checkpoint.checkpoint.size,
                      proof->hashes, m_checkpoint.checkpoint.root);
  if (!inLog) return inPart(std::move(inLog).error(), "tlog-proof");
  auto parsed = parseEnvelope(bytesOf(envelope));
  if (!parsed) return inPart(std::move(parsed).error(), "envelope");
  if (parsed->payloadType != inTotoPayloadType) {
    return Error{ErrorCode::Unsupported, "part envelope: it holds no in-toto statement"};
  }
  auto statement = parseStatement(parsed->payload);
  if (!statement) return inPart(std::move(statement).error(), "envelope");
  return LoggedStatement{proof->index, std::string(envelope), std::move(*parsed),
                         std::move(*statement)};
}

Result<void> ProofReader::finish() const {
  if (!atEnd()) {
    return Error{ErrorCode::Malformed,
                 "the proof file's parts are not those of its kind",
                 {},
                 m_file->parts[m_next].name,
                 "the end"};
  }
  const auto idle = [this](const NoteVerifier& key) {
    return std::find(m_used.begin(), m_used.end(), key.keyId()) == m_used.end();
  };
  if (std::any_of(m_keys.logs.begin(), m_keys.logs.end(), idle) ||
      std::any_of(m_keys.witnesses.begin(), m_keys.witnesses.end(), idle)) {
    return Error{ErrorCode::Malformed, "the proof file names a key that signed nothing in it"};
  }
  return {};
}

std::string joinedNote(std::span<const std::string> notes, const Checkpoint& checkpoint,
                       const ProofKeys& known) {
  std::string lines;
  for (const std::string& note : notes) {
    const auto opened = openKnown(note, known);
    if (!opened || opened->text != checkpoint.text()) continue;
    for (const NoteSignature& signature : opened->verified) {
      const std::string line = signature.line();
      if (lines.find(line) == std::string::npos) lines += line;
    }
  }
  return lines.empty() ? lines : checkpoint.text() + "\n" + lines;
}

ProofKeys signersOf(std::span<const std::string> notes, const ProofKeys& known) {
  ProofKeys out;
  const auto take = [&notes](const std::vector<NoteVerifier>& keys,
                             std::vector<NoteVerifier>& signers) {
    for (const NoteVerifier& key : keys) {
      const auto signedIt = [&key](const std::string& note) {
        return openNote(note, {&key, 1}).ok();
      };
      if (listed(signers, key)) continue;
      if (std::any_of(notes.begin(), notes.end(), signedIt)) signers.push_back(key);
    }
  };
  take(known.logs, out.logs);
  take(known.witnesses, out.witnesses);
  return out;
}

}  // namespace plumbline
