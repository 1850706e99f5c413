// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include <algorithm>

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

namespace plumbline {

namespace {

struct Size {
  qreal factor;
  qreal linePerPixel;  // line height / font size of the guide's table
  bool bold;
  bool mono;
};

Size sizeOf(TextRole role) {
  switch (role) {
    case TextRole::Verdict:
      return {2.0, 32.0 / 26.0, true, false};
    case TextRole::PageTitle:
      return {1.55, 24.0 / 20.0, true, false};
    case TextRole::Lead:
      return {1.3, 28.0 / 17.0, false, false};
    case TextRole::Panel:
      return {1.15, 24.0 / 15.0, false, false};
    case TextRole::CardHeading:
      return {1.08, 24.0 / 14.0, true, false};
    case TextRole::BodyBold:
      return {1.0, 20.0 / 13.0, true, false};
    case TextRole::Small:
      return {0.92, 16.0 / 12.0, false, false};
    case TextRole::Mono:
      return {0.92, 16.0 / 12.0, false, true};
    case TextRole::MonoKeys:
      return {1.0, 20.0 / 13.0, false, true};
    case TextRole::Body:
      break;
  }
  return {1.0, 20.0 / 13.0, false, false};
}

qreal basePixelSize() {
  return QFontInfo(QApplication::font()).pixelSize();
}

}  // namespace

QFont font(TextRole role) {
  return font(role, basePixelSize());
}

QFont font(TextRole role, qreal basePixels) {
  const Size size = sizeOf(role);
  QFont result = QApplication::font();
  if (size.mono) {
    result.setFamilies({QStringLiteral("Noto Sans Mono"),
                        QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    result.setStyleHint(QFont::Monospace);
  }
  result.setPixelSize(std::max(1, qRound(basePixels * size.factor)));
  result.setBold(size.bold);
  return result;
}

int lineHeight(TextRole role) {
  const Size size = sizeOf(role);
  return qRound(qRound(basePixelSize() * size.factor) * size.linePerPixel);
}

QFont programFont(const QFont& system) {
  QFont result = system;
  if (QFontDatabase::hasFamily(QStringLiteral("Noto Sans"))) {
    result.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"),
                        QStringLiteral("Noto Sans CJK SC"), system.family()});
  }
  constexpr qreal kSmallestBasePoints = 9.75;  // 13 px at 96 dpi; captions are 0.92 of it
  const qreal points = system.pointSizeF();
  if (points < kSmallestBasePoints) result.setPointSizeF(kSmallestBasePoints);
  return result;
}

int unit() {
  const QFontMetricsF metrics(QApplication::font());
  return std::max(1, qRound(metrics.height() / 2.25));
}

int px(qreal designPixels) {
  return qRound(pxF(designPixels));
}

qreal pxF(qreal designPixels) {
  return designPixels * unit() / 8.0;
}

}  // namespace plumbline
