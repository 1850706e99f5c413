// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every component once, as on the guide's page of components, in every theme and direction.
// Set PLUMBLINE_PICTURES to a folder to keep what was drawn.

#include <QApplication>
#include <QDir>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/theme/choice_button.h"
#include "ui/theme/components.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

class FillSample : public QWidget {
 public:
  FillSample(Fill fill, Tone tone, QWidget* parent) : QWidget(parent), m_fill(fill), m_tone(tone) {
    setFixedSize(px(48), px(24));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintFill(&painter, QRectF(rect()), m_fill, m_tone, roles());
  }

 private:
  Fill m_fill;
  Tone m_tone;
};

VerdictText verdictOf(Mark mark, const QString& word) {
  return {mark, word,
          QStringLiteral("The plant claims **0 t**. Unaccounted for: **1,240 t ± 180 t**."),
          QStringLiteral("A fact: receivers signed for 386 t of residue."),
          QStringLiteral("Corrected receipts for 23 loads.")};
}

Card* controls(QWidget* parent) {
  auto* card = new Card(QStringLiteral("Controls"), parent);
  auto* row = new QHBoxLayout;
  row->addWidget(makeButton(QStringLiteral("Normal"), Icon::Check, card));
  row->addWidget(makePrimaryButton(QStringLiteral("Primary"), Icon::Import, card));
  auto* off = makeButton(QStringLiteral("Off"), Icon::Share, card);
  off->setEnabled(false);
  row->addWidget(off);
  row->addWidget(makeFlatButton(QStringLiteral("Flat"), Icon::Copy, card));
  row->addWidget(new SegmentedControl(QStringLiteral("View"),
                                      {QStringLiteral("Chart"), QStringLiteral("Table")}, card));
  auto* field = new QLineEdit(card);
  field->setPlaceholderText(QStringLiteral("Placeholder"));
  row->addWidget(field);
  row->addStretch(1);
  card->body()->addLayout(row);
  auto* tags = new QHBoxLayout;
  for (int i = 1; i <= static_cast<int>(Mark::Look); ++i) {
    tags->addWidget(new Tag(static_cast<Mark>(i), wordOf(static_cast<Mark>(i)), card));
  }
  tags->addStretch(1);
  card->body()->addLayout(tags);
  return card;
}

Card* fillsAndMarks(QWidget* parent) {
  auto* card = new Card(QStringLiteral("Fills and marks"), parent);
  card->setLink(QStringLiteral("All of them"));
  auto* row = new QHBoxLayout;
  row->addWidget(new FillSample(Fill::Open, Tone::Info, card));
  row->addWidget(new FillSample(Fill::Solid, Tone::Pass, card));
  row->addWidget(new FillSample(Fill::Hatch, Tone::Fail, card));
  row->addWidget(new FillSample(Fill::LevelLines, Tone::Residue, card));
  row->addWidget(new FillSample(Fill::Hatch, Tone::Unsure, card));
  row->addWidget(new FillSample(Fill::Dots, Tone::Warn, card));
  for (const int size : {12, 16, 24, 40}) {
    for (int i = 1; i <= static_cast<int>(Mark::Same); ++i) {
      auto* mark = new MarkWidget(size, card);
      mark->setMark(static_cast<Mark>(i));
      row->addWidget(mark);
    }
  }
  row->addStretch(1);
  card->body()->addLayout(row);
  auto* icons = new QHBoxLayout;
  for (int i = 0; i < static_cast<int>(Icon::Count); ++i) {
    icons->addWidget(new IconWidget(static_cast<Icon>(i), 20, ColorRole::Text, card));
  }
  icons->addStretch(1);
  card->body()->addLayout(icons);
  return card;
}

