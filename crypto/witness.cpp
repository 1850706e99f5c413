// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/witness.h"

#include <algorithm>
#include <iterator>

#include "crypto/text_lines.h"

namespace plumbline {
namespace {

constexpr std::size_t maxRequestBytes = 2u << 20;
constexpr std::size_t maxProofLines = 63;
constexpr std::string_view oldWord = "old ";

WitnessAnswer refusal(WitnessDecision decision, Error reason) {
  return {decision, {}, 0, std::move(reason)};
}

WitnessAnswer conflict(std::uint64_t knownSize, Message message) {
  return {WitnessDecision::Conflict,
          {},
          knownSize,
          Error{ErrorCode::Inconsistent,
                std::move(message),
                {},
                {},
                Message::data(std::to_string(knownSize))}};
}

/// The order of these checks is that of the specification.
WitnessAnswer answerFor(const Checkpoint& checkpoint, const WitnessRequest& request,
                        const std::optional<Checkpoint>& latest) {
  if (request.oldSize > checkpoint.size) {
    return refusal(WitnessDecision::BadRequest,
                   {ErrorCode::BadValue, "the old size is above the checkpoint's size"});
  }
  const std::uint64_t knownSize = latest ? latest->size : 0;
  if (request.oldSize != knownSize) {
    return conflict(knownSize, "the old size is not that of the checkpoint cosigned last");
  }
  if (knownSize == 0) {
    if (!request.proof.empty()) {
      return refusal(WitnessDecision::Unprocessable,
                     {ErrorCode::Malformed, "nothing can be proved about an empty tree"});
    }
    if (checkpoint.size == 0 && checkpoint.root != treeRoot({})) {
      return refusal(WitnessDecision::Unprocessable,
                     {ErrorCode::Mismatch, "the root is not that of an empty tree"});
    }
    return {WitnessDecision::Cosign, checkpoint, checkpoint.size, {}};
  }
  if (knownSize == checkpoint.size && latest->root != checkpoint.root) {
    return conflict(knownSize, "the log shows two roots for one size");
  }
  auto consistent =
      verifyConsistency(knownSize, latest->root, checkpoint.size, checkpoint.root, request.proof);
  if (!consistent) {
    return refusal(WitnessDecision::Unprocessable, std::move(consistent).error());
  }
  return {WitnessDecision::Cosign, checkpoint, checkpoint.size, {}};
}

}  // namespace

int httpStatus(WitnessDecision decision) {
  switch (decision) {
    case WitnessDecision::Cosign:
      return 200;
    case WitnessDecision::BadRequest:
      return 400;
    case WitnessDecision::Forbidden:
      return 403;
    case WitnessDecision::Conflict:
      return 409;
    case WitnessDecision::Unprocessable:
      return 422;
  }
  return 500;
}

Result<WitnessRequest> parseWitnessRequest(std::string_view body) {
  if (body.size() > maxRequestBytes) {
    return Error{ErrorCode::TooLarge, "the request is larger than 2 MiB"};
  }
  LineReader lines(body);
  auto line = lines.next();
  const auto oldSize = line && line->starts_with(oldWord)
                           ? parsePlainNumber(line->substr(oldWord.size()))
                           : std::nullopt;
  if (!oldSize) return errorAtLine(1, ErrorCode::Malformed, "the first line is not \"old N\"");
  WitnessRequest request{*oldSize, {}, {}};
  while ((line = lines.next()) && !line->empty()) {
    const auto hash = Hash::fromBase64Text(*line);
    if (!hash) {
      return errorAtLine(lines.line(), ErrorCode::Malformed, "the line is not base64 of 32 bytes",
                         *line);
    }
    if (request.proof.size() == maxProofLines) {
      return errorAtLine(lines.line(), ErrorCode::Malformed, "the proof has more than 63 hashes");
    }
    request.proof.push_back(*hash);
  }
  request.checkpoint = lines.rest();
  if (!line || request.checkpoint.empty()) {
    return errorAtLine(lines.line() + 1, ErrorCode::Malformed, "the checkpoint is missing");
  }
  return request;
}

WitnessAnswer answerAddCheckpoint(const WitnessRequest& request, std::span<const NoteVerifier> logs,
                                  const std::optional<Checkpoint>& latest) {
  const std::string_view origin = claimedOrigin(request.checkpoint);
  std::vector<NoteVerifier> keys;
  std::copy_if(logs.begin(), logs.end(), std::back_inserter(keys),
               [&](const NoteVerifier& log) { return log.name() == origin; });
  if (keys.empty()) {
    return refusal(WitnessDecision::Forbidden,
                   {ErrorCode::NotFound, "this witness does not know the log", Place{.row = 1}});
  }
  // Whatever keeps the note from being opened, no signature of the log's stands.
  auto opened = openNote(request.checkpoint, keys);
  if (!opened) return refusal(WitnessDecision::Forbidden, std::move(opened).error());
  auto checkpoint = parseCheckpointText(opened->text);
  if (!checkpoint) return refusal(WitnessDecision::BadRequest, std::move(checkpoint).error());
  return answerFor(*checkpoint, request, latest);
}

}  // namespace plumbline
