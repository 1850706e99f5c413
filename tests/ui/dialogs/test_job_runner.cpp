// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "ui/dialogs/job_runner.h"

#include "tests/program.h"

using namespace plumbline;

class TestJobRunner : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void workRunsElsewhereAndComesBackHere();
  void progressArrives();
  void manyReportsAreFewSignals();
  void cancelReachesTheWork();
  void newerJobMakesOlderStale();
  void destructorWaits();
};

void TestJobRunner::workRunsElsewhereAndComesBackHere() {
  JobRunner runner;
  QSignalSpy started(&runner, &JobRunner::started);
  QSignalSpy finished(&runner, &JobRunner::finished);
  QThread* worker = nullptr;
  QThread* answer = nullptr;
  int result = 0;
  runner.start<int>(
      QStringLiteral("Adding"),
      [&](const Progress&) {
        worker = QThread::currentThread();
        return 42;
      },
      [&](int value) {
        answer = QThread::currentThread();
        result = value;
      });
  QVERIFY(runner.isBusy());
  QTRY_COMPARE(finished.count(), 1);
  QTRY_COMPARE(result, 42);
  QCOMPARE(started.count(), 1);
  QVERIFY(worker != QThread::currentThread());
  QCOMPARE(answer, QThread::currentThread());
  QVERIFY(!runner.isBusy());
}

void TestJobRunner::progressArrives() {
  JobRunner runner;
  QSemaphore seen;
  QStringList heard;
  connect(&runner, &JobRunner::progressed, &runner, [&] {
    heard << QStringLiteral("%1 %2/%3")
                 .arg(runner.state().what)
                 .arg(runner.state().done)
                 .arg(runner.state().total);
    seen.release();
  });
  bool done = false;
  runner.start<bool>(
      QStringLiteral("Reading"),
      [&](const Progress& progress) {
        progress.report("Reading a.csv", 1, 2);
        seen.acquire();
        progress.report("Reading b.csv", 2, 2);
        seen.acquire();
        return true;
      },
      [&](bool value) { done = value; });
  QTRY_VERIFY(done);
  QCOMPARE(heard,
           (QStringList{QStringLiteral("Reading a.csv 1/2"), QStringLiteral("Reading b.csv 2/2")}));
}

void TestJobRunner::manyReportsAreFewSignals() {
  JobRunner runner;
  QElapsedTimer clock;
  clock.start();
  QSignalSpy progressed(&runner, &JobRunner::progressed);
  bool done = false;
  runner.start<bool>(
      QStringLiteral("Reading"),
      [&](const Progress& progress) {
        for (int i = 0; i < 200'000; ++i) {
          progress.report(i % 2 == 0 ? "Reading a.csv" : "Reading b.csv", i, 200'000);
        }
        QThread::msleep(200);
        return true;
      },
      [&](bool value) { done = value; });
  QTRY_VERIFY(done);
  QVERIFY(progressed.count() >= 1);
  // At most 15 a second, however long it took on this machine.
  QVERIFY(progressed.count() <= clock.elapsed() / 66 + 1);
  QCOMPARE(runner.state().done, qint64{199'999});
}

void TestJobRunner::cancelReachesTheWork() {
  JobRunner runner;
  QSemaphore running;
  bool answered = false;
  bool cancelled = false;
  runner.start<bool>(
      QStringLiteral("Waiting"),
      [&](const Progress& progress) {
        running.release();
        while (!progress.cancelled()) QThread::yieldCurrentThread();
        return true;
      },
      [&](bool value) {
        answered = true;
        cancelled = value;
      });
  running.acquire();
  runner.cancel();
  QTRY_VERIFY(answered);
  QVERIFY(cancelled);
}

void TestJobRunner::newerJobMakesOlderStale() {
  JobRunner runner;
  QSignalSpy finished(&runner, &JobRunner::finished);
  QStringList answers;
  const auto wait = [](const Progress& progress) {
    while (!progress.cancelled()) QThread::yieldCurrentThread();
    return QStringLiteral("old");
  };
  runner.start<QString>(QStringLiteral("Old"), wait, [&](QString text) { answers << text; });
  runner.start<QString>(
      QStringLiteral("New"), [](const Progress&) { return QStringLiteral("new"); },
      [&](QString text) { answers << text; });
  QTRY_COMPARE(answers, QStringList{QStringLiteral("new")});
  QCoreApplication::processEvents();
  QCOMPARE(answers.size(), 1);
  QCOMPARE(finished.count(), 1);
}

void TestJobRunner::destructorWaits() {
  std::atomic<bool> left = false;
  bool answered = false;
  {
    JobRunner runner;
    runner.start<bool>(
        QStringLiteral("Waiting"),
        [&](const Progress& progress) {
          while (!progress.cancelled()) QThread::yieldCurrentThread();
          left = true;
          return true;
        },
        [&](bool) { answered = true; });
  }
  QVERIFY(left);
  QCoreApplication::processEvents();
  QVERIFY(!answered);
}

PLUMBLINE_TEST(TestJobRunner)
#include "test_job_runner.moc"
