// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/save_picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QtMath>

namespace plumbline {

bool savePictureTo(const QString& path, const QSizeF& size,
                   const std::function<void(QPainter*, const QRectF&)>& paint) {
  constexpr qreal kMargin = 12;
  const QRectF inner(kMargin, kMargin, size.width(), size.height());
  const QSize whole(qCeil(size.width() + 2 * kMargin), qCeil(size.height() + 2 * kMargin));
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  if (path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive)) {
    QImage image(whole * 2, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(2, 2);
    paint(&painter, inner);
    painter.end();
    image.save(&buffer, "PNG");
  } else {
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(whole);
    generator.setViewBox(QRect(QPoint(), whole));
    QPainter painter(&generator);
    painter.fillRect(QRect(QPoint(), whole), Qt::white);
    paint(&painter, inner);
  }
  QSaveFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(buffer.data()) == buffer.size() &&
         file.commit();
}

}  // namespace plumbline
