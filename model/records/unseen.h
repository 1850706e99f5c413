// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plumbline {

/// Format characters (Cf) and what Unicode calls Default_Ignorable: no sign of its own on screen.
[[nodiscard]] bool isUnseen(char32_t code);

}  // namespace plumbline
