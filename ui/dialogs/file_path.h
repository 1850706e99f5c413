// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QFileInfo>

namespace plumbline {

[[nodiscard]] inline std::filesystem::path toPath(const QString& file) {
  return QFileInfo(file).filesystemFilePath();
}

}  // namespace plumbline
