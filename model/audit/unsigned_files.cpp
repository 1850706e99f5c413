// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/unsigned_files.h"

#include <algorithm>
#include <map>

#include "model/evidence/other_citizens.h"
#include "model/import/rebuild.h"
#include "model/records/quantities.h"
#include "model/store/change.h"

namespace plumbline {
namespace {

constexpr std::string_view vouchKind = "vouch";
constexpr std::size_t mostBytes = 400;

Result<void> checkText(const std::string& name, const std::string& text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  const bool good = !text.empty() && text.size() <= mostBytes && isUtf8(text) &&
                    std::none_of(text.begin(), text.end(), control);
  if (good) return {};
  return Error{ErrorCode::BadValue,
               "the text \"" + name + "\" is empty, too long or has control characters",
               {},
               text.substr(0, 80),
               "1 to " + std::to_string(mostBytes) + " bytes of text"};
}

Result<void> checkVouch(const VouchText& text) {
  PLUMBLINE_CHECK(checkText("file", text.file));
  PLUMBLINE_CHECK(checkText("from", text.from));
  PLUMBLINE_CHECK(checkText("how", text.how));
  const auto day = Timestamp::parse(text.obtained);
  if (day && day->dateText() == text.obtained) return {};
  return Error{ErrorCode::BadValue,
               "the day the file was obtained is no date",
               {},
               text.obtained.substr(0, 40),
               "a day such as 2026-11-02"};
}

JsonValue saidIn(const VouchText& text) {
  return JsonObject{
      {"file", text.file}, {"from", text.from}, {"obtained", text.obtained}, {"how", text.how}};
}

/// Nothing where somebody signed another kind of note, or one that breaks the rules above.
std::optional<VouchText> vouchIn(const PersonNote& note) {
  if (note.kind != vouchKind) return std::nullopt;
  const auto file = note.said.stringAt("file");
  const auto from = note.said.stringAt("from");
  const auto obtained = note.said.stringAt("obtained");
  const auto how = note.said.stringAt("how");
  if (!file || !from || !obtained || !how) return std::nullopt;
  VouchText text{*file, *from, *obtained, *how};
  return checkVouch(text) ? std::optional(std::move(text)) : std::nullopt;
}

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

Result<std::vector<UnsignedFile>> readUnsignedFiles(const Database& database) {
  PLUMBLINE_TRY(files, filesOf(database));
  if (!files.empty()) {
    PLUMBLINE_TRY(notes, readPersonNotes(database));
    for (const PersonNote& note : notes) {
      const auto file = files.find(note.subject.hex());
      const auto text = vouchIn(note);
      if (file == files.end() || !text) continue;
      file->second.vouches.push_back({*text, note.name, note.vkey, note.trust});
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
