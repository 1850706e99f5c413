// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/visible_text.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <QList>

#include "model/records/unseen.h"

namespace plumbline {
namespace {

constexpr char32_t firstStrongIsolate = 0x2068;
constexpr char32_t popIsolate = 0x2069;

enum class Lines { One, Several };

/// Zero-width non-joiner and joiner spell words in scripts from Arabic to Khmer.
bool isSpelling(char32_t code, char32_t before) {
  return (code == 0x200C || code == 0x200D) && before >= 0x0620 && before <= 0x17FF &&
         (QChar::isLetter(before) || QChar::isMark(before));
}

/// Places of the isolates that open and close within one line.
std::vector<bool> pairedIsolates(const std::vector<char32_t>& codes) {
  std::vector<bool> paired(codes.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == U'\n') open.clear();
    if (codes[i] == firstStrongIsolate) open.push_back(i);
    if (codes[i] != popIsolate || open.empty()) continue;
    paired[i] = paired[open.back()] = true;
    open.pop_back();
  }
  return paired;
}

bool obeyed(char32_t code, char32_t before, Lines lines) {
  if (code == U'\n' || code == U'\t') return lines == Lines::One;
  switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
      return true;
    default:
      // Variation selectors only choose the form of the sign before them.
      const bool variation = (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x180B && code <= 0x180F);
      return !variation && !isSpelling(code, before) && isUnseen(code);
  }
}

/// Nearly every text is one of these.
bool isPlainAscii(const QString& text) {
  return std::all_of(text.begin(), text.end(),
                     [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

QString shown(const QString& text, Lines lines) {
  if (isPlainAscii(text)) return text;
  const auto ucs4 = text.toUcs4();
  const std::vector<char32_t> codes(ucs4.begin(), ucs4.end());
  const std::vector<bool> paired = pairedIsolates(codes);
  QString out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!paired[i] && obeyed(codes[i], before, lines)) {
      out += QStringLiteral("⟨%1⟩").arg(QString::fromStdString(codePointName(codes[i])));
    } else {
      out += QString::fromUcs4(&codes[i], 1);
    }
    before = codes[i];
  }
  return out;
}

std::string shown(std::string_view utf8, Lines lines) {
  const bool plain = std::all_of(utf8.begin(), utf8.end(), [lines](char c) {
    return (c >= 0x20 && c < 0x7F) || (lines == Lines::Several && (c == '\n' || c == '\t'));
  });
  if (plain) return std::string(utf8);
  return shown(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())), lines)
      .toStdString();
}

/// Sentences of the pages mark words with two stars or tildes (ui/theme/labels.h). In a name a hair
/// space keeps them apart: it looks as it was written and marks nothing.
QString unmarked(QString text) {
  for (const QLatin1Char sign : {QLatin1Char('*'), QLatin1Char('~')}) {
    const QString pair(2, sign);
    const QString apart = QString(sign) + QChar(0x200A) + sign;
    while (text.contains(pair)) text.replace(pair, apart);
  }
  return text;
}

}  // namespace

QString visibleText(const QString& text) {
  return shown(text, Lines::Several);
}

QString visibleLine(const QString& text) {
  return unmarked(shown(text, Lines::One));
}

std::string visibleText(std::string_view utf8) {
  return shown(utf8, Lines::Several);
}

std::string visibleLine(std::string_view utf8) {
  return shown(utf8, Lines::One);
}

std::string codePointName(char32_t code) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(code));
  return text;
}

}  // namespace plumbline
