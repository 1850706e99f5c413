// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/rebuild.h"

#include <algorithm>

#include "model/import/importer.h"
#include "model/import/stored_source.h"
#include "model/records/plan.h"
#include "model/store/new_file.h"
#include "model/store/seal.h"
#include "model/store/unfinished.h"
#include "model/store/user_folder.h"
#include "model/store/writer_lock.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

using Settings = std::map<std::string, std::string>;

constexpr std::string_view planSetting = "plan";
constexpr std::size_t mostSettings = 200'000;
constexpr std::size_t keptCopies = 3;

std::string nameOf(const fs::path& path) {
  const std::u8string text = path.filename().u8string();
  return {text.begin(), text.end()};
}

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

/// What the user set. This computer's memory of it goes first: whoever can write to the file could
/// name keys of their own in it, or another plan. Where nothing is remembered, a plan is taken as it
/// is, for a result says by which one it came about, and nobody is trusted.
Settings trustedSettings(const Settings& file, const std::vector<Seal>& seals) {
  Settings trusted;
  if (!seals.empty()) {
    trusted = seals.front().settings;
  } else if (const auto plan = file.find(std::string(planSetting));
             plan != file.end() && isPlan(plan->second)) {
    trusted.insert(*plan);
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

Result<void> tell(const Database& database, const std::string& message) {
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO problems (file, message) VALUES (?, ?)"));
  query.bind(1, workspaceProblem).bind(2, message);
  return query.run();
}

/// One workspace on its way into a new file.
class Rebuild {
 public:
  Rebuild(fs::path path, const Progress& progress)
      : m_path(std::move(path)), m_progress(progress) {}

  /// Into `out`, which may be the same file. The caller holds the writer's lock where there can be one.
  Result<void> run(const fs::path& out, IfUnfinished unfinished) {
    PLUMBLINE_CHECK(openOld(unfinished));
    PLUMBLINE_TRY(file, NewFile::open(out, NewFile::Existing::ReplaceAny, NewFile::Readers::Owner));
    PLUMBLINE_CHECK(fill(file.temporary()));
    PLUMBLINE_CHECK(closeOld());
    return file.commit();
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
    PLUMBLINE_CHECK(putSettings(database, trustedSettings(m_settings, m_seals)));
    auto source = StoredSource::open(m_old);
    if (!source) return damaged(source.error().text());
    PLUMBLINE_TRY(report, importSource(workspace, std::move(*source), m_progress));
    static_cast<void>(report);
    PLUMBLINE_CHECK(compareEvidence(database));
    Settings kept;
    for (const auto& setting : m_settings) {
      if (isTakenFromFile(setting.first)) kept.insert(setting);
    }
    PLUMBLINE_CHECK(putSettings(database, kept));
    PLUMBLINE_CHECK(tellDifferences(database));
    return workspace.close();
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
            {nameOf(m_path)},
            found};
  }

  /// Where this computer knows the workspace, whoever audits it next is told what is no longer so.
  Result<void> tellDifferences(const Database& database) {
    if (m_seals.empty()) return {};
    PLUMBLINE_TRY(root, EvidenceStore(database).root());
    if (root != m_seals.front().evidenceRoot) {
      PLUMBLINE_CHECK(tell(database,
                           "evidence was added to the workspace or taken from it, and not by this "
                           "program on this computer"));
    }
    const Settings& known = m_seals.front().settings;
    const bool same = std::all_of(known.begin(), known.end(), [this](const auto& setting) {
      const auto found = m_settings.find(setting.first);
      return found != m_settings.end() && found->second == setting.second;
    });
    const auto isKnown = [&known](const auto& setting) {
      return !isRememberedSetting(setting.first) || known.contains(setting.first);
    };
    if (same && std::all_of(m_settings.begin(), m_settings.end(), isKnown)) return {};
    return tell(database,
                "the plan or the trusted keys in the workspace were not the ones that this computer "
                "left there; those it left are in force");
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

Result<void> rebuildCopy(const fs::path& path, IfUnfinished unfinished, const Progress& progress) {
  PLUMBLINE_TRY(folder, makeUserFolder("copies"));
  PLUMBLINE_TRY(copy, copyOfIrreplaceable(path));
  forgetOldCopies(folder);
  return Rebuild(path, progress).run(copy, unfinished);
}

Result<void> rebuildInPlace(const fs::path& path, IfUnfinished unfinished,
                            const Progress& progress) {
  // The file itself, not a link to it.
  std::error_code failed;
  const fs::path file = fs::canonical(path, failed);
  if (failed) return Error{ErrorCode::Io, "the workspace cannot be found: " + failed.message()};
  PLUMBLINE_TRY(lock, WriterLock::take(file));
  static_cast<void>(lock);
  // Another process may have done it meanwhile.
  PLUMBLINE_TRY(found, lookAt(file, Workspace::Waiting::ForNobody, progress));
  return found ? Result<void>() : Rebuild(file, progress).run(file, unfinished);
}

}  // namespace

Result<Preparation> prepareWorkspace(const fs::path& path, IfUnfinished unfinished,
                                     const Progress& progress) {
  std::error_code failed;
  if (!fs::exists(path, failed) || fs::file_size(path, failed) == 0) return Preparation{};
  PLUMBLINE_TRY(found, lookAt(path, Workspace::Waiting::ForWriter, progress));
  if (found) return *found;
  progress.report("Making the records anew from the evidence");
  PLUMBLINE_CHECK(isIrreplaceable(path) ? rebuildCopy(path, unfinished, progress)
                                        : rebuildInPlace(path, unfinished, progress));
  return Preparation{Records::MadeAnew};
}

}  // namespace plumbline
