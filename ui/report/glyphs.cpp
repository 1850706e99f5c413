// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/glyphs.h"

#include <QFontDatabase>

namespace plumbline {

Glyphs::Glyphs(const PaintStyle& style) {
  for (const QString& family : printFamilies() + QStringList(QStringLiteral("Noto Sans Mono"))) {
    if (!QFontDatabase::hasFamily(family)) continue;
    QFont font = style.font(TextRole::Body);
    font.setFamilies({family});
    m_fonts.push_back(QRawFont::fromFont(font));
  }
  // Where none of our fonts is installed, what the system has is still better than nothing.
  if (m_fonts.empty()) m_fonts.push_back(QRawFont::fromFont(style.font(TextRole::Body)));
}

bool Glyphs::has(char32_t character) {
  const auto known = m_known.constFind(character);
  if (known != m_known.cend()) return *known;
  bool found = false;
  for (const QRawFont& font : m_fonts) {
    found = found || font.supportsCharacter(static_cast<quint32>(character));
  }
  m_known.insert(character, found);
  return found;
}

QString Glyphs::printable(const QString& text) {
  QString result;
  result.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar unit = text[i];
    char32_t character = unit.unicode();
    const bool pair = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
    if (pair) character = QChar::surrogateToUcs4(unit, text[i + 1]);
    const bool format =
        !pair && (unit.category() == QChar::Other_Format || unit == QLatin1Char('\n'));
    if (format || has(character)) {
      result += unit;
      if (pair) result += text[i + 1];
    } else {
      result += QStringLiteral("[U+%1]").arg(
          QString::number(character, 16).toUpper().rightJustified(4, QLatin1Char('0')));
      ++m_missing;
    }
    if (pair) ++i;
  }
  return result;
}

}  // namespace plumbline
