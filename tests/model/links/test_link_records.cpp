// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>

#include <QTest>

#include "model/links/document_key.h"
#include "model/links/link_records.h"
#include "model/statistics/random.h"

#include "tests/program.h"

namespace plumbline {
namespace {

const Timestamp start = Timestamp::fromCivil(2141, 4, 1, 6, 30);

/// Loads of a city: sixty plates, six materials, one way of a few hours.
LinkRecord madeUpLoad(std::uint64_t number, bool received) {
  CounterRandom random(7, 1, number);
  LinkRecord record;
  record.document = "WT-" + std::to_string(88'001 + number);
  record.vehicle = "NL-44" + std::to_string(10 + random.below(60));
  record.material = "material-" + std::to_string(random.below(6));
  record.receiver = "receiver-" + std::to_string(random.below(4));
  const auto mass = static_cast<std::int64_t>(random.lognormal(21'000, 0.12));
  const std::int64_t way = 3'600'000 + 1000 * static_cast<std::int64_t>(random.below(20'000));
  const std::int64_t off = 20 * (static_cast<std::int64_t>(random.below(5)) - 2);
  record.net = Mass::kilograms(mass / 20 * 20 + (received ? off : 0));
  const auto sent = static_cast<std::int64_t>(number) * 7'200'000;
  record.time = Timestamp::milliseconds(start.inMilliseconds() + sent + (received ? way : 0));
  return record;
}

/// A slip that a clerk makes: swapped digits, a wrong one, none at all, a letter that looks alike.
void misspell(LinkRecord& record, std::uint64_t number) {
  CounterRandom random(7, 2, number);
  std::string& text = record.document;
  switch (random.below(4)) {
    case 0:
      std::swap(text[text.size() - 1], text[text.size() - 2]);
      break;
    case 1:
      text.back() = text.back() == '9' ? '3' : '9';
      break;
    case 2:
      text.clear();
      break;
    default:
      text = "REF " + std::to_string(random.below(1000));
  }
}

struct Lists {
  std::vector<LinkKeys> sent, received;
};

Lists misspeltLoads(std::size_t count) {
  Lists lists;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t number = 37 * i;
    LinkRecord receipt = madeUpLoad(number, true);
    misspell(receipt, number);
    lists.sent.emplace_back(madeUpLoad(number, false));
    lists.received.emplace_back(receipt);
  }
  return lists;
}

LearntLinkage learnt() {
  std::vector<KeyPair> pairs;
  for (std::uint64_t i = 0; i < 600; ++i) {
    pairs.emplace_back(LinkKeys(madeUpLoad(i, false)), LinkKeys(madeUpLoad(i, true)));
  }
  return learnLinkage(pairs, 20'260'101);
}

Linkage linkAll(const Lists& lists, const LinkageModel& model, const RefusedPairs& refused = {}) {
  Linkage linkage = linkRecords(lists.sent, lists.received, model,
                                findCandidates(lists.sent, lists.received), refused);
  linkParts(lists.sent, lists.received, model, refused, linkage);
  return linkage;
}

LinkKeys load(const char* document, const char* vehicle, std::int64_t kilograms, int hour) {
  LinkRecord record;
  record.document = document;
  record.vehicle = vehicle;
  record.material = "board";
  record.net = Mass::kilograms(kilograms);
  record.time = Timestamp::fromCivil(2141, 4, 8, hour, 5);
  return LinkKeys(record);
}

class LinkRecordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void numbersAreCompared_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("level");
    const auto row = [](const char* a, const char* b, int level) {
      QTest::addRow("%s %s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b) << level;
    };
    row("WT-88001", "wt 88/001", 0);
    row("WT-1000", "WT-1O00", 1);
    row("WT-1001", "WT-IOO1", 1);
    row("WT-88001", "WT-88011", 2);
    row("WT-88012", "WT-88021", 2);
    row("WT-88012", "WT-8812", 2);
    row("WT-88012", "WT-88012-2", 2);
    row("WT-88012", "WT-77012", 3);
    row("", "WT-88012", levelMissing);
    row("12", "21", 2);
    row("12", "123-4", 3);
  }
  void numbersAreCompared() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, level);
    LinkRecord left;
    left.document = a.toStdString();
    LinkRecord right;
    right.document = b.toStdString();
    for (const bool turned : {false, true}) {
      const LinkLevels levels = turned ? compareRecords(LinkKeys(right), LinkKeys(left))
                                       : compareRecords(LinkKeys(left), LinkKeys(right));
      QCOMPARE(levels[static_cast<std::size_t>(LinkField::Document)], level);
    }
  }

  void oneSlipIsFoundByTryingAll() {
    // Every text of up to four letters out of two, against the edits themselves.
    std::vector<std::string> texts{""};
    for (std::size_t i = 0; i < texts.size() && texts[i].size() < 4; ++i) {
      for (const char c : {'a', 'b'}) texts.push_back(texts[i] + c);
    }
    const auto edits = [](const std::string& text) {
      std::vector<std::string> all;
      for (std::size_t i = 0; i <= text.size(); ++i) {
        for (const char c : {'a', 'b'}) {
          all.push_back(text.substr(0, i) + c + text.substr(i));
          if (i < text.size()) all.push_back(text.substr(0, i) + c + text.substr(i + 1));
        }
        if (i < text.size()) all.push_back(text.substr(0, i) + text.substr(i + 1));
        if (i + 1 < text.size()) {
          std::string swapped = text;
          std::swap(swapped[i], swapped[i + 1]);
          all.push_back(swapped);
        }
      }
      return all;
    };
    for (const std::string& a : texts) {
      const std::vector<std::string> near = edits(a);
      for (const std::string& b : texts) {
        const bool expected = a != b && std::find(near.begin(), near.end(), b) != near.end();
        QVERIFY2(isOneSlip(a, b) == expected, (a + " " + b).c_str());
      }
    }
  }

  void usualSharesAreShares() {
    QCOMPARE(usualLinkage().fields.size(), linkFieldCount);
    for (const LinkageField& field : usualLinkage().fields) {
      QCOMPARE(field.m.size(), field.u.size());
      for (const auto& shares : {field.m, field.u}) {
        QVERIFY(std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1) < 1e-9);
        QVERIFY(*std::min_element(shares.begin(), shares.end()) > 0);
      }
    }
  }

  void misspeltLoadsAreFound_data() {
    QTest::addColumn<bool>("learn");
    QTest::newRow("learnt from matched pairs") << true;
    QTest::newRow("usual shares") << false;
  }
  void misspeltLoadsAreFound() {
    QFETCH(bool, learn);
    const LearntLinkage model = learnt();
    QCOMPARE(model.source, LinkageSource::MatchedPairs);
    const Linkage linkage = linkAll(misspeltLoads(200), learn ? model.model : usualLinkage());
    int right = 0;
    int clear = 0;
    for (const LoadLink& link : linkage.links) {
      if (link.ambiguous) continue;
      ++clear;
      right += link.sent == link.received ? 1 : 0;
      QCOMPARE(link.weight, sumOf(link.weights));
      QVERIFY(link.probabilityPpm >= leastProbabilityPpm);
    }
    QVERIFY2(right >= 190, qPrintable(QString::number(right)));
    QVERIFY2(right * 100 >= clear * 99, qPrintable(QString::number(clear)));
  }

  void strangersAreNotLinked() {
    Lists lists;
    for (std::uint64_t i = 0; i < 150; ++i) {
      lists.sent.emplace_back(madeUpLoad(37 * i, false));
      LinkRecord other = madeUpLoad(100'000 + i, true);
      other.time = madeUpLoad(37 * i, true).time;
      other.document = "XY-" + std::to_string(i);
      lists.received.emplace_back(other);
    }
    const Linkage linkage = linkAll(lists, learnt().model);
    const auto clear = std::count_if(linkage.links.begin(), linkage.links.end(),
                                     [](const LoadLink& link) { return !link.ambiguous; });
    QVERIFY2(clear <= 2, qPrintable(QString::number(clear)));
  }

  void theOrderOfTheRecordsDoesNotMatter() {
    const Lists lists = misspeltLoads(60);
    Lists turned = lists;
    std::reverse(turned.sent.begin(), turned.sent.end());
    std::rotate(turned.received.begin(), turned.received.begin() + 17, turned.received.end());
    const LinkageModel model = learnt().model;
    const auto pairsOf = [](const Linkage& linkage, auto&& sentAt, auto&& receivedAt) {
      std::set<std::tuple<std::size_t, std::size_t, std::int64_t, std::int64_t>> pairs;
      for (const LoadLink& link : linkage.links) {
        pairs.emplace(sentAt(link.sent.front()), receivedAt(link.received.front()), link.weight,
                      link.margin);
      }
      return pairs;
    };
    const auto same = [](std::size_t at) { return at; };
    const auto before = pairsOf(linkAll(lists, model), same, same);
    const auto after = pairsOf(
        linkAll(turned, model), [](std::size_t at) { return 59 - at; },
        [](std::size_t at) { return (at + 17) % 60; });
    QVERIFY(!before.empty());
    QCOMPARE(before, after);
  }

  void twinsAreAmbiguous() {
    const Lists lists{{load("A1", "NL-1", 20'000, 7), load("A2", "NL-1", 20'000, 7)},
                      {load("X9", "NL-1", 20'000, 11)}};
    const Linkage linkage = linkAll(lists, usualLinkage());
    QCOMPARE(linkage.links.size(), std::size_t{1});
    QVERIFY(linkage.links.front().ambiguous);
    QCOMPARE(linkage.links.front().margin, 0);
  }

  void refusedPairsStayApart() {
    const Lists lists{{load("A1", "NL-1", 20'000, 7)}, {load("X9", "NL-1", 20'000, 11)}};
    QCOMPARE(linkAll(lists, usualLinkage()).links.size(), std::size_t{1});
    QVERIFY(linkAll(lists, usualLinkage(), {{0, 0}}).links.empty());
  }

  void partsAddUp() {
    const Lists split{{load("WT-1000", "NL-1", 20'000, 7), load("WT-1001", "NL-2", 21'000, 8)},
                      {load("WT-1000-1", "NL-1", 12'020, 10), load("WT-1000-2", "NL-1", 7'960, 12),
                       load("WT-9", "NL-3", 5'000, 12)}};
    const Linkage parts = linkAll(split, usualLinkage());
    QCOMPARE(parts.links.size(), std::size_t{1});
    QCOMPARE(parts.links.front().kind, LinkKind::Split);
    QCOMPARE(parts.links.front().received, (std::vector<std::size_t>{0, 1}));
    QVERIFY(!parts.links.front().ambiguous);
    const Lists merged{{load("WT-1000", "NL-1", 8'000, 7), load("WT-1001", "NL-1", 9'000, 8)},
                       {load("WT-1", "NL-1", 17'020, 12)}};
    const Linkage together = linkAll(merged, usualLinkage());
    QCOMPARE(together.links.size(), std::size_t{1});
    QCOMPARE(together.links.front().kind, LinkKind::Merged);
    QCOMPARE(together.links.front().sent, (std::vector<std::size_t>{0, 1}));
  }

  void partsMayHaveDried_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("arrived");
    QTest::addColumn<bool>("linked");
    QTest::newRow("paper, 1.5 %") << "191201" << 19'700 << true;
    QTest::newRow("paper, 3 %") << "191201" << 19'400 << false;
    QTest::newRow("paper, heavier") << "191201" << 20'300 << false;
    QTest::newRow("glass, 1.5 %") << "191205" << 19'700 << false;
    QTest::newRow("glass") << "191205" << 20'020 << true;
  }
  void partsMayHaveDried() {
    QFETCH(QString, code);
    QFETCH(int, arrived);
    QFETCH(bool, linked);
    const auto of = [&](const char* number, int kilograms, int hour) {
      LinkKeys made = load(number, "NL-1", kilograms, hour);
      made.lowCode = code.toStdString();
      return made;
    };
    const Lists split{{of("WT-1000", 20'000, 7)},
                      {of("WT-1000-1", 12'000, 10), of("WT-1000-2", arrived - 12'000, 12)}};
    QCOMPARE(linkAll(split, usualLinkage()).links.size(), std::size_t(linked));
    const Lists merged{{of("WT-1000", 9'000, 7), of("WT-1001", 11'000, 8)}, {of("WT-1", arrived, 12)}};
    QCOMPARE(linkAll(merged, usualLinkage()).links.size(), std::size_t(linked));
  }

  void agreementCountsOnce() {
    LinkWeights weights{};
    weights[static_cast<std::size_t>(LinkField::Vehicle)] = 5'000;
    weights[static_cast<std::size_t>(LinkField::Container)] = 6'000;
    weights[static_cast<std::size_t>(LinkField::Material)] = 2'000;
    weights[static_cast<std::size_t>(LinkField::Receiver)] = -3'000;
    QCOMPARE(sumOf(countedWeights(weights)), 6'000 + 2'000 - 3'000);
  }

  void manyAlikeAreCappedAndSaid() {
    Lists lists;
    for (int i = 0; i < 201; ++i) {
      lists.sent.push_back(load("", "NL-1", 20'000, 7));
      lists.received.push_back(load("", "NL-1", 20'000, 11));
    }
    const Candidates candidates = findCandidates(lists.sent, lists.received);
    QCOMPARE(candidates.capped, 201);
    QCOMPARE(candidates.pairs.size(), std::size_t{201} * 200);
  }

  void withoutLabelsTheSharesAreFitted() {
    const Lists lists = misspeltLoads(150);
    const Candidates candidates = findCandidates(lists.sent, lists.received);
    std::vector<LinkLevels> levels;
    for (const auto& [a, b] : candidates.pairs) {
      levels.push_back(compareRecords(lists.sent[a], lists.received[b]));
    }
    const LearntLinkage fitted = fitLinkageTo(lists.sent, lists.received, levels, 1);
    QCOMPARE(fitted.source, LinkageSource::Fitted);
    int right = 0;
    for (const LoadLink& link : linkAll(lists, fitted.model).links) {
      right += !link.ambiguous && link.sent == link.received ? 1 : 0;
    }
    QVERIFY2(right >= 140, qPrintable(QString::number(right)));
    QCOMPARE(fitLinkageTo({}, {}, {}, 1).source, LinkageSource::Usual);
    QCOMPARE(learnLinkage({}, 1).source, LinkageSource::Usual);
  }
};

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::LinkRecordsTest)
#include "test_link_records.moc"
