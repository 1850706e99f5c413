// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/scheduler_words.h"

#include <QCoreApplication>

#include "ui/words/format.h"

#include "model/records/visible_text.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Scheduler)
};

}  // namespace

bool schedulerStandsOut(const SchedulerAudit& audit) {
  const bool away = audit.soonerLowPermille > 1000 || audit.soonerHighPermille < 1000;
  return audit.applicable && away && audit.jumpCount > 0 && audit.pPpm < audit.alphaPpm;
}

QString schedulerSentence(const SchedulerAudit& audit) {
  const QString interval =
      QStringLiteral("95 %: %1–%2")
          .arg(formatFactor(audit.soonerLowPermille), formatFactor(audit.soonerHighPermille));
  if (!schedulerStandsOut(audit)) {
    return Words::tr(
               "Commercial and community jobs of like size and urgency are "
               "started alike, as far as can be seen: **%1 times** as soon (%2).")
        .arg(formatFactor(audit.soonerPermille), interval);
  }
  if (audit.soonerPermille >= 1000) {
    return Words::tr(
               "A commercial job is started **%1 times** as soon (%2) as a "
               "community job of like size and urgency.")
        .arg(formatFactor(audit.soonerPermille), interval);
  }
  const std::int64_t other = audit.soonerPermille > 0 ? 1'000'000 / audit.soonerPermille : 0;
  return Words::tr(
             "A community job is started **%1 times** as soon as a commercial "
             "job of like size and urgency.")
      .arg(formatFactor(other));
}

QString schedulerNote(const SchedulerAudit& audit) {
  const QString start = schedulerStandsOut(audit)
                            ? Words::tr("Look here: unusual, not an accusation.")
                            : Words::tr(
                                  "A lead of commercial jobs in less than %1 of like pairs would "
                                  "have been missed more than once in 20 times.")
                                  .arg(words::percent(Ppm{audit.detectablePermille * 1000}));
  return start + QLatin1Char(' ') +
         Words::tr(
             "%Ln jobs were started while older jobs, at least as urgent and on the same "
             "line, still waited.",
             nullptr, plural(audit.jumpCount));
}

QString schedulerWhyNot(const SchedulerAudit& audit) {
  if (audit.whyNot == "no_jobs") {
    return Words::tr("Waiting times cannot be compared: the plant published no jobs.");
  }
  if (audit.whyNot == "too_few_jobs") {
    return Words::tr(
        "Waiting times cannot be compared: there are too few jobs of one "
        "of the two groups.");
  }
  if (audit.whyNot == "no_like_jobs") {
    return Words::tr(
        "Waiting times cannot be compared: no community job and commercial job are alike enough.");
  }
  if (audit.whyNot == "too_few_permutations") {
    return Words::tr(
        "Waiting times cannot be compared: the plan allows too few permutations to tell an answer "
        "from chance.");
  }
  if (audit.whyNot == "another_rule") {
    return Words::tr(
        "Commercial jobs were started sooner, but a rule that knows nothing of money explains it, as "
        "the smallest or the newest job first. Whether that is the plant's rule only its published "
        "rules can say.");
  }
  return Words::tr("Waiting times cannot be compared: the records do not give them.");
}

QString schedulerMethod(const SchedulerAudit& audit) {
  return Words::
      tr("Curves: Kaplan-Meier with 95 % limits (Greenwood, log-log), all jobs together. They may "
         "show the opposite of the test where jobs of one group are more urgent; the test "
         "compares like jobs only: %1 within %2 of line, time, urgency and "
         "size, seed %3, p = %4 against %5. The log-rank test of the same strata, which a queue "
         "makes "
         "less sharp, gives p = %6.")
          .arg(Words::tr("%Ln permutations", nullptr, plural(audit.permutations)),
               Words::tr("%Ln strata", nullptr, plural(audit.strata)), QString::number(audit.seed),
               QString::fromStdString(formatFixed(audit.pPpm, 6)),
               QString::fromStdString(formatFixed(audit.alphaPpm, 6)),
               QString::fromStdString(formatFixed(audit.logRankPPpm, 6)));
}

QString halfStarted(const WaitingCurve& curve) {
  if (!curve.medianDays) return Words::tr("not reached");
  return Words::tr("%1 days").arg(formatReal(*curve.medianDays, 1));
}

QString groupName(const std::string& group) {
  if (group == "community") return Words::tr("Community");
  if (group == "commercial") return Words::tr("Commercial");
  return visibleLine(QString::fromStdString(group));
}

}  // namespace plumbline
