// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/writer_lock.h"

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include "model/store/file_errors.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::intptr_t noHandle = -1;
constexpr int attempts = 60;
constexpr std::chrono::milliseconds pause(50);
constexpr std::size_t longestHolder = 32;

/// The lock's handle; nothing where somebody else has it. Errors: Io.
Result<std::optional<std::intptr_t>> tryLock(const fs::path& file);
/// What the holder wrote about itself; may be empty.
std::string holderOf(const fs::path& file);
void unlock(const fs::path& file, std::intptr_t handle);

#ifdef _WIN32

Result<std::optional<std::intptr_t>> tryLock(const fs::path& file) {
  // Nobody else may open it for writing, and it goes when its last handle does.
  const HANDLE handle = CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE | DELETE,
                                    FILE_SHARE_READ, nullptr, OPEN_ALWAYS,
                                    FILE_ATTRIBUTE_HIDDEN | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
  if (handle == INVALID_HANDLE_VALUE) {
    const DWORD code = GetLastError();
    if (code == ERROR_SHARING_VIOLATION || code == ERROR_ACCESS_DENIED) {
      return std::optional<std::intptr_t>();
    }
    return Error{ErrorCode::Io, Message("the workspace cannot be locked: %1",
                                        std::system_category().message(static_cast<int>(code)))};
  }
  const std::string holder = std::to_string(GetCurrentProcessId());
  DWORD written = 0;
  WriteFile(handle, holder.data(), static_cast<DWORD>(holder.size()), &written, nullptr);
  return std::optional(reinterpret_cast<std::intptr_t>(handle));
}

std::string holderOf(const fs::path& file) {
  const HANDLE handle =
      CreateFileW(file.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                  nullptr, OPEN_EXISTING, 0, nullptr);
  if (handle == INVALID_HANDLE_VALUE) return {};
  char text[longestHolder];
  DWORD count = 0;
  if (!ReadFile(handle, text, sizeof text, &count, nullptr)) count = 0;
  CloseHandle(handle);
  return {text, count};
}

void unlock(const fs::path&, std::intptr_t handle) {
  CloseHandle(reinterpret_cast<HANDLE>(handle));
}

#else

Error ioError(int code) {
  return {ErrorCode::Io,
          Message("the workspace cannot be locked: %1", reasonOf(code))};
}

/// The holder before removes the file: then the one locked here is no longer the one of that name.
bool isStillThere(const fs::path& file, int handle) {
  struct stat named {};
  struct stat locked {};
  return fstat(handle, &locked) == 0 && lstat(file.c_str(), &named) == 0 &&
         named.st_dev == locked.st_dev && named.st_ino == locked.st_ino;
}

Result<std::optional<std::intptr_t>> tryLock(const fs::path& file) {
  const int handle = open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (handle < 0) return ioError(errno);
  // A lock of the open file, not of the process: it keeps threads apart, too.
  if (flock(handle, LOCK_EX | LOCK_NB) != 0) {
    const int code = errno;
    close(handle);
    if (code == EWOULDBLOCK || code == EINTR) return std::optional<std::intptr_t>();
    return ioError(code);
  }
  if (!isStillThere(file, handle)) {
    close(handle);
    return std::optional<std::intptr_t>();
  }
  // Only for the message of who comes next; the lock holds without it.
  const std::string holder = std::to_string(getpid());
  if (ftruncate(handle, 0) == 0) {
    static_cast<void>(pwrite(handle, holder.data(), holder.size(), 0) > 0);
  }
  return std::optional<std::intptr_t>(handle);
}

std::string holderOf(const fs::path& file) {
  const int handle = open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (handle < 0) return {};
  char text[longestHolder];
  const ssize_t count = read(handle, text, sizeof text);
  close(handle);
  return count > 0 ? std::string(text, static_cast<std::size_t>(count)) : std::string();
}

void unlock(const fs::path& file, std::intptr_t handle) {
  unlink(file.c_str());  // before the lock goes, so that nobody else's is removed
  close(static_cast<int>(handle));
}

#endif

bool isNumber(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

fs::path WriterLock::fileFor(const fs::path& workspace) {
  // Whatever name the workspace is called by, it has one lock.
  std::error_code failed;
  fs::path file = fs::weakly_canonical(fs::absolute(workspace, failed), failed);
  if (failed) file = workspace;
  file += "-lock";
  return file;
}

Result<WriterLock> WriterLock::take(const fs::path& workspace) {
  fs::path file = fileFor(workspace);
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (attempt > 0) std::this_thread::sleep_for(pause);
    auto handle = tryLock(file);
    if (!handle) return std::move(handle).error().in(shownName(workspace));
    if (*handle) return WriterLock(std::move(file), **handle);
  }
  const std::string holder = holderOf(file);
  return Error{ErrorCode::Store,
               isNumber(holder)
                   ? Message("the workspace is being written to by process %1; try again when that "
                             "is done",
                             holder)
                   : Message("the workspace is being written to by another process; try again when "
                             "that is done"),
               {shownName(workspace)}};
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : m_file(std::move(other.m_file)), m_handle(std::exchange(other.m_handle, noHandle)) {}

WriterLock::~WriterLock() {
  if (m_handle != noHandle) unlock(m_file, m_handle);
}

}  // namespace plumbline
