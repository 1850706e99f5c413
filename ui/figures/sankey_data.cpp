// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "model/balance/balance.h"

#include "ui/charts/month_axis.h"
#include "ui/figures/balance_charts.h"
#include "ui/figures/delivery_charts.h"
#include "ui/words/balance_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Deliveries)
};

constexpr std::size_t kMostReceivers = 8;  // thinner bands cannot be told apart

struct Share {
  Mass plantSays, found;
};
using Receivers = std::map<std::size_t, std::map<std::string, Share>>;  // by place and branch

/// The months that a stock survey bounds: those of the balance's sums.
bool isBalanced(const Balance& balance, Month month) {
  return std::any_of(balance.months.begin(), balance.months.end(), [month](const auto& known) {
    return known.month == month && known.mufUncertainty > Mass();
  });
}

Receivers receiversOf(const Balance& balance, const Deliveries& deliveries) {
  Receivers receivers;
  std::map<Month, bool> balanced;
  for (const Delivery& delivery : deliveries.list) {
    const auto [month, isNew] = balanced.try_emplace(delivery.month, false);
    if (isNew) month->second = isBalanced(balance, delivery.month);
    if (!month->second) continue;
    Share& share = receivers[delivery.place][delivery.key];
    share.plantSays += delivery.plantSays;
    share.found += delivery.found;
  }
  return receivers;
}

Mass foundBy(const std::map<std::string, Share>& branches) {
  Mass found;
  for (const auto& [key, share] : branches) found += share.found;
  return found;
}

class Builder {
 public:
  Builder(const Balance& balance, const Deliveries& deliveries, Figures figures)
      : m_flow(flowData(balance, {}, figures)), m_deliveries(deliveries) {
    m_data.summary = m_flow.summary;
    m_data.captions = {m_flow.sourcesCaption, m_flow.node, Words::tr("What became of it"),
                       Words::tr("Who got it")};
    m_data.tableHeader = {Words::tr("From"), Words::tr("To"), Words::tr("Plant says"),
                          Words::tr("Found"), Words::tr("± 95 %")};
  }

  SankeyData build(const Receivers& receivers) {
    const std::size_t plant = addPlant();
    addSources(plant);
    addOutcomes(plant);
    addReceivers(receivers);
    std::stable_sort(m_data.links.begin(), m_data.links.end(),
                     [](const SankeyLink& a, const SankeyLink& b) {
                       return std::pair(a.from, a.to) < std::pair(b.from, b.to);
                     });
    return std::move(m_data);
  }

 private:
  std::size_t add(SankeyNode node) {
    m_data.nodes.push_back(std::move(node));
    return m_data.nodes.size() - 1;
  }

  std::size_t addPlant() {
    SankeyNode plant;
    plant.column = 1;
    plant.name = m_flow.node;
    plant.below = m_flow.nodeLines;
    plant.alarm = m_flow.lastLineStrong;
    plant.spoken = m_flow.node + QStringLiteral(": ") + words::listed(m_flow.nodeLines);
    return add(std::move(plant));
  }

  void addSources(std::size_t plant) {
    double total = 0;
    for (const FlowSource& source : m_flow.sources) {
      total += source.value;
      SankeyNode node;
      node.name = source.name;
      node.mass = source.mass;
      node.spoken = source.spoken;
      const std::size_t from = add(std::move(node));
      m_data.links.push_back({from, plant, source.value, Tone::Info, Fill::Solid, source.spoken});
      m_data.tableRows.push_back({source.name, m_flow.node, source.mass, source.mass, {}});
    }
    m_data.sums << formatTonnes(Mass::grams(qRound64(total * 1e6))) << QString();
  }

  void addOutcomes(std::size_t plant) {
    for (const FlowOutcome& outcome : m_flow.outcomes) {
      m_data.tableRows.push_back(
          {m_flow.node, outcome.name, outcome.plantSays, outcome.found, outcome.plusMinus});
      if (outcome.value <= 0) continue;
      SankeyNode node;
      node.column = 2;
      node.name = outcome.name;
      node.mass = outcome.found;
      if (outcome.key == QStringLiteral("unaccounted")) {
        node.mass += QChar(0x00A0) + outcome.plusMinus;
      }
      node.alarm = outcome.strong;
      node.tone = outcome.tone;
      node.fill = outcome.fill;
      node.spoken = outcome.spoken;
      const std::size_t to = add(std::move(node));
      m_branches[outcome.key.toStdString()] = {to, &outcome};
      m_data.links.push_back(
          {plant, to, outcome.value, outcome.tone, outcome.fill, outcome.spoken});
    }
    m_data.sums << m_flow.sumFound;
  }

  void addReceivers(const Receivers& receivers) {
    std::vector<std::size_t> order;
    for (const auto& [place, branches] : receivers) order.push_back(place);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return foundBy(receivers.at(a)) > foundBy(receivers.at(b));
    });
    Mass total;
    std::map<std::string, Share> others;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto& branches = receivers.at(order[i]);
      total += foundBy(branches);
      if (order.size() <= kMostReceivers || i + 1 < kMostReceivers) {
        addReceiver(m_deliveries.places[order[i]], branches);
        continue;
      }
      for (const auto& [key, share] : branches) {
        others[key].plantSays += share.plantSays;
        others[key].found += share.found;
      }
    }
    if (!others.empty()) addReceiver({Words::tr("Others").toStdString(), {}, true}, others);
    m_data.sums << formatTonnes(total);
  }

  void addReceiver(const DeliveryPlace& place, const std::map<std::string, Share>& branches) {
    const QString name = placeName(place);
    const Mass found = foundBy(branches);
    SankeyNode node;
    node.column = 3;
    node.name = name;
    node.mass = formatTonnes(found);
    node.tone = place.publishes ? Tone::Pass : Tone::Unsure;
    node.fill = place.publishes ? Fill::Solid : Fill::Open;
    Mass says;
    for (const auto& [key, share] : branches) says += share.plantSays;
    node.spoken = Words::tr("%1: plant says %2, found %3.")
                      .arg(name, formatTonnes(says), formatTonnes(found));
    const std::size_t to = add(std::move(node));
    for (const auto& [key, share] : branches) addLink(key, share, to, name);
  }

  void addLink(const std::string& key, const Share& share, std::size_t to, const QString& name) {
    const auto branch = m_branches.find(key);
    const QString what = outcomeName(key);
    m_data.tableRows.push_back(
        {what, name, formatTonnes(share.plantSays), formatTonnes(share.found), {}});
    if (branch == m_branches.end() || share.found <= Mass()) return;
    const auto& [from, outcome] = branch->second;
    m_data.links.push_back(
        {from, to, tonnes(share.found), outcome->tone, outcome->fill,
         Words::tr("%1 to %2: plant says %3, found %4.")
             .arg(what, name, formatTonnes(share.plantSays), formatTonnes(share.found))});
  }

  FlowData m_flow;
  const Deliveries& m_deliveries;
  SankeyData m_data;
  std::map<std::string, std::pair<std::size_t, const FlowOutcome*>> m_branches;
};

}  // namespace

SankeyData sankeyData(const Balance& balance, const Deliveries& deliveries, Figures figures) {
  return Builder(balance, deliveries, figures).build(receiversOf(balance, deliveries));
}

}  // namespace plumbline
