// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/network_figures.h"

#include <algorithm>

#include "model/balance/period_balance.h"
#include "model/loads/stock_at.h"

namespace plumbline {
namespace {

using FigureKind = NetworkFigure::Kind;
using NodeKind = NetworkNode::Kind;

constexpr int outside = -1;

/// Both sides' weighings of the loads of one way.
struct Way {
  LoadWay name;
  std::map<int, Weighed> sent;  // by the node it left
  Weighed received;
  Mass drying, dried;  // sent of goods that dry, and what of it did not arrive
};

enum class WayKind : std::uint8_t { Plain, Renamed, Disagree };

WayKind kindOf(const LoadWay& way) {
  if (way.disagree) return WayKind::Disagree;
  return way.sentAs == way.receivedAs ? WayKind::Plain : WayKind::Renamed;
}

class Builder {
 public:
  Builder(const Books& books, const Loads& loads, const MaterialBooks& materials)
      : m_books(books), m_loads(loads), m_materials(materials) {}

  SourcedNetwork build() {
    if (const auto months = balancedMonths(m_books, m_loads, m_books.months())) {
      m_first = months->first;
      m_last = months->last;
      m_made.withPlant = true;
      addPlant();
      addPiles();
      addStreams();
    }
    addWays();
    addScales();
    return std::move(m_made);
  }

 private:
  int addNode(NetworkNode node) {
    m_made.nodes.push_back(std::move(node));
    return static_cast<int>(m_made.nodes.size()) - 1;
  }

  /// A figure of nothing with no error says nothing.
  void add(FigureKind kind, int from, int to, const Weighed& weighed, Variance own, bool stated) {
    if (weighed.mass == Mass() && own == 0 && weighed.loads == 0) return;
    SourcedFigure made;
    made.told.kind = kind;
    made.told.from = from;
    made.told.to = to;
    made.told.loads = weighed.loads;
    made.told.value = weighed.mass;
    made.errors = weighed.errors;
    made.own = own;
    made.alone = kind == FigureKind::PileIn || kind == FigureKind::PileOut;
    made.stated = stated && weighed.errors.massOnUnstatedScales(m_loads.instruments) == Mass();
    m_made.figures.push_back(std::move(made));
  }

  /// From nothing to all of it may have left: half, with the deviation of an even spread.
  void addOpen(int node, Mass open) {
    if (open <= Mass()) return;
    add(FigureKind::Open, node, outside, {0, Mass::grams(open.inGrams() / 2), {}},
        squaredGrams(open.inGrams()) / 12, false);
  }

  /// What may have dried on the way; how much of it did, nobody weighed.
  void addWater(int node, const Way& way) {
    const Mass most = waterOf(way.drying, way.drying);
    if (most == Mass()) return;
    add(FigureKind::Open, node, outside, {0, waterOf(way.drying, way.dried), {}},
        squaredGrams(most.inGrams()) / 12, false);
  }

  void addPlant() {
    int plants = 0;
    std::string name;
    const auto parties = static_cast<int>(m_books.publications.parties().size());
    for (int party = 0; party < parties; ++party) {
      if (!m_books.publications.isPlant(party)) continue;
      ++plants;
      name = m_books.publications.nameOf(party);
    }
    m_plant = addNode({.kind = NodeKind::Plant, .party = plants == 1 ? name : std::string()});
    const OutcomeSum lost = m_loads.ledger.outcomeSum(Outcome::Loss, m_first, m_last);
    const bool stated = std::all_of(m_loads.lossSources.begin(), m_loads.lossSources.end(),
                                    [](const LossSource& source) { return source.stated; });
    add(FigureKind::Loss, m_plant, outside, {0, lost.found, lost.errors}, 0, stated);
  }

