// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/track_words.h"

#include <algorithm>

#include <QStringList>

#include "ui/words/lists.h"
#include "ui/words/words.h"

namespace plumbline::words {
namespace {

constexpr std::int64_t kilometre = 1'000;
constexpr std::int64_t wholeKilometres = 100 * kilometre;

QString countOf(const Tracks& tracks, EndState state) {
  return formatCount(tracks.count(state));
}

}  // namespace

QString distance(std::int64_t metres) {
  if (metres < kilometre) return QStringLiteral("%1\u00a0m").arg(formatCount(metres));
  const QString kilometres = metres < wholeKilometres ? formatThousandths(metres, 1)
                                                      : formatCount((metres + kilometre / 2) / kilometre);
  return QStringLiteral("%1\u00a0km").arg(kilometres);
}

QString endState(EndState state) {
  switch (state) {
    case EndState::AtReceiver:
      return Words::tr("At the receiver");
    case EndState::Elsewhere:
      return Words::tr("Elsewhere");
    case EndState::Unknown:
      break;
  }
  return Words::tr("Unknown");
}

QString endWhy(EndWhy why) {
  switch (why) {
    case EndWhy::DamagedDevice:
      return Words::tr("damaged name of a device");
    case EndWhy::TwoLoads:
      return Words::tr("said to be in two loads at once");
    case EndWhy::FewFixes:
      return Words::tr("fewer than two fixes after it left");
    case EndWhy::NoReceiverPlace:
      return Words::tr("nobody says where the receiver is");
    case EndWhy::SilentAtReceiver:
      return Words::tr("silent since the gate");
    case EndWhy::SilentEarly:
      return Words::tr("silent before the load was received");
    case EndWhy::Moving:
      return Words::tr("moving at the end");
    case EndWhy::TooCoarse:
      return Words::tr("too coarse to tell");
    case EndWhy::None:
      break;
  }
  return {};
}

QString trackEnd(const TrackEnd& end) {
  if (end.state == EndState::AtReceiver) return Words::tr("at the receiver");
  if (end.state == EndState::Elsewhere) {
    const QString away = Words::tr("%1 away").arg(distance(end.metres.value_or(0)));
    return end.country.empty() ? away : Words::tr("%1, %2").arg(away, isolated(text(end.country)));
  }
  if (end.why == EndWhy::TooCoarse) return Words::tr("too coarse: within %1").arg(distance(end.errorM));
  return endWhy(end.why);
}

QString fixUse(FixUse use) {
  switch (use) {
    case FixUse::Used:
      return Words::tr("used");
    case FixUse::DamagedDevice:
      return Words::tr("damaged name of a device");
    case FixUse::NoPosition:
      return Words::tr("no position");
    case FixUse::ZeroPosition:
      return Words::tr("at 0/0");
    case FixUse::OffTheGlobe:
      return Words::tr("no place on the globe");
    case FixUse::ClockBefore:
      return Words::tr("a clock from before the device was handed out");
    case FixUse::ClockAhead:
      return Words::tr("a clock ahead of its arrival");
    case FixUse::Late:
      break;
  }
  return Words::tr("arrived more than 30 days late");
}

QString fixSource(FixSource source) {
  switch (source) {
    case FixSource::Satellite:
      return Words::tr("satellite");
    case FixSource::Cell:
      return Words::tr("phone cell");
    case FixSource::Unstated:
      break;
  }
  return Words::tr("not stated by what");
}

QString tieState(TieState state) {
  switch (state) {
    case TieState::Counts:
      return Words::tr("counts");
    case TieState::NotYours:
      return Words::tr("by a key that nobody compared, or of a party");
    case TieState::Contradicted:
      return Words::tr("people disagree");
    case TieState::Overruled:
      return Words::tr("your own word is another one");
    case TieState::OtherAudit:
      return Words::tr("said of another audit");
    case TieState::TakenBack:
      return Words::tr("taken back");
    case TieState::Corrected:
      return Words::tr("the load was corrected since, or is not here");
    case TieState::NoTrack:
      break;
  }
  return Words::tr("the track is not here");
}

QString fixSentence(const Fix& fix, const std::vector<GeoPoint>& receiver) {
  if (fix.use != FixUse::Used) {
    return Words::tr("%1, not used: %2").arg(formatDateTime(fix.time), fixUse(fix.use));
  }
  const QString seen =
      Words::tr("%1, %2, within %3").arg(formatDateTime(fix.time), fixSource(fix.source), distance(fix.farM()));
  const auto metres = metresToNearest(*fix.at, receiver);
  return metres ? Words::tr("%1, %2 from the receiver").arg(seen, distance(*metres)) : seen;
}

QString tracksAnswer(const Tracks& tracks) {
  if (tracks.isEmpty()) return Words::tr("There are no tracks here.");
  QString said;
  if (!tracks.loads.empty()) {
    const auto all = std::ssize(tracks.loads);
    const std::int64_t unknown = tracks.count(EndState::Unknown);
    said = Words::tr("Of %Ln tags in loads, %1 ended at the receiver and %2 elsewhere; of %3 (%4) nobody knows.",
                     nullptr, plural(all))
               .arg(countOf(tracks, EndState::AtReceiver), countOf(tracks, EndState::Elsewhere),
                    formatCount(unknown), percent({(unknown * 100 + all / 2) / all * 10'000}));
  }
  if (const std::int64_t untied = tracks.untied(); untied > 0) {
    if (!said.isEmpty()) said += QLatin1Char(' ');
    said += Words::tr("%Ln tracks are tied to no load.", nullptr, plural(untied));
  }
  return said;
}

QString unusedFixes(const FixCounts& counts) {
  QStringList parts;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    parts += Words::tr("%1 (%2)").arg(fixUse(static_cast<FixUse>(i)), formatCount(counts[i]));
  }
  return parts.isEmpty() ? QString() : Words::tr("Not used: %1.").arg(listed(parts));
}

QString tracksCaveat() {
  return Words::tr(
      "At the receiver: at rest within 500 m of it for 2 hours. Elsewhere: at rest farther away. All else is unknown "
      "and counts for neither side. A tag never signs for a load.");
}

}  // namespace plumbline::words
