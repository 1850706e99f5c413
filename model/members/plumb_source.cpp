// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/plumb_source.h"

#include <algorithm>

#include "model/members/plumb_parser.h"

namespace plumbline {

namespace {

constexpr std::int64_t startBytes = 128;  // enough for the first member's header and bytes

/// The file as one member.
Result<Member> wholeFile(const std::filesystem::path& path) {
  std::error_code failed;
  const std::uintmax_t bytes = std::filesystem::file_size(path, failed);
  if (failed) {
    return Error{ErrorCode::Io, Message("the file could not be read: %1", failed.message())};
  }
  return Member{{}, path, 0, static_cast<std::int64_t>(bytes)};
}

}  // namespace

bool PlumbSource::recognises(const std::filesystem::path& path) {
  const auto file = wholeFile(path);
  if (!file) return false;
  const auto start = FileBytes::read(path, 0, std::min(file->bytes, startBytes));
  return start.ok() && looksLikePlumb(start->view());
}

Result<std::unique_ptr<MemberSource>> PlumbSource::open(const std::filesystem::path& path) {
  PLUMBLINE_TRY(member, wholeFile(path));
  const MemberFeed file(member);
  PLUMBLINE_TRY(entries, parsePlumb(file));
  std::vector<Member> members;
  members.reserve(entries.size());
  for (const PlumbEntry& entry : entries) {
    PLUMBLINE_CHECK(checkPlumbCrc(file, entry));
    if (entry.name == plumbMimeName) continue;
    members.push_back({entry.name, path, static_cast<std::int64_t>(entry.data),
                       static_cast<std::int64_t>(entry.bytes)});
  }
  return std::unique_ptr<MemberSource>(new PlumbSource(std::move(members)));
}

}  // namespace plumbline
