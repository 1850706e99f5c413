// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes the uncertainty of the balance: one bar for each cause, as long as its share of the
// variance. Solid: somebody stated it; hatched: a default stands in.

#include "model/balance/balance.h"

#include "ui/charts/picture_view.h"
#include "ui/theme/fills.h"

namespace plumbline {

struct ContributionRow {
  QString name, note, value;
  QString spoken;
  double share = 0;  // of the variance, 0 to 1
  Fill fill = Fill::Solid;
};

struct ContributionData {
  QString title, summary;
  std::vector<ContributionRow> rows;  // the largest ones; the last may stand for the others
  std::vector<std::pair<Fill, QString>> key;
  QStringList tableHeader;
  std::vector<QStringList> tableRows;  // every cause of its own
};

[[nodiscard]] ContributionData contributionData(const Balance& balance);
[[nodiscard]] qreal contributionHeight(const ContributionData& data, const PaintStyle& style);
void paintContributions(QPainter* painter, const QRectF& rect, const ContributionData& data,
                        const PaintStyle& style);

class ContributionView : public PictureView<ContributionData> {
  Q_OBJECT
 public:
  explicit ContributionView(QWidget* parent = nullptr);
  [[nodiscard]] QSizeF printSize() const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const override;
  void describe() override;
  [[nodiscard]] QRectF area() const override { return rect(); }
};

}  // namespace plumbline
