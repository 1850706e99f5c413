// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/track_maps.h"

#include <QCoreApplication>

#include "ui/charts/track_marks.h"
#include "ui/words/format.h"
#include "ui/words/from_std.h"
#include "ui/words/track_words.h"

namespace plumbline {

namespace {

struct TrackMaps {
  Q_DECLARE_TR_FUNCTIONS(plumbline::TrackMaps)
};

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kGapMs = 6 * kHourMs;  // longer without a fix is told

TrackMapFix::Shape shapeOf(const Fix& fix) {
  if (fix.use != FixUse::Used) return TrackMapFix::Shape::Cross;
  return fix.source == FixSource::Cell ? TrackMapFix::Shape::Ring : TrackMapFix::Shape::Dot;
}

QString gapText(Timestamp from, Timestamp to) {
  const std::int64_t ms = to.inMilliseconds() - from.inMilliseconds();
  if (ms < kGapMs) return {};
  return TrackMaps::tr("%Ln h without a fix", nullptr, plural(ms / kHourMs));
}

QStringList tableRow(const Fix& fix, const std::vector<GeoPoint>& receiver) {
  const auto metres = fix.at ? metresToNearest(*fix.at, receiver) : std::nullopt;
  return {formatDateTime(fix.time), words::fixSource(fix.source), words::distance(fix.farM()),
          metres ? words::distance(*metres) : QString(), words::text(fix.country),
          fix.use == FixUse::Used ? QString() : words::fixUse(fix.use)};
}

void addFixes(TrackMapData& data, const std::vector<Fix>& fixes, const std::vector<GeoPoint>& receiver) {
  data.tableHeader = {TrackMaps::tr("When (UTC)"), TrackMaps::tr("By"), TrackMaps::tr("Within"),
                      TrackMaps::tr("From the receiver"), TrackMaps::tr("Network"), TrackMaps::tr("Not used")};
  const Fix* before = nullptr;
  for (const Fix& fix : fixes) {
    data.tableRows.push_back(tableRow(fix, receiver));
    if (!fix.at) continue;
    data.fixes.push_back({*fix.at, shapeOf(fix), static_cast<double>(fix.farM()) / 1000,
                          words::fixSentence(fix, receiver)});
    if (fix.use != FixUse::Used) continue;
    const std::size_t now = data.fixes.size() - 1;
    if (before != nullptr) data.legs.push_back({*data.last, now, gapText(before->time, fix.time)});
    data.last = now;
    before = &fix;
  }
  if (before != nullptr) data.endNote = formatDateTime(before->time);
}

/// The one of several nearest to a point; the first where there is no point.
const GeoPoint& nearestTo(const std::vector<GeoPoint>& places, const std::optional<GeoPoint>& at) {
  const GeoPoint* best = &places.front();
  for (const GeoPoint& each : places) {
    if (at && greatCircleKm(each, *at) < greatCircleKm(*best, *at)) best = &each;
  }
  return *best;
}

void addPlaces(TrackMapData& data, const TrackedLoad& load) {
  const std::optional<GeoPoint> first = data.fixes.empty() ? std::nullopt : std::optional(data.fixes.front().at);
  if (!load.from.empty()) {
    const QString name = words::text(load.sender);
    data.places.push_back({nearestTo(load.from, first), name, formatDateTime(load.span.from), false,
                           TrackMaps::tr("Sent by %1, %2").arg(name, formatDateTime(load.span.from))});
  }
  if (load.to.empty()) return;
  const QString name = words::text(load.receiver);
  const QString note = !load.receivedAt ? TrackMaps::tr("declared end")
                       : load.signedBy  ? TrackMaps::tr("signed %1").arg(formatDateTime(*load.receivedAt))
                                        : TrackMaps::tr("states %1").arg(formatDateTime(*load.receivedAt));
  data.places.push_back(
      {nearestTo(load.to, load.end.at), name, note, true, TrackMaps::tr("Declared end: %1, %2").arg(name, note)});
  data.declared = data.places.size() == 2;
}

}  // namespace

TrackMapData trackMapOf(const Tracks& tracks, const TrackedLoad& load) {
  TrackMapData data;
  addFixes(data, tracks.fixesOf(load), load.to);
  addPlaces(data, load);
  data.end = markOf(load.end.state);
  const QString end = words::trackEnd(load.end);
  data.endName = TrackMaps::tr("Last fix: %1").arg(end);
  data.summary = TrackMaps::tr("The way of tag %1 in load %2: %3.")
                     .arg(words::text(load.device), words::text(load.shipment.id), end);
  return data;
}

TrackMapData trackMapOf(const Track& track) {
  TrackMapData data;
  addFixes(data, track.fixes, {});
  data.end = Mark::CannotTell;
  data.endName = TrackMaps::tr("Last fix");
  data.summary = TrackMaps::tr("The way of tag %1, which is tied to no load.").arg(words::text(track.device));
  return data;
}

}  // namespace plumbline
