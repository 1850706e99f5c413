// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/unsigned_files.h"

#include <map>

#include "model/evidence/own_keys.h"
#include "model/evidence/people_who_count.h"
#include "model/import/rebuild.h"
#include "model/records/quantities.h"
#include "model/workspace/change.h"
#include "model/workspace/file_steps.h"

namespace plumbline {
namespace {

Result<std::map<std::string, UnsignedFile>> filesOf(const Database& database) {
  std::map<std::string, UnsignedFile> files;
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT e.sha256, e.bytes, p.party, coalesce((SELECT sum(t.rows) FROM "
                           "publication_tables t WHERE t.publication = p.id), 0) FROM publications "
                           "p JOIN evidence e ON e.id = p.evidence WHERE p.state = 'unsigned' "
                           "ORDER BY e.sha256, p.party"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return files;
    const auto digest = Hash::fromHexText(query.text(0));
    if (!digest) continue;
    UnsignedFile& file = files[digest->hex()];
    file.sha256 = *digest;
    file.bytes = query.integer(1);
    file.rows += query.integer(3);
    const std::string party(query.text(2));
    if (file.parties.empty() || file.parties.back() != party) file.parties.push_back(party);
  }
}

}  // namespace

JsonValue UnsignedFile::toJson() const {
  JsonArray names;
  for (const std::string& party : parties) names.emplace_back(party);
  JsonArray list;
  for (const Vouch& vouch : vouches) {
    list.emplace_back(JsonObject{{"name", vouch.name},
                                 {"vkey", vouch.vkey},
                                 {"trust", toText(vouch.trust)},
                                 {"said", saidIn(vouch.text)}});
  }
  return JsonObject{{"sha256", sha256.hex()},
                    {"bytes", bytes},
                    {"rows", rows},
                    {"parties", std::move(names)},
                    {"vouches", std::move(list)}};
}

Result<std::vector<UnsignedFile>> readUnsignedFiles(const Database& database,
                                                     const std::vector<PersonNote>& notes) {
  PLUMBLINE_TRY(files, filesOf(database));
  if (!files.empty()) {
    PLUMBLINE_TRY(brought, broughtSteps(database));
    for (auto& [digest, file] : files) {
      const auto step = brought.find(file.sha256);
      if (step != brought.end()) file.name = step->second.name;
    }
    PLUMBLINE_TRY(people, PeopleWhoCount::load(database));
    for (const PersonNote& note : notes) {
      const auto file = files.find(note.subject.hex());
      const auto text = vouchIn(note);
      if (file == files.end() || !text) continue;
      file->second.vouches.push_back({*text, note.name, note.vkey, people.trustOf(note.vkey)});
    }
  }
  std::vector<UnsignedFile> all;
  for (auto& [digest, file] : files) all.push_back(std::move(file));
  return all;
}

Result<void> vouchForFile(const std::filesystem::path& workspacePath, const Hash& original,
                          const VouchText& text, const std::string& name, const PrivateKey& key) {
  PLUMBLINE_CHECK(checkVouch(text));
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspacePath));
  PLUMBLINE_TRY(files, filesOf(change.database()));
  if (!files.contains(original.hex())) {
    return Error{ErrorCode::NotFound,
                 "the workspace has no such file without a signature",
                 {},
                 original.hex()};
  }
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_CHECK(addPersonNote(change.database(),
                                {std::string(vouchKind), text.file, original, saidIn(text)}, name,
                                key));
  // What the user vouches for counts for the user.
  PLUMBLINE_CHECK(rememberOwnKey(change.database(), signer.vkey()));
  return change.commit();
}

}  // namespace plumbline
