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
     create<OverviewPage>, overviewBadge},
    {PageId::Evidence, Icon::Evidence, QT_TRANSLATE_NOOP("plumbline::Page", "Evidence"),
     create<EvidencePage>, evidenceBadge},
    {PageId::Records, Icon::Records, QT_TRANSLATE_NOOP("plumbline::Page", "Records"),
     create<RecordsPage>, recordsBadge},
    {PageId::Balance, Icon::Balance, QT_TRANSLATE_NOOP("plumbline::Page", "Balance"),
     create<BalancePage>, balanceBadge},
    {PageId::Scheduler, Icon::Scheduler, QT_TRANSLATE_NOOP("plumbline::Page", "Scheduler"),
     create<SchedulerPage>, schedulerBadge},
    {PageId::Findings, Icon::Findings, QT_TRANSLATE_NOOP("plumbline::Page", "Findings"),
     create<FindingsPage>, findingsBadge},
    {PageId::Report, Icon::Report, QT_TRANSLATE_NOOP("plumbline::Page", "Report"),
     create<ReportPage>, reportBadge},
};

}  // namespace

std::span<const PageEntry> pageRegistry() {
  return kPages;
}

QString titleOf(const PageEntry& entry) {
  return QCoreApplication::translate("plumbline::Page", entry.title);
}

}  // namespace plumbline
