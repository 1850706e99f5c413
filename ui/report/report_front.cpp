// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QCoreApplication>
#include <QPainter>

#include "ui/charts/claim_picture.h"
#include "ui/charts/severity_marks.h"
#include "ui/report/report_pages.h"
#include "ui/words/balance_words.h"
#include "ui/words/evidence_words.h"
#include "ui/words/finding_text.h"
#include "ui/words/numbers.h"
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

void paintPlumbLine(QPainter* painter, const QPointF& at, const QColor& ink) {
  constexpr qreal u = paper::perPoint;
  painter->setPen(QPen(ink, 1.3 * u));
  painter->drawLine(at, at + QPointF(14 * u, 0));
  painter->drawLine(at + QPointF(7 * u, 0), at + QPointF(7 * u, 11 * u));
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  painter->drawPolygon(QPolygonF({at + QPointF(3.5 * u, 11 * u), at + QPointF(10.5 * u, 11 * u),
                                  at + QPointF(7 * u, 18 * u)}));
  painter->setBrush(Qt::NoBrush);
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

void writeMarked(Writer& writer, Mark mark, const std::vector<Cell>& cells) {
  const qreal side = 9 * paper::perPoint;
  std::vector<Cell> all{{QString(), 0.4}};
  all.insert(all.end(), cells.begin(), cells.end());
  writer.need(18 * paper::perPoint);
  const qreal y = writer.y();
  writer.row(all);
  const QRectF box(paper::side, y + 4 * paper::perPoint, side, side);
  writer.step([box, mark](QPainter* painter) {
    paintMark(painter, box, mark, Roles::of(ThemeKind::Light));
  });
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
  const PaintStyle style = writer.style();
  writer.step([style](QPainter* painter) {
    const QPointF at(paper::side, 64 * paper::perPoint);
    paintPlumbLine(painter, at, style.color(ColorRole::Text));
    painter->setFont(style.font(TextRole::CardHeading));
    painter->setPen(style.color(ColorRole::Text));
    painter->drawText(at + QPointF(24 * paper::perPoint, 13 * paper::perPoint),
                      Words::tr("Plumbline audit"));
  });
  writer.setY(200 * paper::perPoint);
  QString plant = fromStd(audit.title);
  if (!audit.subtitle.empty()) {
    plant = Words::tr("%1, operated by %2").arg(plant, fromStd(audit.subtitle));
  }
  writer.text(plant);
  writer.text(formatPeriod(audit.start, audit.end));
  writer.space(14);
  writer.text(verdictHeading(claim, !audit.claims.empty()), TextRole::Verdict);
  writer.space(10);
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
  writer.setY(760 * paper::perPoint);
  writer.text(Words::tr("Every number can be recomputed from the audit file; the last page shows "
                        "how, with ordinary tools."),
              TextRole::Small, ColorRole::Muted);
}

void writeSummary(Writer& writer, const AuditResult& audit) {
  writer.newPage();
  const ClaimVerdict claim = audit.overall();
  const PaintStyle style = writer.style();
  writer.heading(Words::tr("In one page"));
  writer.text(words::starred(words::sentence(claim, words::Markup::Html)));
  writer.space(10);
  writer.picture(claimPictureHeight(paper::textWidth, claim, style),
                 [claim, style](QPainter* painter, const QRectF& box) {
                   paintClaimPicture(painter, box, claim, style);
                 });
  writer.space(10);
  writer.heading(Words::tr("What was found"), TextRole::CardHeading);
  constexpr std::size_t kMostKinds = 8;
  const std::vector<Kind> kinds = kindsOf(audit);
  for (std::size_t i = 0; i < std::min(kMostKinds, kinds.size()); ++i) {
    const Kind& kind = kinds[i];
    writeMarked(writer, markOf(kind.first->severity),
                {{words::groupSentence(kind.first->rule, kind.count), 7},
                 {QStringLiteral("**%1**").arg(words::listAmount(
                      kind.amount, kind.count == 1 ? kind.first->uncertainty : Mass())),
                  2, true}});
  }
  if (kinds.empty()) writer.text(Words::tr("No findings."));
  writer.space(8);
  writer.heading(Words::tr("What the signatures show"), TextRole::CardHeading);
  for (const EvidenceRow& row : audit.evidence.rows) {
    writeMarked(writer, markOf(row.state),
                {{QStringLiteral("**%1**").arg(words::questionTitle(row.question)), 2.2},
                 {words::sentence(row), 6},
                 {words::stateWord(row.state), 1.4, true}});
  }
  writer.text(words::evidenceLimits(), TextRole::Small, ColorRole::Muted);
  writer.space(8);
  writer.heading(Words::tr("What could not be seen"), TextRole::CardHeading);
  const QStringList blind = notSeen(audit);
  for (const QString& sentence : blind) writer.text(sentence);
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
