// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/open_source.h"

#include "model/members/folder_source.h"
#include "model/members/plumb_source.h"

namespace plumbline {

Result<std::unique_ptr<MemberSource>> openSource(const std::filesystem::path& path) {
  std::error_code failed;
  if (std::filesystem::is_regular_file(path, failed) && PlumbSource::recognises(path)) {
    return PlumbSource::open(path);
  }
  return FolderSource::open(path);
}

}  // namespace plumbline
