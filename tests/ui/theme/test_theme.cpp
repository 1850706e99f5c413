// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFocusFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "ui/theme/components.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

constexpr double kHeadingSide = 5;

QPalette paletteWith(const QColor& window, const QColor& text) {
  QPalette palette;
  palette.setColor(QPalette::Window, window);
  palette.setColor(QPalette::WindowText, text);
  return palette;
}

int pixelsOf(const QImage& image, const QColor& color) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) == color.rgb() ? 1 : 0;
  }
  return count;
}

QImage paintedMark(Mark mark, ThemeKind kind, int side) {
  QImage image(side, side, QImage::Format_ARGB32);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paintMark(&painter, QRectF(0, 0, side, side), mark, Roles::of(kind));
  return image;
}

}  // namespace

class TestTheme : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    Theme::instance().setChoice(ThemeChoice::Light);
    m_window = std::make_unique<QWidget>();
  }
  void cleanup() { m_window.reset(); }

  void systemPaletteDecides_data();
  void systemPaletteDecides();
  void choicesFillThePalette();
  void systemChangeIsFollowed();
  void labelsFollowTheTheme();
  void unitIsEightAtTheDefaultFont();
  void textGrowsWithTheFont();
  void everyIconDraws_data();
  void everyIconDraws();
  void marksDifferInGrey();
  void marksDrawAtEverySize_data();
  void marksDrawAtEverySize();
  void hatchStaysVectorInPdf();
  void focusRingFollowsTheKeyboard();
  void controlsAreThirtyTwoHigh();
  void offIsSeenInEveryTheme_data();
  void offIsSeenInEveryTheme();
  void markupIsBoldAndNothingElse();
  void headingsDoNotTouch_data();
  void headingsDoNotTouch();

 private:
  std::unique_ptr<QWidget> m_window;
};

void TestTheme::headingsDoNotTouch_data() {
  QTest::addColumn<Qt::LayoutDirection>("direction");
  QTest::newRow("left to right") << Qt::LeftToRight;
  QTest::newRow("right to left") << Qt::RightToLeft;
}

/// "Confirmed" ends at the right of its column and "Rests on" begins at the left of the next.
void TestTheme::headingsDoNotTouch() {
  QFETCH(Qt::LayoutDirection, direction);
  QTableWidget table(1, 2);
  table.setLayoutDirection(direction);
  table.setHorizontalHeaderLabels({QStringLiteral("Confirmed"), QStringLiteral("Rests on")});
  // Whichever stands left ends at the line between them, the other begins there.
  const bool mirrored = direction == Qt::RightToLeft;
  const Qt::Alignment sides[] = {Qt::AlignRight | Qt::AlignAbsolute, Qt::AlignLeft | Qt::AlignAbsolute};
  for (int column = 0; column < 2; ++column) {
    table.horizontalHeaderItem(column)->setTextAlignment(sides[mirrored ? 1 - column : column] |
                                                         Qt::AlignVCenter);
  }
  table.resize(400, 100);
  table.resizeColumnsToContents();
  QHeaderView* header = table.horizontalHeader();
  const QImage image = header->grab().toImage();
  const int edge = header->sectionViewportPosition(mirrored ? 0 : 1);
  const QColor ground = image.pixelColor(edge + px(3), 2);
  const auto inkAt = [&](int x) {
    int ink = 0;
    for (int y = 3; y < image.height() - 3; ++y) {
      ink += std::abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 100 ? 1 : 0;
    }
    return ink;
  };
  for (int away = 2; away <= px(kHeadingSide); ++away) {
    QCOMPARE(inkAt(edge - away), 0);
    QCOMPARE(inkAt(edge + away), 0);
  }
  // The words are there all the same, whole, a little further away.
  int beside = 0;
  for (int away = px(kHeadingSide); away < px(30); ++away) beside += inkAt(edge + away) + inkAt(edge - away);
  QVERIFY(beside > 0);
  const QFontMetrics metrics(header->font());
  QVERIFY(header->sectionSize(0) >= metrics.horizontalAdvance(QStringLiteral("Confirmed")) + px(8));
}

void TestTheme::systemPaletteDecides_data() {
  QTest::addColumn<QColor>("window");
  QTest::addColumn<QColor>("text");
  QTest::addColumn<ThemeKind>("kind");
  QTest::newRow("light") << QColor(0xEF, 0xEF, 0xEF) << QColor(Qt::black) << ThemeKind::Light;
  QTest::newRow("dark") << QColor(0x20, 0x20, 0x20) << QColor(Qt::white) << ThemeKind::Dark;
  QTest::newRow("contrast") << QColor(Qt::black) << QColor(Qt::white) << ThemeKind::HighContrast;
  QTest::newRow("middle") << QColor(0x77, 0x77, 0x77) << QColor(Qt::white) << ThemeKind::Dark;
}

