// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/link_records.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "model/statistics/assignment.h"

namespace plumbline {
namespace {

constexpr std::size_t mostInGroup = 400;  // of a side; the assignment grows with the third power

/// A pair more likely one load than not.
struct Edge {
  std::uint32_t sent = 0, received = 0;
  LinkLevels levels{};
  LinkWeights weights{};
  std::int64_t odds = 0;  // weight and prior
};

/// Records that are connected by edges, smallest member first.
class Groups {
 public:
  explicit Groups(std::size_t size) : m_parent(size) {
    std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
  }
  std::size_t find(std::size_t at) {
    while (m_parent[at] != at) at = m_parent[at] = m_parent[m_parent[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> m_parent;
};

/// Solves one group and appends its links.
void solveGroup(std::span<const Edge* const> edges, Linkage& linkage) {
  std::map<std::uint32_t, std::size_t> rows;
  std::map<std::uint32_t, std::size_t> columns;
  for (const Edge* edge : edges) {
    rows.emplace(edge->sent, 0);
    columns.emplace(edge->received, 0);
  }
  if (std::max(rows.size(), columns.size()) > mostInGroup) {
    linkage.tooAlike += static_cast<std::int64_t>(rows.size());
    for (const auto& [record, index] : rows) linkage.undecidedSent.push_back(record);
    for (const auto& [record, index] : columns) linkage.undecidedReceived.push_back(record);
    return;
  }
  const auto number = [](auto& indices) {
    std::size_t next = 0;
    for (auto& [record, index] : indices) index = next++;
  };
  number(rows);
  number(columns);
  CostMatrix costs(rows.size(), columns.size());
  std::map<std::pair<std::size_t, std::size_t>, const Edge*> byPlace;
  for (const Edge* edge : edges) {
    const std::pair place(rows[edge->sent], columns[edge->received]);
    costs.at(place.first, place.second) = -static_cast<double>(edge->odds);
    byPlace.emplace(place, edge);
  }
  const Result<Assignment> solved = assign(costs, 0.0);
  if (!solved) return;  // cannot be: a row may always stay alone
  for (std::size_t row = 0; row < costs.rows; ++row) {
    if (solved->columnOfRow[row] == Assignment::unmatched) continue;
    const Edge& edge = *byPlace.at({row, solved->columnOfRow[row]});
    LoadLink link;
    link.sent = {edge.sent};
    link.received = {edge.received};
    link.levels = edge.levels;
    link.weights = edge.weights;
    link.weight = sumOf(edge.weights);
    link.prior = linkage.prior;
    link.probabilityPpm = probabilityPpm(edge.odds);
    link.margin = std::llround(solved->margins[row]);
    link.ambiguous = isAmbiguous(link);
    if (link.probabilityPpm >= leastProbabilityPpm) linkage.links.push_back(std::move(link));
  }
}

std::vector<Edge> likelyPairs(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
                              const LinkScale& scale, const Candidates& candidates,
                              const RefusedPairs& refused, std::int64_t prior) {
  std::vector<Edge> edges;
  for (const auto& [a, b] : candidates.pairs) {
    Edge edge{a, b, compareRecords(sent[a], received[b]), {}, 0};
    edge.weights = scale.weights(edge.levels);
    edge.odds = sumOf(edge.weights) + prior;
    // A load that lost mass on the way is not excused by another number.
    const bool apart = edge.levels[static_cast<std::size_t>(LinkField::Mass)] == massDiffers &&
                       edge.levels[static_cast<std::size_t>(LinkField::Document)] != 0;
    if (edge.odds > 0 && !apart && !refused.contains({a, b})) edges.push_back(edge);
  }
  return edges;
}

/// What is as like as those that are undecided is undecided, too: of each record only so many partners
/// are compared.
void spreadUndecided(std::span<const LinkKeys> records, std::vector<std::size_t>& undecided) {
  if (undecided.empty()) return;
  const auto looks = [&records](std::size_t at) {
    const LinkKeys& keys = records[at];
    const std::int64_t day =
        keys.time ? keys.time->inMilliseconds() / millisecondsPerDay : std::int64_t{-1};
    return std::tuple(keys.vehicle, keys.container, keys.receiver, keys.material, day);
  };
  std::set<decltype(looks(0))> alike;
  for (const std::size_t at : undecided) alike.insert(looks(at));
  undecided.clear();
  for (std::size_t at = 0; at < records.size(); ++at) {
    if (alike.contains(looks(at))) undecided.push_back(at);
  }
}

}  // namespace

std::string_view toText(LinkKind kind) {
  constexpr std::array<std::string_view, 3> names = {"suggested", "split", "merged"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view toText(Triangle triangle) {
  constexpr std::array<std::string_view, 3> names = {"no_haul", "closed", "broken"};
  return names[static_cast<std::size_t>(triangle)];
}

std::int64_t probabilityPpm(std::int64_t oddsMilliBits) {
  constexpr std::int64_t most = 999'999;  // a suggestion is never certain
  const double probability = matchProbability(0.5, static_cast<double>(oddsMilliBits) / 1000);
  return std::min<std::int64_t>(std::llround(1e6 * probability), most);
}

bool isAmbiguous(const LinkEvidence& link) {
  return link.margin < leastMarginMilliBits || link.probabilityPpm < clearProbabilityPpm;
}

void sortLinks(std::vector<LoadLink>& links) {
  std::sort(links.begin(), links.end(), [](const LoadLink& a, const LoadLink& b) {
    return std::tie(a.ambiguous, a.sent, a.received) < std::tie(b.ambiguous, b.sent, b.received);
  });
}

Linkage linkRecords(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
                    const LinkageModel& model, const Candidates& candidates,
                    const RefusedPairs& refused) {
  Linkage linkage;
  linkage.candidates = static_cast<std::int64_t>(candidates.pairs.size());
  linkage.capped = candidates.capped;
  linkage.prior = priorMilliBits(sent.size(), received.size());
  const std::vector<Edge> edges =
      likelyPairs(sent, received, LinkScale(model), candidates, refused, linkage.prior);
  Groups groups(sent.size() + received.size());
  for (const Edge& edge : edges) groups.join(edge.sent, sent.size() + edge.received);
  std::map<std::size_t, std::vector<const Edge*>> byGroup;
  for (const Edge& edge : edges) byGroup[groups.find(edge.sent)].push_back(&edge);
  for (const auto& [first, members] : byGroup) solveGroup(members, linkage);
  spreadUndecided(sent, linkage.undecidedSent);
  spreadUndecided(received, linkage.undecidedReceived);
  sortLinks(linkage.links);
  return linkage;
}

void linkSharers(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
                 const LinkageModel& model, const Candidates& candidates, Linkage& linkage) {
  std::vector<bool> sentTaken(sent.size(), false);
  std::vector<bool> receivedTaken(received.size(), false);
  for (const std::size_t at : linkage.undecidedSent) sentTaken[at] = true;
  for (const std::size_t at : linkage.undecidedReceived) receivedTaken[at] = true;
  for (const LoadLink& link : linkage.links) {
    for (const std::size_t at : link.sent) sentTaken[at] = true;
    for (const std::size_t at : link.received) receivedTaken[at] = true;
  }
  const LinkScale scale(model);
  for (const auto& [a, b] : candidates.pairs) {
    if (sentTaken[a] || receivedTaken[b]) continue;
    LoadLink link;
    link.levels = compareRecords(sent[a], received[b]);
    if (link.levels[static_cast<std::size_t>(LinkField::Document)] != 0) continue;
    link.sent = {a};
    link.received = {b};
    link.weights = scale.weights(link.levels);
    link.weight = sumOf(link.weights);
    link.prior = linkage.prior;
    link.probabilityPpm = probabilityPpm(link.weight + link.prior);
    link.ambiguous = true;
    sentTaken[a] = receivedTaken[b] = true;
    linkage.links.push_back(std::move(link));
  }
  sortLinks(linkage.links);
}

}  // namespace plumbline
