// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QRectF>

class QPainter;
class QString;

namespace plumbline {

/// Writes what `paint` paints as SVG or, by the file's ending, PNG (at twice the size). False
/// where the file could not be written.
bool savePictureTo(const QString& path, const QSizeF& size,
                   const std::function<void(QPainter*, const QRectF&)>& paint);

}  // namespace plumbline
