// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figures.h"

#include <charconv>

#include "app/cli/script_input.h"
#include "ui/words/diagnosis_words.h"

namespace plumbline::cli {

std::string figure(double value) {
  char digits[32];
  const double shown = value == 0 ? 0 : value;  // never "-0"
  const auto end =
      std::to_chars(digits, digits + sizeof digits, shown, std::chars_format::general, 6).ptr;
  return std::string(digits, end);
}

void printDiagnoses(const Output& output, const JsonArray& diagnoses) {
  for (const JsonValue& diagnosis : diagnoses) {
    output.line(onOneLine(*diagnosis.find("name")->string() + ": " +
                          words::diagnosisText(diagnosis).toStdString()));
  }
}

}  // namespace plumbline::cli
