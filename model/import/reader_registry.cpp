// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/reader.h"

#include "model/import/summary_log_reader.h"

namespace plumbline {

std::span<const Reader> allReaders() {
  static const std::vector<Reader> readers = {
      {"summary log", recognisesSummaryLog, readSummaryLog},
  };
  return readers;
}

}  // namespace plumbline
