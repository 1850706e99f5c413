// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QCoreApplication>

#include "ui/charts/severity_marks.h"
#include "ui/figures/claim_picture.h"
#include "ui/report/report_pages.h"
#include "ui/report/section_list.h"
#include "ui/words/balance_words.h"
#include "ui/words/claim_part_words.h"
#include "ui/words/evidence_words.h"
#include "ui/words/finding_text.h"
#include "ui/words/finding_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/standing_words.h"
#include "ui/words/verdict_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Report)
};

Picture claimPicture(const ClaimVerdict& claim) {
  Picture picture;
  picture.title = claimPictureTitle(claim);
  QStringList rows;
  for (const ClaimRow& row : claimRows(claim)) {
    rows << spoken(row);
  }
  picture.summary = words::listedApart(rows);
  picture.height = [claim](qreal width, const PaintStyle& style) {
    return claimPictureHeight(width, claim, style);
  };
  picture.paint = [claim](QPainter* painter, const QRectF& box, const PaintStyle& style) {
    paintClaimPicture(painter, box, claim, style);
  };
  return picture;
}

QString signOffText(const AuditResult& audit) {
  QStringList names;
  for (const SignOff& sign : audit.signOffs) {
    if (sign.signatureGood && sign.current) names << words::text(sign.name);
  }
  return names.isEmpty() ? Words::tr("nobody yet, this is a draft") : words::listed(names);
}

QString evidenceCounts(const EvidenceReport& evidence) {
  return Words::tr("%1, %2 of them signed, %3")
      .arg(Words::tr("%Ln files", nullptr, plural(evidence.files)),
           formatCount(evidence.signedFiles),
           Words::tr("%Ln parties", nullptr,
                     plural(static_cast<std::int64_t>(evidence.parties.size()))));
}

struct Kind {
  const Finding* first = nullptr;
  std::int64_t count = 0;
  Mass amount;
};

/// A figure of the balance with its time: another time has another figure.
QString sentenceOf(const Kind& kind) {
  const QString sentence = words::groupSentence(*kind.first, kind.count);
  const QString period = kind.count == 1 ? words::periodOf(*kind.first) : QString();
  return period.isEmpty() ? sentence : Words::tr("%1, %2").arg(sentence, period);
}

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

ClaimVerdict noClaim() {
  ClaimVerdict none;
  none.metric = "none";
  return none;
}

bool isStated(const AuditResult& audit) {
  return !audit.claims.empty() && audit.claims.front().isOpen();
}

/// Each claim by itself; there is no verdict over several.
void writeVerdicts(Writer& writer, const AuditResult& audit) {
  std::vector<ClaimVerdict> claims = audit.claims;
  if (claims.empty()) claims.push_back(noClaim());
  for (const ClaimVerdict& claim : claims) {
    writer.keep([&] {
      writer.heading(words::verdictWithPeriod(claim),
                     claims.size() == 1 ? TextRole::Verdict : TextRole::PageTitle);
      writer.space(4);
      writer.text(words::starred(words::sentence(claim, words::Markup::Html)), TextRole::Panel);
    });
    writer.space(10);
  }
}

void writeClaims(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  if (audit.claims.empty()) return;
  writer.part();
  writer.heading(Words::tr("Where the claimed mass went"));
  for (const ClaimVerdict& claim : audit.claims) {
    writer.keep([&] {
      writer.heading(claimPictureTitle(claim), TextRole::CardHeading);
      writer.text(QStringLiteral("**%1:** %2")
                      .arg(words::decisionWord(claim), words::claimName(claim)));
      writer.text(words::why(claim).join(QLatin1Char(' ')));
      writer.picture(claimPicture(claim));
    });
    writer.space(10);
  }
}

void writeCover(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  writer.brand(Words::tr("Plumbline audit"));
  QString plant = words::text(audit.title);
  if (!audit.subtitle.empty()) {
    plant = Words::tr("%1, operated by %2").arg(plant, words::text(audit.subtitle));
  }
  writer.text(plant);
  writer.text(formatPeriod(audit.start, audit.end));
  writer.space(14);
  writeVerdicts(writer, audit);
  for (const QString& whose : {words::wordSentence(audit), words::statedSentence(audit)}) {
    if (!whose.isEmpty()) writer.text(whose);
  }
  writer.space(24);
  writer.line();
  writer.space(6);
  writer.labelled(Words::tr("Signed off by"), signOffText(audit));
  const std::string digest = audit.resultsDigest.hex();
  writer.labelled(
      Words::tr("Results digest"),
      shortDigest(digest.substr(0, 32), 8) + QLatin1Char('\n') + shortDigest(digest.substr(32), 8),
      true);
  writer.labelled(Words::tr("Evidence"), evidenceCounts(audit.evidence));
  writer.labelled(Words::tr("Engine"), words::text(audit.engineVersion));
  writer.footnote(
      Words::tr("Every number can be recomputed from the audit file; the last page "
                "shows how, with ordinary tools."));
}

void writeSummary(Writer& writer, const AuditResult& audit, const ReportOptions&) {
  writer.part();
  writer.heading(Words::tr("In one page"));
  writer.header(
      {{Words::tr("Verdict"), 4},
       {Words::tr("Claim"), 4},
       {Words::tr("Claimed"), 2.4, true},
       {isStated(audit) ? Words::tr("Receivers state") : Words::tr("Confirmed"), 2.4, true}});
  for (const ClaimVerdict& claim : audit.claims) {
    writer.markedRow(markOf(claim.decision),
                     {{QStringLiteral("**%1**").arg(words::verdictWithPeriod(claim)), 4},
                      {words::claimName(claim), 4},
                      {words::partsSum(claim), 2.4, true},
                      {words::partLines(claim).front().kilograms, 2.4, true}});
  }
  if (audit.claims.empty()) writer.text(words::sentence(noClaim()));
  writer.space(10);
  writer.heading(Words::tr("What was found"), TextRole::CardHeading);
  constexpr std::size_t kMostKinds = 8;
  const std::vector<Kind> kinds = kindsOf(audit);
  for (std::size_t i = 0; i < std::min(kMostKinds, kinds.size()); ++i) {
    const Kind& kind = kinds[i];
    writer.markedRow(markOf(kind.first->severity),
                     {{sentenceOf(kind), 7},
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

}  // namespace

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

namespace sections {

extern constinit const Section cover{.write = writeCover};
extern constinit const Section summary{.write = writeSummary};
extern constinit const Section claims{.write = writeClaims};

}  // namespace sections

}  // namespace plumbline
