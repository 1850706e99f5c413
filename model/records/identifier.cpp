// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/records/identifier.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include <QList>
#include <QString>

#include "crypto/bytes.h"

#include "model/records/unseen.h"
#include "model/records/visible_text.h"

namespace plumbline {
namespace {

constexpr std::size_t mostBytes = 64;

enum class Spaces { None, Within };

bool isRefused(char32_t code) {
  switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
      return true;
    default:
      return QChar::isSpace(code) || isUnseen(code);
  }
}

bool isPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

Error refused(Message message, std::size_t byte, std::string found) {
  return {ErrorCode::BadValue,
          std::move(message),
          {.byte = static_cast<std::int64_t>(byte)},
          std::move(found),
          "signs that can be seen, without spaces"};
}

Result<void> checkSigns(std::string_view text, Spaces spaces) {
  if (text.empty()) return Error{ErrorCode::BadValue, "the id is empty"};
  if (isPlain(text)) return {};
  std::size_t badAt = 0;
  if (!isUtf8(text, &badAt)) return refused("the id is not UTF-8", badAt, {});
  const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  std::size_t byte = 0;
  char32_t before = U' ';
  for (const char32_t code : whole.toUcs4()) {
    const bool within = spaces == Spaces::Within && code == U' ' && before != U' ' &&
                        byte + 1 < text.size();
    if (!within && isRefused(code)) {
      return refused("the id has a sign that cannot be seen or is a space", byte,
                     codePointName(code));
    }
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    before = code;
  }
  const QString composed = whole.normalized(QString::NormalizationForm_C);
  if (composed == whole) return {};
  const auto differs = std::mismatch(whole.begin(), whole.end(), composed.begin(), composed.end());
  const auto at = static_cast<qsizetype>(differs.first - whole.begin());
  Error error = refused("the id is not in Unicode's composed form (NFC)",
                        static_cast<std::size_t>(whole.left(at).toUtf8().size()),
                        codePointName(whole.mid(at).toUcs4().value(0)));
  error.expected = "the composed form";
  return error;
}

struct Lookalike {
  char32_t code;
  char ascii;
};

/// Capitals that look like another Latin letter than their small form does.
constexpr auto capitals = std::to_array<Lookalike>(
    {{0x0397, 'h'}, {0x039C, 'm'}, {0x039D, 'n'}, {0x03A5, 'y'}, {0x0417, '3'}});

/// Letters that fonts draw as a Latin one, in the form that folding of case leaves. Written from
/// the shapes; Unicode's own list (UTS 39) is far longer, mostly by letters of mathematics, which
/// NFKC takes care of.
constexpr auto lookalikes = std::to_array<Lookalike>({
    // Greek
    {0x03B1, 'a'}, {0x03B2, 'b'}, {0x03B3, 'y'}, {0x03B5, 'e'}, {0x03B6, 'z'}, {0x03B7, 'n'},
    {0x03B9, 'l'}, {0x03BA, 'k'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'}, {0x03C3, 'o'},
    {0x03C4, 't'}, {0x03C5, 'u'}, {0x03C7, 'x'}, {0x03F2, 'c'}, {0x03F3, 'j'}, {0x03BC, 'u'},
    // Cyrillic
    {0x0430, 'a'}, {0x0432, 'b'}, {0x0435, 'e'}, {0x0437, '3'}, {0x043A, 'k'}, {0x043C, 'm'},
    {0x043D, 'h'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0442, 't'}, {0x0443, 'y'},
    {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'l'}, {0x0458, 'j'}, {0x04BB, 'h'}, {0x04CF, 'l'},
    {0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'}, {0x0475, 'v'}, {0x04AF, 'y'}, {0x04E9, 'o'},
    {0x044C, 'b'}, {0x0433, 'r'},
    // Armenian
    {0x0585, 'o'}, {0x057D, 'u'}, {0x0578, 'n'}, {0x0570, 'h'}, {0x0581, 'g'}, {0x0566, 'q'},
    {0x0561, 'w'},
    // Latin beyond ASCII
    {0x0131, 'l'}, {0x0251, 'a'}, {0x0261, 'g'}, {0x0269, 'l'}, {0x028B, 'u'}, {0x0237, 'j'},
    {0x1D04, 'c'}, {0x1D0F, 'o'}, {0x1D20, 'v'}, {0x1D21, 'w'}, {0x1D22, 'z'}, {0x01C0, 'l'},
    {0x0142, 'l'}, {0x00F8, 'o'},
    // Signs and digits
    {'0', 'o'}, {'1', 'l'}, {'i', 'l'}, {'|', 'l'},
    {0x2010, '-'}, {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2015, '-'},
    {0x2212, '-'}, {0x2043, '-'}, {0x02D7, '-'}, {0x30FC, '-'}, {0x00B7, '.'},
    {0x2024, '.'}, {0x2044, '/'}, {0x2215, '/'}, {0x2018, '\''},
    {0x2019, '\''}, {0x02BC, '\''},
});

char32_t asciiOf(char32_t code, std::span<const Lookalike> table) {
  const auto same = [code](const Lookalike& one) { return one.code == code; };
  const auto found = std::find_if(table.begin(), table.end(), same);
  return found == table.end() ? code : static_cast<char32_t>(found->ascii);
}

QString replaced(const QString& text, std::span<const Lookalike> table) {
  QString out;
  for (const char32_t code : text.toUcs4()) {
    const char32_t ascii = asciiOf(code, table);
    out += QString::fromUcs4(&ascii, 1);
  }
  return out;
}

}  // namespace

Result<void> checkIdentifier(std::string_view text) {
  if (text.size() > mostBytes) {
    return Error{ErrorCode::BadValue, "the id is longer than 64 bytes", {},
                 std::string(text.substr(0, mostBytes)), "1 to 64 bytes"};
  }
  return checkSigns(text, Spaces::None);
}

Result<void> checkRecordId(std::string_view text) {
  return checkSigns(text, Spaces::Within);
}

std::string lookOf(std::string_view id) {
  const QString whole = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
  const QString plain = replaced(whole.normalized(QString::NormalizationForm_KC), capitals);
  const QString folded = plain.toCaseFolded().normalized(QString::NormalizationForm_KC);
  QString look = replaced(folded, lookalikes);
  // Drawn as one letter.
  return look.replace(QStringLiteral("rn"), QStringLiteral("m"))
      .replace(QStringLiteral("vv"), QStringLiteral("w"))
      .toStdString();
}

std::vector<std::vector<std::string>> alikeIds(const std::vector<std::string>& ids) {
  std::map<std::string, std::set<std::string>> byLook;
  for (const std::string& id : ids) byLook[lookOf(id)].insert(id);
  std::vector<std::vector<std::string>> out;
  for (const auto& [look, same] : byLook) {
    if (same.size() > 1) out.emplace_back(same.begin(), same.end());
  }
  return out;
}

}  // namespace plumbline
