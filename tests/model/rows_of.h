// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/workspace/workspace.h"

namespace plumbline::test {

/// The first column of what a query of the workspace gives, a line each; an error in its place.
inline QString rowsOf(const std::filesystem::path& workspace, const std::string& sql) {
  const auto opened = Workspace::open(workspace, false);
  auto query = opened->database().prepare(sql);
  if (!query) return QString::fromStdString(query.error().text());
  QString out;
  for (;;) {
    const auto more = query->step();
    if (!more || !*more) return out;
    out += QString::fromUtf8(query->text(0).data(), static_cast<qsizetype>(query->text(0).size())) +
           QLatin1Char('\n');
  }
}

}  // namespace plumbline::test
