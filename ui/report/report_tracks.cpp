// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks: where did the tags end?
#include <algorithm>

#include <QCoreApplication>

#include "model/audit/audit_result.h"

#include "ui/report/report_pages.h"
#include "ui/report/section_list.h"
#include "ui/words/finding_words.h"
#include "ui/words/format.h"
#include "ui/words/track_words.h"

namespace plumbline {

namespace {

constexpr std::size_t mostLoads = 60;

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

QStringList rowOf(const TrackedLoad& load) {
  return {words::text(load.device), words::text(load.shipment.id), words::text(load.receiver),
          load.end.last ? formatDateTime(*load.end.last) : QString(), words::trackEnd(load.end)};
}

void writeCauses(Writer& writer) {
  const QStringList causes = words::harmlessCauses("track_ends_elsewhere");
  writer.heading(Words::tr("Harmless causes to rule out first"), TextRole::CardHeading);
  for (qsizetype i = 0; i < causes.size(); ++i) {
    writer.text(QStringLiteral("%1. %2").arg(QString::number(i + 1), causes[i]));
  }
  writer.space(8);
}

void writeTracks(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  const Tracks& tracks = audit.tracks;
  if (tracks.isEmpty()) return;
  writer.part();
  writer.heading(Words::tr("Tracks of tags"));
  writer.text(words::tracksAnswer(tracks), TextRole::Panel);
  const QString unused = words::unusedFixes(countFixes(tracks.list));
  if (!unused.isEmpty()) writer.text(unused);
  writer.space(6);
  writer.text(words::tracksCaveat(), TextRole::Small, ColorRole::Muted);
  writer.space(10);
  if (tracks.loads.empty()) return;
  if (tracks.count(EndState::Elsewhere) > 0) writeCauses(writer);
  std::vector<QStringList> rows;
  for (std::size_t i = 0; i < std::min(tracks.loads.size(), mostLoads); ++i) rows.push_back(rowOf(tracks.loads[i]));
  writeTitledTable(writer, Words::tr("Tags in loads, the farthest from the receiver first"),
                   {Words::tr("Tag"), Words::tr("Load"), Words::tr("Receiver"), Words::tr("Last fix"),
                    Words::tr("End of the track")},
                   rows, 1.4);
  if (tracks.loads.size() > mostLoads) {
    const auto rest = static_cast<std::int64_t>(tracks.loads.size() - mostLoads);
    writer.text(Words::tr("%Ln more tags are not listed here.", nullptr, plural(rest)), TextRole::Small,
                ColorRole::Muted);
  }
}

}  // namespace

namespace sections {

extern constinit const Section tracks{.write = writeTracks};

}  // namespace sections

}  // namespace plumbline
