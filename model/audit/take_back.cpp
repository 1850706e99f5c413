// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything but the evidence is derived. So the workspace before an unfinished import is made once
// more from the evidence it had, by the very code of an import, and put in the place of the half one.
#include <algorithm>
#include <cerrno>

#include <QFile>
#include <QTemporaryDir>

#include "model/audit/session.h"
#include "model/import/importer.h"
#include "model/import/rebuild.h"
#include "model/members/plumb_writer.h"
#include "model/store/copy_over.h"
#include "model/store/evidence_store.h"
#include "model/store/file_errors.h"
#include "model/store/removed_pieces.h"
#include "model/workspace/before_import.h"
#include "model/workspace/file_steps.h"
#include "model/workspace/remove_workspace.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/user_settings.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {
namespace {

/// What was there before. An import may have given a piece another name, or brought its bytes under a
/// second one.
std::vector<EvidenceItem> earlierOf(std::vector<EvidenceItem> items, const BeforeImport& before) {
  const auto named = [&before](const EvidenceItem& item) {
    return before.evidence.contains({item.sha256.hex(), item.member});
  };
  std::set<std::string> found;
  for (const EvidenceItem& item : items) {
    if (named(item)) found.insert(item.sha256.hex());
  }
  std::set<std::string> digests;
  for (const auto& [digest, member] : before.evidence) digests.insert(digest);
  std::erase_if(items, [&](const EvidenceItem& item) {
    const std::string digest = item.sha256.hex();
    const bool renamed = digests.contains(digest) && !found.contains(digest);
    return before.texts.contains(item.member) || !(named(item) || renamed);
  });
  return items;
}

Result<void> addItem(PlumbWriter& writer, const EvidenceStore& evidence, const EvidenceItem& item) {
  PLUMBLINE_CHECK(writer.startMember(item.member));
  for (std::int64_t at = 0; at < item.bytes; at += evidenceSliceBytes) {
    PLUMBLINE_TRY(slice,
                  evidence.read(item.id, at, std::min(evidenceSliceBytes, item.bytes - at)));
    PLUMBLINE_CHECK(writer.append(slice));
  }
  return writer.finishMember();
}

Error notWritten(const QFile& file) {
  return {ErrorCode::Io, Message("a temporary file cannot be written: %1", reasonOf(file))};
}

/// An audit file of the earlier evidence.
Result<void> writeEarlier(const Database& database, const BeforeImport& before, const fs::path& file,
                          const Progress& progress) {
  const EvidenceStore evidence(database);
  PLUMBLINE_TRY(list, evidence.list());
  const std::vector<EvidenceItem> items = earlierOf(std::move(list), before);
  std::map<std::string, const EvidenceItem*> members;  // in the order the file wants
  for (const EvidenceItem& item : items) members.emplace(item.member, &item);
  for (const auto& [member, text] : before.texts) members.emplace(member, nullptr);
  QFile out(file);
  errno = 0;
  if (!out.open(QIODevice::WriteOnly)) return notWritten(out);
  PlumbWriter writer(out);
  PLUMBLINE_CHECK(writer.begin());
  for (const auto& [member, item] : members) {
    if (progress.cancelled()) return Progress::cancelledError();
    PLUMBLINE_CHECK(item != nullptr ? addItem(writer, evidence, *item)
                                    : writer.addMember(member, bytesOf(before.texts.at(member))));
  }
  PLUMBLINE_CHECK(writer.finish());
  errno = 0;
  if (!out.flush()) return notWritten(out);
  return {};
}

Result<void> addSetting(const Database& database, std::string_view name, std::string_view value) {
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO settings (name, value) VALUES (?, ?)"));
  query.bind(1, name).bind(2, value);
  return query.run();
}

/// The user's own words stay.
Result<void> copySettings(const Database& from, const Database& to) {
  PLUMBLINE_TRY(query,
                from.prepare("SELECT name, value FROM settings WHERE name NOT GLOB 'import.*'"));
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) break;
    PLUMBLINE_CHECK(addSetting(to, query.text(0), query.text(1)));
  }
  return {};
}

