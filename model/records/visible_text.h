// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text of others is shown and never obeyed. What a terminal, a window or a printer would do instead
// of show (control characters, format characters, changes of the writing direction, other ends of a
// line) is written out as "⟨U+202E⟩".

#include <string>
#include <string_view>

#include <QString>

namespace plumbline {

/// For places of several lines: line feeds and tabs stay. So do isolates (U+2068 ... U+2069) that
/// open and close within the line, which the program itself puts around names, and the joiners
/// between letters of a script that is not spelled without them.
[[nodiscard]] QString visibleText(const QString& text);
/// For places of one line: line feeds and tabs are written out, too; "**" and "~~" mark no words.
[[nodiscard]] QString visibleLine(const QString& text);

/// The same for UTF-8. Bytes that are none become U+FFFD.
[[nodiscard]] std::string visibleText(std::string_view utf8);
[[nodiscard]] std::string visibleLine(std::string_view utf8);

/// "U+202E"
[[nodiscard]] std::string codePointName(char32_t code);

}  // namespace plumbline
