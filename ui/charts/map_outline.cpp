// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/map_outline.h"

#include <optional>

#include <QFile>

namespace plumbline {

namespace {

constexpr double kStepsADegree = 100;

/// One zigzag number in groups of five bits, the lowest first; 63 is added to each group.
std::optional<int> takeNumber(QByteArrayView text, qsizetype& at) {
  int value = 0;
  for (int shift = 0; shift <= 20 && at < text.size(); shift += 5) {
    const int group = text[at++] - 63;
    if (group < 0 || group > 63) return std::nullopt;
    value |= (group & 0x1f) << shift;
    if (group < 0x20) return (value & 1) != 0 ? ~(value >> 1) : value >> 1;
  }
  return std::nullopt;
}

OutlineLine parseLine(QByteArrayView text) {
  OutlineLine line;
  line.border = text.front() == 'b';
  int latitude = 0;
  int longitude = 0;
  QRectF bounds;
  for (qsizetype at = 1; at < text.size();) {
    const auto north = takeNumber(text, at);
    const auto east = takeNumber(text, at);
    if (!north || !east) break;
    latitude += *north;
    longitude += *east;
    const QPointF point(longitude / kStepsADegree, latitude / kStepsADegree);
    if (line.points.empty()) bounds = QRectF(point, point);
    bounds.setLeft(std::min(bounds.left(), point.x()));
    bounds.setRight(std::max(bounds.right(), point.x()));
    bounds.setTop(std::min(bounds.top(), point.y()));
    bounds.setBottom(std::max(bounds.bottom(), point.y()));
    line.points.push_back(point);
  }
  line.bounds = bounds;
  return line;
}

}  // namespace

std::vector<OutlineLine> parseOutline(QByteArrayView text) {
  std::vector<OutlineLine> lines;
  for (qsizetype begin = 0; begin < text.size();) {
    qsizetype end = text.indexOf('\n', begin);
    if (end < 0) end = text.size();
    const QByteArrayView line = text.sliced(begin, end - begin);
    begin = end + 1;
    if (line.isEmpty() || (line.front() != 'c' && line.front() != 'b')) continue;
    OutlineLine parsed = parseLine(line);
    if (parsed.points.size() > 1) lines.push_back(std::move(parsed));
  }
  return lines;
}

const std::vector<OutlineLine>& worldOutline() {
  static const std::vector<OutlineLine> lines = [] {
    QFile file(QStringLiteral(":/map/outline.txt"));
    return file.open(QIODevice::ReadOnly) ? parseOutline(file.readAll())
                                          : std::vector<OutlineLine>();
  }();
  return lines;
}

}  // namespace plumbline
