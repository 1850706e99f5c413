// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/rebuild.h"

#include <algorithm>
#include <set>

#include "model/import/importer.h"
#include "model/members/stored_source.h"
#include "model/records/error_form.h"
#include "model/records/plan.h"
#include "model/store/file_errors.h"
#include "model/store/new_file.h"
#include "model/store/removed_pieces.h"
#include "model/store/seal.h"
#include "model/store/user_folder.h"
#include "model/workspace/before_import.h"
#include "model/workspace/file_steps.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/user_settings.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

using Settings = std::map<std::string, std::string>;

constexpr std::string_view planSetting = "plan";
constexpr std::size_t mostSettings = 200'000;
constexpr std::size_t keptCopies = 3;

Result<Settings> settingsOf(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT name, value FROM settings"));
  Settings settings;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return settings;
    if (settings.size() >= mostSettings) {
      return Error{ErrorCode::TooLarge, "the workspace has too many settings"};
    }
    settings.emplace(query.text(0), query.text(1));
  }
}

bool isPlan(const std::string& text) {
  const auto json = parseJson(bytesOf(text));
  return json.ok() && AuditPlan::fromJson(*json).ok();
}

/// Notes are text that nothing rests on; the marks of an import only hold back.
bool isTakenFromFile(std::string_view name) {
  return name.starts_with("note:") || name.starts_with("import.");
}

/// Whether the file holds what the user had set in that state.
bool holdsSettingsOf(const Seal& seal, const Settings& file) {
  const Settings& known = seal.settings;
  const bool same = std::all_of(known.begin(), known.end(), [&file](const auto& setting) {
    const auto found = file.find(setting.first);
    return found != file.end() && found->second == setting.second;
  });
  return same && std::all_of(file.begin(), file.end(), [&known](const auto& setting) {
           return !isRememberedSetting(setting.first) || known.contains(setting.first);
         });
}

/// What the user set. This computer's memory of it goes first: whoever can write to the file could
/// name keys of their own in it, or another plan. Where nothing is remembered, a plan is taken as it
/// is, for a result says by which one it came about, and nobody is trusted.
Settings trustedSettings(const Settings& file, const Seal* known) {
  if (known != nullptr) return known->settings;
  Settings trusted;
  if (const auto plan = file.find(std::string(planSetting));
      plan != file.end() && isPlan(plan->second)) {
    trusted.insert(*plan);
  }
  // An earlier version's list of keys. It counts for nothing; its user may take it over.
  for (const std::string_view name : userSettingNames) {
    if (const auto found = file.find(std::string(name)); found != file.end()) trusted.insert(*found);
  }
  return trusted;
}

Result<void> putSettings(const Database& database, const Settings& settings) {
  PLUMBLINE_TRY(transaction, Transaction::begin(database));
  PLUMBLINE_TRY(query, database.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)"));
  for (const auto& [name, value] : settings) {
    query.bind(1, name).bind(2, value);
    PLUMBLINE_CHECK(query.run());
  }
  return transaction.commit();
}

/// The import of the evidence notes whom the user trusted before it, as every import does. Of an
/// unfinished one that is known already, and must not be written over: so it notes it in a table of its
/// own, which goes with the connection.
Result<void> keepUsersFolder(const Database& database) {
  Settings own;
  for (const std::string_view name : userSettingNames) {
    PLUMBLINE_TRY(value, userSetting(database, name));
    own.emplace(name, std::move(value));
  }
  PLUMBLINE_CHECK(forgetUserSettingsAtEnd(database));
  for (const auto& [name, value] : own) PLUMBLINE_CHECK(setUserSetting(database, name, value));
  return {};
}

/// What was refused in earlier imports, under the numbers it had. It is this computer's memory and not the
/// file's, so that whoever writes to the file neither adds a refusal nor takes one away.
Result<void> putProblems(const Database& database, const std::vector<SealedProblem>& problems) {
  PLUMBLINE_TRY(transaction, Transaction::begin(database));
  PLUMBLINE_TRY(query, database.prepare("INSERT OR IGNORE INTO problems (id, file, message) "
                                        "VALUES (?, ?, ?)"));
  for (const SealedProblem& problem : problems) {
    query.bind(1, problem.id).bind(2, problem.file).bind(3, problem.message);
    PLUMBLINE_CHECK(query.run());
  }
  return transaction.commit();
}

