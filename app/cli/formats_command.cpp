// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/reader.h"

#include "app/cli/command.h"
#include "app/cli/say.h"
#include "ui/words/error_words.h"

namespace plumbline::cli {

namespace {

JsonValue toJson(const Reader& reader) {
  JsonArray fields;
  for (const FieldUse& use : reader.fields) {
    fields.push_back(JsonObject{{"field", use.field}, {"becomes", use.becomes.text}});
  }
  return JsonObject{{"id", reader.id},
                    {"title", reader.title.text},
                    {"fields", std::move(fields)},
                    {"lost", reader.lost.text}};
}

void print(const Output& output, const Reader& reader) {
  output.line(
      QStringLiteral("%1: %2").arg(fromStd(reader.id), words::messageText(reader.title)));
  for (const FieldUse& use : reader.fields) {
    output.line(
        QStringLiteral("  %1 -> %2").arg(fromStd(use.field), words::messageText(use.becomes)));
  }
  output.line(Cli::tr("  lost: %1").arg(words::messageText(reader.lost)));
}

class FormatsCommand final : public Command {
 public:
  std::string name() const override { return "formats"; }
  std::string operands() const override { return ""; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Lists the official formats, what their fields become, and what is lost.");
  }

  ExitCode run(const Arguments&, Output& output) const override {
    JsonArray list;
    for (const Reader& reader : allReaders()) {
      if (output.json()) {
        list.push_back(toJson(reader));
      } else {
        print(output, reader);
      }
    }
    if (output.json()) output.document(JsonObject{{"formats", std::move(list)}});
    return ExitCode::Fine;
  }
};

}  // namespace

std::unique_ptr<Command> makeFormatsCommand() {
  return std::make_unique<FormatsCommand>();
}

}  // namespace plumbline::cli
