// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A flow picture of several columns: from each source through the plant and each kind of material
// to whoever got it. Bands are in proportion to their mass; every band and node is a stop.

#include <QPainterPath>

#include "ui/charts/picture_view.h"
#include "ui/theme/fills.h"

namespace plumbline {

struct SankeyNode {
  std::size_t column = 0;
  QString name;
  QString mass;       // behind the name
  QStringList below;  // lines under the node; the last one strong where `alarm` is set
  bool alarm = false;
  Tone tone = Tone::Info;
  Fill fill = Fill::Solid;
  QString spoken;
};

struct SankeyLink {
  std::size_t from = 0, to = 0;  // nodes, from left to right
  double value = 0;              // any unit, the same for all
  Tone tone = Tone::Info;
  Fill fill = Fill::Solid;
  QString spoken;
};

struct SankeyData {
  QString summary;
  QStringList captions;           // of the columns
  QStringList sums;               // under the columns
  std::vector<SankeyNode> nodes;  // in each column from top to bottom
  std::vector<SankeyLink> links;  // by from, then to
  QStringList tableHeader;
  std::vector<QStringList> tableRows;
};

/// Where everything lies, in the order of nodes and links.
struct SankeyLayout {
  std::vector<QRectF> nodes;
  std::vector<QRectF> words;  // under a node, which end at its right edge; empty: none
  std::vector<QRectF> labels;  // beside a node
  std::vector<QPainterPath> links;
  std::vector<qreal> linkHeights;
  std::vector<qreal> columns;  // left edges
  qreal sumTop = 0;
};
[[nodiscard]] SankeyLayout sankeyLayout(const QRectF& rect, const SankeyData& data,
                                        const PaintStyle& style);
void paintSankey(QPainter* painter, const QRectF& rect, const SankeyData& data,
                 const PaintStyle& style);
/// The least height at which no line of words touches another.
[[nodiscard]] qreal sankeyHeight(const SankeyData& data, const PaintStyle& style);

class SankeyView : public PictureView<SankeyData> {
  Q_OBJECT
 public:
  explicit SankeyView(QWidget* parent = nullptr);
  [[nodiscard]] QSizeF printSize() const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const override;
};

}  // namespace plumbline
