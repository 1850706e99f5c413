// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The wheel scrolls the page; what lies on it gets the wheel only while it has the keyboard.
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "ui/theme/layout_tools.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

class TestWheelGuard : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }

  void init() {
    m_page = std::make_unique<QScrollArea>();
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    m_list = new QListWidget(body);
    for (int i = 0; i < 100; ++i) m_list->addItem(QString::number(i));
    m_list->setFixedHeight(120);
    m_short = new QListWidget(body);
    m_short->addItem(QStringLiteral("only"));
    m_short->setFixedHeight(120);
    m_combo = new QComboBox(body);
    m_combo->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    column->addWidget(m_list);
    column->addWidget(m_short);
    column->addWidget(m_combo);
    column->addSpacing(1000);
    m_page->setWidget(body);
    m_page->setWidgetResizable(true);
    m_page->resize(300, 500);
    QVERIFY(test::showActive(*m_page));
    m_page->setFocus();
  }
  void cleanup() { m_page.reset(); }

  void overAListThePageScrolls() {
    turn(m_list->viewport());
    QCOMPARE(m_list->verticalScrollBar()->value(), 0);
    QVERIFY(m_page->verticalScrollBar()->value() > 0);
  }

  void aListWithTheKeyboardScrolls() {
    m_list->setFocus();
    turn(m_list->viewport());
    QVERIFY(m_list->verticalScrollBar()->value() > 0);
    QCOMPARE(m_page->verticalScrollBar()->value(), 0);
  }

  void whatCannotScrollNeverHoldsThePage() {
    m_short->setFocus();
    turn(m_short->viewport());
    QVERIFY(m_page->verticalScrollBar()->value() > 0);
  }

  void aChoiceIsNotChangedUnseen() {
    turn(m_combo);
    QCOMPARE(m_combo->currentIndex(), 0);
    QVERIFY(m_page->verticalScrollBar()->value() > 0);
    m_combo->setFocus();
    turn(m_combo);
    QCOMPARE(m_combo->currentIndex(), 1);
  }

  void aListOnAPageThatFitsScrolls() {
    m_page->resize(300, 2000);
    QCoreApplication::processEvents();
    if (m_page->verticalScrollBar()->maximum() > 0) QSKIP("the screen is too low");
    turn(m_list->viewport());
    QVERIFY(m_list->verticalScrollBar()->value() > 0);
  }

  void aStackIsAsTallAsWhatItShows() {
    auto* stack = new QStackedWidget;
    auto* tall = new QWidget;
    (new QVBoxLayout(tall))->addSpacing(3000);
    stack->addWidget(tall);
    stack->addWidget(new QLabel(QStringLiteral("cannot tell")));
    followCurrent(*stack);
    m_page->setWidget(stack);
    QCoreApplication::processEvents();
    QVERIFY(m_page->verticalScrollBar()->maximum() > 0);
    stack->setCurrentIndex(1);
    QTRY_COMPARE(m_page->verticalScrollBar()->maximum(), 0);
    stack->setCurrentIndex(0);
    QTRY_VERIFY(m_page->verticalScrollBar()->maximum() > 0);
  }

 private:
  static void turn(QWidget* over) {
    const QPointF at(over->width() / 2.0, over->height() / 2.0);
    QWheelEvent event(at, over->mapToGlobal(at), QPoint(), QPoint(0, -120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);  // only what a hand did goes on to what is around it
    qApp->notify(over, &event);
  }

  std::unique_ptr<QScrollArea> m_page;
  QListWidget* m_list = nullptr;
  QListWidget* m_short = nullptr;
  QComboBox* m_combo = nullptr;
};

PLUMBLINE_WINDOW_TEST(TestWheelGuard)
#include "test_wheel_guard.moc"
