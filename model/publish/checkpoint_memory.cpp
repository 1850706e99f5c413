// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/checkpoint_memory.h"

#include <algorithm>

#include "model/import/importer.h"
#include "model/judgement/judged_evidence.h"
#include "model/store/safe_file.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t maxCheckpointBytes = 1 << 20;
constexpr std::int64_t maxHashesBytes = 64 << 20;

struct Remembered {
  Checkpoint checkpoint;
  std::vector<Hash> leaves;
};

Hash rootOf(const std::vector<Hash>& leaves, std::uint64_t size) {
  return treeRoot(std::span(leaves).first(static_cast<std::size_t>(size)));
}

class Comparison {
 public:
  Comparison(const Workspace& workspace, const fs::path& memory, const JudgedEvidence& judged)
      : m_database(workspace.database()), m_memory(memory), m_judged(judged) {}

  /// The folders of the logs that contradict what is here.
  Result<std::vector<fs::path>> run() {
    std::vector<fs::path> contradicting;
    for (const LogCheck& log : m_judged.logs) {
      if (!holdsTogether(log) || log.view.size == 0) continue;
      PLUMBLINE_TRY(before, remembered(log));
      if (!before) {
        PLUMBLINE_CHECK(remember(log));
      } else if (!fits(log, *before)) {
        contradicting.push_back(m_memory / log.originHash);
      } else if (before->checkpoint.size > log.view.size) {
        PLUMBLINE_CHECK(tellNewest(log, before->checkpoint.size));
      } else if (before->checkpoint.size < log.view.size) {
        PLUMBLINE_CHECK(remember(log));
      }
    }
    return contradicting;
  }

 private:
  [[nodiscard]] fs::path folderOf(const LogCheck& log) const {
    return m_memory / log.originHash / "log" / log.originHash;
  }

  /// Nothing where there is none, or none that a key known here signed and its hashes lead to.
  Result<std::optional<Remembered>> remembered(const LogCheck& log) const {
    PLUMBLINE_TRY(note, readSmallFile(folderOf(log) / "checkpoint", maxCheckpointBytes));
    PLUMBLINE_TRY(hashes, readSmallFile(folderOf(log) / "hashes.bin", maxHashesBytes));
    if (!note || !hashes) return std::optional<Remembered>();
    for (const NoteVerifier& key : m_judged.keyring.logKeys(log.view.origin)) {
      const auto checkpoint = openCheckpoint(*note, key);
      if (!checkpoint) continue;
      Remembered out{*checkpoint, leavesOf(bytesOf(*hashes))};
      const std::uint64_t size = out.checkpoint.size;
      if (out.leaves.size() < size || rootOf(out.leaves, size) != out.checkpoint.root) continue;
      return std::optional(std::move(out));
    }
    return std::optional<Remembered>();
  }

  /// One of the two is an earlier state of the other.
  static bool fits(const LogCheck& log, const Remembered& before) {
    const bool larger = before.checkpoint.size > log.view.size;
    return larger ? rootOf(before.leaves, log.view.size) == log.view.root
                  : rootOf(log.leaves, before.checkpoint.size) == before.checkpoint.root;
  }

  /// Hashes first: those of a longer log lead to the older checkpoint as well.
  Result<void> remember(const LogCheck& log) const {
    const auto newest =
        std::find_if(log.signedNotes.begin(), log.signedNotes.end(),
                     [&log](const auto& note) { return note.second.size == log.view.size; });
    if (newest == log.signedNotes.end()) return {};
    PLUMBLINE_TRY(note, EvidenceStore(m_database).readAll(newest->second.item));
    std::string hashes;
    for (std::uint64_t i = 0; i < log.view.size; ++i) hashes += textOf(log.leaves[i].view());
    PLUMBLINE_CHECK(replaceFile(folderOf(log) / "hashes.bin", hashes));
    return replaceFile(folderOf(log) / "checkpoint", textOf(note));
  }

  Result<void> tellNewest(const LogCheck& log, std::uint64_t size) const {
    PLUMBLINE_TRY(query,
                  m_database.prepare("INSERT INTO settings (name, value) VALUES (?, ?) ON "
                                     "CONFLICT (name) DO UPDATE SET value = excluded.value"));
    const std::string name = newestSetting(log.originHash);
    const std::string value = std::to_string(size);
    query.bind(1, name).bind(2, value);
    return query.run();
  }

  const Database& m_database;
  const fs::path& m_memory;
  const JudgedEvidence& m_judged;
};

}  // namespace

Result<void> compareWithMemory(const Workspace& workspace, const fs::path& memory,
                               ImportReport& report, const Progress& progress) {
  PLUMBLINE_TRY(folders, Comparison(workspace, memory, *report.judged).run());
  if (folders.empty()) return {};
  PLUMBLINE_TRY(more, importPaths(workspace, folders, {}, progress));
  std::move(more.files.begin(), more.files.end(), std::back_inserter(report.files));
  std::move(more.problems.begin(), more.problems.end(), std::back_inserter(report.problems));
  report.alreadyThere += more.alreadyThere;
  report.judged = std::move(more.judged);
  return {};
}

}  // namespace plumbline
