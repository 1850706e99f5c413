// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/headings.h"

#include <algorithm>
#include <map>

#include <QFile>
#include <QString>

namespace plumbline {
namespace {

struct Word {
  std::string field;
  std::string language;
};
using Words = std::multimap<std::string, Word>;

constexpr std::string_view anyDate = "date";  // the table's own date

QString qtOf(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Cuts a unit in brackets off; what was inside goes to `inside`.
QString withoutBrackets(QString text, QString* inside = nullptr) {
  for (const auto& [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
    const auto from = text.indexOf(QLatin1Char(open));
    const auto to = text.indexOf(QLatin1Char(close), from);
    if (from <= 0 || to < 0) continue;
    if (inside) *inside = text.mid(from + 1, to - from - 1);
    text.remove(from, to - from + 1);
  }
  return text;
}

/// Resource: field,language,heading; lines without quotes.
const Words& words() {
  static const Words all = [] {
    Words out;
    QFile file(QStringLiteral(":/vocabulary/headings.csv"));
    if (!file.open(QIODevice::ReadOnly)) return out;
    file.readLine();
    while (!file.atEnd()) {
      const QString line = QString::fromUtf8(file.readLine()).trimmed();
      const QStringList parts = line.split(QLatin1Char(','));
      if (parts.size() != 3) continue;
      out.emplace(plainHeading(parts[2].toStdString()),
                  Word{parts[0].toStdString(), parts[1].toStdString()});
    }
    return out;
  }();
  return all;
}

bool hasField(const TableInfo& info, std::string_view name) {
  return fieldOf(info.table, name) != nullptr;
}

/// In how many tables there is such a field.
int tablesWith(std::string_view field) {
  return static_cast<int>(
      std::count_if(allTables().begin(), allTables().end(),
                    [field](const TableInfo& info) { return hasField(info, field); }));
}

std::string ownDate(const TableInfo& info) {
  if (!info.timeField.empty()) return std::string(info.timeField);
  for (const Field& field : info.fields) {
    if (field.type == FieldType::Time) return std::string(field.name);
  }
  return {};
}

}  // namespace

std::string plainHeading(std::string_view heading) {
  QString out;
  bool gap = false;
  for (const QChar c : withoutBrackets(qtOf(heading)).normalized(QString::NormalizationForm_KD)) {
    if (c.isMark()) continue;
    if (c.isLetterOrNumber()) {
      if (gap && !out.isEmpty()) out += QLatin1Char(' ');
      out += c.toCaseFolded();
      gap = false;
    } else {
      gap = true;
    }
  }
  return out.toStdString();
}

std::optional<Unit> unitOfHeading(std::string_view heading) {
  QString inside;
  const QString rest = withoutBrackets(qtOf(heading), &inside);
  if (const auto unit = unitFromText(inside.toStdString()); unit && !inside.isEmpty()) return unit;
  QString spaced = rest;
  for (const QChar mark : {QChar(u'_'), QChar(u'/'), QChar(u',')}) {
    spaced.replace(mark, QLatin1Char(' '));
  }
  const QStringList parts = spaced.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (parts.isEmpty()) return std::nullopt;
  if (const auto unit = unitFromText(rest.toStdString())) return unit;
  const QString two = parts.size() > 1 ? parts[parts.size() - 2] + parts.back() : QString();
  if (const auto unit = unitFromText(two.toStdString()); unit && !two.isEmpty()) return unit;
  return unitFromText(parts.back().toStdString());
}

std::optional<HeadingMeaning> meaningOf(std::string_view heading, Table table) {
  const TableInfo& info = tableInfo(table);
  if (hasField(info, heading)) return HeadingMeaning{std::string(heading), false, {}};
  std::string key = plainHeading(heading);
  for (const Field& field : info.fields) {
    if (plainHeading(field.name) == key) return HeadingMeaning{std::string(field.name), false, {}};
  }
  const auto look = [&](const std::string& text) -> std::optional<HeadingMeaning> {
    std::optional<HeadingMeaning> found;
    const auto [from, to] = words().equal_range(text);
    for (auto at = from; at != to; ++at) {
      const auto& [field, language] = at->second;
      if (field == anyDate && !found && !ownDate(info).empty()) {
        found = HeadingMeaning{ownDate(info), true, language};
      } else if (field == unitField || (field != anyDate && hasField(info, field))) {
        return HeadingMeaning{field, false, language};
      }
    }
    return found;
  };
  if (auto found = look(key)) return found;
  // "Nettogewicht t": once more without the unit's word.
  const std::size_t space = key.rfind(' ');
  if (space == std::string::npos || !unitFromText(key.substr(space + 1))) return std::nullopt;
  key.resize(space);
  for (const std::string_view in : {" in", " en", " em"}) {
    if (key.ends_with(in)) key.resize(key.size() - in.size());
  }
  return look(key);
}

bool isOwnTable(const std::vector<std::string>& headings, Table table) {
  const TableInfo& info = tableInfo(table);
  return headings.size() > 1 &&
         std::all_of(headings.begin(), headings.end(),
                     [&info](const std::string& heading) { return hasField(info, heading); });
}

int fitOf(const std::vector<std::string>& headings, Table table) {
  int fit = 0;
  std::vector<std::string> seen;
  for (const std::string& heading : headings) {
    const auto meaning = meaningOf(heading, table);
    if (!meaning || meaning->field == unitField) continue;
    if (std::find(seen.begin(), seen.end(), meaning->field) != seen.end()) continue;
    seen.push_back(meaning->field);
    const bool own = !meaning->general && tablesWith(meaning->field) == 1;
    fit += own ? 3 : 1;
  }
  for (const Field& field : tableInfo(table).fields) {
    const bool there = std::find(seen.begin(), seen.end(), field.name) != seen.end();
    if (field.required && !there && field.name != "id" && field.name != "line") --fit;
  }
  return std::max(fit, 0);
}

}  // namespace plumbline