/// A piece of the evidence, or the folder of a log that has pieces here.
bool isHere(const std::string& file, const std::set<std::string>& members) {
  if (members.contains(file)) return true;
  const auto next = members.lower_bound(file + "/");
  return next != members.end() && next->starts_with(file + "/");
}

/// Of what is here, this import knows better: a fault that an earlier program saw in it may be none.
Result<void> forgetOutdated(const Database& database, const std::vector<SealedProblem>& problems,
                            const ImportReport& report) {
  PLUMBLINE_TRY(items, EvidenceStore(database).list());
  std::set<std::string> members;
  for (const EvidenceItem& item : items) members.insert(item.member);
  std::set<std::pair<std::string, std::string>> again;
  for (const Problem& problem : report.problems) again.emplace(problem.file, formOf(problem.error));
  PLUMBLINE_TRY(query, database.prepare("DELETE FROM problems WHERE id = ?"));
  for (const SealedProblem& problem : problems) {
    if (again.contains({problem.file, problem.message}) || !isHere(problem.file, members)) continue;
    query.bind(1, problem.id);
    PLUMBLINE_CHECK(query.run());
  }
  return {};
}

Result<void> tell(const Database& database, Message message) {
  PLUMBLINE_TRY(query, database.prepare(
                           "INSERT INTO problems (file, message) SELECT ?1, ?2 WHERE NOT EXISTS "
                           "(SELECT 1 FROM problems WHERE file = ?1 AND message = ?2)"));
  const std::string form = formOf(Error{ErrorCode::Inconsistent, std::move(message)});
  query.bind(1, workspaceProblem).bind(2, form);
  return query.run();
}

/// One workspace on its way into a new file.
class Rebuild {
 public:
  Rebuild(fs::path path, const Progress& progress)
      : m_path(std::move(path)), m_progress(progress) {}

  /// Into `out`, which may be the same file. The caller holds the writer's lock where there can be one.
  Result<Preparation> run(const fs::path& out, IfUnfinished unfinished) {
    PLUMBLINE_CHECK(openOld(unfinished));
    PLUMBLINE_TRY(file, NewFile::open(out, NewFile::Existing::ReplaceAny, NewFile::Readers::Owner));
    PLUMBLINE_CHECK(fill(file.temporary()));
    PLUMBLINE_CHECK(closeOld());
    PLUMBLINE_CHECK(file.commit());
    return m_made;
  }

 private:
  Result<void> openOld(IfUnfinished unfinished) {
    PLUMBLINE_TRY(database, openUnsealed(m_path));
    m_old = std::make_shared<const Database>(std::move(database));
    PLUMBLINE_CHECK(m_old->execute("BEGIN"));
    if (unfinished == IfUnfinished::Refuse) PLUMBLINE_CHECK(requireFinished(*m_old));
    PLUMBLINE_TRY(settings, settingsOf(*m_old));
    m_settings = std::move(settings);
    const auto id = m_settings.find(std::string(workspaceIdSetting));
    const bool named = id != m_settings.end() && isWorkspaceId(id->second);
    m_id = named ? id->second : newWorkspaceId();
    PLUMBLINE_TRY(seals, readSeals(m_id));
    m_seals = std::move(seals);
    return {};
  }

