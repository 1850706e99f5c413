// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every test program has a user's folder of its own, gone when it ends, however it is started: no test
// reads or writes what the person who runs it keeps (model/store/user_folder.h). Programs that it
// starts share it.

#include <QTemporaryDir>

namespace {

struct OwnFolder {
  OwnFolder() { qputenv("PLUMBLINE_DATA", folder.filePath(QStringLiteral("plumbline")).toUtf8()); }
  QTemporaryDir folder;
};
const OwnFolder ownFolder;

}  // namespace
