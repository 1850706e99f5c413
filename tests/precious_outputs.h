// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Places that no output may be written to, and a disk without room.

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#ifndef _WIN32
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#endif

namespace plumbline::test {

/// Makes a workspace, a key, a link, a link to nothing, a pipe and a folder whose names have this
/// ending, and gives their paths.
inline QStringList preciousOutputs(const QString& folder, const QString& ending) {
  const QDir dir(folder);
  const auto at = [&](const char* name) { return dir.filePath(QLatin1String(name) + ending); };
  const auto put = [](const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("no room for the test");
  };
  put(at("victim"), "precious");
  put(at("workspace"), QByteArray("SQLite format 3\0 and more", 25));
  put(at("key"), "Name: x\n-----BEGIN PRIVATE KEY-----\n");
  dir.mkdir(QLatin1String("folder") + ending);
  QStringList all{at("workspace"), at("key"), at("folder")};
#ifndef _WIN32
  QFile::link(at("victim"), at("link"));
  QFile::link(at("nowhere"), at("dangling"));
  mkfifo(qPrintable(at("pipe")), 0600);
  all << at("link") << at("dangling") << at("pipe");
#endif
  return all;
}

/// Names of what is in a folder, with the bytes of the files.
inline QMap<QString, QByteArray> everythingIn(const QString& folder) {
  QMap<QString, QByteArray> all;
  const auto entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                                  QDir::NoDotAndDotDot);
  for (const QFileInfo& entry : entries) {
    QFile file(entry.filePath());
    const bool read = entry.isFile() && file.open(QIODevice::ReadOnly);
    all[entry.fileName()] = entry.isSymLink() ? entry.symLinkTarget().toUtf8()
                            : read            ? file.readAll()
                                              : QByteArray();
  }
  return all;
}

#ifndef _WIN32
/// While it lives no file grows beyond so many bytes, as on a disk that is nearly full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &m_before);
    rlimit small = m_before;
    small.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit m_before{};
};
#endif

}  // namespace plumbline::test
