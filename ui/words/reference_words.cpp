// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the reference tables.

#include "ui/words/reference_words.h"

#include "ui/words/words.h"

#include "model/records/visible_text.h"

namespace plumbline::words {
namespace {

struct Title {
  const char* name;
  const char* words;
};
constexpr Title titles[] = {
    {"basel-entries", QT_TRANSLATE_NOOP("plumbline::Words", "Basel Convention, entries")},
    {"commodities", QT_TRANSLATE_NOOP("plumbline::Words", "Customs headings")},
    {"countries", QT_TRANSLATE_NOOP("plumbline::Words", "Countries")},
    {"densities", QT_TRANSLATE_NOOP("plumbline::Words", "Bulk densities")},
    {"operations", QT_TRANSLATE_NOOP("plumbline::Words", "Recovery and disposal")},
    {"prices", QT_TRANSLATE_NOOP("plumbline::Words", "Prices of scrap plastic")},
    {"waste-chapters", QT_TRANSLATE_NOOP("plumbline::Words", "List of Waste, chapters")},
    {"waste-list", QT_TRANSLATE_NOOP("plumbline::Words", "List of Waste")}};

}  // namespace

QString referenceTitle(const std::string& name) {
  for (const Title& title : titles) {
    if (name == title.name) return Words::tr(title.words);
  }
  return visibleLine(QString::fromStdString(name));
}

}  // namespace plumbline::words
