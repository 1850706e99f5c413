// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Worked cases, public vectors and official samples lie beside the project and are read in place.

#include <QDir>
#include <QFile>
#include <QString>

namespace plumbline::test {

/// Absolute path of a shared file or folder, or an empty string where it is absent.
inline QString sharedPath(const QString& relative) {
  const QString set = qEnvironmentVariable("PLUMBLINE_SHARED");
  const QDir root(set.isEmpty() ? QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared") : set);
  const QString path = root.absoluteFilePath(relative);
  return QFile::exists(path) ? path : QString();
}

inline QByteArray readFile(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace plumbline::test

/// Skips the running test with a notice where the shared material is absent.
#define REQUIRE_SHARED(variable, relative)                                    \
  const QString variable = plumbline::test::sharedPath(QStringLiteral(relative)); \
  if (variable.isEmpty()) QSKIP("shared file " relative " is absent; set PLUMBLINE_SHARED")
