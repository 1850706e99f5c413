// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who published when: one line a party, one box a publication at the end of the period it covers.
// The number is its place in the log; a dashed frame is a revision. Behind the last publication of
// a log its newest checkpoint; below all parties, what witnesses and time stamps say.

#include "model/evidence/evidence_report.h"

#include "ui/charts/figure.h"
#include "ui/charts/paint_style.h"

namespace plumbline {

void paintLogTimeline(QPainter* painter, const QRectF& rect, const EvidenceReport& evidence,
                      const PaintStyle& style);
[[nodiscard]] qreal logTimelineHeight(const EvidenceReport& evidence, const PaintStyle& style);

class LogTimeline : public Figure {
  Q_OBJECT
 public:
  explicit LogTimeline(QWidget* parent = nullptr);
  void setEvidence(const EvidenceReport& evidence);
  /// The stop of that entry of the party's log; -1 where it is not here.
  [[nodiscard]] int stopOfEntry(const std::string& party, std::int64_t index) const;

  void paintPrint(QPainter* painter, const QRectF& rect) const override;
  [[nodiscard]] QSizeF printSize() const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  EvidenceReport m_evidence;
};

}  // namespace plumbline
