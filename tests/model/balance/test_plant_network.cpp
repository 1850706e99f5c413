// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QTest>

#include "model/statistics/random.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

using CauseKind = NetworkCause::Kind;
using FigureKind = NetworkFigure::Kind;
using NodeKind = NetworkNode::Kind;

/// What is wrong in a year of one plant with a scale for what comes, one for what goes, and two
/// receivers. Shares are of the true mass.
struct Wrong {
  double outScale = 0;       // the scale at the gate weighs so much too much
  double harbourScale = 0;   // and that of the first receiver
  double lostToHarbour = 0;  // of each load on the way there
  double lostInside = 0;     // of what came in
  int lightLoads = 0;        // to the first receiver, a fifth of each is missing
  int renamedLoads = 0;      // to the first receiver, received as residue
  bool stocks = true, receipts = true, intakes = true, stated = true;
  bool exact = false;  // no errors at all
};

constexpr double sharedError = 5e-4;
constexpr double ownKilograms = 20;
constexpr std::int64_t monthKilograms = 400'000;

struct TwoReceivers : RecordFixture {
  explicit TwoReceivers(const Wrong& wrong = {}, std::uint64_t seed = 1)
      : m_wrong(wrong), m_random(seed, 11) {
    materials();
    delta = publication("delta", "receiver", "Delta Fibre");
    if (wrong.stated) {
      for (const char* scale : {"IN", "OUT"}) instrument(plant, scale, "A", 20'000, 500);
      instrument(receiver, "HR", "A", 20'000, 500);
      instrument(delta, "DF", "A", 20'000, 500);
    }
    m_in = sharedError * normal();
    m_out = sharedError * normal() + wrong.outScale;
    m_harbour = sharedError * normal() + wrong.harbourScale;
    m_delta = sharedError * normal();
    survey(0);
    for (int month = 1; month <= 12; ++month) addMonth(month);
  }
  static std::string day(int month, const char* rest) {
    return "2141-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + rest;
  }
  std::int64_t delta = 0;

 private:
  double normal() { return m_wrong.exact ? 0 : m_random.normal(); }
  std::int64_t read(double kilograms, double shared) {
    return std::llround(kilograms * (1 + shared) + ownKilograms * normal());
  }
  void survey(int month) {
    if (!m_wrong.stocks) return;
    const std::string time = month == 0 ? "2140-12-31T23:59:59Z" : day(month, "-28T23:59:59Z");
    stock("S" + std::to_string(month), time.c_str(), 100'000 + std::llround(500 * normal()), 500);
  }
  void addMonth(int month) {
    constexpr int loads = 20;
    constexpr double each = static_cast<double>(monthKilograms) / loads;
    for (int load = 0; load < loads; ++load) {
      const std::string id = std::to_string(month * 100 + load);
      if (m_wrong.intakes) {
        intake("I" + id, day(month, "-10T08:00:00Z").c_str(),
               read(each / (1 - m_wrong.lostInside), m_in), {{"instrument", "IN"}});
      }
      const bool toHarbour = load % 2 == 0;
      const std::int64_t sent = at(day(month, "-20T08:00:00Z").c_str());
      shipment(id, read(each, m_out),
               {{"dispatched_ms", sent},
                {"instrument", "OUT"},
                {"low_code", "19 12 04"},
                {"consignee", toHarbour ? "harbour" : "delta"}});
      if (!m_wrong.receipts) continue;
      Row row{{"received_ms", sent + 3'600'000}, {"instrument", toHarbour ? "HR" : "DF"}};
      if (!toHarbour) row["publication"] = delta;
      if (toHarbour && m_renamed < m_wrong.renamedLoads) {
        ++m_renamed;
        row["material"] = "sorting-residue";
        row["operation"] = "D1";
      }
      double arriving = toHarbour ? each * (1 - m_wrong.lostToHarbour) : each;
      if (toHarbour && month > 6 && m_light < m_wrong.lightLoads) {
        ++m_light;
        arriving *= 0.8;
      }
      receipt("RC-" + id, id, read(arriving, toHarbour ? m_harbour : m_delta), std::move(row));
    }
    survey(month);
  }
  Wrong m_wrong;
  CounterRandom m_random;
  double m_in = 0, m_out = 0, m_harbour = 0, m_delta = 0;
  int m_renamed = 0, m_light = 0;
};

bool has(const NetworkPlace& place, CauseKind kind) {
  return std::any_of(place.causes.begin(), place.causes.end(),
                     [kind](const NetworkCause& cause) { return cause.kind == kind; });
}

const NetworkNode& nodeOf(const PlantNetwork& network, const NetworkPlace& place) {
  return network.nodes[static_cast<std::size_t>(network.nodeOf(place.causes.front()))];
}

double tonnes(Mass mass) {
  return static_cast<double>(mass.inGrams()) / 1e6;
}

CheckOutcome checked(const RecordFixture& world, const Reconciliation& result) {
  return outcomeOf(world, result, rules::grossError);
}

}  // namespace

class TestPlantNetwork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFigureIsOfTheBalance() {
    const Reconciliation result = TwoReceivers().reconciled();
    const PlantNetwork& network = result.balances.network;
    QVERIFY(network.whyNot.empty());
    QVERIFY(network.withPlant);
    QCOMPARE(network.nodes.size(), std::size_t{3});
    QCOMPARE(network.figures.size(), std::size_t{6});
    QCOMPARE(network.dof, 3);
    QVERIFY(network.fits);
    QVERIFY(network.places.empty());
    for (const NetworkFigure& figure : network.figures) {
      QVERIFY(figure.checked);
      QVERIFY(figure.detectable > figure.uncertainty);
      QVERIFY(figure.reconciledUncertainty <= figure.uncertainty);
    }
    // What is missing inside and on the way is what is unaccounted for.
    QCOMPARE(network.inside.inGrams() + network.onTheWay.inGrams(),
             result.balances.whole.muf.inGrams());
  }

  /// J of honest worlds is chi square with three degrees: neither too many fail nor too few.
  void honestWorldsFitAsOftenAsTheyShould() {
    constexpr int worlds = 100;
    double sum = 0;
    int misfits = 0;
    int belowMedian = 0;
    for (int seed = 1; seed <= worlds; ++seed) {
      const PlantNetwork network =
          TwoReceivers({}, static_cast<std::uint64_t>(seed)).reconciled().balances.network;
      sum += static_cast<double>(network.objectiveMilli) / 1000;
      misfits += network.fits ? 0 : 1;
      belowMedian += network.pPpm > 500'000 ? 1 : 0;
    }
    // Mean 3 with a standard deviation of 0.25; one misfit expected, 6 or more once in 2,000 runs.
    QVERIFY2(std::abs(sum / worlds - 3) < 0.8, qPrintable(QString::number(sum / worlds)));
    QVERIFY2(misfits <= 5, qPrintable(QString::number(misfits)));
    QVERIFY2(std::abs(belowMedian - worlds / 2) < 17, qPrintable(QString::number(belowMedian)));
  }

  void lossOnTheWayIsToldWithWhatExplainsItAsWell() {
    TwoReceivers world({.lostToHarbour = 0.01});
    const Reconciliation result = world.reconciled();
    const PlantNetwork& network = result.balances.network;
    QVERIFY(!network.fits);
    QVERIFY(network.whole);
    QCOMPARE(network.places.size(), std::size_t{1});
    const NetworkPlace& place = network.places.front();
    QVERIFY(place.material);
    QCOMPARE(nodeOf(network, place).kind, NodeKind::Way);
    QCOMPARE(nodeOf(network, place).party, std::string("Harbour Reclaim"));
    // A loss, a receiver's figure that is too small, and a receiver's scale that weighs too little.
    QVERIFY(has(place, CauseKind::Leak) && has(place, CauseKind::Figure) &&
            has(place, CauseKind::Scale));
    const Mass lost = place.causes.front().amount;
    QVERIFY2(std::abs(tonnes(lost) - 24) < 1.5 * tonnes(place.uncertainty),
             qPrintable(QString::number(tonnes(lost))));
    for (const NetworkCause& cause : place.causes) {
      QCOMPARE(cause.kind == CauseKind::Leak ? cause.amount > Mass() : cause.amount < Mass(), true);
      if (cause.kind == CauseKind::Scale) QVERIFY(std::abs(cause.sharePpm + 10'000) < 3'000);
    }
    // With the loss granted, what was sent and what came are left as they were weighed.
    for (const NetworkFigure& figure : network.figures) {
      QVERIFY((figure.reconciled - figure.value).abs() <= figure.uncertainty + figure.uncertainty);
    }
    // Half a per cent of all that was sent is not worth a look; twice as much is.
    QCOMPARE(checked(world, result).state, CheckState::Passed);
    TwoReceivers more({.lostToHarbour = 0.02});
    const Reconciliation moreBooks = more.reconciled();
    const CheckOutcome outcome = checked(more, moreBooks);
    QCOMPARE(outcome.state, CheckState::Failed);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().rule, std::string("gross_error"));
    QCOMPARE(outcome.findings.front().severity, Severity::Look);
    QCOMPARE(outcome.findings.front().amount.inGrams(),
             moreBooks.balances.network.places.front().causes.front().amount.inGrams());
  }

  /// All ways are short by the same share: the gate's scale explains it with one error, so nobody
  /// is accused of two losses.
  void scaleAtTheGateIsOneExplanation() {
    const PlantNetwork network = TwoReceivers({.outScale = 0.01}).reconciled().balances.network;
    QVERIFY(!network.fits);
    QCOMPARE(network.places.size(), std::size_t{1});
    QCOMPARE(network.places.front().causes.size(), std::size_t{1});
    const NetworkCause& cause = network.places.front().causes.front();
    QCOMPARE(cause.kind, CauseKind::Scale);
    QCOMPARE(network.scales[static_cast<std::size_t>(cause.index)].name, std::string("OUT"));
    QVERIFY(std::abs(cause.sharePpm - 10'000) < 2'000);
    QVERIFY(std::abs(tonnes(cause.amount) - 48) < 10);
  }

  /// The plant as a whole: intake, stock and an unrecorded way out cannot be told apart.
  void lossInsideIsTheBalancesOwnStory() {
    TwoReceivers world({.lostInside = 0.02});
    const Reconciliation result = world.reconciled();
    const PlantNetwork& network = result.balances.network;
    QCOMPARE(network.places.size(), std::size_t{1});
    const NetworkPlace& place = network.places.front();
    QCOMPARE(nodeOf(network, place).kind, NodeKind::Plant);
    QVERIFY(place.causes.size() >= 3);  // leak, intake, growth of stock, the scale of the intakes
    QVERIFY(std::abs(tonnes(place.causes.front().amount) - 4800 * (1 / 0.98 - 1)) < 12);
    // Rule F16 tells it.
    QCOMPARE(checked(world, result).state, CheckState::Passed);
  }

  void loadsThatDisagreeAreAWayOfTheirOwn() {
    TwoReceivers world({.lightLoads = 10});
    const Reconciliation result = world.reconciled();
    const PlantNetwork& network = result.balances.network;
    QCOMPARE(network.places.size(), std::size_t{1});
    QVERIFY(nodeOf(network, network.places.front()).disagree);
    QVERIFY(std::abs(tonnes(network.places.front().causes.front().amount) - 40) < 2);
    // Each of them is told by rule F2.
    QCOMPARE(result.loads.exceptions.of(LoadKind::MassDiffers).count, 10);
    QCOMPARE(checked(world, result).state, CheckState::Passed);
    const auto wrong = std::count_if(
        network.nodes.begin(), network.nodes.end(),
        [](const NetworkNode& node) { return node.missing.abs() > node.uncertainty; });
    QCOMPARE(wrong, 1);
  }

  /// Whose mass agrees and whose name does not is no error of mass.
  void renamedLoadsAreAWayOfTheirOwn() {
    const PlantNetwork network = TwoReceivers({.renamedLoads = 12}).reconciled().balances.network;
    QVERIFY(network.fits);
    const auto renamed =
        std::find_if(network.nodes.begin(), network.nodes.end(),
                     [](const NetworkNode& node) { return !node.outcome.empty(); });
    QVERIFY(renamed != network.nodes.end());
    QCOMPARE(renamed->outcome, std::string("residue"));
    QCOMPARE(renamed->material, std::string("board"));
    QCOMPARE(QString::fromStdString(renamed->receivedAs), QStringLiteral("sorting-residue"));
    QVERIFY(std::abs(tonnes(renamed->in) - 240) < 2);
  }

  void withoutReceiptsOnlyThePlantIsChecked() {
    const PlantNetwork network = TwoReceivers({.receipts = false}).reconciled().balances.network;
    QVERIFY(network.whyNot.empty());
    QCOMPARE(network.dof, 1);
    const auto oneSided = std::find_if(
        network.figures.begin(), network.figures.end(),
        [](const NetworkFigure& figure) { return figure.kind == FigureKind::OneSided; });
    QVERIFY(oneSided != network.figures.end());
    QCOMPARE(oneSided->loads, 240);
    QCOMPARE(network.onTheWay.inGrams(), 0);
  }

  void withoutSurveysOnlyTheWaysAreChecked() {
    const PlantNetwork network =
        TwoReceivers({.lostToHarbour = 0.01, .stocks = false}, 2).reconciled().balances.network;
    QVERIFY(!network.withPlant);
    QCOMPARE(network.dof, 2);
    QCOMPARE(network.places.size(), std::size_t{1});
    QCOMPARE(network.inside.inGrams(), 0);
    QVERIFY(std::abs(tonnes(network.onTheWay) - 24) < 8);
  }

  void nothingToCheckIsSaid() {
    TwoReceivers world({.stocks = false, .receipts = false});
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.balances.network.whyNot, std::string("nothing_to_check"));
    const CheckOutcome outcome = checked(world, result);
    QCOMPARE(outcome.state, CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("nothing_to_check"));
  }

  /// Not where nobody stated how large errors are: then honest figures fit the cautious defaults
  /// too well.
  void figuresWithoutAnyErrorAreTooGood() {
    TwoReceivers world({.exact = true});
    const Reconciliation result = world.reconciled();
    QVERIFY(result.balances.network.tooGood);
    const CheckOutcome outcome = checked(world, result);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    QCOMPARE(outcome.findings.front().rule, std::string("too_good_closure"));
    QVERIFY(!TwoReceivers({.stated = false, .exact = true}).reconciled().balances.network.tooGood);
    QVERIFY(!TwoReceivers().reconciled().balances.network.tooGood);
  }

  /// Two machines fill two piles by their own counters; what they make leaves under the name of the
  /// other pile. Each pile alone looks like a loss and a gain; together it is one exchange.
  void exchangedNamesAreOneExplanation() {
    RecordFixture world;
    world.materials();
    for (const std::int64_t owner : {world.plant, world.receiver}) {
      world.instrument(owner, owner == world.plant ? "WB-1" : "HR-1", "A", 20'000, 500);
    }
    const Row residue{{"node", "yard"}, {"material", "sorting-residue"}};
    for (int month = 0; month <= 12; ++month) {
      const std::string time =
          month == 0 ? "2140-12-31T23:59:59Z" : TwoReceivers::day(month, "-28T23:59:59Z");
      const std::string name = std::to_string(month);
      world.stock("B" + name, time.c_str(), 50'000, 500);
      world.stock("R" + name, time.c_str(), 50'000, 500, residue);
      if (month == 0) continue;
      const auto flow = [&](const char* id, const char* to, const char* material) {
        world.flow(id + name, TwoReceivers::day(month, "-01").c_str(),
                   TwoReceivers::day(month, "-28").c_str(), to, 100'000, 500,
                   {{"from_node", "line"}, {"material", material}});
      };
      flow("FB", "hall", "board");
      flow("FR", "yard", "sorting-residue");
      for (int load = 0; load < 10; ++load) {
        const std::string id = std::to_string(month * 10 + load);
        world.intake("I" + id, TwoReceivers::day(month, "-10T08:00:00Z").c_str(), 20'000);
        const std::int64_t sent = at(TwoReceivers::day(month, "-20T08:00:00Z").c_str());
        // Five loads of each were made, six leave as board.
        const char* const material = load < 6 ? "board" : "sorting-residue";
        world.shipment(id, 20'000, {{"dispatched_ms", sent}, {"material", material}});
        world.receipt("RC-" + id, id, 20'000,
                      {{"received_ms", sent + 3'600'000}, {"material", material}});
      }
    }
    const PlantNetwork network = world.reconciled().balances.network;
    QVERIFY(!network.fits);
    QVERIFY(!network.places.empty());
    const NetworkPlace& place = network.places.front();
    QCOMPARE(network.places.size(), std::size_t{1});
    QCOMPARE(place.causes.front().kind, CauseKind::Relabel);
    const auto material = [&](int node) {
      return network.nodes[static_cast<std::size_t>(node)].material;
    };
    QCOMPARE(material(place.causes.front().index), std::string("sorting-residue"));
    QCOMPARE(material(place.causes.front().second), std::string("board"));
    QVERIFY(std::abs(tonnes(place.causes.front().amount) - 240) < 15);
  }

  void manyWaysAreToldTogether() {
    TwoReceivers world;
    const std::int64_t sent = at("2141-04-20T08:00:00Z");
    for (int i = 0; i < 60; ++i) {
      const std::string id = "M" + std::to_string(i);
      const Row name{{"material", "product-" + std::to_string(i)}};
      Row row = name;
      row["dispatched_ms"] = sent;
      world.shipment(id, 1'000, row);
      row.erase("dispatched_ms");
      row["received_ms"] = sent + 3'600'000;
      world.receipt("RC-" + id, id, 1'000, row);
    }
    const Reconciliation result = world.reconciled();
    QVERIFY(result.balances.network.nodes.size() <= 22);
    Mass received;
    for (const NetworkFigure& figure : result.balances.network.figures) {
      if (figure.kind == FigureKind::Received) received += figure.value;
    }
    QVERIFY(std::abs(tonnes(received) - 4860) < 12);
    QCOMPARE(result.balances.network.inside.inGrams() + result.balances.network.onTheWay.inGrams(),
             result.balances.whole.muf.inGrams());
  }

  void refusedLoadsMayBeAnywhere() {
    TwoReceivers world;
    const std::int64_t sent = at("2141-04-20T08:00:00Z");
    world.shipment("R1", 20'000, {{"dispatched_ms", sent}});
    world.receipt("RC-R1", "R1", 20'000,
                  {{"received_ms", sent + 3'600'000}, {"outcome", "rejected"}});
    const PlantNetwork network = world.reconciled().balances.network;
    const auto open =
        std::find_if(network.figures.begin(), network.figures.end(),
                     [](const NetworkFigure& figure) { return figure.kind == FigureKind::Open; });
    QVERIFY(open != network.figures.end());
    QCOMPARE(open->value.inGrams(), Mass::kilograms(10'000).inGrams());
    QVERIFY(network.fits);
  }

  void theSameOnEveryMachine() {
    const Wrong wrong{.lostToHarbour = 0.01, .lightLoads = 4, .renamedLoads = 3};
    const Reconciliation a = TwoReceivers(wrong).reconciled();
    const Reconciliation b = TwoReceivers(wrong).reconciled();
    QCOMPARE(QString::fromStdString(a.balances.network.toJson().dump()),
             QString::fromStdString(b.balances.network.toJson().dump()));
    QVERIFY(!a.balances.network.toJson().dump().empty());
  }
};

PLUMBLINE_TEST(TestPlantNetwork)
#include "test_plant_network.moc"
