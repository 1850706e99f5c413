// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/plumb_source.h"

#include <algorithm>

#include "model/import/plumb_parser.h"

namespace plumbline {

namespace {

Result<MappedBytes> mapFile(const std::filesystem::path& path, std::uint64_t limit) {
  std::error_code failed;
  const std::uintmax_t bytes = std::filesystem::file_size(path, failed);
  if (failed) {
    return Error{ErrorCode::Io, "the file could not be read: " + failed.message()};
  }
  return MappedBytes::open(path, 0,
                           static_cast<std::int64_t>(std::min<std::uintmax_t>(bytes, limit)));
}

}  // namespace

bool PlumbSource::recognises(const std::filesystem::path& path) {
  const auto start = mapFile(path, 128);
  return start.ok() && looksLikePlumb(start->view());
}

Result<std::unique_ptr<MemberSource>> PlumbSource::open(const std::filesystem::path& path) {
  // One byte more than allowed, so that the parser sees a file that is too large.
  PLUMBLINE_TRY(mapped, mapFile(path, plumbMaxFileBytes + 1));
  const ByteView file = mapped.view();
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
