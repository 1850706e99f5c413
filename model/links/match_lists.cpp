// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/match_lists.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "model/links/link_hauls.h"
#include "model/links/load_fit.h"
#include "model/links/pairs_without_rival.h"

namespace plumbline {
namespace {

/// Rows of a list in an order that depends on what they say only, ready to be compared.
struct Side {
  std::vector<std::size_t> places;  // in the list
  std::vector<LinkKeys> keys;
  std::vector<std::int64_t> lines;

  explicit Side(const LoadList& list) : places(list.loads.size()) {
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::sort(places.begin(), places.end(), [&list](std::size_t a, std::size_t b) {
      const ListedLoad& x = list.loads[a];
      const ListedLoad& y = list.loads[b];
      return std::tie(x.record.document, x.line, x.id) < std::tie(y.record.document, y.line, y.id);
    });
    for (const std::size_t place : places) {
      keys.emplace_back(list.loads[place].record);
      keys.back().line = list.loads[place].line;
      lines.push_back(list.loads[place].line);
    }
  }
};

struct Group {
  std::vector<std::size_t> left, right;  // rows of the sides
};

std::map<std::pair<std::string_view, std::int64_t>, Group> byNumber(const Side& left,
                                                                    const Side& right) {
  std::map<std::pair<std::string_view, std::int64_t>, Group> groups;
  for (std::size_t i = 0; i < left.keys.size(); ++i) {
    if (!left.keys[i].document.empty()) {
      groups[{left.keys[i].document, left.lines[i]}].left.push_back(i);
    }
  }
  for (std::size_t i = 0; i < right.keys.size(); ++i) {
    if (!right.keys[i].document.empty()) {
      groups[{right.keys[i].document, right.lines[i]}].right.push_back(i);
    }
  }
  return groups;
}

/// Evenly over all pairs, at most mostLabelledPairs.
LearntLinkage learnFrom(const Side& left, const Side& right,
                        const std::vector<std::pair<std::size_t, std::size_t>>& matched,
                        std::uint64_t seed) {
  const std::size_t step = matched.size() / mostLabelledPairs + 1;
  std::vector<KeyPair> pairs;
  for (std::size_t i = 0; i < matched.size(); i += step) {
    pairs.emplace_back(left.keys[matched[i].first], right.keys[matched[i].second]);
  }
  return learnLinkage(pairs, seed);
}

class Matcher {
 public:
  Matcher(const LoadList& left, const LoadList& right, std::uint64_t seed)
      : m_left(left), m_right(right), m_seed(seed) {}

  ListMatch match(const LoadList* hauls) {
    takeNumbers();
    collect(m_left, m_leftDone, m_openLeft, m_sent);
    collect(m_right, m_rightDone, m_openRight, m_received);
    link(hauls);
    for (const std::size_t row : m_openLeft) {
      if (!m_leftDone[row]) m_made.unmatchedLeft.push_back(m_left.places[row]);
    }
    for (const std::size_t row : m_openRight) {
      if (!m_rightDone[row]) m_made.unmatchedRight.push_back(m_right.places[row]);
    }
    std::sort(m_made.unmatchedLeft.begin(), m_made.unmatchedLeft.end());
    std::sort(m_made.unmatchedRight.begin(), m_made.unmatchedRight.end());
    return std::move(m_made);
  }

 private:
  using Labels = std::vector<std::pair<std::size_t, std::size_t>>;

  void takeNumbers() {
    Labels labels;
    for (auto& [number, group] : byNumber(m_left, m_right)) {
      if (group.left.empty() || group.right.empty()) continue;
      if (group.left.size() == 1 && group.right.size() == 1) {
        takeOne(group, labels);
      } else if (!takeParts(group)) {
        takeClear(group, labels);
      }
    }
    m_made.learnt = learnFrom(m_left, m_right, labels, m_seed);
  }

  /// A number alone binds nobody, but where a list states nothing else there is nothing against it.
  void takeOne(const Group& group, Labels& labels) {
    const LoadFit fit = fitOf(m_left.keys[group.left.front()], m_right.keys[group.right.front()]);
    if (!fit.isClear(false) && !fit.hasNothingAgainst()) return;
    takePair(group);
    labels.emplace_back(group.left.front(), group.right.front());
  }

  /// One row against several whose masses add up to its own.
  bool takeParts(const Group& group) {
    if (std::min(group.left.size(), group.right.size()) != 1) return false;
    const auto sumOfMasses = [](const Side& side, const std::vector<std::size_t>& rows) {
      std::optional<Mass> sum = Mass();
      for (const std::size_t row : rows) {
        if (!side.keys[row].net) return std::optional<Mass>();
        *sum += *side.keys[row].net;
      }
      return sum;
    };
    const std::optional<Mass> left = sumOfMasses(m_left, group.left);
    const std::optional<Mass> right = sumOfMasses(m_right, group.right);
    // Of several weighings each is off a little.
    const std::int64_t parts = static_cast<std::int64_t>(group.left.size() + group.right.size());
    if (left && right) {
      const Mass scales = Mass::grams(parts * inServiceError(std::max(*left, *right)).inGrams());
      if ((*left - *right).abs() > scales) return false;
    }
    takePair(group);
    return true;
  }

