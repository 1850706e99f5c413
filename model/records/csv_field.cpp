// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/csv_field.h"

#include <span>

namespace plumbline {
namespace {

/// What spreadsheets skip before they look for a formula: quotes, white space, a byte order mark
/// and every sign that is not seen. Bytes, since all of them are whole UTF-8 sequences.
constexpr std::string_view skipped[] = {" ",      "\t",     "\r",     "\n",     "\v",
                                        "\f",     "\"",     "'",      "\u00A0", "\u3000",
                                        "\uFEFF", "\u200B", "\u200E", "\u200F"};
/// The wide forms compute in East Asian settings.
constexpr std::string_view starts[] = {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool startsWithAny(std::string_view text, std::span<const std::string_view> heads,
                   std::string_view* rest = nullptr) {
  for (const std::string_view head : heads) {
    if (!text.starts_with(head)) continue;
    if (rest != nullptr) *rest = text.substr(head.size());
    return true;
  }
  return false;
}

std::size_t digitsAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - at;
}

/// "-18", "+0.5", "-1.2e-07": a sign, digits, a fraction, an exponent, and nothing else.
bool isPlainNumber(std::string_view text) {
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t count = digitsAt(text, at);
    at += count;
    return count > 0;
  };
  const auto take = [&](std::string_view any) {
    const bool has = at < text.size() && any.find(text[at]) != any.npos;
    if (has) ++at;
    return has;
  };
  if (!digits()) return false;
  if (take(".") && !digits()) return false;
  if (take("eE")) {
    take("+-");
    if (!digits()) return false;
  }
  return at == text.size();
}

/// A signed number counts, too: whether it is one, the caller knows.
bool startsFormula(std::string_view text) {
  while (startsWithAny(text, skipped, &text)) {
  }
  return startsWithAny(text, starts);
}

/// Where a spreadsheet of another country or habit begins a new cell, quotes or not.
constexpr std::string_view otherSeparators = ";\t\r\n";

/// What such a spreadsheet takes for cells of their own begins no formula either. There a number is
/// no number: the rest of the line belongs to it.
std::string withoutInnerFormulas(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find_first_of(otherSeparators);
    if (end == text.npos) return out += text;
    out += text.substr(0, end + 1);
    text.remove_prefix(end + 1);
    if (startsFormula(text.substr(0, text.find_first_of(otherSeparators)))) out += '\'';
  }
}

std::string_view viewOf(const QByteArray& utf8) {
  return {utf8.data(), static_cast<std::size_t>(utf8.size())};
}

}  // namespace

std::string csvField(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string withoutFormula(std::string_view text) {
  const bool cut = text.starts_with('\t') || text.starts_with('\r');
  const bool starts = cut || (!isPlainNumber(text) && startsFormula(text));
  return (starts ? "'" : "") + withoutInnerFormulas(text);
}

QString withoutFormula(const QString& text) {
  return QString::fromStdString(withoutFormula(viewOf(text.toUtf8())));
}

std::string csvFieldForPeople(std::string_view text) {
  return csvField(withoutFormula(text));
}

QByteArray csvLineForPeople(const QStringList& cells) {
  std::string line;
  for (qsizetype i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    const QByteArray cell = cells[i].toUtf8();
    // The whole line is the first cell of a spreadsheet that splits elsewhere.
    const bool calculates = i == 0 && cells.size() > 1 && startsFormula(viewOf(cell));
    line += calculates ? csvField(withoutInnerFormulas("'" + cell.toStdString()))
                       : csvFieldForPeople(viewOf(cell));
  }
  return QByteArray::fromStdString(line + '\n');
}

}  // namespace plumbline
