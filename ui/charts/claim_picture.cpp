// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/claim_picture.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "ui/charts/chart_data.h"
#include "ui/theme/fills.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

QString say(const char* text) {
  return QCoreApplication::translate("plumbline::ClaimPicture", text);
}

// Numbers of the picture, in grams as doubles: they only become lengths.
struct Parts {
  double claimed = 0, confirmed = 0, residue = 0, open = 0, plusMinus = 0, claim = 0;
  [[nodiscard]] double notConfirmed() const { return residue + open; }
  [[nodiscard]] double most() const { return std::max({claimed, confirmed + notConfirmed(), 1.0}); }
};

double gramsOf(Mass mass) {
  return static_cast<double>(std::max<std::int64_t>(0, mass.inGrams()));
}

// Mass for which nobody has signed: by the balance where there is one, else what the receipts lack.
Mass openMass(const ClaimVerdict& claim) {
  return claim.balanceKnown ? claim.unaccounted
                            : claim.claimed - claim.confirmed - claim.receivedAsResidue;
}

// Only a claim about residual waste states its own value on this scale; millionths of a tonne are
// grams. Every other claim says that nothing of what left is anything but useful.
double claimValue(const ClaimVerdict& claim) {
  if (claim.metric != "residual_waste") return 0;
  const auto value = static_cast<double>(claim.valueMicro);
  return claim.unit == "kg" ? value / 1000.0 : value;
}

Parts partsOf(const ClaimVerdict& claim) {
  Parts parts;
  parts.claimed = gramsOf(claim.claimed);
  parts.confirmed = gramsOf(claim.confirmed);
  parts.residue = gramsOf(claim.receivedAsResidue);
  parts.open = gramsOf(openMass(claim));
  parts.plusMinus = claim.balanceKnown ? gramsOf(claim.expandedUncertainty) : 0;
  parts.claim = claimValue(claim);
  return parts;
}

struct KeyEntry {
  Fill fill;
  Tone tone;
  QString text;
};

std::vector<KeyEntry> keyOf(const ClaimVerdict& claim) {
  const Tone openTone = claim.balanceKnown ? Tone::Fail : Tone::Unsure;
  const QString open =
      claim.balanceKnown
          ? say("unaccounted %1")
                .arg(formatTonnesWithin(claim.unaccounted, claim.expandedUncertainty))
          : say("not confirmed %1").arg(formatTonnes(openMass(claim)));
  return {{Fill::Open, Tone::Info, say("said by the plant")},
          {Fill::Solid, Tone::Pass, say("confirmed by a receiver")},
          {Fill::LevelLines, Tone::Residue,
           say("received as residue %1").arg(formatTonnes(claim.receivedAsResidue))},
          {Fill::Hatch, openTone, open}};
}

struct Layout {
  QRectF claimed, found, enlarged;  // whole bars
  qreal left = 0, width = 0;
  NiceAxis axis;  // of the enlarged bar, in tonnes
  double perGram = 0, enlargedPerGram = 0;
  qreal axisY = 0, keyTop = 0;
  std::vector<QPointF> keyAt;
  qreal bottom = 0;
};

Layout layoutOf(const QRectF& rect, const ClaimVerdict& claim, const PaintStyle& style) {
  const Parts parts = partsOf(claim);
  Layout layout;
  layout.left = rect.left() + style.px(112);
  layout.width = std::max(style.px(80), rect.right() - style.px(16) - layout.left);
  const qreal top = rect.top() + style.px(2);
  layout.claimed = QRectF(layout.left, top, layout.width, style.px(28));
  layout.found = layout.claimed.translated(0, style.px(44));
  layout.enlarged =
      QRectF(layout.left, layout.found.bottom() + style.px(36), layout.width, style.px(33));
  layout.axisY = layout.enlarged.bottom() + style.px(20);
  layout.perGram = layout.width / parts.most();
  const double reach = std::max({parts.notConfirmed() + parts.plusMinus, parts.claim, 1e6}) / 1e6;
  layout.axis = niceAxis(0, reach);
  layout.enlargedPerGram = layout.width / (layout.axis.max * 1e6);

  const QFontMetricsF metrics(style.font(TextRole::Small));
  QPointF at(rect.left(), layout.axisY + style.px(28));
  layout.keyTop = at.y();
  for (const KeyEntry& entry : keyOf(claim)) {
    const qreal room = style.px(22 + 18) + metrics.horizontalAdvance(entry.text);
    if (at.x() > rect.left() && at.x() + room - style.px(18) > rect.right()) {
      at = QPointF(rect.left(), at.y() + style.px(20));
    }
    layout.keyAt.push_back(at);
    at.rx() += room;
  }
  layout.bottom = at.y() + style.px(18);
  if (style.rightToLeft) {
    for (QPointF& entry : layout.keyAt) entry.setX(rect.left() + rect.right() - entry.x());
  }
  return layout;
}

