// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/program.h"

#include <cstdio>
#include <map>
#include <string>

#include <QTemporaryDir>

namespace plumbline::test_program {
namespace {

/// Every test has a user's folder of its own, gone when it ends, however it is started: no test
/// reads or writes what the person who runs it keeps (model/store/user_folder.h). Programs that it
/// starts share it.
struct OwnFolder {
  OwnFolder() { qputenv("PLUMBLINE_DATA", folder.filePath(QStringLiteral("plumbline")).toUtf8()); }
  QTemporaryDir folder;
};
const OwnFolder ownFolder;

/// Filled before main() by the files of the room, in whatever order.
std::map<std::string, Run, std::less<>>& tests() {
  static std::map<std::string, Run, std::less<>> known;
  return known;
}

}  // namespace

Known::Known(const char* name, Run run) {
  const std::string_view whole = name;
  const auto colon = whole.rfind(':');
  tests().emplace(colon == whole.npos ? whole : whole.substr(colon + 1), run);
}

}  // namespace plumbline::test_program

int main(int argc, char** argv) {
  const auto& tests = plumbline::test_program::tests();
  const auto test = argc > 1 ? tests.find(std::string_view(argv[1])) : tests.end();
  if (test == tests.end()) {
    std::fprintf(stderr, "The first word names a test of this program:\n");
    for (const auto& [name, run] : tests) std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
  }
  argv[1] = argv[0];
  return test->second(argc - 1, argv + 1);
}
