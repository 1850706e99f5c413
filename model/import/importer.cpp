// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/importer.h"

#include <algorithm>

#include "model/evidence/authors_word.h"
#include "model/evidence/timestamp_check.h"
#include "model/import/original_intake.h"
#include "model/intake/evidence_intake.h"
#include "model/intake/publication_rows.h"
#include "model/intake/revisions.h"
#include "model/intake/table_intake.h"
#include "model/judgement/judged_evidence.h"
#include "model/members/byte_feed.h"
#include "model/members/open_source.h"
#include "model/members/plumb_source.h"
#include "model/records/error_form.h"
#include "model/store/file_errors.h"
#include "model/workspace/before_import.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

std::string absoluteText(const fs::path& path) {
  std::error_code failed;
  const std::u8string text = fs::absolute(path, failed).u8string();
  return {text.begin(), text.end()};
}

Result<std::string> readTrustFile(const std::optional<fs::path>& path) {
  constexpr std::int64_t maxBytes = 1 << 20;
  if (!path) return std::string();
  std::error_code failed;
  const auto bytes = static_cast<std::int64_t>(fs::file_size(*path, failed));
  if (failed) return Error{ErrorCode::NotFound, "there is no such file", {shownName(*path)}};
  if (bytes > maxBytes) {
    return Error{ErrorCode::TooLarge, "the file is larger than 1 MiB", {shownName(*path)}};
  }
  auto read = FileBytes::read(*path, 0, bytes);
  if (!read) return std::move(read).error().in(shownName(*path));
  return std::string(textOf(read->view()));
}

struct ListedMember {
  const Member* member = nullptr;
  MemberRole role;
};

class Import {
 public:
  Import(const Database& database, const ImportOptions& options, const Progress& progress)
      : m_context(database, progress), m_tables(m_context), m_originals(m_context, options) {
    m_context.stamp = options.stamp;
  }

  Result<ImportReport> run(const std::vector<fs::path>& paths, const ImportOptions& options) {
    if (options.as && findReader(*options.as) == nullptr) {
      return Error{ErrorCode::Usage, "there is no reader of this format", {}, *options.as};
    }
    PLUMBLINE_TRY(parties, readTrustFile(options.parties));
    PLUMBLINE_TRY(policy, readTrustFile(options.policy));
    PLUMBLINE_TRY(tsa, readTrustFile(options.tsa));
    PLUMBLINE_CHECK(checkTrustFiles(parties, policy));
    auto certificates = checkTsaFile(tsa);
    if (!certificates) return std::move(certificates).error().in(shownName(*options.tsa));
    PLUMBLINE_CHECK(openSources(paths));
    return takeInAll(options, parties, policy, tsa);
  }

  Result<ImportReport> run(std::unique_ptr<MemberSource> source) {
    m_sources.push_back(std::move(source));
    return takeInAll({}, {}, {}, {});
  }

  Result<ImportReport> run(EvidenceChange change) {
    m_context.whole = true;
    m_first = std::move(change.first);
    if (change.source) m_sources.push_back(std::move(change.source));
    return takeInAll({}, {}, {}, {});
  }

 private:
  Result<ImportReport> takeInAll(const ImportOptions& options, const std::string& parties,
                                 const std::string& policy, const std::string& tsa) {
    PLUMBLINE_CHECK(takeInSmall(options, parties, policy, tsa));
    auto loaded = takeInLarge();
    // Also after a cancelled load: what went in has to be set against what was there.
    m_context.database.watch(nullptr);
    PLUMBLINE_CHECK(finish(loaded.ok()));
    if (!loaded) return std::move(loaded).error();
    return std::move(m_context.report);
  }

  Result<void> openSources(const std::vector<fs::path>& paths) {
    std::optional<Error> first;
    for (const fs::path& path : paths) {
      m_from.push_back(absoluteText(path));
      auto source = openSource(path);
      if (source) {
        m_sources.push_back(std::move(*source));
        if (!m_sources.back()->isAuditFile()) openAuditFilesIn(*m_sources.back());
        continue;
      }
      Error error = std::move(source).error().in(shownName(path));
      if (!first) first = error;
      m_context.refuse(shownName(path), std::move(error));
    }
    if (m_sources.empty() && first) return *first;
    return {};
  }

