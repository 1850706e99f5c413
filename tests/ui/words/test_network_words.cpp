// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The network of figures in words: where mass is missing, every explanation, and who could decide.
#include <QTest>

#include "ui/words/network_words.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

QString text(const QString& marked) {
  return QString(marked).remove(QStringLiteral("**")).replace(QChar(0x00a0), QLatin1Char(' '));
}

/// A network whose only place has that cause.
PlantNetwork only(const NetworkCause& cause) {
  PlantNetwork network = test::sampleNetwork();
  network.nodes.push_back(
      {.kind = NetworkNode::Kind::Pile, .party = "EcoSphere North", .material = "Compost"});
  network.nodes.push_back(
      {.kind = NetworkNode::Kind::Pile, .party = "EcoSphere North", .material = "Sorted paper"});
  network.places.resize(1);
  network.places.front().causes = {cause};
  return network;
}

QString told(const NetworkCause& cause) {
  return text(networkPlaces(only(cause), 5).front());
}

}  // namespace

class TestNetworkWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void insideAndOnTheWay() {
    const QString shown = text(networkShows(test::sampleNetwork()));
    QVERIFY2(shown.startsWith(QStringLiteral("Inside the plant the figures fit: 300 t ± 310 t are "
                                             "open, which cannot be told from nothing. On the way "
                                             "to the receivers 450 t ± 24 t are missing, more than "
                                             "scales and surveys may be off. The 8 figures do not "
                                             "fit together within their errors (chance below "
                                             "0.0001).")),
             qPrintable(shown));
  }

  void explanationsStandTogetherWithWhatDecides() {
    const QStringList places = networkPlaces(test::sampleNetwork(), 5);
    QCOMPARE(places.size(), 2);
    QCOMPARE(text(places[0]),
             QStringLiteral("386 t ± 14 t got lost on the way: EcoFibre board to Harbour Reclaim. "
                            "Or, just as well: Harbour Reclaim weighed 386 t too little; or scale "
                            "HR-1 of Harbour Reclaim weighs 1.9 % too little, 386 t in all."));
    QVERIFY(text(places[1]).startsWith(
        QStringLiteral("60.0 t ± 0.4 t got lost on the way to Quayside Polymers, in loads that "
                       "arrived with another mass.")));
    QCOMPARE(networkDeciders(test::sampleNetwork()),
             QStringLiteral("What would decide: the carriers’ weigh notes, or a calibration of the "
                            "scales at both ends."));
    QVERIFY(networkDeciders(PlantNetwork()).isEmpty());
  }

  void everyCauseHasItsWords() {
    using Kind = NetworkCause::Kind;
    const Mass some = test::tonnes(50);
    const QString plant = told({.index = 0, .amount = some});
    QVERIFY2(plant.startsWith(QStringLiteral("50 t ± 14 t left EcoSphere North, or stayed there, "
                                             "without a record.")),
             qPrintable(plant));
    QVERIFY(told({.index = 0, .amount = -some})
                .contains(QStringLiteral("came into EcoSphere North without a record")));
    QVERIFY(told({.index = 4, .amount = some})
                .contains(QStringLiteral("left the pile of Compost without a record")));
    QVERIFY(told({.index = 1, .amount = -some})
                .contains(QStringLiteral("more arrived than was sent: EcoFibre board")));
    QVERIFY(told({.index = 3, .amount = -some})
                .contains(QStringLiteral("Loads to Quayside Polymers arrived with 50 t")));
    const QString scale =
        told({.kind = Kind::Scale, .index = 0, .amount = some, .sharePpm = 2'500});
    QVERIFY2(scale.startsWith(QStringLiteral("Scale HR-1 of Harbour Reclaim weighs 0.25 % too "
                                             "much")),
             qPrintable(scale));
    QCOMPARE(networkDeciders(only({.kind = Kind::Scale, .index = 0, .amount = some})),
             QStringLiteral("What would decide: a calibration certificate of that scale."));
    const QString names = told({.kind = Kind::Relabel, .index = 4, .second = 5, .amount = some});
    QVERIFY2(names.startsWith(
                 QStringLiteral("50 t ± 14 t of Compost left under the name of Sorted paper.")),
             qPrintable(names));
  }

  void smallAndManyPlacesAreCounted() {
    PlantNetwork network = test::sampleNetwork();
    network.places.back().material = false;
    network.whole = false;
    QStringList places = networkPlaces(network, 5);
    QCOMPARE(places.size(), 3);
    QCOMPARE(places[1], QStringLiteral("At 1 place more the difference is too small to matter."));
    QVERIFY(places[2].startsWith(QStringLiteral("That does not explain all of it")));
    network = test::sampleNetwork();
    QCOMPARE(networkPlaces(network, 1).back(), QStringLiteral("1 more place stands in the table."));
    network.others = {{network.places[1]}};
    network.otherCount = 3;
    QVERIFY(networkOthers(network).endsWith(QStringLiteral("So do 2 others.")));
    QVERIFY(networkOthers(test::sampleNetwork()).isEmpty());
  }

  /// "Fits" is never said alone: what was not checked and what could hide stand beside it.
  void whatFitsSaysWhatItCouldNotSee() {
    PlantNetwork network = test::sampleNetwork();
    network.places.clear();
    network.fits = true;
    network.pPpm = 430'000;
    QVERIFY(text(networkShows(network))
                .endsWith(QStringLiteral("All 8 figures fit together within their errors (chance "
                                         "of a worse fit 0.43).")));
    const QString blind = text(networkCouldNotSee(network));
    QCOMPARE(blind, QStringLiteral("Nothing checks: Loads only one side weighed. An error of "
                                   "“Intakes” below 620 t would have been missed more than once in "
                                   "20 times."));
    network.tooGood = true;
    QVERIFY(networkShows(network).contains(QStringLiteral("better than honest errors")));
    network.tooGood = network.fits = false;
    QVERIFY(networkShows(network).contains(QStringLiteral("no single place stands out")));
  }

  void whatIsNotThereIsSaid() {
    const PlantNetwork none;
    QCOMPARE(networkShows(none),
             QStringLiteral("No two records say anything about the same mass."));
    QVERIFY(networkCouldNotSee(none).isEmpty());
    PlantNetwork ways = test::sampleNetwork();
    ways.withPlant = false;
    QVERIFY(networkShows(ways).startsWith(
        QStringLiteral("What happens inside the plant cannot be known from these records.")));
  }

  void tablesHaveEveryPlaceAndFigure() {
    const PlantNetwork network = test::sampleNetwork();
    const NetworkTable nodes = networkNodeTable(network);
    QCOMPARE(nodes.rows.size(), network.nodes.size());
    // What does not fit stands first.
    QCOMPARE(nodes.misfits, std::size_t{2});
    QCOMPARE(nodes.rows[0][1], QStringLiteral("missing"));
    QCOMPARE(nodes.rows[0][4], QStringLiteral("386.00"));
    QCOMPARE(nodes.rows[2][0], QStringLiteral("Inside EcoSphere North"));
    QCOMPARE(nodes.rows[2][1], QStringLiteral("fits"));
    const NetworkTable figures = networkFigureTable(network);
    QCOMPARE(figures.rows.size(), network.figures.size());
    for (const QStringList& row : figures.rows) QCOMPARE(row.size(), figures.header.size());
    QCOMPARE(figures.rows.back().back(), QStringLiteral("nothing checks it"));
  }
};

PLUMBLINE_TEST(TestNetworkWords)
#include "test_network_words.moc"