Card* evidence(QWidget* parent) {
  auto* card = new Card(QStringLiteral("Evidence row"), parent);
  const EvidenceText texts[] = {
      {Mark::Passed, QStringLiteral("Intact"), QStringLiteral("checked 14 Jan 2142, 09:12"),
       QStringLiteral("Passed"), QStringLiteral("All 64 files are byte for byte what was signed."),
       QStringLiteral("Show the 64 files")},
      {Mark::CannotTell, QStringLiteral("Same for everyone"),
       QStringLiteral("latest witness 13 Jan"), QStringLiteral("Cannot tell"),
       QStringLiteral("1 of 3 witnesses signed; your policy asks for 2."),
       QStringLiteral("Ask for a second witness")}};
  for (const EvidenceText& text : texts) {
    auto* row = new EvidenceCardRow(card);
    row->setEvidence(text);
    card->body()->addWidget(row);
    auto* line = new EvidencePageRow(card);
    line->setEvidence(text);
    card->body()->addWidget(new Separator(card));
    card->body()->addWidget(line);
  }
  return card;
}

std::unique_ptr<QWidget> gallery() {
  auto window = std::make_unique<QWidget>();
  auto* column = new QVBoxLayout(window.get());
  column->setContentsMargins(px(24), px(24), px(24), px(24));
  column->setSpacing(px(16));
  auto* verdict = new VerdictBlock(window.get());
  verdict->setVerdict(verdictOf(Mark::Contradiction, QStringLiteral("Contradicted")));
  column->addWidget(verdict);
  column->addWidget(controls(window.get()));
  column->addWidget(fillsAndMarks(window.get()));
  column->addWidget(evidence(window.get()));
  auto* loading = new LoadingState(window.get());
  loading->setProgress(QStringLiteral("Reading shipments-2132-2141.csv"), 412000, 1004812);
  loading->setTimeLeft(QStringLiteral("about 9 s left"));
  loading->setNote(QStringLiteral("Step 2 of 4: reading rows. Cancel leaves the audit as it was."));
  column->addWidget(loading);
  auto* error = new ErrorState(window.get());
  error->setError(QStringLiteral("harbour-receipts-2141.csv was not imported"),
                  QStringLiteral("3 rows hold values that cannot be."),
                  {{QStringLiteral("row 112, received_at"), QStringLiteral("2141-02-30"),
                    QStringLiteral("a day that exists, as YYYY-MM-DD")}},
                  QStringLiteral("Until then 435 shipments count as **cannot tell**."));
  column->addWidget(error);
  window->resize(1200, 1000);
  return window;
}

}  // namespace

class TestComponents : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void cleanup() {
    QApplication::setLayoutDirection(Qt::LeftToRight);
    Theme::instance().setChoice(ThemeChoice::Light);
  }
  void drawnInEveryTheme_data();
  void drawnInEveryTheme();
  void everyFocusableWidgetHasAName();
  void verdictSaysItsWord();
  void linkWorksByKeyboard();
  void segmentsMoveByKeyboard();
  void choicesAreMadeByKeyboard();
  void errorCarriesItsTextForCopying();
};

void TestComponents::drawnInEveryTheme_data() {
  QTest::addColumn<ThemeChoice>("choice");
  QTest::addColumn<Qt::LayoutDirection>("direction");
  QTest::newRow("light") << ThemeChoice::Light << Qt::LeftToRight;
  QTest::newRow("dark") << ThemeChoice::Dark << Qt::LeftToRight;
  QTest::newRow("contrast") << ThemeChoice::HighContrast << Qt::LeftToRight;
  QTest::newRow("rtl") << ThemeChoice::Light << Qt::RightToLeft;
}

void TestComponents::drawnInEveryTheme() {
  QFETCH(ThemeChoice, choice);
  QFETCH(Qt::LayoutDirection, direction);
  QApplication::setLayoutDirection(direction);
  Theme::instance().setChoice(choice);
  const auto window = gallery();
  window->show();
  QVERIFY(QTest::qWaitForWindowExposed(window.get()));
  const QImage image = window->grab().toImage();
  QCOMPARE(QColor(image.pixel(2, 2)), roles()[ColorRole::Window]);
  // The verdict's bar stands at the leading edge.
  const auto* verdict = window->findChild<VerdictBlock*>();
  const int x = direction == Qt::LeftToRight ? verdict->x() + 3 : verdict->geometry().right() - 3;
  QCOMPARE(QColor(image.pixel(x, verdict->geometry().center().y())), roles().ink(Tone::Fail));
  const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
  if (!folder.isEmpty()) {
    QVERIFY(image.save(QDir(folder).filePath(
        QStringLiteral("components-%1.png").arg(QLatin1String(QTest::currentDataTag())))));
  }
}

