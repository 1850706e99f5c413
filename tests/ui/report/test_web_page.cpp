// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <future>
#include <map>

#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/charts/svg_picture.h"
#include "ui/report/report_pages.h"
#include "ui/report/report_writer.h"
#include "ui/report/web_writer.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

/// Notes every word that the parts of the report write.
class WordList : public Writer {
 public:
  QStringList words;
  void brand(const QString& text) override { words << text; }
  void part() override {}
  void space(qreal) override {}
  void text(const QString& markup, TextRole, ColorRole, qreal) override { words << markup; }
  void heading(const QString& text, TextRole) override { words << text; }
  void markedHeading(Mark, const QString& text) override { words << text; }
  void line() override {}
  void header(const std::vector<PaperCell>& cells) override { row(cells, false); }
  void row(const std::vector<PaperCell>& cells, bool) override {
    for (const PaperCell& cell : cells) words << cell.text;
  }
  void markedRow(Mark, const std::vector<PaperCell>& cells) override { row(cells, false); }
  void labelled(const QString& label, const QString& value, bool) override {
    words << label << value;
  }
  void picture(const Picture& picture) override { words << picture.title << picture.summary; }
  void footnote(const QString& text) override { words << text; }
  void keep(const std::function<void()>& write) override { write(); }
};

/// The page as XML: what HTML leaves open is closed.
QString asXml(const QByteArray& page) {
  QString text = QString::fromUtf8(page);
  static const QRegularExpression open(QStringLiteral("<(meta|br|hr)([^>]*)>"));
  text.replace(open, QStringLiteral("<\\1\\2/>"));
  return text.remove(QStringLiteral("<!DOCTYPE html>\n"));
}

QString wordsIn(const QByteArray& page) {
  QXmlStreamReader reader(asXml(page));
  QString text;
  while (!reader.atEnd()) {
    if (reader.readNext() == QXmlStreamReader::Characters) text += reader.text();
    if (reader.isStartElement() && reader.name() == QStringLiteral("br")) text += QLatin1Char('\n');
  }
  return text;
}

/// Ten texts that turn the line, one in each way to write.
void writeHostile(Writer& writer) {
  const QString words = QStringLiteral("a\u202Eb");
  writer.brand(words);
  writer.text(words);
  writer.heading(words);
  writer.markedHeading(Mark::Failed, words);
  writer.header({{words}});
  writer.row({{words}});
  writer.markedRow(Mark::Failed, {{words}});
  writer.labelled(words, words);
  writer.footnote(QStringLiteral("plain"));
}

}  // namespace

class TestWebPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isWellFormed() {
    QXmlStreamReader reader(asXml(webPage(test::sampleResult(), {})));
    std::map<QString, int> elements;
    QSet<QString> ids;
    while (!reader.atEnd()) {
      if (reader.readNext() != QXmlStreamReader::StartElement) continue;
      ++elements[reader.name().toString()];
      const QString id = reader.attributes().value(QStringLiteral("id")).toString();
      if (id.isEmpty()) continue;
      QVERIFY2(!ids.contains(id), qPrintable(id));  // pictures share one page
      ids.insert(id);
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(elements[QStringLiteral("h1")], 1);
    QVERIFY(elements[QStringLiteral("h2")] >= 5);
    QVERIFY(elements[QStringLiteral("th")] > 20);
    QCOMPARE(elements[QStringLiteral("figure")], 10);
    QVERIFY(elements[QStringLiteral("clipPath")] > 0);
  }

  void hasTheWordsOfThePaper() {
    ReportOptions options;
    options.allFindings = true;
    WordList list;
    writeAll(list, test::sampleResult(), options);
    QVERIFY(list.words.size() > 500);
    const QString words = wordsIn(webPage(test::sampleResult(), options));
    for (QString expected : std::as_const(list.words)) {
      expected.remove(QStringLiteral("**"));
      QVERIFY2(words.contains(expected), qPrintable(expected));
    }
  }

  void nothingRunsAndNothingIsFetched() {
    const QByteArray page = webPage(test::sampleResult(), {});
    QVERIFY(page.contains("default-src 'none'"));
    for (const char* never : {"<script", "<img", "<link", "<iframe", "<object", "@import",
                              "http:", "https:", "url(http", "javascript:", " src=", "data:"}) {
      QVERIFY2(!page.toLower().contains(never), never);
    }
    static const QRegularExpression links(QStringLiteral("href=\"([^\"]*)\""));
    auto found = links.globalMatch(QString::fromUtf8(page));
    QVERIFY(found.hasNext());
    while (found.hasNext()) QVERIFY(found.next().captured(1).startsWith(QLatin1Char('#')));
  }

