// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gives libFuzzer a program's own seeds: they are written into a folder beside the program, which
// is then one more corpus (the one that grows, where no other is named).
#include <filesystem>
#include <fstream>

#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  static const std::string folder = std::string((*arguments)[0]) + "_corpus";
  std::filesystem::create_directories(folder);
  const std::vector<std::string> seeds = plumbline::fuzz::seeds();
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    std::ofstream(folder + "/seed-" + std::to_string(i), std::ios::binary) << seeds[i];
  }
  static std::vector<char*> extended(*arguments, *arguments + *count);
  extended.push_back(const_cast<char*>(folder.c_str()));
  *count = static_cast<int>(extended.size());
  extended.push_back(nullptr);
  *arguments = extended.data();
  return 0;
}
