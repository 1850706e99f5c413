// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/words/scheduler_words.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

QString spaced(const char* text) {
  return QString::fromUtf8(text).replace(QLatin1Char('_'), QChar(0x00A0));
}

SchedulerAudit favoured() {
  SchedulerAudit audit;
  audit.applicable = true;
  audit.soonerPermille = 1'600;
  audit.soonerLowPermille = 1'400;
  audit.soonerHighPermille = 1'800;
  audit.pPpm = 100;
  audit.logRankPPpm = 25;
  audit.permutations = 9'999;
  audit.seed = 20'260'101;
  audit.strata = 12;
  audit.jumpCount = 126;
  audit.detectablePermille = 64;
  return audit;
}

}  // namespace

class TestSchedulerWords : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatStandsOutIsALook() {
    QVERIFY(schedulerStandsOut(favoured()));
    QVERIFY(schedulerNote(favoured()).startsWith(QStringLiteral("Look here: unusual, not an")));
  }
  void whatDoesNotStandOutSaysWhatWasNotSeen() {
    SchedulerAudit audit = favoured();
    audit.pPpm = 200'000;
    QVERIFY(!schedulerStandsOut(audit));
    QVERIFY(schedulerNote(audit).startsWith(
        spaced("A lead of commercial jobs in less than 6.4_% of like pairs would have been missed "
               "more than once in 20 times.")));
  }
  void oneJobIsNotJobs() {
    SchedulerAudit audit = favoured();
    QVERIFY(schedulerNote(audit).contains(QStringLiteral("126 jobs were started")));
    audit.jumpCount = 1;
    QVERIFY(schedulerNote(audit).contains(QStringLiteral("1 job was started")));
  }
  void theMethodNamesSeedAndBothTests() {
    const QString method = schedulerMethod(favoured());
    QVERIFY(method.contains(QStringLiteral("9,999 permutations within 12 strata")));
    QVERIFY(method.contains(QStringLiteral("seed 20260101, p = 0.0001")));
    QVERIFY2(method.endsWith(QStringLiteral("gives p = 0.000025.")), qPrintable(method));
  }
};

PLUMBLINE_TEST(TestSchedulerWords)
#include "test_scheduler_words.moc"
