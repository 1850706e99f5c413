// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Merkle tree hash of RFC 6962 section 2 / RFC 9162 section 2.1 over SHA-256.
//   leaf  SHA256(00 || entry)    node  SHA256(01 || left || right)    empty tree  SHA256("")
//   a tree of n > 1 leaves splits at the largest power of two below n.
// Sizes are 64 bit. Refused: index >= size, left-over proof elements, consistency from size 0.

#include <cstdint>
#include <vector>

#include "crypto/hash.h"

namespace plumbline {

[[nodiscard]] Hash leafHash(ByteView entry);
[[nodiscard]] Hash nodeHash(const Hash& left, const Hash& right);

/// Root of a growing list of leaves in O(log n) memory. Reuses one digest context.
class TreeHasher {
 public:
  void addEntry(ByteView entry);
  void addLeaf(const Hash& leaf);
  [[nodiscard]] std::uint64_t size() const { return m_size; }
  /// Root of what was added so far; more can be added afterwards.
  [[nodiscard]] Hash root();

 private:
  Hash node(const Hash& left, const Hash& right);
  Sha256 m_digest;
  std::vector<Hash> m_stack;  // roots of the complete subtrees, largest first
  std::uint64_t m_size = 0;
};

[[nodiscard]] Hash treeRoot(std::span<const Hash> leaves);
/// Errors: Usage when index >= leaves.size().
[[nodiscard]] Result<std::vector<Hash>> inclusionProof(std::span<const Hash> leaves,
                                                       std::uint64_t index);
/// Proof that the first `oldSize` leaves are a prefix. Errors: Usage when that is 0 or too large.
[[nodiscard]] Result<std::vector<Hash>> consistencyProof(std::span<const Hash> leaves,
                                                         std::uint64_t oldSize);
/// Errors: Mismatch when the proof does not lead to `root`, Malformed when its length is wrong.
[[nodiscard]] Result<void> verifyInclusion(const Hash& leaf, std::uint64_t index,
                                           std::uint64_t size, std::span<const Hash> proof,
                                           const Hash& root);
[[nodiscard]] Result<void> verifyConsistency(std::uint64_t oldSize, const Hash& oldRoot,
                                             std::uint64_t newSize, const Hash& newRoot,
                                             std::span<const Hash> proof);

}  // namespace plumbline
