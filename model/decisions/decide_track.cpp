// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/decide_track.h"

#include <algorithm>

#include "model/books/alias_book.h"
#include "model/decisions/take_back.h"
#include "model/evidence/own_keys.h"
#include "model/evidence/person_note.h"
#include "model/import/rebuild.h"
#include "model/tracks/fix.h"
#include "model/workspace/change.h"

namespace plumbline {
namespace {

constexpr std::size_t shownDigits = 12;

/// Digests of the files that name the device, and begin with the digits.
Result<std::vector<Hash>> filesOf(const Database& database, const std::string& device, const std::string& digits) {
  PLUMBLINE_TRY(query, database.prepare("SELECT DISTINCT e.sha256 FROM fixes f JOIN publications p ON p.id = "
                                        "f.publication JOIN evidence e ON e.id = p.evidence WHERE f.superseded_by IS "
                                        "NULL AND f.device = ?1 ORDER BY 1"));
  query.bind(1, device);
  std::vector<Hash> found;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return found;
    PLUMBLINE_TRY(file, Hash::fromHexText(query.text(0)));
    if (query.text(0).starts_with(digits)) found.push_back(file);
  }
}

Result<Hash> fileOf(const Database& database, const TrackRequest& request) {
  PLUMBLINE_TRY(files, filesOf(database, request.device, request.file));
  if (files.empty()) return Error{ErrorCode::NotFound, "no file here has a track of this device", {}, request.device};
  if (files.size() == 1) return files.front();
  std::string all;
  for (const Hash& each : files) all += (all.empty() ? "" : ", ") + each.hex().substr(0, shownDigits);
  return Error{ErrorCode::Duplicate, "several files have a track of this device", {}, request.device,
               Message("the first digits of one of %1", all)};
}

/// What is to be signed. A damaged name stands for several devices.
Result<TrackSaid> saidOf(const Database& database, const TrackRequest& request) {
  if (isDamagedDevice(request.device)) {
    return Error{ErrorCode::BadValue, "a spreadsheet damaged the name of this device; it stands for several", {},
                 request.device};
  }
  if (request.from && request.to && *request.to <= *request.from) {
    return Error{ErrorCode::BadValue, "a device leaves a load after it came into it", {}, request.to->text()};
  }
  PLUMBLINE_TRY(file, fileOf(database, request));
  PLUMBLINE_TRY(load, boundLoad(database, request.shipment));
  if (!load) {
    return Error{ErrorCode::NotFound, Message("there is no such record in the table %1", "shipments"), {},
                 request.shipment.party + "/" + request.shipment.id};
  }
  return TrackSaid{file, request.device, *load, request.same, request.from, request.to, request.reason};
}

/// What this key says of the device and the load now, whichever file it named, in order of the sids.
std::vector<PersonStatement> activeOf(const StatementSet& set, const TrackRequest& request, const std::string& vkey) {
  const std::set<Hash> back = set.takenBack();
  std::vector<PersonStatement> found;
  for (const auto& [sid, statement] : set.all()) {
    const auto said = trackIn(statement);
    if (!said || statement.vkey != vkey || back.contains(sid)) continue;
    const bool sameFile = said->file.hex().starts_with(request.file);
    if (sameFile && said->device == request.device && said->load.name == request.shipment) found.push_back(statement);
  }
  return found;
}

}  // namespace

Result<TrackDone> addTrack(const Database& database, const TrackRequest& request, const std::string& name,
                           const PrivateKey& key) {
  PLUMBLINE_TRY(said, saidOf(database, request));
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_TRY(scope, scopeOf(database));
  PLUMBLINE_TRY(set, StatementSet::load(database));
  TrackRequest ofFile = request;
  ofFile.file = said.file.hex();
  const std::vector<PersonStatement> before = activeOf(set, ofFile, signer.vkey());
  const auto isSaid = [&said](const PersonStatement& each) { return trackIn(each) == said; };
  if (!before.empty() && std::all_of(before.begin(), before.end(), isSaid)) return TrackDone::WasThere;
  const StatementText text{std::string(trackKind), scope, trackTarget(said), trackWords(said),
                           set.ends(signer.vkey()), std::nullopt};
  PLUMBLINE_TRY(made, signPersonStatement(text, name, key));
  // One that the load's correction left behind has another target, which nothing may be signed in place of.
  for (const PersonStatement& each : before) PLUMBLINE_CHECK(takeBack(set, each, scope, {}, name, key));
  set.add(std::move(made));
  PLUMBLINE_CHECK(set.store(database));
  PLUMBLINE_CHECK(rememberOwnKey(database, signer.vkey()));
  return TrackDone::Signed;
}

Result<int> removeTrack(const Database& database, const TrackRequest& request, const std::string& name,
                        const PrivateKey& key) {
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_TRY(scope, scopeOf(database));
  PLUMBLINE_TRY(set, StatementSet::load(database));
  const std::vector<PersonStatement> before = activeOf(set, request, signer.vkey());
  if (before.empty()) {
    return Error{ErrorCode::NotFound, "this key said nothing of this device and this load", {},
                 request.device + ", " + request.shipment.party + "/" + request.shipment.id};
  }
  for (const PersonStatement& each : before) PLUMBLINE_CHECK(takeBack(set, each, scope, request.reason, name, key));
  PLUMBLINE_CHECK(set.store(database));
  return static_cast<int>(before.size());
}

Result<TrackDone> decideTrack(const std::filesystem::path& workspace, const TrackRequest& request,
                              const std::string& name, const PrivateKey& key) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  PLUMBLINE_TRY(done, addTrack(change.database(), request, name, key));
  PLUMBLINE_CHECK(change.commit());
  return done;
}

Result<int> withdrawTrack(const std::filesystem::path& workspace, const TrackRequest& request, const std::string& name,
                          const PrivateKey& key) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  PLUMBLINE_TRY(count, removeTrack(change.database(), request, name, key));
  PLUMBLINE_CHECK(change.commit());
  return count;
}

}  // namespace plumbline
