// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/networks/network_answer.h"
#include "model/statistics/json_number.h"

#include "app/cli/command.h"
#include "app/cli/figures.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

Result<JsonValue> answerOf(const std::string& word) {
  ScriptInput input;
  PLUMBLINE_TRY(bytes, input.read(word, maxScriptMessageBytes));
  const auto answer = [&bytes]() -> Result<JsonValue> {
    PLUMBLINE_TRY(json, parseJson(bytesOf(bytes)));
    return answerNetworkFile(json);
  };
  Result<JsonValue> made = answer();
  if (!made) return std::move(made).error().in(inputName(word));
  return made;
}

/// "-" for what cannot be told.
std::string cell(const JsonValue* value) {
  if (value == nullptr || value->isNull()) return "-";
  const Result<double> number = numberOf(*value, "");
  return number ? figure(*number) : value->dump();
}

std::string cell(const JsonValue& answer, std::string_view table, const std::string& name) {
  const JsonValue* values = answer.find(table);
  return cell(values == nullptr ? nullptr : values->find(name));
}

void printExplanations(const Output& output, const JsonValue& answer) {
  const JsonValue* list = answer.find("explanations");
  if (list == nullptr || list->array() == nullptr) return;
  for (const JsonValue& one : *list->array()) {
    QStringList parts;
    for (const JsonValue& hypothesis : *one.find("hypotheses")->array()) {
      std::string line;
      for (const auto& [name, value] : *hypothesis.object()) {
        if (name == "magnitude") line += " of " + cell(&value);
        if (name == "kind") line += *value.string();
        if (value.array() != nullptr) {
          line += " " + *value.array()->front().string() + " / " + *value.array()->back().string();
        } else if (name != "magnitude" && name != "kind") {
          line += " " + *value.string();
        }
      }
      parts << fromStd(line);
    }
    QString text = Cli::tr("would explain it: %1").arg(parts.join(Cli::tr(" and ")));
    for (const JsonValue& record : *one.find("would_decide")->array()) {
      text += Cli::tr("; decided by %1").arg(fromStd(*record.string()));
    }
    output.line(onOneLine(text.toStdString()));
  }
}

void print(const Output& output, const JsonValue& answer) {
  output.line(Cli::tr("objective %1, degrees of freedom %2, p %3")
                  .arg(fromStd(cell(answer.find("objective"))), fromStd(cell(answer.find("dof"))),
                       fromStd(cell(answer.find("p_value")))));
  output.line("variable\treconciled\tsd\ttest");
  for (const auto& [name, value] : *answer.find("reconciled")->object()) {
    output.line(onOneLine(name) + "\t" + cell(&value) + "\t" + cell(answer, "reconciled_sd", name) +
                "\t" + cell(answer, "vdi2048_local_test", name));
  }
  for (const auto& [name, value] : *answer.find("unmeasured")->object()) {
    output.line(onOneLine(name) + "\t" + cell(&value) + "\t" + cell(answer, "unmeasured_sd", name) +
                "\tunmeasured");
  }
  printExplanations(output, answer);
  printDiagnoses(output, *answer.find("diagnoses")->array());
}

void printCases(const Output& output, const JsonArray& cases) {
  for (const JsonValue& one : cases) {
    const JsonValue* label = one.find("label");
    const std::string* text = label == nullptr ? nullptr : label->string();
    output.line("case " + (text == nullptr ? std::string() : onOneLine(*text)));
    if (const JsonValue* answer = one.find("answer")) {
      print(output, *answer);
    } else {
      output.line(Cli::tr("no answer: %1")
                      .arg(fromStd(onOneLine(*one.find("error")->find("message")->string()))));
    }
  }
}

bool allAnswered(const JsonArray& cases) {
  return std::all_of(cases.begin(), cases.end(),
                     [](const JsonValue& one) { return one.find("answer") != nullptr; });
}

class ReconcileCommand final : public Command {
 public:
  std::string name() const override { return "reconcile"; }
  std::string operands() const override { return "NETWORK.json"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Reconciles a network of flows, tests it, and lists what would explain its errors.");
  }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<JsonValue> answer = answerOf(arguments.positional().front());
    if (!answer) return failCheck(output, answer.error());
    const JsonValue* cases = answer->find("cases");
    if (output.json()) {
      output.document(*answer);
    } else if (cases != nullptr) {
      printCases(output, *cases->array());
    } else {
      print(output, *answer);
    }
    const bool all = cases == nullptr || allAnswered(*cases->array());
    return all ? ExitCode::Fine : ExitCode::NotVerifiable;
  }
};

}  // namespace

std::unique_ptr<Command> makeReconcileCommand() {
  return std::make_unique<ReconcileCommand>();
}

}  // namespace plumbline::cli
