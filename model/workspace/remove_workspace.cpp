// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/remove_workspace.h"

#include "model/store/file_errors.h"

namespace plumbline {

Result<void> removeWorkspace(const std::filesystem::path& workspace) {
  std::error_code failed;
  if (!std::filesystem::remove(workspace, failed) && failed) {
    return Error{ErrorCode::Io,
                 Message("the workspace cannot be removed: %1", failed.message()),
                 {shownName(workspace)}};
  }
  for (const char* end : {"-wal", "-shm"}) {
    std::filesystem::path part = workspace;
    part += end;
    std::filesystem::remove(part, failed);
  }
  return {};
}

}  // namespace plumbline
