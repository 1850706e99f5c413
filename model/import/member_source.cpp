// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/member_source.h"

#include <algorithm>

#include <QFile>

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

Result<FileBytes> FileBytes::read(const std::filesystem::path& file, std::int64_t offset,
                                  std::int64_t bytes) {
  const Error shorter{ErrorCode::Io, "the file is shorter than when it was listed"};
  QFile source(toQString(file));
  if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return readError(source);
  if (offset < 0 || bytes < 0 || offset > source.size() - bytes) return shorter;
  if (!source.seek(offset)) return readError(source);
  FileBytes out;
  out.m_size = static_cast<std::size_t>(bytes);
  out.m_bytes = std::make_unique_for_overwrite<std::byte[]>(out.m_size);
  for (std::int64_t at = 0; at < bytes;) {
    const qint64 got = source.read(reinterpret_cast<char*>(out.m_bytes.get()) + at, bytes - at);
    if (got < 0) return readError(source);
    if (got == 0) return shorter;
    at += got;
  }
  return out;
}

FileBytes FileBytes::copyOf(ByteView bytes) {
  FileBytes out;
  out.m_size = bytes.size();
  out.m_bytes = std::make_unique_for_overwrite<std::byte[]>(out.m_size);
  std::copy(bytes.begin(), bytes.end(), out.m_bytes.get());
  return out;
}

Result<FileBytes> FileBytes::of(const Member& member) {
  if (member.held) return copyOf(*member.held);
  if (!member.stored) return read(member.file, member.offset, member.bytes);
  PLUMBLINE_TRY(bytes, member.stored->read(0, member.bytes));
  return copyOf(bytes);
}

MemberSource::MemberSource(std::vector<Member> members) : m_members(std::move(members)) {
  std::sort(m_members.begin(), m_members.end(),
            [](const Member& a, const Member& b) { return a.name < b.name; });
}

Result<std::unique_ptr<MemberSource>> openSource(const std::filesystem::path& path) {
  std::error_code failed;
  if (std::filesystem::is_regular_file(path, failed) && PlumbSource::recognises(path)) {
    return PlumbSource::open(path);
  }
  return FolderSource::open(path);
}

}  // namespace plumbline
