// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/log_check.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "crypto/cosignature.h"

#include "model/evidence/key_set.h"
#include "model/evidence/publication.h"

namespace plumbline {
namespace {

constexpr std::size_t originHashDigits = 32;
constexpr std::size_t hashBytes = 32;
constexpr std::uint64_t maxCosignatureSeconds = 253'402'300'799;  // 9999-12-31T23:59:59Z

struct SeenCheckpoint {
  Checkpoint checkpoint;
  const EvidenceItem* item = nullptr;
  std::vector<Cosignature> cosignatures;
};

bool isInCalendar(const Cosignature& cosignature) {
  return cosignature.time <= maxCosignatureSeconds;
}

/// Works through one log; the first thing that is wrong decides the reason.
class LogChecker {
 public:
  LogChecker(const EvidenceStore& store, const Keyring& keyring, const LogEvidence& evidence,
             const std::set<Hash>& publications, LogCheck& out)
      : m_store(store),
        m_keyring(keyring),
        m_evidence(evidence),
        m_publications(publications),
        m_out(out) {}

  Result<void> run() {
    m_out.reason.clear();
    PLUMBLINE_CHECK(openCheckpoints());
    if (!m_out.reason.empty()) return {};
    PLUMBLINE_CHECK(chooseHashes());
    if (!m_out.reason.empty()) return {};
    checkOtherCheckpoints();
    PLUMBLINE_CHECK(checkEntries());
    checkRepeats();
    if (m_out.reason.empty()) set(CheckState::Passed, "log_consistent");
    return {};
  }

 private:
  void set(CheckState state, std::string reason) {
    // A failure outranks what cannot be told; otherwise the first reason stays.
    const bool outranks = state == CheckState::Failed && m_out.view.state != CheckState::Failed;
    if (!m_out.reason.empty() && !outranks) return;
    m_out.view.state = state;
    m_out.reason = std::move(reason);
  }

  Result<std::string> textOfItem(const EvidenceItem& item) {
    PLUMBLINE_TRY(bytes, m_store.readAll(item));
    return std::string(textOf(bytes));
  }

  Result<void> openCheckpoints() {
    if (m_evidence.checkpoints.empty()) set(CheckState::CannotTell, "no_checkpoint");
    for (const EvidenceItem& item : m_evidence.checkpoints) {
      PLUMBLINE_TRY(note, textOfItem(item));
      openOne(note, item);
    }
    if (m_seen.empty()) return {};
    const auto later = [](const SeenCheckpoint& a, const SeenCheckpoint& b) {
      if (a.checkpoint.size != b.checkpoint.size) return a.checkpoint.size > b.checkpoint.size;
      return a.item->sha256 < b.item->sha256;
    };
    std::sort(m_seen.begin(), m_seen.end(), later);
    m_out.view.size = m_seen.front().checkpoint.size;
    m_out.view.root = m_seen.front().checkpoint.root;
    showCheckpoints();
    return {};
  }

  void openOne(const std::string& note, const EvidenceItem& item) {
    const auto parsed = parseNote(note);
    const auto unverified =
        parsed ? parseCheckpointText(parsed->text) : Result<Checkpoint>(parsed.error());
    if (!unverified || originHash(unverified->origin) != m_out.originHash) {
      m_out.facts.set("file", item.member);
      return set(CheckState::Failed, "checkpoint_malformed");
    }
    m_out.view.origin = unverified->origin;
    const std::vector<NoteVerifier> keys = m_keyring.logKeys(unverified->origin);
    if (keys.empty()) {
      m_out.view.size = std::max(m_out.view.size, unverified->size);
      return set(CheckState::CannotTell, "log_key_unknown");
    }
    m_out.keyTrust = m_keyring.logKey(unverified->origin)->trust;
    auto opened = openCosignedCheckpoint(note, keys, policyWitnesses());
    // A witness's line that fails takes all cosignatures of this note with it, not the log's own.
    if (!opened) opened = openCosignedCheckpoint(note, keys, {});
    if (!opened) {
      m_out.facts.set("file", item.member);
      return set(CheckState::Failed, "checkpoint_signature");
    }
    m_out.signedNotes[item.sha256] = {item, opened->checkpoint.size};
    m_seen.push_back({opened->checkpoint, &item, std::move(opened->cosignatures)});
  }

  [[nodiscard]] std::vector<NoteVerifier> policyWitnesses() const {
    std::vector<NoteVerifier> out;
    for (const PolicyWitness& witness : m_keyring.policy().witnesses) {
      if (witness.key) out.push_back(*witness.key);
    }
    return out;
  }

