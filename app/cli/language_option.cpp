// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/language_option.h"

#include <algorithm>

#include "app/cli/arguments.h"

namespace plumbline::cli {

namespace {

constexpr std::string_view option = "--language";

bool isLanguage(const std::string& word) {
  return word == option || (word.starts_with(option) && word[option.size()] == '=');
}

}  // namespace

Result<QString> takeLanguage(std::vector<std::string>& words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  const auto first = std::find_if(words.begin(), end, isLanguage);
  if (first == end) return QString();
  const auto last = *first == option && first + 1 != end ? first + 2 : first + 1;
  const std::vector<std::string> given(first, last);
  words.erase(first, last);
  PLUMBLINE_TRY(asked, Arguments::parse(given, {{std::string(option), "NAME"}}));
  const bool twice =
      std::any_of(words.begin(), std::find(words.begin(), words.end(), "--"), isLanguage);
  if (twice) return Error{ErrorCode::Usage, "option --language is given twice"};
  return QString::fromStdString(*asked.value(std::string(option)));
}

}  // namespace plumbline::cli
