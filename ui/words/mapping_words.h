// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of the dialog that asks what a file's columns mean.

#include <QString>

#include "model/mapping/proposal.h"

namespace plumbline {

/// "Net mass", "Received", "unit of each row".
[[nodiscard]] QString wordsOfField(Table table, std::string_view field);
[[nodiscard]] QString wordsOf(TextEncoding encoding);
[[nodiscard]] QString wordsOf(DateOrder order);
[[nodiscard]] QString wordsOfDelimiter(char delimiter);
/// "Is this t or kg?": for the column's state.
[[nodiscard]] QString shortQuestion(const Question& question);
/// "**Net mass:** 17,18 read as t gives 17,180 kg, read as kg 17.18 kg."
[[nodiscard]] QString longQuestion(const Question& question, const Mapping& mapping);
/// "unit of net mass": after "1 question open: ".
[[nodiscard]] QString questionName(const Question& question, Table table);

}  // namespace plumbline
