// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/network_words.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include <QCoreApplication>

#include "ui/words/balance_words.h"
#include "ui/words/finding_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

using CauseKind = NetworkCause::Kind;
using FigureKind = NetworkFigure::Kind;
using NodeKind = NetworkNode::Kind;

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Network)
};

QString bold(const QString& text) {
  return QStringLiteral("**%1**").arg(text);
}

/// "321 t ± 34 t", "57.2 t ± 0.2 t", "420 kg ± 60 kg": as exact as it is known.
QString massWithin(Mass mass, Mass within) {
  if (within >= Mass::kilograms(10'000)) return formatTonnesWithin(mass, within);
  return Words::tr("%1 ± %2").arg(formatTonnes(mass, 1),
                                  formatTonnes(std::max(within, Mass::kilograms(50)), 1));
}

/// The same without the second part, where it stands beside.
QString massAlone(Mass mass, Mass within) {
  return within >= Mass::kilograms(10'000) ? formatTonnes(mass) : formatTonnes(mass, 1);
}

const NetworkNode& nodeAt(const PlantNetwork& network, int node) {
  return network.nodes[static_cast<std::size_t>(node)];
}

QString plantName(const NetworkNode& node) {
  return node.party.empty() ? Words::tr("the plants") : words::text(node.party);
}

QString receiverName(const NetworkNode& node) {
  return node.party.empty() ? Words::tr("other receivers") : words::text(node.party);
}

QString wayName(const NetworkNode& node) {
  if (node.disagree) {
    return Words::tr("Loads to %1 with another mass at the end").arg(receiverName(node));
  }
  if (node.material.empty()) return Words::tr("All smaller ways");
  const QString plain = Words::tr("%1 to %2").arg(words::text(node.material), receiverName(node));
  if (node.outcome.empty()) return plain;
  // Under the same name, but to be burnt or disposed of.
  if (node.receivedAs.empty() || node.receivedAs == node.material) {
    return Words::tr("%1, received as: %2").arg(plain, outcomeName(node.outcome).toLower());
  }
  return Words::tr("%1, received as %2").arg(plain, words::text(node.receivedAs));
}

QString scaleName(const NetworkScale& scale) {
  return scale.name.empty()
             ? Words::tr("the scales of %1 without a name").arg(words::text(scale.party))
             : Words::tr("scale %1 of %2").arg(words::text(scale.name), words::text(scale.party));
}

QString leakText(const NetworkNode& node, const QString& amount, bool gain) {
  switch (node.kind) {
    case NodeKind::Plant:
      return (gain ? Words::tr("%1 came into %2 without a record")
                   : Words::tr("%1 left %2, or stayed there, without a record"))
          .arg(amount, plantName(node));
    case NodeKind::Pile:
      return (gain ? Words::tr("%1 came onto the pile of %2 without a record")
                   : Words::tr("%1 left the pile of %2 without a record"))
          .arg(amount, words::text(node.material));
    case NodeKind::Way:
      break;
  }
  if (node.disagree) {
    return (gain ? Words::tr("loads to %2 arrived with %1 more than they left with")
                 : Words::tr("%1 got lost on the way to %2, in loads that arrived with another "
                             "mass"))
        .arg(amount, receiverName(node));
  }
  return (gain ? Words::tr("%1 more arrived than was sent: %2")
               : Words::tr("%1 got lost on the way: %2"))
      .arg(amount, wayName(node));
}

QString causeText(const PlantNetwork& network, const NetworkCause& cause, const QString& amount) {
  switch (cause.kind) {
    case CauseKind::Leak:
      return leakText(nodeAt(network, cause.index), amount, cause.amount < Mass());
    case CauseKind::Scale: {
      const QString share = words::percent(Ppm{std::abs(cause.sharePpm)});
      return (cause.amount < Mass() ? Words::tr("%1 weighs %2 too little, %3 in all")
                                    : Words::tr("%1 weighs %2 too much, %3 in all"))
          .arg(scaleName(network.scales[static_cast<std::size_t>(cause.index)]), share, amount);
    }
    case CauseKind::Relabel:
      return Words::tr("%1 of %2 left under the name of %3")
          .arg(amount, words::text(nodeAt(network, cause.index).material),
               words::text(nodeAt(network, cause.second).material));
    case CauseKind::Figure:
      break;
  }
  const NetworkFigure& figure = network.figures[static_cast<std::size_t>(cause.index)];
  if (figure.kind == FigureKind::Received) {
    return (cause.amount < Mass() ? Words::tr("%1 weighed %2 too little")
                                  : Words::tr("%1 weighed %2 too much"))
        .arg(receiverName(nodeAt(network, figure.from)), amount);
  }
  return (cause.amount < Mass() ? Words::tr("the figure “%1” is %2 too small")
                                : Words::tr("the figure “%1” is %2 too large"))
      .arg(networkFigureName(network, static_cast<std::size_t>(cause.index)), amount);
}

/// The record that would tell the causes of one place apart.
QString deciderOf(const PlantNetwork& network, const NetworkCause& cause) {
  if (cause.kind == CauseKind::Scale) return Words::tr("a calibration certificate of that scale");
  if (cause.kind == CauseKind::Relabel) return Words::tr("samples of what left");
  switch (nodeAt(network, network.nodeOf(cause)).kind) {
    case NodeKind::Plant:
      return Words::tr("the weigh notes of those who brought the waste, a stock survey by somebody "
                       "else, or a measured loss");
    case NodeKind::Pile:
      return Words::tr("a survey of that pile by somebody else, or a check of its belt weigher");
    case NodeKind::Way:
      break;
  }
  return Words::tr("the carriers’ weigh notes, or a calibration of the scales at both ends");
}

QString placeText(const PlantNetwork& network, const NetworkPlace& place) {
  const NetworkCause& first = place.causes.front();
  QString text = causeText(network, first, bold(massWithin(first.amount.abs(), place.uncertainty)));
  text[0] = text[0].toUpper();
  text += QLatin1Char('.');
  QStringList others;
  for (std::size_t i = 1; i < place.causes.size(); ++i) {
    const NetworkCause& cause = place.causes[i];
    others << causeText(network, cause, massAlone(cause.amount.abs(), place.uncertainty));
  }
  if (!others.isEmpty()) {
    text += QLatin1Char(' ') +
            Words::tr("Or, just as well: %1.").arg(others.join(Words::tr("; or ")));
  }
  return text;
}

QString partText(const QString& where, Mass missing, Mass within) {
  const QString amount = bold(massWithin(missing.abs(), within));
  if (missing.abs() <= within) {
    return Words::tr("%1 the figures fit: %2 are open, which cannot be told from nothing.")
        .arg(where, amount);
  }
  return (missing > Mass() ? Words::tr("%1 %2 are missing, more than scales and surveys may be "
                                       "off.")
                           : Words::tr("%1 there are %2 too many, more than scales and surveys may "
                                       "be off."))
      .arg(where, amount);
}

bool hasWays(const PlantNetwork& network) {
  return std::any_of(network.nodes.begin(), network.nodes.end(),
                     [](const NetworkNode& node) { return node.kind == NodeKind::Way; });
}

QString fitText(const PlantNetwork& network) {
  const int count = plural(static_cast<std::int64_t>(network.figures.size()));
  const QString chance = words::probability(Ppm{network.pPpm});
  if (network.fits) {
    return Words::tr("All %Ln figures fit together within their errors (chance of a worse fit %1).",
                     nullptr, count)
        .arg(chance);
  }
  if (network.places.empty()) {
    return Words::tr(
               "The %Ln figures do not fit together within their errors (chance %1), but no "
               "single place stands out.",
               nullptr, count)
        .arg(chance);
  }
  return Words::tr(
             "The %Ln figures do not fit together within their errors (chance %1). What "
             "explains it best, with what explains it as well:",
             nullptr, count)
      .arg(chance);
}

QString cell(Mass mass) {
  return formatReal(static_cast<double>(mass.inGrams()) / 1e6, 2);
}

}  // namespace

QString networkNodeName(const PlantNetwork& network, int node) {
  const NetworkNode& told = nodeAt(network, node);
  switch (told.kind) {
    case NodeKind::Plant:
      return Words::tr("Inside %1").arg(plantName(told));
    case NodeKind::Pile:
      return Words::tr("Pile of %1").arg(words::text(told.material));
    case NodeKind::Way:
      break;
  }
  return wayName(told);
}

QString networkFigureName(const PlantNetwork& network, std::size_t figure) {
  const NetworkFigure& told = network.figures[figure];
  const auto ofNode = [&](int node, const QString& all, const QString& pattern) {
    const NetworkNode& at = nodeAt(network, node);
    return at.kind == NodeKind::Plant ? all : pattern.arg(words::text(at.material));
  };
  switch (told.kind) {
    case FigureKind::Intake:
      return ofNode(told.to, Words::tr("Intakes"), Words::tr("Intakes of %1"));
    case FigureKind::StockGrowth:
      return ofNode(told.from, Words::tr("Growth of other stock"), Words::tr("Growth of stock of %1"));
    case FigureKind::Loss:
      return Words::tr("Declared losses");
    case FigureKind::PileIn:
      return Words::tr("Recorded onto the pile of %1")
          .arg(words::text(nodeAt(network, told.to).material));
    case FigureKind::PileOut:
      return Words::tr("Recorded from the pile of %1")
          .arg(words::text(nodeAt(network, told.from).material));
    case FigureKind::Sent:
      return Words::tr("Sent: %1").arg(wayName(nodeAt(network, told.to)));
    case FigureKind::Received:
      return Words::tr("Received: %1").arg(wayName(nodeAt(network, told.from)));
    case FigureKind::OneSided:
      return ofNode(told.from, Words::tr("Loads only one side weighed"),
                    Words::tr("Loads of %1 only one side weighed"));
    case FigureKind::Open:
      break;
  }
  return Words::tr("What may have come back or not");
}

QString networkNodeState(const NetworkNode& node) {
  if (node.missing.abs() <= node.uncertainty) return Words::tr("fits");
  return node.missing > Mass() ? Words::tr("missing") : Words::tr("too many");
}

QString networkTitle(const PlantNetwork& network) {
  return network.places.empty() ? Words::tr("Do the figures fit together?")
                                : Words::tr("Where it most likely went");
}

QString networkShows(const PlantNetwork& network) {
  if (!network.whyNot.empty()) return words::reasonText(network.whyNot);
  QStringList text;
  if (network.withPlant) {
    text << partText(bold(Words::tr("Inside the plant")), network.inside,
                     network.insideUncertainty);
  } else {
    text << Words::tr("What happens inside the plant cannot be known from these records.");
  }
  if (hasWays(network)) {
    text << partText(bold(Words::tr("On the way to the receivers")), network.onTheWay,
                     network.onTheWayUncertainty);
  }
  if (network.tooGood) {
    text << Words::tr("What was sent and what was received agree better than honest errors would "
                      "let them: the stated errors are too large, or one side copied the other.");
  }
  text << fitText(network);
  return text.join(QLatin1Char(' '));
}

QStringList networkPlaces(const PlantNetwork& network, std::size_t most) {
  QStringList list;
  std::int64_t more = 0;
  std::int64_t small = 0;
  for (const NetworkPlace& place : network.places) {
    if (!place.material) {
      ++small;
    } else if (static_cast<std::size_t>(list.size()) < most) {
      list << placeText(network, place);
    } else {
      ++more;
    }
  }
  if (more > 0) {
    list << Words::tr("%Ln more places stand in the table.", nullptr, plural(more));
  }
  if (small > 0) {
    list << Words::tr("At %Ln places more the difference is too small to matter.", nullptr,
                      plural(small));
  }
  if (!network.places.empty() && !network.whole) {
    list << Words::tr("That does not explain all of it: the rest is spread over many figures.");
  }
  return list;
}

QString networkDeciders(const PlantNetwork& network) {
  QStringList list;
  for (const NetworkPlace& place : network.places) {
    const QString decider = deciderOf(network, place.causes.front());
    if (place.material && !list.contains(decider)) list << decider;
  }
  if (list.isEmpty()) return {};
  return Words::tr("What would decide: %1.").arg(words::listedApart(list));
}

QString networkOthers(const PlantNetwork& network) {
  if (network.others.empty()) return {};
  QStringList sets;
  for (const auto& set : network.others) {
    QStringList parts;
    for (const NetworkPlace& place : set) {
      const NetworkCause& cause = place.causes.front();
      parts << causeText(network, cause, massAlone(cause.amount.abs(), place.uncertainty));
    }
    sets << parts.join(Words::tr(", and "));
  }
  QString text =
      Words::tr("These fit about as well: %1.").arg(sets.join(Words::tr("; or ")));
  const auto rest = network.otherCount - static_cast<std::int64_t>(network.others.size());
  if (rest > 0) {
    text += QLatin1Char(' ') + Words::tr("So do %Ln others.", nullptr, plural(rest));
  }
  return text;
}

QString networkCouldNotSee(const PlantNetwork& network) {
  if (!network.whyNot.empty()) return {};
  QStringList text;
  QStringList unchecked;
  const NetworkFigure* widest = nullptr;
  for (std::size_t i = 0; i < network.figures.size(); ++i) {
    const NetworkFigure& figure = network.figures[i];
    if (!figure.checked) unchecked << networkFigureName(network, i);
    if (figure.checked && figure.kind != FigureKind::Open &&
        (widest == nullptr || figure.detectable > widest->detectable)) {
      widest = &figure;
    }
  }
  if (!unchecked.isEmpty()) {
    text << Words::tr("Nothing checks: %1.").arg(words::listedApart(unchecked));
  }
  if (widest != nullptr) {
    const auto index = static_cast<std::size_t>(widest - network.figures.data());
    text << Words::tr("An error of “%1” below %2 would have been missed more than once in 20 "
                      "times.")
                .arg(networkFigureName(network, index), bold(formatTonnes(widest->detectable)));
  }
  return text.join(QLatin1Char(' '));
}

NetworkTable networkNodeTable(const PlantNetwork& network) {
  NetworkTable table;
  table.header = {Words::tr("Place"), Words::tr("Result"),    Words::tr("In t"),
                  Words::tr("Out t"), Words::tr("Missing t"), Words::tr("± t")};
  const auto fits = [&network](int node) {
    return nodeAt(network, node).missing.abs() <= nodeAt(network, node).uncertainty;
  };
  std::vector<int> order(network.nodes.size());
  std::iota(order.begin(), order.end(), 0);
  const auto first = std::stable_partition(order.begin(), order.end(), std::not_fn(fits));
  table.misfits = static_cast<std::size_t>(first - order.begin());
  for (const int node : order) {
    const NetworkNode& told = nodeAt(network, node);
    table.rows.push_back({networkNodeName(network, node), networkNodeState(told), cell(told.in),
                          cell(told.out), cell(told.missing), cell(told.uncertainty)});
  }
  return table;
}

NetworkTable networkFigureTable(const PlantNetwork& network) {
  NetworkTable table;
  table.header = {Words::tr("Figure"), Words::tr("Records"),    Words::tr("Recorded t"),
                  Words::tr("± t"),    Words::tr("Best fit t"), Words::tr("± t"),
                  Words::tr("Smallest error that shows t")};
  for (std::size_t i = 0; i < network.figures.size(); ++i) {
    const NetworkFigure& figure = network.figures[i];
    const QString loads = figure.loads > 0 ? formatCount(figure.loads) : QString();
    table.rows.push_back({networkFigureName(network, i), loads, cell(figure.value),
                          cell(figure.uncertainty), cell(figure.reconciled),
                          cell(figure.reconciledUncertainty),
                          figure.checked ? cell(figure.detectable)
                                         : Words::tr("nothing checks it")});
  }
  return table;
}

}  // namespace plumbline
