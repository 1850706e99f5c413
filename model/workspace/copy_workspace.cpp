// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/copy_workspace.h"

#include <QFile>

#include "model/store/file_errors.h"
#include "model/store/new_file.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {

namespace fs = std::filesystem;

namespace {

constexpr qint64 pieceBytes = 1 << 20;

}  // namespace

Result<void> copyWorkspace(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  if (!fs::exists(from, failed)) {
    return Error{ErrorCode::NotFound, "there is no such workspace", {shownName(from)}};
  }
  if (fs::equivalent(from, to, failed)) {
    return Error{ErrorCode::Usage, "the audit is in this file already", {shownName(to)}};
  }
  PLUMBLINE_TRY(lock, WriterLock::take(from));
  static_cast<void>(lock);
  PLUMBLINE_TRY(file, NewFile::open(to, NewFile::Existing::Replace, NewFile::Readers::Owner));
  QFile source(from);
  if (!source.open(QIODevice::ReadOnly)) {
    return Error{ErrorCode::Io, Message("the file cannot be read: %1", reasonOf(source)), {shownName(from)}};
  }
  while (!source.atEnd()) {
    const QByteArray bytes = source.read(pieceBytes);
    if (bytes.isEmpty()) return Error{ErrorCode::Io, "the file cannot be read to its end"};
    PLUMBLINE_CHECK(file.write(bytesOf({bytes.constData(), static_cast<std::size_t>(bytes.size())})));
  }
  return file.commit();
}

}  // namespace plumbline