  Result<void> takeInLarge() {
    PLUMBLINE_CHECK(m_tables.loadPending());
    PLUMBLINE_CHECK(m_tables.keepOthers());
    return m_originals.readOffered();
  }

  /// Audit files that lie in a folder are opened as well.
  void openAuditFilesIn(const MemberSource& folder) {
    for (const Member& member : folder.members()) {
      if (!isAuditFile(member)) continue;
      auto source = openSource(member.file);
      if (source) {
        m_sources.push_back(std::move(*source));
      } else {
        m_context.refuse(member.name, std::move(source).error());
      }
    }
  }

  static bool isAuditFile(const Member& member) {
    return member.name.ends_with(".plumb") && member.offset == 0 &&
           PlumbSource::recognises(member.file);
  }

  /// An import that did not come to its end left its mark; then every table has to be looked at
  /// again.
  Result<void> openImport(const ImportOptions& options) {
    if (m_context.whole) return m_first(m_context, m_originals);  // nothing of it can stay half done
    PLUMBLINE_TRY(unfinished, isUnfinished(m_context.database));
    if (unfinished) {
      for (const TableInfo& info : allTables()) m_context.changed.insert(info.table);
    } else {
      PLUMBLINE_CHECK(keepBefore(m_context.database));
    }
    std::vector<std::string> files;
    for (const auto& source : m_sources) {
      for (const Member& member : source->members()) {
        if (!isAuditFile(member)) files.push_back(pendingName(member));
      }
    }
    PLUMBLINE_CHECK(noteSources(m_context.database, m_from));
    m_compares = options.memory.has_value();
    if (m_compares) files.emplace_back(comparisonToCome);
    return markUnfinished(m_context.database, files);
  }

  /// What the user set is no part of the transaction: where that is rolled back, it is put back, too.
  Result<void> takeInSmall(const ImportOptions& options, const std::string& parties,
                           const std::string& policy, const std::string& tsa) {
    PLUMBLINE_TRY(before, importedUserSettings(m_context.database));
    auto taken = tryTakeInSmall(options, parties, policy, tsa);
    if (taken) return {};
    PLUMBLINE_CHECK(setImportedUserSettings(m_context.database, before));
    return taken;
  }

  Result<void> tryTakeInSmall(const ImportOptions& options, const std::string& parties,
                              const std::string& policy, const std::string& tsa) {
    const Database& database = m_context.database;
    PLUMBLINE_TRY(step, ImportStep::begin(m_context));
    PLUMBLINE_CHECK(openImport(options));
    if (options.parties) PLUMBLINE_CHECK(setUserSetting(database, pinnedPartiesSetting, parties));
    if (options.policy) PLUMBLINE_CHECK(setUserSetting(database, pinnedPolicySetting, policy));
    if (options.tsa) PLUMBLINE_CHECK(setUserSetting(database, pinnedTsaSetting, tsa));
    for (const auto& source : m_sources) {
      for (const Member& member : source->members()) {
        if (m_context.progress.cancelled()) return Progress::cancelledError();
        if (isAuditFile(member)) continue;
        PLUMBLINE_CHECK(sortMember({&member, roleOf(member.name)}));
      }
    }
    PLUMBLINE_CHECK(sortByDigest());
    PLUMBLINE_CHECK(settleLogNames(m_context));
    if (options.word) {
      PLUMBLINE_TRY(vkey, authorCalled(database, *options.word));
      PLUMBLINE_CHECK(setUserSetting(database, wordSetting, vkey));
    }
    PLUMBLINE_TRY(judged, judgeEvidence(database));
    PLUMBLINE_CHECK(writeJudgements(m_context, judged.publications));
    PLUMBLINE_CHECK(writeKeys(database, judged.allKeys()));
    m_logs = std::move(judged.logs);
    return step.commit();
  }

