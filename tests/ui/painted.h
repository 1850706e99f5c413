// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a widget painted, as far as a test can judge it: the ground and whether anything is on it.

#include <QHash>
#include <QImage>
#include <QWidget>

namespace plumbline::test {

struct Painted {
  QRgb ground = 0;      // the most frequent colour
  int others = 0;       // pixels of other colours
  int colours = 0;
  QImage picture;
};

inline Painted painted(QWidget& widget) {
  Painted out;
  out.picture = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
  QHash<QRgb, int> counts;
  for (int y = 0; y < out.picture.height(); ++y) {
    const auto* line = reinterpret_cast<const QRgb*>(out.picture.constScanLine(y));
    for (int x = 0; x < out.picture.width(); ++x) ++counts[line[x]];
  }
  int most = 0;
  for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
    if (it.value() <= most) continue;
    most = it.value();
    out.ground = it.key();
  }
  out.colours = static_cast<int>(counts.size());
  out.others = out.picture.width() * out.picture.height() - most;
  return out;
}

/// Dark or light, by the mean of its three parts.
inline bool isDark(QRgb colour) {
  return qRed(colour) + qGreen(colour) + qBlue(colour) < 3 * 128;
}

}  // namespace plumbline::test
