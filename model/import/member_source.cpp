// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/member_source.h"

#include <algorithm>

#include "model/import/folder_source.h"
#include "model/import/plumb_source.h"

namespace plumbline {
namespace {

QString toQString(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return QString::fromUtf8(reinterpret_cast<const char*>(text.data()),
                           static_cast<qsizetype>(text.size()));
}

Error readError(const QFile& file) {
  return {ErrorCode::Io, "the file cannot be read: " + file.errorString().toStdString()};
}

}  // namespace

Result<MappedBytes> MappedBytes::open(const std::filesystem::path& file, std::int64_t offset,
                                      std::int64_t bytes) {
  MappedBytes mapped;
  mapped.m_file = std::make_unique<QFile>(toQString(file));
  if (!mapped.m_file->open(QIODevice::ReadOnly)) return readError(*mapped.m_file);
  if (offset < 0 || bytes < 0 || offset > mapped.m_file->size() - bytes) {
    return Error{ErrorCode::Io, "the file is shorter than when it was listed"};
  }
  if (bytes == 0) return mapped;  // nothing can be mapped, and nothing needs to be
  const uchar* data = mapped.m_file->map(offset, bytes);
  if (data == nullptr) return readError(*mapped.m_file);
  mapped.m_view = {reinterpret_cast<const std::byte*>(data), static_cast<std::size_t>(bytes)};
  return mapped;
}

MemberSource::MemberSource(std::vector<Member> members) : m_members(std::move(members)) {
  std::sort(m_members.begin(), m_members.end(),
            [](const Member& a, const Member& b) { return a.name < b.name; });
}

Result<Bytes> MemberSource::firstBytes(const Member& member, std::int64_t limit) const {
  PLUMBLINE_TRY(mapped,
                MappedBytes::open(member.file, member.offset, std::min(limit, member.bytes)));
  return toBytes(mapped.view());
}

Result<ByteView> MemberSource::view(std::string_view name) {
  if (const auto open = m_views.find(name); open != m_views.end()) return open->second.view();
  const auto member = std::lower_bound(
      m_members.begin(), m_members.end(), name,
      [](const Member& a, std::string_view b) { return std::string_view(a.name) < b; });
  if (member == m_members.end() || member->name != name) {
    return Error{ErrorCode::NotFound, "there is no such file", {std::string(name)}};
  }
  PLUMBLINE_TRY(mapped, MappedBytes::open(member->file, member->offset, member->bytes));
  return m_views.emplace(member->name, std::move(mapped)).first->second.view();
}

Result<std::unique_ptr<MemberSource>> openSource(const std::filesystem::path& path) {
  std::error_code failed;
  if (std::filesystem::is_regular_file(path, failed) && PlumbSource::recognises(path)) {
    return PlumbSource::open(path);
  }
  return FolderSource::open(path);
}

}  // namespace plumbline
