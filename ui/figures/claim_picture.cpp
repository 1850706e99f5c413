// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/claim_picture.h"

#include <algorithm>
#include <optional>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "model/verdict/claimed_figure.h"

#include "ui/theme/fills.h"
#include "ui/words/claim_part_words.h"
#include "ui/words/lists.h"
#include "ui/words/verdict_words.h"

namespace plumbline {

namespace {

// Lengths in grams, as doubles: they only become pixels.
struct Scale {
  double whole = 1;  // the longer of the claimed mass and its parts
  double rest = 0;   // what is not confirmed
  double reach = 1;  // of the enlarged bar: the rest, and the claimed residue where that is more
};

double gramsOf(Mass mass) {
  return static_cast<double>(std::max<std::int64_t>(0, mass.inGrams()));
}

/// What the claim itself says of residue, where it says a mass; no other claim has a plumb line.
std::optional<Mass> claimedResidue(const ClaimVerdict& claim) {
  if (claim.metric != "residual_waste") return std::nullopt;
  const ClaimedFigure figure = claimedFigure(claim.valueMicro, claim.unit);
  if (figure.kind != ClaimedFigure::Mass) return std::nullopt;
  return figure.mass;
}

Scale scaleOf(const ClaimVerdict& claim) {
  Scale scale;
  double sum = 0;
  for (const words::PartLine& line : words::partLines(claim)) {
    sum += gramsOf(line.mass);
    if (line.part != ClaimPart::Confirmed) scale.rest += gramsOf(line.mass);
  }
  scale.whole = std::max({gramsOf(claim.claimed), sum, 1.0});
  scale.reach = std::max({scale.rest, gramsOf(claimedResidue(claim).value_or(Mass())), 1.0});
  return scale;
}

/// What no load says is no row of any table.
bool hasRows(const words::PartLine& line) {
  return line.mass != Mass() && line.part != ClaimPart::NoLoad;
}

struct PartFill {
  Fill fill;
  Tone tone;
};

/// What nobody the reader named stands behind is only said, whatever it says.
PartFill fillOf(ClaimPart part, const ClaimVerdict& claim) {
  if (claim.isOpen()) return {claim.stated ? Fill::Dashed : Fill::Open, Tone::Info};
  switch (part) {
    case ClaimPart::Confirmed:
      return {claim.onWordOf.empty() ? Fill::Solid : Fill::Open, Tone::Pass};
    case ClaimPart::OtherMass:
      return {Fill::Dots, Tone::Warn};
    case ClaimPart::Residue:
      return {Fill::LevelLines, Tone::Residue};
    case ClaimPart::OtherOperation:
      return {Fill::LevelLines, Tone::Info};
    case ClaimPart::Missing:
      return {Fill::Hatch, Tone::Fail};
    case ClaimPart::Pending:
      return {Fill::Hatch, Tone::Unsure};
    case ClaimPart::Refused:
      return {Fill::Open, Tone::Info};
    case ClaimPart::NotJudged:
      return {Fill::Open, Tone::Unsure};
    case ClaimPart::NoLoad:
      break;
  }
  return {Fill::Hatch, Tone::Warn};
}

enum class Extent { Bars, BarsAndParts };

struct Layout {
  QRectF claimed, confirmed, enlarged;  // whole bars
  QRectF caption, sum;                  // lines of words
  std::vector<QRectF> rows;             // one a part
  std::vector<QRectF> pieces;           // of the bars, one a part; empty where it is nothing
  double perGram = 0, enlargedPerGram = 0;
  qreal bottom = 0;
};

Layout layoutOf(const QRectF& rect, const ClaimVerdict& claim, const PaintStyle& style,
                Extent extent = Extent::BarsAndParts) {
  const Scale scale = scaleOf(claim);
  Layout layout;
  const qreal width = std::max(style.px(160), rect.width() - style.px(2));
  qreal y = rect.top() + style.px(2);
  const auto take = [&](qreal height, qreal gapAfter) {
    const QRectF line(rect.left() + style.px(1), y, width, style.px(height));
    y += style.px(height + gapAfter);
    return line;
  };
  layout.claimed = take(20, 6);
  layout.confirmed = take(20, scale.rest > 0 ? 12 : 10);
  layout.perGram = width / scale.whole;
  layout.enlargedPerGram = width / scale.reach;
  if (scale.rest > 0) {
    layout.enlarged = take(22, 4);
    layout.caption = take(16, 4);
  }
  qreal left = layout.enlarged.left();
  for (const words::PartLine& line : words::partLines(claim)) {
    if (extent == Extent::BarsAndParts) layout.rows.push_back(take(18, 0));
    const bool confirmed = line.part == ClaimPart::Confirmed;
    QRectF piece = confirmed ? layout.confirmed : layout.enlarged;
    piece.setWidth(gramsOf(line.mass) * (confirmed ? layout.perGram : layout.enlargedPerGram));
    if (!confirmed) {
      piece.moveLeft(left);
      left = piece.right();
    }
    layout.pieces.push_back(piece);
  }
  if (extent == Extent::BarsAndParts) {
    y += style.px(3);
    layout.sum = take(20, 1);
  }
  layout.bottom = y - rect.top();
  return layout;
}

class Brushwork {
 public:
  Brushwork(QPainter* painter, const ClaimVerdict& claim, const QRectF& rect,
            const PaintStyle& style, Extent extent)
      : m_painter(painter),
        m_claim(claim),
        m_style(style),
        m_lines(words::partLines(claim)),
        m_scale(scaleOf(claim)),
        m_layout(layoutOf(rect, claim, style, extent)),
        m_loadsWidth(widestLoads()) {}

