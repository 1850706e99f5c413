// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/file_changes.h"

#include <algorithm>

#include "model/evidence/person_note.h"
#include "model/import/evidence_files.h"
#include "model/import/importer.h"
#include "model/import/rebuild.h"
#include "model/intake/publication_rows.h"
#include "model/members/member_role.h"
#include "model/store/evidence_slot.h"
#include "model/store/removed_pieces.h"
#include "model/workspace/change.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

using Digests = std::vector<Hash>;

bool contains(const Digests& files, const Hash& digest) {
  return std::find(files.begin(), files.end(), digest) != files.end();
}

/// Large pieces are moved as they are; the others come in once more as an import takes them in.
bool isLarge(const EvidenceItem& piece) {
  return piece.kind == evidence_kind::original || piece.kind == evidence_kind::table;
}

Error notOneFile(const EvidenceItem& piece) {
  return {ErrorCode::Unsupported,
          "this cannot be taken back by itself",
          {piece.member},
          piece.kind,
          "a publication, a table, an original, a part of a log, a plan or a reference table"};
}

Error notHere(const Hash& digest, Message message) {
  return {ErrorCode::NotFound, std::move(message), {}, digest.hex()};
}

/// All pieces of these digests that are files.
Result<std::vector<EvidenceItem>> piecesOf(const EvidenceStore& store, const Digests& files) {
  PLUMBLINE_TRY(items, store.list());
  for (const Hash& file : files) {
    const auto same = [&file](const EvidenceItem& item) { return item.sha256 == file; };
    const auto any = std::find_if(items.begin(), items.end(), same);
    if (any == items.end()) return notHere(file, "the workspace has no such file");
    const auto whole = [&](const EvidenceItem& item) { return same(item) && isOneFile(item.kind); };
    if (std::none_of(items.begin(), items.end(), whole)) return notOneFile(*any);
  }
  std::erase_if(items, [&files](const EvidenceItem& item) {
    return !isOneFile(item.kind) || !contains(files, item.sha256);
  });
  return items;
}

Result<std::vector<EvidenceItem>> removedOf(const RemovedPieces& removed, const Digests& files) {
  PLUMBLINE_TRY(pieces, removed.list());
  const auto readingOf = [&files](const EvidenceItem& piece) {
    const auto original = originalOfReading(piece.member);
    return piece.kind == evidence_kind::reading && original && contains(files, *original);
  };
  for (const Hash& file : files) {
    const auto same = [&file](const EvidenceItem& piece) { return piece.sha256 == file; };
    if (std::none_of(pieces.begin(), pieces.end(), same)) {
      return notHere(file, "the file was not taken back");
    }
  }
  std::erase_if(pieces, [&](const EvidenceItem& piece) {
    return !contains(files, piece.sha256) && !readingOf(piece);
  });
  return pieces;
}

/// Of several pieces that claim a name the one with the smallest digest has it, also after it went.
Result<void> settleSlot(const EvidenceStore& store, const std::string& slot) {
  PLUMBLINE_TRY(pieces, slotPieces(store, slot));
  const auto plain = [&slot](const EvidenceItem& piece) { return piece.member == slot; };
  if (pieces.empty() || std::any_of(pieces.begin(), pieces.end(), plain)) return {};
  const auto first = std::min_element(
      pieces.begin(), pieces.end(),
      [](const EvidenceItem& a, const EvidenceItem& b) { return a.sha256 < b.sha256; });
  return store.rename(first->id, slot);
}

/// What was refused of a file that is not here is no longer so.
Result<void> forgetProblems(const Database& database, const EvidenceItem& piece) {
  PLUMBLINE_TRY(query, database.prepare(
                           "DELETE FROM problems WHERE file = ?1 OR file IN (SELECT file FROM "
                           "file_steps WHERE sha256 = ?2)"));
  const std::string digest = piece.sha256.hex();
  query.bind(1, piece.member).bind(2, digest);
  return query.run();
}

