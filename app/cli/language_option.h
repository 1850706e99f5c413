// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "crypto/result.h"

namespace plumbline::cli {

/// Takes "--language NAME", which every command has, out of the words of a command line. Empty
/// where it is not given: then the system's language is meant.
[[nodiscard]] Result<QString> takeLanguage(std::vector<std::string>& words);

}  // namespace plumbline::cli
