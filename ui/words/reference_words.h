// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

namespace plumbline::words {

/// "List of Waste": what people call the reference table of this name.
[[nodiscard]] QString referenceTitle(const std::string& name);

}  // namespace plumbline::words