/// The rows of a signed table go, and its publication lacks it from now on.
Result<void> takeBackPiece(ImportContext& context, const EvidenceItem& piece) {
  const RemovedPieces removed(context.database);
  if (piece.kind == evidence_kind::table) {
    PLUMBLINE_CHECK(takeBackTable(context, piece.id));
  } else {
    PLUMBLINE_CHECK(takeBackOriginal(context, piece.id));
  }
  PLUMBLINE_CHECK(forgetProblems(context.database, piece));
  PLUMBLINE_CHECK(removed.take(piece));
  if (piece.kind == evidence_kind::original) {
    PLUMBLINE_TRY(readings, slotPieces(context.store, readingMember(piece.sha256)));
    for (const EvidenceItem& reading : readings) PLUMBLINE_CHECK(removed.take(reading));
  }
  return isLarge(piece) || piece.member.starts_with("log/")
             ? Result<void>()
             : settleSlot(context.store, slotOf(piece.member));
}

/// Small pieces that come back.
class HeldSource : public MemberSource {
 public:
  explicit HeldSource(std::vector<Member> members) : MemberSource(std::move(members)) {}
  [[nodiscard]] bool isAuditFile() const override { return true; }
};

Result<Member> memberOf(const RemovedPieces& removed, const EvidenceItem& piece) {
  PLUMBLINE_TRY(bytes, removed.readAll(piece));
  Member member;
  member.name = piece.member;
  member.bytes = piece.bytes;
  member.held = std::make_shared<const Bytes>(std::move(bytes));
  return member;
}

/// Brought once more meanwhile: then only the copy goes.
Result<void> putBackLarge(ImportContext& context, const EvidenceItem& piece) {
  const RemovedPieces removed(context.database);
  PLUMBLINE_TRY(here, context.store.findDigest(piece.sha256, piece.kind));
  if (here) return removed.forget(piece);
  PLUMBLINE_CHECK(removed.putBack(piece));
  if (piece.kind == evidence_kind::original) context.readings.insert(piece.sha256);
  return {};
}

Result<std::int64_t> currentRows(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT coalesce(sum(rows - superseded), 0) FROM "
                                        "publication_tables WHERE first_rowid IS NOT NULL"));
  PLUMBLINE_TRY(there, query.step());
  return there ? query.integer(0) : 0;
}

Result<std::int64_t> notesAbout(const Database& database, const Digests& files) {
  PLUMBLINE_TRY(notes, readPersonNotes(database));
  return std::count_if(notes.begin(), notes.end(),
                       [&files](const PersonNote& note) { return contains(files, note.subject); });
}

Result<void> noteSteps(const Database& database, const Digests& files, FileStep step,
                       const StepStamp& stamp) {
  PLUMBLINE_TRY(list, listEvidenceFiles(database));
  for (const Hash& file : files) {
    const auto same = [&file](const EvidenceFile& each) { return each.sha256 == file; };
    const auto found = std::find_if(list.files.begin(), list.files.end(), same);
    const std::string name = found == list.files.end() ? file.hex() : found->name;
    PLUMBLINE_CHECK(noteFileStep(database, {stamp, step, file, name, {}}));
  }
  return {};
}

/// What all changes have in common: the workspace is as it should be, nobody else writes, and all of
/// it goes in at once.
template <class Work>
Result<FileChange> changeFiles(const fs::path& workspace, const Digests& files,
                               const Progress& progress, Work&& work) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  const Database& database = change.database();
  FileChange done;
  done.files = std::ssize(files);
  PLUMBLINE_TRY(before, EvidenceStore(database).root());
  PLUMBLINE_TRY(rowsBefore, currentRows(database));
  PLUMBLINE_CHECK(work(database));
  PLUMBLINE_TRY(after, EvidenceStore(database).root());
  PLUMBLINE_TRY(rowsAfter, currentRows(database));
  PLUMBLINE_TRY(notes, notesAbout(database, files));
  done.rootBefore = before;
  done.rootAfter = after;
  done.rowsBefore = rowsBefore;
  done.rowsAfter = rowsAfter;
  done.notes = notes;
  PLUMBLINE_CHECK(change.commit());
  return done;
}