  Result<void> sortMember(const ListedMember& listed) {
    if (isSmallEvidence(listed.role.kind)) {
      m_context.progress.report("Reading " + listed.member->name);
      PLUMBLINE_CHECK(takeIn(m_context, *listed.member, listed.role));
      return noteFileDone(m_context.database, pendingName(*listed.member));
    }
    if (listed.role.kind == MemberKind::Table) {
      m_tables.offer(*listed.role.digest, *listed.member);
      return {};
    }
    return sortUnnamed(listed);
  }

  /// A table under another name than its digest is found by its bytes.
  Result<void> sortUnnamed(const ListedMember& listed) {
    if (listed.role.kind == MemberKind::Unknown && listed.member->name.ends_with(".csv")) {
      const auto digest = digestOf(MemberFeed(*listed.member));
      if (!digest) {
        m_context.refuse(listed.member->name, digest.error());
        return {};
      }
      m_unnamed.emplace_back(*digest, listed);
      return {};
    }
    m_originals.offer(*listed.member, listed.role);
    return {};
  }

  Result<void> sortByDigest() {
    PLUMBLINE_TRY(query, m_context.database.prepare(
                             "SELECT 1 FROM publication_tables WHERE sha256 = ? AND state <> "
                             "'unsigned' LIMIT 1"));
    for (const auto& [digest, listed] : m_unnamed) {
      const std::string hex = digest.hex();
      query.bind(1, hex);
      PLUMBLINE_TRY(bound, query.step());
      query.reset();
      if (bound) {
        m_tables.offer(digest, *listed.member);
      } else {
        m_originals.offer(*listed.member, listed.role);
      }
    }
    return {};
  }

  Result<void> finish(bool complete) {
    const Database& database = m_context.database;
    m_context.progress.report("Comparing with earlier publications");
    PLUMBLINE_TRY(step, ImportStep::begin(m_context));
    PLUMBLINE_CHECK(markMissingTables(database));
    PLUMBLINE_CHECK(markRevisions(m_context));
    PLUMBLINE_CHECK(countSuperseded());
    PLUMBLINE_CHECK(writeLogs());
    PLUMBLINE_CHECK(writeProblems());
    if (complete && !m_context.whole) PLUMBLINE_CHECK(closeImport());
    return step.commit();
  }

  /// Of the records that came in now.
  Result<void> countSuperseded() {
    PLUMBLINE_TRY(query, m_context.database.prepare("SELECT superseded FROM publication_tables WHERE "
                                                    "publication = ? AND name = ?"));
    for (const auto& [publication, name] : m_context.loaded) {
      query.bind(1, publication).bind(2, name);
      PLUMBLINE_TRY(there, query.step());
      if (there) m_context.report.superseded += query.integer(0);
      query.reset();
    }
    return {};
  }

  /// Whatever was offered is in or refused.
  Result<void> closeImport() {
    for (const auto& source : m_sources) {
      for (const Member& member : source->members()) {
        PLUMBLINE_CHECK(noteFileDone(m_context.database, pendingName(member)));
      }
    }
    if (!m_compares) PLUMBLINE_CHECK(noteFileDone(m_context.database, comparisonToCome));
    return endImport(m_context.database);
  }

  Result<void> writeLogs() {
    const Database& database = m_context.database;
    PLUMBLINE_CHECK(database.execute("DELETE FROM logs"));
    PLUMBLINE_CHECK(forgetLogProblems());
    PLUMBLINE_TRY(query, database.prepare("INSERT INTO logs (origin, member, size, root, state) "
                                          "VALUES (?, ?, ?, ?, ?)"));
    for (const LogCheck& log : m_logs) {
      const std::string origin = log.view.origin.empty() ? log.originHash : log.view.origin;
      const std::string member = "log/" + log.originHash;
      const std::string root = log.view.root.hex();
      query.bind(1, origin).bind(2, member).bind(3, static_cast<std::int64_t>(log.view.size));
      query.bind(4, root).bind(5, toText(log.view.state));
      PLUMBLINE_CHECK(query.run());
      if (log.view.state == CheckState::Failed) refuseLog(log, member);
    }
    return {};
  }

