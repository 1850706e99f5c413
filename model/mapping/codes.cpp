// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/codes.h"

#include <algorithm>
#include <charconv>

#include <QString>

#include "model/containers/raw_row.h"

namespace plumbline {
namespace {

constexpr std::size_t wasteDigits = 6;
constexpr int wasteChapters = 20;
constexpr int lastRecovery = 13;
constexpr int lastDisposal = 15;

Error bad(Message message, std::string_view text, Message expected) {
  return {ErrorCode::BadValue,
          std::move(message),
          {},
          "\"" + std::string(text.substr(0, 80)) + "\"",
          std::move(expected)};
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Without the given characters and no-break spaces.
std::string without(std::string_view text, std::string_view dropped) {
  std::string out;
  for (const char c : text) {
    if (dropped.find(c) == std::string_view::npos && c != '\xC2' && c != '\xA0') out += c;
  }
  return out;
}

}  // namespace

Result<std::string> cleanWasteCode(std::string_view text) {
  std::string code = without(trimmed(text), " .-/'");
  if (code.ends_with('*')) code.pop_back();
  const bool digits = std::all_of(code.begin(), code.end(), isDigit);
  // Only chapters 01 to 09 begin with the zero that a number loses.
  if (digits && code.size() == wasteDigits - 1) code.insert(0, 1, '0');
  int chapter = 0;
  std::from_chars(code.data(), code.data() + std::min<std::size_t>(2, code.size()), chapter);
  if (digits && code.size() == wasteDigits && chapter >= 1 && chapter <= wasteChapters) return code;
  return bad("the value is not a code of the List of Waste", text,
             "six digits, such as 15 01 02 or 010304*");
}

Result<std::string> cleanOperation(std::string_view text) {
  const std::string_view whole = trimmed(text);
  std::size_t at = 1;
  int number = 0;
  const char kind = whole.empty() ? '\0' : static_cast<char>(whole[0] & ~0x20);
  while (at < whole.size() && (whole[at] == ' ' || whole[at] == '-' || whole[at] == '0')) ++at;
  const auto [end, failed] = std::from_chars(whole.data() + std::min(at, whole.size()),
                                             whole.data() + whole.size(), number);
  const bool ended = end == whole.data() + whole.size() || *end == ' ' || *end == ':' ||
                     *end == '-' || *end == '.' || *end == '(';
  const int last = kind == 'R' ? lastRecovery : kind == 'D' ? lastDisposal : 0;
  if (failed == std::errc() && ended && number >= 1 && number <= last) {
    return std::string(1, kind) + std::to_string(number);
  }
  return bad("the value is not an operation", text, "R1 to R13 or D1 to D15");
}

Result<std::string> cleanCommodityCode(std::string_view text) {
  const std::string code = without(trimmed(text), " .");
  if (code.size() >= 4 && code.size() <= 10 && std::all_of(code.begin(), code.end(), isDigit)) {
    return code;
  }
  return bad("the value is not a commodity code", text, "4 to 10 digits, such as 3915.10");
}

Result<std::string> cleanFlag(std::string_view text) {
  static constexpr const char16_t* yes[] = {
      u"true", u"yes",     u"y",       u"1",   u"x",    u"ja",   u"j",      u"oui",        u"o",
      u"si",   u"s\u00ED", u"s\u00EC", u"sim", u"vrai", u"wahr", u"estime", u"estim\u00E9"};
  static constexpr const char16_t* no[] = {u"false",  u"no",       u"n",        u"0",   u"nein",
                                           u"non",    u"n\u00E3o", u"nao",      u"nee", u"faux",
                                           u"falsch", u"reel",     u"r\u00E9el"};
  const std::string_view whole = trimmed(text);
  const QString word =
      QString::fromUtf8(whole.data(), static_cast<qsizetype>(whole.size())).toLower();
  const auto is = [&word](const char16_t* each) { return word == QStringView(each); };
  if (std::any_of(std::begin(yes), std::end(yes), is)) return std::string("true");
  if (std::any_of(std::begin(no), std::end(no), is)) return std::string("false");
  return bad("the value is neither yes nor no", text, "yes or no");
}

}  // namespace plumbline