  Result<void> fill(const fs::path& emptyFile) {
    PLUMBLINE_TRY(workspace, Workspace::createIn(emptyFile, m_id));
    const Database& database = workspace.database();
    const Seal* const known = knownState();
    if (known != nullptr) m_made = {Records::MadeAnew, known->counter, m_seals.front().counter};
    PLUMBLINE_CHECK(putSettings(database, trustedSettings(m_settings, known)));
    if (known != nullptr) PLUMBLINE_CHECK(putProblems(database, known->problems));
    PLUMBLINE_CHECK(keepUsersFolder(database));
    auto source = StoredSource::open(m_old);
    if (!source) return damaged(source.error().text());
    PLUMBLINE_TRY(report, importSource(workspace, std::move(*source), {}, m_progress));
    if (known != nullptr) PLUMBLINE_CHECK(forgetOutdated(database, known->problems, report));
    PLUMBLINE_CHECK(compareEvidence(database));
    PLUMBLINE_CHECK(takeOverFiles(database));
    Settings kept;
    for (const auto& setting : m_settings) {
      if (isTakenFromFile(setting.first)) kept.insert(setting);
    }
    PLUMBLINE_CHECK(putSettings(database, kept));
    if (known != nullptr) PLUMBLINE_CHECK(tellDifferences(database, *known));
    return workspace.close();
  }

  /// What was taken back and what was done with the files: no record comes of either.
  Result<void> takeOverFiles(const Database& database) {
    PLUMBLINE_CHECK(copyFileSteps(*m_old, database));
    PLUMBLINE_TRY(damaged, copyRemovedPieces(*m_old, database));
    for (const std::string& member : damaged) {
      PLUMBLINE_CHECK(tell(database, Message("a file that was taken back is damaged in the workspace and "
                                             "cannot be put back: %1",
                                             member)));
    }
    return {};
  }

  /// Every piece came over under its name, and its bytes have the digest that was written down.
  Result<void> compareEvidence(const Database& database) {
    PLUMBLINE_TRY(before, EvidenceStore(*m_old).list());
    PLUMBLINE_TRY(after, EvidenceStore(database).list());
    const auto same = [](const EvidenceItem& a, const EvidenceItem& b) {
      return a.member == b.member && a.sha256 == b.sha256 && a.kind == b.kind;
    };
    const auto [lost, other] =
        std::mismatch(before.begin(), before.end(), after.begin(), after.end(), same);
    if (lost == before.end() && other == after.end()) return {};
    return damaged(lost != before.end() ? lost->member : other->member);
  }

  [[nodiscard]] Error damaged(const std::string& found) const {
    return {ErrorCode::Mismatch,
            "the workspace is not as this computer left it, and a piece of its evidence is damaged "
            "or was changed; import its files into a new workspace",
            {shownName(m_path)},
            found};
  }

  /// The state of this workspace that the file was: a copy may be an earlier one. Where none fits, the
  /// newest; nothing where this computer knows none.
  [[nodiscard]] const Seal* knownState() const {
    if (m_seals.empty()) return nullptr;
    const auto root = EvidenceStore(*m_old).root();
    for (const Seal& seal : m_seals) {
      if (root && seal.evidenceRoot == *root && holdsSettingsOf(seal, m_settings)) return &seal;
    }
    return &m_seals.front();
  }

  /// Whoever audits the workspace next is told what is no longer so.
  Result<void> tellDifferences(const Database& database, const Seal& known) {
    PLUMBLINE_TRY(root, EvidenceStore(database).root());
    PLUMBLINE_TRY(before, rootBeforeImport());
    if (root != known.evidenceRoot && before != known.evidenceRoot) {
      PLUMBLINE_CHECK(tell(database,
                           "evidence was added to the workspace or taken from it since this computer "
                           "closed it: it is a copy of long ago, or another program wrote to it"));
    }
    if (holdsSettingsOf(known, m_settings)) return {};
    return tell(database,
                "the plan or the trusted keys in the workspace were not the ones that this computer "
                "left there; those it left are in force");
  }

  /// The root of what was there before an import that did not finish: what it brought is told by its
  /// mark, and can be taken back. Nothing where there is no such import.
  [[nodiscard]] Result<std::optional<Hash>> rootBeforeImport() const {
    PLUMBLINE_TRY(before, readBefore(*m_old));
    if (!before) return std::optional<Hash>();
    std::set<std::string> digests;
    for (const auto& [digest, member] : before->evidence) digests.insert(digest);
    PLUMBLINE_TRY(items, EvidenceStore(*m_old).list());
    std::erase_if(items, [&digests](const EvidenceItem& item) {
      return !digests.contains(item.sha256.hex());
    });
    return std::optional(evidenceRoot(items));
  }

