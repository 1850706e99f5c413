// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QCoreApplication>

#include "ui/charts/claim_picture.h"
#include "ui/charts/severity_marks.h"
#include "ui/report/report_pages.h"
#include "ui/words/balance_words.h"
#include "ui/words/evidence_words.h"
#include "ui/words/finding_text.h"
#include "ui/words/format.h"
#include "ui/words/verdict_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

QString fromStd(const std::string& text) {
  return QString::fromStdString(text);
}

QString verdictHeading(const ClaimVerdict& claim, bool any) {
  if (!any) return Words::tr("There is no claim to judge");
  const QString what = words::claimText(claim);
  switch (claim.decision) {
    case Decision::Supported:
      return Words::tr("The claim of %1 is supported").arg(what);
    case Decision::Contradicted:
      return Words::tr("The claim of %1 is contradicted").arg(what);
    case Decision::CannotTell:
      break;
  }
  return Words::tr("Whether the claim of %1 holds cannot be told").arg(what);
}

QString signOffText(const AuditResult& audit) {
  QStringList names;
  for (const SignOff& sign : audit.signOffs) {
    if (sign.signatureGood && sign.current) names << fromStd(sign.name);
  }
  return names.isEmpty() ? Words::tr("nobody yet, this is a draft")
                         : names.join(QStringLiteral(", "));
}

struct Kind {
  const Finding* first = nullptr;
  std::int64_t count = 0;
  Mass amount;
};

/// The kinds of findings in the order of their gravest finding.
std::vector<Kind> kindsOf(const AuditResult& audit) {
  std::vector<Kind> kinds;
  std::map<std::string, std::size_t> known;
  for (const Finding& finding : audit.findings) {
    const auto [entry, fresh] = known.emplace(finding.rule, kinds.size());
    if (fresh) kinds.push_back({&finding, 0, {}});
    Kind& kind = kinds[entry->second];
    ++kind.count;
    kind.amount += finding.amount;
  }
  return kinds;
}

}  // namespace

void writeCover(Writer& writer, const AuditResult& audit) {
  const ClaimVerdict claim = audit.overall();
  writer.brand(Words::tr("Plumbline audit"));
  QString plant = fromStd(audit.title);
  if (!audit.subtitle.empty()) {
    plant = Words::tr("%1, operated by %2").arg(plant, fromStd(audit.subtitle));
  }
  writer.text(plant);
  writer.text(formatPeriod(audit.start, audit.end));
  writer.space(14);
  writer.heading(verdictHeading(claim, !audit.claims.empty()), TextRole::Verdict);
  writer.space(4);
  writer.text(words::starred(words::sentence(claim, words::Markup::Html)), TextRole::Panel);
  writer.space(24);
  writer.line();
  writer.space(6);
  writer.labelled(Words::tr("Signed off by"), signOffText(audit));
  const std::string digest = audit.resultsDigest.hex();
  writer.labelled(
      Words::tr("Results digest"),
      shortDigest(digest.substr(0, 32), 8) + QLatin1Char('\n') + shortDigest(digest.substr(32), 8),
      true);
  writer.labelled(Words::tr("Evidence"), Words::tr("%1 files, %2 of them signed, %3 parties")
                                             .arg(formatCount(audit.evidence.files),
                                                  formatCount(audit.evidence.signedFiles))
                                             .arg(audit.evidence.parties.size()));
  writer.labelled(Words::tr("Engine"), fromStd(audit.engineVersion));
  writer.footnote(
      Words::tr("Every number can be recomputed from the audit file; the last page "
                "shows how, with ordinary tools."));
}

void writeSummary(Writer& writer, const AuditResult& audit) {
  writer.part();
  const ClaimVerdict claim = audit.overall();
  writer.heading(Words::tr("In one page"));
  writer.text(words::starred(words::sentence(claim, words::Markup::Html)));
  writer.space(10);
  Picture picture;
  picture.title = Words::tr("Claimed and confirmed");
  QStringList rows;
  for (const ClaimRow& row : claimRows(claim)) {
    rows << QStringLiteral("%1: %2").arg(row.name, row.value);
  }
  picture.summary = rows.join(QStringLiteral("; "));
  picture.height = [claim](qreal width, const PaintStyle& style) {
    return claimPictureHeight(width, claim, style);
  };
  picture.paint = [claim](QPainter* painter, const QRectF& box, const PaintStyle& style) {
    paintClaimPicture(painter, box, claim, style);
  };
  writer.picture(picture);
  writer.space(10);
  writer.heading(Words::tr("What was found"), TextRole::CardHeading);
  constexpr std::size_t kMostKinds = 8;
  const std::vector<Kind> kinds = kindsOf(audit);
  for (std::size_t i = 0; i < std::min(kMostKinds, kinds.size()); ++i) {
    const Kind& kind = kinds[i];
    writer.markedRow(markOf(kind.first->severity),
                     {{words::groupSentence(kind.first->rule, kind.count), 7},
                      {QStringLiteral("**%1**").arg(words::listAmount(
                           kind.amount, kind.count == 1 ? kind.first->uncertainty : Mass())),
                       2, true}});
  }
  if (kinds.empty()) writer.text(Words::tr("No findings."));
  writer.space(8);
  writer.heading(Words::tr("What the signatures show"), TextRole::CardHeading);
  for (const EvidenceRow& row : audit.evidence.rows) {
    writer.markedRow(markOf(row.state),
                     {{QStringLiteral("**%1**").arg(words::questionTitle(row.question)), 2.2},
                      {words::sentence(row), 6},
                      {words::stateWord(row.state), 1.4, true}});
  }
  writer.text(words::evidenceLimits(), TextRole::Small, ColorRole::Muted);
  writer.space(8);
  writeNotSeen(writer, audit);
}

void writeNotSeen(Writer& writer, const AuditResult& audit) {
  writer.keep([&] {
    writer.heading(Words::tr("What could not be seen"), TextRole::CardHeading);
    const QStringList blind = notSeen(audit);
    for (const QString& sentence : blind) writer.text(sentence);
  });
}

QStringList notSeen(const AuditResult& audit) {
  QStringList sentences;
  sentences << (audit.balance.applicable ? balanceCouldNotSee(audit.balance)
                                         : balanceWhyNot(audit.balance));
  for (const CheckRun& run : audit.checks) {
    if (run.state != CheckState::CannotTell) continue;
    sentences << Words::tr("%1: %2").arg(words::ruleTitle(run.rule), words::reasonText(run.reason));
  }
  return sentences;
}

}  // namespace plumbline
