// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/containers/raw_row.h"

namespace plumbline {
namespace {

constexpr std::string_view noBreakSpace = "\xC2\xA0";
constexpr std::string_view plainSpaces = " \t\r\n";

}  // namespace

Message reasonOf(RowDefect defect) {
  switch (defect) {
    case RowDefect::TooLong:
      return Message("the row is longer than 1 MiB");
    case RowDefect::TooManyCells:
      return Message("the row has over 1024 cells");
    case RowDefect::OpenQuote:
      return Message("a quote in the row is not closed");
    case RowDefect::None:
      break;
  }
  return {};
}

std::string_view trimmed(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    while (!text.empty() && plainSpaces.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    }
    while (!text.empty() && plainSpaces.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    }
    if (text.starts_with(noBreakSpace)) text.remove_prefix(noBreakSpace.size());
    if (text.ends_with(noBreakSpace)) text.remove_suffix(noBreakSpace.size());
    if (text.size() == before) return text;
  }
}

}  // namespace plumbline
