// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/finding_words.h"

namespace plumbline::words {

/// The whole Why panel as plain text in its fixed order, for the clipboard and mail.
[[nodiscard]] QString wholeText(const Finding& finding);
/// The mass at stake as lists show it: "17.24 t", "386.4 t", "628 t ± 92 t"; empty without one.
[[nodiscard]] QString listAmount(Mass amount, Mass uncertainty = {});
/// "2 rows", "1 row".
[[nodiscard]] QString rowCountText(std::int64_t rows);
/// The id it is known by: of its first record, else of itself.
[[nodiscard]] QString shortName(const Finding& finding);
/// Markup::Html as text with ** marks around what was bold: what labels and the report take.
[[nodiscard]] QString starred(const QString& html);
/// The sentence with its numbers between ** marks.
[[nodiscard]] QString markedSentence(const Finding& finding);

}  // namespace plumbline::words
