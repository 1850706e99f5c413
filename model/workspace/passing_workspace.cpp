// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/passing_workspace.h"

#include "model/workspace/user_settings.h"

namespace plumbline {

Result<std::shared_ptr<const PassingWorkspace>> PassingWorkspace::make() {
  const std::shared_ptr<PassingWorkspace> made(new PassingWorkspace);
  if (!made->m_folder.isValid()) {
    return Error{ErrorCode::Io,
                 "no temporary folder can be made",
                 {},
                 made->m_folder.errorString().toStdString()};
  }
  PLUMBLINE_TRY(workspace,
                Workspace::createScratch(
                    made->m_folder.filePath(QStringLiteral("passing.plumbline")).toStdU16String()));
  PLUMBLINE_CHECK(forgetUserSettingsAtEnd(workspace.database()));
  made->m_workspace = std::make_unique<const Workspace>(std::move(workspace));
  return std::shared_ptr<const PassingWorkspace>(made);
}

}  // namespace plumbline
