// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

/// Compiled-in SQL, resources/sql/<name>.sql.
[[nodiscard]] std::string sqlResource(std::string_view name);

}  // namespace plumbline
