// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/evidence_files.h"

#include <algorithm>
#include <map>

#include "model/import/rebuild.h"
#include "model/intake/record_sink.h"
#include "model/store/evidence_slot.h"
#include "model/store/safe_file.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/workspace.h"

namespace plumbline {
namespace {

constexpr std::size_t fewestDigits = 8;

template <class T>
void addOnce(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

/// The list on its way; by the row of the evidence.
class Listing {
 public:
  explicit Listing(const Database& database) : m_database(database) {}

  Result<EvidenceFiles> run() {
    const EvidenceStore store(m_database);
    PLUMBLINE_TRY(items, store.list());
    for (const EvidenceItem& item : items) {
      m_at.emplace(item.id, m_out.files.size());
      m_out.files.push_back({item.sha256, item.member, item.kind, item.bytes, item.member});
    }
    m_out.root = evidenceRoot(items);
    PLUMBLINE_CHECK(addPublications());
    PLUMBLINE_CHECK(addTables());
    PLUMBLINE_CHECK(addQuarantine());
    PLUMBLINE_CHECK(addReadings(store));
    PLUMBLINE_CHECK(addRemoved());
    PLUMBLINE_CHECK(addSteps());
    return std::move(m_out);
  }

 private:
  EvidenceFile* of(std::int64_t evidence) {
    const auto found = m_at.find(evidence);
    return found == m_at.end() ? nullptr : &m_out.files[found->second];
  }

  Result<void> addPublications() {
    PLUMBLINE_TRY(query, m_database.prepare(
                             "SELECT evidence, party, state, signer, reader FROM publications "
                             "ORDER BY party, sequence, id"));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      EvidenceFile* const file = of(query.integer(0));
      if (file == nullptr) continue;
      addOnce(file->parties, {std::string(query.text(1)), std::string(query.text(2)),
                              std::string(query.text(3))});
      file->reader = query.text(4);
    }
  }

  /// A signed table has its rows, an unsigned file those of all its parties.
  Result<void> addTables() {
    PLUMBLINE_TRY(query, m_database.prepare(
                             "SELECT t.evidence, t.name, p.party, p.state, p.signer, t.rows, "
                             "t.superseded, t.first_rowid IS NOT NULL FROM publication_tables t JOIN "
                             "publications p ON p.id = t.publication WHERE t.evidence IS NOT NULL "
                             "ORDER BY t.name, p.party, p.sequence, p.id"));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      EvidenceFile* const file = of(query.integer(0));
      if (file == nullptr) continue;
      addOnce(file->tables, std::string(query.text(1)));
      addOnce(file->parties, {std::string(query.text(2)), std::string(query.text(3)),
                              std::string(query.text(4))});
      if (query.integer(7) == 0) continue;
      file->rows.stored += query.integer(5) - query.integer(6);
      file->rows.superseded += query.integer(6);
    }
  }

  Result<void> addQuarantine() {
    PLUMBLINE_TRY(query, m_database.prepare("SELECT evidence, reason, count(*) FROM quarantine GROUP "
                                            "BY evidence, reason"));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      EvidenceFile* const file = of(query.integer(0));
      if (file == nullptr) continue;
      const bool twice = query.text(1) == quarantine_reason::duplicate;
      (twice ? file->rows.duplicates : file->rows.unusable) += query.integer(2);
    }
  }

  /// As findReadings, in one pass: where several files disagree none holds.
  Result<void> addReadings(const EvidenceStore& store) {
    std::map<std::string, Readings> said;
    std::map<std::string, int> files;
    for (const auto& [id, at] : m_at) {
      const EvidenceFile& piece = m_out.files[at];
      if (piece.kind != evidence_kind::reading) continue;
      EvidenceItem item{id, piece.sha256, piece.member, piece.kind, piece.bytes};
      PLUMBLINE_TRY(bytes, store.readAll(item));
      auto readings = parseReadings(bytes);
      const std::string slot = slotOf(piece.member);
      if (++files[slot] == 1 && readings) {
        said[slot] = std::move(*readings);
      } else {
        said.erase(slot);
      }
    }
    for (EvidenceFile& file : m_out.files) {
      if (file.kind != evidence_kind::original) continue;
      const auto found = said.find(readingMember(file.sha256));
      if (found != said.end()) file.readings = found->second;
    }
    return {};
  }

  /// What was brought once more is here, and not among them.
  Result<void> addRemoved() {
    PLUMBLINE_TRY(query, m_database.prepare(
                             "SELECT sha256, member, kind, bytes FROM removed r WHERE NOT EXISTS "
                             "(SELECT 1 FROM evidence e WHERE e.sha256 = r.sha256 AND e.kind = r.kind) "
                             "ORDER BY member, id"));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) return {};
      const auto digest = Hash::fromHexText(query.text(0));
      if (!digest || query.text(2) == evidence_kind::reading) continue;
      EvidenceFile file{*digest, std::string(query.text(1)), std::string(query.text(2)),
                        query.integer(3), std::string(query.text(1))};
      file.takenBack = true;
      m_out.files.push_back(std::move(file));
    }
  }

  /// The last name it came under.
  Result<void> addSteps() {
    PLUMBLINE_TRY(brought, broughtSteps(m_database));
    for (EvidenceFile& file : m_out.files) {
      const auto found = brought.find(file.sha256);
      if (found == brought.end()) continue;
      file.name = found->second.name;
      file.brought = found->second.stamp;
    }
    return {};
  }

  const Database& m_database;
  EvidenceFiles m_out;
  std::map<std::int64_t, std::size_t> m_at;
};

