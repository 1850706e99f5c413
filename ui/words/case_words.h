// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the public cases of docs/cases are about, and where their files are, in words.

#include <string_view>

#include <QString>

namespace plumbline::words {

struct CaseWords {
  QString title;  // "Sorting plants of England and Wales, 2020"
  QString about;  // what the files hold and what can be seen in them
  QString where;  // where they are published, and under which terms
};

/// The id alone for a case that has no words yet.
[[nodiscard]] CaseWords caseWords(std::string_view id);

}  // namespace plumbline::words
