// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/links/document_key.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::size_t shortestWithParts = 4;
constexpr std::size_t mostPartCharacters = 3;

}  // namespace

std::string plainReference(std::string_view text) {
  constexpr std::string_view leftOut = " -._/\t";
  std::string plain;
  plain.reserve(text.size());
  for (const char c : text) {
    if (leftOut.find(c) != leftOut.npos) continue;
    plain.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return plain;
}

std::string lookAlikeNumber(std::string_view plain) {
  std::string digits(plain);
  for (char& c : digits) {
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
  }
  return digits;
}

bool isOneSlip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [first, other] = std::mismatch(a.begin(), a.end(), b.begin());
  const auto at = static_cast<std::size_t>(first - a.begin());
  if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
  if (at == a.size()) return false;
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

bool isPartNumber(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= shortestWithParts && b.size() > a.size() &&
         b.size() - a.size() <= mostPartCharacters && b.starts_with(a);
}

}  // namespace plumbline
