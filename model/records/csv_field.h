// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One quoting for all CSV, and a second behaviour beside it: what people will open in a spreadsheet
// holds no formula, what a program will read back holds every byte.

#include <string>
#include <string_view>

#include <QByteArray>
#include <QStringList>

namespace plumbline {

/// A field of a CSV record (RFC 4180), quoted where it must be. Read back, it is the same text.
[[nodiscard]] std::string csvField(std::string_view text);

/// The text as a spreadsheet shows and never computes it: where it would start a formula, an
/// apostrophe stands before it, also after each sign at which a spreadsheet of other habits would begin
/// a new cell (semicolon, tab, line end). A plain number stays a number.
[[nodiscard]] std::string withoutFormula(std::string_view text);
[[nodiscard]] QString withoutFormula(const QString& text);

/// A field of a file for people: withoutFormula(), then quoted.
[[nodiscard]] std::string csvFieldForPeople(std::string_view text);
/// A line of such a file, with its end. In its first cell a signed number is text: a spreadsheet that
/// does not split at commas would compute the whole line.
[[nodiscard]] QByteArray csvLineForPeople(const QStringList& cells);

}  // namespace plumbline
