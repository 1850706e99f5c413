// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/split_proof.h"

namespace plumbline {
namespace {

constexpr std::size_t maxHashes = 64;  // the root and a consistency proof

/// That `history`, a root and a consistency proof, shows the root at the smaller size. The root of
/// no entries at all needs no proof.
Result<void> checkHistory(const Checkpoint& smaller, const Checkpoint& larger,
                          std::span<const Hash> history) {
  if (history.empty()) return Error{ErrorCode::Malformed, "part history: it is empty"};
  if (smaller.size > 0) {
    return verifyConsistency(smaller.size, history.front(), larger.size, larger.root,
                             history.subspan(1));
  }
  if (history.size() == 1 && history.front() == sha256({})) return {};
  return Error{ErrorCode::Mismatch, "part history: it is not that of an empty tree"};
}

}  // namespace

Result<SplitProof> verifySplitProof(const ProofFile& file) {
  PLUMBLINE_TRY(reader, ProofReader::start(file, ProofKind::SplitView));
  PLUMBLINE_TRY(smaller, reader.takeCheckpoint("smaller"));
  PLUMBLINE_TRY(larger, reader.takeCheckpoint("larger"));
  PLUMBLINE_TRY(text, reader.take("history"));
  PLUMBLINE_CHECK(reader.finish());
  PLUMBLINE_TRY(history, parseHashLines(text, maxHashes));
  PLUMBLINE_CHECK(checkHistory(smaller.checkpoint, larger.checkpoint, history));
  if (history.front() == smaller.checkpoint.root) {
    return Error{ErrorCode::Inconsistent, "the two checkpoints fit together: nothing is proved"};
  }
  return SplitProof{reader.keys(), std::move(smaller.checkpoint), std::move(larger.checkpoint),
                    history.front()};
}

Result<ProofFile> makeSplitProof(const ProofKeys& keys, const std::string& smaller,
                                 std::uint64_t smallerSize, const std::string& larger,
                                 std::span<const Hash> leaves) {
  std::vector<Hash> history;
  if (smallerSize > 0) {
    PLUMBLINE_TRY(proof, consistencyProof(leaves, smallerSize));
    history = std::move(proof);
  }
  history.insert(history.begin(), treeRoot(leaves.first(smallerSize)));
  ProofFile file{ProofKind::SplitView, keyParts(keys)};
  file.parts.push_back({"smaller", smaller});
  file.parts.push_back({"larger", larger});
  file.parts.push_back({"history", formatHashLines(history)});
  return file;
}

}  // namespace plumbline
