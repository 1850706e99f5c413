// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/search_text.h"

#include <algorithm>

#include <QString>

namespace plumbline {
namespace {

constexpr unsigned char firstPrintable = 0x20;
constexpr unsigned char firstBeyondAscii = 0x80;

char folded(char c) {
  if (static_cast<unsigned char>(c) < firstPrintable) return ' ';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string searchText(std::string_view text) {
  std::string out(text);
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < firstBeyondAscii;
  });
  if (!ascii)
    out = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
              .toCaseFolded()
              .toStdString();
  std::transform(out.begin(), out.end(), out.begin(), folded);
  return out;
}

NearMatcher::NearMatcher(std::string_view words)
    : m_size(static_cast<int>(std::min(words.size(), mostBytes))) {
  for (int i = 0; i < m_size; ++i) {
    m_places[static_cast<unsigned char>(words[static_cast<std::size_t>(i)])] |= std::uint64_t{1}
                                                                                << i;
  }
}

int NearMatcher::distanceIn(std::string_view text) const {
  if (m_size == 0) return 0;
  const std::uint64_t last = std::uint64_t{1} << (m_size - 1);
  std::uint64_t up = ~std::uint64_t{0};  // a column of the table, as differences from line to line
  std::uint64_t down = 0;
  int here = m_size;
  int best = m_size;
  for (const char c : text) {
    const std::uint64_t equal = m_places[static_cast<unsigned char>(c)];
    const std::uint64_t vertical = equal | down;
    const std::uint64_t horizontal = (((equal & up) + up) ^ up) | equal;
    std::uint64_t more = down | ~(horizontal | up);
    std::uint64_t less = up & horizontal;
    if ((more & last) != 0) ++here;
    if ((less & last) != 0) --here;
    more <<= 1;
    less <<= 1;
    up = less | ~(vertical | more);
    down = more & vertical;
    best = std::min(best, here);
  }
  return best;
}

}  // namespace plumbline