class Brushwork {
 public:
  Brushwork(QPainter* painter, const ClaimVerdict& claim, const QRectF& rect,
            const PaintStyle& style)
      : m_painter(painter),
        m_claim(claim),
        m_style(style),
        m_parts(partsOf(claim)),
        m_layout(layoutOf(rect, claim, style)),
        m_rect(rect) {}

  void paint() const {
    paintNames();
    paintScaleBars();
    paintGuides();
    paintEnlarged();
    paintAxis();
    paintPlumbLine();
    paintKey();
  }

 private:
  void words(const QRectF& box, TextRole role, ColorRole color, const QString& text,
             int flags = Qt::AlignLeft | Qt::AlignVCenter) const {
    m_painter->setFont(m_style.font(role));
    m_painter->setPen(m_style.color(color));
    m_painter->drawText(box, flags | Qt::AlignAbsolute | Qt::TextSingleLine | Qt::TextDontClip,
                        text);
  }

  void fill(const QRectF& box, Fill how, Tone tone) const {
    if (box.width() > 0.2) paintFill(m_painter, box, how, tone, m_style.roles(), m_style.scale);
  }

  [[nodiscard]] Tone openTone() const { return m_claim.balanceKnown ? Tone::Fail : Tone::Unsure; }

  void paintNames() const {
    const auto name = [&](const QRectF& bar) {
      return QRectF(m_rect.left(), bar.top(), m_style.px(108), bar.height());
    };
    words(name(m_layout.claimed), TextRole::Small, ColorRole::Text, say("Claimed"));
    words(name(m_layout.found), TextRole::Small, ColorRole::Text, say("Confirmed"));
    const double factor = m_layout.enlargedPerGram / m_layout.perGram;
    const QString written = say("enlarged %1 ×").arg(formatReal(factor, factor < 10 ? 1 : 0));
    QRectF box = name(m_layout.enlarged);
    box.setHeight(box.height() / 2);
    words(box, TextRole::Small, ColorRole::Text, say("Not confirmed"));
    words(box.translated(0, box.height()), TextRole::Small, ColorRole::Muted, written);
  }

  void paintScaleBars() const {
    QRectF bar = m_layout.claimed;
    bar.setWidth(m_parts.claimed * m_layout.perGram);
    fill(bar, Fill::Open, Tone::Info);
    const QRectF inside = m_layout.claimed.adjusted(m_style.px(8), 0, 0, 0);
    words(inside, TextRole::Small, ColorRole::InfoInk,
          say("%1 left as useful material").arg(formatTonnes(m_claim.claimed)));
    QRectF part = m_layout.found;
    part.setWidth(m_parts.confirmed * m_layout.perGram);
    fill(part, Fill::Solid, Tone::Pass);
    const QString confirmed = say("%1 by signed receipts").arg(formatTonnes(m_claim.confirmed));
    const QFontMetricsF metrics(m_style.font(TextRole::BodyBold));
    const bool fits = metrics.horizontalAdvance(confirmed) + m_style.px(16) < part.width();
    if (fits) {
      words(part.adjusted(m_style.px(8), 0, 0, 0), TextRole::BodyBold, ColorRole::OnFill,
            confirmed);
    }
    part = QRectF(part.right(), part.top(), m_parts.residue * m_layout.perGram, part.height());
    fill(part, Fill::LevelLines, Tone::Residue);
    part = QRectF(part.right(), part.top(), m_parts.open * m_layout.perGram, part.height());
    fill(part, Fill::Hatch, openTone());
    if (!fits) {
      words(m_layout.found.adjusted(part.right() - m_layout.left + m_style.px(8), 0, 0, 0),
            TextRole::Small, ColorRole::Text, confirmed);
    }
  }

