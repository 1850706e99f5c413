// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Declared totals: do sender and receiver declare the same?
#include <algorithm>

#include <QCoreApplication>

#include "model/audit/audit_result.h"

#include "ui/report/report_pages.h"
#include "ui/report/section_list.h"
#include "ui/words/finding_words.h"
#include "ui/words/totals_words.h"

namespace plumbline {

namespace {

constexpr std::size_t mostPairs = 60;

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

QStringList rowOf(const TotalsPair& pair) {
  const std::string& received = pair.receivedUnit.empty() ? pair.unit : pair.receivedUnit;
  const QString nothing = Words::tr("nothing");
  return {words::totalsPartners(pair), words::totalsPeriod(pair),
          pair.sent ? words::quantity(*pair.sent, pair.unit) : nothing,
          pair.received ? words::quantity(*pair.received, received) : nothing,
          words::totalsResult(pair.result)};
}

void writeCauses(Writer& writer) {
  const QStringList causes = words::harmlessCauses("totals_differ");
  if (causes.isEmpty()) return;
  writer.heading(Words::tr("Harmless causes to rule out first"), TextRole::CardHeading);
  for (qsizetype i = 0; i < causes.size(); ++i) {
    writer.text(QStringLiteral("%1. %2").arg(QString::number(i + 1), causes[i]));
  }
  writer.space(8);
}

void writeTotals(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  const TotalsComparison& totals = audit.totals;
  if (totals.isEmpty()) return;
  writer.part();
  writer.heading(Words::tr("Declared totals"));
  writer.text(words::totalsAnswer(totals), TextRole::Panel);
  writer.space(6);
  writer.text(words::totalsCaveat(), TextRole::Small, ColorRole::Muted);
  writer.space(10);
  writeCauses(writer);
  // What cannot be told for want of the other side is counted, and listed behind what can.
  const auto pairs = byGap(totals);
  std::vector<QStringList> rows;
  for (std::size_t i = 0; i < std::min(pairs.size(), mostPairs); ++i) rows.push_back(rowOf(*pairs[i]));
  writeTitledTable(writer, Words::tr("Pairs, the largest gap first"),
                   {Words::tr("Sender to receiver"), Words::tr("Period"), Words::tr("Sent"),
                    Words::tr("Received"), Words::tr("State")},
                   rows, 2.6);
  if (pairs.size() > mostPairs) {
    const auto rest = static_cast<std::int64_t>(pairs.size() - mostPairs);
    writer.text(Words::tr("%Ln more pairs are not listed here.", nullptr, plural(rest)), TextRole::Small,
                ColorRole::Muted);
  }
}

}  // namespace

namespace sections {

extern constinit const Section totals{.write = writeTotals,
                                      .isWanted = [](const ReportOptions& options) { return options.balance; }};

}  // namespace sections

}  // namespace plumbline