  /// Of several loads under one number those that are clear and have no rival.
  void takeClear(const Group& group, Labels& labels) {
    if (std::max(group.left.size(), group.right.size()) > mostOfOneNumber) return;
    const auto fits = [&](std::size_t i, std::size_t k) {
      return fitOf(m_left.keys[group.left[i]], m_right.keys[group.right[k]]).isClear(false);
    };
    for (const auto& [i, k] : pairsWithoutRival(group.left.size(), group.right.size(), fits)) {
      takePair({{group.left[i]}, {group.right[k]}});
      labels.emplace_back(group.left[i], group.right[k]);
    }
  }

  void takePair(const Group& group) {
    ListPair pair;
    pair.byNumber = true;
    for (const std::size_t row : group.left) take(m_left, m_leftDone, row, pair.left);
    for (const std::size_t row : group.right) take(m_right, m_rightDone, row, pair.right);
    if (group.left.size() + group.right.size() > 2) {
      pair.evidence.kind = group.left.size() == 1 ? LinkKind::Split : LinkKind::Merged;
    }
    m_numbered.emplace_back(group.left.front(), group.right.front());
    m_made.pairs.push_back(std::move(pair));
  }

  static void take(const Side& side, std::vector<bool>& done, std::size_t row,
                   std::vector<std::size_t>& into) {
    done[row] = true;
    into.push_back(side.places[row]);
  }

  static void collect(const Side& side, const std::vector<bool>& done,
                      std::vector<std::size_t>& open, std::vector<LinkKeys>& keys) {
    for (std::size_t row = 0; row < side.keys.size(); ++row) {
      if (done[row]) continue;
      open.push_back(row);
      keys.push_back(side.keys[row]);
    }
  }

  void link(const LoadList* hauls) {
    const Candidates candidates = findCandidates(m_sent, m_received);
    if (m_made.learnt.source == LinkageSource::Usual) {
      std::vector<LinkLevels> levels;
      for (const auto& [a, b] : candidates.pairs) {
        levels.push_back(compareRecords(m_sent[a], m_received[b]));
      }
      m_made.learnt = fitLinkageTo(m_sent, m_received, levels, m_seed);
    }
    weighNumbered();
    Linkage linkage = linkRecords(m_sent, m_received, m_made.learnt.model, candidates, {});
    linkParts(m_sent, m_received, m_made.learnt.model, {}, linkage);
    if (hauls != nullptr) closeTriangles(m_sent, m_received, haulKeys(*hauls), linkage);
    m_made.candidates = linkage.candidates;
    m_made.capped = linkage.capped;
    m_made.tooAlike = linkage.tooAlike;
    for (const LoadLink& found : linkage.links) {
      ListPair pair;
      pair.evidence = found;
      for (const std::size_t i : found.sent) take(m_left, m_leftDone, m_openLeft[i], pair.left);
      for (const std::size_t i : found.received) {
        take(m_right, m_rightDone, m_openRight[i], pair.right);
      }
      (found.ambiguous ? m_made.ambiguous : m_made.pairs).push_back(std::move(pair));
    }
  }

  /// The number is what they were paired by; the other fields may still speak against it.
  void weighNumbered() {
    const LinkScale scale(m_made.learnt.model);
    for (std::size_t i = 0; i < m_numbered.size(); ++i) {
      LinkEvidence& evidence = m_made.pairs[i].evidence;
      const auto& [left, right] = m_numbered[i];
      evidence.levels = compareRecords(m_left.keys[left], m_right.keys[right]);
      evidence.levels[static_cast<std::size_t>(LinkField::Document)] = levelMissing;
      evidence.weights = scale.weights(evidence.levels);
      evidence.weight = sumOf(evidence.weights);
    }
  }

  static std::vector<HaulKeys> haulKeys(const LoadList& list) {
    const Side side(list);
    std::map<std::string_view, std::size_t> count;
    for (const LinkKeys& keys : side.keys) ++count[keys.document];
    std::vector<HaulKeys> hauls;
    for (std::size_t i = 0; i < side.keys.size(); ++i) {
      if (side.keys[i].document.empty() || count[side.keys[i].document] > 1) continue;
      HaulKeys haul{side.keys[i], side.keys[i]};
      const auto& unloaded = list.loads[side.places[i]].unloaded;
      if (unloaded) haul.unloaded.time = unloaded;
      hauls.push_back(std::move(haul));
    }
    return hauls;
  }

  Side m_left, m_right;
  std::uint64_t m_seed;
  std::vector<bool> m_leftDone = std::vector<bool>(m_left.keys.size(), false);
  std::vector<bool> m_rightDone = std::vector<bool>(m_right.keys.size(), false);
  std::vector<std::pair<std::size_t, std::size_t>> m_numbered;  // first rows of pairs by number
  std::vector<std::size_t> m_openLeft, m_openRight;
  std::vector<LinkKeys> m_sent, m_received;
  ListMatch m_made;
};

}  // namespace

ListMatch matchLists(const LoadList& left, const LoadList& right, const LoadList* hauls,
                     std::uint64_t seed) {
  return Matcher(left, right, seed).match(hauls);
}

}  // namespace plumbline
