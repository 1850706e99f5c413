// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page_registry.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/pages/audit_texts.h"
#include "ui/pages/balance_page.h"
#include "ui/pages/evidence_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/records_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/scheduler_page.h"
#include "ui/words/format.h"
#include "ui/words/scheduler_words.h"
#include "ui/words/standing_words.h"

namespace plumbline {

namespace {

template <class T>
Page* create(QWidget* parent) {
  return new T(parent);
}

PageBadge overviewBadge(const AuditResult& audit) {
  if (audit.claims.empty()) return {};  // nothing to judge is no state
  return {QString(), markOf(audit.decision())};
}

PageBadge evidenceBadge(const AuditResult& audit) {
  const auto& rows = audit.evidence.rows;
  const auto count = [&](CheckState state) {
    return std::count_if(rows.begin(), rows.end(),
                         [state](const EvidenceRow& row) { return row.state == state; });
  };
  const auto passed = count(CheckState::Passed);
  Mark mark = Mark::Passed;
  if (passed < static_cast<std::ptrdiff_t>(rows.size())) mark = Mark::CannotTell;
  if (count(CheckState::Failed) > 0) mark = Mark::Failed;
  return {QCoreApplication::translate("plumbline::Page", "%1 of %2").arg(passed).arg(rows.size()),
          mark};
}

PageBadge recordsBadge(const AuditResult& audit) {
  std::int64_t rows = 0;
  for (const std::int64_t count : audit.rowCounts) rows += count;
  const QString count = rows < 100'000 ? formatCount(rows)
                                       : QCoreApplication::translate("plumbline::Page", "%1 M")
                                             .arg(formatReal(static_cast<double>(rows) / 1e6, 1));
  return {count, audit.problems.empty() ? Mark::Passed : Mark::Conflict};
}

PageBadge balanceBadge(const AuditResult& audit) {
  const Balance& balance = audit.balance;
  // What rests on keys nobody named, or on a time with gaps, accuses nobody.
  const bool open = std::any_of(
      audit.claims.begin(), audit.claims.end(),
      [](const ClaimVerdict& claim) { return claim.isOpen() || !claim.missing.empty(); });
  if (!balance.applicable || open) return {QString(), Mark::CannotTell};
  const bool beyond = balance.muf.abs() > balance.mufUncertainty;
  return {QString(), beyond ? Mark::Contradiction : Mark::Passed};
}

PageBadge schedulerBadge(const AuditResult& audit) {
  const bool said = !words::jobsSentence(audit.standing).isEmpty();
  if (!audit.scheduler.applicable || said) return {QString(), Mark::CannotTell};
  return {QString(), schedulerStandsOut(audit.scheduler) ? Mark::Look : Mark::Passed};
}

PageBadge findingsBadge(const AuditResult& audit) {
  const auto count = static_cast<std::int64_t>(audit.findings.size());
  // Sorted by severity, so the first one is the gravest.
  return {formatCount(count), count == 0 ? Mark::None : markOf(audit.findings.front().severity)};
}

PageBadge reportBadge(const AuditResult& audit) {
  const bool anySigned =
      std::any_of(audit.signOffs.begin(), audit.signOffs.end(),
                  [](const SignOff& signOff) { return signOff.signatureGood && signOff.current; });
  return {anySigned ? QCoreApplication::translate("plumbline::Page", "signed")
                    : QCoreApplication::translate("plumbline::Page", "draft"),
          Mark::None};
}

constexpr PageEntry kPages[] = {
    {PageId::Overview, Icon::Overview, QT_TRANSLATE_NOOP("plumbline::Page", "Overview"),
     QT_TRANSLATE_NOOP("plumbline::Page",
                       "Is the claim true? The block at the top gives one of three answers and "
                       "the reason. Below it: what was claimed and what others confirmed, on "
                       "one scale; what the signatures show; the weightiest findings; and the "
                       "mass nobody signed for, month by month."),
     create<OverviewPage>, overviewBadge},
    {PageId::Evidence, Icon::Evidence, QT_TRANSLATE_NOOP("plumbline::Page", "Evidence"),
     QT_TRANSLATE_NOOP("plumbline::Page",
                       "Who said it, and has it changed since? Five questions, each answered on "
                       "its own. The timeline shows what was published when. The digits of a "
                       "key are for reading aloud with its owner."),
     create<EvidencePage>, evidenceBadge},
    {PageId::Records, Icon::Records, QT_TRANSLATE_NOOP("plumbline::Page", "Records"),
     QT_TRANSLATE_NOOP("plumbline::Page",
                       "The rows themselves, as they were published. Every row can be traced to "
                       "the bytes that were signed."),
     create<RecordsPage>, recordsBadge},
    {PageId::Balance, Icon::Balance, QT_TRANSLATE_NOOP("plumbline::Page", "Balance"),
     QT_TRANSLATE_NOOP("plumbline::Page",
                       "Does what came in also come out? Masses with their uncertainty, month "
                       "by month and added up."),
     create<BalancePage>, balanceBadge},
    {PageId::Scheduler, Icon::Scheduler, QT_TRANSLATE_NOOP("plumbline::Page", "Scheduler"),
     QT_TRANSLATE_NOOP("plumbline::Page",
                       "Do community jobs wait longer than commercial jobs of the same kind? A "
                       "statistic, so at most a place to look."),
     create<SchedulerPage>, schedulerBadge},
    {PageId::Findings, Icon::Findings, QT_TRANSLATE_NOOP("plumbline::Page", "Findings"),
     QT_TRANSLATE_NOOP("plumbline::Page",
                       "What the checks found, contradictions first. Each finding gives the "
                       "numbers, the rule, both sides, harmless causes, and what would settle "
                       "it."),
     create<FindingsPage>, findingsBadge},
    {PageId::Report, Icon::Report, QT_TRANSLATE_NOOP("plumbline::Page", "Report"),
     QT_TRANSLATE_NOOP("plumbline::Page",
                       "The audit as pages to print, as tables and as an audit file for others "
                       "to check."),
     create<ReportPage>, reportBadge},
};

}  // namespace

std::span<const PageEntry> pageRegistry() {
  return kPages;
}

QString titleOf(const PageEntry& entry) {
  return QCoreApplication::translate("plumbline::Page", entry.title);
}

QString helpOf(PageId id) {
  for (const PageEntry& entry : kPages) {
    if (entry.id == id) return QCoreApplication::translate("plumbline::Page", entry.help);
  }
  return {};
}

}  // namespace plumbline
