// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder on disk, or a single file, as a source of members. A folder in it that holds a log of
// tiles stands for that log's members.

#include "model/members/member_source.h"

namespace plumbline {

/// "deliveries.csv.map.json" says how deliveries.csv beside it is read, and is no file of its own.
inline constexpr std::string_view mappingSuffix = ".map.json";

class FolderSource : public MemberSource {
 public:
  /// Every regular file at or below `path`, links not followed. Left out: names that start with a
  /// dot, the simulator's truth.json, which no audit may read, and mappings beside their table. Errors: NotFound, Io, TooLarge.
  [[nodiscard]] static Result<std::unique_ptr<MemberSource>> open(
      const std::filesystem::path& path);

 private:
  using MemberSource::MemberSource;
};

}  // namespace plumbline
