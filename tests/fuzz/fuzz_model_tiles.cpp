// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle of log entries: what is split off it makes the same bundle again.
#include "model/members/log_tiles.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;
using namespace std::string_literals;

std::vector<std::string> plumbline::fuzz::seeds() {
  return {""s, "\0\0"s, "\0\2ab"s, "\0\2ab\0\0\0\1c"s, "\1\0"s + std::string(256, 'x')};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bundle = fuzz::textOfInput(data, size);
  const auto entries = splitEntryBundle(bytesOf(bundle));
  if (!entries) {
    fuzz::require(entries.error().where.byte >= 0 &&
                  entries.error().where.byte <= static_cast<std::int64_t>(size));
    return 0;
  }
  std::string again;
  for (const BundledEntry& entry : *entries) {
    again += static_cast<char>(entry.bytes >> 8);
    again += static_cast<char>(entry.bytes & 0xff);
    again += bundle.substr(entry.offset, entry.bytes);
  }
  fuzz::require(again == bundle);
  return 0;
}
