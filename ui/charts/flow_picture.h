// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The flow picture: sources on the left, the plant in the middle, where the mass went on the
// right, and beside each branch what the plant says, what was found and how well that is known.

#include <array>

#include <QPainterPath>

#include "ui/charts/picture_view.h"
#include "ui/theme/fills.h"
#include "ui/theme/marks.h"

namespace plumbline {

/// Whether the user named everybody who states the figures. Of what is only said no mark says more
/// than "cannot tell".
enum class Figures { Named, OnlySaid };

struct FlowSource {
  QString name;
  QString mass;
  double value = 0;  // any unit, the same for all
  QString spoken;
};

struct FlowOutcome {
  QString key;
  QString name;
  Mark mark = Mark::None;
  Tone tone = Tone::Pass;
  Fill fill = Fill::Solid;
  bool strong = false;  // name and numbers in the tone's ink
  QString plantSays, found, plusMinus;
  double value = 0;
  QString spoken;
};

struct FlowData {
  QString summary;
  QString sourcesCaption;  // "Intake, weighed at the gate"
  QString node;            // "Plant"
  QStringList nodeLines;   // under the node; the last one in the ink of what is missing
  bool lastLineStrong = false;
  QStringList tableHeader;  // where it went, plant says, found, ± 95 %
  std::vector<FlowSource> sources;
  std::vector<FlowOutcome> outcomes;
  QString sumName, sumPlant, sumFound;
  QString only;  // key of the one branch that is meant; the others stand back
  [[nodiscard]] bool quiet(const FlowOutcome& outcome) const {
    return !only.isEmpty() && outcome.key != only;
  }
};

/// Where everything lies. Computed once a paint, and for the stops.
struct FlowLayout {
  struct Branch {
    QRectF node;
    QPainterPath band;
    qreal rowCentre = 0;
  };
  std::vector<Branch> sources, outcomes;
  QRectF centre;
  QRectF nodeWords;  // of the lines under the centre, which end at its right edge
  qreal tableLeft = 0;
  std::array<qreal, 3> columnRight{};  // of the three number columns
  qreal headerTop = 0, sumTop = 0;
};
[[nodiscard]] FlowLayout flowLayout(const QRectF& rect, const FlowData& data,
                                    const PaintStyle& style);
void paintFlow(QPainter* painter, const QRectF& rect, const FlowData& data,
               const PaintStyle& style);
/// The least height at which no row of words touches another.
[[nodiscard]] qreal flowHeight(const FlowData& data, const PaintStyle& style);

class FlowView : public PictureView<FlowData> {
  Q_OBJECT
 public:
  explicit FlowView(QWidget* parent = nullptr);
  [[nodiscard]] QSizeF printSize() const override { return {1100, 420}; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const override;
};

}  // namespace plumbline