  void paintGuides() const {
    m_painter->setPen(QPen(m_style.color(ColorRole::Muted), m_style.px(1), Qt::DashLine));
    const qreal from = m_layout.left + m_parts.confirmed * m_layout.perGram;
    const qreal to = from + m_parts.notConfirmed() * m_layout.perGram;
    const qreal end = m_layout.left + m_parts.notConfirmed() * m_layout.enlargedPerGram;
    const qreal above = m_layout.found.bottom() + m_style.px(2);
    const qreal below = m_layout.enlarged.top() - m_style.px(3);
    m_painter->drawLine(QPointF(from, above), QPointF(m_layout.left, below));
    m_painter->drawLine(QPointF(to, above), QPointF(end, below));
  }

  void paintEnlarged() const {
    QRectF part = m_layout.enlarged;
    part.setWidth(m_parts.residue * m_layout.enlargedPerGram);
    fill(part, Fill::LevelLines, Tone::Residue);
    part = QRectF(part.right(), part.top(), m_parts.open * m_layout.enlargedPerGram, part.height());
    fill(part, Fill::Hatch, openTone());
    if (m_parts.plusMinus <= 0) return;
    const qreal half = m_parts.plusMinus * m_layout.enlargedPerGram;
    const qreal y = part.center().y();
    const qreal low = std::max(m_layout.left, part.right() - half);
    const qreal high = part.right() + half;
    const qreal cap = m_style.px(8);
    // A halo keeps the whisker readable on the hatch.
    for (const auto& [color, width] :
         {std::pair{ColorRole::Surface, 4.5}, {ColorRole::Text, 1.5}}) {
      m_painter->setPen(QPen(m_style.color(color), m_style.px(width), Qt::SolidLine, Qt::FlatCap));
      m_painter->drawLine(QPointF(low, y), QPointF(high, y));
      for (const qreal x : {low, high}) {
        m_painter->drawLine(QPointF(x, y - cap), QPointF(x, y + cap));
      }
    }
  }

  void paintAxis() const {
    for (double tick = m_layout.axis.step; tick <= m_layout.axis.max * 1.0001;
         tick += m_layout.axis.step) {
      const qreal x = m_layout.left + tick * 1e6 * m_layout.enlargedPerGram;
      m_painter->setPen(QPen(m_style.color(ColorRole::Grid), m_style.px(1)));
      m_painter->drawLine(QPointF(x, m_layout.enlarged.bottom()), QPointF(x, m_layout.axisY));
      const QString label =
          QStringLiteral("%1\u00A0t").arg(formatReal(tick, m_layout.axis.step < 1 ? 1 : 0));
      const QFontMetricsF metrics(m_style.font(TextRole::Small));
      const qreal half = metrics.horizontalAdvance(label) / 2;
      // The claim's own label stands at its left; a tick that would touch it stays unwritten.
      const qreal claimEnd =
          m_layout.left + m_parts.claim * m_layout.enlargedPerGram + m_style.px(84);
      if (x - half < claimEnd) continue;
      const qreal left = std::min(x - half, m_rect.right() - 2 * half);
      words(QRectF(left, m_layout.axisY, 2 * half, m_style.px(16)), TextRole::Small,
            ColorRole::Muted, label);
    }
  }

  void paintPlumbLine() const {
    const qreal x = m_layout.left + m_parts.claim * m_layout.enlargedPerGram;
    const QColor ink = m_style.color(ColorRole::InfoInk);
    const qreal tip = m_layout.axisY + m_style.px(14);
    m_painter->setPen(QPen(ink, m_style.px(2), Qt::SolidLine, Qt::FlatCap));
    m_painter->drawLine(QPointF(x, m_layout.enlarged.top() - m_style.px(5)),
                        QPointF(x, tip - m_style.px(9)));
    QPainterPath bob;
    bob.addPolygon(QPolygonF({QPointF(x - m_style.px(5), tip - m_style.px(10)),
                              QPointF(x + m_style.px(5), tip - m_style.px(10)), QPointF(x, tip)}));
    bob.closeSubpath();
    m_painter->fillPath(bob, ink);
    words(QRectF(x + m_style.px(12), m_layout.axisY, m_style.px(80), m_style.px(16)),
          TextRole::Small, ColorRole::InfoInk,
          say("claim: %1").arg(formatTonnes(Mass::grams(std::llround(m_parts.claim)))));
  }

