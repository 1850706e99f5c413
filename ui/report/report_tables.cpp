// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_tables.h"

#include <filesystem>

#include <QStringList>

#include "model/balance/contributions.h"
#include "model/records/csv_field.h"
#include "model/store/new_file.h"
#include "model/store/safe_file.h"

#include "ui/words/finding_words.h"
#include "ui/words/from_std.h"

namespace plumbline {

namespace {

QString kg(Mass mass) {
  return QString::fromStdString(mass.kilogramText());
}

QString real(double value) {
  return QString::number(value, 'g', 10);
}

/// Rows of one file; the first is its header.
class Csv {
 public:
  explicit Csv(const QStringList& header) { row(header); }
  void row(const QStringList& cells) { m_bytes += csvLineForPeople(cells); }
  [[nodiscard]] QByteArray bytes() const { return m_bytes; }

 private:
  QByteArray m_bytes;
};

QByteArray findingsCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("id"), QStringLiteral("rule"), QStringLiteral("severity"),
           QStringLiteral("amount_kg"), QStringLiteral("uncertainty_kg"), QStringLiteral("time"),
           QStringLiteral("records"), QStringLiteral("rows"), QStringLiteral("sentence")});
  for (const Finding& finding : audit.findings) {
    QStringList records;
    for (const RecordRef& record : finding.records) {
      records << QStringLiteral("%1/%2/%3")
                     .arg(fromStd(record.party), fromStd(tableInfo(record.table).name),
                          fromStd(record.id));
    }
    const bool timed = finding.time.inMilliseconds() != 0;
    csv.row({fromStd(finding.id), fromStd(finding.rule), fromStd(toText(finding.severity)),
             kg(finding.amount), kg(finding.uncertainty),
             timed ? fromStd(finding.time.text()) : QString(), records.join(QLatin1Char(' ')),
             QString::number(finding.rowCount), words::sentence(finding)});
  }
  return csv.bytes();
}

QByteArray monthsCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("month"), QStringLiteral("opening_kg"), QStringLiteral("intake_kg"),
           QStringLiteral("closing_kg"), QStringLiteral("losses_kg"), QStringLiteral("claimed_kg"),
           QStringLiteral("confirmed_kg"), QStringLiteral("other_out_kg"),
           QStringLiteral("received_as_residue_kg"), QStringLiteral("without_receipt_kg"),
           QStringLiteral("pending_kg"), QStringLiteral("muf_kg"),
           QStringLiteral("muf_uncertainty_kg"), QStringLiteral("cumuf_kg"),
           QStringLiteral("cumuf_uncertainty_kg")});
  for (const BalanceMonth& m : audit.balance.months) {
    QStringList cells{fromStd(m.month.text())};
    for (const Mass mass : {m.opening, m.intake, m.closing, m.losses, m.claimed, m.confirmed,
                            m.otherOut, m.receivedAsResidue, m.withoutReceipt, m.pending, m.muf,
                            m.mufUncertainty, m.cumuf, m.cumufUncertainty}) {
      cells << kg(mass);
    }
    csv.row(cells);
  }
  return csv.bytes();
}

QByteArray outcomesCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("outcome"), QStringLiteral("plant_says_kg"), QStringLiteral("found_kg"),
           QStringLiteral("uncertainty_kg")});
  for (const BalanceOutcome& outcome : audit.balance.outcomes) {
    csv.row(
        {fromStd(outcome.key), kg(outcome.plantSays), kg(outcome.found), kg(outcome.uncertainty)});
  }
  return csv.bytes();
}

