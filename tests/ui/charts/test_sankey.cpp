// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "ui/charts/save_picture.h"
#include "ui/figures/delivery_charts.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/painted.h"
#include "tests/ui/sample_deliveries.h"

using namespace plumbline;

namespace {

SankeyData sample(double missing = 1240) {
  Balance balance = test::sampleBalance();
  balance.outcomes.back().found = test::tonnes(missing);
  return sankeyData(balance, test::sampleDeliveries());
}

const SankeyNode& nodeOf(const SankeyData& data, const QString& name) {
  for (const SankeyNode& node : data.nodes) {
    if (node.name == name) return node;
  }
  qFatal("no node %s", qPrintable(name));
}

}  // namespace

class TestSankey : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void fourColumns() {
    const SankeyData data = sample();
    QCOMPARE(data.captions.size(), 4);
    QCOMPARE(nodeOf(data, QStringLiteral("Household")).column, std::size_t{0});
    QCOMPARE(nodeOf(data, QStringLiteral("Plant")).column, std::size_t{1});
    QCOMPARE(nodeOf(data, QStringLiteral("Products")).column, std::size_t{2});
    QCOMPARE(nodeOf(data, QStringLiteral("Harbour Reclaim")).column, std::size_t{3});
    QCOMPARE(data.sums.join(QLatin1Char('|')),
             QStringLiteral("48,620\u00a0t||48,620\u00a0t|38,708\u00a0t"));
  }

  void plantSaysInOutAndMissing() {
    const SankeyData data = sample();
    const SankeyNode& plant = nodeOf(data, QStringLiteral("Plant"));
    QCOMPARE(plant.below.size(), 3);
    QVERIFY(plant.below[2].contains(QStringLiteral("Missing 1,240")));
    QVERIFY(plant.alarm);
    const SankeyNode& missing = nodeOf(data, QStringLiteral("Unaccounted"));
    QCOMPARE(missing.fill, Fill::Hatch);
    QVERIFY(missing.mass.contains(QStringLiteral("±\u00a0180")));
  }

  void whoSignedForNothingHasNoBand() {
    const SankeyData data = sample();
    const SankeyNode& quarry = nodeOf(data, QStringLiteral("Quarry Fill"));
    QCOMPARE(quarry.fill, Fill::Open);
    QVERIFY(quarry.spoken.contains(QStringLiteral("found 0")));
    for (const SankeyLink& link : data.links) QVERIFY(&data.nodes[link.to] != &quarry);
    QVERIFY(std::any_of(data.tableRows.begin(), data.tableRows.end(), [](const QStringList& row) {
      return row[1] == QStringLiteral("Quarry Fill") && row[2] == QStringLiteral("612\u00a0t");
    }));
  }

  void manyReceiversBecomeOne() {
    Deliveries deliveries = test::sampleDeliveries();
    for (int i = 0; i < 60; ++i) {
      deliveries.places.push_back({"R" + std::to_string(i), std::nullopt, true});
      deliveries.list.push_back({test::firstMonth, 0, deliveries.places.size() - 1, "secondary", 1,
                                 test::tonnes(2), test::tonnes(2)});
    }
    const SankeyData data = sankeyData(test::sampleBalance(), deliveries);
    const auto receivers = std::count_if(data.nodes.begin(), data.nodes.end(),
                                         [](const SankeyNode& node) { return node.column == 3; });
    QCOMPARE(receivers, 8);
    QVERIFY(nodeOf(data, QStringLiteral("Others")).spoken.contains(QStringLiteral("Others")));
  }

  void layout_data() {
    QTest::addColumn<double>("missing");
    QTest::newRow("much") << 20000.0;
    QTest::newRow("usual") << 1240.0;
    QTest::newRow("tiny") << 0.2;
    QTest::newRow("gain") << -50.0;
  }
  void layout() {
    QFETCH(double, missing);
    const SankeyData data = sample(missing);
    const PaintStyle style = PaintStyle::print(13);
    const QRectF rect(0, 0, 1200, sankeyHeight(data, style));
    const SankeyLayout layout = sankeyLayout(rect, data, style);
    QCOMPARE(layout.nodes.size(), data.nodes.size());
    QCOMPARE(layout.links.size(), data.links.size());
    for (std::size_t i = 0; i < data.nodes.size(); ++i) {
      QVERIFY(rect.contains(layout.nodes[i].center()));
      QVERIFY(layout.nodes[i].bottom() <= layout.sumTop + 1);
      for (std::size_t k = 0; k < i; ++k) {
        if (data.nodes[k].column != data.nodes[i].column) continue;
        // Nodes of a column stand below each other, with room for their words.
        QVERIFY(layout.nodes[i].top() >= layout.nodes[k].bottom());
        QVERIFY(layout.nodes[i].center().y() - layout.nodes[k].center().y() >= style.px(17));
      }
    }
    // Bands pass the words of their own column before they cross.
    for (std::size_t i = 0; i < data.links.size(); ++i) {
      const std::size_t from = data.links[i].from;
      if (data.nodes[from].column != 2) continue;
      for (std::size_t k = 0; k < data.nodes.size(); ++k) {
        if (k == from || data.nodes[k].column != 2) continue;
        QVERIFY2(!layout.links[i].intersects(layout.labels[k]), qPrintable(data.nodes[k].name));
      }
    }
    QCOMPARE(layout.words.size(), data.nodes.size());
    for (const QRectF& words : layout.words) {
      if (words.isNull()) continue;
      QVERIFY(words.bottom() <= layout.sumTop);
      for (const QPainterPath& band : layout.links) {
        QVERIFY(!band.intersects(words.adjusted(-4, -4, 0, 4)));
      }
    }
    for (std::size_t i = 0; i < data.links.size(); ++i) {
      if (data.links[i].fill != Fill::Hatch) continue;
      QVERIFY(layout.linkHeights[i] >= style.px(8));
    }
    // Heights are in proportion to masses, where nothing needs the least height.
    const qreal ratio = layout.linkHeights[0] / layout.linkHeights[1];
    QVERIFY(std::abs(ratio - data.links[0].value / data.links[1].value) < 1e-6);
  }

  void everyBandAndNodeIsAStopWithAName() {
    SankeyView view;
    view.resize(1200, 420);
    view.replace(sample());
    const auto count = static_cast<int>(view.data().nodes.size() + view.data().links.size());
    QCOMPARE(view.stopCount(), count);
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(&view);
    QCOMPARE(root->childCount(), count);
    for (int i = 0; i < count; ++i) {
      QVERIFY(!root->child(i)->text(QAccessible::Name).isEmpty());
      QVERIFY(!view.stop(i).box.isNull() ||
              view.stop(i).text.contains(QStringLiteral("Quarry Fill")));
    }
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.currentStop(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentStop(), 1);
  }

  void savedPictureIsVector() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("who.svg"));
    SankeyView view;
    view.replace(sample());
    QVERIFY(saveFigureTo(path, {&view, {}, {}}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("<path"));
    QVERIFY(!svg.contains("<image"));
    for (const char* words : {"Harbour Reclaim", "Unaccounted", "Household", "Recycled onward"}) {
      QVERIFY2(svg.contains(words), words);
    }
  }

  void savedPdfIsVector() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("who.pdf"));
    SankeyView view;
    view.replace(sample());
    QVERIFY(saveFigureTo(path, {&view, {}, {}}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
    // One page of the picture's own size, in points.
    const QSizeF size = (view.printSize() + QSizeF(24, 24)) * 0.75;
    QVERIFY(pdf.contains("/MediaBox [0 0 " + QByteArray::number(qRound(size.width()))));
  }

  void keepPictures() {
    const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
    if (folder.isEmpty()) return;
    Theme::install(*qApp);
    SankeyView view;
    view.resize(1180, 420);
    view.replace(sample());
    for (const ThemeChoice look : {ThemeChoice::Light, ThemeChoice::Dark}) {
      Theme::instance().setChoice(look);
      const QString name = look == ThemeChoice::Dark ? QStringLiteral("sankey-dark.png")
                                                     : QStringLiteral("sankey-light.png");
      QVERIFY(view.grab().save(QDir(folder).filePath(name)));
    }
  }

  void nothingToShow() {
    const SankeyData data;
    QVERIFY(sankeyLayout(QRectF(0, 0, 100, 100), data, PaintStyle::print(13)).nodes.empty());
    SankeyView view;
    view.resize(300, 200);
    QCOMPARE(view.stopCount(), 0);
    QWidget empty;
    empty.resize(view.size());
    QVERIFY(test::painted(view).picture == test::painted(empty).picture);
  }
};

PLUMBLINE_WINDOW_TEST(TestSankey)
#include "test_sankey.moc"