  struct LogSentence {
    std::string_view reason;
    MessagePattern text;
  };
  static constexpr LogSentence logSentences[] = {
      {"split_view", MessagePattern("two checkpoints of the log contradict each other")},
      {"checkpoint_signature", MessagePattern("the signature of a checkpoint fails")},
      {"checkpoint_malformed", MessagePattern("a checkpoint does not follow its format")},
      {"root_mismatch", MessagePattern("the leaf hashes do not lead to the checkpoint's root")},
      {"entry_mismatch", MessagePattern("an entry is not the one the log was signed over")},
      {"entry_omitted", MessagePattern("an entry of the log is not here")}};

  /// All logs are checked once more, so what was said of them before may be outdated.
  Result<void> forgetLogProblems() {
    PLUMBLINE_TRY(problems, m_context.database.prepare("SELECT id, message FROM problems"));
    std::vector<std::int64_t> outdated;
    while (true) {
      PLUMBLINE_TRY(more, problems.step());
      if (!more) break;
      if (isSaidOfLog(errorOf(problems.text(1)).message)) outdated.push_back(problems.integer(0));
    }
    PLUMBLINE_TRY(query, m_context.database.prepare("DELETE FROM problems WHERE id = ?"));
    for (const std::int64_t id : outdated) {
      query.bind(1, id);
      PLUMBLINE_CHECK(query.run());
    }
    return {};
  }

  static bool isSaidOfLog(const Message& message) {
    return std::any_of(std::begin(logSentences), std::end(logSentences),
                       [&message](const LogSentence& sentence) {
                         return std::string_view(sentence.text.text) == message.pattern();
                       });
  }

  void refuseLog(const LogCheck& log, const std::string& folder) {
    Error error{ErrorCode::Inconsistent, "the log does not hold together"};
    for (const LogSentence& sentence : logSentences) {
      if (sentence.reason == log.reason) error.message = sentence.text;
    }
    if (const FactValue* index = log.facts.find("index")) {
      error.found = "entry " + std::to_string(std::get<std::int64_t>(*index));
    }
    const auto file = log.facts.get<std::string>("file");
    m_context.refuse(file.empty() ? folder : file, std::move(error));
  }

  Result<void> writeProblems() {
    PLUMBLINE_TRY(query, m_context.database.prepare(
                             "INSERT INTO problems (file, message) SELECT ?1, ?2 WHERE NOT EXISTS "
                             "(SELECT 1 FROM problems WHERE file = ?1 AND message = ?2)"));
    for (const Problem& problem : m_context.report.problems) {
      const std::string form = formOf(problem.error);
      query.bind(1, problem.file).bind(2, form);
      PLUMBLINE_CHECK(query.run());
    }
    return {};
  }

  ImportContext m_context;
  TableIntake m_tables;
  OriginalIntake m_originals;
  std::vector<std::string> m_from;  // what was asked for
  std::vector<std::unique_ptr<MemberSource>> m_sources;
  std::vector<std::pair<Hash, ListedMember>> m_unnamed;
  std::function<Result<void>(ImportContext&, OriginalIntake&)> m_first;
  bool m_compares = false;  // the caller compares with the memory afterwards, and ends the import
  std::vector<LogCheck> m_logs;  // once everything but tables and official files is in
};

}  // namespace

Result<ImportReport> importPaths(const Workspace& workspace, const std::vector<fs::path>& paths,
                                 const ImportOptions& options, const Progress& progress) {
  workspace.database().watch(&progress);
  auto report = Import(workspace.database(), options, progress).run(paths, options);
  workspace.database().watch(nullptr);
  return report;
}

Result<ImportReport> importSource(const Workspace& workspace, std::unique_ptr<MemberSource> source,
                                  const Progress& progress) {
  const ImportOptions none;
  workspace.database().watch(&progress);
  auto report = Import(workspace.database(), none, progress).run(std::move(source));
  workspace.database().watch(nullptr);
  return report;
}

Result<ImportReport> changeEvidence(const Database& database, EvidenceChange change,
                                    const Progress& progress) {
  ImportOptions options;
  options.stamp = change.stamp;
  database.watch(&progress);
  auto report = Import(database, options, progress).run(std::move(change));
  database.watch(nullptr);
  return report;
}

}  // namespace plumbline
