// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/split_view.h"

#include <algorithm>

#include "crypto/merkle.h"

#include "model/evidence/keyring.h"
#include "model/evidence/log_check.h"

namespace plumbline {
namespace {

constexpr std::size_t hashBytes = 32;

std::vector<Hash> leavesOf(const Bytes& bytes) {
  std::vector<Hash> leaves(bytes.size() / hashBytes);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * hashBytes), hashBytes,
                leaves[i].bytes.begin());
  }
  return leaves;
}

/// The leaves among `lists` that lead to the root at that size.
const std::vector<Hash>* leadingTo(const std::vector<std::vector<Hash>>& lists, std::size_t size,
                                   const std::string& root) {
  for (const std::vector<Hash>& leaves : lists) {
    if (leaves.size() < size) continue;
    if (treeRoot(std::span(leaves).first(size)).hex() == root) return &leaves;
  }
  return nullptr;
}

Result<void> readLog(const Database& database, const LogEvidence& log, SplitView& split) {
  const EvidenceStore store(database);
  for (const EvidenceItem& item : log.checkpoints) {
    PLUMBLINE_TRY(bytes, store.readAll(item));
    split.notes.emplace_back(textOf(bytes));
  }
  std::sort(split.notes.begin(), split.notes.end());
  std::vector<std::vector<Hash>> lists;
  for (const EvidenceItem& item : log.hashes) {
    PLUMBLINE_TRY(bytes, store.readAll(item));
    lists.push_back(leavesOf(bytes));
  }
  const auto size = static_cast<std::size_t>(split.size);
  const std::vector<Hash>* one = leadingTo(lists, size, split.root);
  const std::vector<Hash>* other = leadingTo(lists, size, split.otherRoot);
  if (one == nullptr || other == nullptr) return {};
  const auto end = one->begin() + static_cast<std::ptrdiff_t>(size);
  split.firstDifference = std::mismatch(one->begin(), end, other->begin()).first - one->begin();
  return {};
}

}  // namespace

Result<std::optional<SplitView>> findSplitView(const Database& database,
                                               const EvidenceReport& report) {
  const auto& row = report.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)];
  if (row.reason != "split_view") return std::optional<SplitView>();
  SplitView split;
  split.log = row.facts.get<std::string>("log");
  split.size = row.facts.get<std::int64_t>("size");
  split.root = row.facts.get<std::string>("root");
  split.otherRoot = row.facts.get<std::string>("other_root");
  for (const LogView& log : report.logs) {
    if (log.origin == split.log) split.party = log.party;
  }
  PLUMBLINE_TRY(keyring, Keyring::load(database));
  if (const KnownKey* key = keyring.logKey(split.log)) split.logKey = key->key.vkey();
  PLUMBLINE_TRY(items, EvidenceStore(database).list());
  const auto logs = groupLogs(items);
  const auto log = logs.find(originHash(split.log));
  if (log != logs.end()) PLUMBLINE_CHECK(readLog(database, log->second, split));
  return std::optional(std::move(split));
}

std::string splitViewProof(const SplitView& split) {
  std::string text = "The log " + split.log + " showed two histories.\n";
  text += "At size " + std::to_string(split.size) + " its entries here have the root " +
          split.root + ",\nand a checkpoint signed with the same key has the root " +
          split.otherRoot + ".\n";
  if (split.firstDifference >= 0) {
    text += "The histories first differ at entry " + std::to_string(split.firstDifference) +
            " (counted from 0).\n";
  }
  text +=
      "Below are all its signed checkpoints (C2SP tlog-checkpoint), each between two lines of "
      "equals signs.\n";
  text += "Key of the log: " + split.logKey + "\n";
  for (const std::string& note : split.notes) text += "=====\n" + note;
  return text + "=====\n";
}

}  // namespace plumbline
