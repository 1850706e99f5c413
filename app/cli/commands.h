// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The commands, each in a file of its own.

#include "app/cli/command.h"

namespace plumbline::cli {

std::unique_ptr<Command> makeSimulateCommand();
std::unique_ptr<Command> makeImportCommand();
std::unique_ptr<Command> makeVerifyCommand();
std::unique_ptr<Command> makeAuditCommand();
std::unique_ptr<Command> makeFindingsCommand();
std::unique_ptr<Command> makeReportCommand();
std::unique_ptr<Command> makeShareCommand();
std::unique_ptr<Command> makeOpenCommand();
std::unique_ptr<Command> makeDemoCommand();
std::unique_ptr<Command> makeKeygenCommand();
std::unique_ptr<Command> makeSignCommand();
std::unique_ptr<Command> makeEndorseCommand();

}  // namespace plumbline::cli
