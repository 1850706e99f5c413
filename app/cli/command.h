// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One class a command, listed in command_registry.cpp. Data goes to stdout, talk to stderr.

#include <memory>
#include <span>

#include <QString>

#include "app/cli/arguments.h"
#include "app/cli/output.h"

namespace plumbline::cli {

/// Documented in README.md; scripts rely on them.
enum class ExitCode : int {
  Fine = 0,
  Findings = 1,
  Usage = 2,
  NotVerifiable = 3,
  Internal = 4,
};

class Command {
 public:
  virtual ~Command() = default;
  /// One word or two: "import", "log append".
  [[nodiscard]] virtual std::string name() const = 0;
  /// Positional words as in "WORKSPACE PATH..."; a last "..." allows more of the last one, and one in
  /// brackets may be left out.
  [[nodiscard]] virtual std::string operands() const = 0;
  /// To be translated with the context "plumbline::Cli".
  [[nodiscard]] virtual std::string summary() const = 0;
  [[nodiscard]] virtual std::vector<Option> options() const { return {}; }
  /// What `COMMAND --help` says behind its usage, as the summary; empty where that says all.
  [[nodiscard]] virtual QString details() const { return {}; }
  /// The files it writes, out of the words given: refused where one is also an input, a workspace, a
  /// key, or no ordinary file.
  [[nodiscard]] virtual std::vector<std::string> outputs(const Arguments&) const { return {}; }
  /// Painting a report needs fonts, and fonts need a QGuiApplication.
  [[nodiscard]] virtual bool needsFonts() const { return false; }
  [[nodiscard]] virtual ExitCode run(const Arguments& arguments, Output& output) const = 0;
};

[[nodiscard]] std::vector<std::unique_ptr<Command>> makeCommands();
/// "plumbline-cli import WORKSPACE PATH... [--parties FILE] [--json]"
[[nodiscard]] std::string usageLine(const Command& command);
/// Runs the command named by the first word. Prints help where there is none.
[[nodiscard]] ExitCode runCommandLine(const std::vector<std::string>& words, Output& output);
/// Does the command that the words name paint text?
[[nodiscard]] bool commandNeedsFonts(const std::vector<std::string>& words);

/// Tells the error on stderr and gives the exit code that belongs to its kind.
[[nodiscard]] ExitCode fail(Output& output, const Error& error);

}  // namespace plumbline::cli
