// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language in which the program speaks to people: its words, its plural forms, its numbers.
// English is written in the sources; its plural forms, and every other language, come from
// resources/translations. Results, JSON and CSV for machines know no language.

#include <QStringList>

namespace plumbline {

/// The languages there are words in, by the names of their files: "en", "de", "pt_BR".
[[nodiscard]] QStringList languages();

/// From here on everything is shown in the first of these languages (as in QLocale::uiLanguages())
/// that there are words in, otherwise in English. What a translation lacks is shown in English.
/// A program begins in English.
void setLanguage(const QStringList& wanted);

}  // namespace plumbline
