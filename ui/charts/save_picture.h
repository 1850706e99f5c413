// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QRectF>
#include <QStringList>

#include "crypto/result.h"

class QPainter;

namespace plumbline {

/// What is saved, and what is said of it to who cannot see it.
struct SavedPicture {
  QSizeF size;
  QString title, summary;
  std::function<void(QPainter*, const QRectF&)> paint;
};

/// Writes the picture as SVG or, by the file's ending, PDF (vectors as well) or PNG (at twice the
/// size). Errors: Io, Usage (saveFile).
[[nodiscard]] Result<void> savePictureTo(const QString& path, const SavedPicture& picture);

class Figure;

/// A figure and its table twin.
struct FigureFile {
  const Figure* figure = nullptr;
  QStringList header;
  std::vector<QStringList> rows;
};
/// CSV of the table where the file's ending says so, else the picture as above.
[[nodiscard]] Result<void> saveFigureTo(const QString& path, const FigureFile& file);
/// CSV for people (model/records/csv_field.h), numbers without grouping and with a hyphen as minus
/// sign.
[[nodiscard]] QByteArray csvOf(const QStringList& header, const std::vector<QStringList>& rows);

}  // namespace plumbline
