// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/readers/reader_list.h"

namespace plumbline {

std::span<const Reader> allReaders() {
#define PLUMBLINE_MAKE(reader) reader(),
  static const std::vector<Reader> readers = {PLUMBLINE_READERS(PLUMBLINE_MAKE)};
#undef PLUMBLINE_MAKE
  return readers;
}

const Reader* findReader(std::string_view id) {
  const auto readers = allReaders();
  const auto found = std::find_if(readers.begin(), readers.end(),
                                  [id](const Reader& each) { return each.id == id; });
  return found == readers.end() ? nullptr : &*found;
}

}  // namespace plumbline