void TestComponents::everyFocusableWidgetHasAName() {
  const auto window = gallery();
  int focusable = 0;
  const auto widgets = window->findChildren<QWidget*>();
  for (const QWidget* widget : widgets) {
    if ((widget->focusPolicy() & Qt::TabFocus) == 0) continue;
    if (qobject_cast<const QLineEdit*>(widget) != nullptr) continue;  // the sample field has none
    ++focusable;
    QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
  }
  QVERIFY(focusable > 8);
}

void TestComponents::verdictSaysItsWord() {
  VerdictBlock block;
  block.setVerdict(verdictOf(Mark::CannotTell, QStringLiteral("Cannot tell")));
  QCOMPARE(block.accessibleName(), QStringLiteral("Verdict: Cannot tell"));
  QVERIFY(!block.accessibleDescription().contains(QStringLiteral("**")));
  QCOMPARE(block.findChild<TextLabel*>(QStringLiteral("verdictWord"))->text(),
           QStringLiteral("Cannot tell"));
}

void TestComponents::linkWorksByKeyboard() {
  Card card(QStringLiteral("Heading"));
  card.setLink(QStringLiteral("All 87"));
  QSignalSpy followed(&card, &Card::linkActivated);
  card.show();
  auto* link = card.findChild<LinkButton*>();
  QVERIFY(link != nullptr);
  QTest::keyClick(link, Qt::Key_Space);
  QCOMPARE(followed.count(), 1);
}

void TestComponents::segmentsMoveByKeyboard() {
  SegmentedControl control(QStringLiteral("View"),
                           {QStringLiteral("Chart"), QStringLiteral("Table")});
  QSignalSpy changed(&control, &SegmentedControl::currentChanged);
  QVERIFY(test::showActive(control));
  QCOMPARE(control.current(), 0);
  auto* first = control.findChild<QAbstractButton*>(QStringLiteral("segment0"));
  first->setFocus();
  QTest::keyClick(first, Qt::Key_Right);
  QCOMPARE(control.current(), 1);
  QCOMPARE(changed.count(), 1);
}

void TestComponents::choicesAreMadeByKeyboard() {
  ChoiceButton button(QStringLiteral("Period"));
  button.setChoices({{QStringLiteral("a"), QStringLiteral("All")},
                     {QStringLiteral("b"), QStringLiteral("Spring")},
                     {QStringLiteral("c"), QStringLiteral("May"), QStringLiteral("Months")}});
  QSignalSpy chosen(&button, &ChoiceButton::chosen);
  QVERIFY(test::showActive(button));
  button.setFocus();
  QTest::keyClick(&button, Qt::Key_Up);  // there is nothing above the first
  QCOMPARE(chosen.count(), 0);
  QTest::keyClick(&button, Qt::Key_Down);
  QTest::keyClick(&button, Qt::Key_Down);
  QCOMPARE(button.current(), QStringLiteral("c"));
  QCOMPARE(button.accessibleName(), QStringLiteral("Period: May"));
  QCOMPARE(chosen.count(), 2);
  auto* menu = button.findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
  for (const auto& [key, modifier] :
       {std::pair(Qt::Key_Return, Qt::NoModifier), std::pair(Qt::Key_Enter, Qt::NoModifier),
        std::pair(Qt::Key_Space, Qt::NoModifier), std::pair(Qt::Key_Down, Qt::AltModifier)}) {
    QTest::keyClick(&button, key, modifier);
    QVERIFY(menu->isVisible());
    menu->close();
  }
  QCOMPARE(chosen.count(), 2);
}

void TestComponents::errorCarriesItsTextForCopying() {
  ErrorState error;
  error.setError(QStringLiteral("a.csv was not imported"), QStringLiteral("1 row."),
                 {{QStringLiteral("row 2"), QStringLiteral("x"), QStringLiteral("a number")}},
                 QString());
  QCOMPARE(error.asText(), QStringLiteral("a.csv was not imported\n1 row.\nrow 2, x, a number"));
}

PLUMBLINE_WINDOW_TEST(TestComponents)
#include "test_components.moc"