  /// Piles that can be followed from the first to the last survey; all others are the plant's.
  void addPiles() {
    Mass growth;
    Variance surveyed = 0;
    for (const auto& [key, pile] : m_materials.piles()) {
      const MaterialBooks::Periods periods = m_materials.periodsOf(key, m_books);
      if (periods.list.empty() || periods.list.front().first != m_first ||
          periods.list.back().last != m_last) {
        continue;
      }
      const StockLevel& opening = periods.list.front().balance.opening;
      const StockLevel& closing = periods.list.back().balance.closing;
      const int node =
          addNode({.kind = NodeKind::Pile,
                   .party = m_books.publications.nameOf(key.party),
                   .material = std::string(m_books.materials.nameOf(key.party, key.material))});
      for (const auto& [other, at] : m_piles) {
        if (other.party == key.party) m_made.relabels.emplace_back(at, node);
      }
      m_piles[key] = node;
      const LedgerSum flows =
          m_materials.innerFlows(key, dayOf(m_first.start()), dayOf(m_last.start()));
      add(FigureKind::PileIn, m_plant, node, {0, flows.intake, flows.intakeErrors}, 0, pile.stated);
      add(FigureKind::PileOut, node, m_plant, {0, flows.received, flows.outErrors}, 0, pile.stated);
      add(FigureKind::StockGrowth, node, outside, {0, closing.mass - opening.mass, {}},
          saturatedSum(opening.variance, closing.variance), surveysStated(key.party, key.material));
      growth += closing.mass - opening.mass;
      for (const Timestamp turn : {m_first.start(), m_last.start()}) {
        surveyed =
            saturatedSum(surveyed, m_books.stocks.at(key.party, turn, key.material)->variance);
      }
    }
    const auto opening = stockAt(m_books.stocks, m_loads.ledger, -1, m_first.start());
    const auto closing = stockAt(m_books.stocks, m_loads.ledger, -1, m_last.start());
    const Variance all = saturatedSum(opening->variance, closing->variance);
    add(FigureKind::StockGrowth, m_plant, outside, {0, closing->mass - opening->mass - growth, {}},
        all - std::min(all, surveyed), surveysStated(-1, {}));
  }

  [[nodiscard]] bool surveysStated(int party, std::string_view material) const {
    for (const Timestamp turn : {m_first.start(), m_last.start()}) {
      for (const auto& [key, survey] : m_books.stocks.surveysAt(party, turn, material)) {
        if (!survey->stated) return false;
      }
    }
    return true;
  }

  /// Where loads of that name lie before they leave.
  [[nodiscard]] int nodeOf(int plant, const std::string& material) const {
    if (!m_made.withPlant) return outside;
    const auto pile = m_piles.find({plant, material});
    return pile == m_piles.end() ? m_plant : pile->second;
  }

  void addStreams() {
    struct Sums {
      Weighed intake, oneSided;
      Mass open;
    };
    std::map<int, Sums> nodes;
    const auto& plants = m_loads.border.streams();
    for (std::size_t plant = 0; plant < plants.size(); ++plant) {
      for (const auto& [material, stream] : plants[plant]) {
        Sums& sums = nodes[nodeOf(static_cast<int>(plant), material)];
        sums.intake.add(stream.intake);
        sums.oneSided.add(stream.oneSided);
        sums.open += stream.open;
      }
    }
    // What flowed to where nobody looks is the plant's own.
    Mass open = m_loads.ledger.sum(-1, dayOf(m_first.start()), dayOf(m_last.start())).openEnds;
    for (const auto& [node, sums] : nodes) {
      // Estimates are known by a rule of thumb, which nobody stated.
      const bool weighed = sums.intake.loads == 0 || !hasEstimates(sums.intake);
      add(FigureKind::Intake, outside, node, sums.intake, 0, weighed);
      add(FigureKind::OneSided, node, outside, sums.oneSided, 0, true);
      if (node == m_plant) continue;
      addOpen(node, sums.open);
      open -= sums.open;
    }
    addOpen(m_plant, open);
  }

  [[nodiscard]] bool hasEstimates(const Weighed& weighed) const {
    const auto parts = weighed.errors.parts(m_loads.instruments);
    return std::any_of(parts.begin(), parts.end(), [](const ErrorSum::Part& part) {
      return part.kind == ErrorSum::Part::Kind::Common;
    });
  }