  /// The same checkpoint may have come in several notes, with other cosignatures each.
  void showCheckpoints() {
    const TlogPolicy& policy = m_keyring.policy();
    for (auto first = m_seen.begin(); first != m_seen.end(); ++first) {
      const auto same = [first](const SeenCheckpoint& each) {
        return each.checkpoint == first->checkpoint;
      };
      if (std::any_of(m_seen.begin(), first, same)) continue;
      CheckpointView view{first->checkpoint.size, first->checkpoint.root, {}, {}};
      std::vector<PublicKey> cosigners;
      for (const SeenCheckpoint& each : m_seen) {
        if (same(each)) addCosigners(each, view, cosigners);
      }
      // One name counts once, however many keys it came with.
      for (std::string& name : cosignersOf(policy, cosigners)) {
        const auto known = std::find(view.witnesses.begin(), view.witnesses.end(), name);
        if (known == view.witnesses.end()) view.witnesses.push_back(std::move(name));
      }
      if (m_out.view.checkpoints.empty()) m_out.quorumMet = plumbline::quorumMet(policy, cosigners);
      m_out.view.checkpoints.push_back(std::move(view));
    }
  }

  static void addCosigners(const SeenCheckpoint& seen, CheckpointView& view,
                           std::vector<PublicKey>& cosigners) {
    for (const Cosignature& cosignature : seen.cosignatures) {
      if (!isInCalendar(cosignature)) continue;
      cosigners.push_back(cosignature.key);
      const auto time = Timestamp::milliseconds(static_cast<std::int64_t>(cosignature.time) * 1000);
      view.cosignedAt = std::max(view.cosignedAt.value_or(time), time);
    }
  }

  /// Leaf hashes that lead to the checkpoint's root.
  Result<void> chooseHashes() {
    const Checkpoint& current = m_seen.front().checkpoint;
    if (m_evidence.hashes.empty() && current.size > 0) {
      set(CheckState::CannotTell, "hashes_missing");
      return {};
    }
    for (const EvidenceItem& item : m_evidence.hashes) {
      PLUMBLINE_TRY(bytes, m_store.readAll(item));
      std::vector<Hash> leaves = leavesOf(bytes);
      if (bytes.size() % hashBytes != 0 || leaves.size() < current.size) continue;
      if (rootOf(leaves, current.size) != current.root) continue;
      m_out.leaves = std::move(leaves);
      return {};
    }
    if (current.size == 0) return {};
    m_out.facts.set("size", static_cast<std::int64_t>(current.size));
    m_out.facts.set("expected", current.root.hex());
    set(CheckState::Failed, "root_mismatch");
    return {};
  }

  static Hash rootOf(const std::vector<Hash>& leaves, std::uint64_t size) {
    return treeRoot(std::span(leaves).first(static_cast<std::size_t>(size)));
  }

  /// Every other checkpoint must be an earlier state of the same history.
  void checkOtherCheckpoints() {
    for (const SeenCheckpoint& seen : m_seen) {
      const Checkpoint& other = seen.checkpoint;
      if (rootOf(m_out.leaves, other.size) == other.root) continue;
      m_out.facts.set("size", static_cast<std::int64_t>(other.size));
      m_out.facts.set("root", rootOf(m_out.leaves, other.size).hex());
      m_out.facts.set("other_root", other.root.hex());
      return set(CheckState::Failed, "split_view");
    }
  }

  Result<void> checkEntries() {
    const auto size = static_cast<std::int64_t>(m_seen.front().checkpoint.size);
    std::int64_t present = 0;
    for (const auto& [index, items] : m_evidence.entries) {
      PLUMBLINE_CHECK(checkEntry(index, items, size, present));
    }
    if (present == size) return {};
    std::int64_t hole = 0;
    while (m_evidence.entries.contains(hole)) ++hole;
    m_out.facts.set("index", hole);
    m_out.facts.set("missing", size - present);
    set(CheckState::Failed, "entry_omitted");
    return {};
  }

  Result<void> checkEntry(std::int64_t index, const std::vector<EvidenceItem>& items,
                          std::int64_t size, std::int64_t& present) {
    if (index < size) ++present;
    const bool listed = index < static_cast<std::int64_t>(m_out.leaves.size());
    bool isHere = !listed;
    for (const EvidenceItem& item : items) {
      PLUMBLINE_TRY(bytes, m_store.readAll(item));
      if (listed && leafHash(bytes) != m_out.leaves[static_cast<std::size_t>(index)]) continue;
      isHere = true;
      if (index < size) checkKind(item, bytes, index);
    }
    // What lies beside the right entry is nobody's fault: anybody can lay it there.
    if (!isHere) {
      m_out.facts.set("file", items.front().member);
      m_out.facts.set("index", index);
      set(CheckState::Failed, "entry_mismatch");
    } else if (index >= size) {
      m_out.facts.set("index", index);
      set(CheckState::CannotTell, "entry_after_checkpoint");
    }
    return {};
  }

  /// Is the entry something that this program can read?
  void checkKind(const EvidenceItem& item, ByteView bytes, std::int64_t index) {
    if (m_publications.contains(item.sha256) || !m_out.reason.empty()) return;
    const auto envelope = parseEnvelope(bytes);
    const bool isStatement = envelope && envelope->payloadType == inTotoPayloadType;
    const auto statement =
        isStatement ? parseStatement(envelope->payload) : Result<Statement>(Error{});
    const bool isLost = !statement || statement->predicateType == publicationPredicateType;
    if (!isLost && !isOtherVersion(statement->predicateType)) return;
    m_out.facts.set("index", index);
    if (!isLost) m_out.facts.set("kind", statement->predicateType.substr(0, 120));
    set(CheckState::CannotTell, isLost ? "entry_unreadable" : "entry_unsupported");
  }

