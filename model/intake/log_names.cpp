// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "crypto/checkpoint.h"

#include "model/evidence/log_check.h"
#include "model/intake/evidence_intake.h"

namespace plumbline {
namespace {

constexpr std::size_t hashBytes = 32;

/// Names of one log's pieces, chosen from the pieces alone.
class LogNames {
 public:
  LogNames(const EvidenceStore& store, std::string_view originHash, LogEvidence& log)
      : m_store(store), m_folder("log/" + std::string(originHash) + "/"), m_log(log) {}

  Result<void> settle() {
    PLUMBLINE_CHECK(dropCoveredHashes());
    PLUMBLINE_CHECK(orderCheckpoints());
    nameAll(m_log.checkpoints, m_folder + "checkpoint", [this](const EvidenceItem& item) {
      return m_folder + "checkpoints-seen/" + item.sha256.hex();
    });
    nameAll(m_log.hashes, m_folder + "hashes.bin", [this](const EvidenceItem& item) {
      return m_folder + "hashes." + item.sha256.hex().substr(0, 16) + ".bin";
    });
    for (auto& [index, items] : m_log.entries) {
      PLUMBLINE_CHECK(orderEntries(index, items));
      const std::string place = m_folder + "entries/" + std::to_string(index) + ".";
      nameAll(items, place + "dsse.json", [&place](const EvidenceItem& item) {
        return place + item.sha256.hex().substr(0, 16) + ".dsse.json";
      });
    }
    return rename();
  }

 private:
  /// A list that is the beginning of a longer one adds nothing.
  Result<void> dropCoveredHashes() {
    auto& lists = m_log.hashes;
    std::sort(lists.begin(), lists.end(), [](const EvidenceItem& a, const EvidenceItem& b) {
      return a.bytes != b.bytes ? a.bytes > b.bytes : a.sha256 < b.sha256;
    });
    if (lists.empty()) return {};
    PLUMBLINE_TRY(longest, m_store.readAll(lists.front()));
    std::vector<EvidenceItem> kept{lists.front()};
    for (std::size_t i = 1; i < lists.size(); ++i) {
      PLUMBLINE_TRY(bytes, m_store.readAll(lists[i]));
      if (std::equal(bytes.begin(), bytes.end(), longest.begin())) {
        PLUMBLINE_CHECK(m_store.remove(lists[i].id));
      } else {
        kept.push_back(lists[i]);
      }
    }
    lists = std::move(kept);
    m_leaves = std::move(longest);
    return {};
  }

  /// The largest first.
  Result<void> orderCheckpoints() {
    if (m_log.checkpoints.size() < 2) return {};
    std::map<std::int64_t, std::uint64_t> sizes;
    for (const EvidenceItem& item : m_log.checkpoints) {
      PLUMBLINE_TRY(bytes, m_store.readAll(item));
      const auto note = parseNote(textOf(bytes));
      const auto checkpoint =
          note ? parseCheckpointText(note->text) : Result<Checkpoint>(note.error());
      sizes[item.id] = checkpoint ? checkpoint->size : 0;
    }
    std::sort(m_log.checkpoints.begin(), m_log.checkpoints.end(),
              [&sizes](const EvidenceItem& a, const EvidenceItem& b) {
                if (sizes[a.id] != sizes[b.id]) return sizes[a.id] > sizes[b.id];
                return a.sha256 < b.sha256;
              });
    return {};
  }

  /// The one the leaf hashes name first.
  Result<void> orderEntries(std::int64_t index, std::vector<EvidenceItem>& items) {
    if (items.size() < 2) return {};
    std::sort(items.begin(), items.end(),
              [](const EvidenceItem& a, const EvidenceItem& b) { return a.sha256 < b.sha256; });
    const std::size_t at = static_cast<std::size_t>(index) * hashBytes;
    if (at + hashBytes > m_leaves.size()) return {};
    const ByteView leaf = ByteView(m_leaves).subspan(at, hashBytes);
    for (std::size_t i = 0; i < items.size(); ++i) {
      PLUMBLINE_TRY(bytes, m_store.readAll(items[i]));
      if (!std::ranges::equal(leafHash(bytes).view(), leaf)) continue;
      std::swap(items[0], items[i]);
      break;
    }
    return {};
  }

  template <class Beside>
  void nameAll(const std::vector<EvidenceItem>& items, const std::string& plain, Beside&& beside) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::string name = i == 0 ? plain : beside(items[i]);
      if (name != items[i].member) m_names.emplace_back(items[i].id, std::move(name));
    }
  }

  /// In two steps, because two pieces may change places.
  Result<void> rename() {
    for (const auto& [id, name] : m_names) {
      PLUMBLINE_CHECK(m_store.rename(id, "moving/" + std::to_string(id)));
    }
    for (const auto& [id, name] : m_names) PLUMBLINE_CHECK(m_store.rename(id, name));
    return {};
  }

  const EvidenceStore& m_store;
  std::string m_folder;
  LogEvidence& m_log;
  Bytes m_leaves;
  std::vector<std::pair<std::int64_t, std::string>> m_names;
};

}  // namespace

Result<void> settleLogNames(ImportContext& context) {
  PLUMBLINE_TRY(items, context.store.list());
  auto logs = groupLogs(items);
  for (auto& [hash, log] : logs) {
    PLUMBLINE_CHECK(LogNames(context.store, hash, log).settle());
  }
  return {};
}

}  // namespace plumbline
