// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/merkle.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

constexpr std::uint64_t largestTree = 100;

std::vector<Hash> makeLeaves(std::uint64_t count) {
  std::vector<Hash> leaves;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string entry = "row " + std::to_string(i);
    leaves.push_back(leafHash(bytesOf(entry)));
  }
  return leaves;
}

/// MTH of RFC 9162 section 2.1.1, written as the text defines it.
Hash rootByDefinition(std::span<const Hash> leaves) {
  if (leaves.empty()) return sha256({});
  if (leaves.size() == 1) return leaves.front();
  std::size_t split = 1;
  while (split * 2 < leaves.size()) split *= 2;
  return nodeHash(rootByDefinition(leaves.first(split)), rootByDefinition(leaves.subspan(split)));
}

Hash flipped(Hash hash, std::size_t bit) {
  hash.bytes[bit / 8 % 32] ^= static_cast<std::byte>(1u << bit % 8);
  return hash;
}

/// Every proof that differs from `proof` in one bit of one hash, by a hash too few or too many, or
/// by two neighbours in the other order.
std::vector<std::vector<Hash>> alterations(const std::vector<Hash>& proof, const Hash& stranger) {
  std::vector<std::vector<Hash>> out;
  for (std::size_t i = 0; i < proof.size(); ++i) {
    auto altered = proof;
    altered[i] = flipped(altered[i], i * 37);
    out.push_back(altered);
    altered = proof;
    altered.erase(altered.begin() + static_cast<std::ptrdiff_t>(i));
    out.push_back(altered);
    if (i > 0) {
      altered = proof;
      std::swap(altered[i], altered[i - 1]);
      out.push_back(altered);
    }
  }
  auto longer = proof;
  longer.push_back(stranger);
  out.push_back(longer);
  longer = proof;
  longer.insert(longer.begin(), stranger);
  out.push_back(longer);
  return out;
}

}  // namespace

