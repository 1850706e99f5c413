// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/change.h"

#include "model/workspace/unfinished.h"

namespace plumbline {

Result<Change> Change::begin(const std::filesystem::path& path) {
  // A lock beside a workspace that is not there would be left in anybody's folder.
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    const auto opened = Workspace::open(path, false);
    if (!opened) return opened.error();
  }
  PLUMBLINE_TRY(lock, WriterLock::take(path));
  PLUMBLINE_TRY(opened, Workspace::open(path, false));
  auto workspace = std::make_unique<const Workspace>(std::move(opened));
  PLUMBLINE_TRY(transaction, Transaction::begin(workspace->database()));
  PLUMBLINE_CHECK(requireFinished(workspace->database()));
  return Change(std::move(lock), std::move(workspace), std::move(transaction));
}

}  // namespace plumbline