void TestTheme::systemPaletteDecides() {
  QFETCH(QColor, window);
  QFETCH(QColor, text);
  QFETCH(ThemeKind, kind);
  QCOMPARE(Theme::kindOf(paletteWith(window, text)), kind);
}

void TestTheme::choicesFillThePalette() {
  QSignalSpy changed(&Theme::instance(), &Theme::changed);
  Theme::instance().setChoice(ThemeChoice::Dark);
  QCOMPARE(changed.count(), 1);
  QCOMPARE(QApplication::palette().color(QPalette::Window),
           Roles::of(ThemeKind::Dark)[ColorRole::Window]);
  QCOMPARE(roles().kind(), ThemeKind::Dark);
  Theme::instance().setChoice(ThemeChoice::HighContrast);
  QCOMPARE(QApplication::palette().color(QPalette::Highlight), QColor(0xFF, 0xE9, 0x5C));
}

void TestTheme::systemChangeIsFollowed() {
  Theme& theme = Theme::instance();
  QPalette system = paletteWith(Qt::white, Qt::black);
  theme.setSystemPalette([&system] { return system; });
  theme.setChoice(ThemeChoice::System);
  QCOMPARE(theme.kind(), ThemeKind::Light);
  system = paletteWith(QColor(0x10, 0x10, 0x10), QColor(0xE0, 0xE0, 0xE0));
  QEvent event(QEvent::ApplicationPaletteChange);
  QCoreApplication::sendEvent(qApp, &event);
  QTRY_COMPARE(theme.kind(), ThemeKind::Dark);
  // A fixed choice stays, whatever the system does.
  theme.setChoice(ThemeChoice::Light);
  QCoreApplication::sendEvent(qApp, &event);
  QCoreApplication::processEvents();
  QCOMPARE(theme.kind(), ThemeKind::Light);
}

void TestTheme::offIsSeenInEveryTheme_data() {
  QTest::addColumn<ThemeChoice>("choice");
  QTest::newRow("light") << ThemeChoice::Light;
  QTest::newRow("dark") << ThemeChoice::Dark;
  QTest::newRow("contrast") << ThemeChoice::HighContrast;
}

void TestTheme::offIsSeenInEveryTheme() {
  QFETCH(ThemeChoice, choice);
  Theme::instance().setChoice(choice);
  QPushButton button;
  QLineEdit field;
  for (QWidget* control : {static_cast<QWidget*>(&button), static_cast<QWidget*>(&field)}) {
    control->resize(px(120), px(32));
    control->setFocusPolicy(Qt::NoFocus);
    const QImage on = control->grab().toImage();
    control->setEnabled(false);
    QVERIFY(control->grab().toImage() != on);
  }
}

void TestTheme::labelsFollowTheTheme() {
  TextLabel label(TextRole::Body, QStringLiteral("muted words"));
  label.setColor(ColorRole::Muted);
  const QColor before = label.palette().color(QPalette::WindowText);
  QCOMPARE(before, Roles::of(ThemeKind::Light)[ColorRole::Muted]);
  Theme::instance().setChoice(ThemeChoice::Dark);
  QCOMPARE(label.palette().color(QPalette::WindowText),
           Roles::of(ThemeKind::Dark)[ColorRole::Muted]);
}

void TestTheme::unitIsEightAtTheDefaultFont() {
  if (!QFontInfo(QApplication::font()).family().contains(QStringLiteral("Noto Sans"))) {
    QSKIP("Noto Sans is not installed");
  }
  QFont font = QApplication::font();
  font.setPixelSize(13);
  QApplication::setFont(font);
  QCOMPARE(unit(), 8);
  QCOMPARE(px(24), 24);
  QCOMPARE(plumbline::font(TextRole::Verdict).pixelSize(), 26);
  QCOMPARE(plumbline::font(TextRole::PageTitle).pixelSize(), 20);
  QCOMPARE(plumbline::font(TextRole::Lead).pixelSize(), 17);
  QCOMPARE(plumbline::font(TextRole::Panel).pixelSize(), 15);
  QCOMPARE(plumbline::font(TextRole::CardHeading).pixelSize(), 14);
  QCOMPARE(plumbline::font(TextRole::Small).pixelSize(), 12);
  QCOMPARE(lineHeight(TextRole::Lead), 28);
}

void TestTheme::textGrowsWithTheFont() {
  const QFont before = QApplication::font();
  QFont twice = before;
  twice.setPixelSize(26);
  QApplication::setFont(twice);
  const int grownUnit = unit();
  const int grownText = plumbline::font(TextRole::Verdict).pixelSize();
  QApplication::setFont(before);
  QVERIFY(grownUnit >= 15);
  QCOMPARE(grownText, 52);
}

