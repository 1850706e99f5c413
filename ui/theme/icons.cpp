// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QCache>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/theme/painted_icon.h"

namespace plumbline {

namespace {

constexpr const char* kFiles[] = {
    "overview",   "evidence",     "records", "balance", "scheduler", "findings",
    "report",     "settings",     "help",    "back",    "forward",   "chevron-forward",
    "chevron-up", "chevron-down", "search",  "import",  "share",     "file",
    "star",       "filter",       "check",   "copy",    "rows",      "note",
    "close",      "export",       "key",     "clock",   "folder",
};
static_assert(std::size(kFiles) == static_cast<std::size_t>(Icon::Count));

bool mirrors(Icon icon) {
  return icon == Icon::Back || icon == Icon::Forward || icon == Icon::ChevronForward;
}

QByteArray svgOf(Icon icon) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(fileNameOf(icon)));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Parsing is the dear part; the parsed drawing is kept per icon and colour, never per theme.
QSvgRenderer* rendererOf(Icon icon, const QColor& color) {
  static QCache<QPair<int, QRgb>, QSvgRenderer> cache(256);
  const QPair<int, QRgb> key(static_cast<int>(icon), color.rgb());
  if (QSvgRenderer* found = cache.object(key)) return found;
  auto* renderer = new QSvgRenderer(svgOf(icon).replace("currentColor", color.name().toLatin1()));
  cache.insert(key, renderer);
  return renderer;
}

class LineIconEngine : public PaintedIconEngine {
 public:
  LineIconEngine(Icon icon, ColorRole role) : m_icon(icon), m_role(role) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    ColorRole role = m_role;
    if (mode == QIcon::Disabled) role = ColorRole::LineStrong;
    if (mode == QIcon::Selected) role = ColorRole::OnSelection;
    paintIcon(painter, rect, m_icon, roles()[role]);
  }
  [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(m_icon, m_role); }

 private:
  Icon m_icon;
  ColorRole m_role;
};

}  // namespace

QString fileNameOf(Icon icon) {
  return QLatin1String(kFiles[static_cast<std::size_t>(icon)]);
}

void paintIcon(QPainter* painter, const QRectF& rect, Icon icon, const QColor& color) {
  const qreal side = std::min(rect.width(), rect.height());
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->translate(rect.center());
  if (mirrors(icon) && QGuiApplication::isRightToLeft()) painter->scale(-1, 1);
  rendererOf(icon, color)->render(painter, QRectF(-side / 2, -side / 2, side, side));
  painter->restore();
}

QIcon icon(Icon which, ColorRole role) {
  return QIcon(new LineIconEngine(which, role));
}

}  // namespace plumbline
