// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of loads of which it is known whose receipt is whose: careless clerks, books that start again
// each January, two plants with one range of numbers. The generator shares nothing with `simulate`.

#include <random>
#include <set>

#include <QTest>

#include "model/links/match_lists.h"

#include "tests/program.h"

namespace plumbline {
namespace {

struct World {
  int months = 12;
  int plants = 1;
  bool startsAgain = false;  // numbers, each January
  int typoPercent = 1;
  bool bare = false;  // plates of four in five receipts and a tenth of the numbers are not there
};

class Generator {
 public:
  Generator(const World& world, unsigned seed) : m_world(world), m_random(seed) {
    for (int i = 0; i < 12; ++i) m_plates.push_back("NL-" + std::to_string(below(9'000) + 1'000));
    const int loads = 80 * world.months;
    for (int i = 0; i < loads; ++i) addLoad(i, loads);
    std::shuffle(received.loads.begin(), received.loads.end(), m_random);
  }
  LoadList sent, received;  // partners have one id

 private:
  int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }
  bool chance(int perThousand) { return below(1'000) < perThousand; }

  std::string slip(std::string text) {
    const auto at = static_cast<std::size_t>(3 + below(static_cast<int>(text.size()) - 4));
    if (chance(300)) {
      std::swap(text[at], text[at + 1]);
    } else {
      text[at] = static_cast<char>('0' + below(10));
    }
    return text;
  }

  void addLoad(int i, int loads) {
    const int number = m_world.startsAgain ? i % (loads / 2) : i / m_world.plants;
    const std::string digits = std::to_string(100'001 + number);
    const std::int64_t spacing = m_world.months * 30 * millisecondsPerDay / loads;
    const std::int64_t moment = 5'396'457'600'000 + i * spacing + below(300) * 60'000;
    LinkRecord record;
    record.document = "WT" + digits.substr(1);
    record.vehicle = m_plates[static_cast<std::size_t>(below(12))];
    record.material = "m" + std::to_string(below(5));
    record.receiver = "r" + record.material.substr(1) + (chance(150) ? "x" : "");
    record.time = Timestamp::milliseconds(moment);
    record.net = Mass::kilograms(20 * (400 + below(900)));
    sent.loads.push_back({std::to_string(i), 1, record, {}});
    if (chance(10)) return;  // no receipt
    if (chance(10 * m_world.typoPercent)) record.document = slip(record.document);
    if (chance(5 * m_world.typoPercent)) record.vehicle = slip(record.vehicle);
    if (m_world.bare && chance(800)) record.vehicle.clear();
    if (m_world.bare && chance(100)) record.document.clear();
    record.time = Timestamp::milliseconds(moment + (60 + below(4'000)) * 60'000);
    record.net = *record.net + Mass::kilograms(20 * (below(5) - 2));
    if (chance(10)) record.net = Mass::grams(record.net->inGrams() * (60 + below(30)) / 100);
    received.loads.push_back({std::to_string(i), 1, record, {}});
  }

  World m_world;
  std::mt19937 m_random;
  std::vector<std::string> m_plates;
};

class MatchWorldsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nobodyGetsTheReceiptOfAnother_data() {
    QTest::addColumn<World>("world");
    QTest::addColumn<int>("leastFoundPermille");
    QTest::newRow("ordinary") << World{} << 998;
    QTest::newRow("heavy typos") << World{.typoPercent = 12} << 995;
    QTest::newRow("January") << World{.months = 24, .startsAgain = true} << 998;
    QTest::newRow("January, bare") << World{.months = 24, .startsAgain = true, .bare = true} << 990;
    QTest::newRow("two plants") << World{.plants = 2} << 998;
    QTest::newRow("two plants, bare") << World{.plants = 2, .bare = true} << 980;
  }
  void nobodyGetsTheReceiptOfAnother() {
    QFETCH(World, world);
    QFETCH(int, leastFoundPermille);
    std::size_t found = 0;
    std::size_t all = 0;
    for (unsigned seed = 1; seed <= 5; ++seed) {
      const Generator made(world, seed);
      const ListMatch match = matchLists(made.sent, made.received, nullptr, seed);
      all += made.received.loads.size();
      for (const ListPair& pair : match.pairs) {
        for (const std::size_t left : pair.left) {
          for (const std::size_t right : pair.right) {
            QCOMPARE(made.received.loads[right].id, made.sent.loads[left].id);
            ++found;
          }
        }
      }
    }
    QVERIFY2(found * 1'000 >= all * static_cast<std::size_t>(leastFoundPermille),
             qPrintable(QStringLiteral("%1 of %2").arg(found).arg(all)));
  }
};

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::MatchWorldsTest)
#include "test_match_worlds.moc"
