// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads that were received in parts, and loads that were received together: masses that add up.

#include <algorithm>
#include <cmath>
#include <map>

#include "model/books/way_shift.h"
#include "model/links/link_records.h"

namespace plumbline {
namespace {

constexpr std::size_t mostParts = 4;
constexpr std::size_t mostPieces = 12;  // records one of whose sets may be the whole

/// One record against several of the other side. `wholeIsSent` says which is which.
class PartFinder {
 public:
  PartFinder(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
             const LinkScale& scale, const RefusedPairs& refused, std::int64_t prior,
             bool wholeIsSent)
      : m_wholes(wholeIsSent ? sent : received),
        m_parts(wholeIsSent ? received : sent),
        m_scale(scale),
        m_refused(refused),
        m_prior(prior),
        m_wholeIsSent(wholeIsSent) {}

  void find(const std::vector<bool>& wholeTaken, const std::vector<bool>& partTaken,
            Linkage& linkage, std::vector<LoadLink>& found) {
    std::map<std::string_view, std::vector<std::size_t>> byPlate;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
      if (!partTaken[i] && m_parts[i].net && !plateOf(m_parts[i]).empty()) {
        byPlate[plateOf(m_parts[i])].push_back(i);
      }
    }
    for (std::size_t i = 0; i < m_wholes.size(); ++i) {
      if (wholeTaken[i] || !m_wholes[i].net) continue;
      const auto block = byPlate.find(plateOf(m_wholes[i]));
      if (block == byPlate.end()) continue;
      std::vector<std::size_t> pieces;
      for (const std::size_t part : block->second) {
        if (fits(i, part)) pieces.push_back(part);
      }
      if (pieces.size() > mostPieces) {
        ++linkage.capped;
        continue;
      }
      trySets(i, pieces, found);
    }
  }

 private:
  static const std::string& plateOf(const LinkKeys& record) {
    return record.container.empty() ? record.vehicle : record.container;
  }

  [[nodiscard]] bool fits(std::size_t whole, std::size_t part) const {
    const LinkKeys& a = m_wholeIsSent ? m_wholes[whole] : m_parts[part];
    const LinkKeys& b = m_wholeIsSent ? m_parts[part] : m_wholes[whole];
    const std::pair pair = m_wholeIsSent ? std::pair(whole, part) : std::pair(part, whole);
    return *m_parts[part].net < *m_wholes[whole].net && couldBeSameDays(a, b) &&
           !m_refused.contains(pair);
  }

  /// Every set of two to four pieces, each piece in its order.
  void trySets(std::size_t whole, const std::vector<std::size_t>& pieces,
               std::vector<LoadLink>& found) {
    std::vector<std::pair<std::vector<std::size_t>, Mass>> sets;  // with the mass to compare
    std::int64_t tried = 0;
    std::vector<std::size_t> chosen;
    const auto extend = [&](auto&& self, std::size_t from, Mass sum) -> void {
      if (chosen.size() >= 2) {
        ++tried;
        const bool same = isSame(whole, chosen, sum);
        if (same || mayHaveDried(whole, chosen, sum)) {
          // Water explains the gap, but not as well as a gap that scales explain.
          const Mass net = *m_wholes[whole].net;
          const Mass most = Mass::grams(net.inGrams() / 100);
          sets.emplace_back(chosen, same ? net : std::clamp(sum, net - most, net + most));
        }
      }
      if (chosen.size() == mostParts) return;
      for (std::size_t i = from; i < pieces.size(); ++i) {
        chosen.push_back(pieces[i]);
        self(self, i + 1, sum + *m_parts[pieces[i]].net);
        chosen.pop_back();
      }
    };
    extend(extend, 0, Mass());
    for (const auto& [set, mass] : sets) add(whole, set, mass, tried, found);
  }

  /// What goods that dry may have lost on the way.
  [[nodiscard]] bool mayHaveDried(std::size_t whole, const std::vector<std::size_t>& set,
                                  Mass sum) const {
    const Mass sent = m_wholeIsSent ? *m_wholes[whole].net : sum;
    const Mass lost = m_wholeIsSent ? sent - sum : sent - *m_wholes[whole].net;
    if (lost < Mass() || waterOf(sent, lost) < lost) return false;
    if (m_wholeIsSent) return losesWater(m_wholes[whole].lowCode);
    return std::all_of(set.begin(), set.end(),
                       [this](std::size_t part) { return losesWater(m_parts[part].lowCode); });
  }

  /// Within what the scales may be off.
  [[nodiscard]] bool isSame(std::size_t whole, const std::vector<std::size_t>& set,
                            Mass sum) const {
    const Mass mass = *m_wholes[whole].net;
    const auto squared = [](Mass net) {
      const double error = inServiceError(net).inKilograms();
      return error * error;
    };
    double variance = squared(mass);
    for (const std::size_t part : set) variance += squared(*m_parts[part].net);
    return (sum - mass).abs().inKilograms() <= 2 * std::sqrt(variance);
  }

