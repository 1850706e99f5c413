// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>

class QWidget;

namespace plumbline {

/// Asking for a file to save to or to load from; members, so that a test answers.
struct MappingFiles {
  std::function<QString(QWidget*, const QString& suggestion)> save;
  std::function<QString(QWidget*)> load;
  [[nodiscard]] static MappingFiles ofTheSystem();
};

}  // namespace plumbline
