// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One claim: claimed against confirmed on one scale from 0; below it the part nobody confirmed,
// enlarged by a written factor, with the plumb line at the claim; then all parts and their sum.

#include "model/verdict/claim_verdict.h"

#include "ui/charts/figure.h"
#include "ui/charts/paint_style.h"

namespace plumbline {

void paintClaimPicture(QPainter* painter, const QRectF& rect, const ClaimVerdict& claim,
                       const PaintStyle& style);
/// The height the picture needs at a width: the key below it wraps.
[[nodiscard]] qreal claimPictureHeight(qreal width, const ClaimVerdict& claim,
                                       const PaintStyle& style);

/// What the picture shows as rows of words. Its table twin.
struct ClaimRow {
  QString name;
  QString value;
  QString loads;
};
/// "Where the claimed 27,300 t went, Jan–Dec 2142"
[[nodiscard]] QString claimPictureTitle(const ClaimVerdict& claim);
[[nodiscard]] std::vector<ClaimRow> claimRows(const ClaimVerdict& claim);
/// "Received as residue: 386,400 kg, 23 loads"
[[nodiscard]] QString spoken(const ClaimRow& row);

class ClaimPicture : public Figure {
  Q_OBJECT
 public:
  explicit ClaimPicture(QWidget* parent = nullptr);
  void setClaim(const ClaimVerdict& claim);
  /// Without the list of parts: the pieces of the bars are then what is stepped through.
  void setBarsOnly(bool barsOnly);

  void paintPrint(QPainter* painter, const QRectF& rect) const override;
  [[nodiscard]] QSizeF printSize() const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  ClaimVerdict m_claim;
  bool m_barsOnly = false;
};

}  // namespace plumbline
