// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/member_source.h"

#include <algorithm>

#include <QFile>

namespace plumbline {
namespace {

QString toQString(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return QString::fromUtf8(reinterpret_cast<const char*>(text.data()),
                           static_cast<qsizetype>(text.size()));
}

Error readError(const QFile& file) {
  return {ErrorCode::Io, Message("the file cannot be read: %1", file.errorString().toStdString())};
}

}  // namespace

Result<FileBytes> FileBytes::read(const std::filesystem::path& file, std::int64_t offset,
                                  std::int64_t bytes) {
  const Error shorter{ErrorCode::Io, "the file is shorter than when it was listed"};
  QFile source(toQString(file));
  if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return readError(source);
  if (offset < 0 || bytes < 0 || offset > source.size() - bytes) return shorter;
  if (!source.seek(offset)) return readError(source);
  FileBytes out(bytes);
  for (std::int64_t at = 0; at < bytes;) {
    const qint64 got = source.read(reinterpret_cast<char*>(out.m_bytes.get()) + at, bytes - at);
    if (got < 0) return readError(source);
    if (got == 0) return shorter;
    at += got;
  }
  return out;
}

FileBytes::FileBytes(std::int64_t bytes)
    : m_bytes(std::make_unique_for_overwrite<std::byte[]>(static_cast<std::size_t>(bytes))),
      m_size(static_cast<std::size_t>(bytes)) {}

Result<FileBytes> FileBytes::of(const Member& member) {
  return of(member, 0, member.bytes);
}

Result<FileBytes> FileBytes::of(const Member& member, std::int64_t offset, std::int64_t bytes) {
  if (!member.held && !member.stored) return read(member.file, member.offset + offset, bytes);
  FileBytes out(bytes);
  if (member.stored) {
    PLUMBLINE_CHECK(member.stored->read(offset, out.room()));
  } else {
    std::copy_n(member.held->begin() + offset, bytes, out.room().begin());
  }
  return out;
}

MemberSource::MemberSource(std::vector<Member> members) : m_members(std::move(members)) {
  std::sort(m_members.begin(), m_members.end(),
            [](const Member& a, const Member& b) { return a.name < b.name; });
}

}  // namespace plumbline