  /// Loads that disagree are told by receiver; which they are, each says for itself.
  [[nodiscard]] std::vector<Way> waysOf(WayKind kind) const {
    std::map<LoadWay, Way> ways;
    for (const BorderBook::Transfer& transfer : m_loads.border.transfers()) {
      const LoadWay& from = transfer.way;
      if (kindOf(from) != kind) continue;
      const LoadWay name =
          from.disagree ? LoadWay{.plant = from.plant, .receiver = from.receiver, .disagree = true}
                        : from;
      Way& way = ways[name];
      way.name = name;
      way.sent[nodeOf(from.plant, from.sent)].add(transfer.sent);
      way.received.add(transfer.received);
      way.drying += Mass::grams(transfer.drying.sent());
      way.dried -= Mass::grams(transfer.drying.difference());
    }
    std::vector<Way> list;
    for (auto& [name, found] : ways) list.push_back(std::move(found));
    std::stable_sort(list.begin(), list.end(),
                     [](const Way& a, const Way& b) { return a.received.mass > b.received.mass; });
    return list;
  }

  /// The smallest become one way without a receiver and a name.
  static void foldSmall(std::vector<Way>& ways) {
    if (ways.size() <= mostWays) return;
    Way rest;
    rest.name = {.plant = -1, .receiver = -1, .disagree = ways.front().name.disagree};
    for (std::size_t i = mostWays - 1; i < ways.size(); ++i) {
      for (const auto& [node, weighed] : ways[i].sent) rest.sent[node].add(weighed);
      rest.received.add(ways[i].received);
      rest.drying += ways[i].drying;
      rest.dried += ways[i].dried;
    }
    ways.resize(mostWays - 1);
    ways.push_back(std::move(rest));
  }

  [[nodiscard]] std::string materialName(int party, const std::string& material) const {
    return party < 0 ? std::string() : std::string(m_books.materials.nameOf(party, material));
  }

  void addWays() {
    for (const WayKind kind : {WayKind::Plain, WayKind::Renamed, WayKind::Disagree}) {
      std::vector<Way> ways = waysOf(kind);
      foldSmall(ways);
      for (const Way& way : ways) {
        NetworkNode told{.kind = NodeKind::Way, .party = m_books.publications.nameOf(way.name.receiver)};
        told.disagree = way.name.disagree;
        told.material = materialName(way.name.plant, way.name.sent);
        if (kind == WayKind::Renamed) {
          told.receivedAs = materialName(way.name.receiver, way.name.received);
          told.outcome = keyOf(way.name.receivedAs);
        }
        const int node = addNode(std::move(told));
        for (const auto& [from, weighed] : way.sent) {
          add(FigureKind::Sent, from, node, weighed, 0, true);
        }
        add(FigureKind::Received, node, outside, way.received, 0, true);
        if (m_loads.onlyWaterIsLost) addWater(node, way);
      }
    }
  }

  void addScales() {
    std::map<std::pair<int, std::string>, std::map<std::size_t, Mass>> scales;
    for (std::size_t i = 0; i < m_made.figures.size(); ++i) {
      for (const auto& [key, mass] : m_made.figures[i].errors.massesByCalibration()) {
        const Calibration& calibration = m_loads.instruments.at(key);
        scales[{calibration.party, calibration.instrument}][i] += mass;
      }
    }
    for (const auto& [name, masses] : scales) {
      m_made.scales.push_back({m_books.publications.nameOf(name.first), name.second});
      m_made.weighedOn.emplace_back(masses.begin(), masses.end());
    }
  }

  const Books& m_books;
  const Loads& m_loads;
  const MaterialBooks& m_materials;
  SourcedNetwork m_made;
  Month m_first, m_last;
  int m_plant = outside;
  std::map<MaterialBooks::Key, int> m_piles;
};

}  // namespace

SourcedNetwork networkFigures(const Books& books, const Loads& loads,
                              const MaterialBooks& materials) {
  return Builder(books, loads, materials).build();
}

}  // namespace plumbline
