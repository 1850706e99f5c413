// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <algorithm>

#include "model/store/new_file.h"

#include "ui/words/language.h"
#include "ui/words/lists.h"

#include "app/cli/paths.h"
#include "app/cli/say.h"

#include "ui/words/error_words.h"

namespace plumbline::cli {

namespace {

const Option jsonOption{"--json", ""};

std::vector<Option> allOptions(const Command& command) {
  std::vector<Option> options = command.options();
  options.push_back(jsonOption);
  return options;
}

const char* exitTexts() {
  return QT_TRANSLATE_NOOP(
      "plumbline::Cli",
      "Exit: 0 fine, 1 findings, 2 usage, 3 not verifiable, 4 internal. stdout is data.");
}

/// Of one command: "map --help".
QString helpText(const Command& command) {
  QString text = fromStd(usageLine(command)) + QLatin1Char('\n') +
                 Cli::tr(command.summary().c_str()) + QLatin1Char('\n');
  if (const QString details = command.details(); !details.isEmpty()) {
    text += QLatin1Char('\n') + details + QLatin1Char('\n');
  }
  return text + QLatin1Char('\n') + Cli::tr(exitTexts()) + QLatin1Char('\n');
}

/// Behind its name, and not behind "--", where it would be the name of a file.
bool asksForHelp(const std::vector<std::string>& words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  return std::find(words.begin(), end, "--help") != end;
}

QString helpText() {
  QString text =
      Cli::tr("Plumbline %1: checks a plant's net-zero waste claim against signed records.")
          .arg(QStringLiteral(PLUMBLINE_VERSION));
  text += QStringLiteral("\n\n");
  for (const auto& command : makeCommands()) {
    text += QStringLiteral("  %1\n      %2\n")
                .arg(fromStd(usageLine(*command)), Cli::tr(command->summary().c_str()));
  }
  text += QLatin1Char('\n') +
          Cli::tr("Every command: [--language NAME], in which it speaks to people: %1.")
              .arg(words::listed(languages()));
  text +=
      QLatin1Char('\n') + Cli::tr(exitTexts());
  return text + QLatin1Char('\n');
}

struct NamedCommand {
  const Command* command = nullptr;
  std::ptrdiff_t words = 1;  // of the command line that make its name
};

/// A name has one word or two, as in "log append".
NamedCommand findCommand(const std::vector<std::unique_ptr<Command>>& commands,
                         const std::vector<std::string>& words) {
  for (const auto& command : commands) {
    const std::string name = command->name();
    if (name == words.front()) return {command.get(), 1};
    if (words.size() > 1 && name == words[0] + " " + words[1]) return {command.get(), 2};
  }
  return {};
}

/// Checks the number of positional words against operands().
Result<void> checkOperands(const Command& command, const Arguments& arguments) {
  const std::string operands = command.operands();
  const bool mayBeLeftOut = operands.ends_with("...]");
  const std::size_t named =
      operands.empty()
          ? 0
          : static_cast<std::size_t>(std::count(operands.begin(), operands.end(), ' ')) + 1;
  const std::size_t wanted = mayBeLeftOut ? named - 1 : named;
  const bool open = mayBeLeftOut || operands.ends_with("...");
  const std::size_t given = arguments.positional().size();
  if (given == wanted || (open && given > wanted)) return {};
  return Error{.code = ErrorCode::Usage,
               .message = "wrong number of arguments",
               .found = std::to_string(given),
               .expected = Message::data(usageLine(command))};
}

/// Every word but the output itself may name an input; one that names no file is none.
Result<void> checkOutputs(const Command& command, const Arguments& arguments) {
  for (const std::string& output : command.outputs(arguments)) {
    std::vector<std::filesystem::path> inputs;
    bool self = true;
    for (const std::string& word : arguments.allWords()) {
      if (word == output && self) {
        self = false;
      } else {
        inputs.push_back(pathOf(word));
      }
    }
    PLUMBLINE_CHECK(checkOutput(pathOf(output), inputs));
  }
  return {};
}

}  // namespace

std::string usageLine(const Command& command) {
  std::string line = "plumbline-cli " + command.name();
  if (!command.operands().empty()) line += " " + command.operands();
  for (const Option& option : allOptions(command)) {
    const std::string words = option.name + (option.value.empty() ? "" : " " + option.value);
    line += option.required ? " " + words : " [" + words + "]";
    if (option.repeatable) line += "...";
  }
  return line;
}

ExitCode fail(Output& output, const Error& error) {
  output.talk("plumbline-cli: " + words::errorText(error).toStdString());
  switch (error.code) {
    case ErrorCode::Usage:
    case ErrorCode::NotFound:
      return ExitCode::Usage;
    case ErrorCode::Io:
    case ErrorCode::Store:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
      return ExitCode::Internal;
    default:
      return ExitCode::NotVerifiable;
  }
}

bool commandNeedsFonts(const std::vector<std::string>& words) {
  const auto commands = makeCommands();
  const Command* command = words.empty() ? nullptr : findCommand(commands, words).command;
  return command && command->needsFonts();
}

ExitCode runCommandLine(const std::vector<std::string>& words, Output& output) {
  if (words.empty()) {
    output.talk(helpText());
    return ExitCode::Usage;
  }
  if (words.front() == "--help" || words.front() == "help") {
    output.data(helpText().toStdString());
    return ExitCode::Fine;
  }
  if (words.front() == "--version") {
    output.line("plumbline-cli " PLUMBLINE_VERSION);
    return ExitCode::Fine;
  }
  const auto commands = makeCommands();
  const auto [command, nameWords] = findCommand(commands, words);
  if (!command)
    return fail(output,
                {ErrorCode::Usage, Message("no command %1; see plumbline-cli help", words.front())});
  if (asksForHelp(words)) {
    output.data(helpText(*command).toStdString());
    return ExitCode::Fine;
  }
  const Result<Arguments> arguments =
      Arguments::parse({words.begin() + nameWords, words.end()}, allOptions(*command));
  if (!arguments) return fail(output, arguments.error());
  if (const Result<void> counted = checkOperands(*command, *arguments); !counted)
    return fail(output, counted.error());
  if (const Result<void> free = checkOutputs(*command, *arguments); !free)
    return fail(output, free.error());
  output.setJson(arguments->has(jsonOption.name));
  return command->run(*arguments, output);
}

}  // namespace plumbline::cli