  void paint() const {
    paintBars();
    if (m_scale.rest > 0) {
      paintGuides();
      paintEnlarged();
      paintCaption();
    }
    if (!m_layout.rows.empty()) paintRows();
  }

 private:
  void write(const QRectF& box, TextRole role, ColorRole color, const QString& text,
             Qt::Alignment side = Qt::AlignLeft, bool link = false) const {
    QFont font = m_style.font(role);
    font.setUnderline(link);
    m_painter->setFont(font);
    m_painter->setPen(m_style.color(color));
    m_painter->drawText(box,
                        static_cast<int>(side | Qt::AlignVCenter | Qt::AlignAbsolute) |
                            Qt::TextSingleLine | Qt::TextDontClip,
                        text);
  }

  void fill(const QRectF& box, PartFill how) const {
    if (box.width() > 0.2) {
      paintFill(m_painter, box, how.fill, how.tone, m_style.roles(), m_style.scale);
    }
  }

  [[nodiscard]] qreal widthOf(TextRole role, const QString& text) const {
    return QFontMetricsF(m_style.font(role)).horizontalAdvance(text);
  }

  void paintBars() const {
    QRectF bar = m_layout.claimed;
    bar.setWidth(gramsOf(m_claim.claimed) * m_layout.perGram);
    fill(bar, {Fill::Open, Tone::Info});
    const qreal inset = m_style.px(8);
    write(m_layout.claimed.adjusted(inset, 0, 0, 0), TextRole::Small, ColorRole::InfoInk,
          (m_claim.isEntered() && m_claim.metric == "useful_mass"
               ? ClaimPicture::tr("entered by you: %1 as useful material")
               : ClaimPicture::tr("said by the plant: %1 as useful material"))
              .arg(words::partsSum(m_claim)));
    const QRectF confirmed = m_layout.pieces.front();
    fill(confirmed, fillOf(ClaimPart::Confirmed, m_claim));
    QRectF rest = m_layout.confirmed;
    rest.setLeft(confirmed.right());
    rest.setWidth(m_scale.rest * m_layout.perGram);
    fill(rest, {Fill::Open, Tone::Unsure});
    const bool onWord = !m_claim.onWordOf.empty();
    const QString words = (m_claim.isOpen() ? ClaimPicture::tr("receivers state %1")
                           : onWord ? ClaimPicture::tr("confirmed on the author’s word %1")
                                    : ClaimPicture::tr("confirmed %1"))
                              .arg(m_lines.front().kilograms);
    if (widthOf(TextRole::BodyBold, words) + 2 * inset < confirmed.width()) {
      write(confirmed.adjusted(inset, 0, 0, 0), TextRole::BodyBold,
            m_claim.isOpen() || onWord ? ColorRole::Text : ColorRole::OnFill, words);
    } else {
      write(rest.adjusted(inset, 0, 0, 0), TextRole::Small, ColorRole::Text, words);
    }
  }

  void paintGuides() const {
    m_painter->setPen(QPen(m_style.color(ColorRole::Muted), m_style.px(1), Qt::DashLine));
    const qreal from = m_layout.pieces.front().right();
    const qreal to = from + m_scale.rest * m_layout.perGram;
    const qreal end = m_layout.enlarged.left() + m_scale.rest * m_layout.enlargedPerGram;
    const qreal above = m_layout.confirmed.bottom() + m_style.px(1);
    const qreal below = m_layout.enlarged.top() - m_style.px(2);
    m_painter->drawLine(QPointF(from, above), QPointF(m_layout.enlarged.left(), below));
    m_painter->drawLine(QPointF(to, above), QPointF(end, below));
  }

