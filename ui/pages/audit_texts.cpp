// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit_texts.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/theme/labels.h"
#include "ui/words/evidence_words.h"
#include "ui/words/finding_words.h"
#include "ui/words/verdict_words.h"

namespace plumbline {

namespace {

constexpr qsizetype mostChangesFirst = 2;

}  // namespace

VerdictText verdictText(const ClaimVerdict& claim) {
  VerdictText text;
  text.mark = markOf(claim.decision);
  text.word = words::verdictWithPeriod(claim);
  if (claim.wouldBe) text.wouldBe = markOf(*claim.wouldBe);
  text.onWord = !claim.onWordOf.empty();
  text.sentence = SentenceLabel::fromHtml(words::shortSentence(claim, words::Markup::Html));
  // The first reason settles a contradiction or a support; what cannot be told has several.
  const QStringList reasons = words::why(claim);
  text.why =
      claim.decision == Decision::CannotTell ? reasons.join(QLatin1Char(' ')) : reasons.value(0);
  // While it waits for keys nothing else comes first.
  const QStringList changes = words::whatWouldChange(claim);
  text.wouldChange =
      (claim.wouldBe ? changes.mid(0, mostChangesFirst) : changes).join(QLatin1Char(' '));
  return text;
}

VerdictText noClaimText() {
  ClaimVerdict none;
  none.metric = "none";
  VerdictText text;
  text.mark = Mark::None;
  text.word = words::verdictWithPeriod(none);
  text.sentence = words::sentence(none);
  text.why =
      QCoreApplication::translate("plumbline::OverviewPage",
                                  "No record of the kind “claim” is here, and no shipment of "
                                  "useful material.");
  text.wouldChange = QCoreApplication::translate("plumbline::OverviewPage",
                                                 "A claim the plant published, its shipments, or "
                                                 "a claim that you enter with its source.");
  return text;
}

EvidenceText evidenceText(const EvidenceRow& row) {
  return {markOf(row.state),    words::questionTitle(row.question),
          words::asOf(row),     words::stateWord(row.state),
          words::sentence(row), words::nextStep(row)};
}

std::vector<FindingGroup> groupFindings(const AuditResult& audit) {
  std::vector<FindingGroup> groups;
  for (const Finding& finding : audit.findings) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const FindingGroup& known) {
      return known.rule == finding.rule && known.severity == finding.severity;
    });
    if (group == groups.end()) {
      groups.push_back({finding.rule, finding.severity, {}, {}, {}, 0});
      group = groups.end() - 1;
    }
    group->findings.push_back(&finding);
    group->amount += finding.amount;
    group->uncertainty = group->findings.size() == 1 ? finding.uncertainty : Mass();
    group->rows += finding.rowCount;
  }
  std::stable_sort(groups.begin(), groups.end(), [](const FindingGroup& a, const FindingGroup& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.amount > b.amount;
  });
  return groups;
}

QString groupSentence(const FindingGroup& group) {
  return words::groupSentence(*group.findings.front(), static_cast<std::int64_t>(group.findings.size()));
}

}  // namespace plumbline