  /// The sum takes the place of the mass; of the other fields the part that agrees least counts.
  /// Many sets were tried, so that one of them may add up by chance.
  void add(std::size_t whole, const std::vector<std::size_t>& set, Mass mass, std::int64_t tried,
           std::vector<LoadLink>& found) {
    LoadLink link;
    link.kind = m_wholeIsSent ? LinkKind::Split : LinkKind::Merged;
    (m_wholeIsSent ? link.sent : link.received) = {whole};
    (m_wholeIsSent ? link.received : link.sent) = set;
    for (std::size_t i = 0; i < set.size(); ++i) {
      LinkKeys part = m_parts[set[i]];
      part.net = mass;
      const LinkLevels levels = m_wholeIsSent ? compareRecords(m_wholes[whole], part)
                                              : compareRecords(part, m_wholes[whole]);
      const LinkWeights weights = m_scale.weights(levels);
      for (std::size_t field = 0; field < linkFieldCount; ++field) {
        if (i > 0 && weights[field] >= link.weights[field]) continue;
        link.weights[field] = weights[field];
        link.levels[field] = levels[field];
      }
    }
    link.weight = sumOf(link.weights);
    const std::int64_t sets = std::llround(1000 * std::log2(static_cast<double>(tried)));
    link.prior = m_prior - sets;
    link.margin = link.weight + link.prior;
    link.probabilityPpm = probabilityPpm(link.margin);
    if (link.probabilityPpm >= leastProbabilityPpm) found.push_back(std::move(link));
  }

  std::span<const LinkKeys> m_wholes;
  std::span<const LinkKeys> m_parts;
  const LinkScale& m_scale;
  const RefusedPairs& m_refused;
  std::int64_t m_prior;
  bool m_wholeIsSent;
};

bool overlap(const LoadLink& a, const LoadLink& b) {
  const auto shares = [](const auto& x, const auto& y) {
    return std::any_of(x.begin(), x.end(), [&](std::size_t at) {
      return std::find(y.begin(), y.end(), at) != y.end();
    });
  };
  return shares(a.sent, b.sent) || shares(a.received, b.received);
}

/// The heaviest first; what shares a record with it is dropped, and makes it ambiguous where it is
/// nearly as heavy.
std::vector<LoadLink> keepApart(std::vector<LoadLink> found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const LoadLink& a, const LoadLink& b) { return a.margin > b.margin; });
  std::vector<LoadLink> kept;
  for (LoadLink& link : found) {
    const auto rival = std::find_if(kept.begin(), kept.end(),
                                    [&](const LoadLink& other) { return overlap(link, other); });
    if (rival == kept.end()) {
      kept.push_back(link);
    } else {
      rival->margin = std::min(rival->margin, rival->weight - link.weight);
    }
  }
  for (LoadLink& link : kept) {
    link.margin = std::max<std::int64_t>(link.margin, 0);
    link.ambiguous = isAmbiguous(link);
  }
  return kept;
}

/// One number and another mass: a part of the load may stand under another number, or two loads in one
/// receipt.
bool isOffInMass(const LoadLink& link) {
  const int mass = link.levels[static_cast<std::size_t>(LinkField::Mass)];
  return link.kind == LinkKind::One && mass != levelMissing && mass > 0 &&
         link.levels[static_cast<std::size_t>(LinkField::Document)] == 0;
}

}  // namespace

void linkParts(std::span<const LinkKeys> sent, std::span<const LinkKeys> received,
               const LinkageModel& model, const RefusedPairs& refused, Linkage& linkage) {
  std::vector<bool> sentTaken(sent.size(), false);
  std::vector<bool> receivedTaken(received.size(), false);
  for (const LoadLink& link : linkage.links) {
    if (isOffInMass(link)) continue;
    for (const std::size_t at : link.sent) sentTaken[at] = true;
    for (const std::size_t at : link.received) receivedTaken[at] = true;
  }
  const LinkScale scale(model);
  const std::int64_t prior = priorMilliBits(sent.size(), received.size());
  std::vector<LoadLink> found;
  PartFinder(sent, received, scale, refused, prior, true)
      .find(sentTaken, receivedTaken, linkage, found);
  PartFinder(sent, received, scale, refused, prior, false)
      .find(receivedTaken, sentTaken, linkage, found);
  std::vector<LoadLink> kept = keepApart(std::move(found));
  std::erase_if(linkage.links, [&kept](const LoadLink& link) {
    return isOffInMass(link) && std::any_of(kept.begin(), kept.end(), [&](const LoadLink& parts) {
             return overlap(link, parts);
           });
  });
  std::move(kept.begin(), kept.end(), std::back_inserter(linkage.links));
  sortLinks(linkage.links);
}

}  // namespace plumbline