  void paintEnlarged() const {
    for (std::size_t i = 1; i < m_lines.size(); ++i) {
      const QRectF& piece = m_layout.pieces[i];
      fill(piece, fillOf(m_lines[i].part, m_claim));
      const QString label = words::mass(m_lines[i].mass);
      const qreal width = widthOf(TextRole::Small, label) + m_style.px(8);
      if (width + m_style.px(8) > piece.width()) continue;
      QRectF plate(0, 0, width, m_style.px(16));
      plate.moveCenter(piece.center());
      m_painter->fillRect(plate, m_style.color(ColorRole::Surface));
      write(plate, TextRole::Small, ColorRole::Text, label, Qt::AlignHCenter);
    }
    paintPlumbLine();
  }

  void paintPlumbLine() const {
    const std::optional<Mass> residue = claimedResidue(m_claim);
    if (!residue) return;
    const qreal x = m_layout.enlarged.left() + gramsOf(*residue) * m_layout.enlargedPerGram;
    const QColor ink = m_style.color(ColorRole::InfoInk);
    const qreal tip = m_layout.caption.top() + m_style.px(12);
    m_painter->setPen(QPen(ink, m_style.px(2), Qt::SolidLine, Qt::FlatCap));
    m_painter->drawLine(QPointF(x, m_layout.enlarged.top() - m_style.px(5)),
                        QPointF(x, tip - m_style.px(9)));
    QPainterPath bob;
    bob.addPolygon(QPolygonF({QPointF(x - m_style.px(5), tip - m_style.px(10)),
                              QPointF(x + m_style.px(5), tip - m_style.px(10)), QPointF(x, tip)}));
    bob.closeSubpath();
    m_painter->fillPath(bob, ink);
  }

  void paintCaption() const {
    const QRectF& line = m_layout.caption;
    if (const std::optional<Mass> residue = claimedResidue(m_claim)) {
      const QString claim = (m_claim.isEntered() ? ClaimPicture::tr("entered by you: %1 of residue")
                                                 : ClaimPicture::tr("claim: %1 of residue"))
                                .arg(words::mass(*residue));
      const qreal x = line.left() + gramsOf(*residue) * m_layout.enlargedPerGram + m_style.px(10);
      const qreal most = line.right() - widthOf(TextRole::Small, claim);
      write(QRectF(std::min(x, most), line.top(), 1, line.height()), TextRole::Small,
            ColorRole::InfoInk, claim);
    }
    const double factor = m_layout.enlargedPerGram / m_layout.perGram;
    write(line, TextRole::Small, ColorRole::Muted,
          ClaimPicture::tr("not confirmed, enlarged %1 ×")
              .arg(formatReal(factor, factor < 10 ? 1 : 0)),
          Qt::AlignRight);
  }

  struct RowWords {
    QString name, amount, loads;
  };
  void paintRow(const QRectF& row, TextRole role, ColorRole color, const RowWords& words,
                bool link = false) const {
    const bool mirrored = m_style.rightToLeft;
    const qreal inset = m_style.px(26);
    const qreal loads = m_loadsWidth;
    const Qt::Alignment far = mirrored ? Qt::AlignLeft : Qt::AlignRight;
    write(mirrored ? row.adjusted(0, 0, -inset, 0) : row.adjusted(inset, 0, 0, 0), role,
          link ? ColorRole::InfoInk : color, words.name, mirrored ? Qt::AlignRight : Qt::AlignLeft,
          link);
    write(mirrored ? row.adjusted(loads, 0, 0, 0) : row.adjusted(0, 0, -loads, 0), role, color,
          words.amount, far);
    write(row, TextRole::Body, ColorRole::Muted, words.loads, far);
  }
  /// Their own column at the far edge, where the claim has any.
  [[nodiscard]] qreal widestLoads() const {
    qreal width = widthOf(TextRole::Body, words::partsLoads(m_claim));
    for (const words::PartLine& line : m_lines) {
      width = std::max(width, widthOf(TextRole::Body, line.loads));
    }
    return width > 0 ? width + m_style.px(16) : 0;
  }

  void paintRows() const {
    const QPen thin(m_style.color(ColorRole::Grid), m_style.px(1));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      const words::PartLine& line = m_lines[i];
      const QRectF& row = m_layout.rows[i];
      const bool none = line.mass == Mass();
      const qreal x = m_style.rightToLeft ? row.right() - m_style.px(16) : row.left();
      fill(QRectF(x, row.top() + m_style.px(3), m_style.px(16), m_style.px(12)),
           none ? PartFill{Fill::Open, Tone::Unsure} : fillOf(line.part, m_claim));
      paintRow(row, TextRole::Body, none ? ColorRole::Muted : ColorRole::Text,
               {line.name, line.kilograms, line.loads}, hasRows(line) && !m_style.forPrint);
      m_painter->setPen(thin);
      m_painter->drawLine(row.bottomLeft(), row.bottomRight());
    }
    const QRectF& sum = m_layout.sum;
    m_painter->setPen(QPen(m_style.color(ColorRole::LineStrong), m_style.px(2)));
    m_painter->drawLine(sum.topLeft(), sum.topRight());
    paintRow(sum, TextRole::BodyBold, ColorRole::Text,
             {words::partsSumName(), words::partsSum(m_claim), words::partsLoads(m_claim)});
  }