  void namesFromTheEvidenceAreOnlyText() {
    AuditResult audit = test::sampleResult();
    audit.title = "<script>alert(1)</script>\"&";
    const QByteArray page = webPage(audit, {});
    QVERIFY(!page.contains("<script"));
    QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"));
    QXmlStreamReader reader(asXml(page));
    while (!reader.atEnd()) reader.readNext();
    QVERIFY(!reader.hasError());
  }

  /// A name that turns the line around would show other figures than the page has.
  void nothingTurnsTheLine() {
    AuditResult audit = test::sampleResult();
    const std::string name = "evil\u202E\u0007\u2029name";
    audit.title = audit.subtitle = name;
    for (PartyView& party : audit.evidence.parties) party.name = name;
    QuarantineEntry entry;
    entry.original = std::string(64, 'a');
    entry.row.where.column = name;
    entry.row.value = name;
    audit.quarantine.counts = {{entry.original, "receipts", "bad_value", 1}};
    audit.quarantine.first = {entry};
    const QString page = QString::fromUtf8(webPage(audit, {}));
    for (const char16_t obeyed : {u'\u202E', u'\u0007', u'\u2029'})
      QVERIFY(!page.contains(QChar(obeyed)));
    QVERIFY(page.contains(QStringLiteral("evil⟨U+202E⟩⟨U+0007⟩⟨U+2029⟩name</td>")));
    // Whatever its parts forget, the writer does not.
    WebWriter writer;
    writeHostile(writer);
    const QString written = QString::fromUtf8(writer.page(QStringLiteral("title\u202E")));
    QVERIFY(!written.contains(QChar(0x202E)));
    QCOMPARE(written.count(QStringLiteral("⟨U+202E⟩")), 10);
  }

  void sameAuditSameBytes() {
    const QByteArray page = webPage(test::sampleResult(), {});
    QVERIFY(webPage(test::sampleResult(), {}) == page);
    const auto elsewhere =
        std::async(std::launch::async, [] { return webPage(test::sampleResult(), {}); }).get();
    QVERIFY(elsewhere == page);
  }

  void optionsLeaveThingsOut() {
    ReportOptions options;
    options.findings = false;
    options.scheduler = false;
    options.hidePlates = true;
    const QString words = wordsIn(webPage(test::sampleResult(), options));
    QVERIFY(!words.contains(QStringLiteral("Scheduler: who waits how long")));
    QVERIFY(!words.contains(QStringLiteral("NL-4471")));
    QVERIFY(words.contains(QStringLiteral("Balance: where the mass went")));
  }

  void writesNothingWhereItCannot() {
    const auto result = writeWebPage(test::sampleResult(), QStringLiteral("/no/such/x.html"), {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::Io);
  }

  void pictureKeepsClipsAndText() {
    const QString svg = svgPicture({100, 50}, {QStringLiteral("x"), QStringLiteral("A & B"), {}},
                                   [](QPainter* painter) {
                                     painter->save();
                                     painter->setClipRect(QRectF(10, 10, 20, 20));
                                     painter->setPen(QPen(QColor(255, 0, 0, 128), 2, Qt::DashLine));
                                     painter->drawLine(QPointF(0, 0), QPointF(100, 50));
                                     painter->restore();
                                     painter->translate(5, 7.25);
                                     painter->setPen(Qt::NoPen);
                                     painter->setBrush(Qt::blue);
                                     painter->drawRect(QRectF(1, 2, 3, 4));
                                     painter->setPen(Qt::black);
                                     painter->drawText(QPointF(0, 20), QStringLiteral("<1 t"));
                                   });
    QVERIFY(svg.contains(QStringLiteral("viewBox=\"0 0 100 50\"")));
    QVERIFY(svg.contains(QStringLiteral("<title>A &amp; B</title>")));
    QVERIFY(
        svg.contains(QStringLiteral("<clipPath id=\"x-c1\"><path d=\"M10 10L30 10L30 30L10 30")));
    QVERIFY(svg.contains(QStringLiteral("<g clip-path=\"url(#x-c1)\"><path d=\"M0 0L100 50\"")));
    QCOMPARE(svg.count(QStringLiteral("clip-path=")), 1);  // what follows is not clipped
    QVERIFY(svg.contains(QStringLiteral("stroke=\"#ff0000\" stroke-opacity=\"0.5\"")));
    QVERIFY(svg.contains(QStringLiteral("stroke-dasharray=\"8 4\"")));
    QVERIFY(svg.contains(QStringLiteral("fill=\"#0000ff\"")));
    QVERIFY(svg.contains(QStringLiteral("matrix(1 0 0 1 5 7.25)")));
    QVERIFY(svg.contains(QStringLiteral(">&lt;1 t</text>")));
  }
};

PLUMBLINE_WINDOW_TEST(TestWebPage)
#include "test_web_page.moc"
