// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Deciding about names in a real window: by keys and buttons, undone before it is signed.

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "ui/dialogs/names_dialog.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

NamePair pairOf(const char* a, const char* b, bool same = true) {
  return NamePair::of(NameKind::Party, a, b, same);
}

AliasSuggestion suggestion(const char* stray, const char* party, std::int64_t tonnes) {
  AliasSuggestion made;
  made.pair = pairOf(stray, party);
  made.stray = stray;
  made.loads = 4;
  made.moved = Mass::kilograms(tonnes * 1'000);
  made.reasons = {{AliasReasonKind::ReceivedThere, 3, 4}, {AliasReasonKind::ReceivedElsewhere, 1, 4}};
  return made;
}

AliasDecision decision(const NamePair& pair, AliasState state, bool own) {
  AliasDecision made;
  made.pair = pair;
  made.name = own ? "anna" : "bert";
  made.own = own;
  made.state = state;
  return made;
}

}  // namespace

class TestNamesDialog : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    Theme::install(*qApp);
    qRegisterMetaType<NamesRequest>();
  }
  void init() {
    AliasBook book;
    book.decisions = {decision(pairOf("a", "b"), AliasState::Counts, true),
                      decision(pairOf("b", "c", false), AliasState::Counts, true),
                      decision(pairOf("x", "y"), AliasState::NotYours, false),
                      decision(pairOf("v", "w"), AliasState::TakenBack, true)};
    m_dialog = std::make_unique<NamesDialog>(
        book,
        std::vector{suggestion("HR Ltd", "harbour", 618), suggestion("Delta", "delta", 214),
                    suggestion("a", "c", 96)},
        [this](QWidget*) { return m_key; }, nullptr);
    QVERIFY(test::showActive(*m_dialog));
    QCOMPARE(test::unnamedControl(*m_dialog), QString());
    for (const char* view : {"suggestedNames", "decidedNames"}) {
      new QAbstractItemModelTester(table(view)->model(),
                                   QAbstractItemModelTester::FailureReportingMode::QtTest, m_dialog.get());
    }
  }
  void cleanup() { m_dialog.reset(); }

  void showsReasonsAndEffect() {
    QCOMPARE(label("suggestedHead"), QStringLiteral("Suggested: 3"));
    QCOMPARE(label("decidedHead"), QStringLiteral("Decided: 3"));  // what was taken back is no decision
    QCOMPARE(label("namesPair"), QStringLiteral("HR Ltd\nharbour"));
    QVERIFY(label("namesEffect").contains(QStringLiteral("4 loads with the name “HR Ltd”")));
    const auto reasons = m_dialog->findChildren<QWidget*>(QStringLiteral("namesReason"));
    QCOMPARE(reasons.size(), 2);
    QVERIFY(reasons[0]->accessibleName().startsWith(QStringLiteral("for: 3 of 4 loads")));
    QVERIFY(reasons[1]->accessibleName().startsWith(QStringLiteral("against: 1 of 4 loads")));
    QVERIFY(!button("namesSign")->isEnabled());
    QVERIFY(!button("namesSign")->toolTip().isEmpty());
    QCOMPARE(table("suggestedNames")->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Are “HR Ltd” and “harbour” one?"));
  }

  void answeredByKeys() {
    press(Qt::Key_S);
    QCOMPARE(label("suggestedHead"), QStringLiteral("Suggested: 2"));
    QCOMPARE(label("namesPair"), QStringLiteral("Delta\ndelta"));
    press(Qt::Key_L);  // to the end of the list
    QCOMPARE(label("namesPair"), QStringLiteral("a\nc"));
    press(Qt::Key_L);
    QCOMPARE(label("namesPair"), QStringLiteral("Delta\ndelta"));
    press(Qt::Key_N);
    QCOMPARE(label("namesOpen"), QStringLiteral("2 decisions not signed yet"));
    QSignalSpy signedOnes(m_dialog.get(), &NamesDialog::decided);
    m_key = std::nullopt;
    button("namesSign")->click();
    QCOMPARE(signedOnes.count(), 0);
    QVERIFY(m_dialog->isVisible());
    m_key = KeyChoice{QStringLiteral("anna.key"), QString()};
    button("namesSign")->click();
    QCOMPARE(signedOnes.count(), 1);
    const auto request = signedOnes[0][0].value<NamesRequest>();
    QCOMPARE(request.key.file, QStringLiteral("anna.key"));
    QCOMPARE(request.steps.size(), std::size_t{2});
    QVERIFY(request.steps[0].request.pair == pairOf("HR Ltd", "harbour"));
    QVERIFY(request.steps[1].request.pair == pairOf("Delta", "delta", false));
    QVERIFY(!m_dialog->isVisible());
  }

  /// a = b and b != c are decided: a = c would be a circle.
  void aCircleIsStopped() {
    table("suggestedNames")->selectRow(2);
    press(Qt::Key_S);
    QCOMPARE(label("suggestedHead"), QStringLiteral("Suggested: 3"));
    QVERIFY2(label("namesMessage").contains(QStringLiteral("b and c are kept apart")),
             qPrintable(label("namesMessage")));
    QVERIFY(!button("namesSign")->isEnabled());
  }

  void undoneBeforeItIsSigned() {
    press(Qt::Key_S);
    lookAtDecided(0);
    QCOMPARE(button("namesUndo")->text(), QStringLiteral("Undo"));
    press(Qt::Key_Delete);
    QCOMPARE(label("suggestedHead"), QStringLiteral("Suggested: 3"));
    QCOMPARE(label("namesOpen"), QStringLiteral("0 decisions not signed yet"));
    QVERIFY(!button("namesSign")->isEnabled());
  }

  void takenBackAfterIt() {
    lookAtDecided(0);
    QCOMPARE(button("namesUndo")->text(), QStringLiteral("Take it back"));
    QVERIFY(button("namesUndo")->isEnabled());
    QVERIFY(!button("namesSame")->isVisible());
    press(Qt::Key_Delete);
    QCOMPARE(label("namesOpen"), QStringLiteral("1 decision not signed yet"));
    m_key = KeyChoice{QStringLiteral("anna.key"), QString()};
    QSignalSpy signedOnes(m_dialog.get(), &NamesDialog::decided);
    button("namesSign")->click();
    const auto request = signedOnes[0][0].value<NamesRequest>();
    QVERIFY(request.steps[0].withdraw);
    QVERIFY(request.steps[0].request.pair == pairOf("a", "b"));
  }

  /// Nobody takes back what somebody else said.
  void notOthers() {
    lookAtDecided(2);
    QVERIFY(!button("namesUndo")->isEnabled());
  }

  void nothingToDecide() {
    m_dialog = std::make_unique<NamesDialog>(AliasBook(), std::vector<AliasSuggestion>(),
                                             [this](QWidget*) { return m_key; }, nullptr);
    QVERIFY(test::showActive(*m_dialog));
    QVERIFY(label("namesPair").startsWith(QStringLiteral("No two names")));
    press(Qt::Key_S);
    press(Qt::Key_Delete);
    QVERIFY(!button("namesSign")->isEnabled());
  }

 private:
  void lookAtDecided(int row) {
    table("decidedNames")->setFocus(Qt::TabFocusReason);
    table("decidedNames")->selectRow(row);
  }
  void press(Qt::Key key) {
    QTest::keyClick(m_dialog.get(), key);
  }
  QString label(const char* name) const {
    return m_dialog->findChild<QLabel*>(QLatin1String(name))->text();
  }
  QPushButton* button(const char* name) const {
    return m_dialog->findChild<QPushButton*>(QLatin1String(name));
  }
  QTableView* table(const char* name) const {
    return m_dialog->findChild<QTableView*>(QLatin1String(name));
  }

  std::unique_ptr<NamesDialog> m_dialog;
  std::optional<KeyChoice> m_key;
};

PLUMBLINE_WINDOW_TEST(TestNamesDialog)
#include "test_names_dialog.moc"
