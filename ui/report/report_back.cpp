// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include "ui/charts/severity_marks.h"
#include "ui/report/report_pages.h"
#include "ui/report/section_list.h"
#include "ui/words/error_words.h"
#include "ui/words/evidence_words.h"
#include "ui/words/finding_text.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/problem_words.h"
#include "ui/words/quarantine_words.h"
#include "ui/words/reference_words.h"
#include "ui/words/trust_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

QString decimal(std::int64_t units, int decimals) {
  return QString::fromStdString(formatFixed(units, decimals))
      .replace(QLatin1Char('.'), QLocale().decimalPoint());
}

void writePlan(Writer& writer, const AuditPlan& plan) {
  writer.heading(Words::tr("The plan, fixed before the data was looked at"), TextRole::CardHeading);
  writer.labelled(Words::tr("Tolerance profile"),
                  Words::tr("%1: %2").arg(words::text(plan.toleranceProfile),
                                          words::text(plan.tolerance().source)));
  writer.labelled(Words::tr("Receipt deadline"),
                  Words::tr("%Ln days", nullptr, plural(plan.receiptDeadlineDays)));
  writer.labelled(Words::tr("Error rate"), Words::tr("%1 % over all accusations together (Holm)")
                                               .arg(decimal(plan.accusationAlphaPpm, 4)));
  writer.labelled(Words::tr("Uncertainty"),
                  Words::tr("expanded with k = %1").arg(decimal(plan.coverageFactorMilli, 3)));
  writer.labelled(Words::tr("Materiality"),
                  Words::tr("below %1 % of the input nothing is an accusation")
                      .arg(decimal(plan.materialityPpm, 4)));
  writer.labelled(
      Words::tr("Permutations, seed"),
      QStringLiteral("%1, %2").arg(formatCount(plan.permutations), QString::number(plan.seed)));
  writer.labelled(Words::tr("Plan digest"), words::text(plan.digest().hex()), true);
}

void writeByHand(Writer& writer) {
  writer.heading(Words::tr("Check it yourself"), TextRole::CardHeading);
  const QStringList steps = {
      Words::tr("Ask for the audit file (.plumb). It is a plain ZIP: the evidence, byte for byte."),
      Words::tr("Take the SHA-256 of every table (sha256sum) and compare it with the signed "
                "statement beside it."),
      Words::tr("Check each signature with openssl and the key you know of that party."),
      Words::tr("Open the audit file in Plumbline, or run plumbline-cli open: everything is "
                "computed again from the evidence, and the results digest must be the one above."),
      Words::tr("docs/verify-by-hand.md goes through it line by line, with openssl, sha256sum, "
                "python3 and sqlite3 only.")};
  for (qsizetype i = 0; i < steps.size(); ++i) {
    writer.text(QStringLiteral("%1. %2").arg(QString::number(i + 1), steps[i]));
  }
}

/// In the paper only the first rows; all of them are in the program and in its CSV.
void writeQuarantine(Writer& writer, const Quarantine& quarantine) {
  constexpr std::size_t onPaper = 25;
  if (quarantine.counts.empty()) return;
  writer.space(8);
  writer.heading(Words::tr("Rows that could not be used"), TextRole::CardHeading);
  writer.text(words::quarantineSentence(quarantine.rows(), quarantine.files()));
  writer.header({{Words::tr("File"), 1.4},
                 {Words::tr("Row"), 0.7, true},
                 {Words::tr("Column"), 2},
                 {Words::tr("Value"), 2},
                 {Words::tr("Why it cannot be read"), 2.4}});
  const std::size_t count = std::min(quarantine.first.size(), onPaper);
  for (std::size_t i = 0; i < count; ++i) {
    const QuarantineEntry& entry = quarantine.first[i];
    writer.row({{shortDigest(entry.original, 3), 1.4},
                {formatCount(entry.row.where.row), 0.7, true},
                {words::text(entry.row.where.column), 2},
                {words::messageText(entry.row.value.message()), 2},
                {words::quarantineReason(entry.row.reason), 2.4}},
               true);
  }
  const std::int64_t more = quarantine.rows() - static_cast<std::int64_t>(count);
  if (more > 0) writer.text(Words::tr("and %1 more").arg(formatCount(more)), TextRole::Small);
}

void writeReference(Writer& writer, const ReferenceTables& reference) {
  writer.space(8);
  writer.heading(Words::tr("Reference tables"), TextRole::CardHeading);
  writer.header({{Words::tr("Table"), 2.4},
                 {Words::tr("Version"), 1.4},
                 {Words::tr("Whose"), 1.6},
                 {Words::tr("SHA-256"), 2}});
  for (const ReferenceTable& table : reference.tables()) {
    const bool isOwn = ReferenceTables::isBuiltIn(table);
    writer.row({{words::referenceTitle(table.name), 2.4},
                {words::text(table.version), 1.4},
                {isOwn ? Words::tr("the program’s own") : Words::tr("brought by somebody"), 1.6},
                {shortDigest(table.sha256.hex(), 5), 2}},
               true);
  }
}

