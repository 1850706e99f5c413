// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tracks/read_tracks.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::int64_t lateMs = 30 * millisecondsPerDay;
constexpr std::int64_t aheadMs = millisecondsPerDay;

enum Column { Publication, File, Device, Rowid, Time, Uploaded, Latitude, Longitude, Source, Accuracy, Country, Handed };

std::optional<Timestamp> momentAt(const Query& query, int column) {
  const auto ms = query.optionalInteger(column);
  return ms ? std::optional(Timestamp::milliseconds(*ms)) : std::nullopt;
}

bool isWord(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b; });
}

FixSource sourceOf(std::string_view text) {
  if (isWord(text, "gps") || isWord(text, "gnss") || isWord(text, "satellite")) return FixSource::Satellite;
  return isWord(text, "cell") ? FixSource::Cell : FixSource::Unstated;
}

/// Up to whole metres; nothing where it is none.
std::optional<std::int64_t> metresOf(const std::optional<std::int64_t>& micro) {
  constexpr std::int64_t metre = 1'000'000;
  if (!micro || *micro <= 0) return std::nullopt;
  return *micro / metre + (*micro % metre != 0 ? 1 : 0);
}

/// Of its place.
FixUse placeUse(const Query& query, const Fix& fix) {
  const auto latitude = query.optionalInteger(Latitude);
  const auto longitude = query.optionalInteger(Longitude);
  if (!latitude || !longitude) return FixUse::NoPosition;
  if (*latitude == 0 && *longitude == 0) return FixUse::ZeroPosition;
  return fix.at ? FixUse::Used : FixUse::OffTheGlobe;
}

/// Of its clock.
FixUse clockUse(const Query& query, const Fix& fix) {
  const auto handedOut = momentAt(query, Handed);
  if (handedOut && fix.time < *handedOut) return FixUse::ClockBefore;
  if (!fix.uploaded) return FixUse::Used;
  const std::int64_t delay = fix.uploaded->inMilliseconds() - fix.time.inMilliseconds();
  if (delay < -aheadMs) return FixUse::ClockAhead;
  return delay > lateMs ? FixUse::Late : FixUse::Used;
}

/// The first reason is why it is not used; all of them are counted.
void judgeUse(const Query& query, bool damaged, Fix& fix) {
  const FixUse named = damaged ? FixUse::DamagedDevice : FixUse::Used;
  for (const FixUse use : {named, placeUse(query, fix), clockUse(query, fix)}) {
    if (use == FixUse::Used) continue;
    if (fix.use == FixUse::Used) {
      fix.use = use;
    } else {
      fix.also |= static_cast<std::uint16_t>(1u << static_cast<unsigned>(use));
    }
  }
}

Fix fixAt(const Query& query, bool damaged) {
  Fix fix;
  fix.rowid = query.integer(Rowid);
  fix.time = Timestamp::milliseconds(query.integer(Time));
  fix.uploaded = momentAt(query, Uploaded);
  fix.at = geoPoint(query.optionalInteger(Latitude), query.optionalInteger(Longitude));
  fix.source = sourceOf(query.text(Source));
  fix.accuracyM = metresOf(query.optionalInteger(Accuracy));
  fix.country = query.text(Country);
  judgeUse(query, damaged, fix);
  return fix;
}

}  // namespace

Result<std::vector<Track>> readTracks(const Database& database, const PublicationBook& publications) {
  PLUMBLINE_TRY(query,
                database.prepare("SELECT f.publication, e.sha256, f.device, f.rowid, f.time_ms, f.uploaded_ms, "
                                 "f.latitude_micro, f.longitude_micro, f.source, f.accuracy_m_micro, f.country, "
                                 "f.handed_out_ms FROM current_fixes f JOIN publications p ON p.id = f.publication JOIN "
                                 "evidence e ON e.id = p.evidence ORDER BY e.sha256, "
                                 "f.device, f.time_ms, f.publication, f.row"));
  std::vector<Track> tracks;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return tracks;
    const PublicationInfo& publication = publications.find(query.integer(Publication));
    if (!publication.usable) continue;
    PLUMBLINE_TRY(file, Hash::fromHexText(query.text(File)));
    if (tracks.empty() || tracks.back().file != file || tracks.back().device != query.text(Device)) {
      tracks.push_back({file, std::string(query.text(Device)), publications.nameOf(publication.party), {}});
    }
    tracks.back().fixes.push_back(fixAt(query, tracks.back().isDamaged()));
  }
}

}  // namespace plumbline