  QPainter* m_painter;
  const ClaimVerdict& m_claim;
  const PaintStyle& m_style;
  std::vector<words::PartLine> m_lines;
  Scale m_scale;
  Layout m_layout;
  qreal m_loadsWidth;
};

void paintExtent(QPainter* painter, const QRectF& rect, const ClaimVerdict& claim,
                 const PaintStyle& style, Extent extent) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  Brushwork(painter, claim, rect, style, extent).paint();
  painter->restore();
}

Extent extentOf(bool barsOnly) {
  return barsOnly ? Extent::Bars : Extent::BarsAndParts;
}

}  // namespace

void paintClaimPicture(QPainter* painter, const QRectF& rect, const ClaimVerdict& claim,
                       const PaintStyle& style) {
  paintExtent(painter, rect, claim, style, Extent::BarsAndParts);
}

qreal claimPictureHeight(qreal width, const ClaimVerdict& claim, const PaintStyle& style) {
  return layoutOf(QRectF(0, 0, width, 0), claim, style).bottom;
}

std::vector<ClaimRow> claimRows(const ClaimVerdict& claim) {
  std::vector<ClaimRow> rows;
  for (const words::PartLine& line : words::partLines(claim)) {
    rows.push_back({line.name, line.kilograms, line.loads});
  }
  rows.push_back({words::partsSumName(), words::partsSum(claim), words::partsLoads(claim)});
  return rows;
}

QString spoken(const ClaimRow& row) {
  const QString said = row.name + QStringLiteral(": ") + row.value;
  return row.loads.isEmpty() ? said : words::listed({said, row.loads});
}

QString claimPictureTitle(const ClaimVerdict& claim) {
  if (claim.isOpen()) {
    return ClaimPicture::tr("Said, and confirmed by nobody you know, %1")
        .arg(formatPeriod(claim.start, claim.end));
  }
  return ClaimPicture::tr("Where the claimed %1 went, %2")
      .arg(words::mass(claim.claimed), formatPeriod(claim.start, claim.end));
}

ClaimPicture::ClaimPicture(QWidget* parent) : Figure(parent) {
  setObjectName(QStringLiteral("claimPicture"));
  setAccessibleName(tr("Where the claimed mass went"));
  setMouseTracking(true);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ClaimPicture::setClaim(const ClaimVerdict& claim) {
  m_claim = claim;
  QStringList lines;
  setAccessibleName(claimPictureTitle(claim));
  for (const ClaimRow& row : claimRows(claim)) lines << spoken(row);
  setAccessibleDescription(lines.join(QStringLiteral(". ")));
  updateGeometry();
  resetStops();
}

void ClaimPicture::setBarsOnly(bool barsOnly) {
  m_barsOnly = barsOnly;
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
  return {px(320), m_barsOnly ? heightForWidth(px(320)) : px(180)};
}

int ClaimPicture::heightForWidth(int width) const {
  return qCeil(layoutOf(QRectF(0, 0, width, 0), m_claim, PaintStyle::screen(),
                        extentOf(m_barsOnly))
                   .bottom);
}

std::vector<FigureStop> ClaimPicture::stops() const {
  const Layout layout =
      layoutOf(QRectF(rect()), m_claim, PaintStyle::screen(), extentOf(m_barsOnly));
  const std::vector<words::PartLine> lines = words::partLines(m_claim);
  std::vector<FigureStop> stops;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A part of nothing has no rows to lead to.
    const QString leadsTo =
        hasRows(lines[i]) ? QString::fromLatin1(keyOf(lines[i].part).data()) : QString();
    if (m_barsOnly && lines[i].mass == Mass()) continue;  // no piece of it
    stops.push_back(
        {m_barsOnly ? layout.pieces[i] : layout.rows[i],
         spoken({lines[i].name, lines[i].kilograms, lines[i].loads}), leadsTo});
  }
  return stops;
}

void ClaimPicture::mouseReleaseEvent(QMouseEvent* event) {
  const QString item = stop(stopAt(event->position())).item;
  if (event->button() == Qt::LeftButton && !item.isEmpty()) Q_EMIT stopActivated(item);
  Figure::mouseReleaseEvent(event);
}

void ClaimPicture::mouseMoveEvent(QMouseEvent* event) {
  const bool leads = !stop(stopAt(event->position())).item.isEmpty();
  setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
  Figure::mouseMoveEvent(event);
}

void ClaimPicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintExtent(&painter, QRectF(rect()), m_claim, PaintStyle::screen(), extentOf(m_barsOnly));
  paintCurrent(&painter);
}

}  // namespace plumbline