void writeUnsigned(Writer& writer, const std::vector<UnsignedFile>& files) {
  if (files.empty()) return;
  writer.space(8);
  writer.heading(Words::tr("Files without a signature"), TextRole::CardHeading);
  writer.header({{Words::tr("File"), 1.6},
                 {Words::tr("Records"), 0.8, true},
                 {Words::tr("Where from, says who"), 4}});
  for (const UnsignedFile& file : files) {
    QStringList said;
    for (const Vouch& vouch : file.vouches) {
      said << QStringLiteral("%1: %2, %3, %4")
                  .arg(words::text(vouch.name), words::text(vouch.text.from),
                       words::text(vouch.text.obtained), words::text(vouch.text.how));
    }
    writer.row({{shortDigest(file.sha256.hex(), 4), 1.6},
                {formatCount(file.rows), 0.8, true},
                {said.isEmpty() ? Words::tr("nobody says") : words::listedApart(said), 4}},
               true);
  }
}

void writeMethod(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  writer.part();
  writer.heading(Words::tr("Method, and what it could not see"));
  writer.text(Words::tr(
      "What the plant claims is only compared with what somebody else signed. A load counts as "
      "confirmed with the smaller of the two masses. The balance adds up stock, intake, output and "
      "losses for each month; errors shared by loads weighed under one calibration stay shared."));
  writer.space(8);
  writePlan(writer, audit.plan);
  writer.space(8);
  writer.heading(Words::tr("Checks"), TextRole::CardHeading);
  writer.header({{Words::tr("Check"), 3}, {Words::tr("Why not"), 4}, {Words::tr("State"), 1.6}});
  for (const CheckRun& run : audit.checks) {
    QString state = words::stateWord(run.state);
    if (run.state == CheckState::Failed) state = Words::tr("found something");
    if (run.state == CheckState::Passed) state = Words::tr("found nothing");
    writer.row({{words::ruleTitle(run.rule), 3},
                {run.reason.empty() ? QString() : words::reasonText(run.reason), 4, false,
                 ColorRole::Muted},
                {state, 1.6}},
               true);
  }
  writer.space(8);
  writeNotSeen(writer, audit);
  writeReference(writer, audit.reference);
  writeUnsigned(writer, audit.unsignedFiles);
  writeQuarantine(writer, audit.quarantine);
  const QStringList problems = words::problemSentences(audit);
  if (problems.isEmpty()) return;
  writer.space(8);
  writer.heading(Words::tr("Problems"), TextRole::CardHeading);
  for (const QString& problem : problems) writer.text(problem, TextRole::Small);
}

void writeDigests(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  writer.part();
  writer.heading(Words::tr("Digests, and how to check by hand"));
  writer.labelled(Words::tr("Results digest"), words::text(audit.resultsDigest.hex()), true);
  writer.labelled(Words::tr("Evidence root"), words::text(audit.evidence.root.hex()), true);
  writer.labelled(Words::tr("Plan digest"), words::text(audit.plan.digest().hex()), true);
  writer.labelled(Words::tr("Engine"), words::text(audit.engineVersion));
  writer.space(8);
  writer.heading(Words::tr("Who published"), TextRole::CardHeading);
  for (const PartyView& party : audit.evidence.parties) {
    writer.row(
        {{QStringLiteral("**%1**").arg(words::text(party.shownName())), 2},
         {words::roleWord(party.role), 1},
         {words::trustWord(party.trust), 2},
         {Words::tr("%Ln publications", nullptr, plural(party.publications)), 1.4, true}},
        true);
    if (!party.fingerprint.empty()) {
      writer.text(words::text(party.fingerprint), TextRole::Mono, ColorRole::Muted, 3);
    }
  }
  if (!audit.evidence.logs.empty()) {
    writer.space(8);
    writer.heading(Words::tr("Logs"), TextRole::CardHeading);
    for (const LogView& log : audit.evidence.logs) {
      writer.row({{words::text(log.origin), 3},
                  {Words::tr("size %1").arg(formatCount(static_cast<std::int64_t>(log.size))), 1},
                  {words::stateWord(log.state), 1}},
                 true);
      writer.text(words::text(log.root.hex()), TextRole::Mono, ColorRole::Muted, 3);
    }
  }
  writer.space(10);
  writer.keep([&] { writeByHand(writer); });
  writer.space(8);
  writer.text(words::evidenceLimits(), TextRole::Small, ColorRole::Muted);
}

}  // namespace

namespace sections {

extern constinit const Section method{
    .write = writeMethod, .isWanted = [](const ReportOptions& options) { return options.method; }};
extern constinit const Section digests{.write = writeDigests};

}  // namespace sections

}  // namespace plumbline
