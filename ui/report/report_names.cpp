// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which names people made one or keep apart, and whose word it was. Where nobody decided anything there
// is nothing to say.
#include <algorithm>

#include <QCoreApplication>

#include "model/audit/audit_result.h"

#include "ui/report/section_list.h"
#include "ui/words/alias_words.h"
#include "ui/words/error_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

constexpr std::size_t mostRows = 500;

bool isShown(const AliasDecision& decision) {
  return decision.state != AliasState::TakenBack && decision.state != AliasState::OtherAudit;
}

void writeDecisions(Writer& writer, const std::vector<AliasDecision>& decisions) {
  writer.header({{Words::tr("Of a"), 0.8},
                 {Words::tr("Names"), 3.4},
                 {Words::tr("Says who, and why"), 2.4},
                 {Words::tr("State"), 2}});
  std::size_t written = 0;
  for (const AliasDecision& each : decisions) {
    if (!isShown(each)) continue;
    if (++written > mostRows) continue;
    const QString who = words::text(each.name);
    writer.row({{words::kindOfName(each.pair.kind), 0.8},
                {words::saidOf(each.pair), 3.4},
                {each.text.empty() ? who : QStringLiteral("%1: %2").arg(who, words::text(each.text)), 2.4},
                {words::stateOf(each), 2}},
               true);
  }
  if (written <= mostRows) return;
  writer.text(Words::tr("and %1 more").arg(formatCount(static_cast<std::int64_t>(written - mostRows))),
              TextRole::Small);
}

void writeNames(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  const std::vector<AliasDecision>& decisions = audit.aliases.decisions;
  if (std::none_of(decisions.begin(), decisions.end(), isShown)) return;
  writer.space(8);
  writer.heading(Words::tr("Names that are one"));
  writer.text(Words::tr("What people decided about names, each under their own signature. Where it counts, "
                        "the records are read so; without it the result would be another one."));
  writer.space(6);
  writeDecisions(writer, decisions);
  for (const Error& problem : aliasProblems(audit.aliases)) {
    writer.text(words::errorText(problem), TextRole::Body, ColorRole::WarnInk);
  }
}

}  // namespace

namespace sections {

extern constinit const Section names{.write = writeNames};

}  // namespace sections

}  // namespace plumbline
