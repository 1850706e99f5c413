// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/witness_memory.h"

#include <algorithm>

#include <QLockFile>

#include "crypto/witness.h"

#include "model/members/log_tiles.h"
#include "model/store/safe_file.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t maxCheckpointBytes = 1 << 20;
constexpr std::size_t hashBytes = 32;

Result<std::vector<Hash>> leavesBeside(const fs::path& folder, std::uint64_t size) {
  std::vector<Hash> leaves;
  while (leaves.size() < size) {
    const std::uint64_t index = leaves.size() / tileWidth;
    const std::uint64_t width = std::min<std::uint64_t>(tileWidth, size - leaves.size());
    std::string path = hashTilePath(0, index, width);
    PLUMBLINE_TRY(part, readSmallFile(folder / path, tileWidth * hashBytes));
    if (!part) {
      path = hashTilePath(0, index, tileWidth);
      PLUMBLINE_TRY(full, readSmallFile(folder / path, tileWidth * hashBytes));
      part = std::move(full);
    }
    if (!part || part->size() < width * hashBytes) {
      return Error{ErrorCode::NotFound,
                   "the tile that proves consistency is not beside the checkpoint",
                   {hashTilePath(0, index, width)}};
    }
    for (std::size_t i = 0; i < width; ++i) {
      PLUMBLINE_TRY(hash, Hash::fromBytes(bytesOf(*part).subspan(i * hashBytes, hashBytes)));
      leaves.push_back(hash);
    }
  }
  return leaves;
}

Result<std::optional<Checkpoint>> remembered(const fs::path& memory, const NoteVerifier& log) {
  PLUMBLINE_TRY(note, readSmallFile(memory, maxCheckpointBytes));
  if (!note) return std::optional<Checkpoint>();
  auto checkpoint = openCheckpoint(*note, log);
  if (!checkpoint) return std::move(checkpoint).error().in(pathText(memory));
  return std::optional(std::move(*checkpoint));
}

/// Proof and old size for what is remembered.
Result<WitnessRequest> requestFor(const std::string& note, const fs::path& folder,
                                  const NoteVerifier& log,
                                  const std::optional<Checkpoint>& latest) {
  WitnessRequest request{latest ? latest->size : 0, {}, note};
  PLUMBLINE_TRY(checkpoint, openCheckpoint(note, log));
  if (!latest) return request;
  if (checkpoint.size < latest->size) {
    return Error{ErrorCode::Inconsistent,
                 "the checkpoint is older than the one cosigned last",
                 {},
                 Message("size %1", checkpoint.size),
                 Message("size %1 or more", latest->size)};
  }
  if (latest->size == 0 || checkpoint.size == latest->size) return request;
  PLUMBLINE_TRY(leaves, leavesBeside(folder, checkpoint.size));
  PLUMBLINE_TRY(proof, consistencyProof(leaves, latest->size));
  request.proof = std::move(proof);
  return request;
}

}  // namespace

Result<Cosigned> cosignAndRemember(const fs::path& checkpoint, const fs::path& memory,
                                   const NoteVerifier& log, const WitnessIdentity& witness,
                                   std::uint64_t time) {
  QLockFile lock(QString::fromStdString(pathText(memory) + ".lock"));
  lock.setStaleLockTime(0);
  if (!lock.tryLock(0)) {
    return Error{ErrorCode::Io, "the witness's memory cannot be locked", {pathText(memory)}};
  }
  PLUMBLINE_TRY(note, readSmallFile(checkpoint, maxCheckpointBytes));
  if (!note) return Error{ErrorCode::NotFound, "there is no checkpoint", {pathText(checkpoint)}};
  PLUMBLINE_TRY(latest, remembered(memory, log));
  auto request = requestFor(*note, checkpoint.parent_path(), log, latest);
  if (!request) return std::move(request).error().in(pathText(checkpoint));
  WitnessAnswer answer = answerAddCheckpoint(*request, {&log, 1}, latest);
  if (answer.decision != WitnessDecision::Cosign) {
    return Error{ErrorCode::Inconsistent,
                 Message("the checkpoint is not cosigned: %1", answer.reason.message),
                 {pathText(checkpoint)},
                 answer.reason.found,
                 answer.reason.expected};
  }
  PLUMBLINE_TRY(signature, cosignCheckpoint(answer.checkpoint, witness.name, witness.key, time));
  PLUMBLINE_CHECK(replaceFile(memory, *note));
  return Cosigned{std::move(answer.checkpoint), std::move(signature)};
}

}  // namespace plumbline