  void paintKey() const {
    const std::vector<KeyEntry> entries = keyOf(m_claim);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      // In the reading direction: the sample first, its name behind it.
      const QPointF at = m_layout.keyAt[i];
      const bool mirrored = m_style.rightToLeft;
      const qreal sample = mirrored ? at.x() - m_style.px(16) : at.x();
      fill(QRectF(sample, at.y() + m_style.px(2), m_style.px(16), m_style.px(12)), entries[i].fill,
           entries[i].tone);
      const qreal left = mirrored ? at.x() - m_style.px(22 + 300) : at.x() + m_style.px(22);
      words(QRectF(left, at.y(), m_style.px(300), m_style.px(16)), TextRole::Small,
            ColorRole::Muted, entries[i].text,
            (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
  }

  QPainter* m_painter;
  const ClaimVerdict& m_claim;
  const PaintStyle& m_style;
  Parts m_parts;
  Layout m_layout;
  QRectF m_rect;
};

}  // namespace

void paintClaimPicture(QPainter* painter, const QRectF& rect, const ClaimVerdict& claim,
                       const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  Brushwork(painter, claim, rect, style).paint();
  painter->restore();
}

qreal claimPictureHeight(qreal width, const ClaimVerdict& claim, const PaintStyle& style) {
  return layoutOf(QRectF(0, 0, width, 0), claim, style).bottom;
}

std::vector<ClaimRow> claimRows(const ClaimVerdict& claim) {
  std::vector<ClaimRow> rows{{say("Claimed as useful material"), formatTonnes(claim.claimed)},
                             {say("Confirmed by receivers"), formatTonnes(claim.confirmed)},
                             {say("Received as residue"), formatTonnes(claim.receivedAsResidue)},
                             {say("Sent, no receipt in time"), formatTonnes(claim.withoutReceipt)},
                             {say("Sent, receipt still possible"), formatTonnes(claim.pending)},
                             {say("At most confirmed, if every missing receipt turned up"),
                              formatTonnes(claim.upperBound)}};
  rows.push_back({say("Unaccounted for in the balance"),
                  claim.balanceKnown
                      ? formatTonnesWithin(claim.unaccounted, claim.expandedUncertainty)
                      : say("cannot tell, the records give no balance")});
  return rows;
}

ClaimPicture::ClaimPicture(QWidget* parent) : Figure(parent) {
  setObjectName(QStringLiteral("claimPicture"));
  setAccessibleName(tr("Residual waste: claimed and found"));
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ClaimPicture::setClaim(const ClaimVerdict& claim) {
  m_claim = claim;
  QStringList lines;
  for (const ClaimRow& row : claimRows(claim)) lines << row.name + QStringLiteral(": ") + row.value;
  setAccessibleDescription(lines.join(QStringLiteral(". ")));
  updateGeometry();
  resetStops();
}

void ClaimPicture::paintPrint(QPainter* painter, const QRectF& rect) const {
  paintClaimPicture(painter, rect, m_claim, PaintStyle::print(13));
}

QSizeF ClaimPicture::printSize() const {
  constexpr qreal width = 760;
  return {width, claimPictureHeight(width, m_claim, PaintStyle::print(13))};
}

QSize ClaimPicture::sizeHint() const {
  return {px(680), heightForWidth(px(680))};
}

QSize ClaimPicture::minimumSizeHint() const {
  return {px(320), px(180)};
}

int ClaimPicture::heightForWidth(int width) const {
  return qCeil(claimPictureHeight(width, m_claim, PaintStyle::screen()));
}

std::vector<FigureStop> ClaimPicture::stops() const {
  const Layout layout = layoutOf(QRectF(rect()), m_claim, PaintStyle::screen());
  const std::vector<ClaimRow> rows = claimRows(m_claim);
  const Parts parts = partsOf(m_claim);
  const auto spoken = [&](std::size_t i) {
    return rows[i].name + QStringLiteral(": ") + rows[i].value;
  };
  QRectF confirmed = layout.found;
  confirmed.setWidth(parts.confirmed * layout.perGram);
  QRectF residue = layout.enlarged;
  residue.setWidth(parts.residue * layout.enlargedPerGram);
  const QRectF open(residue.right(), residue.top(), parts.open * layout.enlargedPerGram,
                    residue.height());
  return {{layout.claimed, spoken(0), QStringLiteral("records")},
          {confirmed, spoken(1), QStringLiteral("records")},
          {residue, spoken(2), QStringLiteral("findings")},
          {open, spoken(6), QStringLiteral("balance")}};
}

void ClaimPicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintClaimPicture(&painter, QRectF(rect()), m_claim, PaintStyle::screen());
  paintCurrent(&painter);
}

}  // namespace plumbline
