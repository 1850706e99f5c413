// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder on disk, or a single file, as a source of members. A folder in it that holds a log of
// tiles stands for that log's members.

#include "model/members/member_source.h"

namespace plumbline {

class FolderSource : public MemberSource {
 public:
  /// Every regular file at or below `path`, links not followed. Left out: names that start with a
  /// dot, and the simulator's truth.json, which no audit may read. Errors: NotFound, Io, TooLarge.
  [[nodiscard]] static Result<std::unique_ptr<MemberSource>> open(
      const std::filesystem::path& path);

 private:
  using MemberSource::MemberSource;
};

}  // namespace plumbline