  /// Folds away what a killed writer left, so that it is not read as a part of the new file.
  Result<void> closeOld() {
    PLUMBLINE_CHECK(m_old->execute("COMMIT"));
    const bool inPlace = !isIrreplaceable(m_path);
    if (inPlace) PLUMBLINE_CHECK(m_old->execute("PRAGMA journal_mode = DELETE"));
    m_old.reset();
    if (inPlace) removeJournals(m_path);
    return {};
  }

  fs::path m_path;
  const Progress& m_progress;
  std::shared_ptr<const Database> m_old;
  Settings m_settings;
  std::string m_id;
  std::vector<Seal> m_seals;
  Preparation m_made{Records::MadeAnew};
};

/// What the file is, or nothing where it has to be made anew.
Result<std::optional<Preparation>> lookAt(const fs::path& path, Workspace::Waiting waiting,
                                          const Progress& progress) {
  const auto opened = Workspace::openReadOnly(path, waiting);
  if (!opened && opened.error().code == ErrorCode::Mismatch) return std::optional<Preparation>();
  if (!opened) return opened.error();
  const auto looked = opened->checkPages(progress);
  if (!looked && looked.error().code == ErrorCode::Malformed) return std::optional<Preparation>();
  PLUMBLINE_CHECK(looked);
  // Somebody may have begun to write since it was opened; under the lock it is looked at again.
  const auto states = opened->states();
  if (!states && states.error().code == ErrorCode::Mismatch) return std::optional<Preparation>();
  if (!states) return states.error();
  return std::optional(Preparation{Records::AsTheyWere, states->first, states->second});
}

/// A copy can be made again at any time; a disk that fills up helps nobody.
void forgetOldCopies(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> copies;
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    if (it->path().extension() == ".plumbline") {
      copies.emplace_back(it->last_write_time(failed), it->path());
    }
  }
  std::sort(copies.rbegin(), copies.rend());
  for (std::size_t i = keptCopies - 1; i < copies.size(); ++i) fs::remove(copies[i].second, failed);
}

Result<Preparation> rebuildCopy(const fs::path& path, IfUnfinished unfinished, const Progress& progress) {
  PLUMBLINE_TRY(folder, makeUserFolder("copies"));
  PLUMBLINE_TRY(copy, copyOfIrreplaceable(path));
  forgetOldCopies(folder);
  return Rebuild(path, progress).run(copy, unfinished);
}

Result<Preparation> rebuildInPlace(const fs::path& path, IfUnfinished unfinished,
                                   const Progress& progress) {
  // The file itself, not a link to it.
  std::error_code failed;
  const fs::path file = fs::canonical(path, failed);
  if (failed) return Error{ErrorCode::Io, Message("the workspace cannot be found: %1", failed.message())};
  PLUMBLINE_TRY(lock, WriterLock::take(file));
  static_cast<void>(lock);
  // Another process may have done it meanwhile.
  PLUMBLINE_TRY(found, lookAt(file, Workspace::Waiting::ForNobody, progress));
  return found ? *found : Rebuild(file, progress).run(file, unfinished);
}

}  // namespace

Result<Preparation> prepareWorkspace(const fs::path& path, IfUnfinished unfinished,
                                     const Progress& progress) {
  std::error_code failed;
  if (!fs::exists(path, failed) || fs::file_size(path, failed) == 0) return Preparation{};
  PLUMBLINE_TRY(found, lookAt(path, Workspace::Waiting::ForWriter, progress));
  if (found) return *found;
  progress.report("Making the records anew from the evidence");
  return isIrreplaceable(path) ? rebuildCopy(path, unfinished, progress)
                               : rebuildInPlace(path, unfinished, progress);
}

}  // namespace plumbline
