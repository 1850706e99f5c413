// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QHash>
#include <QRawFont>

#include "ui/charts/paint_style.h"

namespace plumbline {

/// A PDF drops a character that no font has without a word. This puts its code point in its place
/// ("[U+4E2D]"), so that nothing is missing unseen.
class Glyphs {
 public:
  explicit Glyphs(const PaintStyle& style);
  [[nodiscard]] QString printable(const QString& text);
  /// How many characters were replaced so far.
  [[nodiscard]] int missing() const { return m_missing; }

 private:
  [[nodiscard]] bool has(char32_t character);

  std::vector<QRawFont> m_fonts;
  QHash<char32_t, bool> m_known;
  int m_missing = 0;
};

}  // namespace plumbline
