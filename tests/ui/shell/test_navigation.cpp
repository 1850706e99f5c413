// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/shell/navigation.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

QList<PageId> pagesOf(const Navigation& navigation) {
  QList<PageId> pages;
  for (const Target& target : navigation.here().way) pages << target.page;
  return pages;
}

}  // namespace

class TestNavigation : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void beginsAtTheStart();
  void linksExtendTheWay();
  void aWayNeverCrossesItself();
  void backAndForward();
  void aNewStepForgetsWhatWasAhead();
  void climbing();
  void standingStillIsNoStep();
};

void TestNavigation::beginsAtTheStart() {
  const Navigation navigation;
  QVERIFY(navigation.here().start);
  QVERIFY(!navigation.canGoBack());
  QVERIFY(!navigation.canGoForward());
}

void TestNavigation::linksExtendTheWay() {
  Navigation navigation;
  navigation.choose(PageId::Overview);
  navigation.follow({PageId::Findings, QStringLiteral("f-1")});
  QCOMPARE(pagesOf(navigation), (QList{PageId::Overview, PageId::Findings}));
  QCOMPARE(navigation.here().way.last().item, QStringLiteral("f-1"));
  navigation.choose(PageId::Balance);
  QCOMPARE(pagesOf(navigation), QList{PageId::Balance});
}

void TestNavigation::aWayNeverCrossesItself() {
  Navigation navigation;
  navigation.choose(PageId::Overview);
  navigation.follow({PageId::Findings, {}});
  navigation.follow({PageId::Records, QStringLiteral("SH-1")});
  navigation.follow({PageId::Findings, QStringLiteral("f-2")});
  QCOMPARE(pagesOf(navigation), (QList{PageId::Overview, PageId::Findings}));
}

void TestNavigation::backAndForward() {
  Navigation navigation;
  navigation.choose(PageId::Overview);
  navigation.choose(PageId::Evidence);
  navigation.back();
  QCOMPARE(pagesOf(navigation), QList{PageId::Overview});
  navigation.back();
  QVERIFY(navigation.here().start);
  navigation.back();
  QVERIFY(navigation.here().start);
  navigation.forward();
  navigation.forward();
  QCOMPARE(pagesOf(navigation), QList{PageId::Evidence});
  QVERIFY(!navigation.canGoForward());
}

void TestNavigation::aNewStepForgetsWhatWasAhead() {
  Navigation navigation;
  navigation.choose(PageId::Overview);
  navigation.choose(PageId::Evidence);
  navigation.back();
  navigation.choose(PageId::Balance);
  QVERIFY(!navigation.canGoForward());
  navigation.back();
  QCOMPARE(pagesOf(navigation), QList{PageId::Overview});
}

void TestNavigation::climbing() {
  Navigation navigation;
  navigation.choose(PageId::Overview);
  navigation.follow({PageId::Findings, {}});
  navigation.follow({PageId::Records, QStringLiteral("SH-1")});
  navigation.climb(1);
  QCOMPARE(pagesOf(navigation), (QList{PageId::Overview, PageId::Findings}));
  navigation.climb(9);
  QCOMPARE(navigation.here().way.size(), 2);
  navigation.back();
  QCOMPARE(navigation.here().way.size(), 3);
}

void TestNavigation::standingStillIsNoStep() {
  Navigation navigation;
  navigation.choose(PageId::Overview);
  navigation.choose(PageId::Overview);
  navigation.back();
  QVERIFY(navigation.here().start);
}

PLUMBLINE_TEST(TestNavigation)
#include "test_navigation.moc"
