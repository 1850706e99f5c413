// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/paint_style.h"

#include <QApplication>
#include <QFontInfo>

namespace plumbline {

PaintStyle PaintStyle::screen() {
  return {&plumbline::roles(), unit() / 8.0, QFontInfo(QApplication::font()).pixelSize() * 1.0,
          false, QApplication::isRightToLeft()};
}

PaintStyle PaintStyle::print(qreal basePixels) {
  return {&Roles::of(ThemeKind::Light), basePixels / 13.0, basePixels, true};
}

QFont PaintStyle::font(TextRole role) const {
  QFont result = plumbline::font(role, basePixels);
  if (role != TextRole::Mono && role != TextRole::MonoKeys) result.setFamilies(printFamilies());
  // Hinted glyphs have whole-pixel widths: the same line would break elsewhere on paper.
  result.setHintingPreference(QFont::PreferNoHinting);
  // A PDF reader must find "confirmed" as it is spelt: with any letter spacing at all, Qt sets no
  // ligatures where the script does not need them.
  if (forPrint) result.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
  return result;
}

QStringList printFamilies() {
  return {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"),
          QStringLiteral("Noto Sans CJK SC"),
          // Noto Sans has no minus sign (U+2212), its monospaced sister does.
          QStringLiteral("Noto Sans Mono")};
}

}  // namespace plumbline
