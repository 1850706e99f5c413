// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/delivery_charts.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "model/records/visible_text.h"

#include "ui/charts/month_axis.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Deliveries)
};

QString kmText(const std::optional<double>& km) {
  return km ? QStringLiteral("%1\u00a0km").arg(formatReal(*km, *km < 10 ? 1 : 0)) : QString();
}

Tone toneOf(const Route& route) {
  if (route.found == Mass()) return Tone::Unsure;
  if (route.asResidue + route.asResidue > route.found) return Tone::Residue;
  return Tone::Pass;
}

QString sentenceOf(const Route& route, const Deliveries& deliveries) {
  const QString name = placeName(deliveries.places[route.place]);
  QString text = Words::tr("%1: %Ln loads, plant says %2, found %3.", nullptr, plural(route.loads))
                     .arg(name, formatTonnes(route.plantSays), formatTonnes(route.found));
  if (route.asResidue > Mass()) {
    text += QLatin1Char(' ') +
            Words::tr("%1 of it received as residue.").arg(formatTonnes(route.asResidue));
  }
  if (route.km) text += QLatin1Char(' ') + Words::tr("%1 away.").arg(kmText(route.km));
  return text;
}

/// Sites of a map, each place once.
class Sites {
 public:
  Sites(MapData& data, const Deliveries& deliveries) : m_data(data), m_deliveries(deliveries) {}
  std::size_t add(std::size_t place, bool plant) {
    const auto [known, isNew] = m_index.try_emplace(place, m_data.sites.size());
    if (isNew) {
      const DeliveryPlace& named = m_deliveries.places[place];
      m_data.sites.push_back({placeName(named), {}, *named.at, plant, placeName(named)});
    }
    return known->second;
  }

 private:
  MapData& m_data;
  const Deliveries& m_deliveries;
  std::map<std::size_t, std::size_t> m_index;
};

void addRoute(MapData& data, Sites& sites, const Route& route, const Deliveries& deliveries) {
  const std::size_t from = sites.add(route.plant, true);
  const std::size_t to = sites.add(route.place, false);
  data.sites[to].note = QStringLiteral("%1, %2").arg(formatTonnes(route.found), kmText(route.km));
  data.sites[to].spoken = sentenceOf(route, deliveries);
  const Mass wide = std::max(route.found, route.plantSays);
  data.arcs.push_back(
      {from, to, tonnes(wide), toneOf(route), route.found == Mass(), data.sites[to].spoken});
}

}  // namespace

QString placeName(const DeliveryPlace& place) {
  return place.name.empty() ? Words::tr("Receiver not named") : visibleLine(QString::fromStdString(place.name));
}

std::vector<Route> routesOf(const Deliveries& deliveries, Month first, Month last) {
  std::map<std::pair<std::size_t, std::size_t>, Route> found;
  for (const Delivery& delivery : deliveries.list) {
    if (delivery.month < first || !(delivery.month < last)) continue;
    Route& route = found[{delivery.plant, delivery.place}];
    route.plant = delivery.plant;
    route.place = delivery.place;
    route.loads += delivery.loads;
    route.plantSays += delivery.plantSays;
    route.found += delivery.found;
    if (delivery.key == "residue") route.asResidue += delivery.found;
  }
  std::vector<Route> routes;
  for (auto& [key, route] : found) {
    const auto& from = deliveries.places[route.plant].at;
    const auto& to = deliveries.places[route.place].at;
    if (from && to) route.km = greatCircleKm(*from, *to);
    routes.push_back(route);
  }
  std::stable_sort(routes.begin(), routes.end(),
                   [](const Route& a, const Route& b) { return a.plantSays > b.plantSays; });
  return routes;
}

QString deliveriesShow(const Deliveries& deliveries, Month first, Month last) {
  const std::vector<Route> routes = routesOf(deliveries, first, last);
  if (routes.empty()) return Words::tr("No load left the plant in this time.");
  const Route& most = routes.front();
  QString text = Words::tr("Most went to **%1**: the plant says %2, **%3** were found.")
                     .arg(placeName(deliveries.places[most.place]), formatTonnes(most.plantSays),
                          formatTonnes(most.found));
  const auto gap = [](const Route& route) { return route.plantSays - route.found; };
  const Route& worst =
      *std::max_element(routes.begin(), routes.end(),
                        [&gap](const Route& a, const Route& b) { return gap(a) < gap(b); });
  if (gap(worst).inGrams() >= 1'000'000) {
    text += QLatin1Char(' ') +
            Words::tr("The largest gap is at **%1**: **%2** less were found than the plant says.")
                .arg(placeName(deliveries.places[worst.place]), formatTonnes(gap(worst)));
  }
  return text;
}

MapData mapData(const Deliveries& deliveries, Month first, Month last) {
  MapData data;
  data.tableHeader = {Words::tr("Receiver"), Words::tr("Distance km"),
                      Words::tr("Loads"),    Words::tr("Plant says t"),
                      Words::tr("Found t"),  Words::tr("Received as residue t")};
  QStringList unplaced;
  Sites sites(data, deliveries);
  for (const Route& route : routesOf(deliveries, first, last)) {
    const QString name = placeName(deliveries.places[route.place]);
    data.tableRows.push_back({name, route.km ? formatReal(*route.km, 0) : Words::tr("unknown"),
                              formatCount(route.loads), bare(route.plantSays), bare(route.found),
                              bare(route.asResidue)});
    if (route.km) {
      addRoute(data, sites, route, deliveries);
    } else if (!deliveries.places[route.plant].at) {
      unplaced << placeName(deliveries.places[route.plant]);
      unplaced << name;
    } else {
      unplaced << name;
    }
  }
  unplaced.removeDuplicates();
  if (!unplaced.isEmpty()) {
    data.unplaced = Words::tr("Not on the map, because no list of sites says where they are: %1.")
                        .arg(words::listed(unplaced));
  }
  QString summary = deliveriesShow(deliveries, first, last);
  data.summary = summary.remove(QStringLiteral("**"));
  return data;
}

}  // namespace plumbline
