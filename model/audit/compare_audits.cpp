// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/compare_audits.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/audit/passing_audit.h"
#include "model/audit/session.h"
#include "model/import/evidence_files.h"
#include "model/import/importer.h"
#include "model/import/rebuild.h"
#include "model/judgement/judged_evidence.h"
#include "model/members/stored_source.h"
#include "model/store/file_errors.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {

namespace {

namespace fs = std::filesystem;

std::set<std::string> plantsOf(const AuditResult& audit) {
  std::set<std::string> plants;
  for (const PartyView& party : audit.evidence.parties) {
    if (party.role == Role::Plant) plants.insert(party.id);
  }
  return plants;
}

std::string listedNames(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

/// Two audits without a plant of one name have nothing to compare.
Result<void> checkSamePlant(const AuditResult& ours, const AuditResult& theirs) {
  const std::set<std::string> here = plantsOf(ours);
  const std::set<std::string> there = plantsOf(theirs);
  const auto both = [&there](const std::string& plant) { return there.contains(plant); };
  if (here.empty() || there.empty() || std::any_of(here.begin(), here.end(), both)) return {};
  return Error{ErrorCode::Mismatch, "the two audits are about different plants", {},
               listedNames(there), Message::data(listedNames(here))};
}

/// What both sides compare as a file: a plan is written into every audit file, also where nobody set one.
Result<std::map<Hash, ComparedFile>> filesOf(const Database& database, Having having, Hash& root) {
  PLUMBLINE_TRY(list, listEvidenceFiles(database));
  root = list.root;
  std::map<Hash, ComparedFile> files;
  for (const EvidenceFile& file : list.files) {
    if (file.takenBack || file.kind == evidence_kind::plan) continue;
    files.emplace(file.sha256, ComparedFile{file.sha256, file.name, file.kind, file.bytes, having});
  }
  return files;
}

std::vector<ComparedFile> together(const std::map<Hash, ComparedFile>& ours,
                                   const std::map<Hash, ComparedFile>& theirs) {
  std::vector<ComparedFile> files;
  for (const auto& [digest, file] : ours) {
    files.push_back(file);
    if (theirs.contains(digest)) files.back().having = Having::Both;
  }
  for (const auto& [digest, file] : theirs) {
    if (!ours.contains(digest)) files.push_back(file);
  }
  std::sort(files.begin(), files.end(), [](const ComparedFile& a, const ComparedFile& b) {
    return std::tie(a.name, a.sha256) < std::tie(b.name, b.sha256);
  });
  return files;
}

bool reachesItsCheckpoint(const LogCheck& log) {
  return log.view.size > 0 && holdsTogether(log) && log.leaves.size() >= log.view.size;
}

/// One side of a comparison, and where its evidence lies.
struct Side {
  const Database& database;
  const AuditResult& audit;
};

/// The checkpoint that a log was judged by.
Result<std::optional<Bytes>> newestNote(const Side& side, const LogCheck& log) {
  for (const auto& [digest, note] : log.signedNotes) {
    if (note.size != log.view.size) continue;
    PLUMBLINE_TRY(bytes, EvidenceStore(side.database).readAll(note.item));
    return std::optional(std::move(bytes));
  }
  return std::optional<Bytes>();
}

/// Anybody can name a log as somebody else's is named; only its key makes it that log.
Result<bool> haveOneKey(const Side& ours, const LogCheck& here, const Side& theirs,
                        const LogCheck& there) {
  PLUMBLINE_TRY(ourNote, newestNote(ours, here));
  PLUMBLINE_TRY(theirNote, newestNote(theirs, there));
  if (!ourNote || !theirNote) return false;
  const auto keys = ours.audit.judged->keyring.logKeys(here.view.origin);
  return std::any_of(keys.begin(), keys.end(), [&](const NoteVerifier& key) {
    return openCheckpoint(textOf(*ourNote), key).ok() && openCheckpoint(textOf(*theirNote), key).ok();
  });
}

/// Two states of one log: the entries that both checkpoints cover are the same, or it has two histories.
Result<ComparedLog> compare(const Side& we, const LogCheck& ours, const Side& they,
                            const LogCheck& theirs) {
  ComparedLog out{ours.view.origin, {}, Histories::CannotTell, ours.view.size, theirs.view.size};
  if (!reachesItsCheckpoint(ours) || !reachesItsCheckpoint(theirs)) return out;
  PLUMBLINE_TRY(oneKey, haveOneKey(we, ours, they, theirs));
  if (!oneKey) {
    out.histories = Histories::OtherKey;
    return out;
  }
  const auto shorter = static_cast<std::ptrdiff_t>(std::min(out.ours, out.theirs));
  const auto first = ours.leaves.begin();
  const auto parting = std::mismatch(first, first + shorter, theirs.leaves.begin()).first;
  out.common = static_cast<std::uint64_t>(parting - first);
  if (parting != first + shorter) {
    out.histories = Histories::Parted;
  } else if (out.ours == out.theirs) {
    out.histories = Histories::Same;
  } else {
    out.histories = out.ours > out.theirs ? Histories::OursLonger : Histories::TheirsLonger;
  }
  return out;
}

Result<std::vector<ComparedLog>> compareLogs(const Side& we, const Side& they) {
  const AuditResult& ours = we.audit;
  const AuditResult& theirs = they.audit;
  std::map<std::string, ComparedLog> byHash;
  for (const LogCheck& log : ours.judged->logs) {
    byHash[log.originHash] = {log.view.origin, {}, Histories::OnlyOurs, log.view.size};
    for (const LogCheck& other : theirs.judged->logs) {
      if (other.originHash != log.originHash) continue;
      PLUMBLINE_TRY(compared, compare(we, log, they, other));
      byHash[log.originHash] = std::move(compared);
    }
  }
  for (const LogCheck& log : theirs.judged->logs) {
    byHash.try_emplace(log.originHash,
                       ComparedLog{log.view.origin, {}, Histories::OnlyTheirs, 0, log.view.size});
  }
  std::vector<ComparedLog> logs;
  for (auto& [hash, log] : byHash) {
    if (log.origin.empty()) log.origin = hash;
    for (const AuditResult* audit : {&ours, &theirs}) {
      for (const LogView& view : audit->evidence.logs) {
        if (log.party.empty() && view.origin == log.origin) log.party = view.party;
      }
    }
    logs.push_back(std::move(log));
  }
  std::sort(logs.begin(), logs.end(),
            [](const ComparedLog& a, const ComparedLog& b) { return a.origin < b.origin; });
  return logs;
}

/// What is known already, where nobody wrote since.
Result<AuditPtr> ourAudit(const fs::path& workspace, const AuditPtr& computed, const Progress& progress) {
  if (computed) {
    const auto opened = Workspace::openReadOnly(workspace);
    const auto state = opened ? stateOf(opened->database()) : Result<Hash>(opened.error());
    if (state && *state == computed->state) return computed;
  }
  return runAudit(workspace, progress);
}

std::string outcomeOf(const AuditResult& audit) {
  const JsonValue result = audit.canonicalJson();
  std::string out;
  for (const auto& [name, value] : *result.object()) {
    if (name != "evidence_root") out += name + " " + value.dump() + "\n";
  }
  return out;
}

}  // namespace

std::string_view toText(Having having) {
  constexpr std::array<std::string_view, 3> names = {"both", "only_ours", "only_theirs"};
  return names[static_cast<std::size_t>(having)];
}

std::string_view toText(Histories histories) {
  constexpr std::array<std::string_view, 8> names = {"same",      "ours_longer", "theirs_longer", "parted",
                                                     "only_ours", "only_theirs", "other_key",     "cannot_tell"};
  return names[static_cast<std::size_t>(histories)];
}

bool sameOutcome(const AuditResult& a, const AuditResult& b) { return outcomeOf(a) == outcomeOf(b); }

std::int64_t AuditComparison::count(Having having) const {
  return std::count_if(files.begin(), files.end(),
                       [having](const ComparedFile& file) { return file.having == having; });
}

const ComparedLog* AuditComparison::parted() const {
  const auto found = std::find_if(logs.begin(), logs.end(), [](const ComparedLog& log) {
    return log.histories == Histories::Parted;
  });
  return found == logs.end() ? nullptr : &*found;
}

Result<AuditComparison> compareAudits(const fs::path& workspace, const AuditPtr& computed,
                                      const fs::path& other, const Progress& progress) {
  AuditComparison out;
  PLUMBLINE_TRY(ours, ourAudit(workspace, computed, progress));
  out.ours = std::move(ours);
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(workspace));
  PLUMBLINE_TRY(reading, OneReading::begin(opened.database()));
  static_cast<void>(reading);
  auto foreign = PassingAudit::ofFile(other, opened.database(), progress);
  if (!foreign) return std::move(foreign).error().in(shownName(other));
  PLUMBLINE_TRY(theirs, (*foreign)->run(progress));
  out.theirs = std::move(theirs);
  PLUMBLINE_CHECK(checkSamePlant(*out.ours, *out.theirs));
  PLUMBLINE_TRY(here, filesOf(opened.database(), Having::OnlyOurs, out.ourRoot));
  PLUMBLINE_TRY(there, filesOf((*foreign)->database(), Having::OnlyTheirs, out.theirRoot));
  out.files = together(here, there);
  PLUMBLINE_TRY(logs, compareLogs({opened.database(), *out.ours},
                                  {(*foreign)->database(), *out.theirs}));
  out.logs = std::move(logs);
  out.other = std::move(*foreign);
  return out;
}