void TestTheme::everyIconDraws_data() {
  QTest::addColumn<int>("icon");
  for (int i = 0; i < static_cast<int>(Icon::Count); ++i) {
    QTest::newRow(qPrintable(fileNameOf(static_cast<Icon>(i)))) << i;
  }
}

void TestTheme::everyIconDraws() {
  QFETCH(int, icon);
  QImage image(40, 40, QImage::Format_ARGB32);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paintIcon(&painter, QRectF(0, 0, 40, 40), static_cast<Icon>(icon), Qt::red);
  painter.end();
  const int drawn = pixelsOf(image, Qt::red);
  QVERIFY2(drawn > 40, qPrintable(QString::number(drawn)));
}

void TestTheme::marksDifferInGrey() {
  QList<QImage> seen;
  for (int i = 1; i <= static_cast<int>(Mark::Same); ++i) {
    const QImage grey = paintedMark(static_cast<Mark>(i), ThemeKind::HighContrast, 16)
                            .convertToFormat(QImage::Format_Alpha8);
    QVERIFY2(!seen.contains(grey), qPrintable(QString::number(i)));
    seen.append(grey);
  }
}

void TestTheme::marksDrawAtEverySize_data() {
  QTest::addColumn<int>("side");
  for (const int side : {12, 14, 16, 24, 32, 40}) QTest::addRow("%d", side) << side;
}

void TestTheme::marksDrawAtEverySize() {
  QFETCH(int, side);
  for (int i = 1; i <= static_cast<int>(Mark::Same); ++i) {
    const QImage image = paintedMark(static_cast<Mark>(i), ThemeKind::Light, side);
    int inked = 0;
    for (int y = 0; y < side; ++y) {
      for (int x = 0; x < side; ++x) inked += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
    }
    QVERIFY2(inked > side, qPrintable(QStringLiteral("mark %1").arg(i)));
  }
}

void TestTheme::hatchStaysVectorInPdf() {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("fills.pdf"));
  {
    QPdfWriter writer(path);
    QPainter painter(&writer);
    const Roles& table = Roles::of(ThemeKind::Light);
    paintFill(&painter, QRectF(100, 100, 2000, 600), Fill::Hatch, Tone::Fail, table, 10);
    paintMark(&painter, QRectF(100, 900, 400, 400), Mark::Contradiction, table);
  }
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray bytes = file.readAll();
  QVERIFY(bytes.startsWith("%PDF"));
  QVERIFY(!bytes.contains("/Subtype /Image"));
}

void TestTheme::focusRingFollowsTheKeyboard() {
  QPushButton first(QStringLiteral("First"), m_window.get());
  QLineEdit second(m_window.get());
  first.move(20, 20);
  second.move(20, 80);
  m_window->resize(300, 160);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  m_window->activateWindow();
  first.setFocus(Qt::TabFocusReason);
  QTRY_VERIFY(m_window->findChild<QFocusFrame*>() != nullptr);
  QCOMPARE(m_window->findChild<QFocusFrame*>()->widget(), &first);
  QTest::keyClick(&first, Qt::Key_Tab);
  QTRY_COMPARE(QApplication::focusWidget(), &second);
  QTRY_VERIFY(m_window->findChildren<QFocusFrame*>().size() == 1);
  QFocusFrame* frame = m_window->findChild<QFocusFrame*>();
  QCOMPARE(frame->widget(), &second);
  // The ring stands outside the control, so nothing inside is covered.
  QTRY_VERIFY(frame->geometry().contains(second.geometry().adjusted(-3, -3, 3, 3)));
}

void TestTheme::controlsAreThirtyTwoHigh() {
  QPushButton button(QStringLiteral("Import…"));
  QLineEdit field;
  QCOMPARE(button.sizeHint().height(), px(32));
  QCOMPARE(field.sizeHint().height(), px(32));
  field.setProperty("controlHeight", 24);
  QCOMPARE(field.sizeHint().height(), px(24));
}

void TestTheme::markupIsBoldAndNothingElse() {
  const QString markup = QStringLiteral("claims **0 t** of <b>waste</b> & 2 * 3");
  QCOMPARE(SentenceLabel::toHtml(markup),
           QStringLiteral("claims <b>0 t</b> of &lt;b&gt;waste&lt;/b&gt; &amp; 2 * 3"));
  QCOMPARE(SentenceLabel::toPlain(markup), QStringLiteral("claims 0 t of <b>waste</b> & 2 * 3"));
  QCOMPARE(SentenceLabel::toHtml(QStringLiteral("no end **here")), QStringLiteral("no end here"));
}

PLUMBLINE_WINDOW_TEST(TestTheme)
#include "test_theme.moc"
