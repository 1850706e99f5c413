// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tracks/tied_tracks.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "model/tracks/load_ends.h"
#include "model/tracks/read_tracks.h"

namespace plumbline {
namespace {

std::optional<std::size_t> indexOf(const std::vector<Track>& list, const Hash& file, const std::string& device) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Track& track) {
    return track.file == file && track.device == device;
  });
  if (found == list.end()) return std::nullopt;
  return static_cast<std::size_t>(found - list.begin());
}

/// One device in one load, however many files and people say it.
TrackedLoad& loadOf(std::vector<TrackedLoad>& loads, const TrackTie& tie) {
  const auto found = std::find_if(loads.begin(), loads.end(), [&tie](const TrackedLoad& load) {
    return load.device == tie.said.device && load.shipment == tie.said.load.name;
  });
  if (found != loads.end()) return *found;
  TrackedLoad& load = loads.emplace_back();
  load.device = tie.said.device;
  load.shipment = tie.said.load.name;
  return load;
}

/// Where people say other times the widest holds.
void widen(TrackedLoad& load, const TrackTie& tie) {
  const bool first = load.saidBy.empty();
  if (tie.said.from && (load.span.from == Timestamp() || *tie.said.from < load.span.from)) {
    load.span.from = *tie.said.from;
  }
  if (first) {
    load.span.to = tie.said.to;
  } else if (load.span.to && (!tie.said.to || *tie.said.to > *load.span.to)) {
    load.span.to = tie.said.to;
  }
}

void add(std::vector<TrackedLoad>& loads, const TrackTie& tie, std::size_t track) {
  TrackedLoad& load = loadOf(loads, tie);
  widen(load, tie);
  if (std::find(load.tracks.begin(), load.tracks.end(), track) == load.tracks.end()) load.tracks.push_back(track);
  if (std::find(load.saidBy.begin(), load.saidBy.end(), tie.name) == load.saidBy.end()) {
    load.saidBy.push_back(tie.name);
  }
  load.own = load.own || tie.own;
}

bool overlap(const TrackSpan& a, const TrackSpan& b) { return a.holds(b.from) || b.holds(a.from); }

bool isInTwoLoads(const std::vector<TrackedLoad>& loads, const TrackedLoad& load) {
  return std::any_of(loads.begin(), loads.end(), [&load](const TrackedLoad& other) {
    // Also by another file: a device is in one place at a time.
    return &other != &load && other.device == load.device && overlap(load.span, other.span);
  });
}

/// All files of the device as one track.
Track wholeTrack(const std::vector<Track>& list, const TrackedLoad& load) {
  Track whole{list[load.tracks.front()].file, load.device, {}, {}};
  for (const std::size_t each : load.tracks) {
    const auto& fixes = list[each].fixes;
    whole.fixes.insert(whole.fixes.end(), fixes.begin(), fixes.end());
  }
  std::stable_sort(whole.fixes.begin(), whole.fixes.end(),
                   [](const Fix& a, const Fix& b) { return a.time < b.time; });
  return whole;
}

void judgeAll(Tracks& tracks) {
  for (TrackedLoad& load : tracks.loads) {
    load.end = judgeEnd(wholeTrack(tracks.list, load), load.span, {load.to, load.receivedAt});
    if (!isInTwoLoads(tracks.loads, load)) continue;
    load.end.state = EndState::Unknown;
    load.end.why = EndWhy::TwoLoads;
  }
}

std::int64_t rank(const TrackedLoad& load) {
  constexpr std::array<std::int64_t, 3> ranks = {1, 0, 2};  // elsewhere, at the receiver, unknown
  return ranks[static_cast<std::size_t>(load.end.state)];
}

void order(std::vector<TrackedLoad>& loads) {
  std::sort(loads.begin(), loads.end(), [](const TrackedLoad& a, const TrackedLoad& b) {
    const std::int64_t metresA = rank(a) == 0 ? -*a.end.metres : 0;
    const std::int64_t metresB = rank(b) == 0 ? -*b.end.metres : 0;
    const std::int64_t rankA = rank(a);
    const std::int64_t rankB = rank(b);
    return std::tie(rankA, metresA, a.shipment, a.device) < std::tie(rankB, metresB, b.shipment, b.device);
  });
}

JsonValue loadJson(const TrackedLoad& load) {
  JsonObject out{{"device", load.device},
                 {"shipment", JsonObject{{"party", load.shipment.party}, {"id", load.shipment.id}}},
                 {"fixes", load.end.fixes},
                 {"end", toText(load.end.state)}};
  if (load.end.state == EndState::Unknown) out.emplace_back("why", toText(load.end.why));
  if (load.end.metres) out.emplace_back("metres", *load.end.metres);
  if (!load.end.country.empty()) out.emplace_back("country", load.end.country);
  if (load.end.last) out.emplace_back("last", load.end.last->text());
  if (load.sentOn != SentOn::No) out.emplace_back("sent_on", load.sentOn == SentOn::There ? "there" : "maybe");
  return out;
}

}  // namespace

std::int64_t Tracks::count(EndState state) const {
  return std::count_if(loads.begin(), loads.end(),
                       [state](const TrackedLoad& load) { return load.end.state == state; });
}

std::int64_t Tracks::untied() const {
  std::vector<bool> tied(list.size(), false);
  for (const TrackedLoad& load : loads) {
    for (const std::size_t track : load.tracks) tied[track] = true;
  }
  return std::count(tied.begin(), tied.end(), false);
}

std::vector<Fix> Tracks::fixesOf(const TrackedLoad& load) const {
  std::vector<Fix> fixes = wholeTrack(list, load).fixes;
  std::erase_if(fixes, [&load](const Fix& fix) { return !load.span.holds(fix.time); });
  return fixes;
}

JsonValue Tracks::toJson() const {
  JsonObject uses;
  const FixCounts counts = countFixes(list);
  for (std::size_t i = 0; i < fixUseCount; ++i) uses.emplace_back(toText(static_cast<FixUse>(i)), counts[i]);
  JsonArray said;
  for (const TrackedLoad& load : loads) said.push_back(loadJson(load));
  return JsonObject{{"devices", static_cast<std::int64_t>(list.size())},
                    {"untied", untied()},
                    {"fixes", std::move(uses)},
                    {"loads", std::move(said)}};
}

Result<Tracks> followTracks(const Database& database, const StatementSet& statements, const Books& books,
                            const LinkDecisions& decided) {
  Tracks tracks;
  PLUMBLINE_TRY(list, readTracks(database, books.publications));
  tracks.list = std::move(list);
  PLUMBLINE_TRY(ties, readTies(database, statements));
  tracks.ties = std::move(ties);
  if (tracks.ties.empty()) return tracks;
  for (const TrackTie& tie : tracks.ties) {
    const auto track = indexOf(tracks.list, tie.said.file, tie.said.device);
    if (tie.state == TieState::Counts && tie.said.same && track) add(tracks.loads, tie, *track);
  }
  PLUMBLINE_TRY(places, SitePlaces::load(database, books));
  for (TrackedLoad& load : tracks.loads) {
    PLUMBLINE_CHECK(describeLoad(database, books, places, decided, load));
  }
  judgeAll(tracks);
  PLUMBLINE_CHECK(markSentOn(database, books, places, tracks.loads));
  order(tracks.loads);
  return tracks;
}

}  // namespace plumbline
