// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QTemporaryDir>

#include "model/workspace/workspace.h"

namespace plumbline {

/// A workspace in a temporary folder. Nobody else opens it; it goes with the value, and with it what its
/// user sets in it.
class PassingWorkspace {
 public:
  /// Errors: Io, Store.
  [[nodiscard]] static Result<std::shared_ptr<const PassingWorkspace>> make();
  [[nodiscard]] const Workspace& workspace() const { return *m_workspace; }
  [[nodiscard]] const Database& database() const { return m_workspace->database(); }

 private:
  PassingWorkspace() = default;
  QTemporaryDir m_folder;
  std::unique_ptr<const Workspace> m_workspace;  // goes before its folder
};

}  // namespace plumbline
