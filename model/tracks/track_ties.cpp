// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tracks/track_ties.h"

#include <array>
#include <tuple>

#include "crypto/canonical_json.h"
#include "crypto/merkle.h"

#include "model/books/deciders.h"
#include "model/workspace/record_bytes.h"

namespace plumbline {
namespace {

constexpr std::string_view shipmentsTable = "shipments";

JsonValue recordTarget(const BoundLoad& load) {
  JsonObject record;
  if (!load.leaf) record.emplace_back("file", load.file.hex());
  record.emplace_back("id", load.name.id);
  if (load.leaf) record.emplace_back("leaf", load.leaf->hex());
  record.emplace_back("party", load.name.party);
  if (!load.leaf) record.emplace_back("row", load.row);
  record.emplace_back("table", shipmentsTable);
  record.emplace_back("type", "record");
  return record;
}

std::optional<Hash> hashIn(const JsonValue& value, std::string_view name) {
  const auto text = value.stringAt(name);
  if (!text) return std::nullopt;
  const auto hash = Hash::fromHexText(*text);
  return hash ? std::optional(*hash) : std::nullopt;
}

std::optional<BoundLoad> loadIn(const JsonValue& target) {
  const auto table = target.stringAt("table");
  const auto party = target.stringAt("party");
  const auto id = target.stringAt("id");
  if (!table || *table != shipmentsTable || !party || !id) return std::nullopt;
  BoundLoad load{{*party, *id}};
  load.leaf = hashIn(target, "leaf");
  if (load.leaf) return load;
  const auto file = hashIn(target, "file");
  const auto row = target.integerAt("row");
  if (!file || !row) return std::nullopt;
  load.file = *file;
  load.row = *row;
  return load;
}

/// False where it is there and no moment.
bool readMoment(const JsonValue& said, std::string_view name, std::optional<Timestamp>& out) {
  if (said.find(name) == nullptr) return true;
  const auto text = said.stringAt(name);
  if (!text) return false;
  const auto moment = Timestamp::parse(*text);
  if (!moment) return false;
  out = *moment;
  return true;
}

/// "file" or "record" in either place of the pair.
const JsonValue* sideOf(const JsonValue& target, std::string_view type) {
  for (const std::string_view side : {"a", "b"}) {
    const auto found = target.objectAt(side);
    if (!found) return nullptr;
    const auto called = (*found)->stringAt("type");
    if (called && *called == type) return *found;
  }
  return nullptr;
}

Result<bool> hasTrack(const Database& database, const TrackSaid& said) {
  PLUMBLINE_TRY(query, database.prepare("SELECT 1 FROM fixes f JOIN publications p ON p.id = f.publication JOIN "
                                        "evidence e ON e.id = p.evidence WHERE e.sha256 = ?1 AND f.device = ?2"));
  const std::string file = said.file.hex();
  query.bind(1, file).bind(2, said.device);
  return query.step();
}

Result<TieState> stateOf(const Database& database, const TrackTie& tie, const Deciders& deciders,
                         const StatementScope& scope) {
  PLUMBLINE_TRY(here, isAboutThis(database, scope));
  if (!here) return TieState::OtherAudit;
  PLUMBLINE_TRY(counts, deciders.counts(tie.vkey));
  if (!counts) return TieState::NotYours;
  PLUMBLINE_TRY(track, hasTrack(database, tie.said));
  if (!track) return TieState::NoTrack;
  PLUMBLINE_TRY(load, boundLoad(database, tie.said.load.name));
  return load && *load == tie.said.load ? TieState::Counts : TieState::Corrected;
}

void weighAll(std::vector<TrackTie>& ties) {
  for (auto first = ties.begin(); first != ties.end();) {
    const auto last = std::find_if(first, ties.end(), [first](const TrackTie& each) {
      return !each.said.isOfSame(first->said);
    });
    weighPair(std::span(first, last), [](const TrackTie& each) { return each.said.same; });
    first = last;
  }
}

}  // namespace

std::string_view toText(TieState state) {
  constexpr std::array<std::string_view, 8> names = {"counts",      "not_yours",  "contradicted", "overruled",
                                                     "other_audit", "taken_back", "corrected",    "no_track"};
  return names[static_cast<std::size_t>(state)];
}

JsonValue trackTarget(const TrackSaid& said) {
  return orderedPair(JsonObject{{"sha256", said.file.hex()}, {"type", "file"}}, recordTarget(said.load));
}

JsonValue trackWords(const TrackSaid& said) {
  JsonObject words{{"device", said.device}};
  if (said.from) words.emplace_back("from", said.from->text());
  words.emplace_back("same", said.same);
  if (!said.text.empty()) words.emplace_back("text", said.text);
  if (said.to) words.emplace_back("to", said.to->text());
  return words;
}

std::optional<TrackSaid> trackIn(const PersonStatement& statement) {
  if (statement.text.kind != trackKind) return std::nullopt;
  const JsonValue& target = statement.text.target;
  const JsonValue& words = statement.text.said;
  const JsonValue* const fileSide = sideOf(target, "file");
  const JsonValue* const recordSide = sideOf(target, "record");
  if (fileSide == nullptr || recordSide == nullptr) return std::nullopt;
  const auto file = hashIn(*fileSide, "sha256");
  const auto load = loadIn(*recordSide);
  const auto device = words.stringAt("device");
  const JsonValue* const same = words.find("same");
  if (!file || !load || !device || device->empty() || same == nullptr || same->boolean() == nullptr) {
    return std::nullopt;
  }
  TrackSaid said{*file, *device, *load, *same->boolean()};
  if (!readMoment(words, "from", said.from) || !readMoment(words, "to", said.to)) return std::nullopt;
  if (const auto text = words.stringAt("text")) said.text = *text;
  // One form only, or one thing said twice would be two.
  if (canonicalJson(trackTarget(said)) != canonicalJson(target)) return std::nullopt;
  return said;
}

Result<std::optional<BoundLoad>> boundLoad(const Database& database, const RecordName& name) {
  PLUMBLINE_TRY(query,
                database.prepare("SELECT s.row, s.at, own.sha256, item.member FROM current_shipments s JOIN publications p ON "
                                 "p.id = s.publication JOIN evidence own ON own.id = p.evidence LEFT JOIN "
                                 "publication_tables t ON t.publication = p.id AND t.name = 'shipments' LEFT JOIN "
                                 "evidence item ON item.id = t.evidence WHERE p.party = "
                                 "?1 AND s.id = ?2 ORDER BY p.state = 'unsigned', p.sequence DESC, own.sha256, s.row"));
  query.bind(1, name.party).bind(2, name.id);
  PLUMBLINE_TRY(there, query.step());
  if (!there) return std::optional<BoundLoad>();
  BoundLoad load{name};
  const std::int64_t at = query.integer(1);
  if (at < 0 || query.isNull(3)) {
    PLUMBLINE_TRY(file, Hash::fromHexText(query.text(2)));
    load.file = file;
    load.row = query.integer(0);
    return std::optional(load);
  }
  const EvidenceStore store(database);
  PLUMBLINE_TRY(item, store.findMember(std::string(query.text(3))));
  if (!item) return std::optional<BoundLoad>();
  PLUMBLINE_TRY(bytes, recordBytes(store, *item, at));
  load.leaf = leafHash(bytesOf(bytes));
  return std::optional(load);
}

Result<std::vector<TrackTie>> readTies(const Database& database, const StatementSet& set) {
  std::vector<TrackTie> ties;
  if (set.all().empty()) return ties;
  const std::set<Hash> back = set.takenBack();
  PLUMBLINE_TRY(deciders, Deciders::load(database));
  for (const auto& [sid, statement] : set.all()) {
    const auto said = trackIn(statement);
    if (!said) continue;
    TrackTie tie{*said, sid, statement.name, statement.vkey, deciders.isOwn(statement.vkey)};
    PLUMBLINE_TRY(state, stateOf(database, tie, deciders, statement.text.scope));
    tie.state = back.contains(sid) ? TieState::TakenBack : state;
    ties.push_back(std::move(tie));
  }
  std::sort(ties.begin(), ties.end(), [](const TrackTie& a, const TrackTie& b) {
    return std::tie(a.said.file, a.said.device, a.said.load.name, a.sid) <
           std::tie(b.said.file, b.said.device, b.said.load.name, b.sid);
  });
  weighAll(ties);
  return ties;
}

}  // namespace plumbline
