// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How things are set on pages. What stands on a page is read back from its picture.
#include <QImage>
#include <QPainter>
#include <QTest>

#include "ui/report/paper.h"
#include "ui/report/report_writer.h"
#include "ui/charts/svg_picture.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

QStringList pagesOf(const Document& document) {
  QStringList pages;
  for (int page = 0; page < document.pageCount(); ++page) {
    pages << svgPicture(document.size(), {QStringLiteral("p"), {}, {}},
                        [&](QPainter* painter) { document.paint(painter, page); });
  }
  return pages;
}

Document written(Paper paper, const std::function<void(Writer&)>& write) {
  Document document(paper);
  PaperWriter writer(document);
  write(writer);
  return document;
}

void fill(Writer& writer, int lines) {
  for (int i = 0; i < lines; ++i) writer.text(QStringLiteral("filler"));
}

int pageWith(const QStringList& pages, const char* words) {
  for (int i = 0; i < pages.size(); ++i) {
    if (pages[i].contains(QLatin1String(words))) return i;
  }
  return -1;
}

}  // namespace

class TestPaper : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingTurnsTheLine() {
    const QString words = QStringLiteral("a\u202Eb");
    const QString page = pagesOf(written(Paper::A4, [&](Writer& writer) {
                           writer.text(words);
                           writer.heading(words);
                           writer.markedHeading(Mark::Failed, words);
                           writer.header({{words}});
                           writer.row({{words}});
                           writer.markedRow(Mark::Failed, {{words}});
                           writer.labelled(words, words);
                           writer.footnote(words);
                         })).join(QString());
    QVERIFY(page.contains(QStringLiteral("U+202E")));
    QVERIFY(!page.contains(QChar(0x202E)));
  }

  void headingsStayWithWhatFollows_data() {
    QTest::addColumn<int>("next");
    QTest::newRow("text") << 0;
    QTest::newRow("table") << 1;
    QTest::newRow("picture") << 2;
    QTest::newRow("label") << 3;
    QTest::newRow("marked row") << 4;
  }
  void headingsStayWithWhatFollows() {
    QFETCH(int, next);
    Picture picture;
    picture.height = [](qreal, const PaintStyle&) { return 90 * paper::perPoint; };
    picture.paint = [](QPainter* painter, const QRectF& box, const PaintStyle&) {
      painter->drawText(box.bottomLeft(), QStringLiteral("Next"));
    };
    for (int lines = 1; lines < 60; ++lines) {
      Document document(Paper::A4);
      {
        PaperWriter writer(document);
        fill(writer, lines);
        writer.heading(QStringLiteral("Heading"), TextRole::CardHeading);
        writer.space(3);
        if (next == 0) writer.text(QStringLiteral("Next"));
        if (next == 1) {
          writer.header({{QStringLiteral("Name")}});
          for (int i = 0; i < 4; ++i) writer.row({{QStringLiteral("Next%1").arg(i)}});
        }
        if (next == 2) writer.picture(picture);
        if (next == 3) writer.labelled(QStringLiteral("Label"), QStringLiteral("Next"));
        if (next == 4) writer.markedRow(Mark::Passed, {{QStringLiteral("Next")}});
      }
      const QStringList pages = pagesOf(document);
      QVERIFY(pageWith(pages, "Heading") >= 0);
      QCOMPARE(pageWith(pages, "Next"), pageWith(pages, "Heading"));
      if (next == 1) QVERIFY(pages[pageWith(pages, "Heading")].contains(QStringLiteral("Next1")));
    }
  }

  void headingAtTheEndIsNotLost() {
    Document document;
    {
      PaperWriter writer(document);
      writer.heading(QStringLiteral("Heading"));
    }
    QCOMPARE(pageWith(pagesOf(document), "Heading"), 0);
  }

  void keptTogetherWhereOnePageIsEnough() {
    for (int lines = 1; lines < 60; ++lines) {
      const Document document = written(Paper::A4, [&](Writer& writer) {
        fill(writer, lines);
        writer.keep([&] {
          writer.text(QStringLiteral("First"));
          fill(writer, 20);
          writer.text(QStringLiteral("Last"));
        });
      });
      const QStringList pages = pagesOf(document);
      QCOMPARE(pageWith(pages, "Last"), pageWith(pages, "First"));
      QCOMPARE(document.missingCharacters(), 0);
    }
  }

  void longerThanAPageBeginsWhereItStood() {
    const Document document = written(Paper::A4, [](Writer& writer) {
      fill(writer, 10);
      writer.keep([&] {
        writer.text(QStringLiteral("First"));
        fill(writer, 200);
        writer.text(QStringLiteral("Last"));
      });
    });
    const QStringList pages = pagesOf(document);
    QCOMPARE(pageWith(pages, "First"), 0);
    QVERIFY(pageWith(pages, "Last") > 1);
    QCOMPARE(pages.join(QString()).count(QStringLiteral(">filler<")), 210);
  }

  void namesOfColumnsStandOnEveryPage() {
    const Document document = written(Paper::Letter, [](Writer& writer) {
      writer.header({{QStringLiteral("Month")}});
      for (int i = 0; i < 120; ++i) writer.row({{QStringLiteral("cell")}}, i % 2 == 0);
      writer.text(QStringLiteral("End"));
    });
    const QStringList pages = pagesOf(document);
    QVERIFY(pages.size() > 2);
    for (const QString& page : pages) QCOMPARE(page.count(QStringLiteral(">Month<")), 1);
    QCOMPARE(pages.join(QString()).count(QStringLiteral(">cell<")), 120);
  }

  void paperSizes() {
    QCOMPARE(Document(Paper::A4).size() / paper::perPoint, QSizeF(595, 842));
    QCOMPARE(Document(Paper::Letter).size() / paper::perPoint, QSizeF(612, 792));
    ReportOptions letter;
    letter.paper = Paper::Letter;
    const Document document = layOutReport(test::sampleResult(), letter);
    QCOMPARE(document.paper(), Paper::Letter);
    for (int page = 0; page < document.pageCount(); ++page) {
      QImage image(612, 792, QImage::Format_RGB32);
      image.fill(Qt::white);
      QPainter painter(&image);
      painter.scale(1 / paper::perPoint, 1 / paper::perPoint);
      document.paint(&painter, page);
      painter.end();
      for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
          const bool inside = x >= 50 && x < 612 - 50 && y >= 40 && y < 792 - 45;
          if (!inside) QCOMPARE(image.pixel(x, y), qRgb(255, 255, 255));
        }
      }
    }
  }

  void partsCanBeLeftOut() {
    const int all = layOutReport(test::sampleResult(), {}).pageCount();
    for (bool ReportOptions::*part : {&ReportOptions::balance, &ReportOptions::scheduler,
                                      &ReportOptions::findings, &ReportOptions::method}) {
      ReportOptions options;
      options.*part = false;
      QVERIFY(layOutReport(test::sampleResult(), options).pageCount() < all);
    }
  }
};

PLUMBLINE_WINDOW_TEST(TestPaper)
#include "test_paper.moc"
