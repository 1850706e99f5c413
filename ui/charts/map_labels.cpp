// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/map_labels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QFontMetricsF>

namespace plumbline {

namespace {

constexpr qreal kStep = 5;        // between two looked-at places of a bow, design pixels
constexpr qreal kGround = 3;      // around words, left and right
constexpr int kDirections = 16;   // around a dot
constexpr double kForbidden = 1e6;

struct Spot {
  QPointF at;
  qreal half = 0;  // of what is drawn there
};

/// What words should not cover: bows and leaders as rows of spots; dots, words and the scale as
/// boxes.
struct Obstacles {
  std::vector<Spot> spots;
  std::vector<QRectF> boxes;

  void add(const QPainterPath& path, qreal width, qreal step) {
    const int count = std::clamp(static_cast<int>(path.length() / step), 1, 400);
    for (int i = 0; i <= count; ++i) {
      spots.push_back({path.pointAtPercent(static_cast<qreal>(i) / count), width / 2});
    }
  }
  [[nodiscard]] int coveredBy(const QRectF& box) const {
    return static_cast<int>(std::count_if(spots.begin(), spots.end(), [&box](const Spot& spot) {
      return box.adjusted(-spot.half, -spot.half, spot.half, spot.half).contains(spot.at);
    }));
  }
  [[nodiscard]] bool blocks(const QRectF& box) const {
    return std::any_of(boxes.begin(), boxes.end(),
                       [&box](const QRectF& other) { return other.intersects(box); });
  }
};

struct Candidate {
  MapLabel label;
  double cost = 0;
};

/// Right first, then left, below, above, and between them.
qreal angleOf(int rank) {
  constexpr int order[kDirections] = {0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 3, 13, 7, 9, 5, 11};
  return order[rank] * 2 * std::numbers::pi / kDirections;
}

/// The nearest corner, or middle of an edge, of the words lies at `distance` from the dot.
QRectF wordsAt(const QPointF& dot, qreal angle, qreal distance, const QSizeF& size) {
  const qreal x = std::cos(angle);
  const qreal y = std::sin(angle);
  const auto share = [](qreal along) { return along > 0.3 ? 0.0 : along < -0.3 ? 1.0 : 0.5; };
  const QPointF nearest = dot + QPointF(x, y) * distance;
  return QRectF(nearest - QPointF(share(x) * size.width(), share(y) * size.height()), size);
}

/// How much a line from the dot to the words runs through.
double crossings(const QLineF& line, const QRectF& own, const Obstacles& obstacles) {
  double cost = 0;
  const int count = std::max(2, static_cast<int>(line.length() / 3));
  for (int i = 0; i <= count; ++i) {
    const QPointF at = line.pointAt(static_cast<qreal>(i) / count);
    for (const QRectF& box : obstacles.boxes) {
      if (box != own && box.contains(at)) return kForbidden;
    }
    for (const Spot& spot : obstacles.spots) {
      if (QLineF(at, spot.at).length() < spot.half + 1) cost += 1;
    }
  }
  return cost;
}

class Placer {
 public:
  Placer(const MapFrame& frame, const MapData& data, const PaintStyle& style)
      : m_frame(frame), m_style(style) {
    const std::vector<qreal> widths = mapBowWidths(data, style);
    for (std::size_t i = 0; i < data.arcs.size(); ++i) {
      m_obstacles.add(mapBow(frame, data, data.arcs[i]), widths[i], style.px(kStep));
    }
    for (const MapSite& site : data.sites) {
      m_obstacles.boxes.push_back(mapDot(frame, site, style));
    }
    m_obstacles.boxes.push_back(mapScaleBox(frame, style));
  }

  /// Places beside the dot that cover nothing, as things are now.
  [[nodiscard]] int freePlaces(const QRectF& dot, const QSizeF& words) const {
    int count = 0;
    for (int rank = 0; rank < kDirections; ++rank) {
      count += tryAt(dot, words, rank, 0).cost < 1 ? 1 : 0;
    }
    return count;
  }

  [[nodiscard]] MapLabel place(const QRectF& dot, const QSizeF& words) {
    Candidate best;
    best.cost = 2 * kForbidden;
    for (const qreal ring : {0.0, 22.0, 44.0, 72.0, 108.0}) {
      for (int rank = 0; rank < kDirections; ++rank) {
        const Candidate one = tryAt(dot, words, rank, ring);
        if (one.cost < best.cost) best = one;
      }
      // Nothing further off is better than a place that covers nothing.
      if (best.cost < kForbidden && best.cost < m_style.px(ring + 22) * 0.1) break;
    }
    m_obstacles.boxes.push_back(best.label.ground);
    if (best.label.leader) {
      QPainterPath path(best.label.leader->p1());
      path.lineTo(best.label.leader->p2());
      m_obstacles.add(path, m_style.px(2), m_style.px(kStep));
    }
    return best.label;
  }

