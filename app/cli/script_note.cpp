// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/say.h"
#include "app/cli/script_input.h"

namespace plumbline::cli {

namespace {

std::string labelOf(const NoteSignature& signature) {
  return onOneLine(signature.name) + "+" + keyIdText(signature.keyId);
}

JsonValue signaturesJson(const std::vector<NoteSignature>& signatures) {
  JsonArray list;
  for (const NoteSignature& signature : signatures) {
    list.push_back(JsonObject{{"name", signature.name}, {"key_id", keyIdText(signature.keyId)}});
  }
  return list;
}

class NoteVerifyCommand final : public Command {
 public:
  std::string name() const override { return "note verify"; }
  std::string operands() const override { return "NOTE"; }
  std::string summary() const override {
    return QT_TRANSLATE_NOOP(
        "plumbline::Cli",
        "Which of the given keys signed a note, and which of its signers are unknown.");
  }
  std::vector<Option> options() const override { return {{"--key", "VKEY", true, true}}; }

  ExitCode run(const Arguments& arguments, Output& output) const override {
    const Result<Note> note = open(arguments);
    if (!note) return failCheck(output, note.error());
    if (output.json()) {
      output.document(JsonObject{{"text", note->text},
                                 {"signed_by", signaturesJson(note->verified)},
                                 {"unknown", signaturesJson(note->unverified)}});
      return ExitCode::Fine;
    }
    for (const NoteSignature& one : note->verified) output.line("signed by " + labelOf(one));
    for (const NoteSignature& one : note->unverified) output.line("unknown key " + labelOf(one));
    return ExitCode::Fine;
  }

 private:
  Result<Note> open(const Arguments& arguments) const {
    PLUMBLINE_CHECK(required(arguments, *this, "--key", "VKEY"));
    const std::string& file = arguments.positional().front();
    ScriptInput input;
    PLUMBLINE_TRY(keys, input.keys(arguments.values("--key")));
    PLUMBLINE_TRY(bytes, input.read(file, maxScriptNoteBytes));
    auto note = openNote(bytes, keys);
    if (!note) return std::move(note).error().in(inputName(file));
    return note;
  }
};

}  // namespace

std::unique_ptr<Command> makeNoteVerifyCommand() {
  return std::make_unique<NoteVerifyCommand>();
}

}  // namespace plumbline::cli
