// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/import/reader.h"
#include "model/import/summary_log_reader.h"

namespace plumbline {

std::span<const Reader> allReaders() {
  static const std::vector<Reader> readers = {
      summaryLogReader(),
  };
  return readers;
}

const Reader* findReader(std::string_view id) {
  const auto readers = allReaders();
  const auto found = std::find_if(readers.begin(), readers.end(),
                                  [id](const Reader& each) { return each.id == id; });
  return found == readers.end() ? nullptr : &*found;
}

}  // namespace plumbline
