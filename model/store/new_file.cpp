// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/new_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>

#include <QRandomGenerator>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <sys/stat.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include "model/store/file_errors.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr int attempts = 16;

Error ioError(const fs::path& path, Message::Part reason) {
  return {ErrorCode::Io, Message("the file cannot be written: %1", std::move(reason)), {shownName(path)}};
}

Error refused(const fs::path& path, Message message) {
  return {ErrorCode::Usage, std::move(message), {shownName(path)}};
}

fs::path folderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// Opens a file that was not there. -1 and errno where it cannot.
int openNew(const fs::path& path, NewFile::Readers readers) {
#ifdef _WIN32
  int handle = -1;
  const errno_t code = _wsopen_s(&handle, path.c_str(),
                                 _O_RDWR | _O_CREAT | _O_EXCL | _O_BINARY | _O_NOINHERIT,
                                 _SH_DENYNO, _S_IREAD | _S_IWRITE);
  static_cast<void>(readers);
  if (code != 0) errno = code;
  return code == 0 ? handle : -1;
#else
  const mode_t mode = readers == NewFile::Readers::Owner ? 0600 : 0666;
  return ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
#endif
}

/// 0, or errno.
int syncFile(int handle) {
#ifdef _WIN32
  return _commit(handle) == 0 ? 0 : errno;
#else
  return fsync(handle) == 0 ? 0 : errno;
#endif
}

/// The new name itself has to reach the disk, too. Windows has no such call.
int syncFolder([[maybe_unused]] const fs::path& folder) {
#ifdef _WIN32
  return 0;
#else
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return errno == EACCES ? 0 : errno;  // a folder one may write to but not list
  int code = fsync(handle) == 0 ? 0 : errno;
  close(handle);
  if (code == EINVAL || code == ENOTSUP) code = 0;  // a file system without this call
  return code;
#endif
}

/// Gives the file its name where that is free. 0, or errno.
int renameToFree(const fs::path& from, const fs::path& to) {
#ifdef _WIN32
  return _wrename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
#else
  if (::link(from.c_str(), to.c_str()) == 0) {
    unlink(from.c_str());
    return 0;
  }
  if (errno == EEXIST) return errno;
  // A file system without hard links (FAT): there the look and the rename are two steps.
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(to, ignored))) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
#endif
}

/// Takes the place of a file that is there. A system gives back a large file's room when its last holder
/// lets go of it: 0.2 s for a GB, for which nobody has to wait.
std::error_code renameOver(const fs::path& from, const fs::path& to) {
  std::error_code failed;
#ifdef _WIN32
  fs::rename(from, to, failed);
#else
  const int old = ::open(to.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  fs::rename(from, to, failed);
  if (old < 0) return failed;
  try {
    std::thread([old] { close(old); }).detach();
  } catch (const std::system_error&) {
    close(old);  // no room for a thread
  }
#endif
  return failed;
}

std::string headOf(const fs::path& path) {
  constexpr qint64 headBytes = 65'536;
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return {};  // a pipe would keep us waiting
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.read(headBytes).toStdString() : std::string();
}

bool isDatabase(const fs::path& path) {
  return headOf(path).starts_with("SQLite format 3");
}

/// "audit.plumbline-wal" beside a workspace "audit.plumbline".
bool isPartOfWorkspace(const fs::path& path) {
  const std::u8string name = path.filename().u8string();
  static constexpr std::array<std::u8string_view, 4> ends = {u8"-wal", u8"-shm", u8"-journal",
                                                             u8"-lock"};
  return std::any_of(ends.begin(), ends.end(), [&](std::u8string_view end) {
    return name.ends_with(end) &&
           isDatabase(path.parent_path() / name.substr(0, name.size() - end.size()));
  });
}

bool isPrivateKey(const fs::path& path) {
  return headOf(path).find("PRIVATE KEY-----") != std::string::npos;
}

std::string randomName() {
  const quint64 number = QRandomGenerator::system()->generate64();
  return ".plumbline." + QString::number(number, 36).toStdString() + ".part";
}

}  // namespace

Result<void> checkOutput(const fs::path& path, std::span<const fs::path> inputs) {
  std::error_code failed;
  const fs::file_status status = fs::symlink_status(path, failed);
  if (!path.has_filename()) return refused(path, "the output is no name of a file");
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    if (fs::equivalent(input, path, ignored)) {
      return refused(path, "the output is also an input; it is left as it was");
    }
  }
  // There, or about to be: the files of a workspace lie beside it.
  if (isPartOfWorkspace(path)) return refused(path, "the output is a part of a workspace");
  switch (status.type()) {
    case fs::file_type::not_found:
      return {};
    case fs::file_type::regular:
      break;
    case fs::file_type::directory:
      return refused(path, "the output is a folder");
    case fs::file_type::symlink:
      return refused(path, "the output is a symbolic link; name the file itself");
    default:
      return refused(path, "the output is no ordinary file");
  }
  if (isDatabase(path)) return refused(path, "the output is a workspace; it is left as it was");
  if (isPrivateKey(path)) return refused(path, "the output is a key; it is left as it was");
  return {};
}

Result<NewFile> NewFile::open(const fs::path& path, Existing existing, Readers readers) {
  std::error_code ignored;
  if (existing == Existing::Replace) {
    PLUMBLINE_CHECK(checkOutput(path));
  } else if (existing == Existing::Refuse && fs::exists(fs::symlink_status(path, ignored))) {
    return Error{ErrorCode::Duplicate, "the file is there already", {shownName(path)}};
  }
  for (int attempt = 0; attempt < attempts; ++attempt) {
    fs::path temporary = folderOf(path) / randomName();
    const int handle = openNew(temporary, readers);
    if (handle < 0 && errno == EEXIST) continue;
    if (handle < 0) return ioError(path, reasonOf(errno));
    auto file = std::make_unique<QFile>();
    if (!file->open(handle, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle)) {
      return ioError(path, file->errorString().toStdString());
    }
    return NewFile(path, std::move(temporary), std::move(file), existing);
  }
  return ioError(path, Message("no free name for a temporary file"));
}

NewFile::~NewFile() {
  if (!m_file) return;
  m_file->close();
  std::error_code ignored;
  fs::remove(m_temporary, ignored);
}

Result<void> NewFile::write(ByteView bytes) const {
  const auto size = static_cast<qint64>(bytes.size());
  errno = 0;
  if (m_file->write(reinterpret_cast<const char*>(bytes.data()), size) == size) return {};
  return ioError(m_path, reasonOf(*m_file));
}

Result<void> NewFile::commit() {
  errno = 0;
  if (!m_file->flush()) return ioError(m_path, reasonOf(*m_file));
  if (const int code = syncFile(m_file->handle()); code != 0) {
    return ioError(m_path, reasonOf(code));
  }
  m_file->close();
  if (m_existing == Existing::Refuse) {
    const int code = renameToFree(m_temporary, m_path);
    if (code == EEXIST) {
      return Error{ErrorCode::Duplicate, "the file is there already", {shownName(m_path)}};
    }
    if (code != 0) return ioError(m_path, reasonOf(code));
  } else {
    if (m_existing == Existing::Replace) PLUMBLINE_CHECK(checkOutput(m_path));
    const std::error_code error = renameOver(m_temporary, m_path);
    if (error) return ioError(m_path, error.message());
  }
  m_file.reset();
  if (const int code = syncFolder(folderOf(m_path)); code != 0) {
    return ioError(m_path, reasonOf(code));
  }
  return {};
}

}  // namespace plumbline