  /// A publication or key set of a form that came after this program.
  static bool isOtherVersion(std::string_view type) {
    return type.starts_with("urn:plumbline:publication:") ||
           (type.starts_with("urn:plumbline:keyset:") && type != keySetPredicateType);
  }

  void checkRepeats() {
    std::map<Hash, std::int64_t> seen;
    const auto size = static_cast<std::size_t>(m_seen.front().checkpoint.size);
    for (std::size_t i = 0; i < std::min(size, m_out.leaves.size()); ++i) {
      const auto index = static_cast<std::int64_t>(i);
      const auto [first, isNew] = seen.emplace(m_out.leaves[i], index);
      if (isNew || !m_out.reason.empty()) continue;
      m_out.facts.set("first", first->second);
      m_out.facts.set("index", index);
      return set(CheckState::CannotTell, "entry_repeated");
    }
  }

  const EvidenceStore& m_store;
  const Keyring& m_keyring;
  const LogEvidence& m_evidence;
  const std::set<Hash>& m_publications;
  LogCheck& m_out;
  std::vector<SeenCheckpoint> m_seen;  // largest first
};

/// Envelopes that were read as publications.
Result<std::set<Hash>> publicationDigests(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT DISTINCT e.sha256 FROM evidence AS e JOIN "
                                        "publications AS p ON p.evidence = e.id"));
  std::set<Hash> out;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return out;
    PLUMBLINE_TRY(digest, Hash::fromHexText(query.text(0)));
    out.insert(digest);
  }
}

/// 0 where the setting is not there or not a number.
Result<std::uint64_t> newestSeen(const Database& database, std::string_view originHash) {
  const std::string name = newestSetting(originHash);
  PLUMBLINE_TRY(query, database.prepare("SELECT value FROM settings WHERE name = ?"));
  query.bind(1, name);
  PLUMBLINE_TRY(there, query.step());
  std::uint64_t size = 0;
  if (there) {
    const std::string_view text = query.text(0);
    std::from_chars(text.data(), text.data() + text.size(), size);
  }
  return size;
}

}  // namespace

std::string originHash(std::string_view origin) {
  return sha256(bytesOf(origin)).hex().substr(0, originHashDigits);
}

std::string originHashOf(std::string_view member) {
  constexpr std::string_view prefix = "log/";
  if (!member.starts_with(prefix) || member.size() <= prefix.size() + originHashDigits) return {};
  return std::string(member.substr(prefix.size(), originHashDigits));
}

std::string newestSetting(std::string_view originHash) {
  return "log.newest." + std::string(originHash);
}

std::vector<Hash> leavesOf(ByteView hashes) {
  std::vector<Hash> leaves(hashes.size() / hashBytes);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    std::copy_n(hashes.begin() + static_cast<std::ptrdiff_t>(i * hashBytes), hashBytes,
                leaves[i].bytes.begin());
  }
  return leaves;
}

std::map<std::string, LogEvidence> groupLogs(const std::vector<EvidenceItem>& items) {
  constexpr std::string_view prefix = "log/";
  constexpr std::string_view entries = "entries/";
  std::map<std::string, LogEvidence> logs;
  for (const EvidenceItem& item : items) {
    const std::string hash = originHashOf(item.member);
    if (hash.empty()) continue;
    LogEvidence& log = logs[hash];
    std::string_view rest = item.member;
    rest.remove_prefix(prefix.size() + originHashDigits + 1);
    if (item.kind == evidence_kind::checkpoint) log.checkpoints.push_back(item);
    if (item.kind == evidence_kind::hashes) log.hashes.push_back(item);
    if (item.kind == evidence_kind::envelope && rest.starts_with(entries)) {
      rest.remove_prefix(entries.size());
      std::int64_t index = 0;
      std::from_chars(rest.data(), rest.data() + rest.size(), index);
      log.entries[index].push_back(item);
    }
  }
  return logs;
}

Result<std::vector<LogCheck>> checkLogs(const Database& database, const Keyring& keyring) {
  const EvidenceStore store(database);
  PLUMBLINE_TRY(items, store.list());
  PLUMBLINE_TRY(publications, publicationDigests(database));
  std::vector<LogCheck> out;
  for (const auto& [hash, evidence] : groupLogs(items)) {
    LogCheck check;
    check.originHash = hash;
    PLUMBLINE_CHECK(LogChecker(store, keyring, evidence, publications, check).run());
    PLUMBLINE_TRY(newest, newestSeen(database, hash));
    check.view.newestSeen = std::max(check.view.size, newest);
    out.push_back(std::move(check));
  }
  return out;
}

}  // namespace plumbline
