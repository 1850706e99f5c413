// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sql_resource.h"

#include <QFile>

namespace plumbline {

std::string sqlResource(std::string_view name) {
  const QString path =
      QStringLiteral(":/sql/%1.sql")
          .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
  QFile file(path);
  // Compiled in: a missing one is a mistake in the build, never of the input.
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s is not compiled in", qPrintable(path));
  return file.readAll().toStdString();
}

}  // namespace plumbline