class TestMerkle : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void prefixes() {
    QCOMPARE(leafHash(bytesOf("abc")), sha256(bytesOf(std::string("\0abc", 4))));
    const Hash left = sha256(bytesOf("l"));
    const Hash right = sha256(bytesOf("r"));
    Bytes joined{std::byte{1}};
    joined.insert(joined.end(), left.bytes.begin(), left.bytes.end());
    joined.insert(joined.end(), right.bytes.begin(), right.bytes.end());
    QCOMPARE(nodeHash(left, right), sha256(joined));
  }

  // Short entries are hashed in one piece and long ones in two; the border is an inner detail.
  void entriesOfEveryLength() {
    for (std::size_t length = 0; length < 1100; ++length) {
      const std::string entry(length, 'x');
      QCOMPARE(leafHash(bytesOf(entry)), sha256(bytesOf(std::string(1, '\0') + entry)));
    }
  }

  void rootsOfEverySize() {
    const auto leaves = makeLeaves(largestTree);
    TreeHasher hasher;
    for (std::uint64_t size = 0; size <= largestTree; ++size) {
      const auto part = std::span(leaves).first(size);
      const Hash expected = rootByDefinition(part);
      QCOMPARE(treeRoot(part), expected);
      QCOMPARE(hasher.root(), expected);
      QCOMPARE(hasher.size(), size);
      if (size < largestTree) hasher.addEntry(bytesOf("row " + std::to_string(size)));
    }
  }

  void inclusionOfEveryLeaf() {
    const auto leaves = makeLeaves(largestTree);
    const Hash stranger = sha256(bytesOf("stranger"));
    for (std::uint64_t size = 1; size <= largestTree; ++size) {
      const auto part = std::span(leaves).first(size);
      const Hash root = treeRoot(part);
      for (std::uint64_t index = 0; index < size; ++index) {
        const auto proof = inclusionProof(part, index).value();
        QVERIFY(verifyInclusion(leaves[index], index, size, proof, root));
        QVERIFY(!verifyInclusion(stranger, index, size, proof, root));
        QVERIFY(!verifyInclusion(leaves[index], index, size, proof, stranger));
        QVERIFY(!verifyInclusion(leaves[index], size, size, proof, root));
        QVERIFY(!verifyInclusion(leaves[index], index + size, size, proof, root));
        if (size > 1) {
          QVERIFY(!verifyInclusion(leaves[index], (index + 1) % size, size, proof, root));
        }
        for (const auto& altered : alterations(proof, stranger)) {
          QVERIFY(!verifyInclusion(leaves[index], index, size, altered, root));
        }
      }
    }
  }

  void consistencyOfEveryPair() {
    const auto leaves = makeLeaves(largestTree);
    const Hash stranger = sha256(bytesOf("stranger"));
    for (std::uint64_t size = 1; size <= largestTree; ++size) {
      const auto part = std::span(leaves).first(size);
      const Hash root = treeRoot(part);
      for (std::uint64_t oldSize = 1; oldSize <= size; ++oldSize) {
        const Hash oldRoot = treeRoot(part.first(oldSize));
        const auto proof = consistencyProof(part, oldSize).value();
        QVERIFY(verifyConsistency(oldSize, oldRoot, size, root, proof));
        QVERIFY(!verifyConsistency(oldSize, stranger, size, root, proof));
        QVERIFY(!verifyConsistency(oldSize, oldRoot, size, stranger, proof));
        QVERIFY(!verifyConsistency(0, oldRoot, size, root, proof));
        if (oldSize != size) QVERIFY(!verifyConsistency(size, root, oldSize, oldRoot, proof));
        for (const auto& altered : alterations(proof, stranger)) {
          QVERIFY(!verifyConsistency(oldSize, oldRoot, size, root, altered));
        }
      }
    }
  }

  // A log that rewrites one old entry has no proof from its former root.
  void rewrittenEntryIsSeen() {
    auto leaves = makeLeaves(40);
    const Hash oldRoot = treeRoot(std::span(leaves).first(25));
    leaves[11] = sha256(bytesOf("another row 11"));
    const auto proof = consistencyProof(leaves, 25).value();
    const auto verdict = verifyConsistency(25, oldRoot, 40, treeRoot(leaves), proof);
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, ErrorCode::Mismatch);
  }

  void errorCodes() {
    const auto leaves = makeLeaves(5);
    const Hash root = treeRoot(leaves);
    const auto proof = inclusionProof(leaves, 2).value();
    const auto shorter = std::span(proof).first(proof.size() - 1);
    QCOMPARE(verifyInclusion(leaves[2], 2, 5, shorter, root).error().code, ErrorCode::Malformed);
    QCOMPARE(verifyInclusion(leaves[2], 5, 5, proof, root).error().code, ErrorCode::Malformed);
    QCOMPARE(verifyInclusion(leaves[3], 2, 5, proof, root).error().code, ErrorCode::Mismatch);
    QCOMPARE(inclusionProof(leaves, 5).error().code, ErrorCode::Usage);
    QCOMPARE(inclusionProof({}, 0).error().code, ErrorCode::Usage);
    QCOMPARE(consistencyProof(leaves, 0).error().code, ErrorCode::Usage);
    QCOMPARE(consistencyProof(leaves, 6).error().code, ErrorCode::Usage);
    const Hash empty = treeRoot({});
    QCOMPARE(verifyConsistency(0, empty, 0, empty, {}).error().code, ErrorCode::Malformed);
  }

  // Without the comparison of sizes this path would be empty and right: a root that is its own.
  void shrunkenTree() {
    const Hash root = sha256(bytesOf("root"));
    for (const std::uint64_t size : {1u, 2u, 3u, 4u, 7u}) {
      QVERIFY(!verifyConsistency(8, root, size, root, {}));
      QVERIFY(!verifyConsistency(std::uint64_t{1} << 63, root, size, root, {}));
    }
  }

  // Sizes near 2^64 must neither wrap round nor loop for ever.
  void hugeSizes() {
    const Hash root = sha256(bytesOf("root"));
    const std::uint64_t huge = ~std::uint64_t{0};
    const std::vector<Hash> proof(64, root);
    QVERIFY(!verifyInclusion(root, huge - 1, huge, proof, root));
    QVERIFY(!verifyInclusion(root, huge, huge, proof, root));
    QVERIFY(!verifyInclusion(root, 0, huge, proof, root));
    QVERIFY(!verifyConsistency(huge - 1, root, huge, root, proof));
    QVERIFY(!verifyConsistency(1, root, huge, root, proof));
    QVERIFY(!verifyConsistency(std::uint64_t{1} << 63, root, huge, root, proof));
  }
};

PLUMBLINE_TEST(TestMerkle)
#include "test_merkle.moc"