Result<void> settle(const Database& database, EvidenceChange change, const Progress& progress) {
  const auto report = changeEvidence(database, std::move(change), progress);
  return report ? Result<void>() : report.error();
}

Digests eachOnce(Digests files) {
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace

Result<FileChange> takeBackFiles(const fs::path& workspace, const Digests& asked,
                                 const StepStamp& stamp, const Progress& progress) {
  const Digests files = eachOnce(asked);
  return changeFiles(workspace, files, progress, [&](const Database& database) -> Result<void> {
    PLUMBLINE_TRY(pieces, piecesOf(EvidenceStore(database), files));
    PLUMBLINE_CHECK(noteSteps(database, files, FileStep::TakenBack, stamp));
    const auto take = [&pieces](ImportContext& context, OriginalIntake&) -> Result<void> {
      for (const EvidenceItem& piece : pieces) PLUMBLINE_CHECK(takeBackPiece(context, piece));
      return {};
    };
    return settle(database, {take}, progress);
  });
}

Result<FileChange> putBackFiles(const fs::path& workspace, const Digests& asked,
                                const StepStamp& stamp, const Progress& progress) {
  const Digests files = eachOnce(asked);
  return changeFiles(workspace, files, progress, [&](const Database& database) -> Result<void> {
    const RemovedPieces removed(database);
    PLUMBLINE_TRY(pieces, removedOf(removed, files));
    PLUMBLINE_CHECK(noteSteps(database, files, FileStep::PutBack, stamp));
    std::vector<Member> small;
    for (const EvidenceItem& piece : pieces) {
      if (isLarge(piece)) continue;
      PLUMBLINE_TRY(member, memberOf(removed, piece));
      small.push_back(std::move(member));
    }
    const auto put = [&](ImportContext& context, OriginalIntake&) -> Result<void> {
      for (const EvidenceItem& piece : pieces) {
        PLUMBLINE_CHECK(isLarge(piece) ? putBackLarge(context, piece) : removed.forget(piece));
      }
      return {};
    };
    return settle(database, {put, std::make_unique<HeldSource>(std::move(small))}, progress);
  });
}

Result<FileChange> forgetFiles(const fs::path& workspace, const Digests& asked,
                               const StepStamp& stamp, const Progress& progress) {
  const Digests files = eachOnce(asked);
  return changeFiles(workspace, files, progress, [&](const Database& database) -> Result<void> {
    const RemovedPieces removed(database);
    PLUMBLINE_TRY(pieces, removedOf(removed, files));
    PLUMBLINE_CHECK(noteSteps(database, files, FileStep::Forgotten, stamp));
    // Whoever forgets a file does not want it found in pages that are free.
    PLUMBLINE_CHECK(database.execute("PRAGMA secure_delete = ON"));
    for (const EvidenceItem& piece : pieces) PLUMBLINE_CHECK(removed.forget(piece));
    return {};
  });
}

Result<FileChange> readFileAgain(const fs::path& workspace, const Hash& original, Readings readings,
                                 const StepStamp& stamp, const Progress& progress) {
  return changeFiles(workspace, {original}, progress, [&](const Database& database) -> Result<void> {
    const EvidenceStore store(database);
    PLUMBLINE_TRY(stored, store.findDigest(original, evidence_kind::original));
    if (!stored) return notHere(original, "the workspace has no such file without a signature");
    PLUMBLINE_TRY(list, listEvidenceFiles(database));
    const auto same = [&original](const EvidenceFile& file) { return file.sha256 == original; };
    const std::string name = std::find_if(list.files.begin(), list.files.end(), same)->name;
    const auto say = [&](ImportContext&, OriginalIntake& originals) -> Result<void> {
      originals.sayOf(original, name, std::move(readings), ReadAnew::Replaced);
      return {};
    };
    return settle(database, {say, nullptr, stamp}, progress);
  });
}

}  // namespace plumbline
