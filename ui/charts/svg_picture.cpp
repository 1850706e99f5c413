// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/svg_picture.h"

#include <QFont>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include "model/records/visible_text.h"

namespace plumbline {

namespace {

/// Two decimals are a hundredth of a pixel.
QString numberText(qreal value) {
  QString text = QString::number(value, 'f', 2);
  while (text.endsWith(QLatin1Char('0'))) text.chop(1);
  if (text.endsWith(QLatin1Char('.'))) text.chop(1);
  return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

QString pointText(const QPointF& point) {
  return numberText(point.x()) + QLatin1Char(' ') + numberText(point.y());
}

QString pathText(const QPainterPath& path) {
  QString text;
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    switch (element.type) {
      case QPainterPath::MoveToElement:
        text += QLatin1Char('M') + pointText(element);
        break;
      case QPainterPath::LineToElement:
        text += QLatin1Char('L') + pointText(element);
        break;
      case QPainterPath::CurveToElement:
        text += QLatin1Char('C') + pointText(element) + QLatin1Char(' ') +
                pointText(path.elementAt(i + 1)) + QLatin1Char(' ') +
                pointText(path.elementAt(i + 2));
        i += 2;
        break;
      case QPainterPath::CurveToDataElement:
        break;
    }
  }
  return text;
}

QString attribute(const char* name, const QString& value) {
  return QStringLiteral(" %1=\"%2\"").arg(QLatin1String(name), value);
}

QString paintText(const char* name, const QColor& color) {
  QString text = attribute(name, color.name(QColor::HexRgb));
  if (color.alpha() < 255) {
    const QByteArray opacity = QByteArray(name) + "-opacity";
    text += attribute(opacity.constData(), numberText(color.alphaF()));
  }
  return text;
}

class SvgEngine : public QPaintEngine {
 public:
  SvgEngine(QString id)
      : QPaintEngine(PrimitiveTransform | PainterPaths | AlphaBlend | Antialiasing),
        m_id(std::move(id)) {}

  [[nodiscard]] const QString& body() const { return m_body; }
  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  [[nodiscard]] Type type() const override { return User; }
  void updateState(const QPaintEngineState& next) override;
  void drawPath(const QPainterPath& path) override { shape(path, true); }
  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
  void drawLines(const QLineF* lines, int count) override;
  void drawTextItem(const QPointF& at, const QTextItem& item) override;
  /// The pictures of this program have no pixels in them.
  void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

 private:
  void shape(const QPainterPath& path, bool filled);
  void clip(const QPainterPath& path, Qt::ClipOperation operation);
  [[nodiscard]] QString strokeText() const;
  [[nodiscard]] QString transformText() const;
  void add(const QString& element);