 private:
  [[nodiscard]] Candidate tryAt(const QRectF& dot, const QSizeF& words, int rank,
                                qreal ring) const {
    Candidate one;
    const qreal near = dot.width() / 2 + m_style.px(6);
    one.label.words = wordsAt(dot.center(), angleOf(rank), near + m_style.px(ring), words);
    const qreal edge = m_style.px(kGround);
    one.label.ground = one.label.words.adjusted(-edge, 0, edge, 0);
    one.cost = 0.1 * m_style.px(ring) + 0.01 * rank;
    if (!m_frame.plot.contains(one.label.ground) || m_obstacles.blocks(one.label.ground)) {
      one.cost += kForbidden;
    }
    one.cost += 3.0 * m_obstacles.coveredBy(one.label.ground);
    if (ring > 0) {
      const QRectF& box = one.label.ground;
      const QPointF end(std::clamp(dot.center().x(), box.left(), box.right()),
                        std::clamp(dot.center().y(), box.top(), box.bottom()));
      QLineF leader(dot.center(), end);
      const qreal length = leader.length();
      leader.setP1(leader.pointAt(std::min(1.0, dot.width() / 2 / std::max(1.0, length))));
      one.label.leader = leader;
      one.cost += crossings(leader, dot, m_obstacles);
    }
    return one;
  }

  const MapFrame& m_frame;
  const PaintStyle& m_style;
  Obstacles m_obstacles;
};

}  // namespace

QRectF mapDot(const MapFrame& frame, const MapSite& site, const PaintStyle& style) {
  const qreal r = style.px(site.plant ? 7 : 5);
  return QRectF(frame.map(site.at) - QPointF(r, r), QSizeF(2 * r, 2 * r));
}

QPainterPath mapBow(const MapFrame& frame, const MapData& data, const MapArc& arc) {
  const QPointF from = frame.map(data.sites[arc.from].at);
  const QPointF to = frame.map(data.sites[arc.to].at);
  const QPointF way = to - from;
  // To the left of the way, so that loads there and back do not cover each other.
  const QPointF bow(way.y() * 0.18, -way.x() * 0.18);
  QPainterPath path(from);
  path.quadTo((from + to) / 2 + bow, to);
  return path;
}

std::vector<qreal> mapBowWidths(const MapData& data, const PaintStyle& style) {
  double most = 0;
  for (const MapArc& arc : data.arcs) most = std::max(most, arc.value);
  std::vector<qreal> widths;
  for (const MapArc& arc : data.arcs) {
    const double share = most > 0 ? std::max(0.0, arc.value) / most : 0;
    widths.push_back(style.px(arc.open ? 1.5 : 1.5 + 10 * share));
  }
  return widths;
}

QRectF mapScaleBox(const MapFrame& frame, const PaintStyle& style) {
  const QFontMetricsF small(style.font(TextRole::Small));
  const QSizeF size(frame.plot.width() / 4 + small.horizontalAdvance(QStringLiteral("0,000 km")) +
                        style.px(18),
                    small.height() + style.px(12));
  return QRectF(QPointF(frame.plot.left(), frame.plot.bottom() - size.height()), size);
}

std::vector<MapLabel> mapLabels(const MapFrame& frame, const MapData& data,
                                const PaintStyle& style) {
  const QFontMetricsF bold(style.font(TextRole::BodyBold));
  const QFontMetricsF small(style.font(TextRole::Small));
  Placer placer(frame, data, style);
  struct Waiting {
    std::size_t site;
    QRectF dot;
    QSizeF words;
    int places;
  };
  std::vector<Waiting> waiting;
  for (std::size_t i = 0; i < data.sites.size(); ++i) {
    const MapSite& site = data.sites[i];
    const QRectF dot = mapDot(frame, site, style);
    if (!frame.plot.intersects(dot)) continue;
    const QSizeF words(
        std::max(bold.horizontalAdvance(site.name), small.horizontalAdvance(site.note)),
        bold.height() + (site.note.isEmpty() ? 0 : small.height()));
    waiting.push_back({i, dot, words, placer.freePlaces(dot, words)});
  }
  // Who has the least choice chooses first.
  std::stable_sort(waiting.begin(), waiting.end(),
                   [](const Waiting& a, const Waiting& b) { return a.places < b.places; });
  std::vector<MapLabel> labels(data.sites.size());
  for (const Waiting& one : waiting) labels[one.site] = placer.place(one.dot, one.words);
  return labels;
}

}  // namespace plumbline
