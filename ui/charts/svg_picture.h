// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QByteArray>
#include <QSizeF>
#include <QString>

class QPainter;

namespace plumbline {

struct SvgWords {
  QString id;       // makes names inside the picture unique in its page
  QString title;    // spoken instead of the picture
  QString summary;  // and after it
};

/// What is painted, as an <svg> element to stand inside a page. Clipping is kept, which
/// QSvgGenerator of Qt 6.4 leaves out; text stays text, set to the width it has here, so that the
/// picture holds where a font is missing. No locale, no order that changes: the same bytes.
[[nodiscard]] QString svgPicture(const QSizeF& size, const SvgWords& words,
                                 const std::function<void(QPainter*)>& paint);
/// The same as a file of its own.
[[nodiscard]] QByteArray svgFile(const QSizeF& size, const SvgWords& words,
                                 const std::function<void(QPainter*)>& paint);

}  // namespace plumbline