  QString m_id;
  QString m_body;
  QPen m_pen;
  QBrush m_brush;
  QTransform m_transform;
  QPainterPath m_clip;  // in the picture's own coordinates
  bool m_clipped = false;
  QString m_clipName;  // of what was written last
  int m_clips = 0;
};

void SvgEngine::updateState(const QPaintEngineState& next) {
  const DirtyFlags dirty = next.state();
  if (dirty & DirtyPen) m_pen = next.pen();
  if (dirty & DirtyBrush) m_brush = next.brush();
  if (dirty & DirtyTransform) m_transform = next.transform();
  if (dirty & DirtyClipEnabled && !next.isClipEnabled()) clip({}, Qt::NoClip);
  if (dirty & DirtyClipPath) clip(next.clipPath(), next.clipOperation());
  if (dirty & DirtyClipRegion) {
    QPainterPath path;
    path.addRegion(next.clipRegion());
    clip(path, next.clipOperation());
  }
}

void SvgEngine::clip(const QPainterPath& path, Qt::ClipOperation operation) {
  const QPainterPath mapped = m_transform.map(path);
  if (operation == Qt::NoClip) {
    m_clipped = false;
  } else if (operation == Qt::IntersectClip && m_clipped) {
    m_clip = m_clip.intersected(mapped);
  } else {
    m_clip = mapped;
    m_clipped = true;
  }
  m_clipName.clear();
}

void SvgEngine::add(const QString& element) {
  if (!m_clipped) {
    m_body += element + QLatin1Char('\n');
    return;
  }
  if (m_clipName.isEmpty()) {
    m_clipName = QStringLiteral("%1-c%2").arg(m_id, QString::number(++m_clips));
    m_body += QStringLiteral("<defs><clipPath id=\"%1\"><path d=\"%2\"/></clipPath></defs>\n")
                  .arg(m_clipName, pathText(m_clip));
  }
  m_body += QStringLiteral("<g clip-path=\"url(#%1)\">%2</g>\n").arg(m_clipName, element);
}

QString SvgEngine::strokeText() const {
  if (m_pen.style() == Qt::NoPen) return {};
  const qreal width = m_pen.widthF() > 0 ? m_pen.widthF() : 1;
  QString text = paintText("stroke", m_pen.color()) + attribute("stroke-width", numberText(width));
  if (m_pen.capStyle() == Qt::RoundCap)
    text += attribute("stroke-linecap", QStringLiteral("round"));
  if (m_pen.capStyle() == Qt::SquareCap && m_pen.style() == Qt::SolidLine) {
    text += attribute("stroke-linecap", QStringLiteral("square"));
  }
  if (m_pen.joinStyle() == Qt::RoundJoin) {
    text += attribute("stroke-linejoin", QStringLiteral("round"));
  }
  if (m_pen.style() != Qt::SolidLine) {
    QStringList dashes;
    const QList<qreal> pattern = m_pen.dashPattern();
    for (const qreal dash : pattern) dashes << numberText(dash * width);
    text += attribute("stroke-dasharray", dashes.join(QLatin1Char(' ')));
  }
  return text;
}

QString SvgEngine::transformText() const {
  if (m_transform.isIdentity()) return {};
  return attribute("transform", QStringLiteral("matrix(%1 %2 %3 %4 %5)")
                                    .arg(QString::number(m_transform.m11(), 'g', 6),
                                         QString::number(m_transform.m12(), 'g', 6),
                                         QString::number(m_transform.m21(), 'g', 6),
                                         QString::number(m_transform.m22(), 'g', 6),
                                         pointText(QPointF(m_transform.dx(), m_transform.dy()))));
}

void SvgEngine::shape(const QPainterPath& path, bool filled) {
  const bool fill = filled && m_brush.style() != Qt::NoBrush;
  const QString stroke = strokeText();
  if (path.isEmpty() || (!fill && stroke.isEmpty())) return;
  QString look =
      fill ? paintText("fill", m_brush.color()) : attribute("fill", QStringLiteral("none"));
  if (fill && path.fillRule() == Qt::OddEvenFill) {
    look += attribute("fill-rule", QStringLiteral("evenodd"));
  }
  add(QStringLiteral("<path d=\"%1\"%2/>").arg(pathText(path), look + stroke + transformText()));
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
  if (count < 2) return;
  QPainterPath path(points[0]);
  for (int i = 1; i < count; ++i) path.lineTo(points[i]);
  if (mode != PolylineMode) path.closeSubpath();
  path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
  shape(path, mode != PolylineMode);
}

void SvgEngine::drawLines(const QLineF* lines, int count) {
  QPainterPath path;
  for (int i = 0; i < count; ++i) {
    path.moveTo(lines[i].p1());
    path.lineTo(lines[i].p2());
  }
  shape(path, false);
}

void SvgEngine::drawTextItem(const QPointF& at, const QTextItem& item) {
  const QString text = item.text();
  if (text.trimmed().isEmpty() || m_pen.style() == Qt::NoPen) return;
  const QFont font = item.font();
  QString look = attribute("font-size", numberText(font.pixelSize()));
  if (font.bold()) look += attribute("font-weight", QStringLiteral("bold"));
  if (font.families().value(0).contains(QStringLiteral("Mono"))) {
    look += attribute("font-family", QStringLiteral("Noto Sans Mono, monospace"));
  }
  if (item.renderFlags() & QTextItem::RightToLeft) {
    look += attribute("direction", QStringLiteral("rtl")) +
            attribute("text-anchor", QStringLiteral("end"));
  }
  add(QStringLiteral(
          "<text x=\"%1\" y=\"%2\" textLength=\"%3\" lengthAdjust=\"spacingAndGlyphs\"%4>"
          "%5</text>")
          .arg(numberText(at.x()), numberText(at.y()), numberText(item.width()),
               look + paintText("fill", m_pen.color()) + transformText(), text.toHtmlEscaped()));
}

class SvgDevice : public QPaintDevice {
 public:
  SvgDevice(const QSizeF& size, const QString& id) : m_engine(id), m_size(size.toSize()) {}
  [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
  [[nodiscard]] const QString& body() const { return m_engine.body(); }

 protected:
  [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
    constexpr int dpi = 96;
    switch (metric) {
      case PdmWidth:
        return m_size.width();
      case PdmHeight:
        return m_size.height();
      case PdmWidthMM:
        return m_size.width() * 254 / (dpi * 10);
      case PdmHeightMM:
        return m_size.height() * 254 / (dpi * 10);
      case PdmDpiX:
      case PdmDpiY:
      case PdmPhysicalDpiX:
      case PdmPhysicalDpiY:
        return dpi;
      case PdmNumColors:
        return 1 << 24;
      case PdmDepth:
        return 24;
      case PdmDevicePixelRatio:
        return 1;
      default:
        return QPaintDevice::metric(metric);
    }
  }

 private:
  mutable SvgEngine m_engine;
  QSize m_size;
};

}  // namespace

namespace {

QString spokenElement(const char* element, const QString& words) {
  if (words.isEmpty()) return {};
  return QStringLiteral("<%1>%2</%1>")
      .arg(QLatin1String(element), visibleText(words).toHtmlEscaped());
}

/// `attributes` of the element come first, each with a space before it.
QString svgElement(const QString& attributes, const QSizeF& size, const SvgWords& words,
                   const std::function<void(QPainter*)>& paint) {
  SvgDevice device(size, words.id);
  QPainter painter(&device);
  paint(&painter);
  painter.end();
  return QStringLiteral("<svg%1 role=\"img\" viewBox=\"0 0 %2 %3\" width=\"%2\" height=\"%3\">%4%5\n")
             .arg(attributes, numberText(size.width()), numberText(size.height()),
                  spokenElement("title", words.title), spokenElement("desc", words.summary)) +
         device.body() + QStringLiteral("</svg>\n");
}

}  // namespace

QString svgPicture(const QSizeF& size, const SvgWords& words,
                   const std::function<void(QPainter*)>& paint) {
  return svgElement({}, size, words, paint);
}

QByteArray svgFile(const QSizeF& size, const SvgWords& words,
                   const std::function<void(QPainter*)>& paint) {
  const QString attributes = QStringLiteral(
      " xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Noto Sans, system-ui, sans-serif\"");
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
         svgElement(attributes, size, words, paint).toUtf8();
}

}  // namespace plumbline
