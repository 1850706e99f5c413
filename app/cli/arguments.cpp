// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>

#include "model/records/decimal.h"

namespace plumbline::cli {

Result<Arguments> Arguments::parse(const std::vector<std::string>& words,
                                   const std::vector<Option>& options) {
  Arguments out;
  bool optionsOver = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (optionsOver || !word.starts_with("--")) {
      out.m_positional.push_back(word);
      continue;
    }
    if (word == "--") {
      optionsOver = true;
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&name](const Option& o) { return o.name == name; });
    if (option == options.end()) return Error{ErrorCode::Usage, Message("unknown option %1", name)};
    if (out.has(name) && !option->repeatable)
      return Error{ErrorCode::Usage, Message("option %1 is given twice", name)};
    std::string value;
    if (option->value.empty()) {
      if (equals != std::string::npos)
        return Error{ErrorCode::Usage, Message("option %1 takes no value", name)};
    } else if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (++i < words.size()) {
      value = words[i];
    } else {
      return Error{ErrorCode::Usage, Message("option %1 needs a value: %2", name, option->value)};
    }
    out.m_values[name].push_back(std::move(value));
  }
  return out;
}

std::optional<std::string> Arguments::value(const std::string& name) const {
  const auto found = m_values.find(name);
  return found == m_values.end() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> Arguments::values(const std::string& name) const {
  const auto found = m_values.find(name);
  return found == m_values.end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> Arguments::allWords() const {
  std::vector<std::string> words = m_positional;
  for (const auto& [name, values] : m_values) words.insert(words.end(), values.begin(), values.end());
  return words;
}

Result<std::int64_t> Arguments::integer(const std::string& name, std::int64_t fallback,
                                        std::int64_t least, std::int64_t most) const {
  const std::optional<std::string> text = value(name);
  if (!text) return fallback;
  const Result<std::int64_t> number = parseFixed(*text, 0);
  if (number && *number >= least && *number <= most) return *number;
  return Error{
      .code = ErrorCode::Usage,
      .message = Message("option %1 is out of range", name),
      .found = *text,
      .expected = Message("a whole number from %1 to %2", least, most)};
}

}  // namespace plumbline::cli
