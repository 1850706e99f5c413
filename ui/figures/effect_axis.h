// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much sooner one group is served: one value with its interval on a ratio axis, and the plumb
// line at 1, where nobody is favoured.

#include "model/checks/scheduler_audit.h"

#include "ui/charts/picture_view.h"

namespace plumbline {

struct EffectData {
  double low = 1, value = 1, high = 1;
  bool standsOut = false;
  QString label;  // "1.6"
  QString atOne;  // "1: no favour"
  QString summary;
};
[[nodiscard]] EffectData effectData(const SchedulerAudit& audit);
void paintEffect(QPainter* painter, const QRectF& rect, const EffectData& data,
                 const PaintStyle& style);

class EffectView : public PictureView<EffectData> {
  Q_OBJECT
 public:
  explicit EffectView(QWidget* parent = nullptr);
  [[nodiscard]] QSizeF printSize() const override { return {420, 84}; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const override;
  [[nodiscard]] QRectF area() const override { return rect(); }
};

}  // namespace plumbline
