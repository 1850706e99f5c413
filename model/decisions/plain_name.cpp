// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/plain_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include <QString>
#include <QStringList>

namespace plumbline {
namespace {

/// What kind of firm it is says nothing about which.
bool isKindOfFirm(const QString& word) {
  static constexpr std::array<const char*, 22> kinds = {
      "ltd", "limited", "plc", "llc", "llp", "inc", "co",   "corp", "company", "gmbh", "ag",
      "kg",  "bv",      "nv",  "sa",  "sas", "srl", "sarl", "spa",  "oy",      "ab",   "the"};
  return std::any_of(kinds.begin(), kinds.end(),
                     [&word](const char* kind) { return word == QLatin1String(kind); });
}

bool isDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

std::u32string digitsOf(std::u32string_view text) {
  std::u32string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
  return digits;
}

}  // namespace

std::u32string plainName(std::string_view name) {
  const QString folded =
      QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).normalized(QString::NormalizationForm_KD).toCaseFolded();
  QString spaced;
  for (const QChar c : folded) {
    if (c.isMark() || c == QLatin1Char('.') || c == QLatin1Char('\'')) continue;  // "B.V." is "bv"
    spaced += c.isLetterOrNumber() || c.isSurrogate() ? c : QLatin1Char(' ');
  }
  QStringList words = spaced.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  QStringList kept = words;
  kept.erase(std::remove_if(kept.begin(), kept.end(), isKindOfFirm), kept.end());
  if (kept.isEmpty()) kept = words;
  return kept.join(QLatin1Char(' ')).toStdU32String();
}

int slipsBetween(std::u32string_view a, std::u32string_view b, int most) {
  const auto gap = static_cast<std::ptrdiff_t>(a.size()) - static_cast<std::ptrdiff_t>(b.size());
  if (std::abs(gap) > most || digitsOf(a) != digitsOf(b)) return most + 1;
  std::vector<int> older(b.size() + 1), before(b.size() + 1), row(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) before[k] = static_cast<int>(k);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t k = 1; k <= b.size(); ++k) {
      row[k] = std::min({before[k] + 1, row[k - 1] + 1, before[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1)});
      const bool swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) row[k] = std::min(row[k], older[k - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
    older.swap(before);
    before.swap(row);
  }
  return std::min(before[b.size()], most + 1);
}

}  // namespace plumbline