QByteArray contributionsCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("kind"), QStringLiteral("party"), QStringLiteral("name"),
           QStringLiteral("detail"), QStringLiteral("stated"), QStringLiteral("count"),
           QStringLiteral("uncertainty_kg"), QStringLiteral("muf_uncertainty_without_kg"),
           QStringLiteral("share_ppm")});
  for (const BalanceContribution& part : audit.balance.contributions) {
    csv.row({fromStd(toText(part.kind)), fromStd(part.party), fromStd(part.name),
             fromStd(part.detail), part.stated ? QStringLiteral("true") : QStringLiteral("false"),
             QString::number(part.count), kg(part.uncertainty), kg(part.without),
             QString::number(part.sharePpm)});
  }
  return csv.bytes();
}

QByteArray networkNodesCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("node"), QStringLiteral("kind"), QStringLiteral("party"),
           QStringLiteral("material"), QStringLiteral("received_as"), QStringLiteral("disagree"),
           QStringLiteral("in_kg"), QStringLiteral("out_kg"), QStringLiteral("missing_kg"),
           QStringLiteral("uncertainty_kg")});
  int index = 0;
  for (const NetworkNode& node : audit.network.nodes) {
    csv.row({QString::number(index++), fromStd(toText(node.kind)), fromStd(node.party),
             fromStd(node.material), fromStd(node.receivedAs),
             node.disagree ? QStringLiteral("true") : QStringLiteral("false"), kg(node.in),
             kg(node.out), kg(node.missing), kg(node.uncertainty)});
  }
  return csv.bytes();
}

QByteArray networkFiguresCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("kind"), QStringLiteral("from_node"), QStringLiteral("to_node"),
           QStringLiteral("loads"), QStringLiteral("recorded_kg"), QStringLiteral("uncertainty_kg"),
           QStringLiteral("reconciled_kg"), QStringLiteral("reconciled_uncertainty_kg"),
           QStringLiteral("detectable_kg")});
  const auto node = [](int index) { return index < 0 ? QString() : QString::number(index); };
  for (const NetworkFigure& figure : audit.network.figures) {
    csv.row({fromStd(toText(figure.kind)), node(figure.from), node(figure.to),
             QString::number(figure.loads), kg(figure.value), kg(figure.uncertainty),
             kg(figure.reconciled), kg(figure.reconciledUncertainty),
             figure.checked ? kg(figure.detectable) : QString()});
  }
  return csv.bytes();
}

QByteArray claimsCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("id"),
           QStringLiteral("party"),
           QStringLiteral("metric"),
           QStringLiteral("start"),
           QStringLiteral("end"),
           QStringLiteral("value"),
           QStringLiteral("unit"),
           QStringLiteral("claimed_kg"),
           QStringLiteral("confirmed_kg"),
           QStringLiteral("upper_bound_kg"),
           QStringLiteral("received_as_residue_kg"),
           QStringLiteral("without_receipt_kg"),
           QStringLiteral("other_mass_kg"),
           QStringLiteral("other_operation_kg"),
           QStringLiteral("pending_kg"),
           QStringLiteral("refused_kg"),
           QStringLiteral("not_judged_kg"),
           QStringLiteral("no_load_kg"),
           QStringLiteral("unaccounted_kg"),
           QStringLiteral("uncertainty_kg"),
           QStringLiteral("decision")});
  for (const ClaimVerdict& c : audit.claims) {
    csv.row({fromStd(c.id),
             fromStd(c.party),
             fromStd(c.metric),
             fromStd(c.start.text()),
             fromStd(c.end.text()),
             QString::fromStdString(formatFixed(c.valueMicro, 6)),
             fromStd(c.unit),
             kg(c.claimed),
             kg(c.confirmed),
             kg(c.upperBound),
             kg(c.receivedAsResidue),
             kg(c.withoutReceipt),
             kg(c.parts[ClaimPart::OtherMass]),
             kg(c.parts[ClaimPart::OtherOperation]),
             kg(c.parts[ClaimPart::Pending]),
             kg(c.parts[ClaimPart::Refused]),
             kg(c.parts[ClaimPart::NotJudged]),
             kg(c.parts[ClaimPart::NoLoad]),
             c.isUnaccountedKnown() ? kg(c.unaccounted) : QString(),
             c.isUnaccountedKnown() ? kg(c.expandedUncertainty) : QString(),
             fromStd(toText(c.decision))});
  }
  return csv.bytes();
}

