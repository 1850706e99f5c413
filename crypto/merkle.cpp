// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/merkle.h"

#include <algorithm>
#include <bit>

namespace plumbline {
namespace {

constexpr std::byte leafPrefix{0x00};
constexpr std::byte nodePrefix{0x01};

Hash hashLeaf(Sha256& digest, ByteView entry) {
  // One update instead of two: rows of a table are shorter than this, and calls cost.
  std::array<std::byte, 512> buffer;
  if (entry.size() < buffer.size()) {
    buffer[0] = leafPrefix;
    std::copy(entry.begin(), entry.end(), buffer.begin() + 1);
    digest.update({buffer.data(), entry.size() + 1});
  } else {
    digest.update({&leafPrefix, 1});
    digest.update(entry);
  }
  return digest.finish();
}

Hash hashNode(Sha256& digest, const Hash& left, const Hash& right) {
  std::array<std::byte, 65> buffer;
  buffer[0] = nodePrefix;
  std::copy(left.bytes.begin(), left.bytes.end(), buffer.begin() + 1);
  std::copy(right.bytes.begin(), right.bytes.end(), buffer.begin() + 33);
  digest.update(buffer);
  return digest.finish();
}

Sha256& threadDigest() {
  thread_local Sha256 digest;
  return digest;
}

/// k of RFC 9162 section 2.1.1: the largest power of two below n, for n > 1.
std::uint64_t splitOf(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

void appendInclusion(std::span<const Hash> leaves, std::uint64_t index, std::vector<Hash>& proof) {
  if (leaves.size() <= 1) return;
  const std::uint64_t split = splitOf(leaves.size());
  if (index < split) {
    appendInclusion(leaves.first(split), index, proof);
    proof.push_back(treeRoot(leaves.subspan(split)));
  } else {
    appendInclusion(leaves.subspan(split), index - split, proof);
    proof.push_back(treeRoot(leaves.first(split)));
  }
}

/// SUBPROOF of RFC 9162 section 2.1.4.1; `known` is true while the old root covers these leaves.
void appendConsistency(std::span<const Hash> leaves, std::uint64_t oldSize, bool known,
                       std::vector<Hash>& proof) {
  if (oldSize == leaves.size()) {
    if (!known) proof.push_back(treeRoot(leaves));
    return;
  }
  const std::uint64_t split = splitOf(leaves.size());
  if (oldSize <= split) {
    appendConsistency(leaves.first(split), oldSize, known, proof);
    proof.push_back(treeRoot(leaves.subspan(split)));
  } else {
    appendConsistency(leaves.subspan(split), oldSize - split, false, proof);
    proof.push_back(treeRoot(leaves.first(split)));
  }
}

Error malformed(Message message) {
  return Error{ErrorCode::Malformed, std::move(message)};
}
Error wrongLength() {
  return malformed("the proof has the wrong number of hashes");
}
Error mismatch(Message message, const Hash& found, const Hash& expected) {
  return Error{ErrorCode::Mismatch, std::move(message), {}, found.hex(), Message::data(expected.hex())};
}

}  // namespace

Hash leafHash(ByteView entry) {
  return hashLeaf(threadDigest(), entry);
}

Hash nodeHash(const Hash& left, const Hash& right) {
  return hashNode(threadDigest(), left, right);
}

Hash TreeHasher::node(const Hash& left, const Hash& right) {
  return hashNode(m_digest, left, right);
}

void TreeHasher::addEntry(ByteView entry) {
  addLeaf(hashLeaf(m_digest, entry));
}

void TreeHasher::addLeaf(const Hash& leaf) {
  // Like a carry in binary counting: each trailing one bit of the size is a subtree to join.
  Hash subtree = leaf;
  for (std::uint64_t bits = m_size; (bits & 1u) != 0; bits >>= 1) {
    subtree = node(m_stack.back(), subtree);
    m_stack.pop_back();
  }
  m_stack.push_back(subtree);
  ++m_size;
}

Hash TreeHasher::root() {
  if (m_stack.empty()) return sha256({});
  Hash root = m_stack.back();
  for (std::size_t i = m_stack.size() - 1; i > 0; --i) root = node(m_stack[i - 1], root);
  return root;
}

Hash treeRoot(std::span<const Hash> leaves) {
  TreeHasher hasher;
  for (const Hash& leaf : leaves) hasher.addLeaf(leaf);
  return hasher.root();
}

Result<std::vector<Hash>> inclusionProof(std::span<const Hash> leaves, std::uint64_t index) {
  if (index >= leaves.size()) {
    return Error{ErrorCode::Usage,
                 "there is no leaf of this index",
                 {},
                 std::to_string(index),
                 Message("less than %1", leaves.size())};
  }
  std::vector<Hash> proof;
  appendInclusion(leaves, index, proof);
  return proof;
}

Result<std::vector<Hash>> consistencyProof(std::span<const Hash> leaves, std::uint64_t oldSize) {
  if (oldSize == 0 || oldSize > leaves.size()) {
    return Error{ErrorCode::Usage,
                 "there is no consistency proof from this size",
                 {},
                 std::to_string(oldSize),
                 Message("1 to %1", leaves.size())};
  }
  std::vector<Hash> proof;
  appendConsistency(leaves, oldSize, true, proof);
  return proof;
}

// RFC 9162 section 2.1.3.2, with its names: fn and sn are the places in the current level of the
// leaf and of the last leaf.
Result<void> verifyInclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                             std::span<const Hash> proof, const Hash& root) {
  if (index >= size) return malformed("the index is not below the tree size");
  std::uint64_t fn = index;
  std::uint64_t sn = size - 1;
  Hash computed = leaf;
  for (const Hash& sibling : proof) {
    if (sn == 0) return wrongLength();
    if ((fn & 1u) != 0 || fn == sn) {
      computed = nodeHash(sibling, computed);
      while ((fn & 1u) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      computed = nodeHash(computed, sibling);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return wrongLength();
  if (computed != root) return mismatch("the proof does not lead to the root", computed, root);
  return {};
}

// RFC 9162 section 2.1.4.2. A proof from an empty tree would prove nothing and is refused.
Result<void> verifyConsistency(std::uint64_t oldSize, const Hash& oldRoot, std::uint64_t newSize,
                               const Hash& newRoot, std::span<const Hash> proof) {
  if (oldSize == 0) return malformed("nothing can be proved about an empty tree");
  if (oldSize > newSize) return malformed("the old tree is larger than the new tree");
  if (oldSize == newSize) {
    if (!proof.empty()) return wrongLength();
    if (oldRoot != newRoot) return mismatch("trees of one size differ", newRoot, oldRoot);
    return {};
  }
  // Where the old tree is one complete subtree, its root itself starts the path.
  const bool complete = std::has_single_bit(oldSize);
  if (!complete && proof.empty()) return wrongLength();
  const int shift = std::countr_one(oldSize - 1);
  std::uint64_t fn = (oldSize - 1) >> shift;
  std::uint64_t sn = (newSize - 1) >> shift;
  Hash fr = complete ? oldRoot : proof.front();
  Hash sr = fr;
  for (const Hash& sibling : complete ? proof : proof.subspan(1)) {
    if (sn == 0) return wrongLength();
    if ((fn & 1u) != 0 || fn == sn) {
      fr = nodeHash(sibling, fr);
      sr = nodeHash(sibling, sr);
      while ((fn & 1u) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = nodeHash(sr, sibling);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return wrongLength();
  if (fr != oldRoot) return mismatch("the proof does not lead to the old root", fr, oldRoot);
  if (sr != newRoot) return mismatch("the proof does not lead to the new root", sr, newRoot);
  return {};
}

}  // namespace plumbline