JsonValue readingsJson(const Readings& readings) {
  JsonArray list;
  for (const Reading& reading : readings) {
    JsonObject each{{"reader", reading.reader}};
    if (reading.details) each.emplace_back("details", *reading.details);
    list.emplace_back(std::move(each));
  }
  return list;
}

/// "a.csv" of "tables/a.csv".
bool isLastPartOf(std::string_view path, std::string_view word) {
  return path.size() > word.size() && path.ends_with(word) && path[path.size() - word.size() - 1] == '/';
}

bool isStartOfDigest(std::string_view word) {
  return word.size() >= fewestDigits &&
         word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

JsonValue EvidenceFile::toJson() const {
  JsonArray signers;
  for (const FileParty& each : parties) {
    signers.emplace_back(
        JsonObject{{"party", each.party}, {"state", each.state}, {"signer", each.signer}});
  }
  JsonArray names;
  for (const std::string& table : tables) names.emplace_back(table);
  JsonObject out{{"name", name},
                 {"member", member},
                 {"sha256", sha256.hex()},
                 {"bytes", bytes},
                 {"kind", kind},
                 {"taken_back", takenBack},
                 {"parties", std::move(signers)},
                 {"reader", reader},
                 {"readings", readingsJson(readings)},
                 {"tables", std::move(names)},
                 {"rows_read", rows.read()},
                 {"stored", rows.stored},
                 {"superseded", rows.superseded},
                 {"duplicates", rows.duplicates},
                 {"quarantined", rows.unusable}};
  if (brought) {
    out.emplace_back("brought", brought->at.text());
    out.emplace_back("by", brought->by);
  }
  return out;
}

Result<Hash> EvidenceFiles::find(std::string_view word) const {
  std::vector<Hash> found;
  const bool digest = isStartOfDigest(word);
  for (const EvidenceFile& file : files) {
    const bool named = file.name == word || file.member == word || isLastPartOf(file.name, word);
    if (named || (digest && file.sha256.hex().starts_with(word))) addOnce(found, file.sha256);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return Error{ErrorCode::NotFound,
                 "the workspace has no such file",
                 {},
                 std::string(word),
                 "a name or the SHA-256 of a file that plumbline-cli files lists"};
  }
  std::string digests;
  for (const Hash& each : found) digests += (digests.empty() ? "" : ", ") + each.hex();
  return Error{ErrorCode::Usage, "several files have this name; name one by its SHA-256",
               {std::string(word)}, digests};
}

bool isOneFile(std::string_view kind) {
  constexpr std::string_view kinds[] = {
      evidence_kind::original,   evidence_kind::table,  evidence_kind::envelope,
      evidence_kind::checkpoint, evidence_kind::hashes, evidence_kind::plan,
      evidence_kind::reference,  evidence_kind::other};
  return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

std::vector<Hash> EvidenceFiles::ofOneImport(const Hash& file) const {
  std::vector<Hash> out{file};
  const auto found = std::find_if(files.begin(), files.end(), [&file](const EvidenceFile& each) {
    return each.sha256 == file && !each.takenBack;
  });
  if (found == files.end() || !found->brought) return out;
  const auto together = [&found](const EvidenceFile& each) {
    return each.brought == found->brought;  // one import has one stamp
  };
  for (const EvidenceFile& each : files) {
    if (!each.takenBack && isOneFile(each.kind) && together(each)) addOnce(out, each.sha256);
  }
  return out;
}

Hash EvidenceFiles::rootWithout(const std::vector<Hash>& without) const {
  std::vector<EvidenceItem> items;
  for (const EvidenceFile& file : files) {
    const bool gone = std::find(without.begin(), without.end(), file.sha256) != without.end();
    if (!file.takenBack && !gone) items.push_back({0, file.sha256, file.member, file.kind, file.bytes});
  }
  return evidenceRoot(items);
}

Result<EvidenceFiles> listEvidenceFiles(const Database& database) {
  return Listing(database).run();
}

Result<EvidenceFiles> evidenceFilesOf(const std::filesystem::path& workspace,
                                      const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(workspace));
  PLUMBLINE_TRY(reading, OneReading::begin(opened.database()));
  static_cast<void>(reading);
  return listEvidenceFiles(opened.database());
}

Result<void> saveEvidenceFile(const std::filesystem::path& workspace, const EvidenceFile& file,
                              const std::filesystem::path& out) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(workspace));
  const EvidenceStore store(opened.database());
  PLUMBLINE_TRY(item, store.findMember(file.member));
  if (!item || item->sha256 != file.sha256) {
    return Error{ErrorCode::NotFound, "the workspace has no such file", {file.name}};
  }
  PLUMBLINE_TRY(bytes, store.readAll(*item));
  return replaceFile(out, textOf(bytes));
}

Result<std::vector<FileStepRow>> fileHistoryOf(const std::filesystem::path& workspace,
                                               const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(opened, Workspace::openReadOnly(workspace));
  return readFileSteps(opened.database());
}

}  // namespace plumbline