Result<AuditPtr> auditWithout(const fs::path& workspace, const std::vector<Hash>& files,
                              const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(workspace));
  const auto held = std::make_shared<const Workspace>(std::move(opened));
  const auto database = std::shared_ptr<const Database>(held, &held->database());
  PLUMBLINE_TRY(reading, OneReading::begin(*database));
  static_cast<void>(reading);
  PLUMBLINE_TRY(items, EvidenceStore(*database).list());
  std::set<Hash> left;
  for (const EvidenceItem& item : items) left.insert(item.sha256);
  for (const Hash& file : files) {
    if (left.erase(file) > 0) continue;
    return Error{ErrorCode::NotFound, "the workspace has no such file", {}, file.hex()};
  }
  PLUMBLINE_TRY(passing, PassingAudit::ofEvidence(database, left, progress));
  return passing->run(progress);
}

Result<ImportReport> takeOverFiles(const fs::path& workspace, const AuditComparison& comparison,
                                   const std::vector<Hash>& files, const StepStamp& stamp,
                                   const Progress& progress) {
  const auto holder = std::shared_ptr<const Database>(comparison.other, &comparison.other->database());
  PLUMBLINE_TRY(source, StoredSource::open(holder, std::set<Hash>(files.begin(), files.end())));
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(lock, WriterLock::take(workspace));
  static_cast<void>(lock);
  PLUMBLINE_TRY(opened, Workspace::open(workspace, false));
  ImportOptions options;
  options.stamp = stamp;
  PLUMBLINE_TRY(report, importSource(opened, std::move(source), options, progress));
  PLUMBLINE_CHECK(opened.close());
  return report;
}

}  // namespace plumbline
