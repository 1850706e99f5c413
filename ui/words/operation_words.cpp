// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/operation_words.h"

#include <QStringList>

#include "ui/words/words.h"

namespace plumbline::words {

namespace {

struct Operation {
  std::string_view code;
  const char* meaning;
};

// As resources/reference/operations.tsv has them; a test compares the two.
constexpr Operation operations[] = {
    {"R1", QT_TRANSLATE_NOOP("plumbline::Words", "burnt to win energy")},
    {"R2", QT_TRANSLATE_NOOP("plumbline::Words", "solvents won back")},
    {"R3", QT_TRANSLATE_NOOP("plumbline::Words", "organic substances recycled, composting too")},
    {"R4", QT_TRANSLATE_NOOP("plumbline::Words", "metals recycled")},
    {"R5", QT_TRANSLATE_NOOP("plumbline::Words", "other inorganic materials recycled")},
    {"R6", QT_TRANSLATE_NOOP("plumbline::Words", "acids or bases won back")},
    {"R7", QT_TRANSLATE_NOOP("plumbline::Words", "what has taken up pollution won back")},
    {"R8", QT_TRANSLATE_NOOP("plumbline::Words", "parts of catalysts won back")},
    {"R9", QT_TRANSLATE_NOOP("plumbline::Words", "oil refined again")},
    {"R10", QT_TRANSLATE_NOOP("plumbline::Words", "spread on land to its benefit")},
    {"R11", QT_TRANSLATE_NOOP("plumbline::Words", "residues of R1 to R10 put to use")},
    {"R12", QT_TRANSLATE_NOOP("plumbline::Words", "sorted, mixed or exchanged before R1 to R11")},
    {"R13", QT_TRANSLATE_NOOP("plumbline::Words", "stored before R1 to R12")},
    {"D1", QT_TRANSLATE_NOOP("plumbline::Words", "landfill")},
    {"D2", QT_TRANSLATE_NOOP("plumbline::Words", "worked into land")},
    {"D3", QT_TRANSLATE_NOOP("plumbline::Words", "injected deep underground")},
    {"D4", QT_TRANSLATE_NOOP("plumbline::Words", "ponds and lagoons")},
    {"D5", QT_TRANSLATE_NOOP("plumbline::Words", "engineered landfill")},
    {"D6", QT_TRANSLATE_NOOP("plumbline::Words", "released into waters")},
    {"D7", QT_TRANSLATE_NOOP("plumbline::Words", "released into the sea")},
    {"D8", QT_TRANSLATE_NOOP("plumbline::Words", "treated by organisms before D1 to D12")},
    {"D9",
     QT_TRANSLATE_NOOP("plumbline::Words", "treated chemically or physically before D1 to D12")},
    {"D10", QT_TRANSLATE_NOOP("plumbline::Words", "burnt on land")},
    {"D11", QT_TRANSLATE_NOOP("plumbline::Words", "burnt at sea")},
    {"D12", QT_TRANSLATE_NOOP("plumbline::Words", "stored for ever")},
    {"D13", QT_TRANSLATE_NOOP("plumbline::Words", "mixed before D1 to D12")},
    {"D14", QT_TRANSLATE_NOOP("plumbline::Words", "repacked before D1 to D13")},
    {"D15", QT_TRANSLATE_NOOP("plumbline::Words", "stored before D1 to D14")},
};

}  // namespace

QString operationMeaning(std::string_view code) {
  for (const Operation& operation : operations) {
    if (operation.code == code) return Words::tr(operation.meaning);
  }
  return {};
}

QString operationsOf(const Finding& finding) {
  QStringList lines;
  for (const Comparison& line : finding.comparison) {
    if (line.field != "operation") continue;
    for (const std::string& code : {line.left, line.right}) {
      const QString meaning = operationMeaning(code);
      if (meaning.isEmpty()) continue;
      const QString said = Words::tr("%1: %2").arg(QString::fromStdString(code), meaning);
      if (!lines.contains(said)) lines << said;
    }
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace plumbline::words
