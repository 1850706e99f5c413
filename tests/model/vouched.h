// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/import_report.h"

namespace plumbline::test {

/// Of a user who compared every key that came with the folder.
inline ImportOptions vouchedFor(const std::filesystem::path& folder) {
  return {.parties = folder / "parties.txt"};
}

}  // namespace plumbline::test
