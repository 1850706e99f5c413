// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/containers/xlsx_reader.h"

namespace plumbline {

std::string columnLetters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters += static_cast<char>('A' + (column - 1) % 26);
  }
  std::reverse(letters.begin(), letters.end());
  return letters;
}

int columnOfReference(std::string_view reference) {
  int column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    if (at == 3) return 0;  // XFD is the last column
    column = column * 26 + (reference[at] - 'A' + 1);
  }
  const std::string_view row = reference.substr(at);
  const bool isRow = !row.empty() && std::all_of(row.begin(), row.end(),
                                                 [](char c) { return c >= '0' && c <= '9'; });
  return isRow ? column : 0;
}

}  // namespace plumbline
