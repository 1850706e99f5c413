// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/save_picture.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QtMath>

#include "model/records/csv_field.h"
#include "model/store/safe_file.h"

#include "ui/charts/figure.h"
#include "ui/charts/svg_picture.h"

namespace plumbline {

namespace {

Result<void> writeFile(const QString& path, const QByteArray& bytes) {
  return saveFile(path.toStdU16String(),
                  {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

/// "1,240" and "−18" as a spreadsheet reads them.
QString machineNumber(QString text) {
  static const QRegularExpression number(QStringLiteral("^\u2212?[0-9][0-9,]*([.][0-9]+)?$"));
  text.replace(QChar(0x00A0), QLatin1Char(' '));
  if (!number.match(text).hasMatch()) return text;
  return text.remove(QLatin1Char(',')).replace(QChar(0x2212), QLatin1Char('-'));
}

QStringList machineNumbers(QStringList cells) {
  for (QString& cell : cells) cell = machineNumber(cell);
  return cells;
}

}  // namespace

Result<void> savePictureTo(const QString& path, const SavedPicture& picture) {
  constexpr qreal kMargin = 12;
  const QRectF inner(QPointF(kMargin, kMargin), picture.size);
  const QSize whole(qCeil(picture.size.width() + 2 * kMargin),
                    qCeil(picture.size.height() + 2 * kMargin));
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  if (path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
    // One page of the picture's own size: a design pixel is three quarters of a point.
    constexpr qreal kPointsAPixel = 0.75;
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(whole) * kPointsAPixel, QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.scale(writer.logicalDpiX() / 96.0, writer.logicalDpiY() / 96.0);
    picture.paint(&painter, inner);
  } else if (path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive)) {
    QImage image(whole * 2, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(2, 2);
    picture.paint(&painter, inner);
    painter.end();
    image.save(&buffer, "PNG");
  } else {
    const SvgWords words{QStringLiteral("p"), picture.title, picture.summary};
    buffer.write(svgFile(whole, words, [&](QPainter* painter) {
      painter->fillRect(QRect(QPoint(), whole), Qt::white);
      picture.paint(painter, inner);
    }));
  }
  return writeFile(path, buffer.data());
}

QByteArray csvOf(const QStringList& header, const std::vector<QStringList>& rows) {
  QByteArray text = csvLineForPeople(machineNumbers(header));
  for (const QStringList& row : rows) text += csvLineForPeople(machineNumbers(row));
  return text;
}

Result<void> saveFigureTo(const QString& path, const FigureFile& file) {
  if (path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)) {
    return writeFile(path, csvOf(file.header, file.rows));
  }
  const Figure& figure = *file.figure;
  return savePictureTo(path, {figure.printSize(), figure.accessibleName(), figure.accessibleDescription(),
                              [&figure](QPainter* painter, const QRectF& rect) {
                                figure.paintPrint(painter, rect);
                              }});
}

}  // namespace plumbline