QByteArray waitingCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("part"), QStringLiteral("group"), QStringLiteral("days"),
           QStringLiteral("waiting"), QStringLiteral("low"), QStringLiteral("high")});
  for (const WaitingPart& part : audit.scheduler.parts) {
    for (const WaitingCurve* curve : {&part.community, &part.commercial}) {
      for (const SurvivalStep& step : curve->steps) {
        csv.row({fromStd(part.key), fromStd(curve->group), real(step.days), real(step.waiting),
                 real(step.low), real(step.high)});
      }
    }
  }
  return csv.bytes();
}

QByteArray checksCsv(const AuditResult& audit) {
  Csv csv({QStringLiteral("rule"), QStringLiteral("state"), QStringLiteral("reason"),
           QStringLiteral("source")});
  for (const CheckRun& run : audit.checks) {
    csv.row({fromStd(run.rule), fromStd(toText(run.state)), fromStd(run.reason),
             words::ruleSource(run.rule)});
  }
  return csv.bytes();
}

QByteArray readme(const AuditResult& audit) {
  return QStringLiteral(
             "%1\nResults digest: %2\nPlan digest: %3\nEngine: %4\n\n"
             "Names end in their unit: _kg kilograms, exact. Times are UTC. Uncertainties are\n"
             "expanded with k = %5. waiting.csv: share of jobs still waiting after so many days\n"
             "(Kaplan-Meier, 95 % limits by Greenwood, log-log). An empty field was not known.\n"
             "balance_contributions.csv: what makes the uncertainty of muf; share_ppm is the part\n"
             "of its variance, a million in all; stated false: a default stands in.\n"
             "network_nodes.csv, network_figures.csv: all figures as one network; a figure flows\n"
             "from a node to a node, an empty one is outside; reconciled: the best fit with the\n"
             "likeliest errors granted; detectable empty: nothing checks the figure.\n"
             "An apostrophe stands before a text that a spreadsheet would compute.\n")
      .arg(fromStd(audit.title), fromStd(audit.resultsDigest.hex()),
           fromStd(audit.plan.digest().hex()), fromStd(audit.engineVersion),
           QString::fromStdString(formatFixed(audit.plan.coverageFactorMilli, 3)))
      .toUtf8();
}

using TableFile = std::pair<const char*, QByteArray (*)(const AuditResult&)>;
constexpr TableFile tables[] = {{"findings.csv", findingsCsv},
                                {"claims.csv", claimsCsv},
                                {"balance_months.csv", monthsCsv},
                                {"balance_outcomes.csv", outcomesCsv},
                                {"balance_contributions.csv", contributionsCsv},
                                {"network_nodes.csv", networkNodesCsv},
                                {"network_figures.csv", networkFiguresCsv},
                                {"waiting.csv", waitingCsv},
                                {"checks.csv", checksCsv},
                                {"README.txt", readme}};

}  // namespace

Result<void> writeTables(const AuditResult& audit, const QString& folder) {
  const std::filesystem::path place(folder.toStdU16String());
  std::error_code failed;
  std::filesystem::create_directories(place, failed);
  if (failed) {
    return Error{
        ErrorCode::Io, "the folder cannot be made: " + failed.message(), {folder.toStdString()}};
  }
  // None is written where one of them may not be.
  for (const auto& [name, table] : tables) PLUMBLINE_CHECK(checkOutput(place / name));
  for (const auto& [name, table] : tables) {
    const QByteArray bytes = table(audit);
    PLUMBLINE_CHECK(
        saveFile(place / name, {bytes.constData(), static_cast<std::size_t>(bytes.size())}));
  }
  return {};
}

}  // namespace plumbline