/// What was refused then is not among the evidence, and is still told.
Result<void> copyProblems(const Database& from, const BeforeImport& before, const Database& to) {
  PLUMBLINE_CHECK(to.execute("DELETE FROM problems"));
  PLUMBLINE_TRY(query, from.prepare("SELECT id, file, message FROM problems WHERE id <= ?"));
  query.bind(1, before.lastProblem);
  PLUMBLINE_TRY(add, to.prepare("INSERT INTO problems (id, file, message) VALUES (?, ?, ?)"));
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return {};
    add.bind(1, query.integer(0)).bind(2, query.text(1)).bind(3, query.text(2));
    PLUMBLINE_CHECK(add.run());
  }
}

/// Nothing of what was there may be lost on the way.
Result<void> checkWhole(const Database& made, const BeforeImport& before) {
  PLUMBLINE_TRY(items, EvidenceStore(made).list());
  std::set<std::string> there;
  for (const EvidenceItem& item : items) there.insert(item.sha256.hex());
  for (const auto& [digest, member] : before.evidence) {
    if (there.contains(digest)) continue;
    return Error{ErrorCode::Mismatch,
                 "the import cannot be taken back: earlier evidence cannot be read again; import the "
                 "same files again to finish it",
                 {member}};
  }
  return {};
}

Result<void> restore(const Database& database, const BeforeImport& before, const fs::path& folder,
                     const Progress& progress) {
  const fs::path file = folder / "before.plumb";
  progress.report("Collecting the earlier evidence");
  PLUMBLINE_CHECK(writeEarlier(database, before, file, progress));
  PLUMBLINE_TRY(made, Workspace::createScratch(folder / "before.plumbline"));
  const Database& earlier = made.database();
  // The copy must not change what the user set before it is in place.
  PLUMBLINE_CHECK(forgetUserSettingsAtEnd(earlier));
  PLUMBLINE_CHECK(copySettings(database, earlier));
  PLUMBLINE_CHECK(copyUserSettings(database, beforePrefix, earlier, ""));
  PLUMBLINE_TRY(report, importPaths(made, {file}, {}, progress));
  PLUMBLINE_CHECK(requireFinished(earlier));
  PLUMBLINE_CHECK(checkWhole(earlier, before));
  PLUMBLINE_CHECK(copyProblems(database, before, earlier));
  PLUMBLINE_CHECK(copyFileSteps(database, earlier));
  PLUMBLINE_TRY(damaged, copyRemovedPieces(database, earlier));
  if (!damaged.empty()) {
    return Error{ErrorCode::Mismatch,
                 "a file that was taken back is damaged in the workspace",
                 {damaged.front()}};
  }
  PLUMBLINE_CHECK(copyOver(earlier, database));
  return copyUserSettings(database, beforePrefix, database, "");
}

Result<BeforeImport> beforeOf(const Database& database) {
  PLUMBLINE_TRY(unfinished, isUnfinished(database));
  if (!unfinished) return Error{ErrorCode::Usage, "there is no unfinished import to take back"};
  PLUMBLINE_TRY(before, readBefore(database));
  if (before) return std::move(*before);
  return Error{ErrorCode::Unsupported,
               "what was there before this import is not known; import the same files again"};
}

}  // namespace

Result<std::optional<UnfinishedImport>> unfinishedImport(const fs::path& workspace) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Continue, Progress()));
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(workspace));
  return readUnfinished(opened.database());
}

Result<TakenBack> takeBackImport(const fs::path& workspace, const Progress& progress) {
  std::error_code failed;
  if (!fs::exists(workspace, failed)) {
    return Error{ErrorCode::NotFound, "there is no such workspace"};
  }
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Continue, progress));
  PLUMBLINE_TRY(lock, WriterLock::take(workspace));
  bool existed = false;
  {
    PLUMBLINE_TRY(opened, Workspace::open(workspace, false));
    PLUMBLINE_TRY(before, beforeOf(opened.database()));
    existed = before.existed;
    if (existed) {
      const fs::path beside = fs::absolute(workspace, failed).parent_path() / ".plumbline.XXXXXX";
      const QTemporaryDir folder(QString::fromStdU16String(beside.u16string()));
      if (!folder.isValid()) {
        return Error{ErrorCode::Io,
                     Message("no temporary folder can be made: %1", folder.errorString().toStdString())};
      }
      PLUMBLINE_CHECK(restore(opened.database(), before, fs::path(folder.path().toStdU16String()),
                              progress));
    }
  }
  if (existed) return TakenBack::ToWhatWasThere;
  PLUMBLINE_CHECK(removeWorkspace(workspace));
  return TakenBack::ToNothing;
}

}  // namespace plumbline
